import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { killRounds } from "../../bench/ledger-kill.ts";
import type { Provenance } from "./ledger.ts";
import { checkLedger, migrateLedger, openLedger } from "./open.ts";
import { clusterIn, openPgliteDatabase } from "./pglite.ts";
import { makeArticle } from "./testing/article.ts";

const provenance: Provenance = { by: "vera@karsk", at: "2031-05-06T07:08:09.123Z", program: "parley 0.0.0" };
const article = makeArticle({ key: "talks", said: [{ source: "Ilse Varga", content: "the talks go on" }] });
const root = mkdtempSync(join(tmpdir(), "parley-open-"));
const pattern = join(root, "pattern");
beforeAll(async () => {
  const ledger = await openLedger({ folder: pattern });
  await ledger.add([article], provenance);
  await ledger.close();
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** A ledger with one article, in a folder of its own; made once, as making takes seconds. */
function ledgerFolder(name: string): string {
  const folder = join(root, name);
  cpSync(pattern, folder, { recursive: true });
  return folder;
}

test("a folder keeps what was added, for one opener at a time", async () => {
  const folder = join(root, "deep", "ledger");
  expect(await checkLedger({ folder })).toMatchObject({ exists: false, kind: "pglite", where: folder });
  expect(readdirSync(root)).toEqual(["pattern"]);

  const ledger = await openLedger({ folder });
  await ledger.add([article], provenance);
  await expect(openLedger({ folder })).rejects.toMatchObject({ code: "PARLEY_LEDGER_LOCKED" });
  await expect(checkLedger({ folder })).rejects.toMatchObject({ code: "PARLEY_LEDGER_LOCKED" });
  await ledger.close();

  expect(await migrateLedger({ folder })).toEqual({ applied: [] });
  const again = await openLedger({ folder });
  expect(await again.article(article.document.id)).toEqual(article);
  expect(await again.add([article], provenance)).toEqual(["unchanged"]);
  await again.close();
  expect(await checkLedger({ folder })).toMatchObject({
    exists: true,
    schema: 4,
    counts: { documents: 1, statements: 1 },
  });
  expect(readdirSync(folder)).toEqual(["pglite"]);
});

test.each([
  {
    name: "behind",
    change: "delete from parley.migration",
    code: "PARLEY_LEDGER_BEHIND",
  },
  {
    name: "ahead",
    change: "insert into parley.migration (number, name, sha256) values (9999, 'later', '')",
    code: "PARLEY_LEDGER_AHEAD",
  },
  {
    name: "made by another wording of a migration",
    change: "update parley.migration set sha256 = 'something else'",
    code: "PARLEY_LEDGER_CHECKSUM",
  },
])("a ledger that is $name is not opened, and not locked afterwards", async ({ name, change, code }) => {
  const folder = ledgerFolder(name);
  const database = await openPgliteDatabase(folder);
  await database.script(change);
  await database.close();
  await expect(openLedger({ folder })).rejects.toMatchObject({ code });
  await expect(openLedger({ folder })).rejects.toMatchObject({ code });
  await expect(checkLedger({ folder })).rejects.toMatchObject({ code });
  expect(readdirSync(folder)).toEqual(["pglite"]);
});

test("a ledger of an earlier release is opened once it is migrated, and has what it had", async () => {
  const folder = ledgerFolder("earlier");
  const database = await openPgliteDatabase(folder);
  await database.script(`
    drop view parley.actor_resolution;
    drop table parley.forecast_resolution, parley.forecast, parley.position, parley.known_actor, parley.actor_part,
      parley.actor_decision, parley.contact, parley.event, parley.time, parley.actor;
    alter table parley.reading drop column actors, drop column times, drop column events, drop column contacts,
      drop column positions, drop column forecasts;
    alter table parley.statement drop column actor_folded, drop column quotation_confidence;
    delete from parley.migration where number > 1;
  `);
  await database.close();
  await expect(openLedger({ folder })).rejects.toMatchObject({ code: "PARLEY_LEDGER_BEHIND" });
  expect(await migrateLedger({ folder })).toEqual({
    applied: ["0002-quotation-confidence", "0003-actors-times-events-contacts", "0004-positions-forecasts"],
  });
  const ledger = await openLedger({ folder });
  expect(await ledger.article(article.document.id)).toEqual(article);
  expect(await ledger.add([article], provenance)).toEqual(["unchanged"]);
  await ledger.close();
});

test("a ledger that is not whole is reported", async () => {
  const folder = ledgerFolder("torn");
  const database = await openPgliteDatabase(folder);
  await database.script("delete from parley.span");
  await database.close();
  await expect(checkLedger({ folder })).rejects.toMatchObject({
    code: "PARLEY_LEDGER_DAMAGED",
    message: expect.stringContaining("1 statements without content"),
  });
});

test("a folder that holds no cluster where one should be is damaged", async () => {
  const folder = ledgerFolder("damaged");
  writeFileSync(join(clusterIn(folder), "global", "pg_control"), "nothing of use");
  await expect(openLedger({ folder })).rejects.toMatchObject({ code: "PARLEY_LEDGER_DAMAGED" });
  expect(readdirSync(folder)).toEqual(["pglite"]);
});

test("a folder that cannot be made is named", async () => {
  mkdirSync(join(root, "plain"));
  writeFileSync(join(root, "plain", "file"), "");
  const folder = join(root, "plain", "file", "ledger");
  await expect(openLedger({ folder })).rejects.toMatchObject({
    code: "PARLEY_LEDGER_FOLDER",
    message: expect.stringContaining(folder),
  });
});

// more rounds: `npm run bench -- ledger --kill 40`
test("killed at any moment, a ledger reopens with all that was acknowledged and nothing half-written", async () => {
  const report = await killRounds(6, 7);
  expect(report).toMatchObject({ lost: 0, altered: 0, defects: [] });
  expect(report.acknowledged).toBeGreaterThan(0);
}, 180_000);
