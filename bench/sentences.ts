import { availableParallelism, cpus, loadavg } from "node:os";
import { parseArgs } from "node:util";
import { noFurtherActors } from "../src/cli/codebook.ts";
import { defaultLimits } from "../src/cli/input/input.ts";
import { version } from "../src/cli/package-root.ts";
import { createPipeline } from "../src/cli/reading/pipeline.ts";
import { loadSentenceEncoder } from "../src/cli/reading/sentence-encoder.ts";
import type { Article } from "../src/coding/article.ts";
import { articlesOf, loadTexts } from "./read.ts";

/**
 * `npm run bench -- sentences [--documents 60] [--input FILE.jsonl]`
 *
 * What do the sentence vectors of an article's contents cost beside reading it? Articles as of `bench -- read`, on one
 * thread of the runtime that PARLEY_ONNX asks for, loading left out. Prints one JSON object.
 */
export async function run(argv: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...argv],
    options: { input: { type: "string" }, documents: { type: "string", default: "60" } },
  });
  const { from, texts } = await loadTexts(values.input);
  const articles = articlesOf(texts).slice(0, Number(values.documents));
  const pipeline = await createPipeline({
    reader: "trained",
    actors: noFurtherActors,
    issues: null,
    fields: {},
    limits: defaultLimits,
  });
  const encoder = await loadSentenceEncoder();
  const encode = async (text: string): Promise<number> => (await timed(() => encoder.encode([text]))).milliseconds;
  await encode("The talks went on.");
  const loadBefore = loadavg()[0] ?? 0;
  const [reading, encoding]: [number[], number[]] = [[], []];
  for (const text of articles) {
    const item = { kind: "record", file: "bench.json", record: { text }, hints: null } as const;
    const { result, milliseconds } = await timed(() => pipeline(item));
    if (result.kind === "failed") throw result.error;
    reading.push(milliseconds);
    for (const content of contentsOf(result.article)) encoding.push(await encode(content));
  }
  await encoder.release();
  const all = sum(reading) + sum(encoding);
  const machine = {
    node: process.version,
    cpu: cpus()[0]?.model ?? "unknown",
    cores: availableParallelism(),
    runtime: process.env.PARLEY_ONNX || "native, else wasm",
    loadBefore: round(loadBefore),
  };
  const result = {
    bench: "sentences",
    version,
    input: { from, articles: articles.length, contents: encoding.length },
    machine,
    millisecondsPerContent: percentiles(encoding),
    millisecondsPerArticle: {
      reading: percentiles(reading),
      encoding: round(sum(encoding) / Math.max(1, articles.length)),
    },
    encodingShare: round(sum(encoding) / all, 3),
  };
  process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
}

async function timed<T>(work: () => Promise<T>): Promise<{ readonly result: T; readonly milliseconds: number }> {
  const before = performance.now();
  const result = await work();
  return { result, milliseconds: performance.now() - before };
}

function contentsOf({ document, outcome }: Article): readonly string[] {
  if (outcome.kind === "unread") return [];
  const words = (spans: readonly { readonly start: number; readonly end: number }[]): string =>
    spans.map(({ start, end }) => document.text.slice(start, end)).join(" ");
  return outcome.statements.map(({ content }) => words(content.spans));
}

function percentiles(values: readonly number[]) {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number): number => round(sorted[Math.floor(share * (sorted.length - 1))] ?? 0);
  return { mean: round(sum(values) / Math.max(1, values.length)), p50: at(0.5), p95: at(0.95) };
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const round = (value: number, digits = 2): number => Number(value.toFixed(digits));
