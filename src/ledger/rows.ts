import type { Unread } from "../coding/article.ts";
import type { Quotation, Sourcing, Statement } from "../coding/statement/statement.ts";
import type { DateCandidate, Document } from "../document/document.ts";
import type { Attribution, ReaderIdentity, Reading } from "../reader/reading.ts";
import type { ActorId, CharSpan, DocumentId, StatementId } from "../text/span.ts";
import { charSpan } from "../text/span.ts";
import type { Columns, RowToWrite } from "./bulk.ts";
import { fold } from "./fold.ts";
import { publicationInterval } from "./interval.ts";
import type { SqlRow } from "./sql.ts";
import { storableText } from "./storable.ts";

// Rows come from tables that only this room fills, under a schema whose checksum was compared on opening. So scalar
// columns are checked as they are read, and JSON columns are taken for what was written into them.

export function textAt(row: SqlRow, column: string): string {
  const value = row[column];
  if (typeof value !== "string") throw new TypeError(`column ${column} holds ${typeof value}, expected a text`);
  return value;
}

export const nullableTextAt = (row: SqlRow, column: string): string | null =>
  row[column] === null ? null : textAt(row, column);

export function integerAt(row: SqlRow, column: string): number {
  const value = row[column];
  if (typeof value !== "number") throw new TypeError(`column ${column} holds ${typeof value}, expected a number`);
  return value;
}

/** A JSON column, as it was written. */
export const jsonAt = <T>(row: SqlRow, column: string): T => row[column] as T;

export const documentColumns: Columns = {
  id: "text",
  file: "text",
  url: "text",
  title: "text",
  outlet: "text",
  outlet_folded: "text",
  bylines: "jsonb",
  published: "jsonb",
  published_from: "date",
  published_to: "date",
  date_candidates: "jsonb",
  language: "text",
  text: "text",
  regions: "jsonb",
  sentence_order: "text",
  damage: "jsonb",
  origin: "jsonb",
  unread: "jsonb",
  fingerprint: "text",
};

export function documentToRow(document: Document): RowToWrite {
  const published = document.published === null ? null : publicationInterval(document.published);
  return {
    id: document.id,
    file: document.file,
    url: document.url,
    title: document.title,
    outlet: document.outlet,
    outlet_folded: document.outlet === null ? null : fold(document.outlet),
    bylines: document.bylines,
    published: document.published,
    published_from: published?.from ?? null,
    published_to: published?.to ?? null,
    date_candidates: document.dateCandidates,
    language: document.language,
    text: document.text,
    regions: document.regions,
    sentence_order: document.order,
    damage: document.damage,
    origin: document.origin,
  };
}

/** What hints can change of a document, small enough to stand in the audit. */
export type Metadata = Pick<Document, "url" | "title" | "outlet" | "bylines" | "published" | "language">;

export const metadataFromRow = (row: SqlRow): Metadata => ({
  url: nullableTextAt(row, "url"),
  title: nullableTextAt(row, "title"),
  outlet: nullableTextAt(row, "outlet"),
  bylines: jsonAt<readonly string[]>(row, "bylines"),
  published: jsonAt<DateCandidate | null>(row, "published"),
  language: nullableTextAt(row, "language"),
});

export const documentFromRow = (row: SqlRow): Document => ({
  ...metadataFromRow(row),
  id: textAt(row, "id") as DocumentId,
  file: textAt(row, "file"),
  dateCandidates: jsonAt<readonly DateCandidate[]>(row, "date_candidates"),
  text: textAt(row, "text"),
  regions: jsonAt<Document["regions"]>(row, "regions"),
  order: textAt(row, "sentence_order") as Document["order"],
  damage: jsonAt<Document["damage"]>(row, "damage"),
  origin: jsonAt<Document["origin"]>(row, "origin"),
});

export const unreadFromRow = (row: SqlRow): Unread | null => jsonAt<Unread | null>(row, "unread");

export function readerFromRow(row: SqlRow): ReaderIdentity | null {
  const name = nullableTextAt(row, "reader");
  return name === null ? null : { name, version: integerAt(row, "reader_version") };
}

export const readingFromRow = (row: SqlRow): Reading => ({
  document: textAt(row, "id") as DocumentId,
  reader: { name: textAt(row, "reader"), version: integerAt(row, "reader_version") },
  sentences: jsonAt<Reading["sentences"]>(row, "sentences"),
  attributions: jsonAt<readonly StoredAttribution[]>(row, "attributions").map(attributionFrom),
});

/** Before migration 2 attributions said nothing of their quotation. */
type StoredAttribution = Omit<Attribution, "quotation"> & Partial<Pick<Attribution, "quotation">>;
const attributionFrom = ({ quotation = null, ...rest }: StoredAttribution): Attribution => ({ ...rest, quotation });

export type SpanRole = "source" | "cue" | "content" | "descriptor" | "relay" | "addressee";
/** One span of a statement. Ordinals count from 0 within a role and keep the order the statement had. */
export interface RoleSpan {
  readonly role: SpanRole;
  readonly ordinal: number;
  readonly span: CharSpan;
}

export const spansByRole = (statement: Statement): readonly RoleSpan[] => [
  ...inRole("source", statement.source.spans),
  ...inRole("cue", statement.cue.spans),
  ...inRole("content", statement.content.spans),
  ...inRole("descriptor", statement.descriptor === null ? [] : [statement.descriptor]),
  ...inRole("relay", statement.relay),
  ...inRole("addressee", statement.addressee === null ? [] : [statement.addressee]),
];

const inRole = (role: SpanRole, spans: readonly CharSpan[]): readonly RoleSpan[] =>
  spans.map((span, ordinal) => ({ role, ordinal, span }));

/** Where a statement stands in its text: the offset of the first of its source, cue and content. */
export const placeOf = ({ source, cue, content }: Statement): number =>
  Math.min(...[...source.spans, ...cue.spans, ...content.spans].map((span) => span.start));

/** Half a character, where a span begins or ends inside one, is shown as U+FFFD. */
export const wordsOf = (text: string, spans: readonly CharSpan[]): string =>
  storableText(spans.map((span) => text.slice(span.start, span.end)).join(" … "));

/**
 * The columns `statementFromRow` needs, of `parley.statement` or a part of it under the name given. `spans` is
 * [[role, start, end], …] in order.
 */
export const statementSelection = (statement: string): string => `
  ${statement}.id as statement_id, ${statement}.actor, ${statement}.quotation, ${statement}.quotation_confidence,
  ${statement}.sourcing, ${statement}.unresolved, ${statement}.confidence,
  (select json_agg(json_build_array(span.role, span.start_offset, span.end_offset) order by span.role, span.ordinal)
     from parley.span where span.statement = ${statement}.key) as spans`;

export function statementFromRow(row: SqlRow): Statement {
  const spans = jsonAt<readonly (readonly [SpanRole, number, number])[]>(row, "spans");
  const of = (role: SpanRole): readonly CharSpan[] =>
    spans.filter((span) => span[0] === role).map(([, start, end]) => charSpan(start, end));
  return {
    id: textAt(row, "statement_id") as StatementId,
    source: { spans: of("source"), actor: nullableTextAt(row, "actor") as ActorId | null },
    cue: { spans: of("cue") },
    // `add` wrote at least one: the type it takes says so
    content: { spans: of("content") as unknown as readonly [CharSpan, ...CharSpan[]] },
    quotation: textAt(row, "quotation") as Quotation,
    quotationConfidence: jsonAt<number | null>(row, "quotation_confidence"),
    sourcing: textAt(row, "sourcing") as Sourcing,
    descriptor: of("descriptor")[0] ?? null,
    relay: of("relay"),
    addressee: of("addressee")[0] ?? null,
    unresolved: jsonAt<Statement["unresolved"]>(row, "unresolved"),
    confidence: jsonAt<number | null>(row, "confidence"),
  };
}
