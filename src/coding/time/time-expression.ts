import type { CharSpan } from "../../text/span.ts";

export type TimePrecision = "day" | "week" | "month" | "season" | "quarter" | "year" | "range";

/** Words that place something in time, and the days they mean. */
export interface TimeExpression extends CharSpan {
  /** Days YYYY-MM-DD, both inclusive; null: that side is open. Where `unresolved` both are null. */
  readonly from: string | null;
  readonly to: string | null;
  readonly precision: TimePrecision;
  /** True where the words are relative to a date that the document does not have. It is never today's. */
  readonly unresolved: boolean;
}
