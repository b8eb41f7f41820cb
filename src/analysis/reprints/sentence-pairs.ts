import { type Profile, sentenceBits, wordRange } from "./profile.ts";

/** Two sentences that may tell the same, by index into `Profile.sentences`. */
export interface SentencePair {
  readonly a: number;
  readonly b: number;
  /** They have the same words in the same order. */
  readonly isSame: boolean;
}

/** A commoner word brings no two sentences together. */
const fewestBits = 3;
/** Nor does one that so many sentences of a text have: it is what the text is about. */
const mostSentences = 40;
/** Each sentence is compared with so many of the other text. */
const mostCandidates = 6;
/** What two sentences have in common must tell so much, in bits, and be such a part of the poorer one. */
const fewestCommonBits = 5;
const leastPart = 0.15;

/**
 * The pairs worth aligning, the likest first: by the words they have in common, whatever the order of these; and
 * those that are the same, which may be of common words alone.
 */
export function sentencePairs(a: Profile, b: Profile): readonly SentencePair[] {
  const index = indexOf(b);
  const same = sameSentences(b);
  const [bitsA, bitsB] = [sentenceBits(a), sentenceBits(b)];
  const found: Likened[] = [];
  for (let at = 0; at < a.sentences.length; at++) {
    const own = bitsA[at] ?? 0;
    const pairs: Likened[] = [];
    for (const [other, common] of commonBits(a, at, index)) {
      const theirs = bitsB[other] ?? 0;
      if (common < fewestCommonBits || common < leastPart * Math.min(own, theirs)) continue;
      pairs.push({ a: at, b: other, isSame: false, likeness: common / (own + theirs) });
    }
    found.push(...pairs.sort(likestFirst).slice(0, mostCandidates));
    const equal = same.get(wordsOf(a, at))?.next().value;
    if (equal !== undefined) found.push({ a: at, b: equal, isSame: true, likeness: 1 });
  }
  return found.sort(likestFirst);
}

interface Likened extends SentencePair {
  readonly likeness: number;
}

const likestFirst = (one: Likened, two: Likened): number =>
  two.likeness - one.likeness || one.a - two.a || one.b - two.b;

/** By their words, the sentences that have these and no others, each to be taken once, in order. */
function sameSentences(profile: Profile): ReadonlyMap<string, Iterator<number, undefined>> {
  const same = new Map<string, number[]>();
  for (let at = 0; at < profile.sentences.length; at++) {
    const words = wordsOf(profile, at);
    const known = same.get(words);
    if (known) known.push(at);
    else same.set(words, [at]);
  }
  return new Map([...same].map(([words, sentences]) => [words, sentences.values()]));
}

const wordsOf = (profile: Profile, at: number): string => profile.keys.subarray(...wordRange(profile, at)).join(" ");

/** By key and by sound, the sentences that have it. */
function indexOf(profile: Profile): ReadonlyMap<number, readonly number[]> {
  const index = new Map<number, number[]>();
  const put = (key: number, at: number): void => {
    const known = index.get(key);
    if (known === undefined) index.set(key, [at]);
    else if (known.at(-1) !== at) known.push(at);
  };
  for (let at = 0; at < profile.sentences.length; at++) {
    const [from, to] = wordRange(profile, at);
    for (let word = from; word < to; word++) {
      if ((profile.bits[word] ?? 0) < fewestBits) continue;
      put(profile.keys[word] ?? 0, at);
      if (profile.sounds[word] !== 0) put(profile.sounds[word] ?? 0, at);
    }
  }
  return index;
}

/** Of sentence `at` of `a`: by sentence of the other text, the bits of the words it has too. */
function commonBits(
  a: Profile,
  at: number,
  index: ReadonlyMap<number, readonly number[]>,
): ReadonlyMap<number, number> {
  const [from, to] = wordRange(a, at);
  const common = new Map<number, number>();
  const seen = new Set<number>();
  for (let word = from; word < to; word++) {
    const key = a.keys[word] ?? 0;
    if (seen.has(key)) continue;
    seen.add(key);
    const others = index.get(key) ?? (a.sounds[word] === 0 ? undefined : index.get(a.sounds[word] ?? 0));
    if (others === undefined || others.length > mostSentences) continue;
    for (const other of others) common.set(other, (common.get(other) ?? 0) + (a.weights[word] ?? 0));
  }
  return common;
}
