import type { Document } from "../../document/document.ts";
import { loadLanguageDetector } from "../../document/language.ts";
import { toDocument } from "../../document/to-document.ts";
import { ParleyError } from "../../text/errors.ts";
import { type InputItem, toDraft } from "../input/input.ts";
import type { PipelineSettings } from "./pipeline.ts";

/** What became of one input that is to be a document and no more. */
export type DocumentOutcome =
  | { readonly kind: "document"; readonly file: string; readonly document: Document }
  | { readonly kind: "failed"; readonly file: string; readonly error: ParleyError };

/** Makes documents of inputs, without a reader and without its model. */
export async function createDocumentMaker(
  settings: Pick<PipelineSettings, "fields" | "limits">,
): Promise<(item: InputItem) => DocumentOutcome> {
  const detectLanguage = await loadLanguageDetector();
  return (item) => {
    if (item.kind === "failed") return item;
    try {
      const draft = toDraft(item, settings.fields, settings.limits);
      return { kind: "document", file: item.file, document: toDocument(draft, { detectLanguage }) };
    } catch (error) {
      return { kind: "failed", file: item.file, error: failureWith(item.file, error) };
    }
  };
}

/** One article of a million that meets a mistake of ours must not cost the others: it is reported as a fault. */
export function failureWith(file: string, error: unknown): ParleyError {
  if (error instanceof ParleyError) return error;
  const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return new ParleyError("PARLEY_INPUT_FAULT", `${file}: ${reason}`, { cause: error });
}
