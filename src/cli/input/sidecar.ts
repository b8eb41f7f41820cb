import { basename, dirname, resolve } from "node:path";
import { parse } from "csv-parse/sync";
import { decode } from "../../document/decode.ts";
import type { Hints } from "../../document/document.ts";
import { ParleyError } from "../../text/errors.ts";
import { fileBytes, readWhole } from "./bytes.ts";
import { failureOf, shownPath } from "./failures.ts";
import { sidecarPath } from "./format.ts";
import { hintFields, hintsFromSidecar } from "./hints.ts";
import { parseJson } from "./json.ts";
import type { InputLimits } from "./limits.ts";

/**
 * What `NAME.meta.json` beside a text says of it, or null where there is none. NAME is the text's name without its
 * ending and without `.gz`.
 * @throws ParleyError naming the sidecar, and the field if one is wrong.
 */
export async function readSidecar(path: string, limits: InputLimits): Promise<Hints | null> {
  const sidecar = sidecarPath(path);
  try {
    const bytes = await readWhole(fileBytes(sidecar, undefined), "sidecarBytes", limits);
    return hintsFromSidecar(parseJson(decode(bytes, { format: "json" }).text, limits));
  } catch (error) {
    if (isAbsence(error)) return null;
    throw failureOf(sidecar, error);
  }
}

/** A text whose name nearly fills what a file system allows cannot have a sidecar. */
const isAbsence = (error: unknown): boolean =>
  error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENAMETOOLONG");

/** A CSV of hints. Its rows are asked for by file label; which were never asked for is known in the end. */
export class HintTable {
  private readonly path: string;
  private readonly byName: ReadonlyMap<string, Row>;
  private readonly byPath: ReadonlyMap<string, Row>;
  private readonly unused: Set<Row>;
  /** The file that a bare name stood for. */
  private readonly named = new Map<Row, string>();

  constructor(path: string, rows: ReadonlyMap<string, Row>) {
    this.path = path;
    this.byName = rows;
    this.byPath = new Map([...rows.values()].map((row) => [resolve(dirname(path), row.file), row]));
    this.unused = new Set(rows.values());
  }

  /**
   * The row whose `file` is the label itself, or leads to the same file from the CSV's folder, or is the file's bare name.
   * @throws ParleyError naming the CSV, the line and the column, if that row is wrong or fits another file too.
   */
  hintsFor(label: string): Hints | null {
    const row = this.byName.get(label) ?? this.byPath.get(resolve(label)) ?? this.byBareName(label);
    if (!row) return null;
    this.unused.delete(row);
    return hintsOf(row, this.path);
  }

  /** A name without a folder stands for one file. Of two of that name one would get the other's date. */
  private byBareName(label: string): Row | undefined {
    const row = this.byName.get(basename(label));
    if (row === undefined) return undefined;
    const file = resolve(label);
    const other = this.named.get(row) ?? file;
    this.named.set(row, other);
    if (other === file) return row;
    const place = `${shownPath(this.path)} line ${row.line}: ${shownPath(row.file)}`;
    throw new ParleyError("PARLEY_INPUT_MALFORMED", `${place} fits several of the inputs: write their paths`);
  }

  /** Values of `file` that named no input so far, in the CSV's order. */
  unusedRows(): readonly string[] {
    return [...this.unused].map((row) => row.file);
  }
}

interface Row {
  readonly file: string;
  readonly line: number;
  readonly columns: Readonly<Record<string, string>>;
}

/** @throws ParleyError PARLEY_INPUT_* naming the CSV. */
export async function readHintTable(path: string, limits: InputLimits): Promise<HintTable> {
  try {
    const bytes = await readWhole(fileBytes(path, undefined), "sidecarBytes", limits);
    return new HintTable(path, rowsOf(decode(bytes, { format: "text" }).text));
  } catch (error) {
    throw failureOf(path, error);
  }
}

function rowsOf(text: string): ReadonlyMap<string, Row> {
  const rows = new Map<string, Row>();
  for (const { record, info } of parseCsv(text)) {
    const file = record.file ?? "";
    if (!file) throw new ParleyError("PARLEY_INPUT_MALFORMED", `line ${info.lines}: the column file is empty`);
    if (rows.has(file)) {
      throw new ParleyError("PARLEY_INPUT_MALFORMED", `line ${info.lines}: a second row for ${shownPath(file)}`);
    }
    rows.set(file, { file, line: info.lines, columns: record });
  }
  return rows;
}

interface CsvRow {
  readonly record: Readonly<Record<string, string>>;
  readonly info: { readonly lines: number };
}

function parseCsv(text: string): readonly CsvRow[] {
  try {
    // With `info`, csv-parse gives each row with the line it ended on.
    return parse(text, {
      columns: checkColumns,
      info: true,
      trim: true,
      skip_empty_lines: true,
      record_delimiter: ["\r\n", "\n", "\r"], // all of them, as editors on several systems leave a file
    }) as unknown as CsvRow[];
  } catch (error) {
    if (error instanceof ParleyError) throw error;
    const place = error instanceof Error && "lines" in error ? ` at line ${String(error.lines)}` : "";
    throw new ParleyError("PARLEY_INPUT_MALFORMED", `is not a valid CSV${place}`, { cause: error });
  }
}

function checkColumns(names: readonly string[]): string[] {
  const known: readonly string[] = hintFields;
  if (names.includes("file") && names.some((name) => known.includes(name))) return [...names];
  const expected = `expected the columns file and one or more of ${known.join(", ")}`;
  throw new ParleyError("PARLEY_INPUT_MALFORMED", `${expected}, found ${names.slice(0, 10).join(", ").slice(0, 200)}`);
}

function hintsOf(row: Row, path: string): Hints {
  const bylines = (row.columns.bylines ?? "").split(";").map((byline) => byline.trim());
  try {
    return hintsFromSidecar({ ...row.columns, bylines: bylines.some(Boolean) ? bylines.filter(Boolean) : null });
  } catch (error) {
    throw failureOf(`${path} line ${row.line}`, error);
  }
}
