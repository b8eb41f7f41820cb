import type { Hints } from "./document.ts";

/**
 * A JSON object's fields after mapping. `text` may hold HTML markup, and then `isHtml`. Empty fields are null;
 * `date` and `language` stand as the record wrote them.
 */
export interface ArticleRecord {
  readonly title: string | null;
  readonly text: string;
  readonly isHtml: boolean;
  readonly url: string | null;
  readonly date: string | null;
  readonly outlet: string | null;
  readonly bylines: readonly string[];
  readonly language: string | null;
}

/** Decoded input, one document's worth. `file` is the path as given (or `-`), with `#n` where it holds several. */
export type Draft =
  | { readonly kind: "text"; readonly file: string; readonly text: string; readonly hints: Hints | null }
  | { readonly kind: "html"; readonly file: string; readonly html: string; readonly hints: Hints | null }
  | { readonly kind: "record"; readonly file: string; readonly record: ArticleRecord; readonly hints: Hints | null };

/** What assembling a document needs and the caller loads. */
export interface DocumentTools {
  /** BCP 47 language subtag of a text, or null where it cannot tell; see `loadLanguageDetector`. */
  readonly detectLanguage: (text: string) => string | null;
}
