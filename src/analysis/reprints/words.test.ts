import { expect, test } from "vitest";
import { rareBits, wordsIn } from "./words.ts";

const keysOf = (words: string): readonly number[] => wordsIn(words).map(({ key }) => key);

test.each([
  { one: "Karsk’s envoys don't agree", other: "Karsks envoys dont agree" },
  { one: "THE MINISTERS OF VELMARA", other: "the minister of Velmara" },
  { one: "São Tomé’s naïve coöperation", other: "Sao Tomes naive cooperation" },
  { one: "“Two,” she said – “two-thirds.”", other: "Two she said two thirds" },
  { one: "the class", other: "the class" },
])("$one and $other are the same words", ({ one, other }) => {
  expect(keysOf(one)).toEqual(keysOf(other));
});

test.each([
  { one: "class", other: "clas" },
  { one: "gas", other: "ga" },
  { one: "talk", other: "tack" },
])("$one and $other are not", ({ one, other }) => {
  expect(keysOf(one)).not.toEqual(keysOf(other));
});

const soundOf = (name: string): number => wordsIn(name)[0]?.sound ?? 0;

test.each([
  ["Hashvan", "Khashvan", "Hashwan"],
  ["Castellin", "Kastellin", "Castelin"],
  ["Zelensky", "Zelenski", "Selenskyj"],
])("%s, %s and %s sound alike", (...names) => {
  expect(new Set(names.map(soundOf)).size).toBe(1);
  expect(soundOf(names[0] ?? "")).not.toBe(0);
});

test("words that are no names, and names of two consonants, have no sound", () => {
  expect(["hashvan", "Kyiv", "The", "1991"].map(soundOf)).toEqual([0, 0, 0, 0]);
});

test("the commoner a word, the fewer bits it has", () => {
  const bits = wordsIn("the people agree vulnerable zugzwang").map((word) => word.bits);
  expect(bits).toEqual([...bits].sort((one, other) => one - other));
  expect(bits.at(-1)).toBe(rareBits);
  expect(wordsIn("the Zugzwang zugzwang 120").map(({ isName }) => isName)).toEqual([false, true, false, true]);
});
