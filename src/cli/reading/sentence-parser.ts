import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { createLemmatiser, type Lemmatiser } from "../../reader/trained/lemmas.ts";
import type { SentenceParser } from "../../reader/trained/parse.ts";
import { createWordPiece } from "../../reader/trained/wordpiece.ts";
import { ParleyError } from "../../text/errors.ts";
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
export async function readLemmatiser(folder: string = modelFolder): Promise<Lemmatiser> {
  const path = join(folder, "lemmas.json");
  const text = await readFile(path, "utf8").catch((cause: unknown) => {
    throw new ParleyError("PARLEY_MODEL_MISSING", `${path}: ${cause instanceof Error ? cause.message : cause}`, {
      cause,
    });
  });
  return createLemmatiser(parsed(path, text));
}

function parsed(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new ParleyError("PARLEY_MODEL_INVALID", `${path} is not valid JSON`, { cause });
  }
}
