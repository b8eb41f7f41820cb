import { mkdtempSync, rmSync } from "node:fs";
import { availableParallelism, cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Ledger } from "../src/ledger/ledger.ts";
import { openLedger } from "../src/ledger/open.ts";
import { postgresBinaries, startPostgres } from "../src/ledger/testing/postgres-server.ts";
import { killRounds } from "./ledger-kill.ts";
import { outlets, persons, statementsPerArticle, syntheticArticle } from "./synthetic-articles.ts";

const batchSize = 100;

/**
 * `npm run bench -- ledger [--sizes 1000,100000,1000000] [--adapters postgres,pglite] [--repeat 40] [--kill ROUNDS]`
 *
 * How fast are articles added, and how fast are typical questions answered, by size of the ledger in statements? Each
 * ledger grows from size to size; at each, every question is asked `repeat` times with other words, one at a time.
 * With `--kill`, instead: what is left after that many SIGKILLs while adding? Prints JSON.
 */
export async function run(argv: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      sizes: { type: "string", default: "1000,100000,1000000" },
      adapters: { type: "string", default: "postgres,pglite" },
      repeat: { type: "string", default: "40" },
      kill: { type: "string" },
    },
  });
  if (values.kill !== undefined) return print(await killRounds(Number(values.kill)));
  const sizes = values.sizes.split(",").map(Number);
  const results = [];
  for (const adapter of values.adapters.split(",")) {
    results.push(...(await withLedger(adapter, (ledger) => measure(adapter, ledger, sizes, Number(values.repeat)))));
  }
  print({
    machine: { cpu: cpus()[0]?.model, threads: availableParallelism(), node: process.version },
    input: `synthetic articles of ${statementsPerArticle} statements, ${syntheticArticle(1).document.text.length} characters`,
    batch: `${batchSize} articles a transaction`,
    unit: "milliseconds a question, one at a time; lists are read to the end of their limit",
    results,
  });
}

function print(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
}

async function withLedger<T>(adapter: string, body: (ledger: Ledger) => Promise<T>): Promise<T> {
  if (adapter === "pglite") {
    const folder = mkdtempSync(join(tmpdir(), "parley-bench-"));
    try {
      return await used(await openLedger({ folder }), body);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  const binaries = postgresBinaries();
  if (binaries === null) throw new Error("no PostgreSQL server is installed");
  const server = await startPostgres(binaries, { fsync: true });
  try {
    return await used(await openLedger({ databaseUrl: await server.createDatabase() }), body);
  } finally {
    await server.stop();
  }
}

const used = <T>(ledger: Ledger, body: (ledger: Ledger) => Promise<T>): Promise<T> =>
  body(ledger).finally(() => ledger.close());

async function measure(adapter: string, ledger: Ledger, sizes: readonly number[], repeat: number) {
  const results = [];
  let documents = 0;
  for (const size of sizes) {
    const wanted = Math.ceil(size / statementsPerArticle);
    const adding = await addUpTo(ledger, documents, wanted);
    documents = wanted;
    process.stderr.write(`${adapter}: ${size} statements, ${adding.documentsPerSecond} documents a second\n`);
    const queries: Record<string, unknown> = {};
    for (const [name, ask] of Object.entries(questions(ledger, documents))) queries[name] = await time(ask, repeat);
    results.push({ adapter, statements: size, adding, queries, peakMemoryMB: peakMemoryMB() });
  }
  return results;
}

/** Making the articles is not timed. */
async function addUpTo(ledger: Ledger, from: number, to: number) {
  const provenance = { by: "bench", at: new Date().toISOString(), program: "bench" };
  let spentMs = 0;
  for (let first = from; first < to; first += batchSize) {
    const count = Math.min(batchSize, to - first);
    const batch = Array.from({ length: count }, (_, nth) => syntheticArticle(first + nth));
    const start = performance.now();
    await ledger.add(batch, provenance);
    spentMs += performance.now() - start;
  }
  const documentsPerSecond = Math.round((to - from) / (spentMs / 1000));
  return { documentsPerSecond, statementsPerSecond: documentsPerSecond * statementsPerArticle };
}

type Question = (nth: number) => Promise<unknown>;

function questions(ledger: Ledger, documents: number): Readonly<Record<string, Question>> {
  const month = (nth: number) => ({ from: `2032-0${1 + (nth % 9)}-01`, to: `2032-0${1 + (nth % 9)}-28` });
  const outlet = (nth: number) => outlets[nth % outlets.length] ?? "";
  const person = (nth: number) => persons[nth % persons.length] ?? "";
  return {
    "first page of statements (50)": () => drain(ledger.statements({ limit: 50 })),
    "first page of documents (50)": () => drain(ledger.documents({ limit: 50 })),
    "statements by a frequent actor (50)": (nth) => drain(ledger.statements({ actor: person(nth % 5), limit: 50 })),
    "statements by a rare actor (50)": (nth) => drain(ledger.statements({ actor: person(1000 + nth), limit: 50 })),
    "statements by nobody known (50)": (nth) => drain(ledger.statements({ actor: `nobody ${nth}`, limit: 50 })),
    "every statement by a middling actor": (nth) => drain(ledger.statements({ actor: person(100 + nth) })),
    "statements of an outlet in a month (50)": (nth) =>
      drain(ledger.statements({ outlet: outlet(nth), ...month(nth), limit: 50 })),
    "statements by a frequent actor in a month (50)": (nth) =>
      drain(ledger.statements({ actor: person(nth % 5), ...month(nth), limit: 50 })),
    "statements since a late day (50)": (nth) =>
      drain(ledger.statements({ from: `2033-11-0${1 + (nth % 9)}`, limit: 50 })),
    "documents of an outlet in a month": (nth) => drain(ledger.documents({ outlet: outlet(nth), ...month(nth) })),
    "anonymous direct quotations (50)": () =>
      drain(ledger.statements({ sourcing: "anonymous", quotation: "direct", limit: 50 })),
    "actors by number of statements (50)": () => drain(ledger.actors({ limit: 50 })),
    "actors of a country in a month (50)": (nth) => drain(ledger.actors({ country: "KRS", ...month(nth), limit: 50 })),
    "an actor by name": (nth) => drain(ledger.actors({ actor: person(100 + nth), limit: 50 })),
    "contacts of a frequent actor (50)": (nth) => drain(ledger.contacts({ actor: person(nth % 5), limit: 50 })),
    "every contact of a middling actor": (nth) => drain(ledger.contacts({ actor: person(100 + nth) })),
    "events of a type in a month (50)": (nth) => drain(ledger.events({ type: "REQUEST", ...month(nth), limit: 50 })),
    "statements by an actor's key (50)": (nth) =>
      drain(ledger.statements({ actor: `person:${person(nth)}`, limit: 50 })),
    "one article": (nth) => ledger.article(syntheticArticle((nth * 7919) % documents).document.id),
    summary: () => ledger.summary(),
  };
}

async function drain(rows: AsyncIterable<unknown>): Promise<number> {
  let count = 0;
  for await (const _row of rows) count++;
  return count;
}

/** The first answer is not counted: it warms what any second question finds warm. */
async function time(ask: Question, repeat: number) {
  await ask(0);
  const spentMs: number[] = [];
  for (let nth = 1; nth <= repeat; nth++) {
    const start = performance.now();
    await ask(nth);
    spentMs.push(performance.now() - start);
  }
  spentMs.sort((a, b) => a - b);
  const quantile = (share: number) => Number((spentMs[Math.floor(share * (spentMs.length - 1))] ?? 0).toFixed(2));
  return { p50: quantile(0.5), p95: quantile(0.95) };
}

/** Of this process since it began, PGlite in it and a server not. */
const peakMemoryMB = (): number => Math.round(process.resourceUsage().maxRSS / 1024);
