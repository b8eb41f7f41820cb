import type { DocumentFilter, Ledger, StatementFilter } from "../../ledger/ledger.ts";
import { openLedger } from "../../ledger/open.ts";
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
import { exitCodes } from "../exit-codes.ts";
import { type LedgerOptions, ledgerTarget } from "../options.ts";
import { type Terminal, write } from "../terminal.ts";

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
    const { actor, quotation, sourcing, document } = options;
    const filter: StatementFilter = {
      ...documentFilter(options, terminal),
      ...(actor === undefined ? {} : { actor }),
      ...(quotation === undefined ? {} : { quotation }),
      ...(sourcing === undefined ? {} : { sourcing }),
      ...(document === undefined ? {} : { document: (await ledger.article(document)).document.id }),
    };
    const views = {
      table: statementColumns,
      csv: statementCsvColumns,
      line: (row: Parameters<typeof statementLine>[0]) => jsonLine(statementLine(row)),
    };
    await print(ledger.statements(filter), views, options, terminal);
  });
}

async function withLedger(
  options: ListOptions,
  terminal: Terminal,
  use: (ledger: Ledger) => Promise<void>,
): Promise<number> {
  const ledger = await openLedger(ledgerTarget(options, terminal), { mustExist: true });
  try {
    await use(ledger);
    return exitCodes.ok;
  } finally {
    await ledger.close();
  }
}

/** One row more than is shown tells whether there are more. */
function documentFilter(options: ListOptions, terminal: Terminal): DocumentFilter {
  const { outlet, from, to } = options;
  const shown = shownRows(options, terminal);
  return {
    ...(outlet === undefined ? {} : { outlet }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(Number.isFinite(shown) ? { limit: shown + 1 } : {}),
  };
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
