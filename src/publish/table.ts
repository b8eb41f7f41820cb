import { oneLine } from "./printable.ts";
import { chalkFor, clip, narrowest, plain, type Style, type TerminalOptions, widthOf, wrapText } from "./terminal.ts";

export interface Column<Row> {
  readonly header: string;
  readonly value: (row: Row) => string;
  /** Fewest columns it may shrink to; a column without it keeps its natural width. */
  readonly shrinksTo?: number;
  /** Most columns it takes, however long its cells. */
  readonly atMost?: number;
  /** Lines a cell may be wrapped to; what does not fit ends with an ellipsis. 1 unless told. */
  readonly lines?: number;
  readonly align?: "left" | "right";
}

/** A table whose widths are settled, for rows that come in chunks. Parts are joined by line feeds; none ends with one. */
export interface Table<Row> {
  /** The header and its rule; empty in the narrow form, where every row carries its names. */
  readonly head: string;
  render(rows: readonly Row[]): string;
}

const gap = 2;
/** Below this many columns, or where the columns cannot shrink enough, a row is shown as a record. */
const narrow = 50;

/** Settles the widths by `sample`, the first chunk of rows, so that the rest can be streamed. */
export function fitTable<Row>(
  columns: readonly Column<Row>[],
  sample: readonly Row[],
  options: TerminalOptions,
): Table<Row> {
  const width = Math.max(narrowest, options.width);
  const chalk = chalkFor(options.colour);
  const widths = width < narrow ? null : fittedWidths(columns, sample, width);
  if (!widths)
    return { head: "", render: (rows) => rows.map((row) => recordOf(columns, row, width, chalk.dim)).join("\n") };
  const header = lineOf(columns.map(({ header }, index) => cellLine(header, columns[index], widths[index] ?? 0)));
  const rule = lineOf(widths.map((columnWidth) => "─".repeat(columnWidth)));
  return {
    head: `${chalk.bold(header)}\n${chalk.dim(rule)}`,
    render: (rows) => rows.map((row) => tableRow(columns, widths, row)).join("\n"),
  };
}

/** The whole table at once; empty where there are no rows. */
export function renderTable<Row>(
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  options: TerminalOptions,
): string {
  if (rows.length === 0) return "";
  const { head, render } = fitTable(columns, rows, options);
  return head === "" ? render(rows) : `${head}\n${render(rows)}`;
}

/** Takes from the widest column that can still shrink, until the table fits; null where it cannot. */
function fittedWidths<Row>(
  columns: readonly Column<Row>[],
  sample: readonly Row[],
  width: number,
): readonly number[] | null {
  const widths = columns.map((column) => {
    const cells = sample.map((row) => widthOf(oneLine(column.value(row))));
    return Math.min(column.atMost ?? width, Math.max(widthOf(column.header), ...cells));
  });
  const floors = columns.map((column, index) =>
    Math.min(column.shrinksTo ?? Number.POSITIVE_INFINITY, widths[index] ?? 0),
  );
  let excess = widths.reduce((sum, one) => sum + one, gap * (columns.length - 1)) - width;
  for (; excess > 0; excess--) {
    const room = widths.map((one, index) => (one > (floors[index] ?? one) ? one : 0));
    const widest = Math.max(...room);
    if (widest === 0) return null;
    widths[room.indexOf(widest)] = widest - 1;
  }
  return widths;
}

function tableRow<Row>(columns: readonly Column<Row>[], widths: readonly number[], row: Row): string {
  const cells = columns.map((column, index) => cellLines(column, row, widths[index] ?? 0));
  const height = Math.max(...cells.map((lines) => lines.length));
  const lines = Array.from({ length: height }, (_, at) =>
    lineOf(cells.map((cell, index) => cellLine(cell[at] ?? "", columns[index], widths[index] ?? 0))),
  );
  return lines.join("\n");
}

function cellLines<Row>(column: Column<Row>, row: Row, width: number): readonly string[] {
  const text = oneLine(column.value(row));
  const most = column.lines ?? 1;
  if (most === 1) return [clip(text, width)];
  const lines = wrapText(text, width);
  return lines.length <= most ? lines : [...lines.slice(0, most - 1), clip(lines.slice(most - 1).join(" "), width)];
}

function cellLine<Row>(text: string, column: Column<Row> | undefined, width: number): string {
  const clipped = clip(text, width);
  const padding = " ".repeat(Math.max(0, width - widthOf(clipped)));
  return column?.align === "right" ? padding + clipped : clipped + padding;
}

const lineOf = (cells: readonly string[]): string => cells.join(" ".repeat(gap)).trimEnd();

/** One row for a narrow terminal: a rule, then a line for each cell that is not empty, its name before it. */
function recordOf<Row>(columns: readonly Column<Row>[], row: Row, width: number, nameStyle: Style = plain): string {
  const indent = Math.min(Math.max(...columns.map(({ header }) => widthOf(header))) + gap, Math.floor(width / 2));
  const lines = columns.flatMap(({ header, value }) => {
    const name = nameStyle(clip(header, indent - 1)) + " ".repeat(indent - widthOf(clip(header, indent - 1)));
    return wrapText(oneLine(value(row)), width - indent).map(
      (line, at) => (at === 0 ? name : " ".repeat(indent)) + line,
    );
  });
  return [nameStyle("─".repeat(indent - gap)), ...lines].join("\n");
}
