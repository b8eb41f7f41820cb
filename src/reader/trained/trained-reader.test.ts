import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Document, Region } from "../../document/document.ts";
import { plainDocument } from "../../document/testing/plain-document.ts";
import { type CharSpan, charSpan } from "../../text/span.ts";
import type { Attribution } from "../reading.ts";
import { HIDDEN, type PieceRange, type ReaderModel } from "./model.ts";
import type { ModelSettings } from "./settings.ts";
import { fakeVocabulary } from "./testing/fake-parser.ts";
import { settings as tinySettings } from "./testing/tiny-model.ts";
import { createTrainedReader } from "./trained-reader.ts";
import { createWordPiece } from "./wordpiece.ts";

// Texts of single letters, which the model here reads: c is a cue and m perhaps one; their source is every s and their
// content every t, comma and quotation mark from the full stop before to the full stop after. With "!" it is direct.

const logs = (...probabilities: readonly number[]): readonly number[] => probabilities.map(Math.log);
const cueRows: Readonly<Record<string, readonly number[]>> = { c: logs(0.02, 0.96, 0.02), m: logs(0.6, 0.38, 0.02) };

function createLetterModel() {
  const windows: string[] = [];
  const lettersOf = (ids: readonly number[]): string => ids.map((id) => fakeVocabulary[id]?.at(-1) ?? "?").join("");
  const model: ReaderModel = {
    async encode(ids) {
      const letters = lettersOf(ids);
      windows.push(letters);
      const cues = [...letters].flatMap((letter) => cueRows[letter] ?? logs(0.98, 0.01, 0.01));
      const hidden = Float32Array.from({ length: ids.length * HIDDEN }, (_, at) => ids[Math.floor(at / HIDDEN)] ?? 0);
      return { length: ids.length, hidden, cues: Float32Array.from(cues), tags: new Float32Array(0) };
    },
    async roles({ hidden, length }, cues) {
      const letters = lettersOf(Array.from({ length }, (_, at) => hidden[at * HIDDEN] ?? 0));
      return cues.map((cue) => rolesOf(letters, cue));
    },
    async parse(hidden) {
      const words = hidden.length / HIDDEN;
      // each word hangs from the one before it
      const arcs = Float32Array.from({ length: words * (1 + words) }, (_, at) =>
        at % (1 + words) === Math.floor(at / (1 + words)) ? 1 : 0,
      );
      return { arcs, entities: new Float32Array(words * words * (1 + tinySettings.entities.length)) };
    },
    relations: async (_, heads) => new Float32Array(heads.length * tinySettings.relations.length),
  };
  return { windows, model };
}

function rolesOf(letters: string, { first }: PieceRange) {
  const [from, to] = [letters.lastIndexOf(".", first), letters.indexOf(".", first)];
  const role = (at: number): number => {
    const letter = at > from && (to === -1 || at < to) ? (letters[at] ?? "") : "";
    return letter === "s" ? 1 : letter !== "" && 't,"'.includes(letter) ? 3 : 0;
  };
  const tags = [...letters].flatMap((_, at) => {
    const tag = role(at) === 0 ? 0 : role(at) + (role(at) === role(at - 1) ? 1 : 0);
    return logs(...[0, 1, 2, 3, 4].map((each) => (each === tag ? 0.96 : 0.01)));
  });
  const isDirect = letters.slice(from + 1, to === -1 ? undefined : to).includes("!");
  return {
    tags: Float32Array.from(tags),
    quotation: Float32Array.from(isDirect ? logs(0.7, 0.2, 0.1) : logs(0.2, 0.7, 0.1)),
  };
}

const settings: ModelSettings = {
  ...tinySettings,
  // by the certainty of the cue alone
  confidence: { cueBias: 1, threshold: 0.5, intercept: 2, weights: [1, 0, 0, 0, 0, 0, 0, 0, 0] },
};

interface Given {
  readonly regions?: readonly Region[];
  readonly damage?: Document["damage"];
  readonly settings?: Partial<ModelSettings>;
}

const region = (kind: Region["kind"], start: number, end: number): Region => ({ kind, ...charSpan(start, end) });

const documentOf = (text: string, { regions, damage = [] }: Given): Document => {
  const plain = plainDocument(text);
  return { ...plain, regions: regions ?? plain.regions, damage };
};

async function readText(text: string, given: Given = {}) {
  const { model, windows } = createLetterModel();
  const wordPiece = createWordPiece(fakeVocabulary);
  const reader = createTrainedReader({
    model,
    settings: { ...settings, ...given.settings },
    wordPiece,
    lemmatise: (form) => form,
  });
  const reading = await reader.read(documentOf(text, given));
  // each sentence is encoded once more, for its parse
  return { ...reading, windows: windows.slice(0, windows.length - (reading.parses?.length ?? 0)) };
}

/** "source | cue | content", spans joined by " … ". */
function lineOf(text: string, { source, cue, content }: Attribution): string {
  const words = (spans: readonly CharSpan[]): string =>
    spans.map(({ start, end }) => text.slice(start, end)).join(" … ");
  return [source, cue, content].map(words).join(" | ");
}

test.each([
  { name: "source, cue and content", text: "a s s c t t b.", want: ["s s | c | t t"] },
  { name: "no source", text: "c t.", want: [" | c | t"] },
  { name: "a content that the cue interrupts", text: "t t c s t.", want: ["s | c | t t … t"] },
  { name: "no content: no attribution", text: "a s c b.", want: [] },
  { name: "no cue: no attribution", text: "a s t b.", want: [] },
  { name: "two sentences", text: "s c t. t c.", want: ["s | c | t", " | c | t"] },
  { name: "two cues of one content, of which the likelier alone", text: "s m t t t c.", want: ["s | c | t t t"] },
  { name: "a comma before the cue", text: "t t, c s.", want: ["s | c | t t"] },
  { name: "a comma that stands apart", text: "t t , c s.", want: ["s | c | t t ,"] },
  { name: "the mark that opens what follows", text: 'c t t " a.', want: [" | c | t t"] },
  { name: "a quotation mark that closes", text: '"t t" c s.', want: ['s | c | "t t"'] },
  { name: "nothing", text: "", want: [] },
  { name: "white space", text: " \n ", want: [] },
])("$name: $text", async ({ text, want }) => {
  const { attributions } = await readText(text);
  expect(attributions.map((one) => lineOf(text, one))).toEqual(want);
});

test("the reading says whose it is, how sure, and how it is quoted", async () => {
  const { document, reader, sentences, attributions } = await readText("s c t! B.");
  expect({ document, reader }).toEqual({ document: "d", reader: { name: "trained", version: settings.version } });
  expect(sentences).toEqual([charSpan(0, 6), charSpan(7, 9)]);
  const [one] = attributions;
  expect(one?.confidence).toBeCloseTo(1 / (1 + Math.exp(-(2 + Math.log(0.98)))), 5);
  for (const [kind, share] of Object.entries({ direct: 0.7, indirect: 0.2, mixed: 0.1 })) {
    expect(one?.quotation).toHaveProperty(kind, expect.closeTo(share, 5));
  }
});

test.each([
  { name: "an unlikely cue is found by the bias", confidence: {}, want: 1 },
  { name: "and not without it", confidence: { cueBias: 0 }, want: 0 },
  { name: "nor where it is less likely than the threshold", confidence: { threshold: 0.8 }, want: 0 },
])("$name", async ({ confidence, want }) => {
  const changed = { confidence: { ...settings.confidence, ...confidence } };
  expect((await readText("s m t.", { settings: changed })).attributions).toHaveLength(want);
});

describe("where quotation marks were lost", () => {
  test.each([
    { text: "t t, c s!", want: ["s | c | t t,"] }, // it was inside the marks
    { text: "t t, c s.", want: ["s | c | t t"] },
  ])("$text is $want", async ({ text, want }) => {
    const { attributions } = await readText(text, { damage: ["quotes-stripped"] });
    expect(attributions.map((one) => lineOf(text, one))).toEqual(want);
  });
});

test("title and body are read, and nothing else", async () => {
  const text = "s c t.\nNews s c t.\nt t s c t.";
  const regions = [region("title", 0, 6), region("boilerplate", 7, 18), region("body", 19, 29)];
  const { attributions, sentences, windows } = await readText(text, { regions });
  expect(windows).toEqual(["sct.ttsct."]);
  expect(attributions.map((one) => lineOf(text, one))).toEqual(["s | c | t", "s | c | t t … t"]);
  expect(sentences).toEqual([charSpan(0, 6), charSpan(19, 29)]);
});

test("what runs from one region into another is a span in each", async () => {
  const text = "s c t t\n\nt b.";
  const regions = [region("title", 0, 7), region("byline", 7, 9), region("body", 9, 13)];
  const { attributions } = await readText(text, { regions });
  expect(attributions.map((one) => lineOf(text, one))).toEqual(["s | c | t t … t"]);
});

test("a cue is read once, with what is seen around its window's core", async () => {
  const sizes = { core: 4, left: 2, right: 2 };
  const text = "a a a c t t t t.";
  const { attributions, windows } = await readText(text, { settings: sizes });
  expect(windows).toEqual(["aaactt", "actttt.", "tt."]);
  expect(attributions.map((one) => lineOf(text, one))).toEqual([" | c | t t"]);
});

test("every cue is found once, wherever windows end", async () => {
  const sentence = fc.constantFrom("s c t.", "c t t s.", "a b.", "a", "\n");
  const sizes = fc.record({ core: fc.integer({ min: 4, max: 12 }), left: fc.constant(5), right: fc.constant(5) });
  await fc.assert(
    fc.asyncProperty(fc.array(sentence, { maxLength: 12 }), sizes, async (sentences, size) => {
      const text = sentences.join(" ");
      const { attributions } = await readText(text, { settings: size });
      const cues = attributions.flatMap(({ cue }) => cue.map(({ start }) => start));
      expect(cues).toEqual([...text.matchAll(/c/g)].map(({ index }) => index));
    }),
  );
});
