import { stringify } from "csv-stringify/sync";
import type { DocumentRow, StatementRow } from "../ledger/ledger.ts";
import type { CharSpan } from "../text/span.ts";
import { printable } from "./printable.ts";
import { type ReadStatement, statementObject } from "./read-object.ts";
import type { Column } from "./table.ts";
import { damageOf, isNamedBy, outletOf, quotationTold, sourcingWords, titleOf, uncertaintyOf } from "./wording.ts";

/** Ids are told by their beginning where a person reads them; the ledger takes any unambiguous beginning. */
export const shortId = 8;

/** The columns of `parley list documents` in the terminal. */
export const documentColumns: readonly Column<DocumentRow>[] = [
  { header: "ID", value: (row) => row.id.slice(0, shortId) },
  { header: "Date", value: (row) => row.publishedAt ?? "–" },
  { header: "Outlet", value: outletOf, shrinksTo: 10, atMost: 24 },
  { header: "Title", value: titleOf, shrinksTo: 16, lines: 2 },
  { header: "Said", value: (row) => (row.unread === null ? String(row.statements) : "–"), align: "right" },
  { header: "Bear in mind", value: cautions, shrinksTo: 8, atMost: 28, lines: 3 },
];

/** The columns of `parley list statements` in the terminal. */
export const statementColumns: readonly Column<StatementRow>[] = [
  { header: "Date", value: ({ document }) => document.publishedAt ?? "–" },
  { header: "Outlet", value: ({ document }) => outletOf(document), shrinksTo: 8, atMost: 18 },
  { header: "Source", value: sourceTold, shrinksTo: 10, atMost: 28, lines: 3 },
  { header: "Content", value: ({ words }) => words.content, shrinksTo: 18, lines: 3 },
  { header: "How", value: howSaid, shrinksTo: 8, atMost: 24, lines: 3 },
  { header: "Article", value: ({ document }) => document.id.slice(0, shortId) },
];

function cautions(row: DocumentRow): string {
  const suspect = row.order === "suspect" ? ["order suspect"] : [];
  const damage = damageOf({ damage: row.damage, order: "original" });
  return [...(row.unread === null ? [] : [`unread: ${row.unread}`]), ...suspect, ...damage].join("; ");
}

/** The source's words, and whom they refer to where they do not say it: "He (Anton Verel)". */
function sourceTold({ statement, actor, words }: StatementRow): string {
  if (words.source === "") return statement.unresolved.includes("source") ? "(unresolved)" : "(not given)";
  return actor === null || isNamedBy(actor, words.source) ? words.source : `${words.source} (${actor.name})`;
}

function howSaid({ statement, decision }: StatementRow): string {
  const decided = decision === null ? [] : [decision];
  // a narrow column: the confidence as its number alone
  const sure = uncertaintyOf(statement).map((phrase) => phrase.replace(/^confidence /, ""));
  return [quotationTold(statement), sourcingWords[statement.sourcing], ...sure, ...decided].join(", ");
}

/** A statement of a list as JSON: by the contract of `parley read`, with its article and its words. */
export interface StatementLine extends ReadStatement {
  readonly document: StatementRow["document"];
  readonly words: StatementRow["words"];
  readonly decision: StatementRow["decision"];
  /** Whom the source refers to, as people decided. */
  readonly actor: StatementRow["actor"];
}

export const statementLine = ({ statement, document, words, decision, actor }: StatementRow): StatementLine => ({
  ...statementObject(statement),
  document,
  words,
  decision,
  actor,
});

/**
 * One value as JSON: one line without a line feed, or indented by as many spaces as given. DEL and the C1 controls are escaped too, which JSON would let
 * through to the terminal; it reads back as the same value.
 */
export const jsonLine = (value: unknown, indent?: number): string =>
  JSON.stringify(value, null, indent).replace(/[\u007f-\u009f]/gu, (c) => `\\u00${c.charCodeAt(0).toString(16)}`);

export interface CsvColumn<Row> {
  readonly header: string;
  readonly value: (row: Row) => string | number | null;
}

/**
 * Rows as CSV by RFC 4180, lines ended by a line feed, with the header unless told otherwise (later chunks of a stream).
 * A text cell that begins with = + - @ or a tab gets a ' before it, so that no spreadsheet takes it for a formula
 * (OWASP, "CSV Injection"); whoever reads it with a program strips that one mark. Control characters are made visible.
 */
export function toCsv<Row>(
  columns: readonly CsvColumn<Row>[],
  rows: readonly Row[],
  options: { readonly header: boolean } = { header: true },
): string {
  const records = rows.map((row) => columns.map(({ value }) => cell(value(row))));
  return stringify(options.header ? [columns.map(({ header }) => header), ...records] : records);
}

function cell(value: string | number | null): string {
  if (typeof value === "number") return String(value);
  const text = printable(value ?? "");
  return /^\s*[=+\-@\t＝＋－＠]/u.test(text) || text.startsWith("\t") ? `'${text}` : text;
}

export const documentCsvColumns: readonly CsvColumn<DocumentRow>[] = [
  { header: "id", value: (row) => row.id },
  { header: "published_at", value: (row) => row.publishedAt },
  { header: "precision", value: (row) => row.precision },
  { header: "outlet", value: (row) => row.outlet },
  { header: "title", value: (row) => row.title },
  { header: "url", value: (row) => row.url },
  { header: "file", value: (row) => row.file },
  { header: "language", value: (row) => row.language },
  { header: "order", value: (row) => row.order },
  { header: "damage", value: (row) => row.damage.join(" ") },
  { header: "unread", value: (row) => row.unread },
  { header: "reader", value: (row) => row.reader && `${row.reader.name} ${row.reader.version}` },
  { header: "statements", value: (row) => row.statements },
];

export const statementCsvColumns: readonly CsvColumn<StatementRow>[] = [
  { header: "id", value: ({ statement }) => statement.id },
  { header: "document", value: ({ document }) => document.id },
  { header: "published_at", value: ({ document }) => document.publishedAt },
  { header: "outlet", value: ({ document }) => document.outlet },
  { header: "title", value: ({ document }) => document.title },
  { header: "file", value: ({ document }) => document.file },
  { header: "source", value: ({ words }) => words.source },
  { header: "actor", value: ({ actor }) => actor?.name ?? null },
  { header: "actor_key", value: ({ actor }) => actor?.key ?? null },
  { header: "cue", value: ({ words }) => words.cue },
  { header: "content", value: ({ words }) => words.content },
  { header: "quotation", value: ({ statement }) => statement.quotation },
  { header: "quotation_confidence", value: ({ statement }) => statement.quotationConfidence },
  { header: "sourcing", value: ({ statement }) => statement.sourcing },
  { header: "unresolved", value: ({ statement }) => statement.unresolved.join(" ") },
  { header: "confidence", value: ({ statement }) => statement.confidence },
  { header: "decision", value: ({ decision }) => decision },
  { header: "source_spans", value: ({ statement }) => spansCell(statement.source.spans) },
  { header: "cue_spans", value: ({ statement }) => spansCell(statement.cue.spans) },
  { header: "content_spans", value: ({ statement }) => spansCell(statement.content.spans) },
  { header: "relay_spans", value: ({ statement }) => spansCell(statement.relay) },
  { header: "addressee_span", value: ({ statement }) => spansCell([statement.addressee]) },
  { header: "descriptor_span", value: ({ statement }) => spansCell([statement.descriptor]) },
];

/** "[[0,14],[20,31]]": pairs as in `parley read`. Anything shorter ("3-10", "3:10") a spreadsheet takes for a date. */
export function spansCell(spans: readonly (CharSpan | null)[]): string {
  return JSON.stringify(spans.flatMap((span) => (span ? [[span.start, span.end]] : [])));
}
