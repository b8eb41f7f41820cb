import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { isDeepStrictEqual } from "node:util";
import { findDefects } from "../src/ledger/integrity.ts";
import { openPgliteDatabase } from "../src/ledger/pglite.ts";
import { ledgerOver } from "../src/ledger/repository.ts";
import { prepareSchema } from "../src/ledger/schema.ts";
import { ParleyError } from "../src/text/errors.ts";
import { mulberry32, syntheticArticle } from "./synthetic-articles.ts";

export interface KillReport {
  readonly rounds: number;
  /** Rounds in which the process was killed before it acknowledged anything: in creation, start or recovery. */
  readonly killedBeforeAdding: number;
  readonly acknowledged: number;
  /** Acknowledged documents that are not in the ledger. */
  readonly lost: number;
  /** Documents in the ledger that are not, word for word, what was acknowledged, or tried after that. */
  readonly altered: number;
  /** Kinds of half-written things found. */
  readonly defects: readonly string[];
  /** Whole documents that were committed a moment before the kill, and not yet acknowledged. That is allowed. */
  readonly committedUnacknowledged: number;
}

/**
 * Kills a process that adds to one PGlite folder, again and again, and looks at what is left. Rounds differ in when
 * the kill comes: the first sixth while the folder is first made, the others while articles are added or while the kill
 * before is recovered from. Two rounds in three are looked at, so that the third starts where a killed process stopped.
 */
export async function killRounds(rounds: number, seed = 1): Promise<KillReport> {
  const root = mkdtempSync(join(tmpdir(), "parley-kill-"));
  const folder = join(root, "ledger");
  const notes = join(root, "notes.txt");
  writeFileSync(notes, "");
  const random = mulberry32(seed);
  let report: KillReport = { ...(await compare(folder, notes, false)), rounds, killedBeforeAdding: 0 };
  try {
    for (let round = 0; round < rounds; round++) {
      const before = readNotes(notes);
      const adder = startAdder(folder, notes, before.nextBatch);
      if (round < 1 + rounds / 6) await setTimeout(300 + random() * 3500);
      else if (round % 3 === 2) await setTimeout(100 + random() * 1000);
      else await untilAcknowledged(adder, notes, before.acks).then(() => setTimeout(random() * 700));
      await kill(adder);
      const killedBeforeAdding = report.killedBeforeAdding + (readNotes(notes).acks === before.acks ? 1 : 0);
      const found = await compare(folder, notes, round % 3 !== 1 || round === rounds - 1);
      report = { ...worst(report, found), rounds, killedBeforeAdding };
    }
    return report;
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

function startAdder(folder: string, notes: string, first: number): ChildProcess {
  const compiled = new URL(import.meta.url.endsWith(".ts") ? "../dist/bench/" : "./", import.meta.url);
  const script = fileURLToPath(new URL("ledger-adder.js", compiled));
  if (!existsSync(script)) throw new ParleyError("PARLEY_INPUT_MISSING", "dist/ is missing: run `npm run build` first");
  return spawn(process.execPath, [script, folder, notes, String(first)], { stdio: ["ignore", "inherit", "inherit"] });
}

async function untilAcknowledged(adder: ChildProcess, notes: string, acksBefore: number): Promise<void> {
  while (readNotes(notes).acks <= acksBefore) {
    if (adder.exitCode !== null) throw new Error(`the adding process ended by itself, with status ${adder.exitCode}`);
    await setTimeout(20);
  }
}

async function kill(adder: ChildProcess): Promise<void> {
  if (adder.exitCode !== null) throw new Error(`the adding process ended by itself, with status ${adder.exitCode}`);
  const ended = new Promise((resolve) => adder.once("exit", resolve));
  adder.kill("SIGKILL");
  await ended;
}

interface Notes {
  readonly acks: number;
  /** Where the next process begins: with the batch that was not acknowledged, if there is one. */
  readonly nextBatch: number;
  /** By document number: the version acknowledged last (0: none), and the versions tried since. */
  readonly versions: ReadonlyMap<number, { readonly acked: number; readonly tried: readonly number[] }>;
}

const batchSize = 5;

function readNotes(path: string): Notes {
  const versions = new Map<number, { acked: number; tried: readonly number[] }>();
  let acks = 0;
  let nextBatch = 0;
  for (const line of readFileSync(path, "utf8").split("\n")) {
    const [what, first, version] = line.split(" ");
    if (first === undefined || version === undefined) continue;
    for (let number = Number(first); number < Number(first) + batchSize; number++) {
      const { acked, tried } = versions.get(number) ?? { acked: 0, tried: [] };
      if (what === "try") versions.set(number, { acked, tried: [...tried, Number(version)] });
      // a batch that is tried again in its first version leaves a newer one in place
      else versions.set(number, { acked: Math.max(acked, Number(version)), tried: [] });
    }
    if (what !== "ack") continue;
    acks++;
    nextBatch = Math.max(nextBatch, Number(first) + batchSize);
  }
  return { acks, nextBatch, versions };
}

type Found = Omit<KillReport, "rounds" | "killedBeforeAdding">;

async function compare(folder: string, notes: string, look: boolean): Promise<Found> {
  const { versions } = readNotes(notes);
  const acknowledged = [...versions.values()].filter(({ acked }) => acked > 0).length;
  const found = { acknowledged, lost: 0, altered: 0, committedUnacknowledged: 0, defects: [] as readonly string[] };
  if (!look) return found;
  const database = await openPgliteDatabase(folder);
  await prepareSchema(database);
  const ledger = ledgerOver(database);
  for (const [number, { acked, tried }] of versions) {
    const { id } = syntheticArticle(number).document;
    const article = await ledger.article(id).catch((error: unknown) => {
      if (error instanceof ParleyError && error.code === "PARLEY_LEDGER_NOT_FOUND") return null;
      throw error;
    });
    if (article === null) found.lost += acked > 0 ? 1 : 0;
    else {
      if (acked === 0) found.committedUnacknowledged++;
      const allowed = [acked, ...tried].filter((version) => version >= Math.max(1, acked));
      if (!allowed.some((version) => isDeepStrictEqual(article, syntheticArticle(number, version)))) found.altered++;
    }
  }
  const counted = (await ledger.summary()).documents;
  found.defects = await findDefects(database);
  if (counted > versions.size) found.defects = [...found.defects, `${counted - versions.size} documents never added`];
  await ledger.close();
  return found;
}

const worst = (report: Found, found: Found): Found => ({
  acknowledged: found.acknowledged,
  lost: Math.max(report.lost, found.lost),
  altered: Math.max(report.altered, found.altered),
  committedUnacknowledged: report.committedUnacknowledged + found.committedUnacknowledged,
  defects: [...report.defects, ...found.defects],
});
