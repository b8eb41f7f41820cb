import { type Conditions, keyList } from "../filter.ts";
import type { RecordFilter } from "../ledger.ts";
import type { SqlParameter } from "../sql.ts";
import type { ActorMatch } from "./resolve.ts";

/** How a table of records says whom its rows are about. */
export interface Referring {
  readonly table: "statement" | "event" | "contact";
  /** True of a row of `parley.actor` that a row of the table refers to. */
  readonly refers: string;
  /** Column of the machine's names of them all, which an index knows by their parts. */
  readonly folded: string;
}

export const ofStatements: Referring = {
  table: "statement",
  refers: "actor.id = statement.actor",
  folded: "statement.actor_folded",
};

export const ofEvents: Referring = {
  table: "event",
  refers: "(event.actors @> to_jsonb(actor.id) or event.recipients @> to_jsonb(actor.id))",
  folded: "event.actors_folded",
};

export const ofContacts: Referring = {
  table: "contact",
  refers: "(contact.participants @> to_jsonb(actor.id) or contact.mediator = actor.id)",
  folded: "contact.actors_folded",
};

interface Test {
  readonly condition: string;
  readonly parameters: readonly SqlParameter[];
}

/** Adds that one of those a record is about fits what is asked of them; nothing where nothing is asked. */
export function addActorConditions(
  conditions: Conditions,
  { country, sector }: Pick<RecordFilter, "country" | "sector">,
  match: ActorMatch | null,
  referring: Referring,
): void {
  const tests: Test[] = [];
  if (match !== null) tests.push(fitting(match));
  if (country !== undefined)
    tests.push({ condition: "coalesce(part.country, actor.country) = ?", parameters: [country.toUpperCase()] });
  if (sector !== undefined) tests.push({ condition: "coalesce(part.sector, actor.sector) = ?", parameters: [sector] });
  if (tests.length === 0) return;
  if (match !== null) addShortcut(conditions, match, referring);
  const { condition, parameters } = referred(referring, tests);
  conditions.add(condition, ...parameters);
}

/** Statements whose words or whose actor's names fit. */
export function addSpeakerCondition(conditions: Conditions, match: ActorMatch, words: string): void {
  const keys = match.kind === "key" ? match.keys : match.decided;
  const { condition, parameters } = referred(ofStatements, [fitting({ kind: "key", keys })]);
  if (match.kind === "key") {
    addShortcut(conditions, match, ofStatements);
    conditions.add(condition, ...parameters);
    return;
  }
  const byWords = "statement.source_folded like ? or statement.actor_folded like ?";
  if (keys.length === 0) conditions.add(`(${byWords})`, words, match.pattern);
  else conditions.add(`(${byWords} or ${condition})`, words, match.pattern, ...parameters);
}

/** What an index can start from; it follows from what else is asked. */
function addShortcut(conditions: Conditions, match: ActorMatch, { table, folded }: Referring): void {
  const keys = match.kind === "key" ? match.keys : match.decided;
  const inDocuments = `${table}.document in (
    select document from parley.actor where key in ${keyList}
    union select document from parley.actor_part where key in ${keyList})`;
  const given = JSON.stringify(keys);
  if (match.kind === "key") conditions.add(inDocuments, given, given);
  else if (keys.length === 0) conditions.add(`${folded} like ?`, match.pattern);
  else conditions.add(`(${folded} like ? or ${inDocuments})`, match.pattern, given, given);
}

function fitting(match: ActorMatch): Test {
  const byKey = `coalesce(part.key, actor.key) in ${keyList}`;
  if (match.kind === "key") return { condition: byKey, parameters: [JSON.stringify(match.keys)] };
  return {
    condition: `(actor.names_folded like ? or ${byKey})`,
    parameters: [match.pattern, JSON.stringify(match.decided)],
  };
}

const referred = ({ table, refers }: Referring, tests: readonly Test[]): Test => ({
  condition: `exists (select from parley.actor
    left join parley.actor_part part on part.document = actor.document and part.actor = actor.id
      and part.records @> to_jsonb(${table}.id)
    where actor.document = ${table}.document and ${refers} and ${tests.map(({ condition }) => condition).join(" and ")})`,
  parameters: tests.flatMap(({ parameters }) => parameters),
});
