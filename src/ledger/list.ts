import type { DatePrecision, Document } from "../document/document.ts";
import type { DocumentId } from "../text/span.ts";
import { namedActors, namedFromRow } from "./actors/named.ts";
import { addSpeakerCondition, ofStatements } from "./actors/refers.ts";
import { hasParts, matchActor } from "./actors/resolve.ts";
import { addDocumentConditions, addStatementConditions, Conditions } from "./filter.ts";
import { containing } from "./fold.ts";
import type { DocumentFilter, DocumentRow, StatementFilter, StatementRow } from "./ledger.ts";
import { paged } from "./paging.ts";
import { rowDocumentFrom } from "./records/list-records.ts";
import {
  documentFromRow,
  integerAt,
  jsonAt,
  nullableTextAt,
  readerFromRow,
  statementFromRow,
  statementSelection,
  textAt,
} from "./rows.ts";
import type { Sql, SqlRow } from "./sql.ts";

/** By date of publication (undated last), then id. */
export async function* listDocuments(
  sql: Sql,
  filter: DocumentFilter = {},
): AsyncGenerator<DocumentRow, void, undefined> {
  const rows = paged(filter.limit, (after, limit) => {
    const conditions = new Conditions();
    addDocumentConditions(conditions, filter);
    if (after !== null)
      conditions.add("(listed_on, id) > (?::date, ?)", textAt(after, "listed_on"), textAt(after, "id"));
    const text = `
      select id, file, url, title, outlet, published->>'value' as published_at,
        published->>'precision' as precision, language, sentence_order, damage, unread->>'detail' as unread,
        reader, reader_version, coalesce(statements, 0) as statements, listed_on
      from parley.document left join parley.reading on reading.document = document.id
      ${conditions.where} order by listed_on, id limit ${limit}`;
    return sql.query(text, conditions.parameters);
  });
  for await (const row of rows) yield documentRowFrom(row);
}

/** As `listDocuments`; few at a time, as texts are long. */
export async function* listTexts(sql: Sql, filter: DocumentFilter = {}): AsyncGenerator<Document, void, undefined> {
  const page = (after: SqlRow | null, limit: number): Promise<readonly SqlRow[]> => {
    const conditions = new Conditions();
    addDocumentConditions(conditions, filter);
    if (after !== null)
      conditions.add("(listed_on, id) > (?::date, ?)", textAt(after, "listed_on"), textAt(after, "id"));
    const text = `select * from parley.document ${conditions.where} order by listed_on, id limit ${limit}`;
    return sql.query(text, conditions.parameters);
  };
  for await (const row of paged(filter.limit, page, TEXTS_A_PAGE)) yield documentFromRow(row);
}

const TEXTS_A_PAGE = 50;

/** In the order of their documents, within one by the place of their first word, then as they were read. */
export async function* listStatements(
  sql: Sql,
  filter: StatementFilter = {},
): AsyncGenerator<StatementRow, void, undefined> {
  const { actor } = filter;
  const asked = actor === undefined ? null : { match: await matchActor(sql, actor), isParted: await hasParts(sql) };
  const rows = paged(filter.limit, (after, limit) => {
    const conditions = new Conditions();
    addStatementConditions(conditions, filter);
    if (actor !== undefined && asked !== null) addSpeakerCondition(conditions, asked, containing(actor));
    if (after !== null) addCursor(conditions, after);
    // the page is cut first, then its spans are gathered
    const text = `
      with page as materialized (
        select statement.*, file, title, outlet, published, listed_on
        from parley.statement join parley.document on document.id = statement.document
        ${conditions.where} order by listed_on, document.id, place, ordinal limit ${limit}
      ), ${namedActors(ofStatements.refers("page"))}
      select document, file, title, outlet, published->>'value' as published_at, listed_on, place, ordinal,
        source_words, cue_words, content_words, ${statementSelection("page")}, named.actors as named,
        (select verdict from parley.decision where decision.statement = page.id) as verdict
      from page left join named on named.record = page.id order by listed_on, document, place, ordinal`;
    return sql.query(text, conditions.parameters);
  });
  for await (const row of rows) yield statementRowFrom(row);
}

/** The first line is what an index can start from; the second leaves out what the last page had of its document. */
function addCursor(conditions: Conditions, after: SqlRow): void {
  const document = [textAt(after, "listed_on"), textAt(after, "document")];
  conditions.add("(listed_on, document.id) >= (?::date, ?)", ...document);
  conditions.add(
    "((listed_on, document.id) > (?::date, ?) or (place, ordinal) > (?::integer, ?::integer))",
    ...document,
    integerAt(after, "place"),
    integerAt(after, "ordinal"),
  );
}

const documentRowFrom = (row: SqlRow): DocumentRow => ({
  id: textAt(row, "id") as DocumentId,
  file: textAt(row, "file"),
  url: nullableTextAt(row, "url"),
  title: nullableTextAt(row, "title"),
  outlet: nullableTextAt(row, "outlet"),
  publishedAt: nullableTextAt(row, "published_at"),
  precision: nullableTextAt(row, "precision") as DatePrecision | null,
  language: nullableTextAt(row, "language"),
  order: textAt(row, "sentence_order") as Document["order"],
  damage: jsonAt<Document["damage"]>(row, "damage"),
  unread: nullableTextAt(row, "unread"),
  reader: readerFromRow(row),
  statements: integerAt(row, "statements"),
});

function statementRowFrom(row: SqlRow): StatementRow {
  const statement = statementFromRow(row);
  const { actor } = statement.source;
  return {
    statement,
    document: rowDocumentFrom(row),
    actor: namedFromRow(row, actor === null ? [] : [actor])[0] ?? null,
    words: {
      source: textAt(row, "source_words"),
      cue: textAt(row, "cue_words"),
      content: textAt(row, "content_words"),
    },
    decision: nullableTextAt(row, "verdict") as StatementRow["decision"],
  };
}
