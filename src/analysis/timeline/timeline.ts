import type { ContactRow, EventRow, ForecastRow, PositionRow, StatementRow } from "../../ledger/ledger.ts";
import type { Period } from "../period.ts";

/** One record and the days it is of; of a forecast its horizon. */
export type TimelineEntry = { readonly period: Period | null } & (
  | { readonly kind: "event"; readonly row: EventRow }
  | { readonly kind: "contact"; readonly row: ContactRow }
  | { readonly kind: "position"; readonly row: PositionRow }
  | { readonly kind: "statement"; readonly row: StatementRow }
  | { readonly kind: "forecast"; readonly row: ForecastRow }
);

export interface TimelineRows {
  readonly events?: Iterable<EventRow>;
  readonly contacts?: Iterable<ContactRow>;
  readonly positions?: Iterable<PositionRow>;
  readonly statements?: Iterable<StatementRow>;
  readonly forecasts?: Iterable<ForecastRow>;
}

export interface TimelineOptions {
  /** What is of these days alone, as far as its days are known; what has none is left out. */
  readonly window?: { readonly from?: string; readonly to?: string };
  /** Positions on this issue alone, and with them no records of other kinds. */
  readonly issue?: string;
}

/**
 * All records in order of their days, not of publication; without days last. A CONSULT event that is told as a contact
 * is that contact. The order of the rows changes nothing.
 */
export function timeline(_rows: TimelineRows, _options: TimelineOptions = {}): readonly TimelineEntry[] {
  return []; // the API alone; what orders them follows
}
