import { expect, test } from "vitest";
import { HIDDEN } from "./model.ts";
import { createOnnxModel, distanceBucket, type GraphName, type OnnxGraph, type OnnxRuntime } from "./onnx-model.ts";
import { settings } from "./testing/tiny-model.ts";

// A runtime that answers zeros and remembers what it was asked; the real ones are tried in cli/reading.
type Run = OnnxGraph["run"];
type Feeds = Parameters<Run>[0];

function createFake(sizes: (feeds: Feeds) => Readonly<Record<string, number>>) {
  const asked: Feeds[] = [];
  const opened: number[] = [];
  const signatures = [
    { inputs: ["ids", "shapes"], outputs: ["hidden", "cues", "tags"] },
    { inputs: ["hidden", "cue", "distance"], outputs: ["roles", "quotation"] },
    { inputs: ["words"], outputs: ["arcs", "entities"] },
    { inputs: ["words", "heads"], outputs: ["relations"] },
  ] as const;
  const names: readonly GraphName[] = ["encoder", "roles", "parse", "relations"];
  const runtime: OnnxRuntime = {
    kind: "native",
    version: "0.0.0",
    async open([at = 0]) {
      opened.push(at);
      const run: Run = async (feeds) => {
        asked.push(feeds);
        return Object.fromEntries(Object.entries(sizes(feeds)).map(([name, size]) => [name, new Float32Array(size)]));
      };
      return { ...(signatures[at] ?? signatures[0]), run, release: async () => {} };
    },
  };
  let now = 0;
  const clock = (): number => {
    now += 250;
    return now;
  };
  const readGraph = async (name: GraphName): Promise<Uint8Array> => Uint8Array.of(names.indexOf(name));
  return { asked, opened, parts: { runtime, readGraph, settings, clock } };
}

const encoderSizes = (pieces: number) => ({ hidden: pieces * HIDDEN, cues: pieces * 3, tags: pieces * 2 });

test("a window is read between the marks of start and end", async () => {
  const { asked, parts } = createFake(() => encoderSizes(2));
  await (await createOnnxModel(parts)).encode([7, 8], [1, 4]);
  expect(asked).toEqual([
    {
      ids: { data: BigInt64Array.of(101n, 7n, 8n, 102n), shape: [4] },
      shapes: { data: BigInt64Array.of(0n, 1n, 4n, 0n), shape: [4] },
    },
  ]);
});

test("the graphs that parse are opened when a sentence is parsed, and once", async () => {
  const { opened, parts } = createFake((feeds) => ("heads" in feeds ? { relations: 3 } : { arcs: 2, entities: 3 }));
  const model = await createOnnxModel(parts);
  expect(opened).toEqual([0, 1]);
  await model.parse(new Float32Array(HIDDEN));
  await model.parse(new Float32Array(HIDDEN));
  await model.relations(new Float32Array(HIDDEN), [0]);
  expect(opened).toEqual([0, 1, 2, 3]);
});

test("the time inside the runtime is counted", async () => {
  const { parts } = createFake(() => encoderSizes(1));
  const model = await createOnnxModel(parts);
  expect(model.seconds).toBe(0);
  await model.encode([7], [1]);
  await model.encode([7], [1]);
  expect(model.seconds).toBe(0.5);
});

test("a window of nothing but cues is asked about in parts, and answered in order", async () => {
  const { asked, parts } = createFake(({ cue }) => {
    const cues = cue?.shape[0] ?? 0;
    return { roles: cues * 70 * 5, quotation: cues * 3 };
  });
  const model = await createOnnxModel(parts);
  const window = {
    length: 70,
    hidden: new Float32Array(70 * HIDDEN),
    cues: new Float32Array(0),
    tags: new Float32Array(0),
  };
  const cues = Array.from({ length: 70 }, (_, at) => ({ first: at, last: at }));
  const found = await model.roles(window, cues);
  expect(found.map(({ tags, quotation }) => [tags.length, quotation.length])).toEqual(cues.map(() => [70 * 5, 3]));
  expect(asked.map(({ cue }) => cue?.shape)).toEqual([
    [32, 70],
    [32, 70],
    [6, 70],
  ]);
});

test("outputs that do not fit the labels of reader.json are refused", async () => {
  const { parts } = createFake(() => ({ ...encoderSizes(2), tags: 2 * 17 }));
  const model = await createOnnxModel(parts);
  await expect(model.encode([7, 8], [1, 1])).rejects.toMatchObject({
    code: "PARLEY_MODEL_INVALID",
    message: "encoder.onnx gave 34 values of tags, expected 4 by the labels of reader.json",
  });
});

test.each([
  { first: -1, last: 0 },
  { first: 1, last: 0 },
  { first: 0, last: 2 },
  { first: Number.NaN, last: 1 },
])("a cue from piece $first to $last of two is refused", async (cue) => {
  const { parts } = createFake(() => encoderSizes(2));
  const model = await createOnnxModel(parts);
  await expect(model.roles(await model.encode([7, 8], [1, 1]), [cue])).rejects.toThrow(RangeError);
});

// torch 2 and `distances` of training/model.py, for every distance from 0 to 2000: where each bucket begins
const starts = [
  0, 1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 14, 16, 20, 23, 27, 32, 39, 46, 54, 64, 77, 91, 108, 128, 153, 182, 216, 256, 305,
  363, 431,
];

test("distances fall into the buckets that the model was trained with", () => {
  for (let away = 0; away <= 2000; away++) {
    const bucket = starts.findLastIndex((start) => start <= away);
    expect(distanceBucket(2000 - away, { first: 2000, last: 2003 })).toBe(bucket);
    expect(distanceBucket(2003 + away, { first: 2000, last: 2003 })).toBe(away === 0 ? 0 : 32 + bucket);
  }
  for (const inside of [2000, 2001, 2003]) expect(distanceBucket(inside, { first: 2000, last: 2003 })).toBe(0);
});
