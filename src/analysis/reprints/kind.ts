import { isCovered, type Likeness } from "./compare.ts";
import { type Profile, wordRange } from "./profile.ts";
import type { ReprintKind } from "./reprint.ts";

/** Of the words of aligned sentences so many agree where none was replaced: an editor's comma or "the" is nothing. */
const wordsKept = 0.95;
/** Of the aligned sentences so many stand in one order where none was moved; of reworded ones some are misaligned. */
const orderKept = { kept: 0.95, reworded: 0.8 };
/** Less of the copy than this is the report, and as much is something else; of reworded ones some is not recognised. */
const mostOfCopy = { kept: 0.6, reworded: 0.45 };
/** A sentence of fewer words is missed by nobody, nor is a standfirst: up to so many words before the report begins. */
const fewestWordsMissed = 5;
const longestStandfirst = 30;

/** What was done to `of` to make `copy` of it; `likeness` has `copy` as `a`, `of` as `b`. */
export function kindOf(of: Profile, { alignment, kept, shareA }: Likeness): ReprintKind {
  const isReworded = kept < wordsKept;
  if (shareA < (isReworded ? mostOfCopy.reworded : mostOfCopy.kept)) return "mixed";
  const { pairs } = alignment;
  const inOrder = [...pairs].sort((one, two) => one.a - two.a || one.b - two.b).map(({ b }) => b);
  const isShuffled = longestRise(inOrder) < (isReworded ? orderKept.reworded : orderKept.kept) * inOrder.length;
  if (isReworded) return isShuffled ? "mixed" : "reworded";
  if (isShuffled) return "shuffled";
  const from = begins(of, alignment.coveredB);
  return of.sentences.some((_, at) => at >= from && isMissed(of, alignment.coveredB, at)) ? "cut" : "verbatim";
}

/** The sentence from which on what is missing was cut. */
function begins(of: Profile, covered: Float32Array): number {
  const first = of.sentences.findIndex((_, at) => isCovered(covered, at));
  return (of.starts[first] ?? 0) <= longestStandfirst ? first : 0;
}

function isMissed(of: Profile, covered: Float32Array, at: number): boolean {
  const [from, to] = wordRange(of, at);
  return to - from >= fewestWordsMissed && !isCovered(covered, at);
}

/** Length of the longest part of the list, in its order, that never falls. */
function longestRise(list: readonly number[]): number {
  const ends: number[] = []; // by length less one, the least last number of a rise so long: it never falls either
  for (const number of list) {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle] ?? 0) > number) high = middle;
      else low = middle + 1;
    }
    ends[low] = number;
  }
  return ends.length;
}
