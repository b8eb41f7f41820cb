import { existsSync } from "node:fs";
import { ParleyError } from "../text/errors.ts";
import { summarise } from "./find.ts";
import { findDefects } from "./integrity.ts";
import type { Ledger, LedgerSummary } from "./ledger.ts";
import { clusterIn, openMemoryDatabase, openPgliteDatabase } from "./pglite.ts";
import { describeServer, openPostgresDatabase } from "./postgres.ts";
import { ledgerOver } from "./repository.ts";
import { textAt } from "./rows.ts";
import { migrate, prepareSchema, requireCurrent, schemaState } from "./schema.ts";
import type { Database } from "./sql.ts";

/** Which ledger: a folder for this process alone, or a PostgreSQL server's database for many. */
export type LedgerTarget = { readonly folder: string } | { readonly databaseUrl: string };

/** What `parley doctor` says of a ledger in which nothing is wrong. */
export interface LedgerReport {
  readonly kind: Database["kind"];
  /** The folder, or "user@host:port/database". */
  readonly where: string;
  /** False where there is none yet: the first adding makes it. */
  readonly exists: boolean;
  /** "PostgreSQL 15.16"; null where the ledger does not exist. */
  readonly server: string | null;
  /** Number of the last migration; null where the ledger does not exist. */
  readonly schema: number | null;
  readonly counts: LedgerSummary | null;
  /** A sentence of all this for a person. */
  readonly summary: string;
}

/**
 * Makes the ledger if there is none, unless it must exist: a question asked of a mistyped folder makes no ledger there.
 * @throws ParleyError PARLEY_LEDGER_LOCKED, _FOLDER, _DAMAGED (a folder), _UNREACHABLE (a server), _BEHIND, _AHEAD,
 * _CHECKSUM (either), _ABSENT (a folder that must exist)
 */
export async function openLedger(target: LedgerTarget, { mustExist = false } = {}): Promise<Ledger> {
  if (mustExist) requireFolder(target);
  const database = await openDatabase(target);
  return closingOnError(database, async () => {
    await prepareSchema(database);
    return ledgerOver(database);
  });
}

/** A ledger that is gone with the process: for a look at articles that nobody wants to keep. */
export async function openMemoryLedger(): Promise<Ledger> {
  const database = await openMemoryDatabase();
  return closingOnError(database, async () => {
    await prepareSchema(database);
    return ledgerOver(database);
  });
}

/**
 * Brings the schema of a ledger that exists up to this release; several may try at once. Throws as `openLedger`, save
 * PARLEY_LEDGER_BEHIND.
 */
export async function migrateLedger(target: LedgerTarget): Promise<{ readonly applied: readonly string[] }> {
  requireFolder(target);
  const database = await openDatabase(target);
  try {
    return { applied: await migrate(database) };
  } finally {
    await database.close();
  }
}

/**
 * Looks and makes nothing. Throws what is wrong, as `openLedger` does, and PARLEY_LEDGER_DAMAGED where the ledger is
 * not whole.
 */
export async function checkLedger(target: LedgerTarget): Promise<LedgerReport> {
  if ("folder" in target && !existsSync(clusterIn(target.folder))) return absent("pglite", target.folder);
  const where = "folder" in target ? target.folder : describeServer(target.databaseUrl);
  const database = await openDatabase(target);
  try {
    return await reportOn(database, where);
  } finally {
    await database.close();
  }
}

function requireFolder(target: LedgerTarget): void {
  if (!("folder" in target) || existsSync(clusterIn(target.folder))) return;
  throw new ParleyError("PARLEY_LEDGER_ABSENT", `there is no ledger in ${target.folder}`);
}

const openDatabase = (target: LedgerTarget): Promise<Database> =>
  "folder" in target ? openPgliteDatabase(target.folder) : openPostgresDatabase(target.databaseUrl);

async function closingOnError<T>(database: Database, body: () => Promise<T>): Promise<T> {
  try {
    return await body();
  } catch (error) {
    await database.close();
    throw error;
  }
}

const absent = (kind: Database["kind"], where: string): LedgerReport => ({
  kind,
  where,
  exists: false,
  server: null,
  schema: null,
  counts: null,
  summary: `${kind}, ${where}: none yet; the first \`parley add\` makes it`,
});

async function reportOn(database: Database, where: string): Promise<LedgerReport> {
  const { kind } = database;
  const state = requireCurrent(await schemaState(database));
  if (state.kind === "empty") return absent(kind, where);
  const defects = await findDefects(database);
  if (defects.length > 0) {
    throw new ParleyError("PARLEY_LEDGER_DAMAGED", `the ledger in ${where} has ${defects.join(", ")}`);
  }
  const [row] = await database.query("select current_setting('server_version') as version");
  const server = `PostgreSQL ${row === undefined ? "of unknown version" : textAt(row, "version")}`;
  const schema = state.version;
  const counts = await summarise(database);
  const summary =
    `${kind}, ${where}: ${server}, schema ${schema}, ` +
    `${counts.documents} documents, ${counts.statements} statements`;
  return { kind, where, exists: true, server, schema, counts, summary };
}
