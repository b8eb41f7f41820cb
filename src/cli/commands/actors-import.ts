import { stat } from "node:fs/promises";
import type { Person } from "../../coding/actor/actor-base.ts";
import { parseOfficeLexicon } from "../../coding/actor/office-lexicon.ts";
import type { ImportCounts, Ledger } from "../../ledger/ledger.ts";
import { jsonLine } from "../../publish/rows.ts";
import { counted } from "../../publish/wording.ts";
import { parsePersonsCsv } from "../actors/import/csv-persons.ts";
import { openBytes } from "../actors/import/open-bytes.ts";
import { type DumpCounts, readDump } from "../actors/import/read-dump.ts";
import { DumpItems } from "../actors/import/to-persons.ts";
import { readActorBase, readCodebookFile } from "../codebook.ts";
import { exitCodes } from "../exit-codes.ts";
import { linesOf, type PeekableBytes, readWhole } from "../input/bytes.ts";
import { failureOf, shownPath } from "../input/failures.ts";
import { defaultLimits } from "../input/limits.ts";
import { type LedgerOptions, provenance } from "../options.ts";
import { newBar } from "../progress.ts";
import { type Terminal, write } from "../terminal.ts";
import { withLedger } from "../with-ledger.ts";

export const importFormats = ["wikidata", "csv"] as const;

export interface ImportOptions extends LedgerOptions {
  readonly format?: (typeof importFormats)[number];
  /** Persons who left office before this year are left out of a Wikidata dump. */
  readonly since: number;
  readonly json?: boolean;
}

/** The longest entities of Wikidata have some megabytes. */
const LONGEST_LINE = 64 * 2 ** 20;
/** Persons in one transaction. */
const BATCH = 2000;

/** `parley actors import FILE`: keeps the persons of a table or a Wikidata dump for the reading of later articles. */
export async function importActors(file: string, options: ImportOptions, terminal: Terminal): Promise<number> {
  const counts: DumpCounts = { lines: 0, broken: 0, faults: [], humans: 0, withoutOffice: 0 };
  const code = await withLedger(
    options,
    terminal,
    async (ledger) => {
      const imported = await importFile(file, options, ledger, counts, terminal);
      await write(terminal.stdout, `${options.json ? jsonLine({ ...imported, ...counts }) : told(imported, counts)}\n`);
    },
    { mustExist: false },
  );
  for (const { line, reason } of counts.faults) await write(terminal.stderr, `note  ${file} line ${line}: ${reason}\n`);
  if (counts.broken > counts.faults.length) {
    await write(terminal.stderr, `note  ${file}: ${counted(counts.broken, "line")} in all could not be read\n`);
  }
  return counts.broken > 0 ? exitCodes.someInputsFailed : code;
}

async function importFile(
  file: string,
  options: ImportOptions,
  ledger: Ledger,
  counts: DumpCounts,
  terminal: Terminal,
): Promise<ImportCounts> {
  const progress = await startProgress(file, counts, terminal);
  try {
    const bytes = await openBytes(file, terminal.stdin, progress.read);
    const format = options.format ?? (await formatOf(bytes));
    const persons = format === "csv" ? csvPersons(bytes) : dumpPersons(bytes, options.since, counts);
    return await keep(ledger, persons, `${format} ${shownPath(file)}`, terminal);
  } catch (error) {
    throw failureOf(file, error);
  } finally {
    progress.stop();
  }
}

/** By the first sign of the file: JSON begins with a bracket or a brace. */
async function formatOf(bytes: PeekableBytes): Promise<(typeof importFormats)[number]> {
  const head = Buffer.from(await bytes.peek(1024)).toString("utf8");
  return /^\uFEFF?\s*[[{]/u.test(head) ? "wikidata" : "csv";
}

async function* csvPersons(bytes: PeekableBytes): AsyncGenerator<Person> {
  const text = new TextDecoder().decode(await readWhole(bytes, "jsonBytes", defaultLimits));
  yield* parsePersonsCsv(text);
}

function dumpPersons(bytes: PeekableBytes, since: number, counts: DumpCounts): AsyncGenerator<Person> {
  const names = readActorBase().countries.flatMap(({ iso3, names: each }) => each.map((name) => [name, iso3] as const));
  const items = new DumpItems(parseOfficeLexicon(readCodebookFile("actors/offices.yaml")), names);
  return readDump(linesOf(bytes, LONGEST_LINE), items, since, counts);
}

async function keep(
  ledger: Ledger,
  persons: AsyncIterable<Person>,
  source: string,
  terminal: Terminal,
): Promise<ImportCounts> {
  let all: ImportCounts = { added: 0, changed: 0, unchanged: 0 };
  let batch: Person[] = [];
  const flush = async (): Promise<void> => {
    const { added, changed, unchanged } = await ledger.importActors(batch, source, provenance(terminal));
    all = { added: all.added + added, changed: all.changed + changed, unchanged: all.unchanged + unchanged };
    batch = [];
  };
  for await (const person of persons) {
    batch.push(person);
    if (batch.length >= BATCH) await flush();
  }
  if (batch.length > 0) await flush();
  return all;
}

function told({ added, changed, unchanged }: ImportCounts, { lines, humans, withoutOffice }: DumpCounts): string {
  const done = [
    `${added} added`,
    ...(changed > 0 ? [`${changed} changed`] : []),
    ...(unchanged > 0 ? [`${unchanged} already there`] : []),
  ];
  const dump =
    lines > 0
      ? ` (of ${counted(lines, "line")}, ${counted(humans, "person")} in a position; ${withoutOffice} in none that Parley knows)`
      : "";
  return `persons: ${done.join(", ")}${dump}`;
}

interface ImportProgress {
  readonly read: (bytes: number) => void;
  readonly stop: () => void;
}

/** A bar over the bytes of the file, on a terminal alone. */
async function startProgress(file: string, counts: DumpCounts, terminal: Terminal): Promise<ImportProgress> {
  if (!terminal.interactive.stderr) return { read: () => {}, stop: () => {} };
  const size =
    file === "-"
      ? 0
      : await stat(file).then(
          (found) => found.size,
          () => 0,
        );
  const bar = newBar(
    terminal,
    `importing ${size > 0 ? "{bar} {percentage} % · " : ""}{megabytes} MB · {lines} lines · {persons} persons`,
  );
  const shown = () => ({
    megabytes: (done / 2 ** 20).toFixed(0),
    lines: counts.lines.toLocaleString("en"),
    persons: counts.humans.toLocaleString("en"),
  });
  let done = 0;
  bar.start(Math.max(1, size), 0, shown());
  return {
    read: (bytes) => {
      done += bytes;
      bar.update(Math.min(done, Math.max(1, size)), shown());
    },
    stop: () => bar.stop(),
  };
}
