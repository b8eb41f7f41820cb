import type { Document } from "../document/document.ts";
import type { ParsedReading } from "../reader/reading.ts";
import type { Article } from "./article.ts";
import type { Codebook } from "./codebook.ts";
import { codeStatements } from "./statement/code-statements.ts";

/** The records of a document that has been read. Without parses statements and times alone are coded. */
export function codeArticle(document: Document, parsed: ParsedReading, _codebook: Codebook): Article {
  const { parses: _, ...reading } = parsed;
  const statements = codeStatements(document, reading);
  return { document, outcome: { kind: "read", reading, actors: [], statements, times: [], events: [], contacts: [] } };
}
