import { type Conditions, keyList } from "../filter.ts";
import type { RecordFilter } from "../ledger.ts";
import type { SqlParameter } from "../sql.ts";
import type { ActorMatch } from "./resolve.ts";

/** How a table of records says whom its rows are about. */
export interface Referring {
  readonly table: "statement" | "event" | "contact" | "position" | "forecast";
  /** True of a row of `parley.actor` that a row of the table, or a part of it under the name given, refers to. */
  readonly refers: (row: string) => string;
  /** Column of the machine's names of them all, which an index knows by their parts. */
  readonly folded: string;
}

export const ofStatements: Referring = {
  table: "statement",
  refers: (row) => `actor.id = ${row}.actor`,
  folded: "statement.actor_folded",
};

export const ofEvents: Referring = {
  table: "event",
  refers: (row) => `(${row}.actors @> to_jsonb(actor.id) or ${row}.recipients @> to_jsonb(actor.id))`,
  folded: "event.actors_folded",
};

export const ofContacts: Referring = {
  table: "contact",
  refers: (row) => `(${row}.participants @> to_jsonb(actor.id) or ${row}.mediator = actor.id)`,
  folded: "contact.actors_folded",
};

export const ofPositions: Referring = {
  table: "position",
  refers: (row) => `(actor.id = ${row}.actor or actor.id = ${row}.counterpart or actor.id = ${row}.told_by_actor)`,
  folded: "position.actors_folded",
};

export const ofForecasts: Referring = {
  table: "forecast",
  refers: (row) => `actor.id = ${row}.holder`,
  folded: "forecast.actors_folded",
};

/** What is asked of one of those a record is about. */
export interface Asked extends Pick<RecordFilter, "country" | "sector"> {
  readonly match: ActorMatch | null;
  /** Whether the ledger has parts of actors. */
  readonly isParted: boolean;
}

interface Test {
  readonly condition: string;
  readonly parameters: readonly SqlParameter[];
}

/** Adds that one of those a record is about fits all that is asked; nothing where nothing is. */
export function addActorConditions(
  conditions: Conditions,
  { match, country, sector, isParted }: Asked,
  referring: Referring,
): void {
  const tests: Test[] = [];
  if (match !== null) tests.push(fitting(match, isParted));
  if (country !== undefined)
    tests.push({ condition: `${field("country", isParted)} = ?`, parameters: [country.toUpperCase()] });
  if (sector !== undefined) tests.push({ condition: `${field("sector", isParted)} = ?`, parameters: [sector] });
  if (tests.length === 0) return;
  if (match !== null) addShortcut(conditions, match, isParted, referring);
  const { condition, parameters } = referred(referring, tests, isParted);
  conditions.add(condition, ...parameters);
}

/** Statements whose words or whose actor's names fit. */
export function addSpeakerCondition(
  conditions: Conditions,
  { match, isParted }: Asked & { readonly match: ActorMatch },
  words: string,
): void {
  const keys = match.kind === "key" ? match.keys : match.decided;
  const { condition, parameters } = referred(ofStatements, [fitting({ kind: "key", keys }, isParted)], isParted);
  if (match.kind === "key") {
    addShortcut(conditions, match, isParted, ofStatements);
    conditions.add(condition, ...parameters);
    return;
  }
  const byWords = "statement.source_folded like ? or statement.actor_folded like ?";
  if (keys.length === 0) conditions.add(`(${byWords})`, words, match.pattern);
  else conditions.add(`(${byWords} or ${condition})`, words, match.pattern, ...parameters);
}

/** What an index can start from; it follows from what else is asked. */
function addShortcut(conditions: Conditions, match: ActorMatch, isParted: boolean, { table, folded }: Referring): void {
  const keys = JSON.stringify(match.kind === "key" ? match.keys : match.decided);
  const ofActors = `select document from parley.actor where key in ${keyList}`;
  const ofParts = `select document from parley.actor_part where key in ${keyList}`;
  const inDocuments = `${table}.document in (${isParted ? `${ofActors} union ${ofParts}` : ofActors})`;
  const given = isParted ? [keys, keys] : [keys];
  if (match.kind === "key") conditions.add(inDocuments, ...given);
  else if (match.decided.length === 0) conditions.add(`${folded} like ?`, match.pattern);
  else conditions.add(`(${folded} like ? or ${inDocuments})`, match.pattern, ...given);
}

function fitting(match: ActorMatch, isParted: boolean): Test {
  const byKey = `${field("key", isParted)} in ${keyList}`;
  if (match.kind === "key") return { condition: byKey, parameters: [JSON.stringify(match.keys)] };
  return {
    condition: `(${field("names_folded", isParted)} like ? or ${byKey})`,
    parameters: [match.pattern, JSON.stringify(match.decided)],
  };
}

/** What the actor of a record says, or the part of it that the record goes with. */
const field = (name: string, isParted: boolean): string =>
  isParted ? `(case when part.key is null then actor.${name} else part.${name} end)` : `actor.${name}`;

const referred = ({ table, refers }: Referring, tests: readonly Test[], isParted: boolean): Test => ({
  condition: `exists (select from parley.actor ${isParted ? partOf(table) : ""}
    where actor.document = ${table}.document and ${refers(table)}
      and ${tests.map(({ condition }) => condition).join(" and ")})`,
  parameters: tests.flatMap(({ parameters }) => parameters),
});

const partOf = (table: string): string => `
  left join parley.actor_part part on part.document = actor.document and part.actor = actor.id
    and part.records @> to_jsonb(${table}.id)`;
