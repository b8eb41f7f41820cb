import { spawn } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { availableParallelism, cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { packageRoot, version } from "../src/cli/package-root.ts";
import { type ReaderName, readerNames } from "../src/cli/reading/pipeline.ts";
import { countWords } from "../src/cli/report.ts";
import type { ChildReport } from "./read-child.ts";

const WORDS = 650;
const threadCounts = [1, 2] as const;

interface Measured {
  readonly reader: ReaderName;
  readonly threads: number;
  /** To the first record of one short text, in the program's own process; median of 5. */
  readonly startUpSeconds: number;
  /** Of all documents, without `startUpSeconds`. */
  readonly seconds: number;
  readonly documentsPerSecond: number;
  readonly wordsPerSecond: number;
  /** Share of the reading threads' time at work that they spent inside ONNX Runtime; null where nothing runs there. */
  readonly modelShare: number | null;
  readonly statementsPerDocument: number;
  readonly peakMegabytes: number;
}

const program = fileURLToPath(new URL("../src/cli/main.js", import.meta.url));
const runner = fileURLToPath(new URL("./read-child.js", import.meta.url));

/**
 * `npm run bench -- read [--documents 1000] [--input FILE.jsonl]`
 *
 * How fast does `parley read` go with either reader, on one thread and on two, where is its time spent and how much
 * memory does it take? Input: texts of --input (records with `text`), by default PolNeAR dev beside the checkout, else
 * the examples, one after another and cut at ends of paragraphs into articles of about 650 words; repeated until there
 * are --documents of them. Prints one JSON object.
 */
export async function run(argv: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...argv],
    options: { input: { type: "string" }, documents: { type: "string", default: "1000" } },
  });
  const count = Number(values.documents);
  if (!Number.isSafeInteger(count) || count < 1) throw new Error(`--documents ${values.documents}: no whole number`);
  const { from, texts } = await loadTexts(values.input);
  const articles = articlesOf(texts);
  const folder = await mkdtemp(join(tmpdir(), "parley-bench-"));
  try {
    const file = join(folder, "articles.jsonl");
    const chosen = Array.from({ length: count }, (_, nth) => articles[nth % articles.length] ?? "");
    await writeFile(file, chosen.map((text) => `${JSON.stringify({ text })}\n`).join(""));
    const words = chosen.reduce((sum, text) => sum + countWords(text), 0);
    const input = { from, documents: count, words, distinct: Math.min(count, articles.length) };
    const machine = {
      node: process.version,
      cpu: cpus()[0]?.model ?? "unknown",
      cores: availableParallelism(),
      loadBefore: round(loadavg()[0] ?? 0),
    };
    const runs: Measured[] = [];
    for (const reader of readerNames) {
      const startUpSeconds = await medianStartUp(reader, folder);
      for (const threads of threadCounts) {
        runs.push(await measure(file, { reader, threads, startUpSeconds }, { documents: count, words }));
      }
    }
    const result = { bench: "read", version, input, machine, runs, ratios: ratiosOf(runs) };
    process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** The texts of a file of records, else PolNeAR dev, else the examples; and where they are from. */
export async function loadTexts(
  file: string | undefined,
): Promise<{ readonly from: string; readonly texts: string[] }> {
  if (file !== undefined) return { from: file, texts: await textsOf(file) };
  const dev = join(packageRoot, "..", "shared", "data", "polnear", "dev.jsonl");
  try {
    return { from: "polnear/dev.jsonl", texts: await textsOf(dev) };
  } catch {
    const dispatches = join(packageRoot, "examples", "dispatches");
    const names = (await readdir(dispatches)).filter((name) => name.endsWith(".txt")).sort();
    const texts = await Promise.all(names.map((name) => readFile(join(dispatches, name), "utf8")));
    return { from: "examples/dispatches/*.txt", texts };
  }
}

async function textsOf(file: string): Promise<string[]> {
  const lines = (await readFile(file, "utf8")).split("\n").filter((line) => line.trim() !== "");
  return lines.map((line) => String((JSON.parse(line) as { readonly text: unknown }).text));
}

/** The texts one after another, in articles of whole paragraphs and about as many words as we want of them. */
export function articlesOf(texts: readonly string[]): readonly string[] {
  const articles: string[] = [];
  let [open, words] = ["", 0];
  for (const paragraph of texts.flatMap((text) => text.trim().split(/\n\s*\n/u))) {
    const more = countWords(paragraph);
    if (words > 0 && words + more / 2 > WORDS) {
      articles.push(open);
      [open, words] = ["", 0];
    }
    open += `${paragraph}\n\n`;
    words += more;
  }
  return articles.length === 0 ? [open] : articles;
}

async function medianStartUp(reader: ReaderName, folder: string): Promise<number> {
  const file = join(folder, "one.txt");
  await writeFile(file, "Talks go on\n\nThe minister said on Monday that the talks would go on.\n");
  const times: number[] = [];
  for (let i = 0; i < 5; i++) times.push((await runNode([program, "read", file, "--reader", reader])).firstSeconds);
  return round(times.sort((a, b) => a - b)[2] ?? 0);
}

async function measure(
  file: string,
  { reader, threads, startUpSeconds }: Pick<Measured, "reader" | "threads" | "startUpSeconds">,
  { documents, words }: { readonly documents: number; readonly words: number },
): Promise<Measured> {
  const { stdout, seconds: all } = await runNode([runner, file, String(threads), reader]);
  const child = JSON.parse(stdout) as ChildReport;
  const seconds = Math.max(0.001, all - startUpSeconds);
  return {
    reader,
    threads,
    startUpSeconds,
    seconds: round(seconds),
    documentsPerSecond: round(documents / seconds),
    wordsPerSecond: Math.round(words / seconds),
    modelShare: child.modelSeconds > 0 ? round(child.modelSeconds / child.readingSeconds) : null,
    statementsPerDocument: round(child.statements / documents),
    peakMegabytes: Math.round(child.peakKilobytes / 1024),
  };
}

/** By documents a second. */
function ratiosOf(runs: readonly Measured[]): Readonly<Record<string, number>> {
  const speed = (reader: ReaderName, threads: number): number =>
    runs.find((one) => one.reader === reader && one.threads === threads)?.documentsPerSecond ?? 0;
  const [one, two] = threadCounts;
  return Object.fromEntries([
    ...readerNames.map((name) => [`${name}, ${two} threads to ${one}`, round(speed(name, two) / speed(name, one))]),
    ...threadCounts.map((count) => [
      `lexical to trained, threads: ${count}`,
      round(speed("lexical", count) / speed("trained", count)),
    ]),
  ]);
}

interface NodeRun {
  readonly stdout: string;
  /** From its start to the first output, and to its end. */
  readonly firstSeconds: number;
  readonly seconds: number;
}

function runNode(args: readonly string[]): Promise<NodeRun> {
  return new Promise((resolve, reject) => {
    const startedAt = performance.now();
    const elapsed = (): number => (performance.now() - startedAt) / 1000;
    const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
    let [stdout, firstSeconds] = ["", 0];
    child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
      if (stdout === "") firstSeconds = elapsed();
      stdout += chunk;
    });
    child.on("error", reject);
    child.on("close", (code) =>
      code === 0
        ? resolve({ stdout, firstSeconds, seconds: elapsed() })
        : reject(new Error(`${args.join(" ")} ended with ${code}`)),
    );
  });
}

const round = (value: number): number => Math.round(value * 100) / 100;
