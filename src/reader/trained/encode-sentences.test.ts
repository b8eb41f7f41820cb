import fc from "fast-check";
import { expect, test } from "vitest";
import { VECTOR_SIZE } from "../sentence-encoder.ts";
import { createSentenceEncoder, openSentenceGraph } from "./encode-sentences.ts";
import type { OnnxGraph, OnnxRuntime } from "./onnx-model.ts";
import { parseSentenceSettings } from "./sentence-settings.ts";
import { createWordPiece } from "./wordpiece.ts";

// A graph that remembers what it was asked; the real one is tried in cli/reading.
const settings = { version: 1, start: 101, end: 102, longest: 5, files: {} };
const wordPiece = createWordPiece(["[UNK]", "talks", "failed", "##s", "."]);

function createFake(size = VECTOR_SIZE) {
  const asked: (readonly bigint[])[] = [];
  const graph: OnnxGraph = {
    inputs: ["ids"],
    outputs: ["vector"],
    async run({ ids }) {
      const data = ids?.data instanceof BigInt64Array ? [...ids.data] : [];
      expect(ids?.shape).toEqual([data.length]);
      asked.push(data);
      return { vector: new Float32Array(size).fill(data.length) };
    },
    release: async () => {},
  };
  return { asked, graph, encoder: createSentenceEncoder({ graph, wordPiece, settings }) };
}

test("each text is a call of its own, between the marks of start and end", async () => {
  const { asked, encoder } = createFake();
  const vectors = await encoder.encode(["Talks failed", "talks"]);
  expect(asked).toEqual([
    [101n, 1n, 2n, 102n],
    [101n, 1n, 102n],
  ]);
  expect(vectors.map(([first]) => first)).toEqual([4, 3]);
});

test("of a text that is too long the beginning is read", async () => {
  const { asked, encoder } = createFake();
  await encoder.encode(["talks failed. talks failed."]);
  expect(asked).toEqual([[101n, 1n, 2n, 4n, 102n]]);
});

test("a text without any word is not asked about", async () => {
  const { asked, encoder } = createFake();
  expect(await encoder.encode([" ", "talks", ""])).toMatchObject([{ 0: 0 }, { 0: 3 }, { 0: 0 }]);
  expect(asked).toHaveLength(1);
});

test("a vector for every text, in order, whatever the texts", async () => {
  const word = fc.constantFrom("talks", "failed", ".", " ", "Karsk", "");
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(word).map((words) => words.join(" "))), async (texts) => {
      const { asked, encoder } = createFake();
      const vectors = await encoder.encode(texts);
      const expected = texts.map((text) => Math.min(3, wordPiece.encode(text).ids.length));
      expect(vectors.map(([first]) => first)).toEqual(expected.map((pieces) => (pieces === 0 ? 0 : pieces + 2)));
      expect(asked.every((ids) => ids.length <= settings.longest)).toBe(true);
    }),
  );
});

test.each([VECTOR_SIZE - 1, 2 * VECTOR_SIZE])("a vector of %i numbers is refused", async (size) => {
  await expect(createFake(size).encoder.encode(["talks"])).rejects.toMatchObject({
    code: "PARLEY_MODEL_INVALID",
    message: `sentences/encoder.onnx gave ${size} values of vector, expected 384`,
  });
});

test("a graph of other inputs and outputs is refused", async () => {
  const other: OnnxGraph = { ...createFake().graph, inputs: ["ids", "shapes"] };
  const runtime: OnnxRuntime = { kind: "native", version: "0.0.0", open: async () => other };
  await expect(openSentenceGraph(runtime, new Uint8Array())).rejects.toMatchObject({
    code: "PARLEY_MODEL_INVALID",
    message: "sentences/encoder.onnx: found ids, shapes → vector, accepted: ids → vector",
  });
});

test("settings are read, and what else stands in the file is left out", () => {
  expect(parseSentenceSettings({ ...settings, comment: "left out" })).toEqual(settings);
});

test.each([
  { json: null, place: "the file" },
  { json: { ...settings, version: 0 }, place: "version" },
  { json: { ...settings, start: "101" }, place: "start" },
  { json: { ...settings, end: -1 }, place: "end" },
  { json: { ...settings, longest: 2 }, place: "longest" },
  { json: { ...settings, files: { "encoder.onnx": 3 } }, place: "files.encoder.onnx" },
])("a fault at $place is named", ({ json, place }) => {
  expect(() => parseSentenceSettings(json)).toThrow(`sentences.json, ${place}: found `);
});
