import fc from "fast-check";
import { expect, test } from "vitest";
import { fixture, textOf, wordPiece } from "./testing/fixture.ts";
import { cutWindows, type ReaderWindow, shapesOf } from "./windows.ts";

const coreOf = ({ core }: ReaderWindow, list: readonly number[]): readonly number[] => list.slice(core.from, core.to);

test.each(fixture.windows)("$name: windows and shapes are those of training", (made) => {
  const text = textOf(made);
  const windows = cutWindows(text, wordPiece.encode(text), fixture.sizes);
  expect(windows.map(({ ids, core }) => `${ids.length}:${core.from}-${core.to}`).join(" ")).toBe(made.windows);
  expect(windows.flatMap((window) => coreOf(window, window.shapes)).join("")).toBe(made.shapes);
});

test.each([
  { word: "said", want: [1] },
  { word: "Oldan", want: [2, 4] },
  { word: "NATO", want: [3] },
  { word: "I", want: [2] },
  { word: "3rd", want: [0] },
  { word: "4TH", want: [3] },
  { word: "McTorvask", want: [2, 4, 4, 4] },
  { word: "KARSK-based", want: [3, 4, 0, 1] },
  { word: "U.S.", want: [2, 0, 2, 0] },
  { word: "𐐀", want: [2] }, // one capital, in two code units
  { word: "a😀", want: [1] },
  { word: "😀,a", want: [0, 0, 1] },
  { word: "가나", want: [0, 0, 4, 4] }, // two pieces share their character
  { word: "ǅ", want: [0] }, // neither a capital nor small
  { word: "", want: [] },
])("the shapes of $word by itself are $want", ({ word, want }) => {
  expect(shapesOf(word, wordPiece.encode(word))).toEqual(want);
});

test("a core without room is refused", () => {
  const cut = (): unknown => cutWindows("a", wordPiece.encode("a"), { core: 0, left: 1, right: 1 });
  expect(cut).toThrow(new RangeError("windows with a core of 0 pieces, expected 1 or more"));
});

const pieceOfText = fc.constantFrom(
  "said ",
  "Oldan ",
  "MERIDIAN ",
  "agreed. ",
  "why?” ",
  "\n",
  "외무 ",
  "😀",
  "\ud83d",
  "\u00ad",
);
const texts = fc.string({ unit: pieceOfText, maxLength: 120 });
const sizes = fc.record({
  core: fc.integer({ min: 1, max: 30 }),
  left: fc.integer({ min: 0, max: 10 }),
  right: fc.integer({ min: 0, max: 10 }),
});

test("every piece is in the core of one window, in order", () => {
  fc.assert(
    fc.property(texts, sizes, (text, size) => {
      const pieces = wordPiece.encode(text);
      const windows = cutWindows(text, pieces, size);
      const joined = (key: "ids" | "starts" | "ends" | "shapes"): readonly number[] =>
        windows.flatMap((window) => coreOf(window, window[key]));
      expect({ ids: joined("ids"), starts: joined("starts"), ends: joined("ends") }).toEqual(pieces);
      expect(joined("shapes")).toEqual(shapesOf(text, pieces));
    }),
  );
});

test("a window is its core with as much context as there is and as may be", () => {
  fc.assert(
    fc.property(texts, sizes, (text, size) => {
      const pieces = wordPiece.encode(text);
      let before = 0;
      for (const window of cutWindows(text, pieces, size)) {
        const { from, to } = window.core;
        expect(to - from).toBeGreaterThan(0);
        expect(to - from).toBeLessThanOrEqual(size.core);
        expect(from).toBe(Math.min(size.left, before));
        expect(window.ids.length - to).toBe(Math.min(size.right, pieces.ids.length - before - (to - from)));
        expect(window.ids).toEqual(pieces.ids.slice(before - from, before - from + window.ids.length));
        before += to - from;
      }
      expect(before).toBe(pieces.ids.length);
    }),
  );
});
