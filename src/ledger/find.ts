import type { Article } from "../coding/article.ts";
import { ParleyError } from "../text/errors.ts";
import type { LedgerSummary } from "./ledger.ts";
import { actorFromRow } from "./records/actor-rows.ts";
import { contactFromRow } from "./records/contact-rows.ts";
import { eventFromRow } from "./records/event-rows.ts";
import { forecastFromRow } from "./records/forecast-rows.ts";
import { positionFromRow } from "./records/position-rows.ts";
import { timeFromRow } from "./records/time-rows.ts";
import {
  documentFromRow,
  integerAt,
  jsonAt,
  nullableTextAt,
  readingFromRow,
  statementFromRow,
  statementSelection,
  textAt,
  unreadFromRow,
} from "./rows.ts";
import type { Sql, SqlRow } from "./sql.ts";
import { storableText } from "./storable.ts";

const shortestPrefix = 4;

/**
 * One article whole, by its id or the beginning of one, at least 4 characters long.
 * @throws ParleyError PARLEY_LEDGER_NOT_FOUND if none or several begin so
 */
export async function findArticle(sql: Sql, prefix: string): Promise<Article> {
  const article = await articleById(sql, await findId(sql, prefix));
  if (article === null) throw notFound(prefix, "no document has this id");
  return article;
}

/** Null where no document has the id. */
export async function articleById(sql: Sql, id: string): Promise<Article | null> {
  // one query, so that a re-reading that is committed meanwhile is seen whole or not at all
  const [row] = await sql.query(
    `select document.*, reader, reader_version, sentences, attributions,
       (select json_agg(found order by found.ordinal) from (
          select statement.ordinal, ${statementSelection("statement")}
          from parley.statement where statement.document = document.id) as found) as statements,
       ${["actor", "time", "event", "contact", "position", "forecast"].map(listOf).join(", ")}
     from parley.document left join parley.reading on reading.document = document.id where id = $1`,
    [id],
  );
  return row === undefined ? null : articleFromRow(row);
}

const listOf = (table: string): string =>
  `(select json_agg(to_json(${table}) order by ordinal) from parley.${table} where ${table}.document = document.id) as ${table}s`;

export async function summarise(sql: Sql): Promise<LedgerSummary> {
  const [row] = await sql.query(
    `select count(*) as documents, count(*) filter (where reading.document is null) as unread,
       coalesce(sum(statements), 0)::bigint as statements, count(distinct outlet) as outlets,
       to_char(min(published_from), 'YYYY-MM-DD') as earliest, to_char(max(published_to), 'YYYY-MM-DD') as latest
     from parley.document left join parley.reading on reading.document = document.id`,
  );
  if (row === undefined) throw new TypeError("a count without a row");
  return {
    documents: integerAt(row, "documents"),
    unread: integerAt(row, "unread"),
    statements: integerAt(row, "statements"),
    outlets: integerAt(row, "outlets"),
    from: nullableTextAt(row, "earliest"),
    to: nullableTextAt(row, "latest"),
  };
}

async function findId(sql: Sql, prefix: string): Promise<string> {
  if (prefix.length < shortestPrefix) throw notFound(prefix, `give at least ${shortestPrefix} characters of an id`);
  const pattern = `${storableText(prefix).replace(/[\\%_]/g, "\\$&")}%`;
  const rows = await sql.query("select id from parley.document where id like $1 order by id limit 2", [pattern]);
  const [first, second] = rows.map((row) => textAt(row, "id"));
  if (first === undefined) throw notFound(prefix, "no document's id begins so");
  if (second !== undefined && first !== prefix) throw notFound(prefix, "several documents' ids begin so");
  return first;
}

const notFound = (id: string, reason: string): ParleyError =>
  new ParleyError("PARLEY_LEDGER_NOT_FOUND", `${JSON.stringify(id)}: ${reason}`);

function articleFromRow(row: SqlRow): Article {
  const document = documentFromRow(row);
  const unread = unreadFromRow(row);
  if (unread !== null) return { document, outcome: unread };
  const list = <T>(column: string, from: (row: SqlRow) => T): readonly T[] =>
    (jsonAt<readonly SqlRow[] | null>(row, column) ?? []).map(from);
  return {
    document,
    outcome: {
      kind: "read",
      reading: readingFromRow(row),
      actors: list("actors", actorFromRow),
      statements: list("statements", statementFromRow),
      times: list("times", timeFromRow),
      events: list("events", eventFromRow),
      contacts: list("contacts", contactFromRow),
      positions: list("positions", positionFromRow),
      forecasts: list("forecasts", forecastFromRow),
    },
  };
}
