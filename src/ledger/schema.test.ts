import { readFileSync } from "node:fs";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { openMemoryDatabase } from "./pglite.ts";
import { migrate, prepareSchema, schemaState } from "./schema.ts";
import type { Database } from "./sql.ts";

let database: Database;
beforeAll(async () => {
  database = await openMemoryDatabase();
});
afterEach(() => database.script("drop schema if exists parley cascade"));
afterAll(() => database?.close());

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

describe("docs/model.md", () => {
  const page = readFileSync(new URL("../../docs/model.md", import.meta.url), "utf8");

  test("tells of every table and column, and of no other", async () => {
    await migrate(database);
    const rows = await database.query(
      "select table_name || '.' || column_name as name from information_schema.columns where table_schema = 'parley'",
    );
    const sections = page.split("\n## ").filter((section) => section.startsWith("parley."));
    const told = sections.flatMap((section) => {
      const table = section.slice("parley.".length, section.indexOf("\n"));
      const cells = [...section.matchAll(/^\| (`.*?) \|/gm)].map(([, cell]) => cell ?? "");
      return cells.flatMap((cell) => [...cell.matchAll(/`(\w+)`/g)].map(([, column]) => `${table}.${column}`));
    });
    expect(told.sort()).toEqual(rows.map(({ name }) => name).sort());
  });

  test.each([...page.matchAll(/```sql\n([\s\S]*?)```/g)].map(([, query]) => query ?? ""))(
    "answers %s",
    async (query) => {
      await migrate(database);
      await expect(database.query(query.replace(";", ""))).resolves.toEqual([]);
    },
  );
});
