import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import {
  createOnnxModel,
  type GraphName,
  graphNames,
  type OnnxModel,
  type OnnxRuntime,
} from "../../reader/trained/onnx-model.ts";
import { type ModelSettings, parseModelSettings } from "../../reader/trained/settings.ts";
import { shapesOf } from "../../reader/trained/windows.ts";
import { createWordPiece } from "../../reader/trained/wordpiece.ts";
import { ParleyError } from "../../text/errors.ts";
import { packageRoot } from "../package-root.ts";
import { loadNativeRuntime, loadWasmRuntime } from "./onnx-runtime.ts";

export const modelFolder: string = join(packageRoot, "models", "reader");

export interface TrainedModel {
  readonly settings: ModelSettings;
  /** Line n of vocab.txt is piece n. */
  readonly vocabulary: readonly string[];
  readonly model: OnnxModel;
  /** Why onnxruntime-web runs the model though nobody asked for it; null where that is not so. */
  readonly fallback: string | null;
}

export interface TrainedModelOptions {
  readonly folder?: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly loaders?: RuntimeLoaders;
}

export interface RuntimeLoaders {
  readonly native: () => Promise<OnnxRuntime>;
  readonly wasm: () => Promise<OnnxRuntime>;
}

export const runtimePackages = { native: "onnxruntime-node", wasm: "onnxruntime-web" } as const;
const systemLoaders: RuntimeLoaders = { native: loadNativeRuntime, wasm: loadWasmRuntime };

/**
 * The model of `models/reader/`, run by onnxruntime-node and where that cannot be by onnxruntime-web, or by the one
 * that PARLEY_ONNX names.
 * @throws ParleyError PARLEY_MODEL_MISSING, PARLEY_MODEL_INVALID, PARLEY_MODEL_RUNTIME or PARLEY_OPTION_INVALID.
 */
export async function loadTrainedModel(options: TrainedModelOptions = {}): Promise<TrainedModel> {
  const { folder = modelFolder, env = process.env, loaders = systemLoaders } = options;
  const wanted = wantedRuntime(env.PARLEY_ONNX);
  const [settings, vocabulary] = await Promise.all([readModelSettings(folder), readVocabulary(folder)]);
  const readGraph = (name: GraphName): Promise<Uint8Array> => readModelFile(folder, `${name}.onnx`);
  const start = async (kind: OnnxRuntime["kind"]): Promise<OnnxModel> =>
    createOnnxModel({ runtime: await load(kind, loaders), readGraph, settings, clock: () => performance.now() });
  if (wanted !== null) return { settings, vocabulary, model: await start(wanted), fallback: null };
  try {
    return { settings, vocabulary, model: await start("native"), fallback: null };
  } catch (error) {
    if (!(error instanceof ParleyError) || error.code === "PARLEY_MODEL_MISSING") throw error;
    const model = await start("wasm").catch((second: unknown) => {
      // where both refuse a graph the first has said why; where the first was not there, the second has
      throw error.code === "PARLEY_MODEL_INVALID" ? error : second;
    });
    return { settings, vocabulary, model, fallback: error.message };
  }
}

/** @throws ParleyError PARLEY_MODEL_MISSING or PARLEY_MODEL_INVALID */
export const readModelSettings = async (folder: string = modelFolder): Promise<ModelSettings> =>
  parseModelSettings(await readModelJson("reader.json", folder));

/**
 * A JSON file of the model; whoever asks validates it.
 * @throws ParleyError PARLEY_MODEL_MISSING, or PARLEY_MODEL_INVALID where it is not JSON.
 */
export async function readModelJson(name: string, folder: string = modelFolder): Promise<unknown> {
  const text = (await readModelFile(folder, name)).toString("utf8");
  try {
    return JSON.parse(text);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new ParleyError("PARLEY_MODEL_INVALID", `${join(folder, name)}: ${reason}`, { cause });
  }
}

/** @throws ParleyError PARLEY_MODEL_MISSING */
export const readModelCard = async (folder: string = modelFolder): Promise<string> =>
  (await readModelFile(folder, "README.md")).toString("utf8");

/**
 * Compares the files of the model with the hashes in its settings. Gives their size in bytes.
 * @throws ParleyError PARLEY_MODEL_MISSING or PARLEY_MODEL_INVALID, naming the file.
 */
export async function checkModelFiles(settings: ModelSettings, folder: string = modelFolder): Promise<number> {
  let size = 0;
  const needed = ["vocab.txt", ...graphNames.map((graph) => `${graph}.onnx`)];
  for (const name of new Set([...needed, ...Object.keys(settings.files)])) {
    const bytes = await readModelFile(folder, name);
    const [found, expected] = [createHash("sha256").update(bytes).digest("hex"), settings.files[name]];
    if (found !== expected) {
      const hashes = `found sha256 ${found.slice(0, 12)}…, expected ${expected === undefined ? "none" : `${expected.slice(0, 12)}…`}`;
      throw new ParleyError("PARLEY_MODEL_INVALID", `${join(folder, name)} is not the file of reader.json: ${hashes}`);
    }
    size += bytes.length;
  }
  return size;
}

/** @throws ParleyError PARLEY_OPTION_INVALID */
function wantedRuntime(value: string | undefined): OnnxRuntime["kind"] | null {
  if (value === undefined || value === "") return null;
  if (value === "native" || value === "wasm") return value;
  throw new ParleyError("PARLEY_OPTION_INVALID", `PARLEY_ONNX is "${value}": expected native or wasm`);
}

async function load(kind: OnnxRuntime["kind"], loaders: RuntimeLoaders): Promise<OnnxRuntime> {
  try {
    return await loaders[kind]();
  } catch (cause) {
    const [reason = ""] = (cause instanceof Error ? cause.message : String(cause)).split("\n");
    throw new ParleyError("PARLEY_MODEL_RUNTIME", `${runtimePackages[kind]} cannot be loaded: ${reason}`, { cause });
  }
}

async function readVocabulary(folder: string): Promise<readonly string[]> {
  const text = (await readModelFile(folder, "vocab.txt")).toString("utf8");
  return text.replace(/\r?\n$/, "").split(/\r?\n/);
}

async function readModelFile(folder: string, name: string): Promise<Buffer> {
  const path = join(folder, name);
  try {
    return await readFile(path);
  } catch (cause) {
    const reason = cause instanceof Error && "code" in cause && cause.code === "ENOENT" ? "not there" : String(cause);
    throw new ParleyError("PARLEY_MODEL_MISSING", `${path}: ${reason}`, { cause });
  }
}

/** What the model made of the sentence that `parley doctor` gives it. */
export interface Trial {
  readonly cue: string;
  readonly content: string;
  readonly root: string;
  readonly milliseconds: number;
}

const trialSentence = "The minister said the talks would resume on Monday.";
/** What a sound model makes of it. */
export const expectedTrial = { cue: "said", content: "the talks would resume on Monday", root: "said" } as const;

/** Runs every graph once, on a sentence whose words are single pieces. */
export async function tryModel({ vocabulary, model }: TrainedModel): Promise<Trial> {
  const pieces = createWordPiece(vocabulary).encode(trialSentence);
  const words = (from: number, to: number): string => trialSentence.slice(pieces.starts[from], pieces.ends[to]);
  const before = performance.now();
  const window = await model.encode(pieces.ids, shapesOf(trialSentence, pieces));
  const cue = argmax(column(window.cues, 3, 1));
  const [roles] = await model.roles(window, [{ first: cue, last: cue }]);
  const { arcs } = await model.parse(window.hidden);
  const root = argmax(column(arcs, 1 + window.length, 0));
  await model.relations(
    window.hidden,
    pieces.ids.map((_, word) => (word === root ? 0 : 1 + root)),
  );
  const milliseconds = performance.now() - before;
  const tags = pieces.ids.map((_, piece) => argmax(rowOf(roles?.tags ?? new Float32Array(0), piece, 5)));
  const inContent = (tag: number): boolean => tag >= 3;
  const [from, to] = [tags.findIndex(inContent), tags.findLastIndex(inContent)];
  return { cue: words(cue, cue), content: from < 0 ? "" : words(from, to), root: words(root, root), milliseconds };
}

const column = (values: Float32Array, width: number, at: number): Float32Array =>
  values.filter((_, index) => index % width === at);

const rowOf = (values: Float32Array, row: number, width: number): Float32Array =>
  values.subarray(row * width, (row + 1) * width);

/** The first of the greatest. */
const argmax = (values: Float32Array): number => values.indexOf(Math.max(...values));
