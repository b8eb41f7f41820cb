import fc from "fast-check";
import { expect, test } from "vitest";
import { foldName, skeletonOf } from "./fold.ts";

test.each([
  ["U.S.", "us"],
  ["Élysée", "elysee"],
  ["Varga’s", "vargas"],
  ["Al-Marrun", "al marrun"],
  ["  Łucja   Ørn ", "lucja orn"],
])("%s is compared as %s", (name, want) => {
  expect(foldName(name)).toBe(want);
});

test.each([
  ["Zelevsky", "Zelevskyy"],
  ["Zelevsky", "Zelevskiy"],
  ["Zelevsky", "Zelevski"],
  ["Sergei", "Sergey"],
  ["Marenkovych", "Marenkovich"],
  ["Dravenko", "Dravenka"],
  ["Varkhov", "Varhov"],
])("%s and %s are one name, written over twice", (a, b) => {
  expect(skeletonOf(foldName(a))).toBe(skeletonOf(foldName(b)));
});

test.each([
  ["Varga", "Varenko"],
  ["Morrag", "Merrag"],
  ["Castellin", "Castellan"],
])("%s and %s are two", (a, b) => {
  expect(skeletonOf(foldName(a))).not.toBe(skeletonOf(foldName(b)));
});

test("folding a folded name changes nothing", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (name) => {
      expect(foldName(foldName(name))).toBe(foldName(name));
    }),
  );
});
