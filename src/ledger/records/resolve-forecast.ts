import { ParleyError } from "../../text/errors.ts";
import type { DocumentId, ForecastId } from "../../text/span.ts";
import { insertAudit } from "../audit.ts";
import type { ForecastOutcome, Provenance, Resolution } from "../ledger.ts";
import { nullableTextAt, textAt } from "../rows.ts";
import type { Database, Sql, SqlRow } from "../sql.ts";
import { checkStorablePart, storableText } from "../storable.ts";

const shortestPrefix = 4;

/** Keeps what a person found, in place of what was found before, which the audit has. @throws ParleyError PARLEY_LEDGER_NOT_FOUND */
export async function resolveForecast(
  database: Database,
  { forecast: given, outcome, note }: Resolution,
  provenance: Provenance,
): Promise<void> {
  checkStorablePart(note, "note");
  checkStorablePart(provenance, "provenance");
  await database.transaction(async (sql) => {
    const { forecast, document } = await findForecast(sql, given);
    await sql.query("select from parley.document where id = $1 for no key update", [document]);
    const [before] = await sql.query("select * from parley.forecast_resolution where forecast = $1", [forecast]);
    await sql.query(
      `insert into parley.forecast_resolution (forecast, document, outcome, note, decided_at, decided_by, decided_with)
       values ($1, $2, $3, $4, $5::timestamptz, $6, $7)
       on conflict (forecast) do update set outcome = excluded.outcome, note = excluded.note,
         decided_at = excluded.decided_at, decided_by = excluded.decided_by, decided_with = excluded.decided_with`,
      [forecast, document, outcome, note, provenance.at, provenance.by, provenance.program],
    );
    const earlier = before === undefined ? null : resolutionFromRow(before);
    const detail = { forecast, outcome, note, before: earlier };
    await insertAudit(sql, [{ action: "forecast-resolved", document, statement: null, detail }], provenance);
  });
}

/** Also one that only an earlier resolution remembers. */
async function findForecast(
  sql: Sql,
  given: string,
): Promise<{ readonly forecast: ForecastId; readonly document: DocumentId }> {
  if (given.length < shortestPrefix) throw notFound(given, `give at least ${shortestPrefix} characters of an id`);
  const pattern = `${storableText(given).replace(/[\\%_]/g, "\\$&")}%`;
  const rows = await sql.query(
    `select id, document from parley.forecast where id like $1
     union select forecast, document from parley.forecast_resolution where forecast like $1 order by 1 limit 2`,
    [pattern],
  );
  const [first, second] = rows;
  if (first === undefined) throw notFound(given, "no forecast's id begins so");
  if (second !== undefined && textAt(first, "id") !== given) throw notFound(given, "several forecasts' ids begin so");
  return { forecast: textAt(first, "id") as ForecastId, document: textAt(first, "document") as DocumentId };
}

const notFound = (id: string, reason: string): ParleyError =>
  new ParleyError("PARLEY_LEDGER_NOT_FOUND", `${JSON.stringify(id)}: ${reason}`);

const resolutionFromRow = (row: SqlRow): Resolution => ({
  forecast: textAt(row, "forecast") as ForecastId,
  outcome: textAt(row, "outcome") as ForecastOutcome,
  note: nullableTextAt(row, "note"),
});
