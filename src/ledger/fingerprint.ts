import { createHash } from "node:crypto";
import type { Article, Read } from "../coding/article.ts";

/**
 * SHA-256 over all of a document but its path, and over why it was left unread: what must be equal for a second adding
 * to be "unchanged". The path is left out, because the same file is `a.txt` today and `./a.txt` tomorrow.
 */
export function documentFingerprint(article: Article): string {
  const { file: _file, ...document } = article.document;
  const unread = article.outcome.kind === "unread" ? article.outcome : null;
  return digest({ document, unread });
}

/**
 * SHA-256 over a reading and every record read in it. What came with a later migration is left out where it says
 * nothing (null, or a list of none), so that such a reading has the fingerprint that it had before.
 */
export function readingFingerprint({ kind: _kind, reading, statements, ...records }: Read): string {
  const attributions = reading.attributions.map((attribution) => withoutNull(attribution, "quotation"));
  const later = Object.entries(records).filter(([, found]) => found.length > 0);
  return digest({
    reading: { ...reading, attributions },
    statements: statements.map((statement) => withoutNull(statement, "quotationConfidence")),
    ...Object.fromEntries(later),
  });
}

function withoutNull<T extends object, Key extends keyof T>(object: T, key: Key): T | Omit<T, Key> {
  const { [key]: value, ...rest } = object;
  return value === null ? rest : object;
}

const digest = (value: unknown): string => createHash("sha256").update(canonicalJson(value)).digest("hex");

/** JSON with the keys of every object in code-unit order: equal values have equal texts. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => (isPlainObject(part) ? sorted(part) : part));
}

const isPlainObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const sorted = (object: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(object).sort(([a], [b]) => (a < b ? -1 : 1)));
