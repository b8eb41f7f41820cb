import { expect, test } from "vitest";
import { wordsIn } from "../content-words.ts";
import { quantitiesIn } from "./quantities.ts";

test.each([
  ["212 soldiers were held", 212, 212, 212],
  ["two hundred prisoners each", 200, 200, 200],
  ["a hundred and twenty names", 120, 120, 120],
  ["forty-five minutes", 45, 45, 45],
  ["1,200 people", 1200, 1200, 1200],
  ["1.5 million people", 1_500_000, 1_500_000, 1_500_000],
  ["nine thousand five hundred people", 9500, 9500, 9500],
  ["closer to nine and a half thousand", 9.5, 9.5, 9.5],
  ["about 40 soldiers", 40, 34, 46],
  ["at least 300 houses", 300, 300, Number.POSITIVE_INFINITY],
  ["up to 300 houses", 300, 0, 300],
])("%s: %d, from %d to %d", (text, value, least, most) => {
  const [quantity] = quantitiesIn(wordsIn(text));
  expect([quantity?.value, quantity?.least, quantity?.most].map((number) => Number(number?.toFixed(2)))).toEqual([
    value,
    least,
    most,
  ]);
});

test.each(["on March 12", "12 March", "in 2031", "at 5 p.m.", "Decree No. 31", "the two had met", "the second round"])(
  "%s counts nothing",
  (text) => {
    expect(quantitiesIn(wordsIn(text))).toEqual([]);
  },
);

test("what is counted are the words behind the number, over its article", () => {
  expect(quantitiesIn(wordsIn("forty of the wounded soldiers, and a list")).map(({ unit }) => unit)).toEqual([
    ["wound", "soldier"],
  ]);
  expect(quantitiesIn(wordsIn("two hundred will go home")).map(({ unit }) => unit)).toEqual([[]]);
});
