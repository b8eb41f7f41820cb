import { beforeAll, describe, expect, test } from "vitest";
import { readActorBase, readCodebookFile } from "../../cli/codebook.ts";
import { type ActorBase, exclusiveOffices, type Person, parseActorBase, type Tenure } from "./actor-base.ts";

describe("the actor base as released", () => {
  /** Different people of one country with one name: "name, country: reason". */
  const namesakes: readonly string[] = [];
  const ofTwoCountries: readonly string[] = [
    ...["salva-kiir", "deng-alor"], // of Sudan before South Sudan was a state
    "mark-carney", // of the banks of Canada and England
    "mikheil-saakashvili", // of Georgia, then governor in Ukraine
    ...["alexander-borodai", "rodion-miroshnik", "vladimir-konstantinov"], // of parts of Ukraine, and of Russia
  ];
  const gapOffices: readonly string[] = ["president", "prime minister", "foreign minister"];
  const gapReasons = [
    "vacant",
    "office did not exist",
    "listed under another office",
    "held by the prime minister",
    "acting holders left out",
    "left out: doubtful",
  ];
  const mostOverlapDays = 31; // hand-overs, and dates known to the month
  const mostGapDays = 120;
  const gapsSince = "2000"; // earlier holders are those still spoken of

  interface Held {
    readonly person: Person;
    readonly tenure: Tenure;
  }

  let base: ActorBase;
  let held: readonly Held[];
  beforeAll(() => {
    base = readActorBase();
    held = base.persons.flatMap((person) => person.tenures.map((tenure) => ({ person, tenure })));
  });

  test("is of some size", () => {
    expect(base.asOf).toMatch(/^\d{4}-\d\d$/);
    expect(base.countries.length).toBeGreaterThan(200);
    expect(base.organizations.filter(({ kind }) => kind === "organization").length).toBeGreaterThanOrEqual(150);
    expect(base.organizations.filter(({ sector }) => sector === "REB").length).toBeGreaterThanOrEqual(60);
    expect(base.persons.length).toBeGreaterThanOrEqual(1_000);
  });

  test("no two persons of a country share a name", () => {
    const owners = groups(
      base.persons.flatMap((person) =>
        [...new Set([person.name, ...person.aliases])].map((name) => ({ person, name })),
      ),
      ({ person, name }) => `${name}, ${person.country}`,
    );
    none(
      [...owners]
        .filter(([name, { length }]) => length > 1 && !namesakes.some((known) => known.startsWith(`${name}: `)))
        .map(([name, sharing]) => `${name}: ${sharing.map(({ person }) => person.id).join(", ")}`),
    );
  });

  test("no person has offices of two countries but those who had: others are two persons with one id", () => {
    none(
      base.persons
        .filter(({ id }) => !ofTwoCountries.includes(id))
        .filter(({ tenures }) => new Set(tenures.flatMap(({ country }) => country ?? [])).size > 1)
        .map(({ id, tenures }) => `${id}: ${tenures.map(({ country }) => country).join(", ")}`),
    );
  });

  test("no person lists a name twice", () => {
    none(
      base.persons
        .filter(({ name, aliases }) => new Set([name, ...aliases]).size <= aliases.length)
        .map(({ id, aliases }) => `${id}: ${aliases.join(";")}`),
    );
  });

  test("no two organisations share a name, and no country has another's", () => {
    const names = [
      ...base.organizations.flatMap(({ id, name, aliases, country }) =>
        [name, ...aliases].map((one) => ({ name: one, id: `${id} of ${country}` })),
      ),
      ...base.countries.flatMap(({ iso3, names: all }) => all.map((name) => ({ name, id: iso3 }))),
      ...base.countries.flatMap(({ iso3, governments }) =>
        governments.flatMap((body) => body.names.map((name) => ({ name, id: `${body.names[0]} of ${iso3}` }))),
      ),
    ];
    const shared = ["RSF: Reporters Without Borders and the Rapid Support Forces are both called so"];
    none(
      [...groups(names, ({ name }) => name)]
        .filter(([name, { length }]) => length > 1 && !shared.some((known) => known.startsWith(`${name}: `)))
        .map(([name, sharing]) => `${name}: ${sharing.map(({ id }) => id).join(", ")}`),
    );
  });

  test("no tenure ends before it starts", () => {
    none(held.filter(({ tenure: { from, to } }) => from !== null && to !== null && first(from) > last(to)).map(shown));
  });

  test("no person holds one office twice at a time", () => {
    none(
      base.persons.flatMap((person) =>
        pairs(person.tenures.map((tenure) => ({ person, tenure })))
          .filter(([a, b]) => officeOf(a.tenure) === officeOf(b.tenure) && a.tenure.title === b.tenure.title)
          .filter(([a, b]) => commonDays(a.tenure, b.tenure) > 0 || spell(a.tenure) === spell(b.tenure))
          .map(([a, b]) => `${shown(a)} and ${shown(b)}`),
      ),
    );
  });

  test("a deputy does not hold the office", () => {
    const exclusive: readonly string[] = exclusiveOffices;
    none(
      held
        .filter(({ tenure }) => exclusive.includes(tenure.office))
        .filter(({ tenure }) => /^(deputy|assistant|vice|under)\b/i.test(tenure.title ?? ""))
        .map(shown),
    );
  });

  test("no two persons hold an office for one at a time", () => {
    const exclusive: readonly string[] = exclusiveOffices;
    const holders = groups(
      held.filter(({ tenure }) => exclusive.includes(tenure.office)),
      ({ tenure }) => officeOf(tenure),
    );
    none(
      [...holders.values()].flatMap((same) =>
        pairs(same)
          .filter(([a, b]) => a.person.id !== b.person.id && !differ(a.tenure.title, b.tenure.title))
          .filter(([a, b]) => commonDays(a.tenure, b.tenure) > mostOverlapDays)
          .map(([a, b]) => `${shown(a)} and ${shown(b)}`),
      ),
    );
  });

  test("gaps between presidents, prime ministers and foreign ministers are listed, and no others", () => {
    const { gaps } = readCodebookFile("actors/gaps.yaml") as {
      gaps: readonly { country: string; office: string; after: string; reason: string }[];
    };
    const listed = new Set(gaps.map(({ country, office, after }) => `${country}, ${office}, after ${after}`));
    const found = new Map<string, string>();
    const holders = groups(
      held.filter(({ tenure }) => gapOffices.includes(tenure.office) && tenure.country !== null),
      ({ tenure }) => `${tenure.country}, ${tenure.office}`,
    );
    for (const [office, same] of holders) {
      let previous: Held | undefined;
      for (const next of [...same].sort((a, b) => start(a.tenure) - start(b.tenure))) {
        if (previous?.tenure.to && next.tenure.from) {
          const days = first(next.tenure.from) - last(previous.tenure.to);
          const key = `${office}, after ${previous.tenure.to}`;
          if (days > mostGapDays && next.tenure.from >= gapsSince)
            found.set(key, `${days} days between ${shown(previous)} and ${shown(next)}`);
        }
        if (!previous || end(next.tenure) > end(previous.tenure)) previous = next;
      }
    }
    none([
      ...[...found].filter(([key]) => !listed.has(key)).map(([key, what]) => `not listed: ${key}: ${what}`),
      ...[...listed].filter((key) => !found.has(key)).map((key) => `listed, but none: ${key}`),
      ...gaps.filter(({ reason }) => !gapReasons.includes(reason)).map((gap) => `unknown reason: ${gap.reason}`),
    ]);
  });

  /** Same key: the same office, of which one person at most is the holder, where it is one for one. */
  const officeOf = ({ country, office, body, sector }: Tenure): string =>
    [country ?? "", office, body ?? "", sector].join(", ");
  const spell = ({ from, to }: Tenure): string => `${from} to ${to}`;
  const differ = (a: string | null, b: string | null): boolean => a !== null && b !== null && a !== b;
  const shown = ({ person, tenure }: Held): string =>
    `${person.id} (${officeOf(tenure)}, ${tenure.title ?? ""}, ${spell(tenure)})`;

  const start = ({ from, to }: Tenure): number => (from !== null ? first(from) : to !== null ? first(to) : 0);
  const end = ({ to }: Tenure): number => (to !== null ? last(to) : Number.POSITIVE_INFINITY);
  /** Days that are certainly in both, whatever day of a month or year is meant. */
  function commonDays(a: Tenure, b: Tenure): number {
    const starts = [a, b].map(({ from }) => (from !== null ? last(from) : Number.POSITIVE_INFINITY));
    const ends = [a, b].map(({ to }) => (to !== null ? first(to) : last(base.asOf)));
    return Math.min(...ends) - Math.max(...starts);
  }
});

/** Days since 1970 of the first and of the last day that "2014", "2014-02" or "2014-02-22" may mean. */
const first = (date: string): number => dayNumber(`${date}-01-01`.slice(0, 10));
function last(date: string): number {
  const [year = 0, month = 0, day = 0] = date.split("-").map(Number);
  if (day > 0) return first(date);
  return (month > 0 ? Date.UTC(year, month, 1) : Date.UTC(year + 1, 0, 1)) / 86_400_000 - 1;
}
const dayNumber = (date: string): number => Date.parse(`${date}T00:00:00Z`) / 86_400_000;

function groups<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const found = new Map<string, T[]>();
  for (const item of items) found.set(keyOf(item), [...(found.get(keyOf(item)) ?? []), item]);
  return found;
}

const pairs = <T>(items: readonly T[]): readonly (readonly [T, T])[] =>
  items.flatMap((one, at) => items.slice(at + 1).map((other) => [one, other] as const));

/** All violations at once, so that the data can be mended in one go. */
function none(violations: readonly string[]): void {
  expect(violations.length, `\n${violations.join("\n")}\n`).toBe(0);
}

describe("the parser", () => {
  const columns = "id,name,aliases,country,office,title,body,sector,from,to";
  const ukraine = { iso3: "UKR", adjectives: ["Ukrainian"] };
  const un = { id: "un", name: "United Nations", kind: "organization", sector: "IGO", country: null };

  function parsed(
    changed: { about?: unknown; countries?: unknown; organizations?: unknown; groups?: unknown; rows?: string },
    ...lines: readonly string[]
  ): ActorBase {
    return parseActorBase({
      about: { asOf: "2025-06" },
      countries: { countries: [ukraine] },
      organizations: { organizations: [un] },
      groups: { groups: [] },
      persons: [{ file: "persons/test.csv", text: [columns, ...lines].join("\n") }],
      ...changed,
    });
  }

  test("takes a country's name and capital from the package, and what the file has besides", () => {
    const kremlin = { name: "Kremlin", aliases: ["Kremlin Palace"], body: "presidency", sector: "GOV" };
    const countries = [
      { iso3: "UKR", names: ["the Ukraine"], adjectives: ["Ukrainian"], capital: { aliases: ["Kiev"] } },
      { iso3: "TUR", name: "Turkey", names: ["Türkiye"], people: ["Turk", "Turks"], governments: [kremlin] },
      { iso3: "HKG", capital: null },
      { iso3: "SUN", name: "Soviet Union", capital: { name: "Moscow" }, until: 1991 },
    ];
    const none = { adjectives: [], people: [], governments: [] };
    expect(parsed({ countries: { countries } }).countries).toEqual([
      {
        ...none,
        iso3: "UKR",
        name: "Ukraine",
        names: ["Ukraine", "the Ukraine"],
        adjectives: ["Ukrainian"],
        capital: ["Kyiv", "Kiev"],
      },
      {
        ...none,
        iso3: "TUR",
        name: "Turkey",
        names: ["Turkey", "Türkiye"],
        people: ["Turk", "Turks"],
        capital: ["Ankara"],
        governments: [{ names: ["Kremlin", "Kremlin Palace"], body: "presidency", sector: "GOV" }],
      },
      { ...none, iso3: "HKG", name: "Hong Kong", names: ["Hong Kong"], capital: [] },
      { ...none, iso3: "SUN", name: "Soviet Union", names: ["Soviet Union"], capital: ["Moscow"], until: 1991 },
    ]);
  });

  test("gathers the rows of a person, whose country an empty field means except in an international body", () => {
    const base = parsed(
      {},
      "a-b,Ann B,Anna B; A. B,,secretary-general,,United Nations,IGO,2017,2018-06",
      "a-b,,,UKR,president,President,,GOV,2018-06-01,",
      "c-d,C D,,UKR,envoy,,,GOV,,",
      "a-b,Ann B,,,legislator,,,LEG,,",
    );
    const none = { title: null, body: null, from: null, to: null };
    expect(base.persons).toEqual([
      {
        id: "a-b",
        name: "Ann B",
        aliases: ["Anna B", "A. B"],
        country: "UKR",
        tenures: [
          {
            ...none,
            country: null,
            office: "secretary-general",
            body: "United Nations",
            sector: "IGO",
            from: "2017",
            to: "2018-06",
          },
          { ...none, country: "UKR", office: "president", title: "President", sector: "GOV", from: "2018-06-01" },
          { ...none, country: "UKR", office: "legislator", sector: "LEG" },
        ],
      },
      {
        id: "c-d",
        name: "C D",
        aliases: [],
        country: "UKR",
        tenures: [{ ...none, country: "UKR", office: "envoy", sector: "GOV" }],
      },
    ]);
  });

  test.each([
    { about: { asOf: 2025 }, says: "about.asOf: found number 2025, accepted: YYYY-MM" },
    { countries: [], says: "countries: found a list, accepted: a mapping" },
    { countries: { countries: [{ iso3: "ukr" }] }, says: "countries[0] (ukr).iso3: found ukr" },
    { countries: { countries: [{ iso3: "XYZ" }] }, says: "countries[0] (XYZ).name: found nothing" },
    { countries: { countries: [{ iso3: "SUN", name: "Soviet Union" }] }, says: "(SUN).capital: found no name" },
    { countries: { countries: [{ ...ukraine, adjective: [] }] }, says: "found the key adjective, accepted: iso3," },
    { countries: { countries: [{ ...ukraine, names: [true] }] }, says: "(UKR).names[0]: found boolean true" },
    { countries: { countries: [{ ...ukraine, until: "1991" }] }, says: "(UKR).until: found string 1991" },
    { countries: { countries: [ukraine, ukraine] }, says: "countries: UKR twice" },
    {
      countries: { countries: [{ ...ukraine, governments: [{ name: "Rada", body: "parliament", sector: "leg" }] }] },
      says: "(UKR).governments[0].sector: found string leg, accepted: GOV, MIL,",
    },
    { organizations: { organizations: [{ ...un, id: "U N" }] }, says: "(U N).id: found string U N, accepted: small" },
    { organizations: { organizations: [{ ...un, kind: "body" }] }, says: "(un).kind: found string body" },
    { organizations: { organizations: [{ ...un, country: "XYZ" }] }, says: "(un).country: found string XYZ" },
    { organizations: { organizations: [{ ...un, country: undefined }] }, says: "(un).country: found nothing" },
    { groups: { groups: [un] }, says: "organizations and groups: un twice" },
  ])("says $says", ({ says, ...changed }) => {
    expect(() => parsed(changed)).toThrow(says);
  });

  test.each([
    { lines: ["A B,A B,,UKR,president,,,GOV,,"], says: "test.csv line 2, id: found string A B" },
    { lines: ["a-b,,,UKR,president,,,GOV,,"], says: "test.csv line 2, name: found nothing" },
    { lines: ["a-b,A B,,XYZ,president,,,GOV,,"], says: "test.csv line 2, country: found string XYZ" },
    { lines: ["a-b,A B,,UKR,boss,,,GOV,,"], says: "test.csv line 2, office: found string boss" },
    { lines: ["a-b,A B,,UKR,president,,,,,"], says: "test.csv line 2, sector: found nothing" },
    { lines: ["a-b,A B,,UKR,president,,,GOV,2010-13,"], says: "test.csv line 2, from: found 2010-13" },
    { lines: ["a-b,A B,,UKR,president,,,GOV,,2010-02-30"], says: "test.csv line 2, to: found 2010-02-30" },
    { lines: ["a-b,A B,,UKR,president,,GOV,,"], says: "test.csv line 2: found 9 columns, accepted: 10" },
    { lines: ['a-b,"A B,,UKR'], says: "persons/test.csv: found Quote Not Closed" },
    {
      lines: ["a-b,A B,,UKR,president,,,GOV,,", "a-b,A C,,UKR,envoy,,,GOV,,"],
      says: "test.csv line 3, name: found A C, accepted: A B, as on the person's other rows",
    },
    {
      lines: ["a-b,A B,Abe,,envoy,,,GOV,,", "a-b,A B,Ab,UKR,envoy,,,GOV,,"],
      says: "test.csv line 3, aliases: found Ab, accepted: Abe, as on the person's other rows",
    },
  ])("says $says", ({ lines, says }) => {
    expect(() => parsed({}, ...lines)).toThrow(says);
  });

  test("tells all faults at once, each on a line of its own", () => {
    const both = () => parsed({ about: { asOf: "now" } }, "A,A B,,UKR,president,,,GOV,,", "a,A B,,UKR,boss,,,GOV,,");
    expect(both).toThrow(/^actor base, about.*\nactor base, persons\/test.csv line 2, id.*\nactor base, .*office.*$/);
    expect(both).toThrow(expect.objectContaining({ code: "PARLEY_CODEBOOK_INVALID" }));
  });

  test("asks for its columns by name", () => {
    const persons = [{ file: "persons/test.csv", text: "id,name\na,b" }];
    const parts = { about: { asOf: "2025-06" }, countries: { countries: [] }, organizations: { organizations: [] } };
    expect(() => parseActorBase({ ...parts, groups: { groups: [] }, persons })).toThrow(
      `persons/test.csv line 1: found id,name, accepted: ${columns}`,
    );
  });
});
