import type { Article, Read } from "../coding/article.ts";
import type { ReaderIdentity } from "../reader/reading.ts";
import { canonicalJson, documentFingerprint, readingFingerprint } from "./fingerprint.ts";
import type { AddOutcome, AuditEntry } from "./ledger.ts";
import type { Metadata } from "./rows.ts";

/** What the ledger holds of a document, as far as adding it again depends on it. */
export interface Held {
  readonly fingerprint: string;
  readonly metadata: Metadata;
  /** Null where the document was left unread. */
  readonly reading: HeldReading | null;
}

export interface HeldReading {
  readonly reader: ReaderIdentity;
  readonly fingerprint: string;
  readonly statements: number;
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
const heldFrom = (article: Article): Held => ({
  fingerprint: documentFingerprint(article),
  metadata: metadataOf(article.document),
  reading: article.outcome.kind === "read" ? heldReadingFrom(article.outcome) : null,
});

const heldReadingFrom = (read: Read): HeldReading => ({
  reader: read.reading.reader,
  fingerprint: readingFingerprint(read),
  statements: read.statements.length,
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
  const reading = compareReadings(before.reading, after.reading);
  if (reading !== "same") return reading === "other" ? "reread" : "kept";
  return before.fingerprint === after.fingerprint ? "unchanged" : "updated";
}

/**
 * A reading is never lost to a refusal to read, nor to an older version of its reader. A reader of another name someone
 * chose. Where the same version found something else, what comes after reading has changed.
 */
function compareReadings(before: HeldReading | null, after: HeldReading | null): "same" | "older" | "other" {
  if (after === null) return before === null ? "same" : "older";
  if (before === null || before.reader.name !== after.reader.name) return "other";
  if (before.reader.version > after.reader.version) return "older";
  return before.fingerprint === after.fingerprint ? "same" : "other";
}

function changeOf(outcome: "added" | "reread" | "updated", before: Held | null, after: Held): Omit<Change, "document"> {
  const { reader, statements } = summaryOf(after.reading);
  if (before === null) return { action: "document-added", detail: { reader, statements } };
  const metadata = changedMetadata(before.metadata, after.metadata);
  if (outcome === "updated") return { action: "document-updated", detail: { metadata, reader } };
  return {
    action: "reading-replaced",
    detail: { from: summaryOf(before.reading), to: { reader, statements }, metadata },
  };
}

const summaryOf = (reading: HeldReading | null) => ({
  reader: reading?.reader ?? null,
  statements: reading?.statements ?? 0,
});

/** Field by field, what it was and what it is, so that no value a person gave is ever lost to a later adding. */
function changedMetadata(before: Metadata, after: Metadata): Readonly<Record<string, unknown>> {
  const changed = Object.entries(after).flatMap(([field, to]) => {
    const from = before[field as keyof Metadata]; // the keys of one Metadata are the keys of the other
    return canonicalJson(from) === canonicalJson(to) ? [] : [[field, { from, to }] as const];
  });
  return Object.fromEntries(changed);
}
