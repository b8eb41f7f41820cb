import fc from "fast-check";
import stringWidth from "string-width";
import { expect, test } from "vitest";
import { oneLine, printable } from "./printable.ts";
import { clip, type Run, wrapRuns, wrapText } from "./terminal.ts";
import { hostileText } from "./testing/articles.ts";
import { controlCharacters } from "./testing/printed.ts";

test.each([
  { name: "an escape sequence", text: "a\u001b[31mb", want: "a␛[31mb" },
  { name: "the eight-bit introducer of one", text: "a\u009b31m", want: "a\ufffd31m" },
  { name: "NUL, bell and delete", text: "\0\u0007\u007f", want: "␀␇␡" },
  { name: "a right-to-left override", text: "exe\u202efdp", want: "exe\ufffdfdp" },
  { name: "half a surrogate pair", text: "a\ud800b", want: "a\ufffdb" },
  { name: "a DOS line end", text: "a\r\nb", want: "a \nb" },
  { name: "a whole emoji, which stays", text: "👩‍👩‍👧", want: "👩‍👩‍👧" },
])("$name is made harmless", ({ text, want }) => {
  expect(printable(text)).toBe(want);
});

test("printable text has the length of the text, so that spans still fit", () => {
  fc.assert(fc.property(hostileText, (text) => printable(text).length === text.length));
});

test("one line is one line, without control characters", () => {
  fc.assert(
    fc.property(hostileText, (text) => !/[\n\t]/u.test(oneLine(text)) && !controlCharacters.test(oneLine(text))),
  );
});

test.each([
  { text: "peace talks in Karsk", width: 11, want: ["peace talks", "in Karsk"] },
  { text: "平和会談が始まる", width: 7, want: ["平和会", "談が始", "まる"] },
  { text: "talks👩‍👩‍👧go", width: 7, want: ["talks👩‍👩‍👧", "go"] },
  { text: "unbreakableword", width: 6, want: ["unbrea", "kablew", "ord"] },
  { text: "  a \n\t b  ", width: 20, want: ["a b"] },
  { text: "", width: 20, want: [] },
])("$text in $width columns", ({ text, width, want }) => {
  expect(wrapText(text, width)).toEqual(want);
});

test("no line is wider than it may be, and no visible character is lost", () => {
  fc.assert(
    fc.property(hostileText, fc.integer({ min: 2, max: 60 }), (text, width) => {
      const lines = wrapText(printable(text), width);
      for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(width);
      expect(lines.join("").replace(/\s/gu, "")).toBe(printable(text).replace(/\s/gu, ""));
    }),
  );
});

test("neighbours of one style are styled in one go, and no style crosses a line break", () => {
  const bold = (text: string) => `<${text}>`;
  const runs: readonly Run[] = [
    { text: "the ", style: (text) => text },
    { text: "long ", style: bold },
    { text: "quotation", style: bold },
  ];
  expect(wrapRuns(runs, 40)).toEqual(["the <long quotation>"]);
  expect(wrapRuns(runs, 9)).toEqual(["the <long>", "<quotation>"]);
});

test.each([
  { text: "Karsk", width: 5, want: "Karsk" },
  { text: "Karskaya", width: 5, want: "Kars…" },
  { text: "平和会談", width: 4, want: "平…" },
  { text: "one two", width: 5, want: "one…" },
])("$text clipped to $width columns is $want", ({ text, width, want }) => {
  expect(clip(text, width)).toBe(want);
});
