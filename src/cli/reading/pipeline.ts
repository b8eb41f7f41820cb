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
import { ParleyError } from "../../text/errors.ts";
import { readCodebookFile } from "../codebook.ts";
import { type InputItem, type InputLimits, toDraft } from "../input/input.ts";
import { loadTrainedModel } from "./trained-model.ts";

export const readerNames = ["trained", "lexical"] as const;
export type ReaderName = (typeof readerNames)[number];

/** What a pipeline is made from; plain data, so that a worker thread can be given it. */
export interface PipelineSettings {
  readonly reader: ReaderName;
  readonly fields: FieldMap;
  readonly limits: InputLimits;
}

/** What became of one input. An input that cannot be read is reported; it does not end the batch. */
export type ReadOutcome =
  | { readonly kind: "article"; readonly file: string; readonly article: Article }
  | { readonly kind: "failed"; readonly file: string; readonly error: ParleyError };

export type Pipeline = (item: InputItem) => Promise<ReadOutcome>;

/** Loads what reading needs (the reader, the language detector) once. */
export async function createPipeline(settings: PipelineSettings): Promise<Pipeline> {
  const [reader, detectLanguage] = await Promise.all([loadReader(settings.reader), loadLanguageDetector()]);
  return async (item) => {
    if (item.kind === "failed") return item;
    try {
      const document = toDocument(toDraft(item, settings.fields, settings.limits), { detectLanguage });
      return { kind: "article", file: item.file, article: await readArticle(document, reader) };
    } catch (error) {
      if (error instanceof ParleyError) return { kind: "failed", file: item.file, error };
      // one article of a million that meets a mistake of ours must not cost the others
      const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
      const fault = new ParleyError("PARLEY_INPUT_FAULT", `${item.file}: ${reason}`, { cause: error });
      return { kind: "failed", file: item.file, error: fault };
    }
  };
}

/**
 * A reader with what it needs from `models/` or `codebook/`.
 * @throws ParleyError PARLEY_MODEL_MISSING, PARLEY_MODEL_INVALID, PARLEY_MODEL_RUNTIME, PARLEY_OPTION_INVALID (a
 * runtime that is none) or PARLEY_CODEBOOK_INVALID.
 */
export async function loadReader(name: ReaderName): Promise<Reader> {
  switch (name) {
    case "trained": {
      const { model, settings, vocabulary } = await loadTrainedModel();
      return createTrainedReader({ model, settings, wordPiece: createWordPiece(vocabulary) });
    }
    case "lexical":
      return createLexicalReader(parseCueLexicon(readCodebookFile("cues.yaml")));
    default:
      return name satisfies never;
  }
}
