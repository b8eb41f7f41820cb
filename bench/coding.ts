import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs, promisify } from "node:util";
import { packageRoot, version } from "../src/cli/package-root.ts";
import type { ReadObject } from "../src/publish/read-object.ts";
import { measureCoreference } from "./coreference.ts";
import { type Figures, figureTables } from "./quality.ts";

const sharedBeside = join(packageRoot, "..", "shared");
const program = join(packageRoot, "dist", "src", "cli", "main.js");

/**
 * `npm run bench -- coding [--shared FOLDER] [--table]`
 *
 * How well are actors, times, events, contacts, positions and forecasts coded? By the shared scorers, on what `parley read` prints of the dev
 * data. Prints one JSON object, or with --table the tables of docs/quality.md.
 */
export async function run(argv: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...argv],
    options: { shared: { type: "string", default: sharedBeside }, table: { type: "boolean", default: false } },
  });
  const figures = await measureCoding(values.shared);
  process.stdout.write(
    values.table ? figureTables(figures) : `${JSON.stringify({ bench: "coding", version, figures }, null, 2)}\n`,
  );
}

/** Runs the built program and the scorers in `shared` as they are. Takes a minute or two of all cores. */
export async function measureCoding(shared: string = sharedBeside): Promise<Figures> {
  const folder = await mkdtemp(join(tmpdir(), "parley-coding-"));
  const score = async (scorer: string, gold: string): Promise<unknown> =>
    JSON.parse(
      await node(join(shared, "eval", scorer), "--gold", join(shared, "data", gold), "--pred", read, "--json"),
    );
  let read = "";
  const readTexts = async (scorer: string, gold: string): Promise<void> => {
    const texts = join(folder, gold.replaceAll("/", "-"));
    await node(join(shared, "eval", scorer), "--gold", join(shared, "data", gold), "--write", texts);
    read = `${texts}.read.jsonl`;
    await writeFile(read, await node(program, "read", texts, "--jobs", String(availableParallelism())));
  };
  try {
    await readTexts("score-times.mjs", "times-dev.jsonl");
    const times = (await score("score-times.mjs", "times-dev.jsonl")) as TimeScores;
    await readTexts("score-events.mjs", "plover/gold-dev.jsonl");
    const events = (await score("score-events.mjs", "plover/gold-dev.jsonl")) as EventScores;
    await readTexts("score-coding.mjs", "crisis-coded.jsonl");
    const coding = (await score("score-coding.mjs", "crisis-coded.jsonl")) as CodingScores;
    await readTexts("score-statements.mjs", "polnear/dev.jsonl");
    const known = sourcesKnown(await readFile(read, "utf8"));
    const gum = await measureCoreference(await readFile(join(shared, "data", "ud", "gum-dev.conllu"), "utf8"));
    return {
      "times found, F1": { "times dev": times.found.f1 },
      "times, right interval": { "times dev": times.value },
      "event type, recall": { "PLOVER dev": events.type.r },
      "event type, precision": { "PLOVER dev": events.type.p },
      "event actor, country": { "PLOVER dev": events.actorCountry },
      statements: { "crisis P": coding.statements.p, "crisis R": coding.statements.r },
      contacts: { "crisis P": coding.contacts.p, "crisis R": coding.contacts.r },
      events: { "crisis P": coding.events.p, "crisis R": coding.events.r },
      positions: { "crisis P": coding.positions.p, "crisis R": coding.positions.r },
      forecasts: { "crisis P": coding.forecasts.p, "crisis R": coding.forecasts.r },
      "who speaks: right": { crisis: coding.who.right },
      "sources that are somebody": { "PolNeAR dev": known },
      ...Object.fromEntries(
        Object.entries(gum).map(([kind, { accuracy, precision }]) => [
          `${kind}: taken up`,
          { "GUM dev": accuracy, "of those linked": precision },
        ]),
      ),
    };
  } finally {
    await rm(folder, { recursive: true });
  }
}

interface TimeScores {
  readonly found: { readonly f1: number };
  readonly value: number;
}
interface EventScores {
  readonly type: { readonly p: number; readonly r: number };
  readonly actorCountry: number;
}
type PrecisionRecall = Readonly<Record<"p" | "r", number>>;
interface CodingScores
  extends Readonly<Record<"statements" | "contacts" | "events" | "positions" | "forecasts", PrecisionRecall>> {
  readonly who: { readonly right: number };
}

/** Of the statements with source words, in percent: those whose source is a name, an organisation or a typed source. */
function sourcesKnown(jsonl: string): number {
  const reads = jsonl
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as ReadObject);
  const sources = reads.flatMap(({ statements }) =>
    statements.filter(({ source }) => source.spans.length > 0).map(({ source }) => source.actor),
  );
  return Math.round((1000 * sources.filter((actor) => actor !== null).length) / Math.max(1, sources.length)) / 10;
}

async function node(...args: readonly string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [...args], { maxBuffer: 2 ** 29 });
  return stdout;
}
