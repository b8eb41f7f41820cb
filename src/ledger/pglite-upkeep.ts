import { integerAt } from "./rows.ts";
import type { Database } from "./sql.ts";

const megabyte = 2 ** 20;

/**
 * A server vacuums, gathers statistics and writes checkpoints in the background. PGlite has no background: without this
 * the planner knows nothing of the tables it plans for, space is never used again, and the log that is replayed after a
 * kill grows without end. Upkeep is measured in bytes of that log, and grows rarer as the ledger grows.
 */
export async function keepTidy(database: Database): Promise<Database> {
  let checkpointed = await logPosition(database);
  let vacuumed = checkpointed;

  const tidy = async (closing: boolean): Promise<void> => {
    const position = await logPosition(database);
    if (position - vacuumed > megabyte && position - vacuumed > (await vacuumAfter(database, closing))) {
      await database.script("vacuum (analyze)");
      vacuumed = await logPosition(database);
    }
    if (position - checkpointed < 64 * megabyte) return;
    await database.script("checkpoint");
    checkpointed = await logPosition(database);
  };

  return {
    ...database,
    async transaction(body) {
      const result = await database.transaction(body);
      await tidy(false);
      return result;
    },
    async close() {
      await tidy(true);
      await database.close();
    },
  };
}

async function logPosition(database: Database): Promise<number> {
  const [row] = await database.query("select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')::bigint as bytes");
  return row === undefined ? 0 : integerAt(row, "bytes");
}

/** Bytes of log. On closing less is enough: the next process has to start with what this one knows. */
async function vacuumAfter(database: Database, closing: boolean): Promise<number> {
  const [row] = await database.query("select pg_database_size(current_database()) as bytes");
  const size = row === undefined ? 0 : integerAt(row, "bytes");
  return closing ? Math.max(megabyte, size / 50) : Math.max(16 * megabyte, size / 2);
}
