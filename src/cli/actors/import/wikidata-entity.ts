/** Ids of Wikidata's items: "Q42". */
export type ItemId = string;

/** A human who held positions, as far as Parley has use for them. */
export interface WikidataHuman {
  readonly kind: "human";
  readonly id: ItemId;
  readonly name: string;
  readonly aliases: readonly string[];
  /** Years; null where not told. */
  readonly born: number | null;
  readonly died: number | null;
  /** Countries of citizenship, the preferred first. */
  readonly countries: readonly ItemId[];
  readonly positions: readonly WikidataPosition[];
}

export interface WikidataPosition {
  readonly position: ItemId;
  /** YYYY, YYYY-MM or YYYY-MM-DD. */
  readonly from: string | null;
  readonly to: string | null;
  /** Where it applies, as its own statement says. */
  readonly jurisdiction: ItemId | null;
}

/** An item that may be a country, or a position that somebody holds. */
export interface WikidataItem {
  readonly kind: "item";
  readonly id: ItemId;
  /** In English. */
  readonly label: string | null;
  readonly iso3: string | null;
  readonly iso2: string | null;
  /** Where a position applies, else its country. */
  readonly jurisdiction: ItemId | null;
}

export type WikidataEntity = WikidataHuman | WikidataItem;

const human = "Q5";
const mostAliases = 20;

/** Claims and classes of which an entity must have one to be of use. Asked of the bytes of a line, before it is parsed. */
const telling = ['"P39"', '"P297"', '"P298"', '"P1001"', '"P1308"', '"Q4164871"', '"Q294414"'];

/** False for most lines of a dump: neither a holder of a position, nor a country, nor a position. */
export function mayBeOfUse(line: Uint8Array): boolean {
  const bytes = Buffer.from(line.buffer, line.byteOffset, line.byteLength);
  return telling.some((each) => bytes.includes(each));
}

/**
 * One line of a dump: an entity, with a comma after it in a dump that is one array. Null for the array's brackets and
 * for an entity of no use. @throws SyntaxError where it is not JSON, TypeError where it is no entity.
 */
export function parseEntity(line: string): WikidataEntity | null {
  const json = line.trim().replace(/,$/u, "");
  if (json === "" || json === "[" || json === "]") return null;
  const entity = objectOf(JSON.parse(json.replace(/^\[/u, "").replace(/\]$/u, "")));
  const { id } = entity;
  if (typeof id !== "string") throw new TypeError("an entity without an id");
  const claims = objectOf(entity.claims ?? {});
  const isHuman = itemsOf(claims, "P31").includes(human);
  return isHuman ? humanOf(id, entity, claims) : itemOf(id, entity, claims);
}

function humanOf(id: ItemId, entity: Fields, claims: Fields): WikidataHuman | null {
  const positions = statementsOf(claims, "P39").flatMap((statement) => positionOf(statement) ?? []);
  const [name, ...more] = [labelIn(entity, "en"), labelIn(entity, "mul")].filter((each) => each !== null);
  if (positions.length === 0 || name === undefined) return null;
  const aliases = [...more, ...aliasesIn(entity, "en"), ...aliasesIn(entity, "mul")];
  return {
    kind: "human",
    id,
    name,
    aliases: [...new Set(aliases)].filter((alias) => alias !== name).slice(0, mostAliases),
    born: yearOf(claims, "P569"),
    died: yearOf(claims, "P570"),
    countries: itemsOf(claims, "P27"),
    positions,
  };
}

function itemOf(id: ItemId, entity: Fields, claims: Fields): WikidataItem {
  return {
    kind: "item",
    id,
    label: labelIn(entity, "en") ?? labelIn(entity, "mul"),
    iso3: textOf(claims, "P298"),
    iso2: textOf(claims, "P297"),
    jurisdiction: itemsOf(claims, "P1001")[0] ?? itemsOf(claims, "P17")[0] ?? null,
  };
}

function positionOf(statement: Fields): WikidataPosition | null {
  const position = itemIn(statement.mainsnak);
  if (position === null) return null;
  const qualifiers = objectOf(statement.qualifiers ?? {});
  const first = (property: string): unknown => listOf(qualifiers[property])[0];
  return {
    position,
    from: dateIn(first("P580")),
    to: dateIn(first("P582")),
    jurisdiction: itemIn(first("P1001")) ?? itemIn(first("P17")),
  };
}

type Fields = Readonly<Record<string, unknown>>;

function objectOf(value: unknown): Fields {
  if (Array.isArray(value) && value.length === 0) return {}; // PHP writes an empty mapping as an empty list
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw new TypeError("expected a mapping");
  return value as Fields; // any object that is no array can be read by key
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** Those that are not deprecated, the preferred first. */
function statementsOf(claims: Fields, property: string): readonly Fields[] {
  const statements = listOf(claims[property]).map(objectOf);
  const ranked = (rank: string) => statements.filter((statement) => statement.rank === rank);
  return [...ranked("preferred"), ...statements.filter(({ rank }) => rank !== "preferred" && rank !== "deprecated")];
}

const itemsOf = (claims: Fields, property: string): readonly ItemId[] =>
  statementsOf(claims, property).flatMap(({ mainsnak }) => itemIn(mainsnak) ?? []);

/** The value of a snak; undefined where it says that there is none, or that it is not known. */
function valueIn(snak: unknown): unknown {
  const { datavalue } = objectOf(snak ?? {});
  return objectOf(datavalue ?? {}).value;
}

function itemIn(snak: unknown): ItemId | null {
  const value = valueIn(snak);
  if (typeof value !== "object" || value === null || !("id" in value)) return null;
  return typeof value.id === "string" ? value.id : null;
}

const textOf = (claims: Fields, property: string): string | null => {
  const value = valueIn(statementsOf(claims, property)[0]?.mainsnak);
  return typeof value === "string" ? value : null;
};

/** Wikidata's precisions: 9 a year, 10 a month, 11 a day; what is coarser, or before the year 1, says nothing here. */
function dateIn(snak: unknown): string | null {
  const value = valueIn(snak);
  if (typeof value !== "object" || value === null || !("time" in value) || typeof value.time !== "string") return null;
  const length = { 9: 4, 10: 7, 11: 10 }[("precision" in value ? Number(value.precision) : 0) as 9 | 10 | 11];
  const [, day = ""] = /^\+(\d{4}-\d{2}-\d{2})T/u.exec(value.time) ?? [];
  const date = length === undefined ? "" : day.slice(0, length);
  return date === "" || /-00|^0000/u.test(date) ? null : date;
}

function yearOf(claims: Fields, property: string): number | null {
  const date = dateIn(statementsOf(claims, property)[0]?.mainsnak);
  return date === null ? null : Number(date.slice(0, 4));
}

function labelIn(entity: Fields, language: string): string | null {
  const { value } = objectOf(objectOf(entity.labels ?? {})[language] ?? {});
  return typeof value === "string" && value.trim() !== "" ? value.trim() : null;
}

const aliasesIn = (entity: Fields, language: string): readonly string[] =>
  listOf(objectOf(entity.aliases ?? {})[language]).flatMap((alias) => {
    const { value } = objectOf(alias);
    return typeof value === "string" && value.trim() !== "" ? [value.trim()] : [];
  });
