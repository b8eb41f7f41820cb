import type { Article, Read } from "../../coding/article.ts";
import type { Statement } from "../../coding/statement/statement.ts";
import type { Document } from "../../document/document.ts";
import { type Columns, insertRows, type RowToWrite } from "../bulk.ts";
import { fold } from "../fold.ts";
import { integerAt, placeOf, spansByRole, wordsOf } from "../rows.ts";
import type { Sql } from "../sql.ts";
import { actorColumns, actorRows, nameFolder } from "./actor-rows.ts";
import { contactColumns, contactRows } from "./contact-rows.ts";
import { eventColumns, eventRows } from "./event-rows.ts";
import { forecastColumns, forecastRows } from "./forecast-rows.ts";
import { positionColumns, positionRows } from "./position-rows.ts";
import { timeColumns, timeRows } from "./time-rows.ts";

/** Writes every record of the articles that were read; their readings must be there, without any record. */
export async function writeRecords(sql: Sql, articles: readonly Article[]): Promise<void> {
  const read = articles.flatMap(({ document, outcome }) => (outcome.kind === "read" ? [{ document, outcome }] : []));
  const rows = (of: typeof actorRows): readonly RowToWrite[] =>
    read.flatMap(({ document, outcome }) => of(document.id, document.text, outcome));
  await insertRows(sql, "parley.actor", actorColumns, rows(actorRows));
  await insertStatements(sql, read);
  await insertRows(sql, "parley.time", timeColumns, rows(timeRows));
  await insertRows(sql, "parley.event", eventColumns, rows(eventRows));
  await insertRows(sql, "parley.contact", contactColumns, rows(contactRows));
  await insertRows(sql, "parley.position", positionColumns, rows(positionRows));
  await insertRows(sql, "parley.forecast", forecastColumns, rows(forecastRows));
}

const statementColumns: Columns = {
  key: "bigint",
  id: "text",
  document: "text",
  place: "integer",
  ordinal: "integer",
  actor: "text",
  quotation: "text",
  quotation_confidence: "double precision",
  sourcing: "text",
  unresolved: "jsonb",
  confidence: "double precision",
  source_words: "text",
  source_folded: "text",
  actor_folded: "text",
  cue_words: "text",
  content_words: "text",
};

const spanColumns: Columns = {
  statement: "bigint",
  role: "text",
  ordinal: "integer",
  start_offset: "integer",
  end_offset: "integer",
};

interface Found {
  readonly document: Document;
  readonly statement: Statement;
  readonly ordinal: number;
  /** The names of whom the source refers to, folded. */
  readonly names: string | null;
}

async function insertStatements(
  sql: Sql,
  read: readonly { readonly document: Document; readonly outcome: Read }[],
): Promise<void> {
  const found = read.flatMap(({ document, outcome }) => {
    const folded = nameFolder(document.text, outcome);
    return outcome.statements.map((statement, ordinal): Found => {
      const { actor } = statement.source;
      return { document, statement, ordinal, names: actor === null ? null : folded([actor]) };
    });
  });
  const keys = await newKeys(sql, found.length);
  const rows = found.map((each, index) => ({ key: keys[index], ...statementToRow(each) }));
  const spans = found.flatMap(({ statement }, index) => spanRows(keys[index], statement));
  await insertRows(sql, "parley.statement", statementColumns, rows);
  await insertRows(sql, "parley.span", spanColumns, spans);
}

async function newKeys(sql: Sql, count: number): Promise<readonly number[]> {
  const rows = await sql.query("select nextval('parley.statement_key') as key from generate_series(1, $1::integer)", [
    count,
  ]);
  return rows.map((row) => integerAt(row, "key"));
}

function statementToRow({ document, statement, ordinal, names }: Found): RowToWrite {
  const { id, source, cue, content, quotation, quotationConfidence, sourcing, unresolved, confidence } = statement;
  const sourceWords = wordsOf(document.text, source.spans);
  return {
    id,
    document: document.id,
    place: placeOf(statement),
    ordinal,
    actor: source.actor,
    quotation,
    quotation_confidence: quotationConfidence,
    sourcing,
    unresolved,
    confidence,
    source_words: sourceWords,
    source_folded: fold(sourceWords),
    actor_folded: names,
    cue_words: wordsOf(document.text, cue.spans),
    content_words: wordsOf(document.text, content.spans),
  };
}

const spanRows = (key: number | undefined, statement: Statement): readonly RowToWrite[] =>
  spansByRole(statement).map(({ role, ordinal, span }) => ({
    statement: key,
    role,
    ordinal,
    start_offset: span.start,
    end_offset: span.end,
  }));
