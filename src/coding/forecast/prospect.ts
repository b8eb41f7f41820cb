import type { Document } from "../../document/document.ts";
import { type EventSentence, hasMark, relationAt } from "../event/event-sentence.ts";
import { negations } from "../event/status-words.ts";
import type { Likelihood } from "./forecast.ts";

/**
 * What says that something lies ahead: an auxiliary ("will"), a frame ("is likely to"), who expects it, with a clause
 * or with a noun ("predicts a war"), or a verdict on it ("a war is inevitable").
 */
export type Sign = "auxiliary" | "frame" | "expectation" | "foresight" | "verdict";

/** Words that tell of something ahead: a forecast, an intention, a schedule, a supposition. Tokens by index. */
export interface Prospect {
  readonly sentence: EventSentence;
  readonly sign: Sign;
  /** The word that is the sign. */
  readonly token: number;
  /** What lies ahead: a predicate, or the noun of "predicts a war". */
  readonly matter: number;
  /** Head of the clause that tells it: the frame of "X is likely to fall", else the matter. */
  readonly top: number;
  /** The word by which somebody expects it: "doubts". */
  readonly expectation: number | null;
  /** By the sign alone. */
  readonly likelihood: Likelihood;
}

export const isInfinitive = (sentence: EventSentence, token: number): boolean =>
  hasMark(sentence, token, "to") && /^(?:xcomp|advcl|acl|ccomp|csubj)$/u.test(relationAt(sentence, token));

/** "will not fall", "no deal will come". */
export const isNegated = ({ tree }: EventSentence, token: number): boolean =>
  [...tree.by(token, "advmod", "det"), ...tree.by(token, "nsubj").flatMap((at) => [at, ...tree.by(at, "det")])].some(
    (at) => negations.has(tree.tokens[at]?.lemma.toLowerCase() ?? ""),
  );

/** "will hurt us", who are not the US. */
export const isUs = (tokens: readonly number[], { tree }: EventSentence, { text }: Document): boolean =>
  tokens.some((at) => /^(?:[Uu]s|[Mm]e)$/u.test(text.slice(tree.tokens[at]?.start, tree.tokens[at]?.end)));
