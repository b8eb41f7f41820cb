import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { PGlite, type Results } from "@electric-sql/pglite";
import { pg_trgm } from "@electric-sql/pglite/contrib/pg_trgm";
import { ParleyError } from "../text/errors.ts";
import { type FolderLock, lockFolder } from "./lock.ts";
import { keepTidy } from "./pglite-upkeep.ts";
import { checkRoom } from "./room.ts";
import type { Database, Sql, SqlParameter, SqlRow } from "./sql.ts";

/** Where the cluster stands in a ledger's folder, beside the owner files. */
export const clusterIn = (folder: string): string => join(folder, "pglite");

/**
 * Opens the folder, made if it is missing, for this process alone.
 * @throws ParleyError PARLEY_LEDGER_LOCKED, PARLEY_LEDGER_FOLDER, PARLEY_LEDGER_DAMAGED
 */
export async function openPgliteDatabase(folder: string): Promise<Database> {
  const lock = await lockWritable(folder);
  try {
    await createCluster(folder);
    const pglite = await start(clusterIn(folder)).catch((cause: unknown) => {
      throw damagedError(folder, cause);
    });
    const database = await keepTidy(pgliteDatabase(pglite));
    return {
      ...database,
      async transaction(body) {
        checkRoom(folder);
        return database.transaction(body);
      },
      close: () => database.close().finally(() => lock.release()),
    };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

/** A database that is gone with the process. */
export const openMemoryDatabase = async (): Promise<Database> => pgliteDatabase(await start(undefined));

async function lockWritable(folder: string): Promise<FolderLock> {
  try {
    mkdirSync(folder, { recursive: true });
    return await lockFolder(folder);
  } catch (cause) {
    if (cause instanceof ParleyError) throw cause;
    throw new ParleyError("PARLEY_LEDGER_FOLDER", `no ledger can be kept in ${folder}: ${messageOf(cause)}`, { cause });
  }
}

/** Under another name until it is whole: a process killed while it makes one leaves none, rather than half of one. */
async function createCluster(folder: string): Promise<void> {
  const cluster = clusterIn(folder);
  if (existsSync(cluster)) return;
  const unfinished = `${cluster}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  checkRoom(folder);
  try {
    const pglite = await start(unfinished);
    await pglite.close();
  } catch (cause) {
    throw new ParleyError("PARLEY_LEDGER_FOLDER", `no ledger can be made in ${folder}: ${messageOf(cause)}`, { cause });
  }
  renameSync(unfinished, cluster);
}

/** The same JavaScript values as from a server; see `SqlRow`. */
const int8 = 20;
const date = 1082;

const start = (dataDir: string | undefined): Promise<PGlite> =>
  PGlite.create({
    ...(dataDir === undefined ? {} : { dataDir }),
    extensions: { pg_trgm },
    parsers: { [int8]: Number, [date]: (value) => value },
  });

function pgliteDatabase(pglite: PGlite): Database {
  return {
    kind: "pglite",
    ...sqlOver(pglite),
    transaction: (body) => pglite.transaction((transaction) => body(sqlOver(transaction))),
    close: () => pglite.close(),
  };
}

interface Connection {
  query<T>(text: string, parameters?: SqlParameter[]): Promise<Results<T>>;
  exec(text: string): Promise<unknown>;
}

const sqlOver = (connection: Connection): Sql => ({
  async query(text, parameters = []) {
    try {
      return (await connection.query<SqlRow>(text, [...parameters])).rows;
    } catch (error) {
      throw withoutParameters(error);
    }
  },
  async script(text) {
    await connection.exec(text);
  },
});

/** PGlite hangs the parameters of a failed query on its error: article text has no business in a log. */
function withoutParameters(error: unknown): unknown {
  if (error instanceof Error && "params" in error) delete error.params;
  return error;
}

const damagedError = (folder: string, cause: unknown): ParleyError =>
  new ParleyError("PARLEY_LEDGER_DAMAGED", `the ledger in ${folder} does not open: ${messageOf(cause)}`, { cause });

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
