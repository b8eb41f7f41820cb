import fc from "fast-check";
import { expect, test } from "vitest";
import { splitSentences } from "./sentences.ts";
import { textOf } from "./span.ts";

const sentencesOf = (text: string): readonly string[] => splitSentences(text).map((span) => textOf(text, span));

/** Each list is the sentences of one text, which is made by joining them with a space. */
test.each([
  [["Mr. Orlan met U.S. officials.", "Gen. Ana Velt left."]],
  [["It was signed by John F. Kerry at 10 a.m. Monday in No. 10, for 3.5 points."]],
  [["They met in the U.S.", "The talks failed."]],
  [["He came from Orlan Inc. in May.", "Then he left."]],
  [["The answer was No.", "The talks ended."]],
  [["“We agree.", "We sign,” she said.", "He left."]],
  [["“Why?” Mr. Orlan asked.", "“No!” he said."]],
  [['"We agree."', "She left."]],
  [["The talks … failed.", "Well...", "He left."]],
  [["See https://a.example/b.html?x=Y.Z and nato.int.", "#talks #peace"]],
  [["He (Mr. Velt) left.", "(He returned.)", "Good."]],
  [["They saw the end of the war.", "the talks went on."]],
])("%j", (sentences) => {
  expect(sentencesOf(sentences.join(" "))).toEqual(sentences);
});

test.each([
  { text: "the talks.The official left", want: ["the talks.", "The official left"] },
  { text: "TALKS FAIL\nThe ministers left\nNo one spoke", want: ["TALKS FAIL", "The ministers left", "No one spoke"] },
  { text: "1. The parties agree.\n2. They sign.", want: ["1. The parties agree.", "2. They sign."] },
  { text: "The end\n\nof it", want: ["The end", "of it"] },
  { text: "The end.\r\nThe next", want: ["The end.", "The next"] },
  {
    text: "The talks went on for a long\nwhile and then stopped. The new\nPresident of Orlania met the old\none in a small town.",
    want: [
      "The talks went on for a long\nwhile and then stopped.",
      "The new\nPresident of Orlania met the old\none in a small town.",
    ],
  },
])("$text", ({ text, want }) => {
  expect(sentencesOf(text)).toEqual(want);
});

const piece = fc.constantFrom(
  "Mr.",
  "Orlan",
  "said",
  "U.S.",
  ".",
  "?",
  "”",
  '"',
  "“",
  "\n",
  "\n\n",
  " ",
  "3.5",
  "…",
  "(",
  "é",
  "The",
);
const anyText = fc.oneof(
  fc.string(),
  fc.array(piece, { maxLength: 60 }).map((parts) => parts.join("")),
);

test("sentences are in order, do not overlap, and cover every character that is no white space", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      let at = 0;
      for (const { start, end } of splitSentences(text)) {
        expect(start).toBeGreaterThanOrEqual(at);
        expect(text.slice(at, start).trim()).toBe("");
        at = end;
      }
      expect(text.slice(at).trim()).toBe("");
    }),
  );
});

test("a part of a text is split as it would be alone, with its offsets in the whole", () => {
  fc.assert(
    fc.property(anyText, anyText, anyText, (before, text, after) => {
      const spans = splitSentences(before + text + after, before.length, before.length + text.length);
      expect(spans.map(({ start, end }) => [start - before.length, end - before.length])).toEqual(
        splitSentences(text).map(({ start, end }) => [start, end]),
      );
    }),
  );
});

test.each([" ", ".", ". ", '."', "said ", "\n", "a\n", "A.", "1. a ", '.(["', `.${" ".repeat(1000)}`])(
  "a megabyte of %j is split before the test's time is up, which takes linear time",
  (unit) => {
    const text = unit.repeat(Math.ceil(1e6 / unit.length));
    const spans = splitSentences(text);
    expect(spans.reduce((sum, { start, end }) => sum + end - start, 0)).toBeLessThanOrEqual(text.length);
  },
);
