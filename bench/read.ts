import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { availableParallelism, cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { packageRoot, version } from "../src/cli/package-root.ts";

// How fast does `parley read` go, on one core and on all of them, and how much memory does it take?
// Input: the articles of --input FILE.jsonl (records with `text`), by default PolNeAR train beside the checkout, else a
// generated text; repeated until there are --articles of them. Start-up is timed apart, on one short text.

interface Measured {
  readonly threads: number;
  readonly seconds: number;
  readonly documentsPerSecond: number;
  readonly wordsPerSecond: number;
  readonly peakMegabytes: number;
}

const program = fileURLToPath(new URL("../src/cli/main.js", import.meta.url));
const runner = fileURLToPath(new URL("./read-child.js", import.meta.url));

/** Prints one JSON object: input, machine, start-up (ms, median of 5), one run a thread count, and their ratio. */
export async function run(argv: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...argv],
    options: { input: { type: "string" }, articles: { type: "string" } },
  });
  const texts = await loadTexts(values.input ?? join(packageRoot, "..", "shared", "data", "polnear", "train.jsonl"));
  const count = Number(values.articles ?? 4000);
  const folder = await mkdtemp(join(tmpdir(), "parley-bench-"));
  try {
    const file = join(folder, "articles.jsonl");
    const lines = Array.from({ length: count }, (_, i) =>
      JSON.stringify({ text: texts.articles[i % texts.articles.length] }),
    );
    await writeFile(file, `${lines.join("\n")}\n`);
    const words = lines.reduce((sum, line) => sum + (line.match(/[\p{L}\p{N}]+/gu)?.length ?? 0) - 1, 0);
    const startUpMs = await medianStartUp(folder);
    const threads = [1, availableParallelism()];
    const runs: Measured[] = [];
    for (const each of threads) runs.push(await measure(file, each, count, words, startUpMs));
    const result = {
      bench: "read",
      version,
      input: { from: texts.from, articles: count, words },
      machine: { node: process.version, cpu: cpus()[0]?.model ?? "unknown", threads: availableParallelism() },
      startUpMs,
      runs,
      speedUp: round((runs.at(-1)?.wordsPerSecond ?? 0) / (runs[0]?.wordsPerSecond ?? 1)),
    };
    process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function loadTexts(file: string): Promise<{ readonly from: string; readonly articles: readonly string[] }> {
  try {
    const lines = (await readFile(file, "utf8")).split("\n").filter((line) => line.trim() !== "");
    const articles = lines.map((line) => String((JSON.parse(line) as { text: unknown }).text));
    return { from: file.split("/").slice(-2).join("/"), articles };
  } catch {
    const sentence =
      "The minister said on Monday that the talks in the capital would go on. “We are ready,” she added.";
    return { from: "generated", articles: [`A headline\n\n${Array(30).fill(sentence).join(" ")}`] };
  }
}

async function medianStartUp(folder: string): Promise<number> {
  const file = join(folder, "one.txt");
  await writeFile(file, "Talks go on\n\nThe minister said on Monday that the talks would go on.\n");
  const times: number[] = [];
  for (let i = 0; i < 5; i++) {
    const startedAt = performance.now();
    await output(process.execPath, [program, "read", file]);
    times.push(performance.now() - startedAt);
  }
  return Math.round(times.sort((a, b) => a - b)[2] ?? 0);
}

async function measure(
  file: string,
  threads: number,
  documents: number,
  words: number,
  startUpMs: number,
): Promise<Measured> {
  const startedAt = performance.now();
  const child = JSON.parse(await output(process.execPath, [runner, file, String(threads)])) as {
    peakKilobytes: number;
  };
  const seconds = Math.max(0.001, (performance.now() - startedAt - startUpMs) / 1000);
  return {
    threads,
    seconds: round(seconds),
    documentsPerSecond: Math.round(documents / seconds),
    wordsPerSecond: Math.round(words / seconds),
    peakMegabytes: Math.round(child.peakKilobytes / 1024),
  };
}

function output(command: string, args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ["ignore", "pipe", "inherit"] });
    let text = "";
    child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
      text += chunk;
    });
    child.on("error", reject);
    child.on("close", (code) =>
      code === 0 ? resolve(text) : reject(new Error(`${args.join(" ")} ended with ${code}`)),
    );
  });
}

const round = (value: number): number => Math.round(value * 100) / 100;
