import type { ContactRow, EventRow, ForecastRow, PositionRow, StatementRow } from "../../ledger/ledger.ts";
import { byPeriod, order, type Period, periodOf, publishedOn } from "../period.ts";

/** One record and the days it is of; of a forecast its horizon, of a statement the day it was published. */
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
  /** What is of these days, as far as its days are known; what has none is left out. */
  readonly window?: Partial<Period>;
  /** Positions on this issue, and no records of other kinds. */
  readonly issue?: string;
}

/**
 * All records in order of their days, not of publication; without days last. An event that is told as a contact too is
 * shown as that contact. The order of the rows changes nothing.
 */
export function timeline(rows: TimelineRows, options: TimelineOptions = {}): readonly TimelineEntry[] {
  const { window, issue } = options;
  return entriesOf(rows)
    .filter((entry) => issue === undefined || (entry.kind === "position" && entry.row.position.issue === issue))
    .filter(({ period }) => window === undefined || isWithin(period, window))
    .map((entry) => ({ entry, place: placeOf(entry) }))
    .sort((a, b) => byPeriod(a.entry.period, b.entry.period) || order(a.place, b.place))
    .map(({ entry }) => entry);
}

function entriesOf(rows: TimelineRows): readonly TimelineEntry[] {
  const { events = [], contacts = [], positions = [], statements = [], forecasts = [] } = rows;
  const told = [...contacts];
  const asContact = new Set<string>(told.flatMap(({ contact }) => contact.event ?? []));
  return [
    ...[...events]
      .filter(({ event }) => !asContact.has(event.id))
      .map((row) => ({ kind: "event" as const, row, period: periodOf(row.event.when, row.document) })),
    ...told.map((row) => ({ kind: "contact" as const, row, period: periodOf(row.contact.when, row.document) })),
    ...[...positions].map((row) => ({
      kind: "position" as const,
      row,
      period: periodOf(row.position.when, row.document),
    })),
    ...[...statements].map((row) => ({ kind: "statement" as const, row, period: publishedOn(row.document) })),
    ...[...forecasts].map((row) => ({ kind: "forecast" as const, row, period: horizonOf(row) })),
  ];
}

/** What sets no time, or none that the text resolves, stands on the day it was told. */
const horizonOf = ({ forecast, document }: ForecastRow): Period | null => periodOf(forecast.horizon, document);

const isWithin = (period: Period | null, { from = "", to = "9999" }: Partial<Period>): boolean =>
  period !== null && period.from <= to && from <= period.to;

/** Within one period: by document, then by kind and id. */
function placeOf(entry: TimelineEntry): string {
  return JSON.stringify([entry.row.document.publishedAt ?? "", entry.row.document.id, entry.kind, idOf(entry)]);
}

function idOf(entry: TimelineEntry): string {
  switch (entry.kind) {
    case "event":
      return entry.row.event.id;
    case "contact":
      return entry.row.contact.id;
    case "position":
      return entry.row.position.id;
    case "statement":
      return entry.row.statement.id;
    case "forecast":
      return entry.row.forecast.id;
    default:
      return entry satisfies never;
  }
}
