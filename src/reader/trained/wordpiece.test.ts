import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fixture, numbers, textOf, vocabulary, wordPiece } from "./testing/fixture.ts";
import { createWordPiece, type Pieces } from "./wordpiece.ts";

const spelling = ({ ids }: Pieces): string => ids.map((id) => vocabulary[id]).join(" ");

test.each(fixture.pieces)("$name: ids and offsets are those of the library that training uses", (made) => {
  expect(wordPiece.encode(textOf(made))).toEqual({
    ids: numbers(made.ids),
    starts: numbers(made.starts),
    ends: numbers(made.ends),
  });
});

describe("in words", () => {
  test.each([
    { text: "Negotiators said", want: "ne ##go ##tia ##tors said" },
    { text: "[SEP] and [UNK]", want: "[ sep ] and [ un ##k ]" }, // no text writes a mark of the model
    { text: "Élysée's", want: "ely ##see ' s" },
    { text: "ΟΔΟΣ", want: "ο ##δ ##ο ##σ" },
    { text: "外A", want: "外 a" },
    { text: "\ud83d said \ude00", want: "[UNK] said [UNK]" }, // lone surrogates
    { text: `${"a".repeat(101)} b`, want: "[UNK] b" },
  ])("$text is $want", ({ text, want }) => {
    expect(spelling(wordPiece.encode(text))).toBe(want);
  });
});

test("a vocabulary of a few pieces is enough", () => {
  const small = createWordPiece(["[UNK]", "ba", "##na", "b", "##", "", "#"]);
  expect(small.unknown).toBe(0);
  expect(small.encode("Banana bat na b#")).toEqual({
    ids: [1, 2, 2, 0, 0, 3, 6],
    starts: [0, 2, 4, 7, 11, 14, 15],
    ends: [2, 4, 6, 10, 13, 15, 16],
  });
});

test("a vocabulary that cannot name the unknown is refused", () => {
  expect(() => createWordPiece(["a", "##b"])).toThrow(new RangeError("no [UNK] among the 2 pieces of the vocabulary"));
});

test.each([
  { name: "one word", text: "x".repeat(1_000_000), pieces: 1 },
  { name: "words of a hundred letters", text: `${"qz".repeat(50)} `.repeat(10_000), pieces: 1_000_000 },
  { name: "marks", text: ",".repeat(1_000_000), pieces: 1_000_000 },
  { name: "nothing that is kept", text: "\u0301".repeat(1_000_000), pieces: 0 },
])("a million characters, $name, take no longer than others", ({ text, pieces }) => {
  expect(wordPiece.encode(text).ids.length).toBe(pieces);
});

const alphabets: Readonly<Record<string, readonly string[]>> = {
  words: ["said", "Oldan", "negotiat", "ing", "U.S.", "the ", " ", "\n", ",", "“", "’"],
  accents: ["é", "É", "ñ", "Å", "ö", "e", "x", "S", " ", "\u0301", "\u0323", "\u00ad"],
  letters: ["Σ", "ς", "Й", "ı", "ß", "ẞ", "א", "ﬁ", "１", "Ａ", "ง", "क", "外", "𐐀", "😀", "\u200d", "\ufe0f"],
};
const spelt = fc.string({ unit: fc.constantFrom(...Object.values(alphabets).flat()) });
const anything = fc.oneof(
  spelt,
  fc.string({ unit: "binary" }),
  fc.string({ unit: "grapheme" }),
  fc.string({ unit: fc.constantFrom("a", " ", "가", "한", "\ud83d", "\ude00", "\ud800", "\udfff", ".", "\u0301") }),
);

test("pieces ascend, lie in the text and never halve a character", () => {
  fc.assert(
    fc.property(anything, (text) => {
      const { ids, starts, ends } = wordPiece.encode(text);
      expect([starts.length, ends.length]).toEqual([ids.length, ids.length]);
      const boundaries = new Set([0]);
      for (const char of text) boundaries.add(Math.max(...boundaries) + char.length);
      for (const [at, start] of starts.entries()) {
        const end = ends[at] ?? -1;
        expect(start).toBeLessThan(end);
        expect(boundaries.has(start) && boundaries.has(end)).toBe(true);
        expect(start).toBeGreaterThanOrEqual(starts[at - 1] ?? 0);
        expect(end).toBeGreaterThanOrEqual(ends[at - 1] ?? 0);
      }
    }),
  );
});

test("a space parts two texts: neither changes the pieces of the other", () => {
  fc.assert(
    fc.property(anything, anything, (before, after) => {
      const [first, second] = [wordPiece.encode(before), wordPiece.encode(after)];
      const shifted = (offset: number): number => offset + before.length + 1;
      expect(wordPiece.encode(`${before} ${after}`)).toEqual({
        ids: [...first.ids, ...second.ids],
        starts: [...first.starts, ...second.starts.map(shifted)],
        ends: [...first.ends, ...second.ends.map(shifted)],
      });
    }),
  );
});

test("a piece that is known is spelt by its words", () => {
  fc.assert(
    fc.property(spelt, (text) => {
      const { ids, starts, ends } = wordPiece.encode(text);
      for (const [at, id] of ids.entries()) {
        if (id === wordPiece.unknown) continue;
        const written = text.slice(starts[at], ends[at]).normalize("NFD");
        const letters = [...written.replace(/[\p{Mn}\p{Cf}]/gu, "")].map((letter) => letter.toLowerCase());
        expect(vocabulary[id]?.replace(/^##(?=.)/, "")).toBe(letters.join(""));
      }
    }),
  );
});

test("the words between two pieces are white space or dropped", () => {
  fc.assert(
    fc.property(anything, (text) => {
      const { starts, ends } = wordPiece.encode(text);
      const gaps = [...starts, text.length].map((start, at) => text.slice(ends[at - 1] ?? 0, start));
      for (const gap of gaps) expect(gap).toMatch(/^[\s\p{Cc}\p{Cf}\p{Co}\p{Mn}\ufffd]*$/u);
    }),
  );
});

test("reading one text does not change how another is read", () => {
  fc.assert(
    fc.property(anything, anything, (text, other) => {
      const first = wordPiece.encode(text);
      wordPiece.encode(other);
      expect(wordPiece.encode(text)).toEqual(first);
    }),
  );
});
