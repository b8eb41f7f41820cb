import type { Read } from "../../coding/article.ts";
import type { TimeExpression } from "../../coding/time/time-expression.ts";
import { charSpan, type DocumentId } from "../../text/span.ts";
import type { Columns, RowToWrite } from "../bulk.ts";
import { integerAt, jsonAt, nullableTextAt, textAt, wordsOf } from "../rows.ts";
import type { SqlRow } from "../sql.ts";

export const timeColumns: Columns = {
  document: "text",
  ordinal: "integer",
  start_offset: "integer",
  end_offset: "integer",
  from_day: "date",
  to_day: "date",
  precision: "text",
  unresolved: "boolean",
  words: "text",
};

export const timeRows = (document: DocumentId, text: string, { times }: Read): readonly RowToWrite[] =>
  times.map(({ start, end, from, to, precision, unresolved }, ordinal) => ({
    document,
    ordinal,
    start_offset: start,
    end_offset: end,
    from_day: from,
    to_day: to,
    precision,
    unresolved,
    words: wordsOf(text, [{ start, end }]),
  }));

export const timeFromRow = (row: SqlRow): TimeExpression => ({
  ...charSpan(integerAt(row, "start_offset"), integerAt(row, "end_offset")),
  from: nullableTextAt(row, "from_day"),
  to: nullableTextAt(row, "to_day"),
  precision: textAt(row, "precision") as TimeExpression["precision"],
  unresolved: jsonAt<boolean>(row, "unresolved"),
});
