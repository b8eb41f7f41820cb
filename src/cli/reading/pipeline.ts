import type { Article } from "../../coding/article.ts";
import { readArticle } from "../../coding/read-article.ts";
import { loadLanguageDetector } from "../../document/language.ts";
import type { FieldMap } from "../../document/record.ts";
import { toDocument } from "../../document/to-document.ts";
import { createLexicalReader } from "../../reader/lexical/lexical-reader.ts";
import { parseCueLexicon } from "../../reader/lexicon.ts";
import type { Reader } from "../../reader/reading.ts";
import { createTrainedReader } from "../../reader/trained/trained-reader.ts";
import { createWordPiece } from "../../reader/trained/wordpiece.ts";
import type { ParleyError } from "../../text/errors.ts";
import type { FurtherActors } from "../codebook.ts";
import { readCodebookFile } from "../codebook.ts";
import { type InputItem, type InputLimits, toDraft } from "../input/input.ts";
import { loadCodebook } from "../load-codebook.ts";
import { failureWith } from "./documents.ts";
import { loadSentenceEncoder } from "./sentence-encoder.ts";
import { readLemmatiser } from "./sentence-parser.ts";
import { loadTrainedModel } from "./trained-model.ts";

export const readerNames = ["trained", "lexical"] as const;
export type ReaderName = (typeof readerNames)[number];

/** What a pipeline is made from; plain data, so that a worker thread can be given it. */
export interface PipelineSettings {
  readonly reader: ReaderName;
  readonly actors: FurtherActors;
  /** File of another codebook of issues than the one that comes with Parley; null: that one. */
  readonly issues: string | null;
  readonly fields: FieldMap;
  readonly limits: InputLimits;
}

/** What became of one input. An input that cannot be read is reported; it does not end the batch. */
export type ReadOutcome =
  | { readonly kind: "article"; readonly file: string; readonly article: Article }
  | { readonly kind: "failed"; readonly file: string; readonly error: ParleyError };

export type Pipeline = (item: InputItem) => Promise<ReadOutcome>;

/** What reading one input took, in seconds. */
export interface ReadingTime {
  readonly all: number;
  /** Of it, inside ONNX Runtime. */
  readonly model: number;
}

/** Loads what reading needs (the reader, the language detector) once. `onTime` is told of every input, one at a time. */
export async function createPipeline(
  settings: PipelineSettings,
  onTime: (time: ReadingTime) => void = () => {},
): Promise<Pipeline> {
  const loading = Promise.all([loadTimedReader(settings.reader), loadLanguageDetector()]);
  loading.catch(() => {}); // awaited below; a codebook at fault must not leave its rejection to nobody
  // while the model is loaded; what does not parse codes no positions, and needs no likeness
  const encoder = settings.reader === "trained" ? await loadSentenceEncoder() : null;
  const codebook = loadCodebook(settings.actors, encoder, settings.issues);
  const [{ reader, modelSeconds }, detectLanguage] = await loading;
  const read: Pipeline = async (item) => {
    if (item.kind === "failed") return item;
    try {
      const document = toDocument(toDraft(item, settings.fields, settings.limits), { detectLanguage });
      return { kind: "article", file: item.file, article: await readArticle(document, reader, codebook) };
    } catch (error) {
      return { kind: "failed", file: item.file, error: failureWith(item.file, error) };
    }
  };
  return async (item) => {
    const [before, modelBefore] = [performance.now(), modelSeconds()];
    const outcome = await read(item);
    onTime({ all: (performance.now() - before) / 1000, model: modelSeconds() - modelBefore });
    return outcome;
  };
}

/**
 * A reader with what it needs from `models/` or `codebook/`.
 * @throws ParleyError PARLEY_MODEL_MISSING, PARLEY_MODEL_INVALID, PARLEY_MODEL_RUNTIME, PARLEY_OPTION_INVALID (a
 * runtime that is none) or PARLEY_CODEBOOK_INVALID.
 */
export const loadReader = async (name: ReaderName): Promise<Reader> => (await loadTimedReader(name)).reader;

interface TimedReader {
  readonly reader: Reader;
  /** Time spent inside ONNX Runtime so far. */
  readonly modelSeconds: () => number;
}

async function loadTimedReader(name: ReaderName): Promise<TimedReader> {
  switch (name) {
    case "trained": {
      const [{ model, settings, vocabulary }, lemmatise] = await Promise.all([loadTrainedModel(), readLemmatiser()]);
      const reader = createTrainedReader({ model, settings, wordPiece: createWordPiece(vocabulary), lemmatise });
      return { reader, modelSeconds: () => model.seconds };
    }
    case "lexical":
      return { reader: createLexicalReader(parseCueLexicon(readCodebookFile("cues.yaml"))), modelSeconds: () => 0 };
    default:
      return name satisfies never;
  }
}
