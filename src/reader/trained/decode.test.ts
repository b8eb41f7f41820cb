import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bestPath, runs } from "./decode.ts";

const schemes = [
  { name: "cues", tags: 3, begins: [1] },
  { name: "sources and contents", tags: 5, begins: [1, 3] },
] as const;

describe.each(schemes)("the best path of $name", ({ tags, begins }) => {
  const isFree = (tag: number): boolean => tag === 0 || begins.some((begin) => begin === tag);
  const isLegal = (path: readonly number[]): boolean =>
    path.every((tag, at) => isFree(tag) || path[at - 1] === tag || path[at - 1] === tag - 1);
  const scoreOf = (path: readonly number[], scores: Float32Array): number =>
    path.reduce((sum, tag, at) => sum + (scores[at * tags + tag] ?? 0), 0);

  function allPaths(length: number): readonly (readonly number[])[] {
    if (length === 0) return [[]];
    return allPaths(length - 1).flatMap((path) => Array.from({ length: tags }, (_, tag) => [...path, tag]));
  }
  const legalPaths = [0, 1, 2, 3, 4, 5].map((length) => allPaths(length).filter(isLegal));

  test("is one of the legal ones, and none scores higher", () => {
    const scores = fc
      .integer({ min: 0, max: 5 })
      .chain((length) =>
        fc.array(fc.integer({ min: -20, max: 0 }), { minLength: length * tags, maxLength: length * tags }),
      );
    fc.assert(
      fc.property(scores, (all) => {
        const given = Float32Array.from(all);
        const path = [...bestPath(given, tags, begins)];
        const best = Math.max(...(legalPaths[path.length] ?? []).map((other) => scoreOf(other, given)));
        expect(path.length).toBe(all.length / tags);
        expect(isLegal(path)).toBe(true);
        expect(scoreOf(path, given)).toBe(best);
      }),
    );
  });

  test("is outside throughout where all tags are equal", () => {
    expect([...bestPath(new Float32Array(4 * tags), tags, begins)]).toEqual([0, 0, 0, 0]);
  });
});

test.each([
  { path: "", begin: 1, want: [] },
  { path: "0 0", begin: 1, want: [] },
  { path: "1", begin: 1, want: ["0-0"] },
  { path: "0 1 2 2 0", begin: 1, want: ["1-3"] },
  { path: "1 1 2 0 1 2", begin: 1, want: ["0-0", "1-2", "4-5"] }, // a begin ends what was open
  { path: "1 2 3 4 4 1 3", begin: 1, want: ["0-1", "5-5"] },
  { path: "1 2 3 4 4 1 3", begin: 3, want: ["2-4", "6-6"] },
])("on the path $path the spans of tag $begin are $want", ({ path, begin, want }) => {
  const tags = Uint8Array.from(path.split(" ").filter(Boolean).map(Number));
  expect(runs(tags, begin).map(({ first, last }) => `${first}-${last}`)).toEqual(want);
});
