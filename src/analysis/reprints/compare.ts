import { type AlignedPair, type Alignment, align, fewestBits } from "./align.ts";
import { type Profile, sentenceBits, wordRange } from "./profile.ts";

/** Two texts that carry one report, or parts of it. */
export interface Likeness {
  readonly alignment: Alignment;
  /** How far above what is asked for, in the measure of `agreement`. */
  readonly margin: number;
  /** Of the bits of the poorer text, those that agree: 0 to 1. */
  readonly agreement: number;
  /** Of the words of the aligned sentences, those that agree: 0 to 1; 1 where none was replaced. */
  readonly kept: number;
  /** Of each text's words, the part that stands in sentences with a counterpart: 0 to 1. */
  readonly shareA: number;
  readonly shareB: number;
}

/**
 * Thresholds, tuned on one half of the shared articles and checked on the other (docs/decisions/0014).
 * `agreement` must reach `base + forShort / sqrt(bits)`: by chance a short text agrees with a long one more easily.
 * The covered part must reach `leastShare`, and more where words were kept in few sentences, up to `forKept` more: of a
 * copy whose words were kept nearly every sentence is found, while two reports of one event share a quotation and little
 * else. `manySentences` that were kept are no quotation.
 */
const thresholds = { base: 0.17, forShort: 2.7, leastShare: 0.42, forKept: 0.25, manySentences: 3 };

/** Null where the two are different articles, be it on the same event. */
export function compareReports(a: Profile, b: Profile): Likeness | null {
  if (!haveWordsInCommon(a, b)) return null;
  const alignment = align(a, b);
  if (alignment.pairs.length === 0) return null;
  const [coveredA, wholeA] = coveredBits(a, alignment.coveredA);
  const [coveredB, wholeB] = coveredBits(b, alignment.coveredB);
  const poorer = Math.min(wholeA, wholeB);
  const share = (wholeA <= wholeB ? coveredA : coveredB) / poorer;
  const possible = sum(alignment.pairs, ({ possible }) => possible) + (1 - share) * poorer;
  const agreeing = sum(alignment.pairs, ({ agreeing }) => agreeing) / possible;
  const steady = sum(alignment.pairs, ({ steady }) => steady) / possible;
  const agreement = (agreeing + steady) / 2;
  const margin = agreement - (thresholds.base + thresholds.forShort / Math.sqrt(poorer));
  if (margin < 0 || share < leastShare(agreeing / share, alignment.pairs)) return null;
  return {
    alignment,
    margin,
    agreement,
    kept: mean(alignment.pairs),
    shareA: sharedWords(a, alignment.coveredA),
    shareB: sharedWords(b, alignment.coveredB),
  };
}

/**
 * Of the rarer words of the text that has fewer, so many stand in the other, or the two need not be aligned: of cut copies
 * with half of all words replaced none had less, of candidates that are no copies five in six have.
 */
const leastInCommon = 0.25;
/** Fewer rarer words than this say nothing. */
const fewWords = 8;

function haveWordsInCommon({ connecting: a }: Profile, { connecting: b }: Profile): boolean {
  const fewer = Math.min(a.length, b.length);
  if (fewer < fewWords) return true;
  let common = 0;
  for (let [i, j] = [0, 0]; i < a.length && j < b.length; ) {
    const [one, other] = [a[i] ?? 0, b[j] ?? 0];
    if (one === other) common++;
    if (one <= other) i++;
    if (other <= one) j++;
  }
  return common >= leastInCommon * fewer;
}

/** `kept`: what agrees of what is covered, 0 to 1. */
function leastShare(kept: number, pairs: readonly AlignedPair[]): number {
  const keptSentences = pairs.filter((pair) => pair.kept >= 0.8 && pair.agreeing >= 2 * fewestBits).length;
  if (keptSentences >= thresholds.manySentences) return thresholds.leastShare;
  return thresholds.leastShare + thresholds.forKept * Math.min(1, Math.max(0, 2 * kept - 1));
}

function coveredBits(profile: Profile, covered: Float32Array): readonly [covered: number, whole: number] {
  let [inside, whole] = [0, 0];
  sentenceBits(profile).forEach((bits, at) => {
    inside += bits * (covered[at] ?? 0);
    whole += bits;
  });
  return [inside, whole];
}

/** A sentence has a counterpart where half of it, by bits, is covered. */
export const isCovered = (covered: Float32Array, at: number): boolean => (covered[at] ?? 0) >= 0.5;

function sharedWords(profile: Profile, covered: Float32Array): number {
  let words = 0;
  for (let at = 0; at < profile.sentences.length; at++) {
    const [from, to] = wordRange(profile, at);
    if (isCovered(covered, at)) words += to - from;
  }
  return words / profile.keys.length;
}

const sum = (pairs: readonly AlignedPair[], of: (pair: AlignedPair) => number): number =>
  pairs.reduce((total, pair) => total + of(pair), 0);

/** Long sentences count more. */
const mean = (pairs: readonly AlignedPair[]): number =>
  sum(pairs, ({ kept, possible }) => kept * possible) / sum(pairs, ({ possible }) => possible);
