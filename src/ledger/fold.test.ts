import fc from "fast-check";
import { expect, test } from "vitest";
import { containing, fold } from "./fold.ts";

test.each([
  ["Straße", "STRASSE"],
  ["Straße", "STRAẞE"],
  ["ÉMILE", "émile"],
  ["ΟΔΥΣΣΕΥΣ", "οδυσσευς"],
  ["Зеленський", "ЗЕЛЕНСЬКИЙ"],
  ["ﬁnance", "Finance"],
])("%s and %s are the same to a search", (one, other) => {
  expect(fold(one)).toBe(fold(other));
});

test("folding twice is folding once", () => {
  const unit = fc.oneof(
    fc.string({ unit: "grapheme", minLength: 1, maxLength: 1 }),
    fc.constantFrom("ẞ", "İ", "ͅ", "ΐ"),
  );
  fc.assert(
    fc.property(fc.string({ unit }), (text) => {
      expect(fold(fold(text))).toBe(fold(text));
    }),
    { numRuns: 1000 },
  );
});

test("a pattern's wildcards stand for themselves", () => {
  expect(containing("50%_of\\")).toBe("%50\\%\\_of\\\\%");
  expect(containing("a\0\uD83D")).toBe("%a\uFFFD\uFFFD%");
});
