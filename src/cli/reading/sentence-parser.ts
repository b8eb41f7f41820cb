import { createLemmatiser, type Lemmatiser } from "../../reader/trained/lemmas.ts";
import type { SentenceParser } from "../../reader/trained/parse.ts";
import { createWordPiece } from "../../reader/trained/wordpiece.ts";
import { readModelJson } from "./model-files.ts";
import { loadTrainedModel, modelFolder, type TrainedModelOptions } from "./trained-model.ts";

export interface LoadedParser extends SentenceParser {
  readonly release: () => Promise<void>;
}

/** @throws ParleyError PARLEY_MODEL_*, or PARLEY_OPTION_INVALID for PARLEY_ONNX. */
export async function loadSentenceParser(options: TrainedModelOptions = {}): Promise<LoadedParser> {
  const lemmatise = await readLemmatiser(options.folder);
  const { settings, vocabulary, model } = await loadTrainedModel(options);
  return {
    model,
    wordPiece: createWordPiece(vocabulary),
    labels: settings,
    lemmatise,
    release: () => model.release(),
  };
}

/** @throws ParleyError PARLEY_MODEL_MISSING or PARLEY_MODEL_INVALID */
export const readLemmatiser = async (folder: string = modelFolder): Promise<Lemmatiser> =>
  createLemmatiser(await readModelJson(folder, "lemmas.json"));
