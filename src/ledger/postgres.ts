import pg from "pg";
import { ParleyError } from "../text/errors.ts";
import type { Database, Sql, SqlRow } from "./sql.ts";

/** @throws ParleyError PARLEY_LEDGER_UNREACHABLE, without the connection string */
export async function openPostgresDatabase(databaseUrl: string): Promise<Database> {
  const where = describeServer(databaseUrl);
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    types: { getTypeParser },
    connectionTimeoutMillis: 10_000,
    application_name: "parley",
    // Compiling a query takes some 400 ms, and the planner asks for it wherever it knows nothing of a table that has just
    // been filled: what the ledger asks is done in less.
    onConnect: async (client) => {
      await client.query("set jit = off");
    },
  });
  // An idle connection that the server drops is replaced at the next query; unheard, its error would end the process.
  pool.on("error", () => {});
  try {
    await checkEncoding(pool);
  } catch (cause) {
    await pool.end();
    throw unreachableError(where, cause);
  }
  return postgresDatabase(pool, where);
}

/** In another encoding than UTF-8, names and words of most languages could not be kept. */
async function checkEncoding(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<SqlRow>("select current_setting('server_encoding') as encoding");
  const encoding = rows[0]?.encoding;
  if (encoding !== "UTF8") throw new Error(`the database's encoding is ${encoding}, a ledger needs one in UTF8`);
}

/** "user@host:port/database". @throws ParleyError PARLEY_LEDGER_UNREACHABLE if it is no connection string. */
export function describeServer(databaseUrl: string): string {
  try {
    // without its beginning any word would be the name of a database on a host of its own
    if (!/^postgres(?:ql)?:\/\//iu.test(databaseUrl)) throw new Error("no connection string");
    const { user, host, port, database } = new pg.Client({ connectionString: databaseUrl });
    return `${user ?? ""}@${host}:${port}/${database ?? ""}`;
  } catch {
    // the error that says why quotes the whole string, password and all
    const expected = "expected postgres://USER:PASSWORD@HOST:PORT/DATABASE";
    throw new ParleyError("PARLEY_LEDGER_UNREACHABLE", `DATABASE_URL is not a connection string, ${expected}`);
  }
}

function postgresDatabase(pool: pg.Pool, where: string): Database {
  return {
    kind: "postgres",
    ...sqlOver(pool, where),
    async transaction(body) {
      const client = await pool.connect().catch((cause: unknown) => {
        throw unreachableError(where, cause);
      });
      // While it is out of the pool, the pool does not listen; the query that follows a lost connection rejects anyway.
      const ignore = () => {};
      client.on("error", ignore);
      let broken = false;
      try {
        const sql = sqlOver(client, where);
        await sql.script("begin isolation level read committed");
        const result = await body(sql);
        await sql.script("commit");
        return result;
      } catch (error) {
        await client.query("rollback").catch(() => {
          broken = true;
        });
        throw error;
      } finally {
        client.off("error", ignore);
        client.release(broken);
      }
    },
    close: () => pool.end(),
  };
}

const sqlOver = (connection: pg.Pool | pg.PoolClient, where: string): Sql => ({
  async query(text, parameters = []) {
    try {
      return (await connection.query<SqlRow>(text, [...parameters])).rows;
    } catch (error) {
      throw isRefusal(error) ? unreachableError(where, error) : error;
    }
  },
  async script(text) {
    try {
      await connection.query(text);
    } catch (error) {
      throw isRefusal(error) ? unreachableError(where, error) : error;
    }
  },
});

/** The same JavaScript values as from PGlite; see `SqlRow`. */
function getTypeParser(oid: number, format?: "text" | "binary"): (value: string) => unknown {
  if (oid === pg.types.builtins.INT8) return Number;
  if (oid === pg.types.builtins.DATE) return (value) => value;
  return format === "binary" ? pg.types.getTypeParser(oid, format) : pg.types.getTypeParser(oid);
}

/**
 * SQLSTATE classes 08 (connection), 53 (disk full, too many connections) and 57P (shutdown), 25006 (a server that only
 * reads), 42501 (no permission), sockets' errors, and pg's own, which has no code.
 */
function isRefusal(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ("code" in error && typeof error.code === "string")
    return /^(08|53|57P|25006|42501|ECONN|EPIPE|ETIMEDOUT|ENOTFOUND)/.test(error.code);
  return /connection (terminated|error)|timeout exceeded when trying to connect/i.test(error.message);
}

const unreachableError = (where: string, cause: unknown): ParleyError =>
  new ParleyError("PARLEY_LEDGER_UNREACHABLE", `no ledger at ${where}: ${reasonOf(cause)}`, { cause });

/** A host with several addresses fails with one error for each, and no message of its own. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join("; ");
  return error instanceof Error ? error.message : String(error);
}
