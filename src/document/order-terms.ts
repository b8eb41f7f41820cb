import type { SentenceFacts } from "./order-facts.ts";
import {
  pairFeatureNames,
  pairVector,
  placeFeatureNames,
  placeVector,
  type TextFacts,
  textFacts,
} from "./order-features.ts";

/** Of two sentences: that the later one is 1, 2, 3 or 4 to 6 sentences later, or anywhere later. */
export const pairDistances = ["1", "2", "3", "4-6", "any"] as const;
export const places = ["first", "second", "third", "last", "falling"] as const;

/** How far each feature at each distance and place lies from what random orders of the same sentences give. */
export interface OrderTerms {
  /** In standard deviations of random orders: `[distance][feature]`. */
  readonly pair: readonly (readonly number[])[];
  /** In the feature's own unit: `[place][feature]`. */
  readonly place: readonly (readonly number[])[];
}

/** Of at least three sentences. A permutation test for each feature: mean and spread over random orders. */
export function orderTerms(facts: readonly SentenceFacts[]): OrderTerms {
  const known = textFacts(facts);
  return {
    pair: pairTerms(facts, known),
    place: placeTerms(facts.map((fact) => placeVector(fact, known))),
  };
}

/** Each feature summed over some pairs. */
class PairSums {
  count = 0;
  readonly sums = new Float64Array(pairFeatureNames.length);
  add(values: Float64Array, factors?: Float64Array): void {
    this.count++;
    for (let index = 0; index < values.length; index++) {
      const value = values[index] ?? 0;
      if (value !== 0) this.sums[index] = (this.sums[index] ?? 0) + value * (factors?.[index] ?? 1);
    }
  }
  mean(index: number): number {
    return (this.sums[index] ?? 0) / Math.max(1, this.count);
  }
}

function pairTerms(facts: readonly SentenceFacts[], known: TextFacts): OrderTerms["pair"] {
  const observed = pairDistances.map(() => new PairSums());
  const [blind, squares] = [new PairSums(), new PairSums()];
  const [next, second, third, near, later] = observed;
  const byDistance = [undefined, next, second, third, near, near, near];
  for (const [a, b, isBlind] of comparedPairs(facts.length)) {
    const [first, then] = [facts[a], facts[b]];
    if (!first || !then) continue;
    const values = pairVector(first, then, known);
    byDistance[b - a]?.add(values);
    if (!isBlind) continue;
    blind.add(values);
    squares.add(values, values);
    if (b > a) later?.add(values);
  }
  const spreads = pairFeatureNames.map((_, index) =>
    Math.max(leastSpread, Math.sqrt(Math.max(0, squares.mean(index) - blind.mean(index) ** 2))),
  );
  return observed.map((pairs) =>
    spreads.map((spread, index) => ((pairs.mean(index) - blind.mean(index)) / spread) * Math.sqrt(pairs.count)),
  );
}

const leastSpread = 0.05;
const maxBlindPairs = 500;

/** Pairs of indexes, each with whether random orders are judged by it: all of them, or a sample of a longer text. */
function* comparedPairs(size: number): Generator<readonly [number, number, boolean]> {
  const all = size * (size - 1);
  // linear congruence (Knuth), the same in every run
  let state = size >>> 0;
  const isTaken = (): boolean => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32 < maxBlindPairs / all;
  };
  for (let a = 0; a < size; a++) {
    for (let b = 0; b < size; b++) {
      if (a === b) continue;
      const isBlind = all <= maxBlindPairs || isTaken();
      if (isBlind || (b > a && b < a + 7)) yield [a, b, isBlind];
    }
  }
}

function placeTerms(vectors: readonly (readonly number[])[]): OrderTerms["place"] {
  const last = vectors.length - 1;
  const at = (index: number, feature: number): number => vectors[index]?.[feature] ?? 0;
  const terms = places.map((): number[] => []);
  placeFeatureNames.forEach((_, feature) => {
    let [mean, falling] = [0, 0];
    for (let index = 0; index <= last; index++) {
      mean += at(index, feature) / vectors.length;
      falling += at(index, feature) * (0.5 - index / last);
    }
    [0, 1, 2, last].forEach((index, place) => {
      terms[place]?.push(at(index, feature) - mean);
    });
    terms[4]?.push(falling / Math.sqrt(vectors.length / 12));
  });
  return terms;
}
