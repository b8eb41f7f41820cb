import { type CsvColumn, toCsv } from "../publish/rows.ts";
import { type Column, fitTable } from "../publish/table.ts";
import { type Terminal, write } from "./terminal.ts";

/** How rows are asked to be printed. */
export interface PrintOptions {
  readonly limit?: number;
  readonly json?: boolean;
  readonly csv?: boolean;
}

/** A table on a terminal stops here unless told otherwise, and says so; files and pipes get every row. */
const ROWS_ON_A_TERMINAL = 50;
/** Rows written together; the first chunk settles the widths of a table. */
const CHUNK = 200;

/** How many rows are shown: infinitely many where nothing bounds them. */
export function shownRows(options: PrintOptions, terminal: Terminal): number {
  if (options.limit !== undefined) return options.limit;
  return terminal.interactive.stdout && !options.json && !options.csv ? ROWS_ON_A_TERMINAL : Number.POSITIVE_INFINITY;
}

/** The three shapes in which a kind of row is printed. */
export interface Views<Row> {
  readonly table: readonly Column<Row>[];
  readonly csv: readonly CsvColumn<Row>[];
  readonly line: (row: Row) => string;
}

/** Writes the rows as a table, JSON lines or CSV; `nothing` is what a person is told where there are none. */
export async function printRows<Row>(
  rows: AsyncIterable<Row> | Iterable<Row>,
  views: Views<Row>,
  options: PrintOptions,
  terminal: Terminal,
  nothing = emptyHelp,
): Promise<void> {
  const render = renderer(views, options, terminal);
  const shown = shownRows(options, terminal);
  let count = 0;
  let isFirst = true;
  for await (const chunk of chunks(rows, CHUNK)) {
    const visible = chunk.slice(0, Math.max(0, shown - count));
    count += chunk.length;
    if (visible.length > 0) await write(terminal.stdout, render(visible, isFirst));
    isFirst = false;
    if (count > shown) break;
  }
  if (isFirst && options.csv) await write(terminal.stdout, render([], true));
  if (options.json || options.csv) return;
  if (count === 0) await write(terminal.stderr, nothing);
  else if (count > shown) await write(terminal.stderr, `\nThere are more than these ${shown}; --limit N shows N.\n`);
}

const emptyHelp =
  "Nothing here fits. `parley add PATH…` puts articles into the ledger; --ledger says which ledger is looked at.\n";

type Render<Row> = (rows: readonly Row[], isFirst: boolean) => string;

function renderer<Row>(views: Views<Row>, options: PrintOptions, terminal: Terminal): Render<Row> {
  if (options.json) return (rows) => rows.map((row) => `${views.line(row)}\n`).join("");
  if (options.csv) return (rows, isFirst) => toCsv(views.csv, rows, { header: isFirst });
  let table: ReturnType<typeof fitTable<Row>> | null = null;
  return (rows, isFirst) => {
    table ??= fitTable(views.table, rows, terminal);
    return `${isFirst && table.head !== "" ? `${table.head}\n` : ""}${table.render(rows)}\n`;
  };
}

async function* chunks<Row>(rows: AsyncIterable<Row> | Iterable<Row>, size: number): AsyncGenerator<readonly Row[]> {
  let chunk: Row[] = [];
  for await (const row of rows) {
    chunk.push(row);
    if (chunk.length < size) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}
