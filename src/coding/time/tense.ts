import type { ParsedToken, SentenceParse } from "../../reader/sentence-parse.ts";
import { lastStartingBy } from "../../text/span.ts";
import type { Tense } from "./time-term.ts";

/** Verbs whose infinitive lies ahead of them: "plans to meet on Friday". */
const aheadVerbs = new Set(
  "plan expect schedule hope intend vow promise want aim prepare pledge threaten seek set slate agree likely due ready poised decide urge ask tell propose call require need invite refuse".split(
    " ",
  ),
);
const willWords = new Set([
  "will",
  "'ll",
  "’ll",
  "wo",
  "shall",
  "would",
  "may",
  "might",
  "could",
  "should",
  "must",
  "can",
]);
/** Their past form is their present form too. */
const sameForms = new Set("put set cut hit let shut cost hurt quit read spread split beat".split(" "));

/** The tense of the verb that governs the word at `offset`, by the parse of its sentence; null where it does not tell. */
export function tenseFromParse({ tokens }: SentenceParse, text: string, offset: number): Tense {
  const at = lastStartingBy(tokens, offset);
  for (let verb = governor(tokens, at); verb >= 0; verb = governor(tokens, verb)) {
    const tense = tenseOf(tokens, verb, text);
    if (tense !== null) return tense;
  }
  return null;
}

/** The nearest head above that is a verb or has a copula; -1 where there is none. */
function governor(tokens: readonly ParsedToken[], from: number): number {
  let steps = 0;
  for (let at = tokens[from]?.head ?? -1; at >= 0 && steps < 60; at = tokens[at]?.head ?? -1, steps++) {
    if (tokens[at]?.upos === "VERB" || (tokens[at]?.upos === "AUX" && !isAuxiliary(tokens[at]))) return at;
    if (auxiliaries(tokens, at).length > 0) return at;
  }
  return -1;
}

const isAuxiliary = (token: ParsedToken | undefined): boolean => /^(?:aux|cop)/u.test(token?.relation ?? "");

const auxiliaries = (tokens: readonly ParsedToken[], head: number): readonly ParsedToken[] =>
  tokens.filter((token) => token.head === head && isAuxiliary(token));

function tenseOf(tokens: readonly ParsedToken[], at: number, text: string): Tense {
  const verb = tokens[at];
  if (!verb) return null;
  const helpers = auxiliaries(tokens, at).map((token) => formOf(token, text));
  if (helpers.some((form) => willWords.has(form))) {
    // "could have", "would have": what did not happen lies behind
    return helpers.includes("have") && !helpers.includes("will") ? "past" : "future";
  }
  if (helpers.some((form) => /^(?:was|were|had|did|has|have|been|['’]ve|['’]d)$/u.test(form))) return "past";
  if (isInfinitive(tokens, at)) return tenseOfInfinitive(tokens, at, text);
  const form = formOf(verb, text);
  const isPresent = helpers.some((helper) => /^(?:is|are|am|['’]s|['’]re|['’]m|do|does)$/u.test(helper));
  if (form === "going" && isPresent) return "future";
  if (isPresent) return form.endsWith("ing") || helpers.length > 0 ? "present" : null;
  if (verb.upos !== "VERB" && verb.upos !== "AUX") return null;
  if (form.endsWith("ing")) return null;
  if (isPastForm(form, verb.lemma)) return "past";
  return "present";
}

const formOf = (token: ParsedToken, text: string): string => text.slice(token.start, token.end).toLowerCase();

const isPastForm = (form: string, lemma: string): boolean => {
  if (form === lemma.toLowerCase()) return sameForms.has(form);
  return form !== `${lemma}s` && form !== `${lemma}es` && !/(?:ies|[^aeiou]es|s)$/u.test(form.slice(-3))
    ? true
    : /^(?:was|were)$/u.test(form);
};

const isInfinitive = (tokens: readonly ParsedToken[], at: number): boolean =>
  tokens.some((token) => token.head === at && token.relation === "mark" && token.lemma.toLowerCase() === "to");

/** "to meet" after "plans" or "is" lies ahead; after "managed" it is as far back as "managed". */
function tenseOfInfinitive(tokens: readonly ParsedToken[], at: number, text: string): Tense {
  const above = tokens[at]?.head ?? -1;
  const head = tokens[above];
  if (!head) return "future";
  if (aheadVerbs.has(head.lemma.toLowerCase())) return "future";
  if (head.upos === "NOUN" || head.upos === "ADJ") return "future";
  const tense = tenseOf(tokens, above, text);
  return tense === "present" ? "future" : tense;
}
