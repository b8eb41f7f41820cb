import fc from "fast-check";
import { expect, test } from "vitest";
import { decodeEntities } from "./entity-spans.ts";

const types = ["person", "place"];
const labels = { types, margin: 0 };

/** Scores of "first last type score" in a sentence, -1 for "none" and -9 for all else. */
function scoresOf(words: number, spans: readonly string[]): Float32Array {
  const scores = new Float32Array(words * words * 3).fill(-9);
  for (let at = 0; at < scores.length; at += 3) scores[at] = -1;
  for (const span of spans) {
    const [first = "0", last = "0", type = "", score = "0"] = span.split(" ");
    scores[(Number(first) * words + Number(last)) * 3 + 1 + types.indexOf(type)] = Number(score);
  }
  return scores;
}

test.each([
  { name: "nothing above none", spans: ["0 1 person -1", "2 2 place -1.5"], want: [] },
  { name: "one", spans: ["1 2 person -0.5"], want: ["1 2 person"] },
  {
    name: "nested and side by side",
    spans: ["0 3 place 0", "0 1 person 0", "1 1 place 0", "3 3 person 0"],
    want: ["0 3 place", "0 1 person", "1 1 place", "3 3 person"],
  },
  { name: "of those that cross the surer", spans: ["0 2 person -0.2", "1 3 place -0.1"], want: ["1 3 place"] },
  { name: "of those that cross alike the first", spans: ["0 2 person 0", "1 3 place 0"], want: ["0 2 person"] },
  {
    name: "what crosses only one that fell stays",
    spans: ["0 2 person 0", "1 3 place -0.1", "3 4 person -0.5"],
    want: ["0 2 person", "3 4 person"],
  },
  { name: "one type for the same words", spans: ["0 1 person -0.5", "0 1 place -0.4"], want: ["0 1 place"] },
  { name: "a last word before the first is no span", spans: ["3 1 person 0"], want: [] },
])("$name", ({ spans, want }) => {
  const found = decodeEntities(scoresOf(5, spans), 5, labels);
  expect(found.map(({ first, last, type }) => `${first} ${last} ${type}`)).toEqual(want);
});

test.each([
  { margin: -1, want: [0, 1, 2] },
  { margin: 0, want: [1, 2] },
  { margin: 0.5, want: [2] },
])("with a margin of $margin above none the entities are at $want", ({ margin, want }) => {
  const scores = scoresOf(3, ["0 0 person -1.5", "1 1 person -0.5", "2 2 place 0"]);
  expect(decodeEntities(scores, 3, { types, margin }).map(({ first }) => first)).toEqual(want);
});

test("whatever the scores, no two cross or are of the same words, and the order is that of the text", () => {
  const scores = fc.integer({ min: 0, max: 7 }).chain((words) =>
    fc
      .array(fc.integer({ min: -4, max: 0 }), { minLength: words * words * 3, maxLength: words * words * 3 })
      .map((all) => ({
        words,
        all: Float32Array.from(all),
      })),
  );
  fc.assert(
    fc.property(scores, ({ words, all }) => {
      const found = decodeEntities(all, words, labels);
      for (const [at, a] of found.entries()) {
        for (const b of found.slice(at + 1)) {
          const isInside = b.first >= a.first && b.last <= a.last;
          expect((isInside && (a.first !== b.first || a.last !== b.last)) || b.first > a.last).toBe(true);
        }
      }
    }),
  );
});
