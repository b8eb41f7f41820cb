import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { confidenceIn, parseConfidence, type Sighting } from "./confidence.ts";
import type { PieceRange } from "./model.ts";

const logs = (rows: readonly (readonly number[])[]): Float32Array => Float32Array.from(rows.flat().map(Math.log));

const cueScores = logs([
  [0.9, 0.06, 0.04],
  [0.05, 0.9, 0.05],
  [0.1, 0.2, 0.7],
  [0.97, 0.02, 0.01],
  [1, 0, 0],
  [0.6, 0.3, 0.1],
]);
const roleScores = logs([
  [0.1, 0.7, 0.1, 0.05, 0.05],
  [0.8, 0.05, 0.05, 0.05, 0.05],
  [0.9, 0.02, 0.02, 0.03, 0.03],
  [0.1, 0.02, 0.03, 0.75, 0.1],
  [0.05, 0.01, 0.02, 0.12, 0.8],
  [0.7, 0.02, 0.03, 0.05, 0.2],
]);
const certain = logs([
  [0, 1, 0, 0, 0],
  [1, 0, 0, 0, 0],
  [1, 0, 0, 0, 0],
  [0, 0, 0, 1, 0],
  [0, 0, 0, 0, 1],
  [1, 0, 0, 0, 0],
]);

const at = (first: number, last = first): PieceRange => ({ first, last });
const sighting = (cue: PieceRange, source: PieceRange[], content: PieceRange[], roles = roleScores): Sighting => ({
  cueScores,
  roleScores: roles,
  cue,
  source,
  content,
});

/** One feature alone, got back from the probability. */
function featureOf(seen: Sighting, nth: number): number {
  const weights = Array.from({ length: 9 }, (_, feature) => (feature === nth ? 1 : 0));
  const probability = confidenceIn(seen, { cueBias: 0, threshold: 0, intercept: 0, weights });
  return Math.log(probability / (1 - probability));
}

// features_of in training/calibrate.py of the same numbers
test.each([
  {
    name: "with a source",
    seen: sighting(at(1, 2), [at(0)], [at(3, 4)]),
    want: [-0.078327, -0.105361, -0.12295, -0.287682, -0.223144, 0, -0.223144, Math.LN2, 0],
  },
  {
    name: "without a source",
    seen: sighting(at(1), [], [at(3)]),
    want: [-0.051293, -0.105361, -0.162519, -0.287682, -1.609438, -2.203973, 0, 0, 0],
  },
  {
    name: "in parts, to the end of the window",
    seen: sighting(at(1, 2), [at(0)], [at(3), at(5)]),
    want: [-0.078327, -0.105361, -0.774407, -2.995732, -1.609438, 0, -0.223144, Math.LN2, 1],
  },
  {
    name: "with nothing after it",
    seen: sighting(at(1), [at(0, 1)], [at(4, 5)]),
    want: [-0.051293, -0.105361, -0.734838, -2.120264, 0, 0, -1.262864, Math.LN2, 0],
  },
  {
    name: "beyond doubt",
    seen: sighting(at(1), [at(0)], [at(3, 4)], certain),
    want: [-0.051293, -0.105361, 0, 0, 0, 0, 0, Math.LN2, 0],
  },
  {
    name: "against all likelihood",
    seen: sighting(at(4), [at(1)], [at(2)], certain),
    want: [-12, -12, -12, -12, 0, 0, -12, 0, 0],
  },
])("what speaks for a statement $name is what training saw", ({ seen, want }) => {
  for (const [nth, value] of want.entries()) expect(featureOf(seen, nth), `feature ${nth}`).toBeCloseTo(value, 5);
});

test("the features are weighted and added to the intercept", () => {
  const seen = sighting(at(1, 2), [at(0)], [at(3, 4)]);
  const weights = [1, -2, 3, -4, 5, -6, 7, -8, 9];
  const sum = weights.reduce((total, weight, nth) => total + weight * featureOf(seen, nth), 0.25);
  const probability = confidenceIn(seen, { cueBias: 0, threshold: 0, intercept: 0.25, weights });
  expect(Math.log(probability / (1 - probability))).toBeCloseTo(sum, 9);
});

test("a confidence is a probability, whatever the scores and weights", () => {
  const score = fc.oneof(fc.float({ max: 0, noNaN: true }), fc.constantFrom(0, Number.NEGATIVE_INFINITY));
  const scores = (width: number) =>
    fc.array(score, { minLength: 4 * width, maxLength: 4 * width }).map((all) => Float32Array.from(all));
  const weight = fc.double({ min: -50, max: 50, noNaN: true });
  const weights = fc.array(weight, { minLength: 9, maxLength: 9 });
  fc.assert(
    fc.property(scores(3), scores(5), weights, weight, fc.boolean(), (cues, roles, given, intercept, isSourced) => {
      const seen = {
        cueScores: cues,
        roleScores: roles,
        cue: at(1),
        source: isSourced ? [at(0)] : [],
        content: [at(2, 3)],
      };
      const found = confidenceIn(seen, { cueBias: 0, threshold: 0, intercept, weights: given });
      expect(found).toBeGreaterThanOrEqual(0);
      expect(found).toBeLessThanOrEqual(1);
    }),
  );
});

describe("parseConfidence", () => {
  const valid = { cueBias: 1, threshold: 0.4, intercept: -0.5, weights: [1, 2, 3, 4, 5, 6, 7, 8, 9] };

  test("takes what calibrate.py writes", () => {
    expect(parseConfidence({ ...valid, note: "and no more" })).toEqual(valid);
  });

  test.each([
    { json: null, place: "weights" },
    { json: [], place: "weights" },
    { json: { ...valid, weights: [1, 2, 3] }, place: "weights" },
    { json: { ...valid, weights: "123456789" }, place: "weights" },
    { json: { ...valid, weights: [1, 2, 3, 4, 5, "6", 7, 8, 9] }, place: "weights[5]" },
    { json: { ...valid, cueBias: Number.NaN }, place: "cueBias" },
    { json: { ...valid, threshold: "0.4" }, place: "threshold" },
    { json: { ...valid, intercept: undefined }, place: "intercept" },
  ])("refuses $json: confidence.$place", ({ json, place }) => {
    expect(() => parseConfidence(json)).toThrow(
      expect.objectContaining({
        code: "PARLEY_MODEL_INVALID",
        message: expect.stringContaining(`reader.json, confidence.${place}: `),
      }),
    );
  });
});
