import type {
  ActorFilter,
  ContactFilter,
  DocumentFilter,
  EventFilter,
  ForecastFilter,
  ForecastRow,
  Ledger,
  PositionFilter,
  RecordFilter,
  StatementFilter,
} from "../../ledger/ledger.ts";
import { forecastColumns, forecastCsvColumns, forecastLine } from "../../publish/forecast-rows.ts";
import { positionColumns, positionCsvColumns, positionLine } from "../../publish/position-rows.ts";
import {
  actorColumns,
  actorCsvColumns,
  contactColumns,
  contactCsvColumns,
  contactLine,
  eventColumns,
  eventCsvColumns,
  eventLine,
} from "../../publish/record-rows.ts";
import {
  documentColumns,
  documentCsvColumns,
  jsonLine,
  statementColumns,
  statementCsvColumns,
  statementLine,
} from "../../publish/rows.ts";
import type { LedgerOptions } from "../options.ts";
import { type PrintOptions, printRows, shownRows } from "../print-rows.ts";
import type { Terminal } from "../terminal.ts";
import { withLedger } from "../with-ledger.ts";

export interface ListOptions extends LedgerOptions, PrintOptions {
  readonly outlet?: string;
  readonly since?: string;
  readonly until?: string;
  /** What `since` and `until` were called before. */
  readonly from?: string;
  readonly to?: string;
}

export interface ListStatementsOptions extends ListOptions {
  readonly actor?: string;
  readonly quotation?: NonNullable<StatementFilter["quotation"]>;
  readonly sourcing?: NonNullable<StatementFilter["sourcing"]>;
  readonly document?: string;
}

export interface ListActorsOptions extends ListOptions, Pick<ActorFilter, "actor" | "type" | "country" | "sector"> {}

export interface ListRecordsOptions extends ListOptions, Pick<RecordFilter, "actor" | "country" | "sector" | "issue"> {
  readonly document?: string;
}
export interface ListEventsOptions extends ListRecordsOptions, Pick<EventFilter, "type" | "status"> {}
export interface ListContactsOptions extends ListRecordsOptions, Pick<ContactFilter, "form" | "status"> {}
export interface ListPositionsOptions extends ListRecordsOptions, Pick<PositionFilter, "stance" | "audience"> {}

export interface ListForecastsOptions extends ListRecordsOptions, Pick<ForecastFilter, "outcome"> {
  /** The day on which they are due or open; today unless told. */
  readonly on?: string;
}

/** `parley list documents`. */
export async function listDocuments(options: ListOptions, terminal: Terminal): Promise<number> {
  return withLedger(options, terminal, (ledger) => {
    const views = { table: documentColumns, csv: documentCsvColumns, line: jsonLine };
    return printRows(ledger.documents(documentFilter(options, terminal)), views, options, terminal);
  });
}

/** `parley list statements`. */
export async function listStatements(options: ListStatementsOptions, terminal: Terminal): Promise<number> {
  return withLedger(options, terminal, async (ledger) => {
    const filter: StatementFilter = {
      ...documentFilter(options, terminal),
      ...picked(options, ["actor", "quotation", "sourcing"]),
      ...(await documentId(ledger, options)),
    };
    const views = {
      table: statementColumns,
      csv: statementCsvColumns,
      line: (row: Parameters<typeof statementLine>[0]) => jsonLine(statementLine(row)),
    };
    await printRows(ledger.statements(filter), views, options, terminal);
  });
}

/** `parley list actors`, `parley actors list`. */
export async function listActors(options: ListActorsOptions, terminal: Terminal): Promise<number> {
  return withLedger(options, terminal, (ledger) => {
    const filter: ActorFilter = {
      ...documentFilter(options, terminal),
      ...picked(options, ["actor", "type", "country", "sector"]),
    };
    const views = { table: actorColumns, csv: actorCsvColumns, line: jsonLine };
    return printRows(ledger.actors(filter), views, options, terminal);
  });
}

/** `parley list events`. */
export async function listEvents(options: ListEventsOptions, terminal: Terminal): Promise<number> {
  return withLedger(options, terminal, async (ledger) => {
    const filter: EventFilter = {
      ...(await recordFilter(ledger, options, terminal)),
      ...picked(options, ["type", "status"]),
    };
    const views = {
      table: eventColumns,
      csv: eventCsvColumns,
      line: (row: Parameters<typeof eventLine>[0]) => jsonLine(eventLine(row)),
    };
    await printRows(ledger.events(filter), views, options, terminal);
  });
}

/** `parley list contacts`. */
export async function listContacts(options: ListContactsOptions, terminal: Terminal): Promise<number> {
  return withLedger(options, terminal, async (ledger) => {
    const filter: ContactFilter = {
      ...(await recordFilter(ledger, options, terminal)),
      ...picked(options, ["form", "status"]),
    };
    const views = {
      table: contactColumns,
      csv: contactCsvColumns,
      line: (row: Parameters<typeof contactLine>[0]) => jsonLine(contactLine(row)),
    };
    await printRows(ledger.contacts(filter), views, options, terminal);
  });
}

/** `parley list positions`. */
export async function listPositions(options: ListPositionsOptions, terminal: Terminal): Promise<number> {
  return withLedger(options, terminal, async (ledger) => {
    const filter: PositionFilter = {
      ...(await recordFilter(ledger, options, terminal)),
      ...picked(options, ["stance", "audience"]),
    };
    const views = {
      table: positionColumns,
      csv: positionCsvColumns,
      line: (row: Parameters<typeof positionLine>[0]) => jsonLine(positionLine(row)),
    };
    await printRows(ledger.positions(filter), views, options, terminal);
  });
}

/** `parley list forecasts`. */
export async function listForecasts(options: ListForecastsOptions, terminal: Terminal): Promise<number> {
  const today = options.on ?? terminal.now().slice(0, "YYYY-MM-DD".length);
  return withLedger(options, terminal, async (ledger) => {
    const filter: ForecastFilter = {
      ...(await recordFilter(ledger, options, terminal)),
      ...(options.outcome === undefined ? {} : { outcome: options.outcome }),
    };
    const views = {
      table: forecastColumns(today),
      csv: forecastCsvColumns(today),
      line: (row: ForecastRow) => jsonLine(forecastLine(row, today)),
    };
    await printRows(ledger.forecasts(filter), views, options, terminal);
  });
}

async function recordFilter(ledger: Ledger, options: ListRecordsOptions, terminal: Terminal): Promise<RecordFilter> {
  return {
    ...documentFilter(options, terminal),
    ...picked(options, ["actor", "country", "sector", "issue"]),
    ...(await documentId(ledger, options)),
  };
}

/** @throws ParleyError PARLEY_LEDGER_NOT_FOUND */
async function documentId(
  ledger: Ledger,
  { document }: { readonly document?: string },
): Promise<Pick<RecordFilter, "document">> {
  return document === undefined ? {} : { document: (await ledger.article(document.toLowerCase())).document.id };
}

/** The options of these names that were given. */
export function picked<Options extends object, Name extends keyof Options>(
  options: Options,
  names: readonly Name[],
): { readonly [Each in Name]?: NonNullable<Options[Each]> } {
  const given = names.flatMap((name) => (options[name] === undefined ? [] : [[name, options[name]] as const]));
  return Object.fromEntries(given) as { readonly [Each in Name]?: NonNullable<Options[Each]> }; // these names, those values
}

/** One row more than is shown tells whether there are more. */
function documentFilter(options: ListOptions, terminal: Terminal): DocumentFilter {
  const shown = shownRows(options, terminal);
  const { since: from = options.from, until: to = options.to } = options;
  return {
    ...picked(options, ["outlet"]),
    ...picked({ from, to }, ["from", "to"]),
    ...(Number.isFinite(shown) ? { limit: shown + 1 } : {}),
  };
}
