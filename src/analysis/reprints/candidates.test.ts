import { expect, test } from "vitest";
import { candidatesOf } from "./candidates.ts";
import { profileOf } from "./profile.ts";
import { dispatch, reportOf, rewordedDispatch } from "./testing/reports.ts";

/** A text of its own words, save that every text has the first sentence. */
const textOf = (
  number: number,
  shared = "The minister of Velmara spoke with the minister of Torvask.",
): readonly string[] => [
  shared,
  ...Array.from({ length: 10 }, (_, at) => {
    const word = (nth: number): string => `w${(number * 7919 + at * 104_729 + nth * 1_299_709) % 100_003}x`;
    return `A ${Array.from({ length: 10 }, (_, nth) => word(nth)).join(" ")}.`;
  }),
];
const profiles = (texts: readonly (readonly string[])[]) => texts.map((text) => profileOf(reportOf("", text).document));

test("few documents are all compared with each other", () => {
  expect(candidatesOf(profiles([textOf(1), textOf(2), textOf(3)]))).toEqual([
    [0, 1],
    [0, 2],
    [1, 2],
  ]);
});

test("of many, those that share more than words", () => {
  const texts = Array.from({ length: 200 }, (_, at) => textOf(at, ""));
  const found = candidatesOf(profiles([...texts, textOf(17).toReversed(), dispatch, rewordedDispatch]));
  expect(found).toContainEqual([17, 200]);
  expect(found).toContainEqual([201, 202]);
  expect(found.length).toBeLessThan(20);
});

test("a sentence that all have hides no copy", () => {
  const texts = Array.from({ length: 200 }, (_, at) => textOf(at));
  expect(candidatesOf(profiles([...texts, textOf(17).toReversed()]))).toContainEqual([17, 200]);
});

test("each document is compared with few however many are alike, and all of these hang together", () => {
  const count = 1000;
  const found = candidatesOf(
    profiles(Array.from({ length: count }, (_, at) => [...dispatch, ...textOf(at, "").slice(1, 3)])),
  );
  expect(found.length).toBeLessThan(24 * count);
  const reached = new Set([0]);
  for (const at of reached) for (const [a, b] of found) if (a === at || b === at) reached.add(a).add(b);
  expect(reached.size).toBe(count);
});
