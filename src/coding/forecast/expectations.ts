import { type EventSentence, headAt, lemmaAt, uposAt } from "../event/event-sentence.ts";
import { isPassive } from "../event/voice.ts";
import type { ForecastLexicon } from "./forecast-lexicon.ts";
import { isInfinitive, type Prospect } from "./prospect.ts";
import { auxiliaries } from "./prospect-signs.ts";

/** "expects Norland to leave", "doubts that it will", "predicted a war", "is convinced that it would". */
export function expectationsAt(sentence: EventSentence, token: number, lexicon: ForecastLexicon): readonly Prospect[] {
  const { tree } = sentence;
  const lemma = lemmaAt(sentence, token);
  const likelihood = lexicon.expectations.get(lemma);
  if (likelihood === undefined || !isHeld(sentence, token)) return [];
  const told = { sentence, token, expectation: token, likelihood } as const;
  const foresees = lexicon.foresights.has(lemma);
  const clauses = tree.by(token, "ccomp", "xcomp").filter((at) => {
    if (isInfinitive(sentence, at)) return foresees;
    return hasAuxiliary(sentence, at) || (foresees && isPresent(sentence, at));
  });
  if (clauses.length > 0) return clauses.map((at) => ({ ...told, sign: "expectation", matter: at, top: at }));
  if (!foresees) return [];
  return tree
    .by(token, "obj")
    .filter((at) => uposAt(sentence, at) === "NOUN")
    .map((at) => {
      const clause = tree.by(at, "acl").find((inner) => isReduced(sentence, inner));
      return clause === undefined
        ? { ...told, sign: "foresight", matter: at, top: at }
        : { ...told, sign: "expectation", matter: clause, top: clause };
    });
}

/** By somebody: not "is expected", nor "make sure". */
function isHeld(sentence: EventSentence, token: number): boolean {
  const upos = uposAt(sentence, token);
  if (upos === "ADJ") return lemmaAt(sentence, headAt(sentence, token)) !== "make";
  return upos === "VERB" && (!isPassive(sentence, token) || /^(?:convince|worry)/u.test(lemmaAt(sentence, token)));
}

const hasAuxiliary = (sentence: EventSentence, token: number): boolean =>
  sentence.tree.by(token, "aux").some((at) => auxiliaries.has(lemmaAt(sentence, at)));

/** "predicted the situation would improve", which the parser took for a relative clause. */
const isReduced = (sentence: EventSentence, token: number): boolean =>
  hasAuxiliary(sentence, token) && sentence.tree.by(token, "nsubj", "obj", "mark").length === 0;

/** "fears the truce is over". */
function isPresent(sentence: EventSentence, token: number): boolean {
  const helper = sentence.tree.by(token, "aux", "cop")[0] ?? token;
  const form = sentence.forms[helper] ?? "";
  return (
    /^(?:is|are|['’]s)$/u.test(form) || (uposAt(sentence, helper) === "VERB" && form === lemmaAt(sentence, helper))
  );
}
