import { describe, expect, test } from "vitest";
import { HIDDEN } from "../../reader/trained/model.ts";
import { createOnnxModel, type GraphName } from "../../reader/trained/onnx-model.ts";
import { settings, tinyGraphs } from "../../reader/trained/testing/tiny-model.ts";
import { loadNativeRuntime, loadWasmRuntime } from "./onnx-runtime.ts";

const readGraph = async (name: GraphName): Promise<Uint8Array> => tinyGraphs[name];
const words = (...values: readonly number[]): Float32Array =>
  Float32Array.from(values.flatMap((value) => Array<number>(HIDDEN).fill(value)));

describe.each([
  { kind: "native", load: loadNativeRuntime },
  { kind: "wasm", load: loadWasmRuntime },
])("the $kind runtime", ({ kind, load }) => {
  test("says what it is", async () => {
    expect(await load()).toMatchObject({ kind, version: expect.stringMatching(/^\d+\.\d+\.\d+$/) });
  });

  test("runs the four graphs", async () => {
    const model = await createOnnxModel({ runtime: await load(), readGraph, settings });
    const window = await model.encode([7, 8, 9], [1, 2, 4]);
    expect(window.length).toBe(3);
    expect(window.hidden).toEqual(words(7, 8, 9));
    expect([...window.cues]).toEqual([7, 14, 21, 8, 16, 24, 9, 18, 27]);
    const sum = 101 + 7 + 8 + 9 + 102;
    expect([...window.tags]).toEqual([sum, 1, sum, 2, sum, 4]);

    const [early, late] = await model.roles(window, [
      { first: 0, last: 0 },
      { first: 1, last: 2 },
    ]);
    expect([...(early?.tags ?? [])]).toEqual([0, 33, 34].flatMap((bucket) => Array(5).fill(bucket)));
    expect([...(late?.tags ?? [])]).toEqual([1, 0, 0].flatMap((bucket) => Array(5).fill(bucket)));
    expect(early?.quotation[0]).toBeCloseTo(7, 4);
    expect(late?.quotation[2]).toBeCloseTo(17, 4);

    const { arcs, entities } = await model.parse(words(1, 2));
    expect([...arcs]).toEqual([0, 1, 2, 0, 2, 4]);
    expect([...entities]).toEqual([1, 1, 1, 2, 2, 2, 2, 2, 2, 4, 4, 4]);
    const relations = await model.relations(words(1, 2), [2, 0]);
    expect([...relations].map((value) => Math.round(value * 1000) / 1000)).toEqual([3, 3, 3, 2, 2, 2]);
    await model.release();
  });

  test("answers calls made at once as if they were made one by one", async () => {
    const model = await createOnnxModel({ runtime: await load(), readGraph, settings });
    const windows = await Promise.all([1, 2, 3, 4].map((id) => model.encode(Array(id).fill(id), Array(id).fill(0))));
    expect(windows.map((window) => window.length)).toEqual([1, 2, 3, 4]);
    windows.forEach((window, at) => {
      expect(new Set(window.hidden)).toEqual(new Set([at + 1]));
    });
    await model.release();
  });

  test("runs nothing for nothing", async () => {
    const model = await createOnnxModel({ runtime: await load(), readGraph, settings });
    const window = await model.encode([], []);
    expect(window).toMatchObject({ length: 0 });
    expect(await model.roles(await model.encode([7], [0]), [])).toEqual([]);
    expect((await model.parse(words())).arcs.length).toBe(0);
    expect((await model.relations(words(), [])).length).toBe(0);
    await model.release();
  });

  test.each([
    { fault: "cut", encoder: tinyGraphs.encoder.slice(0, 100), message: "encoder.onnx cannot be opened: " },
    { fault: "empty", encoder: new Uint8Array(0), message: "encoder.onnx cannot be opened: " },
    {
      fault: "another graph",
      encoder: tinyGraphs.parse,
      message: "encoder.onnx: found words → arcs, entities, accepted",
    },
  ])("refuses a graph that is $fault", async ({ encoder, message }) => {
    const opening = createOnnxModel({
      runtime: await load(),
      readGraph: async (name) => (name === "encoder" ? encoder : tinyGraphs[name]),
      settings,
    });
    await expect(opening).rejects.toMatchObject({
      code: "PARLEY_MODEL_INVALID",
      message: expect.stringContaining(message),
    });
  });
});
