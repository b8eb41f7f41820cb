import { createHash } from "node:crypto";
import { ParleyError } from "../text/errors.ts";
import { migrations as known, type Migration } from "./migrations/migrations.ts";
import { integerAt, textAt } from "./rows.ts";
import type { Database, Sql } from "./sql.ts";

/** Any constant that nothing else on the server uses; spells "parley". */
const migrationLock = 0x7061726c6579;

/** How a ledger's schema stands against the migrations this release knows. Numbers are those of the last migration. */
export type SchemaState =
  | { readonly kind: "empty" }
  | { readonly kind: "current"; readonly version: number }
  | { readonly kind: "behind" | "ahead"; readonly version: number; readonly known: number };

/**
 * Applies what is missing, in one transaction, one migrator at a time. Returns the names applied.
 * @throws ParleyError PARLEY_LEDGER_AHEAD, PARLEY_LEDGER_CHECKSUM
 */
export function migrate(database: Database, migrations: readonly Migration[] = known): Promise<readonly string[]> {
  return database.transaction(async (sql) => {
    await sql.query("select pg_advisory_xact_lock($1::bigint)", [migrationLock]);
    const state = await schemaState(sql, migrations);
    if (state.kind === "empty") await createMigrationTable(sql);
    if (state.kind === "ahead") throw differing("PARLEY_LEDGER_AHEAD", state);
    const applied = state.kind === "empty" ? 0 : state.version;
    const missing = migrations.filter((migration) => migration.number > applied);
    for (const migration of missing) await apply(sql, migration);
    return missing.map(nameOf);
  });
}

/** @throws ParleyError PARLEY_LEDGER_CHECKSUM if a migration was applied in another wording than this release has. */
export async function schemaState(sql: Sql, migrations: readonly Migration[] = known): Promise<SchemaState> {
  const knownVersion = migrations.at(-1)?.number ?? 0;
  // Not to_regclass(): while it waited for the lock, a connection may go on believing that there is no such table.
  const tables = await sql.query("select from pg_tables where schemaname = 'parley' and tablename = 'migration'");
  if (tables.length === 0) return { kind: "empty" };
  const rows = await sql.query("select number, sha256 from parley.migration order by number");
  for (const row of rows) checkUnchanged(migrations, integerAt(row, "number"), textAt(row, "sha256"));
  const last = rows.at(-1);
  const version = last === undefined ? 0 : integerAt(last, "number");
  if (version === knownVersion) return { kind: "current", version };
  return { kind: version < knownVersion ? "behind" : "ahead", version, known: knownVersion };
}

/**
 * Makes an empty database a ledger, and lets no other pass than one this release understands.
 * @throws ParleyError PARLEY_LEDGER_BEHIND, PARLEY_LEDGER_AHEAD, PARLEY_LEDGER_CHECKSUM
 */
export async function prepareSchema(database: Database, migrations: readonly Migration[] = known): Promise<void> {
  const state = requireCurrent(await schemaState(database, migrations));
  if (state.kind === "empty") await migrate(database, migrations);
}

/** @throws ParleyError PARLEY_LEDGER_BEHIND, PARLEY_LEDGER_AHEAD */
export function requireCurrent(state: SchemaState): Extract<SchemaState, { kind: "empty" | "current" }> {
  if (state.kind === "empty" || state.kind === "current") return state;
  throw differing(state.kind === "behind" ? "PARLEY_LEDGER_BEHIND" : "PARLEY_LEDGER_AHEAD", state);
}

const differing = (
  code: "PARLEY_LEDGER_BEHIND" | "PARLEY_LEDGER_AHEAD",
  { version, known }: { readonly version: number; readonly known: number },
): ParleyError => new ParleyError(code, `the ledger's schema is at migration ${version}, this Parley's is at ${known}`);

const nameOf = (migration: Migration): string => `${String(migration.number).padStart(4, "0")}-${migration.name}`;
const checksumOf = (migration: Migration): string => createHash("sha256").update(migration.sql).digest("hex");

function checkUnchanged(migrations: readonly Migration[], number: number, sha256: string): void {
  const migration = migrations.find((candidate) => candidate.number === number);
  if (migration === undefined || checksumOf(migration) === sha256) return;
  throw new ParleyError(
    "PARLEY_LEDGER_CHECKSUM",
    `migration ${nameOf(migration)} has checksum ${checksumOf(migration).slice(0, 12)} in this Parley, ` +
      `the ledger was made with ${sha256.slice(0, 12)}`,
  );
}

async function createMigrationTable(sql: Sql): Promise<void> {
  await sql.script(`
    create schema if not exists parley;
    create table parley.migration (
      number integer primary key,
      name text not null,
      sha256 text not null,
      applied_at timestamptz not null default now()
    );
  `);
}

async function apply(sql: Sql, migration: Migration): Promise<void> {
  await sql.script(migration.sql);
  await sql.query("insert into parley.migration (number, name, sha256) values ($1, $2, $3)", [
    migration.number,
    migration.name,
    checksumOf(migration),
  ]);
}
