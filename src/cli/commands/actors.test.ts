import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { openMemoryDatabase } from "../../ledger/pglite.ts";
import { ledgerOver } from "../../ledger/repository.ts";
import { prepareSchema } from "../../ledger/schema.ts";
import { makeReport } from "../../ledger/testing/report.ts";
import { dump } from "../actors/import/testing/dump.ts";
import { temporaryFolder } from "../input/testing/inputs.ts";
import { run } from "../testing/run.ts";
import { mergeActors, renameActor, showActor, splitActor } from "./actors.ts";
import { importActors } from "./actors-import.ts";
import { listActors, listContacts, listEvents, listStatements } from "./list.ts";

// One ledger in memory for every command: opening a folder takes a second each time, and is tested elsewhere.
const database = await openMemoryDatabase();
vi.mock("../../ledger/open.ts", () => ({
  openLedger: async () => ({ ...ledgerOver(database), close: async () => {} }),
}));
afterAll(() => database.close());

const folder = temporaryFolder();
const at = {};

const sund = makeReport({
  key: "sund",
  published: "2031-03-10",
  title: "Ministers meet in Sund",
  text: "Ilse Varga met Emil Brandt in Sund on Monday. She said the talks go on. Brandt said they do not.",
  actors: [
    {
      id: "a1",
      key: "person:ilse-varga",
      name: "Ilse Varga",
      country: "OST",
      role: "foreign minister",
      sector: "GOV",
      words: ["Ilse Varga", "She"],
    },
    { id: "a2", key: "person:KRS:emil brandt", name: "Emil Brandt", country: "KRS", words: ["Emil Brandt", "Brandt"] },
  ],
  said: [
    { source: "She", content: "the talks go on", actor: "a1" },
    { source: "Brandt", content: "they do not", actor: "a2" },
  ],
  met: [
    {
      evidence: "Ilse Varga met Emil Brandt in Sund on Monday",
      who: ["a1", "a2"],
      place: "Sund",
      when: ["Monday", "2031-03-10", "2031-03-10"],
    },
  ],
});
const lodva = makeReport({
  key: "lodva",
  published: "2031-04-02",
  outlet: "Lodva Herald",
  text: "Émile Brandt will call Ilse Varga. Brandt said yes. Mira Brandt said no.",
  actors: [
    // before those whose shorter words are in hers
    { id: "a3", key: "person:KRS:mira brandt", name: "Mira Brandt", words: ["Mira Brandt"] },
    { id: "a1", key: "person:KRS:emile brandt", name: "Émile Brandt", words: ["Émile Brandt", "Brandt"] },
    { id: "a2", key: "person:ilse-varga", name: "Ilse Varga", words: ["Ilse Varga"] },
  ],
  said: [
    { source: "Brandt", content: "yes", actor: "a1" },
    { source: "Mira Brandt", content: "no", actor: "a3" },
  ],
  met: [{ evidence: "Émile Brandt will call Ilse Varga", who: ["a1", "a2"], form: "call", status: "planned" }],
});

beforeAll(async () => {
  await prepareSchema(database);
  await ledgerOver(database).add([sund, lodva], {
    by: "vera@karsk",
    at: "2031-05-06T07:08:09.123Z",
    program: "parley 0.0.0",
  });
});

describe("lists", () => {
  test("of actors are a table by number of statements", async () => {
    const { stdout } = await run((terminal) => listActors(at, terminal));
    expect(stdout).toBe(`Name          Who                  Said  Mentions  Articles  Dates
────────────  ───────────────────  ────  ────────  ────────  ───────────────────
Ilse Varga    foreign minister,       1         3         2  2031-03-10 –
              OST, GOV                                       2031-04-02
Emil Brandt   KRS                     1         2         1  2031-03-10
Émile Brandt  person                  1         2         1  2031-04-02
Mira Brandt   person                  1         1         1  2031-04-02
`);
  });

  test("of events and contacts tell who, how, when, where and the words", async () => {
    const events = await run((terminal) => listEvents({ ...at, status: "happened" }, terminal));
    expect(events.stdout).toBe(
      `Date        Event        Who           Words               When, where  Article
──────────  ───────────  ────────────  ──────────────────  ───────────  ────────
2031-03-10  CONSULT,     Ilse Varga →  Ilse Varga met      2031-03-10,  c6a5e3b1
            visit,       Emil Brandt   Emil Brandt in      Sund
            happened                   Sund on Monday
`.replace("c6a5e3b1", sund.document.id.slice(0, 8)),
    );
    const contacts = await run((terminal) => listContacts({ ...at, form: "call" }, terminal));
    expect(contacts.stdout).toMatch(/call,.*\n.*planned/u);
    expect(contacts.stdout).toContain("Émile Brandt will");
  });

  test("as JSON are by the contract of parley read, with names and words", async () => {
    const { stdout } = await run((terminal) => listContacts({ ...at, json: true, actor: "emil brandt" }, terminal));
    expect(JSON.parse(stdout)).toMatchObject({
      form: "meeting",
      participants: ["a1", "a2"],
      place: "Sund",
      placeSpan: [30, 34],
      when: { from: "2031-03-10", to: "2031-03-10" },
      who: { participants: [{ name: "Ilse Varga" }, { name: "Emil Brandt", country: "KRS" }] },
      document: { title: "Ministers meet in Sund" },
    });
  });

  test.each([
    {
      name: "actors",
      list: listActors,
      want: /^key,name,names,type,.*\nperson:ilse-varga,Ilse Varga,Ilse Varga,person,OST,/u,
    },
    {
      name: "events",
      list: listEvents,
      want: /^id,document,.*\n[0-9a-f]{32},.*,CONSULT,visit,diplomatic,happened,Ilse Varga,Emil Brandt,2031-03-10,/u,
    },
    {
      name: "contacts",
      list: listContacts,
      want: /^id,document,.*\n[0-9a-f]{32},.*,meeting,held,Ilse Varga; Emil Brandt,,2031-03-10,/u,
    },
  ])("of $name are given as CSV", async ({ list, want }) => {
    const { stdout } = await run((terminal) => list({ ...at, csv: true }, terminal));
    expect(stdout).toMatch(want);
  });

  test("of statements tell whom “she” refers to, and are found by it", async () => {
    const { stdout } = await run((terminal) => listStatements({ ...at, actor: "ilse" }, terminal));
    expect(stdout).toContain("She (Ilse");
    expect(stdout).not.toContain("Brandt");
  });
});

describe("actors show", () => {
  test("tells names, roles, statements and contacts, with words and articles", async () => {
    const { code, stdout } = await run((terminal) =>
      showActor("Ilse Varga", { ...at, article: sund.document.id }, terminal),
    );
    expect(code).toBe(0);
    expect(stdout).toContain(`Ilse Varga
who       foreign minister, OST, GOV
named     “Ilse Varga”
in        2 articles, 3 mentions
dates     10 March 2031 – 2 April 2031
key       person:ilse-varga

2 mentions in ${sund.document.id}
  1  {Ilse Varga} met Emil Brandt in Sund on Monday. She …
  2  …met Emil Brandt in Sund on Monday. {She} said the talks go on. Brandt said
     they …

1 statement
`);
    expect(stdout).toContain("2 contacts\n");
  });

  test("as JSON has the same", async () => {
    const { stdout } = await run((terminal) => showActor("person:ilse-varga", { ...at, json: true }, terminal));
    expect(JSON.parse(stdout)).toMatchObject({
      key: "person:ilse-varga",
      said: [{ words: { content: "the talks go on" } }],
      contacts: [{ form: "meeting" }, { form: "call" }],
    });
  });

  test.each([
    {
      words: "Brandt",
      code: 5,
      want: /fits 2 actors: .*Émile Brandt \(person:KRS:emile brandt\).*PARLEY_ACTOR_AMBIGUOUS/u,
    },
    { words: "mira", code: 0, want: /^$/u },
    { words: "emile brandt", code: 0, want: /^$/u }, // one has exactly this name
    { words: "nobody", code: 5, want: /no actor has the key or name "nobody".*PARLEY_LEDGER_NOT_FOUND/u },
  ])("of “$words” ends with $code", async ({ words, code, want }) => {
    const shown = await run((terminal) => showActor(words, at, terminal));
    expect(shown.code).toBe(code);
    expect(shown.stderr).toMatch(want);
  });
});

describe("decisions", () => {
  const show = async (words: string) => (await run((terminal) => showActor(words, at, terminal))).stdout;

  test("a merge is shown, and taken back by split", async () => {
    const merged = await run((terminal) =>
      mergeActors("Emil Brandt", "Émile Brandt", { ...at, note: "one man" }, terminal),
    );
    expect(merged.stdout).toBe(
      "Emil Brandt (person:KRS:emil brandt) is Émile Brandt (person:KRS:emile brandt) now; parley actors split 'person:KRS:emil brandt' takes it back\n",
    );
    expect(await show("Émile Brandt")).toContain("merged    person:KRS:emil brandt");
    const again = await run((terminal) => mergeActors("Emil Brandt", "Émile Brandt", at, terminal));
    expect(again.stdout).toContain("what both mean already");
    const split = await run((terminal) => splitActor("Émile Brandt", at, terminal));
    expect(split.stdout).toContain("Emil Brandt (person:KRS:emil brandt) is apart from Émile Brandt");
    const none = await run((terminal) => splitActor("Émile Brandt", at, terminal));
    expect([none.code, none.stderr]).toEqual([2, expect.stringContaining("nothing was merged into Émile Brandt")]);
  });

  test("a name is given, and taken back", async () => {
    const renamed = await run((terminal) => renameActor("mira", "Mira Brandt-Holt", at, terminal));
    expect(renamed.stdout).toBe("Mira Brandt-Holt (person:KRS:mira brandt) is its name now\n");
    const back = await run((terminal) => renameActor("Mira Brandt-Holt", undefined, at, terminal));
    expect(back.stdout).toBe("Mira Brandt (person:KRS:mira brandt) is its name now\n");
  });

  test("mentions in an article are given to somebody else, and back", async () => {
    const article = sund.document.id.slice(0, 8);
    const unnamed = await run((terminal) =>
      splitActor("Emil Brandt", { ...at, article, mention: [2], name: " " }, terminal),
    );
    expect(unnamed.stderr).toContain("must have a letter in it");
    const split = await run((terminal) =>
      splitActor("Emil Brandt", { ...at, article, mention: [2, 2], name: " Otto Brandt " }, terminal),
    );
    const key = `split:${sund.document.id}:${sund.document.text.indexOf("Brandt said")}`;
    expect(split.stdout).toBe(`1 mention in ${sund.document.id} is Otto Brandt (${key}) now\n`);
    expect(await show("Otto Brandt")).toContain("they do not");
    const tooMany = await run((terminal) => splitActor("Emil Brandt", { ...at, article, mention: [2] }, terminal));
    expect(tooMany.stderr).toContain("Emil Brandt has 1 mention there, none with the number 2");
    await run((terminal) => splitActor("Otto Brandt", { ...at, article, into: "Emil Brandt" }, terminal));
    expect(await show("Emil Brandt")).toContain("they do not");
    const elsewhere = await run((terminal) => splitActor("Mira Brandt", { ...at, article }, terminal));
    expect([elsewhere.code, elsewhere.stderr]).toEqual([5, expect.stringContaining("does not speak of")]);
  });
});

describe("actors import", () => {
  test("keeps the persons of a dump, whatever it is compressed with, and says what it left", async () => {
    const file = join(folder, "dump.json.gz");
    writeFileSync(file, gzipSync(`${dump}{"id": broken\n`));
    const imported = await run((terminal) => importActors(file, { ...at, since: 1990 }, terminal));
    expect(imported.code).toBe(3);
    expect(imported.stdout).toBe(
      "persons: 3 added (of 17 lines, 4 persons in a position; 1 in none that Parley knows)\n",
    );
    expect(imported.stderr).toMatch(/^note {2}.*dump\.json\.gz line 17: /u);
    const again = await run((terminal) => importActors(file, { ...at, since: 1990, json: true }, terminal));
    expect(JSON.parse(again.stdout)).toMatchObject({ added: 0, unchanged: 3, broken: 1 });
  });

  test("keeps the persons of a table, from standard input too", async () => {
    const csv =
      "id,name,aliases,country,office,title,body,sector,from,to\njana-lund,Jana Lund,,FRA,envoy,,,GOV,2020,\n";
    const imported = await run((terminal) => importActors("-", { since: 1990 }, terminal), csv);
    expect([imported.code, imported.stdout]).toEqual([0, "persons: 1 added\n"]);
    const bad = await run((terminal) => importActors("-", { since: 1990 }, terminal), csv.replace("envoy", "queen"));
    expect([bad.code, bad.stderr]).toEqual([4, expect.stringContaining("-: line 2, office: found string queen")]);
  });

  test("a merge may be into somebody who was imported and whom no article names", async () => {
    const merged = await run((terminal) => mergeActors("Mira Brandt", "Mira Holt", at, terminal));
    expect(merged.stdout).toContain("is Mira Holt (person:q900006) now");
    const shown = await run((terminal) => showActor("Otto Brandt", at, terminal));
    expect(shown.stderr).toContain("was imported, and no document speaks of it");
  });
});
