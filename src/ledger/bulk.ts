import type { Sql } from "./sql.ts";

/** Column names with their SQL types, in the order they are written. */
export type Columns = Readonly<Record<string, string>>;
export type RowToWrite = Readonly<Record<string, unknown>>;

/** Keeps one message to the server well under its limit of 1 GB, and PGlite's memory small. In UTF-16 code units. */
const maxChunkLength = 4_000_000;

/**
 * Inserts rows in the order given, thousands at a time: they travel as one JSON text, which costs one round trip and no
 * bound on the number of parameters.
 */
export async function insertRows(sql: Sql, table: string, columns: Columns, rows: readonly RowToWrite[]) {
  const names = Object.keys(columns).join(", ");
  for (const chunk of jsonChunks(rows)) {
    await sql.query(`insert into ${table} (${names}) select ${names} from ${recordset(columns)}`, [chunk]);
  }
}

/** A table expression over the JSON text in parameter 1. */
export function recordset(columns: Columns): string {
  const typed = Object.entries(columns).map(([name, type]) => `${name} ${type}`);
  return `json_to_recordset($1::json) as given (${typed.join(", ")})`;
}

/** The rows as JSON arrays, none much longer than `maxChunkLength` unless one row is. */
export function* jsonChunks(rows: readonly RowToWrite[], maxLength = maxChunkLength): Generator<string> {
  let parts: string[] = [];
  let length = 0;
  for (const row of rows) {
    const part = JSON.stringify(row);
    if (parts.length > 0 && length + part.length > maxLength) {
      yield `[${parts.join(",")}]`;
      parts = [];
      length = 0;
    }
    parts.push(part);
    length += part.length;
  }
  if (parts.length > 0) yield `[${parts.join(",")}]`;
}
