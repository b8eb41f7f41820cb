import type { SentenceFacts } from "./order-facts.ts";
import {
  type PairFeatureName,
  type PlaceFeatureName,
  pairFeatureNames,
  pairVector,
  placeFeatures,
  type TextFacts,
  textFacts,
} from "./order-features.ts";
import { functionWords } from "./order-words.ts";

/** What was fitted: log odds. A name or word that is not there weighs nothing. */
export interface OrderWeights {
  /** `b` follows `a` one, two and three sentences later, against two sentences of the same text picked blindly. */
  readonly pair: readonly [PairWeights, PairWeights, PairWeights];
  /** A sentence is one of the first two of its text; stands in the first rather than in the last third. */
  readonly opening: PlaceWeights;
  readonly early: PlaceWeights;
  /** The text is disordered. */
  readonly signal: Readonly<Record<SignalName, number>>;
}
export type PairWeights = Readonly<Partial<Record<PairFeatureName, number>>>;
export interface PlaceWeights {
  readonly features: Readonly<Partial<Record<PlaceFeatureName, number>>>;
  readonly words: Readonly<Record<string, number>>;
}

export const signalNames = [
  "bias",
  "pairSum",
  "pairScore",
  "secondScore",
  "thirdScore",
  "opening",
  "openingScore",
  "betterOpenings",
  "falling",
  "fallingScore",
  "surnameFirst",
  "fullNameFirst",
  "quotationsWhole",
  "quotationsTorn",
  "quotationsTornShare",
  "abbreviationsTorn",
  "abbreviationsTornMore",
  "size",
] as const;
export type SignalName = (typeof signalNames)[number];

/** Numbers that speak for or against the order of at least three sentences; `text` is the text that they stand in. */
export function orderSignals(
  text: string,
  facts: readonly SentenceFacts[],
  weights: OrderWeights,
): Readonly<Record<SignalName, number>> {
  const known = textFacts(facts);
  const [next, second, third] = cohesion(facts, known, weights.pair);
  const torn = tornAbbreviations(text);
  return {
    bias: 1,
    pairSum: next.sum,
    pairScore: next.score,
    secondScore: second.score,
    thirdScore: third.score,
    ...openingSignals(facts.map((fact) => placeScore(fact, known, weights.opening))),
    ...fallingSignals(facts.map((fact) => placeScore(fact, known, weights.early))),
    ...nameSignals(facts),
    ...quotationSignals(facts),
    abbreviationsTorn: Math.min(2, torn),
    abbreviationsTornMore: Math.max(0, Math.min(6, torn) - 2),
    size: Math.log(facts.length),
  };
}

function placeScore(a: SentenceFacts, text: TextFacts, weights: PlaceWeights): number {
  let sum = 0;
  for (const [name, weight] of Object.entries(weights.features)) {
    sum += weight * Number(placeFeatures[name as PlaceFeatureName](a, text));
  }
  for (const word of a.words) if (Object.hasOwn(weights.words, word)) sum += weights.words[word] ?? 0;
  return sum;
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
function deviation(values: readonly number[]): number {
  const middle = mean(values);
  return Math.sqrt(mean(values.map((value) => (value - middle) ** 2)));
}

/** Pairs of different indexes below `size`, the same in every run: at most `limit`, from a linear congruence (Knuth). */
function blindPairs(size: number, limit: number): readonly (readonly [number, number])[] {
  let state = size >>> 0;
  const below = (bound: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * bound);
  };
  return Array.from({ length: Math.min(limit, size * (size - 1)) }, () => {
    const a = below(size);
    const b = below(size - 1);
    return [a, b < a ? b : b + 1] as const;
  });
}

/** How much better neighbours fit than pairs picked blindly: a permutation test with a normal approximation. */
function cohesion(facts: readonly SentenceFacts[], text: TextFacts, weights: OrderWeights["pair"]) {
  const vector = (a: number, b: number): readonly number[] => {
    const first = facts[a];
    const then = facts[b];
    return first && then ? pairVector(first, then, text) : [];
  };
  const blind = blindPairs(facts.length, 240).map(([a, b]) => vector(a, b));
  const of = (named: PairWeights, distance: number) => {
    const lag = pairFeatureNames.map((name) => named[name] ?? 0);
    const score = (values: readonly number[]) =>
      values.reduce((sum, value, index) => sum + value * (lag[index] ?? 0), 0);
    const expected = blind.map(score);
    const count = Math.max(0, facts.length - distance);
    let sum = 0;
    for (let index = 0; index < count; index++) sum += score(vector(index, index + distance));
    const spread = Math.max(0.15, deviation(expected)) * Math.sqrt(Math.max(1, count));
    return { sum, score: (sum - count * mean(expected)) / spread };
  };
  return [of(weights[0], 1), of(weights[1], 2), of(weights[2], 3)] as const;
}

/** Do the first two sentences open a text better than the others would? */
function openingSignals(scores: readonly number[]) {
  const [first = 0, second = 0] = scores;
  const middle = mean(scores);
  const opening = first - middle + 0.7 * (second - middle);
  return {
    opening,
    openingScore: opening / (deviation(scores) + 0.1),
    betterOpenings: scores.filter((score) => score > first).length / scores.length,
  };
}

/** Do sentences that should stand early stand early? */
function fallingSignals(scores: readonly number[]) {
  const middle = mean(scores);
  const last = scores.length - 1;
  let falling = 0;
  scores.forEach((score, index) => {
    falling += (score - middle) * (0.5 - index / last);
  });
  return { falling, fallingScore: falling / (deviation(scores) + 0.05) / Math.sqrt(scores.length / 12) };
}

/** "Price said" before "State Department spokesperson Ned Price said". A first sentence may be a headline: no bare name counts there. */
function nameSignals(facts: readonly SentenceFacts[]) {
  const full = mentions(facts.map((fact) => fact.full));
  const bare = mentions(facts.map((fact, index) => (index === 0 ? new Set<string>() : fact.bare)));
  let surnameFirst = 0;
  let fullNameFirst = 0;
  for (const [name, withFirst] of full) {
    const without = bare.get(name);
    if (!without) continue;
    const all = withFirst.count + without.count;
    if (without.first < withFirst.first) surnameFirst += Math.min(2, Math.log(all / without.count) + 0.5);
    else fullNameFirst += Math.log(all / withFirst.count);
  }
  return { surnameFirst, fullNameFirst };
}

function mentions(sentences: readonly ReadonlySet<string>[]) {
  const out = new Map<string, { first: number; count: number }>();
  sentences.forEach((names, index) => {
    for (const name of names) {
      const known = out.get(name);
      if (known) known.count++;
      else out.set(name, { first: index, count: 1 });
    }
  });
  return out;
}

/** Quotations of several sentences: closed where they were opened, or torn. A new paragraph may open one again. */
function quotationSignals(facts: readonly SentenceFacts[]) {
  let whole = 0;
  let torn = 0;
  let inside = false;
  for (const { marks, opensFirst, closesEarlier, leavesOpen } of facts) {
    if (!marks) continue;
    if (closesEarlier && inside) whole++;
    else if (closesEarlier || (inside && !opensFirst)) torn++;
    inside = leavesOpen;
  }
  return {
    quotationsWhole: Math.sqrt(whole),
    quotationsTorn: Math.min(6, torn),
    quotationsTornShare: torn / (torn + whole + 1),
  };
}

const abbreviation =
  /(?<![\p{L}.])(?:(?<title>Mr|Mrs|Ms|Dr|Sens?|Govs?|Reps?|Gen|Lt|Col|Sgt|Capt|Maj|Rev|Prof|St|Mt|Ft|(?<=\p{Lu}\p{L}{1,30} )\p{Lu})|Jan|Feb|Aug|Sept|Oct|Nov|Dec)\.\s+(?<next>\P{Z}+)/gu;

/** "Sen." before a word that is no name, "Sept." before one that is no number: cut there, and put together wrongly. */
function tornAbbreviations(text: string): number {
  let torn = 0;
  for (const { groups } of text.matchAll(abbreviation)) {
    const next = groups?.next ?? "";
    if (groups?.title ? !opensName(next) : !/^\p{N}/u.test(next)) torn++;
  }
  return torn;
}

const opensName = (word: string): boolean =>
  /^(?:\p{Lu}|(?:de|von|van|al|el|bin|da|di|du|la)\b)/u.test(word) &&
  !functionWords.has(word.toLowerCase().replace(/[^\p{L}\p{N}]/gu, ""));
