import { getCountryDataList } from "countries-list";
import { parse } from "csv-parse/sync";
import { ParleyError } from "../../text/errors.ts";
import { type Mapping, typeName as shapeName, shapes } from "../../text/shape.ts";
import { type Sector, sectors } from "./sector.ts";

/** Offices that one person holds at a time in a country, or in a body of its own ("secretary-general" of one body). */
export const exclusiveOffices = [
  "president",
  "prime minister",
  "chancellor",
  "monarch",
  "supreme leader",
  "head of state",
  "head of government",
  "foreign minister",
  "defence minister",
  "national security adviser",
  "security council secretary",
  "secretary-general",
  "high representative",
  "commission president",
  "council president",
] as const;

/** All offices the base knows; a tenure's title says what its own is called ("Home Secretary"). */
export const offices = [
  ...exclusiveOffices,
  "vice president",
  "deputy prime minister",
  "crown prince",
  "deputy foreign minister",
  "deputy defence minister",
  "interior minister",
  "finance minister",
  "energy minister",
  "intelligence chief",
  "army chief",
  "spokesperson",
  "envoy",
  "ambassador",
  "chief negotiator",
  "chief of staff",
  "adviser",
  "speaker of parliament",
  "party leader",
  "legislator",
  "opposition leader",
  "rebel leader",
  "religious leader",
  "head of agency",
  "governor",
  "mayor",
  "prosecutor",
  "business leader",
] as const;
export type Office = (typeof offices)[number];

/** Names are without a leading "the" throughout, whatever the text has. */
export interface Country {
  /** ISO 3166-1 alpha-3; XKX for Kosovo. */
  readonly iso3: string;
  readonly name: string;
  /** All names in the press, `name` first. */
  readonly names: readonly string[];
  /** "Ukrainian". */
  readonly adjectives: readonly string[];
  /** "Briton", "Britons", "British". */
  readonly people: readonly string[];
  /** The capital's name first, then its other spellings and cities used like it ("Tel Aviv"); none where it has none. */
  readonly capital: readonly string[];
  readonly governments: readonly GovernmentName[];
  /** The last year of a state that is no more; absent for those that are. */
  readonly until?: number;
}

/** What stands for a government or a body of it: "Kremlin", "Foggy Bottom". */
export interface GovernmentName {
  /** The fullest or most usual first. */
  readonly names: readonly string[];
  /** "presidency", "foreign ministry". */
  readonly body: string;
  readonly sector: Sector;
}

export interface Organization {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly kind: "organization" | "group";
  readonly sector: Sector;
  /** Null for international bodies. */
  readonly country: string | null;
  /** The city it sits in, where the base tells. */
  readonly seat?: string;
}

export interface Tenure {
  /** Whose office it is: null for one of an international body. */
  readonly country: string | null;
  readonly office: Office;
  readonly title: string | null;
  readonly body: string | null;
  readonly sector: Sector;
  /** YYYY, YYYY-MM or YYYY-MM-DD; null where not known. */
  readonly from: string | null;
  /** The same, the day included; null where the office was held still on the base's `asOf`. */
  readonly to: string | null;
}

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  /** Of the first row that gives one, as some held offices of two; null for those of international bodies alone. */
  readonly country: string | null;
  /** In the order of the files, at least one. */
  readonly tenures: readonly Tenure[];
}

export interface ActorBase {
  /** YYYY-MM until which the base is kept. */
  readonly asOf: string;
  readonly countries: readonly Country[];
  readonly organizations: readonly Organization[];
  readonly persons: readonly Person[];
}

/** What the files of `codebook/actors/` hold: YAML as parsed, CSV as text. */
export interface ActorBaseParts {
  readonly about: unknown;
  readonly countries: unknown;
  readonly organizations: unknown;
  readonly groups: unknown;
  readonly persons: readonly { readonly file: string; readonly text: string }[];
}

/**
 * Validates the actor base and merges into its countries what the package countries-list knows of them.
 * @throws ParleyError PARLEY_CODEBOOK_INVALID with the places of all faults, a line each.
 */
export function parseActorBase(parts: ActorBaseParts): ActorBase {
  const faults: string[] = [];
  const attempt: Attempt = (read) => {
    try {
      return [read()];
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      faults.push(error.message);
      return [];
    }
  };
  const [asOf = ""] = attempt(() => parseAsOf(parts.about));
  const countries = parseList(parts.countries, "countries", attempt, parseCountry);
  const known: Known = new Set(countries.map((country) => country.iso3));
  const organizations = [
    ...parseList(parts.organizations, "organizations", attempt, (entry, place) =>
      parseOrganization(entry, place, known),
    ),
    ...parseList(parts.groups, "groups", attempt, (entry, place) => parseOrganization(entry, place, known)),
  ];
  const rows = parts.persons.flatMap(({ file, text }) => attempt(() => csvLines(file, text)).flat());
  const persons = gatherPersons(
    rows.flatMap((row) => attempt(() => parseRow(row, known))),
    attempt,
  );
  faults.push(...duplicates(countries.map((country) => country.iso3)).map((iso3) => `countries: ${iso3} twice`));
  faults.push(...duplicates(organizations.map(({ id }) => id)).map((id) => `organizations and groups: ${id} twice`));
  if (faults.length === 0) return { asOf, countries, organizations, persons };
  throw new ParleyError("PARLEY_CODEBOOK_INVALID", faults.map((fault) => `actor base, ${fault}`).join("\n"));
}

class Fault extends Error {}
/** What was read, or nothing where it was at fault: the fault is noted, and the next one read. */
type Attempt = <T>(read: () => T) => readonly T[];
/** Codes of the countries in the base. */
type Known = ReadonlySet<string>;

function parseAsOf(yaml: unknown): string {
  const value = record(yaml, "about", ["asOf", "origin"]).asOf;
  return typeof value === "string" && /^\d{4}-(0[1-9]|1[0-2])$/.test(value)
    ? value
    : fail("about.asOf", typeName(value), "YYYY-MM");
}

function parseList<T>(
  yaml: unknown,
  name: string,
  attempt: Attempt,
  parseEntry: (entry: unknown, place: string) => T,
): readonly T[] {
  const [entries = []] = attempt(() => list(record(yaml, name, [name])[name], name));
  return entries.flatMap((entry, at) => attempt(() => parseEntry(entry, `${name}[${at}]${labelOf(entry)}`)));
}

/** "[12] (UKR)": a list of hundreds is not counted through by hand. */
function labelOf(entry: unknown): string {
  if (typeof entry !== "object" || entry === null) return "";
  const label = "iso3" in entry ? entry.iso3 : "id" in entry ? entry.id : undefined;
  return typeof label === "string" ? ` (${label})` : "";
}

const packaged = new Map(getCountryDataList().map((country) => [country.iso3, country]));
const countryKeys = ["iso3", "name", "names", "adjectives", "people", "capital", "governments", "until"];

function parseCountry(entry: unknown, place: string): Country {
  const country = record(entry, place, countryKeys);
  const iso3 = text(country.iso3, `${place}.iso3`);
  if (!/^[A-Z]{3}$/.test(iso3)) fail(`${place}.iso3`, iso3, "three capital letters");
  const name = country.name === undefined ? packaged.get(iso3)?.name : text(country.name, `${place}.name`);
  if (name === undefined) return fail(`${place}.name`, "nothing", "a name, as the package countries-list has none");
  const governments = country.governments === undefined ? [] : list(country.governments, `${place}.governments`);
  return {
    iso3,
    name,
    names: distinct([name, ...texts(country.names, `${place}.names`)]),
    adjectives: texts(country.adjectives, `${place}.adjectives`),
    people: texts(country.people, `${place}.people`),
    capital: parseCapital(country.capital, packaged.get(iso3)?.capital ?? "", `${place}.capital`),
    governments: governments.map((body, at) => parseGovernment(body, `${place}.governments[${at}]`)),
    ...(country.until === undefined ? {} : { until: year(country.until, `${place}.until`) }),
  };
}

/** Null says that there is no capital, whatever the package has. */
function parseCapital(value: unknown, packagedName: string, place: string): readonly string[] {
  if (value === null) return [];
  const capital = value === undefined ? {} : record(value, place, ["name", "aliases"]);
  const name = capital.name === undefined ? packagedName : text(capital.name, `${place}.name`);
  if (name === "") return fail(place, "no name", "a name, or null where there is none");
  return distinct([name, ...texts(capital.aliases, `${place}.aliases`)]);
}

function parseGovernment(entry: unknown, place: string): GovernmentName {
  const government = record(entry, place, ["name", "aliases", "body", "sector"]);
  return {
    names: distinct([text(government.name, `${place}.name`), ...texts(government.aliases, `${place}.aliases`)]),
    body: text(government.body, `${place}.body`),
    sector: oneOf(government.sector, sectors, `${place}.sector`),
  };
}

function parseOrganization(entry: unknown, place: string, known: Known): Organization {
  const fields = record(entry, place, ["id", "name", "aliases", "kind", "sector", "country", "seat"]);
  return {
    id: slug(fields.id, `${place}.id`),
    name: text(fields.name, `${place}.name`),
    aliases: texts(fields.aliases, `${place}.aliases`),
    kind: oneOf(fields.kind, ["organization", "group"], `${place}.kind`),
    sector: oneOf(fields.sector, sectors, `${place}.sector`),
    country: fields.country === null ? null : countryCode(fields.country, `${place}.country`, known),
    ...(fields.seat === undefined ? {} : { seat: text(fields.seat, `${place}.seat`) }),
  };
}

const header = ["id", "name", "aliases", "country", "office", "title", "body", "sector", "from", "to"] as const;

interface CsvLine {
  /** "persons/europe.csv line 12". */
  readonly place: string;
  readonly fields: readonly string[];
}

function csvLines(file: string, source: string): readonly CsvLine[] {
  const [first, ...lines] = parseCsv(file, source);
  const columns = first?.record.join(",") ?? "nothing";
  if (columns !== header.join(",")) return fail(`${file} line 1`, columns, header.join(","));
  return lines.map(({ record: fields, info }) => ({ place: `${file} line ${info.lines}`, fields }));
}

interface CsvRecord {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

function parseCsv(file: string, source: string): readonly CsvRecord[] {
  try {
    // With `info`, csv-parse gives each row with the line it ended on.
    const options = { info: true, trim: true, bom: true, skip_empty_lines: true, relax_column_count: true };
    return parse(source, options) as unknown as CsvRecord[];
  } catch (error) {
    return fail(file, error instanceof Error ? error.message : String(error), "CSV");
  }
}

interface Row {
  readonly place: string;
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly country: string;
  readonly tenure: Tenure;
}

function parseRow({ place, fields }: CsvLine, known: Known): Row {
  if (fields.length !== header.length) fail(place, `${fields.length} columns`, `${header.length}`);
  const [id, name = "", aliases = "", country = "", office, title, body, sector, from, to] = fields;
  if (country !== "") countryCode(country, `${place}, country`, known);
  return {
    place,
    id: slug(id, `${place}, id`),
    name,
    aliases: aliases.split(";").flatMap((alias) => alias.trim() || []),
    country,
    tenure: {
      country: country || null,
      office: oneOf(office, offices, `${place}, office`),
      title: title || null,
      body: body || null,
      sector: oneOf(sector, sectors, `${place}, sector`),
      from: day(from, `${place}, from`),
      to: day(to, `${place}, to`),
    },
  };
}

function gatherPersons(rows: readonly Row[], attempt: Attempt): readonly Person[] {
  const byId = new Map<string, [Row, ...Row[]]>();
  for (const row of rows) {
    const earlier = byId.get(row.id);
    if (earlier) earlier.push(row);
    else byId.set(row.id, [row]);
  }
  return [...byId.values()].flatMap((own) => attempt(() => gatherPerson(own)));
}

function gatherPerson(rows: readonly [Row, ...Row[]]): Person {
  const [first] = rows;
  if (first.name === "") fail(`${first.place}, name`, "nothing", "a name on a person's first row");
  const country = rows.find((row) => row.country !== "")?.country ?? null;
  const aliases = rows.find((row) => row.aliases.length > 0)?.aliases ?? [];
  for (const row of rows) {
    agrees(row.name, first.name, `${row.place}, name`);
    agrees(row.aliases.join(";"), aliases.join(";"), `${row.place}, aliases`);
  }
  const tenures = rows.map(({ tenure }) => ({ ...tenure, country: tenure.country ?? homeOf(tenure, country) }));
  return { id: first.id, name: first.name, aliases, country, tenures };
}

/** A row without a country means the person's own, except in an international body. */
const homeOf = ({ sector }: Tenure, country: string | null): string | null =>
  sector === "IGO" || sector === "NGO" ? null : country;

function agrees(value: string, first: string, place: string): void {
  if (value !== "" && value !== first) fail(place, value, `${first}, as on the person's other rows`);
}

function fail(place: string, found: string, accepted: string): never {
  throw new Fault(`${place}: found ${found}, accepted: ${accepted}`);
}

/** An empty field of a CSV row holds nothing. */
const typeName = (value: unknown): string => (value === "" ? "nothing" : shapeName(value));
const trimmed = { fits: (text: string) => text === text.trim(), accepted: 'words (quote numbers, "on" and "no")' };
const { record: anyRecord, list, text, texts: allTexts, oneOf } = shapes(fail, trimmed, typeName);

function record(value: unknown, place: string, keys: readonly string[]): Mapping {
  const entry = anyRecord(value, place);
  const unknown = Object.keys(entry).find((key) => !keys.includes(key));
  return unknown === undefined ? entry : fail(place, `the key ${unknown}`, keys.join(", "));
}

const texts = (value: unknown, place: string): readonly string[] => (value === undefined ? [] : allTexts(value, place));

const slug = (value: unknown, place: string): string =>
  typeof value === "string" && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(value)
    ? value
    : fail(place, typeName(value), "small letters and digits, with hyphens between");

const year = (value: unknown, place: string): number =>
  typeof value === "number" && Number.isInteger(value) ? value : fail(place, typeName(value), "a year");

const countryCode = (value: unknown, place: string, known: Known): string =>
  typeof value === "string" && known.has(value) ? value : fail(place, typeName(value), "a code of countries.yaml");

function day(value: string | undefined, place: string): string | null {
  if (value === undefined || value === "") return null;
  const [start] = /^\d{4}(-\d\d){0,2}$/.test(value) ? [`${value}-01-01`.slice(0, 10)] : [];
  // "2010-02-30" is read as a day of March: only a day that is there comes back as it was.
  const time = start === undefined ? Number.NaN : Date.parse(`${start}T00:00:00Z`);
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== start)
    return fail(place, value, "YYYY, YYYY-MM or YYYY-MM-DD, or nothing");
  return value;
}

const distinct = (values: readonly string[]): readonly string[] => [...new Set(values)];

const duplicates = (values: readonly string[]): readonly string[] =>
  distinct(values.filter((value, at) => values.indexOf(value) !== at));
