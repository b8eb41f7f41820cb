import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { availableParallelism, tmpdir } from "node:os";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs, promisify } from "node:util";
import { packageRoot, version } from "../src/cli/package-root.ts";
import type { Pair, ReadObject } from "../src/publish/read-object.ts";
import { calibrationError, judge } from "./calibration.ts";

/** By name and data, in percent. Of all but "calibration error" more is better. */
export type Figures = Readonly<Record<string, Readonly<Record<string, number>>>>;

const sharedBeside = join(packageRoot, "..", "shared");
const program = join(packageRoot, "dist", "src", "cli", "main.js");

/**
 * `npm run bench -- quality [--shared FOLDER] [--table]`
 *
 * How well does the trained reader read? Statements on PolNeAR dev, as published and with every quotation mark and
 * apostrophe taken out; parts of speech and trees on the dev sets of UD EWT and GUM. All by the shared scorers but the
 * calibration error of `confidence`. Prints one JSON object, or with --table the tables of docs/quality.md.
 */
export async function run(argv: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...argv],
    options: { shared: { type: "string", default: sharedBeside }, table: { type: "boolean", default: false } },
  });
  const figures = await measureQuality(values.shared);
  const printed = values.table
    ? figureTables(figures)
    : `${JSON.stringify({ bench: "quality", version, figures }, null, 2)}\n`;
  process.stdout.write(printed);
}

/** Runs the built program and the scorers in `shared` as they are. Takes a minute or two of all cores. */
export async function measureQuality(shared: string = sharedBeside): Promise<Figures> {
  const folder = await mkdtemp(join(tmpdir(), "parley-quality-"));
  try {
    const clean = await statementFigures({ shared, folder: join(folder, "clean"), isStripped: false });
    const stripped = await statementFigures({ shared, folder: join(folder, "stripped"), isStripped: true });
    const [ewt, gum] = await Promise.all(["ewt", "gum"].map((name) => parseFigures(shared, `${name}-dev`, folder)));
    return {
      ...byName({ clean, "marks stripped": stripped }),
      ...byName({ EWT: ewt ?? {}, GUM: gum ?? {} }),
    };
  } finally {
    await rm(folder, { recursive: true });
  }
}

type Values = Readonly<Record<string, number>>;

/** Figures by data, turned to figures by name. */
function byName(columns: Readonly<Record<string, Values>>): Figures {
  const names = Object.keys(Object.values(columns)[0] ?? {});
  return Object.fromEntries(
    names.map((name) => [
      name,
      Object.fromEntries(Object.entries(columns).map(([column, values]) => [column, values[name] ?? Number.NaN])),
    ]),
  );
}

interface StatementRun {
  readonly shared: string;
  /** Where the texts are written, and beside it what is made of them. */
  readonly folder: string;
  readonly isStripped: boolean;
}

async function statementFigures({ shared, folder, isStripped }: StatementRun): Promise<Values> {
  const evaluation = join(shared, "eval");
  const gold = join(shared, "data", "polnear", "dev.jsonl");
  const scorer = [join(evaluation, "score-statements.mjs"), "--gold", gold, ...(isStripped ? ["--degraded"] : [])];
  await node(...scorer, "--write", folder);
  const read = `${folder}.read.jsonl`;
  const threads = String(availableParallelism());
  await writeFile(read, await node(program, "read", folder, "--reader", "trained", "--jobs", threads));
  const reads = jsonLines(await readFile(read, "utf8")) as readonly ReadObject[];
  const [{ statement }, exact, error] = await Promise.all([
    node(...scorer, "--pred", read, "--json").then(
      (json) => JSON.parse(json) as { readonly statement: { readonly f1: number } },
    ),
    exactFigures({ shared, folder, isStripped }, read, reads),
    goldDocuments(shared, isStripped).then((documents) => calibrationError(judgedIn(documents, reads))),
  ]);
  return { ...exact, "statement, F1": statement.f1, "calibration error": percent(error) };
}

async function exactFigures(
  { shared, folder, isStripped }: StatementRun,
  read: string,
  reads: readonly ReadObject[],
): Promise<Values> {
  const [texts, predicted] = [`${folder}.texts.jsonl`, `${folder}.exact.jsonl`];
  const documents = reads.map((one) => ({ id: idOf(one), text: one.document.text }));
  await writeFile(texts, documents.map((document) => `${JSON.stringify(document)}\n`).join(""));
  const exact = join(shared, "eval", "polnear-exact");
  await writeFile(predicted, await node(join(exact, "from-read.mjs"), "--gold", texts, "--pred", read));
  const flags = ["--split", "dev", "--set", "cofenet", "--json", ...(isStripped ? ["--stripped"] : [])];
  const scored = await node(join(exact, "score_polnear.mjs"), "--pred", predicted, ...flags);
  const { missing, labels } = JSON.parse(scored) as {
    readonly missing: number;
    readonly labels: Readonly<Record<string, { readonly exact: { readonly f1: number } }>>;
  };
  if (missing > 0) throw new Error(`${missing} documents have no reading`);
  return Object.fromEntries(
    ["source", "cue", "content"].map((label) => [`${label}, exact F1`, percent(labels[label]?.exact.f1 ?? Number.NaN)]),
  );
}

const idOf = ({ document }: ReadObject): string => basename(document.file, ".txt");

interface GoldDocument {
  readonly id: string;
  readonly text: string;
  readonly attributions: readonly { readonly source: readonly Pair[]; readonly content: readonly Pair[] }[];
}

async function goldDocuments(shared: string, isStripped: boolean): Promise<readonly GoldDocument[]> {
  const file = await readFile(join(shared, "data", "polnear", "dev.jsonl"), "utf8");
  const documents = jsonLines(file) as readonly GoldDocument[];
  if (!isStripped) return documents;
  interface Degrade {
    stripMarks(text: string): { readonly text: string; map(offset: number): number };
  }
  const { stripMarks }: Degrade = await import(pathToFileURL(join(shared, "eval", "degrade.mjs")).href);
  return documents.map(({ id, text, attributions }) => {
    const stripped = stripMarks(text);
    const moved = (spans: readonly Pair[]): readonly Pair[] =>
      spans.map(([start, end]): Pair => [stripped.map(start), stripped.map(end)]).filter(([start, end]) => end > start);
    return {
      id,
      text: stripped.text,
      attributions: attributions.map(({ source, content }) => ({ source: moved(source), content: moved(content) })),
    };
  });
}

function judgedIn(documents: readonly GoldDocument[], reads: readonly ReadObject[]) {
  const byId = new Map(reads.map((read) => [idOf(read), read]));
  return documents.flatMap(({ id, text, attributions }) => {
    const read = byId.get(id);
    if (read?.document.text !== text) throw new Error(`${id} was not read as it stands`);
    const found = read.statements.map(({ source, content, confidence }) => {
      if (confidence === null) throw new Error(`${id}: a statement without confidence`);
      return { source: source.spans, content: content.spans, confidence };
    });
    return judge(text, attributions, found);
  });
}

async function parseFigures(shared: string, name: string, folder: string): Promise<Values> {
  const [gold, parsed] = [join(shared, "data", "ud", `${name}.conllu`), join(folder, `${name}.conllu`)];
  await node(program, "reader", "parse", gold, "--out", parsed);
  const scored = await node(join(shared, "eval", "score-parse.mjs"), gold, parsed);
  const { upos, uas, las } = JSON.parse(scored) as Readonly<Record<"upos" | "uas" | "las", number>>;
  return { UPOS: upos, UAS: uas, LAS: las };
}

/** Markdown: a table for each set of columns, in the form that tests/quality.test.ts reads. */
export function figureTables(figures: Figures): string {
  const tables = new Map<string, string[]>();
  for (const [name, values] of Object.entries(figures)) {
    const columns = Object.keys(values);
    const head = `| figure | ${columns.join(" | ")} |\n| ${["---", ...columns.map(() => "---")].join(" | ")} |\n`;
    const row = `| ${name} | ${Object.values(values)
      .map((value) => value.toFixed(1))
      .join(" | ")} |\n`;
    tables.set(head, [...(tables.get(head) ?? []), row]);
  }
  return [...tables].map(([head, rows]) => head + rows.join("")).join("\n");
}

const jsonLines = (text: string): readonly unknown[] =>
  text
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line): unknown => JSON.parse(line));

/** A share, as the scorers print it. */
const percent = (share: number): number => Math.round(share * 1000) / 10;

async function node(...args: readonly string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [...args], { maxBuffer: 2 ** 29 });
  return stdout;
}
