import fc from "fast-check";
import { expect, test } from "vitest";
import { charSpan, overlaps, textOf } from "../../text/span.ts";
import { documentRow, stand, torvask, velmara } from "../testing/rows.ts";
import { narratedAccounts, positionAccount } from "./accounts-of.ts";

const document = documentRow("one", "2031-03-06", { outlet: "Meridian" });
const spansOf = (text: string, ...words: readonly string[]) =>
  words.map((each) => charSpan(text.indexOf(each), text.indexOf(each) + each.length));

test("narration is what is left of a sentence without what it attributes or quotes", () => {
  const text =
    "Talks brought no progress this week. The minister said the dam would open. The guns fell silent at noon.";
  const [first, second, third] = spansOf(
    text,
    "Talks brought no progress this week.",
    "The minister said the dam would open.",
    "The guns fell silent at noon.",
  );
  const sentences = [first, second, third].flatMap((span) => span ?? []);
  const attributed = spansOf(text, "The minister", "said", "the dam would open");
  const accounts = narratedAccounts({ document, text, sentences, attributed });
  expect(accounts.map(({ words, by }) => [words, by])).toEqual([
    ["Talks brought no progress this week.", { kind: "outlet", outlet: "Meridian" }],
    ["The guns fell silent at noon.", { kind: "outlet", outlet: "Meridian" }],
  ]);
  const quoted = "The headline spoke of “constructive and fruitful talks at last”.";
  expect(narratedAccounts({ document, text: quoted, sentences: [charSpan(0, quoted.length)], attributed: [] })).toEqual(
    [],
  );
});

test("the words of narration are those of its spans, and none is of a statement", () => {
  const word = fc.stringMatching(/^[a-z]{1,8}$/);
  const cut = fc.tuple(fc.nat(200), fc.integer({ min: 1, max: 40 }));
  fc.assert(
    fc.property(fc.array(word, { minLength: 4, maxLength: 30 }), fc.array(cut, { maxLength: 4 }), (words, cuts) => {
      const text = words.join(" ");
      const attributed = cuts
        .filter(([start]) => start < text.length)
        .map(([start, length]) => charSpan(start, Math.min(text.length, start + length)))
        .sort((a, b) => a.start - b.start);
      const accounts = narratedAccounts({ document, text, sentences: [charSpan(0, text.length)], attributed });
      for (const account of accounts) {
        expect(account.spans.map((span) => textOf(text, span)).join(" … ")).toBe(account.words);
        for (const span of account.spans) expect(attributed.some((other) => overlaps(span, other))).toBe(false);
      }
    }),
  );
});

test("a stance is the account of whoever tells it", () => {
  const by = (row: ReturnType<typeof stand>) => positionAccount(row).by;
  expect(by(stand({ day: "2031-03-06" }))).toMatchObject({ kind: "actor", actor: { name: "Velmara" } });
  expect(by(stand({ day: "2031-03-06", toldBy: torvask }))).toMatchObject({
    kind: "actor",
    actor: { name: "Torvask" },
  });
  expect(by(stand({ of: velmara, day: "2031-03-06", toldBy: "article" }))).toMatchObject({ kind: "outlet" });
});
