import type { Document } from "../document/document.ts";
import type { Reader } from "../reader/reading.ts";
import type { Article } from "./article.ts";
import { codeArticle } from "./code-article.ts";
import type { Codebook } from "./codebook.ts";

const languageNames = new Intl.DisplayNames("en", { type: "language" });

/**
 * Reads a document and codes its records. A document in another language than English is kept unread, with the
 * reason; one too short for its language to be told is read.
 */
export async function readArticle(document: Document, reader: Reader, codebook: Codebook): Promise<Article> {
  if (document.language !== null && document.language !== "en") {
    const detail = `written in ${languageNames.of(document.language) ?? document.language}; Parley reads English`;
    return { document, outcome: { kind: "unread", reason: "language", detail } };
  }
  return codeArticle(document, await reader.read(document), codebook);
}
