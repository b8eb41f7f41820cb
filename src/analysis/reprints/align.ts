import { type Common, LocalAligner } from "./local-aligner.ts";
import { type Profile, sentenceBits, wordRange } from "./profile.ts";
import { type SentencePair, sentencePairs } from "./sentence-pairs.ts";

/** A sentence of `a` and one of `b` that tell the same, or parts of it, in much the same words. */
export interface AlignedPair {
  /** Indexes into `Profile.sentences`. */
  readonly a: number;
  readonly b: number;
  /** Bits of the words that agree; of those, of words that stand as far apart in both. */
  readonly agreeing: number;
  readonly steady: number;
  /** Bits of the poorer of the two: what could have agreed. */
  readonly possible: number;
  /** Of the words of the shorter, the part that agrees, 0 to 1. */
  readonly kept: number;
}

/** How two texts hang together, sentence by sentence, whatever their order. */
export interface Alignment {
  readonly pairs: readonly AlignedPair[];
  /** By sentence, the part of its bits, 0 to 1, that corresponds to something in the other text. */
  readonly coveredA: Float32Array;
  readonly coveredB: Float32Array;
}

/** What agrees must tell so much, in bits: a rare word alone does not suffice. */
export const fewestBits = 10;
/** And so much of what could agree must. Half of the words replaced leave a half; chance, a tenth (decision 0014). */
const leastAgreement = 0.25;
/** Sentences whose lengths differ by less correspond as wholes; of a longer one only the stretches that agree do. */
const likeLengths = 1.6;

/**
 * Finds for each sentence of either text what corresponds to it in the other, the likest first. No word is used twice; a
 * sentence may correspond to several, as some who copy join sentences or divide them.
 */
export function align(a: Profile, b: Profile): Alignment {
  const aligner = new LocalAligner(a, b);
  const [wholeA, wholeB] = [sentenceBits(a), sentenceBits(b)];
  const [leftA, leftB] = [wholeA.slice(), wholeB.slice()];
  const pairs: AlignedPair[] = [];
  for (const pair of sentencePairs(a, b)) {
    const [bitsA, bitsB] = [leftA[pair.a] ?? 0, leftB[pair.b] ?? 0];
    const taken = takeCommon(aligner, pair, Math.min(bitsA, bitsB));
    if (taken === null) continue;
    if (bitsA < likeLengths * bitsB && bitsB < likeLengths * bitsA) {
      add(taken.a, aligner.use("a", wordRange(a, pair.a)));
      add(taken.b, aligner.use("b", wordRange(b, pair.b)));
    }
    leftA[pair.a] = bitsA - taken.a.bits;
    leftB[pair.b] = bitsB - taken.b.bits;
    pairs.push(toAlignedPair(pair, taken));
  }
  return { pairs, coveredA: coverage(wholeA, leftA), coveredB: coverage(wholeB, leftB) };
}

interface Amount {
  bits: number;
  words: number;
}

/** What was found in common, and what was used up for it of either sentence. */
interface Taken {
  readonly found: readonly Common[];
  readonly a: Amount;
  readonly b: Amount;
}

function add(sum: Amount, more: Amount): void {
  sum.bits += more.bits;
  sum.words += more.words;
}

/** The likest stretches, and after them others of the same two sentences: what a copyist turned round within one. */
function takeCommon(aligner: LocalAligner, pair: SentencePair, possible: number): Taken | null {
  const found: Common[] = [];
  const [a, b] = [
    { bits: 0, words: 0 },
    { bits: 0, words: 0 },
  ];
  while (pair.isSame || possible >= fewestBits / 2) {
    const next = aligner.best(pair.a, pair.b);
    if (next === null || next.agreeing < Math.min(fewestBits, 0.9 * possible)) break;
    if (found.length === 0 && next.agreeing < leastAgreement * possible) break;
    found.push(next);
    add(a, aligner.use("a", next.a));
    add(b, aligner.use("b", next.b));
  }
  return found.length === 0 ? null : { found, a, b };
}

function toAlignedPair({ a, b }: SentencePair, taken: Taken): AlignedPair {
  const sum = (of: (one: Common) => number): number => taken.found.reduce((total, one) => total + of(one), 0);
  const agreeing = sum((one) => one.agreeing);
  return {
    a,
    b,
    agreeing,
    steady: sum((one) => one.steady),
    possible: Math.max(agreeing, Math.min(taken.a.bits, taken.b.bits)),
    kept: Math.min(1, sum((one) => one.words) / Math.max(1, Math.min(taken.a.words, taken.b.words))),
  };
}

const coverage = (whole: Float32Array, left: Float32Array): Float32Array =>
  whole.map((bits, at) => 1 - Math.max(0, left[at] ?? 0) / bits);
