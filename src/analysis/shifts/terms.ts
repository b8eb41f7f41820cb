import type { PositionRow } from "../../ledger/ledger.ts";
import { likeness } from "../../reader/sentence-encoder.ts";
import { contentWords } from "../content-words.ts";

/** On what a party would agree, over some records; empty where none of them says. */
export interface Terms {
  readonly words: ReadonlySet<string>;
  readonly vectors: readonly Float32Array[];
}

export type Vectors = ReadonlyMap<string, Float32Array>;

export function termsOf(rows: readonly PositionRow[], vectors: Vectors): Terms {
  const conditions = rows.flatMap(({ words }) => words.conditions);
  return {
    words: new Set(conditions.flatMap(contentWords)),
    vectors: conditions.flatMap((condition) => vectors.get(condition) ?? []),
  };
}

export const joined = (a: Terms, b: Terms): Terms => ({
  words: new Set([...a.words, ...b.words]),
  vectors: [...a.vectors, ...b.vectors],
});

/** A quarter of the shorter one's words: "the guns around Merrin", "shelling around Merrin". */
const sharedWords = 0.25;
/** Cosine of two conditions that say the same in other words, by all-MiniLM-L6-v2. */
const likeEnough = 0.55;

/** True also where one side names none: what is not said has not changed. */
export function sameTerms(a: Terms, b: Terms): boolean {
  const fewest = Math.min(a.words.size, b.words.size);
  if (fewest === 0) return true;
  const shared = [...a.words].filter((word) => b.words.has(word)).length;
  if (shared / fewest >= sharedWords) return true;
  return a.vectors.some((one) => b.vectors.some((other) => likeness(one, other) >= likeEnough));
}
