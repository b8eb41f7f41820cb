import type { DocumentId, StatementId } from "../text/span.ts";
import { type Columns, insertRows } from "./bulk.ts";
import type { AuditEntry, Provenance } from "./ledger.ts";
import { integerAt, jsonAt, nullableTextAt, textAt } from "./rows.ts";
import type { Sql, SqlRow } from "./sql.ts";
import { storableText } from "./storable.ts";

const auditColumns: Columns = {
  at: "timestamptz",
  by: "text",
  program: "text",
  action: "text",
  document: "text",
  statement: "text",
  detail: "jsonb",
};

export async function insertAudit(
  sql: Sql,
  entries: readonly Omit<AuditEntry, keyof Provenance>[],
  provenance: Provenance,
): Promise<void> {
  const { at, by, program } = provenance;
  const rows = entries.map((entry) => ({ at, by, program, ...entry }));
  await insertRows(sql, "parley.audit", auditColumns, rows);
}

const pageSize = 500;

/** Oldest first. */
export async function* listAudit(
  sql: Sql,
  filter: { readonly document?: DocumentId } = {},
): AsyncGenerator<AuditEntry, void, undefined> {
  const { document = null } = filter;
  let after = 0;
  for (;;) {
    const rows = await sql.query(
      `select key, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as moment,
         by, program, action, document, statement, detail
       from parley.audit where key > $1::bigint${document === null ? "" : " and document = $2"}
       order by key limit ${pageSize}`,
      document === null ? [after] : [after, storableText(document)],
    );
    for (const row of rows) {
      yield entryFromRow(row);
      after = integerAt(row, "key");
    }
    if (rows.length < pageSize) return;
  }
}

const entryFromRow = (row: SqlRow): AuditEntry => ({
  at: textAt(row, "moment"),
  by: textAt(row, "by"),
  program: textAt(row, "program"),
  action: textAt(row, "action") as AuditEntry["action"],
  document: nullableTextAt(row, "document") as DocumentId | null,
  statement: nullableTextAt(row, "statement") as StatementId | null,
  detail: jsonAt<AuditEntry["detail"]>(row, "detail"),
});
