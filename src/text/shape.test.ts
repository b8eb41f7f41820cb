import { expect, test } from "vitest";
import { isMapping, shapes, smallLetters, typeName } from "./shape.ts";

function fail(place: string, found: string, accepted: string): never {
  throw new Error(`${place}: found ${found}, accepted: ${accepted}`);
}

const { record, known, list, text, texts, flag, oneOf } = shapes(fail, smallLetters('"no"'));

test("what has its shape comes back as it was", () => {
  const entry = { form: "call" };
  expect(record(entry, "a")).toBe(entry);
  expect(known(entry, "a", ["form", "place"])).toBe(entry);
  expect(list([1, null], "a")).toEqual([1, null]);
  expect(text("sit down", "a")).toBe("sit down");
  expect(texts(["sit", "stand"], "a")).toEqual(["sit", "stand"]);
  expect(oneOf("call", ["visit", "call"], "a")).toBe("call");
  expect([flag(true, "a"), flag(false, "a", true)]).toEqual([true, false]);
  expect([flag(undefined, "a"), flag(undefined, "a", true)]).toEqual([false, true]);
});

test.each([
  [() => record([], "a"), "a: found a list, accepted: a mapping"],
  [() => record(null, "a"), "a: found nothing, accepted: a mapping"],
  [() => known("x", "a", ["form"]), "a: found string x, accepted: a mapping"],
  [() => known({ form: 1, from: 2 }, "a", ["form", "place"]), 'a: found "from", accepted: form, place'],
  [() => list("x", "a"), "a: found string x, accepted: a list"],
  [() => text("", "a"), 'a: found string , accepted: words in small letters (quote "no")'],
  [() => text("Sit", "a"), 'a: found string Sit, accepted: words in small letters (quote "no")'],
  [() => texts(["sit", false], "a"), 'a[1]: found boolean false, accepted: words in small letters (quote "no")'],
  [() => flag("yes", "a"), "a: found string yes, accepted: true or false"],
  [() => flag(null, "a", true), "a: found nothing, accepted: true or false"],
  [() => oneOf("talk", ["visit", "call"], "a"), "a: found string talk, accepted: visit, call"],
])("%s", (read, message) => {
  expect(read).toThrow(new Error(message));
});

test("a file has its own rule for texts and its own names for what was found", () => {
  const short = { fits: (word: string) => word.length < 3, accepted: "a short word" };
  const own = shapes(fail, short, () => "something");
  expect(own.text("No", "a")).toBe("No");
  expect(() => own.text("yes", "a")).toThrow("a: found something, accepted: a short word");
  expect(() => own.list(7, "a")).toThrow("a: found something, accepted: a list");
});

test("a mapping is an object that is no list; a long value is cut where it is named", () => {
  expect([{}, [], null, undefined, "x"].map(isMapping)).toEqual([true, false, false, false, false]);
  expect(typeName("x".repeat(50))).toBe(`string ${"x".repeat(40)}`);
});
