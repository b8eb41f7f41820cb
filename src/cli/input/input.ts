import { byteOrderMark, decode, utf16WithoutMark } from "../../document/decode.ts";
import type { Hints } from "../../document/document.ts";
import { checkFieldMap, type FieldMap, recordsIn } from "../../document/record.ts";
import { ParleyError } from "../../text/errors.ts";
import { fileBytes, gunzip, isGzip, type Line, linesOf, PeekableBytes, readWhole, utf16ToUtf8 } from "./bytes.ts";
import { failureOf } from "./failures.ts";
import {
  type Format,
  formatOfName,
  formatOfText,
  HEAD_BYTES,
  isSidecarName,
  knownEndings,
  looksLike,
  type NamedFormat,
} from "./format.ts";
import { type HintField, hintFields, hintFlags, hintsFromUser, mergeHints } from "./hints.ts";
import { isJsonLines, parseJson } from "./json.ts";
import { defaultLimits, type InputLimits, overLimit } from "./limits.ts";
import { listInputs } from "./paths.ts";
import { type HintTable, readHintTable, readSidecar } from "./sidecar.ts";

export { defaultLimits, type InputLimits } from "./limits.ts";
export { toDraft } from "./to-draft.ts";

/**
 * One document's worth of input, still to be decoded. Plain data that a thread can be sent; `bytes` always fill a buffer
 * of their own. `file` is the path as given (or `-`), a folder's joined with what lies in it, with `#n` (from 1) after
 * it where one file holds several documents.
 */
export type InputItem =
  | {
      readonly kind: "bytes";
      readonly file: string;
      readonly format: "text" | "html";
      readonly bytes: Uint8Array;
      readonly hints: Hints | null;
    }
  /** A line of JSON Lines, numbered from 1 with the blank ones. */
  | {
      readonly kind: "line";
      readonly file: string;
      readonly line: number;
      readonly bytes: Uint8Array;
      readonly hints: Hints | null;
    }
  /** A record of a .json file, parsed. */
  | { readonly kind: "record"; readonly file: string; readonly record: unknown; readonly hints: Hints | null }
  /** What could not be read; the rest of the batch goes on. */
  | { readonly kind: "failed"; readonly file: string; readonly error: ParleyError };

/** What a person may want to know of the way, and no error. */
export type InputEvent =
  /** All of a file's items were taken, or it failed. */
  | { readonly kind: "file-done"; readonly file: string }
  /** In a folder or a pattern: an ending that is not ours, or a folder met before by another link. */
  | { readonly kind: "skipped"; readonly file: string; readonly reason: "ending" | "seen" }
  /** A row of the sidecar CSV that named none of the inputs. */
  | { readonly kind: "row-unused"; readonly file: string };

export interface InputOptions {
  readonly limits?: Partial<InputLimits>;
  /** From flags; for one document only. Wins over sidecars, field by field. */
  readonly hints?: Hints;
  /** Decides here only whether an object is an article or holds a list of them; `toDraft` does the mapping. */
  readonly fields?: FieldMap;
  /** A CSV with the columns file, publishedAt, outlet, url, title, bylines (`;` between them). Wins over NAME.meta.json. */
  readonly sidecarCsv?: string;
  /** What `-` reads; the process's standard input if not given. */
  readonly stdin?: NodeJS.ReadableStream;
  /** What `-` holds; told from its content if not given. */
  readonly format?: Format;
  readonly signal?: AbortSignal;
  readonly onEvent?: (event: InputEvent) => void;
}

/**
 * Reads what the paths name, as fast as items are taken and no faster: JSON Lines one line at a time, other files whole
 * and within limits.
 * @throws ParleyError for what concerns no single file: PARLEY_OPTION_INVALID (a flag's value, or flags for one text
 * with several), PARLEY_INPUT_* for the sidecar CSV. The signal's reason when it aborts.
 */
export async function* readInputs(paths: readonly string[], options: InputOptions = {}): AsyncGenerator<InputItem> {
  const settings: Settings = {
    ...options,
    fields: checkFieldMap(options.fields ?? {}),
    limits: { ...defaultLimits, ...options.limits },
    hints: options.hints ? hintsFromUser(options.hints) : null,
    table:
      options.sidecarCsv === undefined
        ? null
        : await readHintTable(options.sidecarCsv, { ...defaultLimits, ...options.limits }),
  };
  const items = readListed(paths, settings);
  yield* settings.hints ? onlyOne(items, settings.hints) : items;
  for (const file of settings.table?.unusedRows() ?? []) options.onEvent?.({ kind: "row-unused", file });
}

/** How many files the paths name; for a progress bar, whose steps are the `file-done` events. */
export async function countInputs(paths: readonly string[]): Promise<number> {
  let count = 0;
  for await (const listed of listInputs(paths)) if (listed.kind === "file" || listed.kind === "stdin") count++;
  return count;
}

interface Settings extends Omit<InputOptions, "hints" | "limits" | "fields"> {
  readonly fields: FieldMap;
  readonly limits: InputLimits;
  readonly hints: Hints | null;
  readonly table: HintTable | null;
}

/** Flags that describe one text would describe all of several. @throws ParleyError before the first is given. */
async function* onlyOne(items: AsyncIterable<InputItem>, hints: Hints): AsyncGenerator<InputItem> {
  let only: InputItem | null = null;
  for await (const item of items) {
    if (item.kind === "failed") yield item;
    else if (only === null) only = item;
    else {
      const given = hintFields
        .filter((field: HintField) => hints[field] !== undefined)
        .map((field) => hintFlags[field]);
      throw new ParleyError("PARLEY_OPTION_INVALID", `${given.join(", ")}: for one text, but the paths hold several`);
    }
  }
  if (only) yield only;
}

async function* readListed(paths: readonly string[], settings: Settings): AsyncGenerator<InputItem> {
  let stdinTaken = false;
  for await (const listed of listInputs(paths)) {
    settings.signal?.throwIfAborted();
    switch (listed.kind) {
      case "file":
        yield* readSource(fileSource(listed.path, listed.named, settings), settings);
        break;
      case "stdin":
        if (stdinTaken)
          yield failed("-", new ParleyError("PARLEY_OPTION_INVALID", "-: standard input was given twice"));
        else yield* readSource(stdinSource(settings), settings);
        stdinTaken = true;
        break;
      case "skipped":
        settings.onEvent?.({ kind: "skipped", file: listed.path, reason: listed.reason });
        break;
      case "failed":
        yield failed(listed.path, listed.error);
        break;
      default:
        listed satisfies never;
    }
  }
}

const failed = (file: string, error: ParleyError): InputItem => ({ kind: "failed", file, error });

/** One file, or standard input. */
interface Source {
  readonly file: string;
  readonly format: NamedFormat;
  readonly bytes: AsyncIterable<Uint8Array>;
  /** Hints from a file beside this one. @throws ParleyError for a sidecar that is wrong. */
  readonly sidecar: () => Promise<Hints | null>;
}

const fileSource = (path: string, named: boolean, settings: Settings): Source => ({
  file: path,
  format: named && isSidecarName(path) ? "other" : formatOfName(path),
  bytes: fileBytes(path, settings.signal),
  sidecar: () => readSidecar(path, settings.limits),
});

const stdinSource = (settings: Settings): Source => ({
  file: "-",
  format: settings.format ?? "none",
  bytes: stdinBytes(settings.stdin ?? process.stdin),
  sidecar: async () => null,
});

async function* stdinBytes(stream: NodeJS.ReadableStream): AsyncGenerator<Uint8Array> {
  for await (const chunk of stream) yield typeof chunk === "string" ? Buffer.from(chunk) : chunk;
}

async function* readSource(source: Source, settings: Settings): AsyncGenerator<InputItem> {
  const raw = new PeekableBytes(source.bytes);
  const opened = [raw];
  try {
    const zipped = isGzip(await raw.peek(2));
    const plain = zipped ? new PeekableBytes(gunzip(raw, settings.limits)) : raw;
    if (zipped) opened.push(plain);
    yield* readPlain(source, plain, settings);
  } catch (error) {
    settings.signal?.throwIfAborted();
    yield failed(source.file, failureOf(source.file, error));
  } finally {
    for (const bytes of opened.reverse()) await bytes.close();
  }
  settings.onEvent?.({ kind: "file-done", file: source.file });
}

async function* readPlain(source: Source, bytes: PeekableBytes, settings: Settings): AsyncGenerator<InputItem> {
  const head = await bytes.peek(HEAD_BYTES);
  const binary = looksLike(head.subarray(0, HEAD_BYTES));
  if (binary) throw new ParleyError("PARLEY_INPUT_NOT_TEXT", `looks like ${binary}`);
  if (source.format === "other") throw otherEnding(source.file);
  const format = source.format === "none" ? formatOfText(decode(head, { format: "json" }).text) : source.format;
  switch (format) {
    case "text":
    case "html": {
      const hints = mergeHints(await source.sidecar(), settings.table?.hintsFor(source.file) ?? null, settings.hints);
      yield {
        kind: "bytes",
        file: source.file,
        format,
        bytes: await readWhole(bytes, "textBytes", settings.limits),
        hints,
      };
      break;
    }
    case "json":
    case "jsonl":
      yield* readJson(source.file, format, utf8(bytes, head), settings);
      break;
    default:
      format satisfies never;
  }
}

const otherEnding = (file: string): ParleyError =>
  isSidecarName(file)
    ? new ParleyError("PARLEY_INPUT_NOT_TEXT", "says of another file what its text cannot; give that file")
    : new ParleyError("PARLEY_INPUT_NOT_TEXT", `its ending is none of ${knownEndings.join(" ")}`);

function utf8(bytes: PeekableBytes, head: Uint8Array): PeekableBytes {
  const encoding = byteOrderMark(head) ?? utf16WithoutMark(head);
  return encoding === null || encoding === "utf-8" ? bytes : new PeekableBytes(utf16ToUtf8(bytes, encoding));
}

async function* readJson(
  file: string,
  named: "json" | "jsonl",
  bytes: PeekableBytes,
  settings: Settings,
): AsyncGenerator<InputItem> {
  if (named === "jsonl" ? await isSpreadOut(bytes) : !(await holdsLines(bytes, settings.limits))) {
    yield* readJsonFile(file, bytes, settings);
  } else yield* readJsonLines(file, bytes, settings);
}

/** A file called .jsonl that begins with a bracket alone on its line is one value spread over lines. */
const isSpreadOut = async (bytes: PeekableBytes): Promise<boolean> =>
  /^\s*(?:\{|\[\s*\{?)[^\S\n]*\r?\n/.test(decode(await bytes.peek(HEAD_BYTES), { format: "json" }).text);

/** Looks as far as the longest first line that JSON Lines may have. */
async function holdsLines(bytes: PeekableBytes, limits: InputLimits): Promise<boolean> {
  const decoder = new TextDecoder(); // JSON's own marks are ASCII, which every encoding left at this point shares
  for (let size = HEAD_BYTES; ; size *= 4) {
    const head = await bytes.peek(size);
    if (isJsonLines(decoder.decode(head))) return true;
    if (head.length < size || size > limits.lineBytes) return false;
  }
}

async function* readJsonFile(file: string, bytes: PeekableBytes, settings: Settings): AsyncGenerator<InputItem> {
  const whole = await readWhole(bytes, "jsonBytes", settings.limits);
  const value = parseJson(decode(whole, { format: "json" }).text, settings.limits);
  const records = recordsIn(value, settings.fields);
  if (records?.length === 0) throw new ParleyError("PARLEY_INPUT_NO_TEXT", "its list of records is empty");
  const several = (records?.length ?? 1) > 1;
  for (const [index, record] of (records ?? [value]).entries()) {
    const label = several ? `${file}#${index + 1}` : file;
    yield withHints(label, settings, (hints) => ({ kind: "record", file: label, record, hints }));
  }
}

async function* readJsonLines(file: string, bytes: PeekableBytes, settings: Settings): AsyncGenerator<InputItem> {
  for await (const [label, line] of labelled(file, linesOf(bytes, settings.limits.lineBytes))) {
    const { number, bytes: own } = line;
    if (own === null)
      yield failed(label, failureOf(label, overLimit(`line ${number} has more bytes`, "lineBytes", settings.limits)));
    else yield withHints(label, settings, (hints) => ({ kind: "line", file: label, line: number, bytes: own, hints }));
  }
}

/** `file#1`, `file#2` and so on; the bare file for a single line, which is why the first waits for the second. */
async function* labelled(file: string, lines: AsyncIterable<Line>): AsyncGenerator<readonly [string, Line]> {
  let count = 0;
  let held: Line | null = null;
  try {
    for await (const line of lines) {
      if (held) yield [`${file}#1`, held];
      held = count === 0 ? line : null;
      count++;
      if (count > 1) yield [`${file}#${count}`, line];
    }
  } catch (error) {
    if (held) yield [`${file}#1`, held]; // what came before the damage stands
    throw error;
  }
  if (held) yield [file, held];
  if (count === 0) throw new ParleyError("PARLEY_INPUT_NO_TEXT", "holds no record");
}

function withHints(file: string, settings: Settings, item: (hints: Hints | null) => InputItem): InputItem {
  try {
    return item(mergeHints(settings.table?.hintsFor(file) ?? null, settings.hints));
  } catch (error) {
    return failed(file, failureOf(file, error));
  }
}
