import { availableParallelism, hostname, userInfo } from "node:os";
import { type Command, InvalidArgumentError, Option } from "commander";
import type { Hints } from "../document/document.ts";
import { checkFieldMap } from "../document/record.ts";
import type { Provenance } from "../ledger/ledger.ts";
import { ParleyError } from "../text/errors.ts";
import { defaultLimits, type InputLimits, type InputOptions } from "./input/input.ts";
import { version } from "./package-root.ts";
import { type PipelineSettings, type ReaderName, readerNames } from "./reading/pipeline.ts";
import type { Terminal } from "./terminal.ts";

/** Options of every command that takes articles in, as commander parses them. */
export interface InputFlags {
  readonly sidecar?: string;
  readonly field?: Readonly<Record<string, string>>;
  readonly inputFormat?: "text" | "html" | "json" | "jsonl";
  readonly raise?: Readonly<Record<string, string>>;
}

/** Of those that take one text too, what its file cannot say. */
export interface ReadingOptions extends InputFlags {
  readonly published?: string;
  readonly outlet?: string;
  readonly url?: string;
  readonly title?: string;
  readonly byline?: readonly string[];
  readonly actors?: string;
  readonly codebook?: string;
  readonly reader: ReaderName;
  readonly jobs: number;
}

/** The same for a command that has other things to tell of in its help: they work, and `parley read --help` has them. */
export function withHiddenReadingOptions(command: Command): Command {
  const own = command.options.length;
  withReadingOptions(command);
  for (const option of command.options.slice(own)) option.hideHelp();
  return command;
}

export function withInputOptions(command: Command): Command {
  return command
    .option("--sidecar <file.csv>", "CSV with the columns file, publishedAt, outlet, url, title, bylines")
    .option(
      "--field <field=name>",
      "JSON field that holds text, title, url, date, outlet, byline or language; may be repeated",
      keyValue("text=NAME"),
    )
    .addOption(
      new Option("--input-format <format>", "what standard input holds").choices(["text", "html", "json", "jsonl"]),
    )
    .option(
      "--raise <limit=number>",
      `raise a limit of what one input may cost: ${Object.keys(defaultLimits).join(", ")}`,
      keyValue("LIMIT=NUMBER"),
    );
}

export function withReadingOptions(command: Command): Command {
  const oneText = command
    .option("--published <date>", "date of publication, for one text: 2022-11-07, 2022-11 or 2022")
    .option("--outlet <name>", "outlet of publication, for one text")
    .option("--url <address>", "address, for one text")
    .option("--title <words>", "title, for one text")
    .option("--byline <name>", "byline, for one text; may be repeated", collected);
  return withInputOptions(oneText)
    .option("--actors <file.yaml>", "further countries, organisations and persons than Parley knows (docs/cli.md)")
    .option("--codebook <file.yaml>", "another codebook of issues than Parley’s (docs/codebook.md)")
    .addOption(new Option("--reader <name>", "which reader").choices([...readerNames]).default("trained"))
    .option("--jobs <number>", "threads to read with", positiveInteger, availableParallelism());
}

export const pipelineSettings = (options: ReadingOptions): PipelineSettings => ({
  reader: options.reader,
  actors: { file: options.actors ?? null, persons: [] },
  issues: options.codebook ?? null,
  ...draftSettings(options),
});

/** What making documents of inputs needs. */
export const draftSettings = (options: InputFlags): Pick<PipelineSettings, "fields" | "limits"> => ({
  fields: checkFieldMap(options.field ?? {}),
  limits: inputLimits(options.raise ?? {}),
});

/** @throws ParleyError PARLEY_OPTION_INVALID for a limit that does not exist or a value that is no whole number above 0. */
function inputLimits(raised: Readonly<Record<string, string>>): InputLimits {
  const entries = Object.entries(raised).map(([name, value]): readonly [string, number] => {
    if (!Object.hasOwn(defaultLimits, name)) {
      const known = Object.keys(defaultLimits).join(", ");
      throw new ParleyError("PARLEY_OPTION_INVALID", `--raise ${name}: no such limit; there are ${known}`);
    }
    const number = Number(value);
    if (Number.isSafeInteger(number) && number > 0) return [name, number];
    throw new ParleyError("PARLEY_OPTION_INVALID", `--raise ${name}=${value}: expected a whole number above 0`);
  });
  return { ...defaultLimits, ...Object.fromEntries(entries) };
}

export function inputOptions(options: ReadingOptions, terminal: Terminal): InputOptions {
  const hints: Hints = {
    from: "user",
    ...(options.published === undefined ? {} : { publishedAt: options.published }),
    ...(options.outlet === undefined ? {} : { outlet: options.outlet }),
    ...(options.url === undefined ? {} : { url: options.url }),
    ...(options.title === undefined ? {} : { title: options.title }),
    ...(options.byline === undefined ? {} : { bylines: options.byline }),
  };
  return { ...sharedInputOptions(options, terminal), ...(Object.keys(hints).length > 1 ? { hints } : {}) };
}

/** Without what is said of one text. */
export function sharedInputOptions(options: InputFlags, terminal: Terminal): InputOptions {
  return {
    stdin: terminal.stdin,
    ...draftSettings(options),
    ...(options.sidecar === undefined ? {} : { sidecarCsv: options.sidecar }),
    ...(options.inputFormat === undefined ? {} : { format: options.inputFormat }),
  };
}

/** Where the ledger is: a folder, or the server that DATABASE_URL names unless a folder is given. */
export interface LedgerOptions {
  readonly ledger?: string;
}

const DEFAULT_LEDGER = "./parley-data";

export const withLedgerOptions = (command: Command): Command =>
  command.option(
    "--ledger <folder>",
    `folder of the ledger (default ${DEFAULT_LEDGER}, or the server in DATABASE_URL)`,
    folderName,
  );

export function ledgerTarget(
  options: LedgerOptions,
  terminal: Terminal,
): { readonly databaseUrl: string } | { readonly folder: string } {
  if (options.ledger !== undefined) return { folder: options.ledger };
  const databaseUrl = terminal.env.DATABASE_URL;
  return databaseUrl ? { databaseUrl } : { folder: DEFAULT_LEDGER };
}

export const provenance = (terminal: Terminal): Provenance => ({
  by: `${userName()}@${hostname()}`,
  at: terminal.now(),
  program: `parley ${version}`,
});

function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return "unknown"; // a container may run under a user id that has no name
  }
}

export function positiveInteger(value: string): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1)
    throw new InvalidArgumentError(`"${value}" is not a whole number above 0`);
  return number;
}

export function isoDay(value: string): string {
  const day = new Date(`${value}T00:00:00Z`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value) || Number.isNaN(day.getTime()) || !day.toISOString().startsWith(value)) {
    throw new InvalidArgumentError(`"${value}" is not a day such as 2022-11-07`);
  }
  return value;
}

/** One of some words in capitals, which may be given in small letters. */
export const capitals =
  <Word extends string>(accepted: readonly Word[]) =>
  (value: string): Word => {
    const found = accepted.find((word) => word === value.toUpperCase());
    if (found === undefined) throw new InvalidArgumentError(`"${value}" is none of ${accepted.join(", ")}`);
    return found;
  };

type Settings = Readonly<Record<string, string>>;

const keyValue =
  (form: string) =>
  (value: string, earlier: Settings = {}): Settings => {
    const [key, name] = [value.slice(0, value.indexOf("=")), value.slice(value.indexOf("=") + 1)];
    if (!value.includes("=") || !key || !name) throw new InvalidArgumentError(`"${value}" is not of the form ${form}`);
    return { ...earlier, [key]: name };
  };

const collected = (value: string, earlier: readonly string[] = []): readonly string[] => [...earlier, value];

function folderName(value: string): string {
  if (value.trim() === "") throw new InvalidArgumentError("it names no folder");
  return value;
}
