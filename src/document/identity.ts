import { createHash } from "node:crypto";
import type { DocumentId } from "../text/span.ts";

/**
 * The id of an article as published at one place: SHA-256 over its text and its address, or over its text and its
 * outlet where there is no address; first 128 bits, lower-case hex. The same article has the same id in every run,
 * and a reprint has another one. Metadata that a later hint may correct (date, title, byline) is left out.
 */
export function documentId(parts: {
  readonly text: string;
  readonly url: string | null;
  readonly outlet: string | null;
}): DocumentId {
  const place = parts.url !== null ? ["url", parts.url] : ["outlet", parts.outlet];
  // JSON keeps the parts apart whatever they hold, and writes a lone surrogate as an escape where UTF-8 would lose it.
  const digest = createHash("sha256").update(JSON.stringify([...place, parts.text]));
  return digest.digest("hex").slice(0, 32) as DocumentId; // the door through which a digest becomes an id
}
