import type { Pair } from "../src/publish/read-object.ts";

/** A statement as a coder or a reader has it. */
export interface Attributed {
  readonly source: readonly Pair[];
  readonly content: readonly Pair[];
}

export interface Claimed extends Attributed {
  readonly confidence: number;
}

/** What was claimed of a statement, and whether it is one. */
export interface Judged {
  readonly confidence: number;
  readonly isRight: boolean;
}

/**
 * Which of the found statements are right, as score-statements.mjs counts them: contents share at least half of their
 * words (Dice) and the sources overlap or are both absent; each of either side counts once, the closest pairs first.
 */
export function judge(text: string, gold: readonly Attributed[], found: readonly Claimed[]): readonly Judged[] {
  const starts = [...text.matchAll(/[\p{L}\p{N}]+/gu)].map(({ index }) => index);
  const wordsIn = (spans: readonly Pair[]): ReadonlySet<number> =>
    new Set(starts.filter((start) => spans.some(([from, to]) => start >= from && start < to)));
  const bag = ({ source, content }: Attributed) => ({ source: wordsIn(source), content: wordsIn(content) });
  const [wanted, claimed] = [gold.map(bag), found.map(bag)];
  const pairs = wanted.flatMap((want, w) =>
    claimed.flatMap((have, h) => {
      const size = want.content.size + have.content.size;
      const dice = size === 0 ? 0 : (2 * shared(want.content, have.content)) / size;
      const meet = want.source.size === 0 ? have.source.size === 0 : shared(want.source, have.source) > 0;
      return dice >= 0.5 && meet ? [{ dice, w, h }] : [];
    }),
  );
  const [taken, right] = [new Set<number>(), new Set<number>()];
  for (const { w, h } of pairs.sort((a, b) => b.dice - a.dice)) {
    if (taken.has(w) || right.has(h)) continue;
    taken.add(w);
    right.add(h);
  }
  return found.map(({ confidence }, h) => ({ confidence, isRight: right.has(h) }));
}

function shared(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  let count = 0;
  for (const each of a) if (b.has(each)) count++;
  return count;
}

/**
 * Expected calibration error, 0 to 1, in bins of equal width (Naeini et al. 2015): how far the mean confidence of a bin
 * is from the share that is right, by the size of the bins. 0 where nothing was claimed.
 */
export function calibrationError(judged: readonly Judged[], bins = 10): number {
  const sums = Array.from({ length: bins }, () => ({ claimed: 0, right: 0 }));
  for (const { confidence, isRight } of judged) {
    const bin = sums[Math.min(bins - 1, Math.floor(confidence * bins))];
    if (bin === undefined) throw new RangeError(`a confidence of ${confidence}, expected 0 to 1`);
    bin.claimed += confidence;
    bin.right += isRight ? 1 : 0;
  }
  const away = sums.reduce((sum, { claimed, right }) => sum + Math.abs(claimed - right), 0);
  return judged.length === 0 ? 0 : away / judged.length;
}
