import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { likeness, VECTOR_SIZE } from "../../reader/sentence-encoder.ts";
import { wordPiece } from "../../reader/trained/testing/fixture.ts";
import { loadNativeRuntime, loadWasmRuntime } from "./onnx-runtime.ts";
import {
  checkSentenceFiles,
  isSoundTrial,
  type LoadedSentenceEncoder,
  loadSentenceEncoder,
  readSentenceSettings,
  sentenceModelFolder,
  trySentences,
} from "./sentence-encoder.ts";

const native = { PARLEY_ONNX: "native" };

describe("the shipped sentence encoder", () => {
  const ready = "Velmara is ready to sit down with Torvask, provided that the shelling stops.";
  const texts = [
    ready,
    "If the guns fall silent, the Velmaran side will come to the negotiating table with the Torvaskans.",
    "Ferries between Port Amsel and the islands will cost less from the first of May.",
    "we will never give up Karsk",
    "talks. ".repeat(2000),
  ];
  let encoder: LoadedSentenceEncoder;
  let vectors: readonly Float32Array[];
  beforeAll(async () => {
    encoder = await loadSentenceEncoder({ env: native, wordPiece });
    vectors = await encoder.encode(texts);
  });
  afterAll(() => encoder.release());
  const vector = (at: number): Float32Array => vectors[at] ?? new Float32Array(0);

  test("gives each text a vector of length 1, however long the text", () => {
    expect(vectors.map(({ length }) => length)).toEqual(texts.map(() => VECTOR_SIZE));
    for (const each of vectors) expect(likeness(each, each)).toBeCloseTo(1, 5);
  });

  test("gives a text without any word zeros", async () => {
    const empty = await encoder.encode(["", " \n\t", "\u200b"]);
    expect(empty).toEqual([0, 0, 0].map(() => new Float32Array(VECTOR_SIZE)));
  });

  test("gives no text nothing", async () => {
    expect(await encoder.encode([])).toEqual([]);
  });

  test("gives the same vector whatever is encoded before, beside or at the same time", async () => {
    const [alone, , together] = await Promise.all([
      encoder.encode([ready]),
      encoder.encode(texts.slice(1)),
      encoder.encode([...texts].reverse()),
    ]);
    expect(alone).toEqual([vector(0)]);
    expect(together).toEqual([...vectors].reverse());
  });

  test("reads no more of a long text than its first 254 pieces", async () => {
    const [longer] = await encoder.encode([`${"talks. ".repeat(127)}The ferries will cost less.`]);
    expect(longer).toEqual(vector(4));
  });

  test("finds a paraphrase more alike than another matter", () => {
    expect(likeness(vector(0), vector(1))).toBeGreaterThan(likeness(vector(0), vector(2)) + 0.3);
    expect(likeness(vector(0), vector(1))).toBeGreaterThan(likeness(vector(0), vector(3)) + 0.1);
  });

  test("gives nearly the same vectors with onnxruntime-web", async () => {
    const wasm = await loadSentenceEncoder({ env: { PARLEY_ONNX: "wasm" }, wordPiece });
    const others = await wasm.encode(texts.slice(0, 2));
    await wasm.release();
    for (const [at, each] of others.entries()) expect(likeness(each, vector(at))).toBeGreaterThan(0.98);
  });

  test("counts the time inside the runtime", async () => {
    const before = encoder.seconds;
    await encoder.encode([ready]);
    expect(encoder.seconds).toBeGreaterThan(before);
  });

  test("passes the trial of doctor, which zeros and one vector for all do not", async () => {
    expect(isSoundTrial(await trySentences(encoder))).toBe(true);
    const all = (value: number) => async (given: readonly string[]) =>
      given.map(() => new Float32Array(VECTOR_SIZE).fill(value));
    expect(isSoundTrial(await trySentences({ encode: all(0) }))).toBe(false);
    expect(isSoundTrial(await trySentences({ encode: all(VECTOR_SIZE ** -0.5) }))).toBe(false);
  });
});

describe("a folder of the sentence encoder", () => {
  let [root, folder] = ["", ""];
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), "parley-sentences-"));
    folder = join(root, "sentences");
    cpSync(sentenceModelFolder, folder, { recursive: true });
    cpSync(join(sentenceModelFolder, "../reader/vocab.txt"), join(root, "reader/vocab.txt"));
    return () => rmSync(root, { recursive: true });
  });

  test("holds the files of its settings", async () => {
    expect(await checkSentenceFiles(await readSentenceSettings(folder), folder)).toBeGreaterThan(20_000_000);
  });

  test.each(["encoder.onnx", "../reader/vocab.txt"])("with another %s is not as released", async (name) => {
    writeFileSync(join(folder, name), "[UNK]\n");
    await expect(checkSentenceFiles(await readSentenceSettings(folder), folder)).rejects.toMatchObject({
      code: "PARLEY_MODEL_INVALID",
      message: expect.stringContaining(`${join(folder, name)} is not the file of sentences.json: found sha256`),
    });
  });

  test("without its settings is missing", async () => {
    rmSync(join(folder, "sentences.json"));
    await expect(loadSentenceEncoder({ folder })).rejects.toMatchObject({
      code: "PARLEY_MODEL_MISSING",
      message: `${join(folder, "sentences.json")}: not there`,
    });
  });

  test("is opened at the first text, once, and says then what is wrong with its graph", async () => {
    let opened = 0;
    const loaders = {
      wasm: loadWasmRuntime,
      native: async () => {
        opened++;
        return loadNativeRuntime();
      },
    };
    writeFileSync(join(folder, "encoder.onnx"), "version https://git-lfs");
    const encoder = await loadSentenceEncoder({ folder, env: native, loaders, wordPiece });
    await encoder.encode([]);
    expect(opened).toBe(0);
    for (const text of ["one", "two"]) {
      await expect(encoder.encode([text])).rejects.toMatchObject({
        code: "PARLEY_MODEL_INVALID",
        message: expect.stringContaining("sentences/encoder.onnx cannot be opened: "),
      });
    }
    expect(opened).toBe(1);
    await encoder.release();
  });
});
