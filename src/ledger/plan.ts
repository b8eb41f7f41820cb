import type { Article } from "../coding/article.ts";
import type { ReaderIdentity } from "../reader/reading.ts";
import { canonicalJson, fingerprint } from "./fingerprint.ts";
import type { AddOutcome, AuditEntry } from "./ledger.ts";
import type { Metadata } from "./rows.ts";

/** What the ledger holds of a document, as far as adding it again depends on it. */
export interface Held {
  readonly fingerprint: string;
  readonly reader: ReaderIdentity | null;
  readonly statements: number;
  readonly metadata: Metadata;
}

/** A line of the audit that is still without its who and when. */
export type Change = Pick<AuditEntry, "action" | "document" | "detail">;

export interface BatchPlan {
  readonly outcomes: readonly AddOutcome[];
  /** By document: the article that must stand in the ledger in the end. Nothing else is written. */
  readonly writes: ReadonlyMap<string, Article>;
  readonly changes: readonly Change[];
}

/** Pure: what a batch does to the documents held, article by article in the order given. */
export function planBatch(held: ReadonlyMap<string, Held>, articles: readonly Article[]): BatchPlan {
  const states = new Map(held);
  const writes = new Map<string, Article>();
  const changes: Change[] = [];
  const outcomes = articles.map((article) => {
    const { id } = article.document;
    const before = states.get(id) ?? null;
    const after = heldFrom(article);
    const outcome = outcomeOf(before, after);
    if (outcome === "unchanged" || outcome === "kept") return outcome;
    states.set(id, after);
    writes.set(id, article);
    changes.push({ document: article.document.id, ...changeOf(outcome, before, after) });
    return outcome;
  });
  return { outcomes, writes, changes };
}

/** What an article would be once it is in the ledger. */
export const heldFrom = (article: Article): Held => ({
  fingerprint: fingerprint(article),
  reader: article.outcome.kind === "read" ? article.outcome.reading.reader : null,
  statements: article.outcome.kind === "read" ? article.outcome.statements.length : 0,
  metadata: metadataOf(article.document),
});

const metadataOf = ({ url, title, outlet, bylines, published, language }: Metadata): Metadata => ({
  url,
  title,
  outlet,
  bylines,
  published,
  language,
});

function outcomeOf(before: Held | null, after: Held): AddOutcome {
  if (before === null) return "added";
  if (before.reader !== null && after.reader === null) return "kept"; // a reading is never lost to a refusal to read
  if (isOtherReading(before.reader, after.reader)) return "reread";
  if (isOlder(before.reader, after.reader)) return "kept";
  return before.fingerprint === after.fingerprint ? "unchanged" : "updated";
}

/** Newer by the same reader, or by a reader of another name, which someone chose. */
function isOtherReading(before: ReaderIdentity | null, after: ReaderIdentity | null): boolean {
  if (after === null) return false;
  return before === null || before.name !== after.name || before.version < after.version;
}

const isOlder = (before: ReaderIdentity | null, after: ReaderIdentity | null): boolean =>
  before !== null && after !== null && before.name === after.name && before.version > after.version;

function changeOf(outcome: "added" | "reread" | "updated", before: Held | null, after: Held): Omit<Change, "document"> {
  const { reader, statements } = after;
  if (before === null) return { action: "document-added", detail: { reader, statements } };
  const metadata = changedMetadata(before.metadata, after.metadata);
  if (outcome === "updated") return { action: "document-updated", detail: { metadata, reader } };
  const from = { reader: before.reader, statements: before.statements };
  return { action: "reading-replaced", detail: { from, to: { reader, statements }, metadata } };
}

/** Field by field, what it was and what it is, so that no value a person gave is ever lost to a later adding. */
function changedMetadata(before: Metadata, after: Metadata): Readonly<Record<string, unknown>> {
  const changed = Object.entries(after).flatMap(([field, to]) => {
    const from = before[field as keyof Metadata]; // the keys of one Metadata are the keys of the other
    return canonicalJson(from) === canonicalJson(to) ? [] : [[field, { from, to }] as const];
  });
  return Object.fromEntries(changed);
}
