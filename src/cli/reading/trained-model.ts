import { join } from "node:path";
import { createOnnxModel, type GraphName, graphNames, type OnnxModel } from "../../reader/trained/onnx-model.ts";
import { type ModelSettings, parseModelSettings } from "../../reader/trained/settings.ts";
import { shapesOf } from "../../reader/trained/windows.ts";
import { createWordPiece } from "../../reader/trained/wordpiece.ts";
import { packageRoot } from "../package-root.ts";
import { type RuntimeChoice, startModel } from "./choose-runtime.ts";
import { checkFiles, readModelFile, readModelJson, readVocabulary } from "./model-files.ts";

export const modelFolder: string = join(packageRoot, "models", "reader");

export interface TrainedModel {
  readonly settings: ModelSettings;
  /** Line n of vocab.txt is piece n. */
  readonly vocabulary: readonly string[];
  readonly model: OnnxModel;
  /** Why onnxruntime-web runs the model though nobody asked for it; null where that is not so. */
  readonly fallback: string | null;
}

export interface TrainedModelOptions extends RuntimeChoice {
  readonly folder?: string;
}

/**
 * The model of `models/reader/`, run by onnxruntime-node and where that cannot be by onnxruntime-web, or by the one
 * that PARLEY_ONNX names.
 * @throws ParleyError PARLEY_MODEL_MISSING, PARLEY_MODEL_INVALID, PARLEY_MODEL_RUNTIME or PARLEY_OPTION_INVALID.
 */
export async function loadTrainedModel(options: TrainedModelOptions = {}): Promise<TrainedModel> {
  const { folder = modelFolder } = options;
  const [settings, vocabulary] = await Promise.all([readModelSettings(folder), readVocabulary(folder)]);
  const readGraph = (name: GraphName): Promise<Uint8Array> => readModelFile(folder, `${name}.onnx`);
  const started = await startModel(
    (runtime) => createOnnxModel({ runtime, readGraph, settings, clock: () => performance.now() }),
    options,
  );
  return { settings, vocabulary, ...started };
}

/** @throws ParleyError PARLEY_MODEL_MISSING or PARLEY_MODEL_INVALID */
export const readModelSettings = async (folder: string = modelFolder): Promise<ModelSettings> =>
  parseModelSettings(await readModelJson(folder, "reader.json"));

/** @throws ParleyError PARLEY_MODEL_MISSING */
export const readModelCard = async (folder: string = modelFolder): Promise<string> =>
  (await readModelFile(folder, "README.md")).toString("utf8");

/**
 * Compares the files of the model with the hashes in its settings. Gives their size in bytes.
 * @throws ParleyError PARLEY_MODEL_MISSING or PARLEY_MODEL_INVALID, naming the file.
 */
export const checkModelFiles = ({ files }: ModelSettings, folder: string = modelFolder): Promise<number> =>
  checkFiles({
    folder,
    settings: "reader.json",
    needed: ["vocab.txt", ...graphNames.map((graph) => `${graph}.onnx`)],
    hashes: files,
  });

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
