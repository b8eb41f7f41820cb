import { createHash } from "node:crypto";
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { graphNames } from "../../reader/trained/onnx-model.ts";
import { settings, tinyGraphs } from "../../reader/trained/testing/tiny-model.ts";
import type { RuntimeLoaders } from "./choose-runtime.ts";
import { loadNativeRuntime, loadWasmRuntime } from "./onnx-runtime.ts";
import { checkModelFiles, loadTrainedModel, readModelCard } from "./trained-model.ts";

const sha256 = (bytes: Uint8Array | string): string => createHash("sha256").update(bytes).digest("hex");
const vocabulary = ["[PAD]", "[UNK]", "talks"];

let [whole, folder] = ["", ""];
beforeAll(() => {
  whole = mkdtempSync(join(tmpdir(), "parley-model-"));
  const files: Readonly<Record<string, Uint8Array | string>> = {
    "vocab.txt": `${vocabulary.join("\n")}\n`,
    ...Object.fromEntries(graphNames.map((name) => [`${name}.onnx`, tinyGraphs[name]])),
  };
  for (const [name, bytes] of Object.entries(files)) writeFileSync(join(whole, name), bytes);
  const hashes = Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, sha256(bytes)]));
  writeFileSync(join(whole, "reader.json"), JSON.stringify({ ...settings, files: hashes }));
  writeFileSync(join(whole, "README.md"), "# The trained reader\n");
});
beforeEach(() => {
  if (folder !== "") rmSync(folder, { recursive: true });
  folder = mkdtempSync(join(tmpdir(), "parley-model-"));
  cpSync(whole, folder, { recursive: true });
});
afterAll(() => {
  for (const each of [whole, folder]) rmSync(each, { recursive: true, force: true });
});

const refuse = (message: string) => async () => {
  throw new Error(message);
};
const both: RuntimeLoaders = { native: loadNativeRuntime, wasm: loadWasmRuntime };
const withoutNative: RuntimeLoaders = { ...both, native: refuse("Cannot find package\nRequire stack") };
/** It loads, and then cannot run anything. */
const brokenNative: RuntimeLoaders = {
  ...both,
  native: async () => ({ ...(await loadNativeRuntime()), open: refuse("unsupported processor") }),
};

describe("loadTrainedModel", () => {
  test.each([
    { given: "nothing asked", env: {}, loaders: both, kind: "native", fallback: null },
    { given: "an empty wish", env: { PARLEY_ONNX: "" }, loaders: both, kind: "native", fallback: null },
    { given: "wasm asked", env: { PARLEY_ONNX: "wasm" }, loaders: both, kind: "wasm", fallback: null },
    {
      given: "no onnxruntime-node",
      env: {},
      loaders: withoutNative,
      kind: "wasm",
      fallback: "onnxruntime-node cannot be loaded: Cannot find package",
    },
    {
      given: "an onnxruntime-node that cannot run",
      env: {},
      loaders: brokenNative,
      kind: "wasm",
      fallback: "encoder.onnx cannot be opened: unsupported processor",
    },
  ])("given $given, $kind runs the model", async ({ env, loaders, kind, fallback }) => {
    const trained = await loadTrainedModel({ folder, env, loaders });
    expect(trained.model.runtime.kind).toBe(kind);
    expect(trained.fallback).toBe(fallback);
    expect(trained.vocabulary).toEqual(vocabulary);
    expect((await trained.model.encode([2], [1])).hidden[0]).toBe(2);
    expect(trained.model.seconds).toBeGreaterThan(0);
    await trained.model.release();
  });

  test.each([
    { env: { PARLEY_ONNX: "cuda" }, loaders: both, code: "PARLEY_OPTION_INVALID", says: 'PARLEY_ONNX is "cuda"' },
    { env: { PARLEY_ONNX: "native" }, loaders: withoutNative, code: "PARLEY_MODEL_RUNTIME", says: "onnxruntime-node" },
    {
      env: {},
      loaders: { ...withoutNative, wasm: refuse("no SIMD") },
      code: "PARLEY_MODEL_RUNTIME",
      says: "onnxruntime-web cannot be loaded: no SIMD",
    },
  ])("without a runtime that may be used, $code says why", async ({ env, loaders, code, says }) => {
    await expect(loadTrainedModel({ folder, env, loaders })).rejects.toMatchObject({
      code,
      message: expect.stringContaining(says),
    });
  });

  test.each(["reader.json", "vocab.txt", "encoder.onnx"])("%s that is not there is named", async (name) => {
    rmSync(join(folder, name));
    await expect(loadTrainedModel({ folder, env: {} })).rejects.toMatchObject({
      code: "PARLEY_MODEL_MISSING",
      message: `${join(folder, name)}: not there`,
    });
  });

  test.each([
    { name: "reader.json", holds: "{", says: "reader.json: " },
    { name: "reader.json", holds: "{}", says: "reader.json, version: found nothing" },
    { name: "encoder.onnx", holds: "version https://git-lfs", says: "encoder.onnx cannot be opened: " },
  ])("$name that holds $holds is invalid, whatever the runtime", async ({ name, holds, says }) => {
    writeFileSync(join(folder, name), holds);
    await expect(loadTrainedModel({ folder, env: {} })).rejects.toMatchObject({
      code: "PARLEY_MODEL_INVALID",
      message: expect.stringContaining(says),
    });
  });
});

test("files that are as released are known by their hashes, and one that is not is named", async () => {
  const { settings } = await loadTrainedModel({ folder, env: {} });
  expect(await checkModelFiles(settings, folder)).toBeGreaterThan(1000);
  writeFileSync(join(folder, "parse.onnx"), tinyGraphs.roles);
  await expect(checkModelFiles(settings, folder)).rejects.toMatchObject({
    code: "PARLEY_MODEL_INVALID",
    message: expect.stringMatching(/parse\.onnx is not the file of reader\.json: found sha256 [0-9a-f]{12}…, expected/),
  });
});

test("a file that reader.json gives no hash of is not as released", async () => {
  const { settings } = await loadTrainedModel({ folder, env: {} });
  await expect(checkModelFiles({ ...settings, files: {} }, folder)).rejects.toThrow("expected none");
});

test("the model's card is read as it stands", async () => {
  expect(await readModelCard(folder)).toBe("# The trained reader\n");
});
