import { expect, test } from "vitest";
import { wholeWords } from "./whole-words.ts";

test.each([
  { name: "a word cut in its middle", text: "that Zelora listed aid", start: 5, end: 7, want: "Zelora" },
  {
    name: "a range that ends inside one word and starts inside another",
    text: "Orlan told him",
    start: 2,
    end: 8,
    want: "Orlan told",
  },
  { name: "whole words", text: "Orlan told him", start: 6, end: 10, want: "told" },
  { name: "marks and apostrophes end a word", text: "“Orlan’s", start: 1, end: 6, want: "Orlan" },
  { name: "combining marks belong to their letter", text: "Ore\u0301l said", start: 0, end: 3, want: "Ore\u0301l" },
  { name: "ideographs are words of their own", text: "東京都 said", start: 1, end: 2, want: "京" },
  { name: "the ends of the text", text: "Orlan", start: 0, end: 5, want: "Orlan" },
])("$name", ({ text, start, end, want }) => {
  const span = wholeWords(text, start, end);
  expect(text.slice(span.start, span.end)).toBe(want);
});
