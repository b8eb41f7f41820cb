import fc from "fast-check";
import { expect, test } from "vitest";
import { bestTree } from "./tree.ts";

/** True if exactly one word has the head 0 and every word is under it. */
function isTree(heads: readonly number[]): boolean {
  if (heads.filter((head) => head === 0).length !== 1) return false;
  return heads.every((_, word) => {
    let at = word + 1;
    for (let steps = 0; at !== 0 && steps <= heads.length; steps++) at = heads[at - 1] ?? 0;
    return at === 0;
  });
}

function everyTree(count: number): readonly (readonly number[])[] {
  let all: readonly (readonly number[])[] = [[]];
  for (let word = 1; word <= count; word++) {
    all = all.flatMap((heads) => Array.from({ length: count + 1 }, (_, head) => [...heads, head]));
  }
  return all.filter(isTree);
}
const trees = [1, 2, 3, 4, 5, 6].map(everyTree);

const total = (scores: Float32Array, heads: readonly number[]): number =>
  heads.reduce((sum, head, word) => sum + (scores[word * (heads.length + 1) + head] ?? Number.NaN), 0);

const scoresOf = (count: number, score: fc.Arbitrary<number>): fc.Arbitrary<Float32Array> =>
  fc
    .array(score, { minLength: count * (count + 1), maxLength: count * (count + 1) })
    .map((scores) => Float32Array.from(scores));

// few values make ties, a favoured root makes trees that want several
const score = fc.oneof(fc.integer({ min: -3, max: 0 }), fc.float({ min: -30, max: 0, noNaN: true }));
const sentence = fc.tuple(fc.integer({ min: 1, max: 6 }), fc.constantFrom(0, 2, 20)).chain(([count, favour]) =>
  scoresOf(count, score).map((scores) => ({
    count,
    scores: scores.map((value, at) => (at % (count + 1) === 0 ? value + favour : value)),
  })),
);

test("of up to six words the tree is the best of all trees", () => {
  expect(trees.map((each) => each.length)).toEqual([1, 2, 9, 64, 625, 7776]);
  fc.assert(
    fc.property(sentence, ({ count, scores }) => {
      const heads = bestTree(scores);
      expect(isTree(heads)).toBe(true);
      const most = Math.max(...(trees[count - 1] ?? []).map((each) => total(scores, each)));
      expect(total(scores, heads)).toBeCloseTo(most, 4);
    }),
    { numRuns: 300 },
  );
});

test("whatever the scores are, there is one root and every word is under it", () => {
  const strange = fc.oneof(score, fc.constantFrom(Number.NaN, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY));
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 40 }).chain((count) => scoresOf(count, strange)),
      (scores) => {
        expect(isTree(bestTree(scores))).toBe(true);
      },
    ),
  );
});

test.each([
  { name: "no words", scores: [], want: [] },
  { name: "one word", scores: [-5, 0], want: [0] },
  { name: "equal scores: the lowest head", scores: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], want: [0, 1, 1] },
  { name: "a cycle is opened where that costs least", scores: [-9, 0, -1, -5, -1, 0], want: [2, 0] },
  { name: "of two roots the better stays", scores: [-1, 0, -9, -2, -9, 0], want: [0, 1] },
  {
    name: "what is endless below is a last resort",
    scores: [-40, 0, Number.NEGATIVE_INFINITY, 0, -9, 0],
    want: [0, 1],
  },
])("$name", ({ scores, want }) => {
  expect(bestTree(Float32Array.from(scores))).toEqual(want);
});

test("a long sentence of nested cycles is read too", () => {
  const count = 600;
  // each word prefers its neighbour and is preferred by it, so that cycles grow one word at a time
  const scores = new Float32Array(count * (count + 1));
  for (let word = 1; word <= count; word++) {
    for (let head = 0; head <= count; head++) {
      scores[(word - 1) * (count + 1) + head] =
        head === 0 ? -1000 - word : -Math.abs(word - head) * (head < word ? 1.5 : 1);
    }
  }
  expect(isTree(bestTree(scores))).toBe(true);
});

test("scores of no whole number of words are refused", () => {
  expect(() => bestTree(new Float32Array(5))).toThrow(RangeError);
});
