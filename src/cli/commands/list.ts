import type {
  ActorFilter,
  ContactFilter,
  DocumentFilter,
  EventFilter,
  Ledger,
  RecordFilter,
  StatementFilter,
} from "../../ledger/ledger.ts";
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
  type CsvColumn,
  documentColumns,
  documentCsvColumns,
  jsonLine,
  statementColumns,
  statementCsvColumns,
  statementLine,
  toCsv,
} from "../../publish/rows.ts";
import { type Column, fitTable } from "../../publish/table.ts";
import type { LedgerOptions } from "../options.ts";
import { type Terminal, write } from "../terminal.ts";
import { withLedger } from "../with-ledger.ts";

export interface ListOptions extends LedgerOptions {
  readonly outlet?: string;
  readonly from?: string;
  readonly to?: string;
  readonly limit?: number;
  readonly json?: boolean;
  readonly csv?: boolean;
}

export interface ListStatementsOptions extends ListOptions {
  readonly actor?: string;
  readonly quotation?: NonNullable<StatementFilter["quotation"]>;
  readonly sourcing?: NonNullable<StatementFilter["sourcing"]>;
  readonly document?: string;
}

export interface ListActorsOptions extends ListOptions, Pick<ActorFilter, "actor" | "type" | "country" | "sector"> {}

interface ListRecordsOptions extends ListOptions, Pick<RecordFilter, "actor" | "country" | "sector"> {
  readonly document?: string;
}
export interface ListEventsOptions extends ListRecordsOptions, Pick<EventFilter, "type" | "status"> {}
export interface ListContactsOptions extends ListRecordsOptions, Pick<ContactFilter, "form" | "status"> {}

/** A table on a terminal stops here unless told otherwise, and says so; files and pipes get every row. */
const ROWS_ON_A_TERMINAL = 50;
/** Rows written together; the first chunk settles the widths of a table. */
const CHUNK = 200;

/** `parley list documents`. */
export async function listDocuments(options: ListOptions, terminal: Terminal): Promise<number> {
  return withLedger(options, terminal, (ledger) => {
    const views = { table: documentColumns, csv: documentCsvColumns, line: jsonLine };
    return print(ledger.documents(documentFilter(options, terminal)), views, options, terminal);
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
    await print(ledger.statements(filter), views, options, terminal);
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
    return print(ledger.actors(filter), views, options, terminal);
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
    await print(ledger.events(filter), views, options, terminal);
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
    await print(ledger.contacts(filter), views, options, terminal);
  });
}

async function recordFilter(ledger: Ledger, options: ListRecordsOptions, terminal: Terminal): Promise<RecordFilter> {
  return {
    ...documentFilter(options, terminal),
    ...picked(options, ["actor", "country", "sector"]),
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
function picked<Options extends object, Name extends keyof Options>(
  options: Options,
  names: readonly Name[],
): { readonly [Each in Name]?: NonNullable<Options[Each]> } {
  const given = names.flatMap((name) => (options[name] === undefined ? [] : [[name, options[name]] as const]));
  return Object.fromEntries(given) as { readonly [Each in Name]?: NonNullable<Options[Each]> }; // these names, those values
}

/** One row more than is shown tells whether there are more. */
function documentFilter(options: ListOptions, terminal: Terminal): DocumentFilter {
  const shown = shownRows(options, terminal);
  return { ...picked(options, ["outlet", "from", "to"]), ...(Number.isFinite(shown) ? { limit: shown + 1 } : {}) };
}

function shownRows(options: ListOptions, terminal: Terminal): number {
  if (options.limit !== undefined) return options.limit;
  return terminal.interactive.stdout && !options.json && !options.csv ? ROWS_ON_A_TERMINAL : Number.POSITIVE_INFINITY;
}

interface Views<Row> {
  readonly table: readonly Column<Row>[];
  readonly csv: readonly CsvColumn<Row>[];
  readonly line: (row: Row) => string;
}

async function print<Row>(
  rows: AsyncIterable<Row>,
  views: Views<Row>,
  options: ListOptions,
  terminal: Terminal,
): Promise<void> {
  const render = renderer(views, options, terminal);
  const shown = shownRows(options, terminal);
  let count = 0;
  let isFirst = true;
  for await (const chunk of chunks(rows, CHUNK)) {
    const visible = chunk.slice(0, shown - count);
    count += chunk.length;
    await write(terminal.stdout, render(visible, isFirst));
    isFirst = false;
  }
  if (isFirst && options.csv) await write(terminal.stdout, render([], true));
  if (options.json || options.csv) return;
  if (count === 0) await write(terminal.stderr, emptyHelp);
  else if (count > shown) await write(terminal.stderr, `\nThere are more than these ${shown}; --limit N shows N.\n`);
}

const emptyHelp =
  "Nothing here fits. `parley add PATH…` puts articles into the ledger; --ledger says which ledger is looked at.\n";

type Render<Row> = (rows: readonly Row[], isFirst: boolean) => string;

function renderer<Row>(views: Views<Row>, options: ListOptions, terminal: Terminal): Render<Row> {
  if (options.json) return (rows) => rows.map((row) => `${views.line(row)}\n`).join("");
  if (options.csv) return (rows, isFirst) => toCsv(views.csv, rows, { header: isFirst });
  let table: ReturnType<typeof fitTable<Row>> | null = null;
  return (rows, isFirst) => {
    table ??= fitTable(views.table, rows, terminal);
    return `${isFirst && table.head !== "" ? `${table.head}\n` : ""}${table.render(rows)}\n`;
  };
}

async function* chunks<Row>(rows: AsyncIterable<Row>, size: number): AsyncGenerator<readonly Row[]> {
  let chunk: Row[] = [];
  for await (const row of rows) {
    chunk.push(row);
    if (chunk.length < size) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}
