import { type EventSentence, lemmaAt, uposAt } from "../event/event-sentence.ts";
import type { StanceLexicon } from "./stance-lexicon.ts";

/** Whether a word turns round what hangs from it: it ends it, or is against it. */
export function isTurn(sentence: EventSentence, token: number, { turns, verbs }: StanceLexicon): boolean {
  const word = wordOf(sentence, token);
  if (turns.has(word)) return true;
  if (uposAt(sentence, token) !== "VERB") return false;
  const entries = (verbs.get(lemmaAt(sentence, token)) ?? []).filter(
    ({ particle, object }) =>
      object === null && (particle === null ? !word.includes(" ") : word.endsWith(` ${particle}`)),
  );
  return entries.length > 0 && entries.every(({ stance }) => stance === "opposes");
}

/** With its particle: "give up". */
export function wordOf(sentence: EventSentence, token: number): string {
  const lemma = lemmaAt(sentence, token);
  const next = sentence.forms[token + 1] ?? "";
  return /^(?:up|off|out|down)$/u.test(next) ? `${lemma} ${next}` : lemma;
}

const negations = /^(?:not|n't|n’t|never|no|neither|nor)$/u;

/** "not to negotiate", "no sanctions", "without talks". */
export function isNegated(sentence: EventSentence, token: number): boolean {
  const { tree } = sentence;
  if (tree.by(token, "advmod", "det", "cc").some((at) => negations.test(sentence.forms[at] ?? ""))) return true;
  if (tree.by(token, "advmod").some((at) => isNoLonger(sentence, at))) return true;
  if (tree.by(token, "advmod").some((at) => sentence.forms[at] === "t" || sentence.forms[at] === "nt")) return true; // "dont"
  return tree.by(token, "case", "mark").some((at) => lemmaAt(sentence, at) === "without");
}

/** "no longer", "not … anymore". */
const isNoLonger = ({ forms }: EventSentence, token: number): boolean =>
  forms[token] === "longer" && forms[token - 1] === "no";
