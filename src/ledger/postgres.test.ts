import { setTimeout } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { StatementId } from "../text/span.ts";
import { findDefects } from "./integrity.ts";
import type { Provenance } from "./ledger.ts";
import { checkLedger, migrateLedger, openLedger } from "./open.ts";
import { openPostgresDatabase } from "./postgres.ts";
import { ledgerOver } from "./repository.ts";
import { migrate, prepareSchema } from "./schema.ts";
import { describeActors } from "./testing/actor-suite.ts";
import { makeArticle } from "./testing/article.ts";
import { describeLedger } from "./testing/ledger-suite.ts";
import { type PostgresServer, postgresBinaries, startPostgres } from "./testing/postgres-server.ts";

const binaries = postgresBinaries();
const provenance: Provenance = { by: "vera@karsk", at: "2031-05-06T07:08:09.123Z", program: "parley 0.0.0" };

if (binaries === null && process.env.CI === "true") {
  test("PostgreSQL", () => {
    throw new Error("no PostgreSQL server is installed, and CI must not skip what needs it");
  });
}

describe.skipIf(binaries === null)("a PostgreSQL server (skipped where none is installed)", () => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgres(binaries ?? "");
  });
  afterAll(() => server?.stop());

  describeLedger("PostgreSQL", async () => openPostgresDatabase(await server.createDatabase()));
  describeActors("PostgreSQL", async () => openPostgresDatabase(await server.createDatabase()));

  test("two processes' worth of adders with overlapping batches neither deadlock nor duplicate", async () => {
    const url = await server.createDatabase();
    const adders = await Promise.all(Array.from({ length: 6 }, () => openLedger({ databaseUrl: url })));
    const keys = Array.from({ length: 60 }, (_, index) => `document ${index}`);
    const said = [{ source: "Ilse Varga", content: "the talks go on" }];
    const outcomes = await Promise.all(
      adders.flatMap((ledger, adder) =>
        // each adder its own order, its own batches, and every third a newer reader
        [0, 1, 2, 3].map((round) => {
          const shuffled = keys
            .toSorted((a, b) => orderIn(a, adder + round) - orderIn(b, adder + round))
            .slice(round * 5);
          const reader = { name: "lexical", version: 1 + ((adder + round) % 3) };
          return ledger.add(
            shuffled.map((key) => makeArticle({ key, said, reader })),
            provenance,
          );
        }),
      ),
    );
    expect(outcomes.flat().filter((outcome) => outcome === "added")).toHaveLength(60);
    const [ledger] = adders;
    expect(await ledger?.summary()).toMatchObject({ documents: 60, statements: 60 });
    const readers = new Set<number | undefined>();
    for await (const row of ledger?.documents() ?? []) readers.add(row.reader?.version);
    expect([...readers]).toEqual([3]);
    await Promise.all(adders.map((each) => each.close()));
    const database = await openPostgresDatabase(url);
    expect(await findDefects(database)).toEqual([]);
    await database.close();
  });

  test("several that open an empty database at once make one ledger", async () => {
    for (let round = 0; round < 3; round++) {
      const databaseUrl = await server.createDatabase();
      const ledgers = await Promise.all(Array.from({ length: 4 }, () => openLedger({ databaseUrl })));
      await Promise.all(ledgers.map((ledger) => ledger.close()));
      const applied = await Promise.all(Array.from({ length: 4 }, () => migrateLedger({ databaseUrl })));
      expect(applied).toEqual(Array(4).fill({ applied: [] }));
    }
  });

  test("of several migrators at once, one applies each migration", async () => {
    const url = await server.createDatabase();
    const databases = await Promise.all(Array.from({ length: 4 }, () => openPostgresDatabase(url)));
    const applied = await Promise.all(databases.map((database) => migrate(database)));
    expect(applied.flat()).toEqual([
      "0001-documents-and-statements",
      "0002-quotation-confidence",
      "0003-actors-times-events-contacts",
      "0004-positions-forecasts",
    ]);
    await Promise.all(databases.map((database) => database.close()));
  });

  test("a user who may not make the extension still gets a ledger, without the index", async () => {
    const url = await server.createDatabase();
    await server.administer(url, "create role plain login");
    await server.administer(url, "revoke create on schema public from public");
    await server.administer(url, `grant create on database ${nameOf(url)} to plain`);
    // pg_trgm is "trusted": whoever may create in the database may have it. This makes the server refuse.
    await server.administer(url, "create schema elsewhere");
    await server.administer(url, "create extension pg_trgm schema elsewhere");
    const database = await openPostgresDatabase(url.replace("tester", "plain"));
    await prepareSchema(database);
    const ledger = ledgerOver(database);
    await ledger.add([makeArticle({ key: "a", said: [{ source: "Ilse Varga", content: "no" }] })], provenance);
    const found = [];
    for await (const row of ledger.statements({ actor: "varga" })) found.push(row);
    expect(found).toHaveLength(1);
    expect(await database.query("select 1 from pg_indexes where indexname = 'statement_source_trigrams'")).toEqual([]);
    await ledger.close();
  });

  test("what the server's settings make of dates changes nothing", async () => {
    const url = await server.createDatabase();
    await server.administer(url, `alter database ${nameOf(url)} set datestyle = 'German, DMY'`);
    await server.administer(url, `alter database ${nameOf(url)} set timezone = 'Pacific/Kiritimati'`);
    await server.administer(url, `alter database ${nameOf(url)} set standard_conforming_strings = off`);
    await server.administer(url, `alter database ${nameOf(url)} set search_path = ''`);
    const ledger = await openLedger({ databaseUrl: url });
    const articles = Array.from({ length: 600 }, (_, nth) =>
      makeArticle({
        key: `${nth}`,
        published: `2031-0${1 + (nth % 9)}-13`,
        said: [{ source: "Ilse\\", content: "no" }],
      }),
    );
    await ledger.add(articles, provenance);
    expect(await ledger.summary()).toMatchObject({ from: "2031-01-13", to: "2031-09-13" });
    const listed = [];
    for await (const row of ledger.statements({ actor: "\\", from: "2031-01-13" }))
      listed.push(row.document.publishedAt);
    expect(listed).toHaveLength(600);
    expect(listed).toEqual([...listed].sort());
    for await (const { at } of ledger.audit()) expect(at).toBe(provenance.at);
    await ledger.close();
  });

  test("people who decide on one statement at once are each told of in the audit, with what they replaced", async () => {
    const databaseUrl = await server.createDatabase();
    const ledgers = await Promise.all(Array.from({ length: 4 }, () => openLedger({ databaseUrl })));
    const article = makeArticle({ key: "a", said: [{ source: "Ilse Varga", content: "no" }] });
    await ledgers[0]?.add([article], provenance);
    const statement = article.outcome.statements[0]?.id ?? ("" as StatementId);
    const notes = Array.from({ length: 12 }, (_, nth) => `note ${nth}`);
    const decide = (note: string, nth: number) =>
      ledgers[nth % 4]?.decide({ statement, verdict: "accepted", correction: null, note }, provenance);
    await Promise.all(notes.map(decide));
    const replaced = [];
    for await (const { action, detail } of ledgers[0]?.audit() ?? [])
      if (action === "statement-decided") replaced.push((detail.before as { note: string } | null)?.note ?? null);
    const [last] = (await ledgers[0]?.decisions(article.document.id)) ?? [];
    expect([...replaced, last?.note].sort()).toEqual([null, ...notes].sort());
    await Promise.all(ledgers.map((ledger) => ledger.close()));
  });

  test.each([
    {
      name: "its encoding holds too few letters",
      make: "create database narrow encoding 'LATIN1' locale 'C' template template0",
      url: () => `postgres://tester@127.0.0.1:${server.port}/narrow`,
      want: /encoding is LATIN1/,
    },
    {
      name: "its user may make nothing in it",
      make: "create role powerless login",
      url: async () => (await server.createDatabase()).replace("tester", "powerless"),
      want: /powerless@.*permission denied/,
    },
  ])("a database is refused where $name", async ({ make, url, want }) => {
    await server.administer(`postgres://tester@127.0.0.1:${server.port}/postgres`, make);
    await expect(openLedger({ databaseUrl: await url() })).rejects.toMatchObject({
      code: "PARLEY_LEDGER_UNREACHABLE",
      message: expect.stringMatching(want),
    });
  });

  test.each([
    {
      name: "nobody listens",
      url: () => "postgres://vera:s3cret@127.0.0.1:1/ledger",
      want: /127\.0\.0\.1:1\/ledger.*REFUSED/,
    },
    {
      name: "the host is unknown",
      url: () => "postgres://vera:s3cret@nowhere.invalid/ledger",
      want: /nowhere\.invalid/,
    },
    {
      name: "the database is unknown",
      url: () => `postgres://tester:s3cret@127.0.0.1:${server.port}/none`,
      want: /"none" does not exist/,
    },
    { name: "it is no connection string", url: () => "postgres://vera:s3cret@[/x", want: /not a connection string/ },
    {
      name: "the password is wrong",
      url: () => `postgres://guarded:s3cret@127.0.0.1:${server.port}/postgres`,
      want: /password authentication failed/,
    },
  ])("where $name, the error says so and keeps the password", async ({ url, want }) => {
    await server.administer(`postgres://tester@127.0.0.1:${server.port}/postgres`, guardedRole);
    const error: unknown = await openLedger({ databaseUrl: url() }).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: "PARLEY_LEDGER_UNREACHABLE", message: expect.stringMatching(want) });
    expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toContain("s3cret");
  });

  test("no query is compiled", async () => {
    const url = await server.createDatabase();
    await server.administer(url, `alter database ${nameOf(url)} set jit_above_cost = 0`);
    const database = await openPostgresDatabase(url);
    await database.transaction(async (sql) => {
      for (const { query } of [database, sql]) {
        const plan = await query("explain (analyze) select count(*) from pg_class");
        expect(JSON.stringify(plan)).not.toContain("JIT");
      }
    });
    await database.close();
  });

  test("connections that the server drops end nobody: idle ones are replaced, a transaction fails whole", async () => {
    const databaseUrl = await server.createDatabase();
    const database = await openPostgresDatabase(databaseUrl);
    await prepareSchema(database);
    const drop = "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'parley'";
    await server.administer(databaseUrl, drop);
    await setTimeout(100);
    expect((await ledgerOver(database).summary()).documents).toBe(0);
    const torn = database.transaction(async (sql) => {
      await sql.query(
        "insert into parley.audit (at, by, program, action, document, detail) values (now(), '', '', '', '', '{}')",
      );
      await server.administer(databaseUrl, drop);
      await setTimeout(100);
      await sql.query("select 1");
    });
    await expect(torn).rejects.toMatchObject({ code: "PARLEY_LEDGER_UNREACHABLE" });
    expect(await database.query("select count(*) as n from parley.audit")).toEqual([{ n: 0 }]);
    await database.close();
  });

  test("the check tells what is there, without the password", async () => {
    const databaseUrl = (await server.createDatabase()).replace("tester@", "tester:s3cret@");
    expect(await checkLedger({ databaseUrl })).toMatchObject({ exists: false, kind: "postgres" });
    const ledger = await openLedger({ databaseUrl });
    await ledger.add([makeArticle({ key: "a" })], provenance);
    await ledger.close();
    const report = await checkLedger({ databaseUrl });
    expect(report).toMatchObject({
      exists: true,
      schema: 4,
      counts: { documents: 1 },
      server: expect.stringMatching(/^PostgreSQL \d+/),
    });
    expect(JSON.stringify(report)).not.toContain("s3cret");
  });
});

const nameOf = (databaseUrl: string): string => new URL(databaseUrl).pathname.slice(1);

const guardedRole = `do $$ begin
  if not exists (select from pg_roles where rolname = 'guarded') then create role guarded login password 'right'; end if;
end $$`;

/** A fixed shuffle for each seed. */
const orderIn = (key: string, seed: number): number =>
  [...key].reduce((sum, char) => (sum * 31 + char.charCodeAt(0) * (seed + 1)) % 1009, seed);
