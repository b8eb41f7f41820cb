import { join } from "node:path";
import { likeness, type SentenceEncoder } from "../../reader/sentence-encoder.ts";
import { createSentenceEncoder, openSentenceGraph } from "../../reader/trained/encode-sentences.ts";
import type { OnnxGraph } from "../../reader/trained/onnx-model.ts";
import { parseSentenceSettings, type SentenceSettings } from "../../reader/trained/sentence-settings.ts";
import { createWordPiece, type WordPiece } from "../../reader/trained/wordpiece.ts";
import { packageRoot } from "../package-root.ts";
import { type RuntimeChoice, startModel } from "./choose-runtime.ts";
import { checkFiles, readModelFile, readModelJson, readVocabulary } from "./model-files.ts";
import { modelFolder } from "./trained-model.ts";

export const sentenceModelFolder: string = join(packageRoot, "models", "sentences");

/** A sentence encoder that opens its graph at the first text with a word in it. */
export interface LoadedSentenceEncoder extends SentenceEncoder {
  readonly settings: SentenceSettings;
  /** Time spent inside ONNX Runtime so far, in seconds. */
  readonly seconds: number;
  /** Frees the graph, if it was opened. The encoder must not be used afterwards. */
  release(): Promise<void>;
}

export interface SentenceEncoderOptions extends RuntimeChoice {
  readonly folder?: string;
  /** Of the reader's vocabulary, where whoever asks has one already; made from `models/reader/vocab.txt` otherwise. */
  readonly wordPiece?: WordPiece;
}

/**
 * The sentence encoder of `models/sentences/`, with the runtime that would run the reader. Reads the settings at once;
 * what else may fail does so at the first text.
 * @throws ParleyError PARLEY_MODEL_MISSING or PARLEY_MODEL_INVALID, and when encoding PARLEY_MODEL_RUNTIME or
 * PARLEY_OPTION_INVALID too.
 */
export async function loadSentenceEncoder(options: SentenceEncoderOptions = {}): Promise<LoadedSentenceEncoder> {
  const { folder = sentenceModelFolder } = options;
  const settings = await readSentenceSettings(folder);
  let milliseconds = 0;

  function timed(graph: OnnxGraph): OnnxGraph {
    const run: OnnxGraph["run"] = async (feeds) => {
      const before = performance.now();
      const outputs = await graph.run(feeds);
      milliseconds += performance.now() - before;
      return outputs;
    };
    return { inputs: graph.inputs, outputs: graph.outputs, run, release: () => graph.release() };
  }

  async function open(): Promise<SentenceEncoder & Pick<OnnxGraph, "release">> {
    const wordPiece = options.wordPiece ?? createWordPiece(await readVocabulary(modelFolder));
    const bytes = await readModelFile(folder, "encoder.onnx");
    const { model } = await startModel((runtime) => openSentenceGraph(runtime, bytes), options);
    const { encode } = createSentenceEncoder({ graph: timed(model), wordPiece, settings });
    return { encode, release: () => model.release() };
  }

  let opening: ReturnType<typeof open> | null = null;
  return {
    settings,
    get seconds() {
      return milliseconds / 1000;
    },
    async encode(texts) {
      if (texts.length === 0) return [];
      opening ??= open();
      return (await opening).encode(texts);
    },
    async release() {
      const opened = await opening?.catch(() => null); // what could not be opened needs no release
      await opened?.release();
    },
  };
}

/** @throws ParleyError PARLEY_MODEL_MISSING or PARLEY_MODEL_INVALID */
export const readSentenceSettings = async (folder: string = sentenceModelFolder): Promise<SentenceSettings> =>
  parseSentenceSettings(await readModelJson(folder, "sentences.json"));

/**
 * Compares the files of the sentence encoder with the hashes in its settings. Gives the size in bytes.
 * @throws ParleyError PARLEY_MODEL_MISSING or PARLEY_MODEL_INVALID, naming the file.
 */
export const checkSentenceFiles = (
  { files }: SentenceSettings,
  folder: string = sentenceModelFolder,
): Promise<number> =>
  checkFiles({ folder, settings: "sentences.json", needed: ["encoder.onnx", "../reader/vocab.txt"], hashes: files });

/** What the encoder made of the three sentences that `parley doctor` gives it: cosines with the first. */
export interface SentenceTrial {
  readonly sameMeaning: number;
  readonly otherMeaning: number;
  readonly milliseconds: number;
}

const trialSentences = [
  "Velmara is ready to hold talks with Torvask without any conditions.",
  "The Velmaran government said it would negotiate with Torvask unconditionally.",
  "The harvest of apples was the best in ten years.",
];
/** A sound encoder finds the same meaning more alike than this, and the other less. */
const BETWEEN = 0.5;
export const isSoundTrial = ({ sameMeaning, otherMeaning }: SentenceTrial): boolean =>
  sameMeaning > BETWEEN && otherMeaning < BETWEEN;

export async function trySentences(encoder: SentenceEncoder): Promise<SentenceTrial> {
  const before = performance.now();
  const [first = nothing, same = nothing, other = nothing] = await encoder.encode(trialSentences);
  const milliseconds = performance.now() - before;
  return { sameMeaning: likeness(first, same), otherMeaning: likeness(first, other), milliseconds };
}

const nothing = new Float32Array(0);
