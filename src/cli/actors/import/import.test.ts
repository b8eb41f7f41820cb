import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Person } from "../../../coding/actor/actor-base.ts";
import { parseOfficeLexicon } from "../../../coding/actor/office-lexicon.ts";
import { readCodebookFile } from "../../codebook.ts";
import { linesOf, readWhole } from "../../input/bytes.ts";
import { defaultLimits } from "../../input/limits.ts";
import { withoutKnown } from "../known-persons.ts";
import { parsePersonsCsv } from "./csv-persons.ts";
import { openBytes } from "./open-bytes.ts";
import { type DumpCounts, readDump } from "./read-dump.ts";
import { country, dump, dumpLines, human } from "./testing/dump.ts";
import { DumpItems } from "./to-persons.ts";
import { parseEntity } from "./wikidata-entity.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "parley-import-test-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const noInput = Readable.from([]);
/** `dump` in two streams of bzip2, one after another. */
const bzipped = fileURLToPath(new URL("./testing/dump.json.bz2", import.meta.url));
const file = (name: string, content: string | Uint8Array): string => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};
const bytesOf = async (path: string) => readWhole(await openBytes(path, noInput), "jsonBytes", defaultLimits);

describe("bytes", () => {
  test.each([
    { name: "plain", path: () => file("dump.json", dump) },
    { name: "gzipped", path: () => file("dump.json.gz", gzipSync(dump)) },
    { name: "bzip2ed, in several streams", path: () => bzipped },
  ])("of a file that is $name are what was written", async ({ path }) => {
    expect(Buffer.from(await bytesOf(path())).toString("utf8")).toBe(dump);
  });

  test("of standard input are read as those of a file", async () => {
    const bytes = await openBytes("-", Readable.from([gzipSync(dump)]));
    expect(Buffer.from(await readWhole(bytes, "jsonBytes", defaultLimits)).toString("utf8")).toBe(dump);
  });

  test("that are no bzip2 after all, or end too soon, are an error", async () => {
    const broken = file("broken.bz2", "BZh9 and nothing of the kind");
    await expect(bytesOf(broken)).rejects.toMatchObject({ code: "PARLEY_INPUT_MALFORMED" });
    const short = file("short.bz2", Buffer.from(await bytesOfFile(bzipped)).subarray(0, 900));
    await expect(bytesOf(short)).rejects.toMatchObject({ code: "PARLEY_INPUT_MALFORMED" });
  });

  const bytesOfFile = async (path: string) => {
    const { readFile } = await import("node:fs/promises");
    return readFile(path);
  };
});

describe("a Wikidata dump", () => {
  const lexicon = parseOfficeLexicon(readCodebookFile("actors/offices.yaml"));
  const read = async (text: string, since = 1990, longest = 100_000) => {
    const counts: DumpCounts = { lines: 0, broken: 0, faults: [], humans: 0, withoutOffice: 0 };
    const persons: Person[] = [];
    const lines = linesOf(Readable.from([Buffer.from(text)]), longest);
    for await (const person of readDump(lines, new DumpItems(lexicon, []), since, counts)) persons.push(person);
    return { persons, counts };
  };

  test("gives those who held an office that the actor base knows, with its country and its days", async () => {
    const { persons, counts } = await read(dump);
    expect(persons).toEqual([
      {
        id: "q900001",
        name: "Ilse Varga",
        aliases: ["I. Varga", "Ilse Varga-Lund"],
        country: "OST",
        tenures: [
          { country: "OST", office: "president", title: null, body: null, sector: "GOV", from: "2024-03-01", to: null },
          {
            country: "OST",
            office: "foreign minister",
            title: "Minister of Foreign Affairs",
            body: null,
            sector: "GOV",
            from: "2019-06",
            to: "2024-02-29",
          },
        ],
      },
      {
        id: "q900002",
        name: "Otto Brandt",
        aliases: [],
        country: "KRS",
        tenures: [
          { country: "KRS", office: "legislator", title: null, body: null, sector: "LEG", from: "2021", to: null },
        ],
      },
      {
        id: "q900006",
        name: "Mira Holt",
        aliases: [],
        country: "KRS",
        tenures: [
          { country: "KRS", office: "ambassador", title: null, body: null, sector: "GOV", from: "2022", to: null },
        ],
      },
    ]);
    // the king died before the year asked for, one has no English name, and one heads a club
    expect(counts).toMatchObject({ humans: 4, withoutOffice: 1, broken: 0 });
  });

  test("is read as JSON lines too, and back to any year", async () => {
    const { persons } = await read(dumpLines, 1900);
    expect(persons.map(({ name }) => name)).toEqual(["Ilse Varga", "Otto Brandt", "Old King", "Mira Holt"]);
  });

  test("with broken lines is read past them, and they are counted", async () => {
    const broken = [
      "{not json",
      "[1,2]",
      '{"id":7,"claims":{"P39":[]}}',
      JSON.stringify(country("Q1", "X".repeat(2000), "XXX")),
    ];
    const { persons, counts } = await read(`${broken.join("\n")}\n${dumpLines}`, 1990, 1500);
    expect(persons).toHaveLength(3);
    expect(counts.broken).toBe(4);
    expect(counts.faults.map(({ line }) => line)).toEqual([1, 2, 3]);
  });

  test("leaves nothing behind in the folder of temporary files", async () => {
    const before = readdirSync(tmpdir()).filter((name) => name.startsWith("parley-import-")).length;
    await read(dump);
    expect(readdirSync(tmpdir()).filter((name) => name.startsWith("parley-import-")).length).toBe(before);
  });

  test("takes statements by their rank and dates by their precision", () => {
    const made = human({ id: "Q1", name: "Mira Holt", held: [{ item: "Q2", from: "2024", to: "2025-01" }] }) as {
      claims: { P39: { rank: string; qualifiers: { P580: { datavalue: { value: { precision: number } } }[] } }[] };
    };
    const positions = () => {
      const entity = parseEntity(JSON.stringify(made));
      return entity?.kind === "human" ? entity.positions : null;
    };
    expect(positions()).toEqual([{ position: "Q2", from: "2024", to: "2025-01", jurisdiction: null }]);
    const [held] = made.claims.P39;
    for (const snak of held?.qualifiers.P580 ?? []) snak.datavalue.value.precision = 7; // a century
    expect(positions()).toMatchObject([{ from: null }]);
    if (held) held.rank = "deprecated";
    expect(positions()).toBeNull();
  });
});

const header = "id,name,aliases,country,office,title,body,sector,from,to";

test("a table of persons is read as those of the codebook", () => {
  const persons = parsePersonsCsv(`${header}\nmira-holt,Mira Holt,M. Holt;Holt,FRA,envoy,,,GOV,2020-01,\n`);
  expect(persons).toMatchObject([{ id: "mira-holt", aliases: ["M. Holt", "Holt"], tenures: [{ office: "envoy" }] }]);
});

test("a table at fault says where, and what is accepted", () => {
  const read = () => parsePersonsCsv(`${header}\nmira-holt,Mira Holt,,FRA,queen,,,GOV,,\nx,X,,ZZZ,envoy,,,GOV,,\n`);
  expect(read).toThrow(
    /^line 2, office: found string queen, accepted: president, .*; line 3, country: found string ZZZ/u,
  );
  expect(() => parsePersonsCsv("a,b\n1,2\n")).toThrow(/^line 1: found a,b, accepted: id,name/u);
});

test("imported persons whom the actor base has under another id are left to it", () => {
  const person = (id: string, name: string, country: string): Person => ({
    id,
    name,
    aliases: [],
    country,
    tenures: [],
  });
  const base = [person("mira-holt", "Mira Holt", "FRA"), person("otto-brandt", "Otto Brandt", "FRA")];
  const imported = [
    person("q1", "Mira Hólt", "FRA"),
    person("q2", "Mira Holt", "ESP"),
    person("otto-brandt", "Otto Brandt", "FRA"),
  ];
  expect(withoutKnown(imported, base).map(({ id }) => id)).toEqual(["q2", "otto-brandt"]);
});
