import { afterEach, beforeEach, expect, test } from "vitest";
import { openMemoryDatabase } from "./pglite.ts";
import { migrate, prepareSchema, schemaState } from "./schema.ts";
import type { Database } from "./sql.ts";

let database: Database;
beforeEach(async () => {
  database = await openMemoryDatabase();
});
afterEach(() => database.close());

const first = { number: 1, name: "first", sql: "create table parley.one (id integer); create table parley.two ();" };
const second = { number: 2, name: "second", sql: "alter table parley.one add column name text" };
const broken = { number: 2, name: "broken", sql: "alter table parley.one add column name text; select nonsense" };

test("migrations are applied once, in order, those that are missing", async () => {
  expect(await schemaState(database, [first])).toEqual({ kind: "empty" });
  expect(await migrate(database, [first])).toEqual(["0001-first"]);
  expect(await schemaState(database, [first, second])).toEqual({ kind: "behind", version: 1, known: 2 });
  await expect(prepareSchema(database, [first, second])).rejects.toMatchObject({ code: "PARLEY_LEDGER_BEHIND" });
  expect(await migrate(database, [first, second])).toEqual(["0002-second"]);
  expect(await migrate(database, [first, second])).toEqual([]);
  expect(await schemaState(database, [first, second])).toEqual({ kind: "current", version: 2 });
  await expect(migrate(database, [first])).rejects.toMatchObject({ code: "PARLEY_LEDGER_AHEAD" });
});

test("a migration that fails leaves nothing of itself, nor of those before it", async () => {
  await migrate(database, [first]);
  await expect(migrate(database, [first, broken])).rejects.toThrow(/nonsense/);
  expect(await schemaState(database, [first])).toEqual({ kind: "current", version: 1 });
  expect(await migrate(database, [first, second])).toEqual(["0002-second"]);
});

test("a migration whose wording changed is refused", async () => {
  await migrate(database, [first]);
  const reworded = { ...first, sql: `${first.sql} -- better` };
  await expect(migrate(database, [reworded, second])).rejects.toMatchObject({ code: "PARLEY_LEDGER_CHECKSUM" });
});
