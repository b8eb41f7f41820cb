import type { Read } from "../../coding/article.ts";
import type { Forecast } from "../../coding/forecast/forecast.ts";
import type { ActorId, DocumentId, ForecastId, StatementId } from "../../text/span.ts";
import type { Columns, RowToWrite } from "../bulk.ts";
import { jsonAt, nullableTextAt, textAt, wordsOf } from "../rows.ts";
import type { SqlRow } from "../sql.ts";
import { nameFolder } from "./actor-rows.ts";
import { firstOffset, whenColumns, whenFromRow, whenToRow } from "./event-rows.ts";

export const forecastColumns: Columns = {
  id: "text",
  document: "text",
  start_offset: "integer",
  ordinal: "integer",
  holder: "text",
  statement: "text",
  likelihood: "text",
  content: "jsonb",
  ...whenColumns,
  evidence: "jsonb",
  content_words: "text",
  evidence_words: "text",
  actors_folded: "text",
};

export function forecastRows(document: DocumentId, text: string, read: Read): readonly RowToWrite[] {
  const folded = nameFolder(text, read);
  return read.forecasts.map(({ horizon, ...forecast }, ordinal) => ({
    ...forecast,
    ...whenToRow(text, horizon),
    document,
    start_offset: firstOffset(forecast.content),
    ordinal,
    content_words: wordsOf(text, forecast.content),
    evidence_words: wordsOf(text, forecast.evidence),
    actors_folded: folded(forecast.holder === null ? [] : [forecast.holder]),
  }));
}

export const forecastFromRow = (row: SqlRow): Forecast => ({
  id: textAt(row, "id") as ForecastId,
  holder: nullableTextAt(row, "holder") as ActorId | null,
  statement: nullableTextAt(row, "statement") as StatementId | null,
  likelihood: textAt(row, "likelihood") as Forecast["likelihood"],
  content: jsonAt<Forecast["content"]>(row, "content"),
  horizon: whenFromRow(row),
  evidence: jsonAt<Forecast["evidence"]>(row, "evidence"),
});
