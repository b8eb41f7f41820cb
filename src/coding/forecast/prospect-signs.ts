import { type EventSentence, hasMark, headAt, lemmaAt, relationAt, uposAt } from "../event/event-sentence.ts";
import { isPassive } from "../event/voice.ts";
import type { Likelihood } from "./forecast.ts";
import type { ForecastLexicon } from "./forecast-lexicon.ts";
import { isInfinitive, type Prospect } from "./prospect.ts";

/** What is said by a verb that has one of them. */
export const auxiliaries: ReadonlyMap<string, Likelihood> = new Map([
  ["will", "will"],
  ["shall", "will"],
  ["would", "will"],
  ["should", "likely"],
  ["ought", "likely"],
  ["may", "may"],
  ["might", "may"],
  ["could", "may"],
  ["can", "may"],
]);

/** "will fall", "could not have fallen" left out. */
export function auxiliaryAt(sentence: EventSentence, token: number): Prospect | null {
  const { tree } = sentence;
  const lemma = lemmaAt(sentence, token);
  const likelihood = auxiliaries.get(lemma);
  if (likelihood === undefined || (uposAt(sentence, token) !== "AUX" && lemma !== "ought")) return null;
  const matter = verbOf(sentence, token);
  if (matter < 0 || tree.tokens[matter] === undefined) return null;
  const isPerfect = tree.by(matter, "aux").some((at) => at > token && lemmaAt(sentence, at) === "have");
  if (isPerfect && lemma !== "will") return null;
  const top = lemma === "ought" ? token : matter;
  return { sentence, sign: "auxiliary", token, matter, top, expectation: null, likelihood };
}

/** The verb of an auxiliary, also where the parser took that for the verb ("there'll be"); -1 where it is left out. */
function verbOf(sentence: EventSentence, auxiliary: number): number {
  if (relationAt(sentence, auxiliary) === "aux") return headAt(sentence, auxiliary);
  if (lemmaAt(sentence, auxiliary) === "ought") return sentence.tree.by(auxiliary, "xcomp")[0] ?? -1;
  const next = [auxiliary + 1, auxiliary + 2, auxiliary + 3].find((at) => uposAt(sentence, at) === "VERB");
  if (next === undefined) return -1;
  const isFree = sentence.tree.by(next, "aux").every((at) => at === auxiliary);
  return isFree ? next : -1;
}

/** "is likely to fall", "is expected to fall", "it is likely that", "a chance that"; never "expects to". */
export function frameAt(sentence: EventSentence, token: number, { frames }: ForecastLexicon): Prospect | null {
  const { tree } = sentence;
  const likelihood = frames.get(lemmaAt(sentence, token)) ?? frames.get(sentence.forms[token] ?? "");
  if (likelihood === undefined || isComparing(sentence, token)) return null;
  const told = { sentence, sign: "frame", token, expectation: null, likelihood } as const;
  const infinitive = tree.of(token).find((at) => isInfinitive(sentence, at));
  switch (uposAt(sentence, token)) {
    case "VERB":
      if (infinitive === undefined || !isVerbOfFrame(sentence, token)) return null;
      return { ...told, matter: infinitive, top: token };
    case "NOUN": {
      const clause = tree.by(token, "acl").find((at) => hasMark(sentence, at, "that"));
      return clause === undefined ? null : { ...told, matter: clause, top: clause };
    }
    default: {
      if (infinitive !== undefined) return { ...told, matter: infinitive, top: token };
      const clause = impersonalClause(sentence, token);
      return clause === undefined ? null : { ...told, matter: clause, top: clause };
    }
  }
}

/** "more likely than others to". */
const isComparing = ({ tree, forms }: EventSentence, token: number): boolean =>
  tree.by(token, "advmod").some((at) => /^(?:more|less)$/u.test(forms[at] ?? ""));

const isVerbOfFrame = (sentence: EventSentence, token: number): boolean =>
  /^(?:going|gonna|threatens?)$/u.test(sentence.forms[token] ?? "") || isPassive(sentence, token);

/** "it is likely that they leave". */
const impersonalClause = (sentence: EventSentence, token: number): number | undefined =>
  sentence.tree.by(token, "nsubj", "expl").some((at) => lemmaAt(sentence, at) === "it")
    ? sentence.tree.by(token, "ccomp", "csubj").find((at) => sentence.tree.by(at, "nsubj", "expl").length > 0)
    : undefined;

/** "a new war is inevitable", "is out of the question", "is weeks away", "is expected within days". */
export function verdictAt(sentence: EventSentence, token: number, lexicon: ForecastLexicon): Prospect | null {
  const { tree } = sentence;
  if (tree.by(token, "nsubj", "csubj").length === 0) return null;
  if (tree.by(token, "ccomp").length > 0 || tree.of(token).some((at) => isInfinitive(sentence, at))) return null;
  const likelihood = verdictOf(sentence, token, lexicon);
  return likelihood === null
    ? null
    : { sentence, sign: "verdict", token, matter: token, top: token, expectation: null, likelihood };
}

function verdictOf(sentence: EventSentence, token: number, lexicon: ForecastLexicon): Likelihood | null {
  const lemma = lemmaAt(sentence, token);
  const passive = isPassive(sentence, token);
  if (passive && lexicon.foresights.has(lemma)) return lexicon.expectations.get(lemma) ?? null;
  if (!passive && sentence.tree.by(token, "cop").length === 0) return null;
  return lexicon.verdicts.get(lemma) ?? phraseVerdict(sentence, token);
}

function phraseVerdict(sentence: EventSentence, token: number): Likelihood | null {
  const { tree } = sentence;
  const lemma = lemmaAt(sentence, token);
  if (lemma === "question" && tree.caseOf(token).startsWith("out")) return "not";
  if (lemma === "matter" && tree.by(token, "nmod").some((at) => lemmaAt(sentence, at) === "time")) return "will";
  const isAway = (at: number): boolean => /^(?:away|off)$/u.test(lemmaAt(sentence, at));
  const isUnit = (at: number): boolean => /^(?:hour|day|week|month|year|decade)$/u.test(lemmaAt(sentence, at));
  if (isAway(token)) return tree.of(token).some(isUnit) ? "will" : null;
  return isUnit(token) && tree.by(token, "advmod", "compound").some(isAway) ? "will" : null;
}
