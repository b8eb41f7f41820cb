import type { ParsedToken, SentenceParse } from "../../reader/sentence-parse.ts";
import { lastStartingBy } from "../../text/span.ts";
import type { Tense } from "./time-term.ts";

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(" "));

/** What an infinitive, or a participle of it, lies ahead of: "plans to meet", "a vote expected on Friday". */
const aheadVerbs = setOf(
  "plan expect schedule hope intend vow promise want aim prepare pledge threaten seek set slate agree decide urge ask propose call require need invite wait",
);
const aheadParticiples = setOf("expected scheduled planned set slated due");
const aheadNouns = setOf(
  "plan decision agreement intention pledge promise proposal bid effort deal vote deadline threat vow willingness chance ability desire hope request offer invitation order call likely ready due poised able willing eager set bound certain sure",
);
const surelyAhead = setOf("will 'll ’ll wo shall would");
const maybeAhead = setOf("may might could should must");
/** In the present they say what is planned: "the talks open Thursday". */
const plannedVerbs = setOf(
  "expect anticipate plan intend begin start open end close hold vote debut air go face meet host visit head travel return convene arrive depart leave expire speak appear resume take come launch release play kick run stop",
);
const pastHelpers = setOf("was were had did has have been 've ’ve 'd ’d");
const presentHelpers = setOf("is are am 's ’s 're ’re 'm ’m do does");
/** "The ministry says Monday": the words are of the day before, whatever their form. */
const tellingVerbs = setOf("say write tell report note argue show reveal suggest indicate find announce");
/** Their past form is their present form too. */
const sameForms = setOf("put set cut hit let shut cost hurt quit read spread split beat");

/**
 * The tense of the verb that governs the word at `offset` of the document's text, by the parse of its sentence; null
 * where the parse does not tell. What is planned in the present is ahead: "the talks open Thursday".
 */
export function tenseFromParse({ tokens }: SentenceParse, text: string, offset: number): Tense {
  const at = lastStartingBy(tokens, offset);
  // "Monday's talks worry him": the verb is that of the talks, not of the day
  if (/^(?:nmod|compound|amod)/u.test(tokens[at]?.relation ?? "")) return null;
  let verb = governor(tokens, at);
  for (let steps = 0; verb >= 0 && steps < tokens.length; steps++) {
    const tense = tenseOf(tokens, verb, text);
    if (tense !== null) return tense;
    verb = governor(tokens, verb);
  }
  return null;
}

/** The nearest head above that is a verb or has an auxiliary; -1 where there is none. */
function governor(tokens: readonly ParsedToken[], from: number): number {
  let at = tokens[from]?.head ?? -1;
  for (let steps = 0; at >= 0 && steps < tokens.length; steps++) {
    const token = tokens[at];
    if (token?.upos === "VERB" || (token?.upos === "AUX" && !isAuxiliary(token))) return at;
    if (tokens.some((other) => other.head === at && isAuxiliary(other))) return at;
    at = token?.head ?? -1;
  }
  return -1;
}

const isAuxiliary = ({ relation }: ParsedToken): boolean => /^(?:aux|cop)/u.test(relation);
const formOf = (token: ParsedToken, text: string): string => text.slice(token.start, token.end).toLowerCase();

function tenseOf(tokens: readonly ParsedToken[], at: number, text: string): Tense {
  const verb = tokens[at];
  if (!verb) return null;
  const helpers = tokens.filter((token) => token.head === at && isAuxiliary(token)).map((token) => formOf(token, text));
  const form = formOf(verb, text);
  if (helpers.some((helper) => surelyAhead.has(helper))) {
    // "would have met" lies behind
    return helpers.includes("have") && helpers.includes("would") ? "past" : "future";
  }
  if (helpers.some((helper) => maybeAhead.has(helper))) return helpers.includes("have") ? "past" : "future";
  if (helpers.some((helper) => pastHelpers.has(helper))) return "past";
  if (isInfinitive(tokens, at)) return tenseOfInfinitive(tokens, at, text);
  if (helpers.some((helper) => presentHelpers.has(helper))) {
    const isUnderWay = form.endsWith("ing") || helpers.includes("being");
    return isUnderWay || aheadParticiples.has(form) ? "future" : "present";
  }
  if ((verb.upos !== "VERB" && verb.upos !== "AUX") || form.endsWith("ing")) return null;
  if (/^(?:acl|advcl|amod)/u.test(verb.relation) && aheadParticiples.has(form)) return "future";
  if (isPastForm(form, verb.lemma) || tellingVerbs.has(verb.lemma)) return "past";
  return plannedVerbs.has(verb.lemma) ? "future" : "present";
}

const isPastForm = (form: string, lemma: string): boolean =>
  form === lemma.toLowerCase() ? sameForms.has(form) : form === "was" || !form.endsWith("s");

const isInfinitive = (tokens: readonly ParsedToken[], at: number): boolean =>
  tokens.some((token) => token.head === at && token.relation === "mark" && token.lemma.toLowerCase() === "to");

/** "to meet" after "plans", "a plan" or "is" lies ahead; after "managed" it is as far back as "managed". */
function tenseOfInfinitive(tokens: readonly ParsedToken[], at: number, text: string): Tense {
  const above = tokens[at]?.head ?? -1;
  const head = tokens[above];
  if (!head) return "future";
  const lemma = head.lemma.toLowerCase();
  const hadBefore = tokens.some((token) => token.head === above && formOf(token, text) === "had");
  // "had urged it to answer by July 31": ahead of the urging, and nobody knows on which side of the document
  if (aheadVerbs.has(lemma) || aheadNouns.has(lemma)) return hadBefore ? null : "future";
  if (head.upos !== "VERB" && head.upos !== "AUX") return null;
  const tense = tenseOf(tokens, above, text);
  return tense === "present" ? "future" : tense;
}
