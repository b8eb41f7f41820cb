import type { ActorType } from "../../coding/actor/actor.ts";
import type { Sector } from "../../coding/actor/sector.ts";
import type { ActorKey } from "../../text/span.ts";
import { addDocumentConditions, Conditions, keyList } from "../filter.ts";
import type { ActorFilter, ActorRow } from "../ledger.ts";
import { paged } from "../paging.ts";
import { integerAt, jsonAt, nullableTextAt, textAt } from "../rows.ts";
import type { Sql, SqlRow } from "../sql.ts";
import { type ActorMatch, matchActor } from "./resolve.ts";

/** Every page counts all actors anew, so that pages are large. */
const pageSize = 5000;

/** By number of statements, then of mentions, the most first, then by key. */
export async function* listActors(sql: Sql, filter: ActorFilter = {}): AsyncGenerator<ActorRow, void, undefined> {
  const match = filter.actor === undefined ? null : await matchActor(sql, filter.actor);
  const page = (after: SqlRow | null, limit: number): Promise<readonly SqlRow[]> => {
    const conditions = new Conditions();
    addDocumentConditions(conditions, filter);
    addAppearanceConditions(conditions, filter, match);
    const { where } = conditions;
    const cursor = new Conditions(conditions.parameters);
    if (after !== null) {
      cursor.add(
        "(-statements, -mentions, key) > (?::bigint, ?::bigint, ?)",
        -integerAt(after, "statements"),
        -integerAt(after, "mentions"),
        textAt(after, "key"),
      );
    }
    return sql.query(query(where, cursor.where, limit), cursor.parameters);
  };
  for await (const row of paged(filter.limit, page, pageSize)) yield actorRowFrom(row);
}

/**
 * An appearance is an actor in a document, as far as it is left to itself, or a part split off it. Those that fit are
 * counted by key; of the keys that come on the page, what they are called is gathered then.
 */
const query = (where: string, cursor: string, limit: number): string => `
  with resolved as materialized (select key, root, name from parley.actor_resolution),
  gone as materialized (
    select document, actor, sum(jsonb_array_length(mentions)) as mentions, sum(statements) as statements
    from parley.actor_part group by document, actor
  ),
  machine as (
    select actor.document, actor.key, actor.name, actor.type, actor.country, actor.role, actor.sector, actor.base,
      actor.names, actor.names_folded, jsonb_array_length(actor.mentions) - coalesce(gone.mentions, 0) as mentions,
      actor.statements - coalesce(gone.statements, 0) as statements
    from parley.actor left join gone on gone.document = actor.document and gone.actor = actor.id
    where jsonb_array_length(actor.mentions) > coalesce(gone.mentions, 0)
    union all
    select document, key, name, type, country, role, sector, null, names, names_folded,
      jsonb_array_length(mentions), statements
    from parley.actor_part
  ),
  appearance as materialized (
    select coalesce(resolved.root, machine.key) as key, machine.key as machine_key,
      coalesce(resolved.name, machine.name) as name, resolved.name is not null as is_named, machine.type,
      machine.country, machine.role, machine.sector, machine.base, machine.names, machine.mentions,
      machine.statements, machine.document, document.published_from, document.published_to
    from machine left join resolved on resolved.key = machine.key
    join parley.document on document.id = machine.document
    ${where}
  ),
  counted as (
    select key, sum(statements)::bigint as statements, sum(mentions)::bigint as mentions,
      count(distinct document) as documents, max(name) filter (where is_named) as decided_name,
      mode() within group (order by type) as type, mode() within group (order by country) as country,
      mode() within group (order by sector) as sector, max(base) as base,
      to_char(min(published_from), 'YYYY-MM-DD') as first_day, to_char(max(published_to), 'YYYY-MM-DD') as last_day,
      json_agg(distinct machine_key) filter (where machine_key <> key) as merged
    from appearance group by key
  ),
  page as materialized (
    select * from counted ${cursor} order by -statements, -mentions, key limit ${limit}
  ),
  called as (
    select key, (array_agg(name order by times desc, length(name) desc, name collate "C"))[1] as name from (
      select key, appearance.name, count(*) as times from page join appearance using (key) group by key, appearance.name
    ) found group by key
  ),
  names as (
    select key, json_agg(used order by times desc, used collate "C") as names from (
      select key, used, count(*) as times from page join appearance using (key)
      cross join lateral jsonb_array_elements_text(appearance.names) as used group by key, used
    ) found group by key
  ),
  roles as (
    select key, json_agg(role order by times desc, role collate "C") as roles from (
      select key, role, count(*) as times from page join appearance using (key) where role is not null group by key, role
    ) found group by key
  )
  select page.*, coalesce(decided_name, called.name) as name, names.names, roles.roles
  from page join called using (key) left join names using (key) left join roles using (key)
  order by -statements, -mentions, key`;

/** Over `machine`, `resolved` and `document`. */
function addAppearanceConditions(conditions: Conditions, filter: ActorFilter, match: ActorMatch | null): void {
  const { type, country, sector } = filter;
  if (type !== undefined) conditions.add("machine.type = ?", type);
  if (country !== undefined) conditions.add("machine.country = ?", country.toUpperCase());
  if (sector !== undefined) conditions.add("machine.sector = ?", sector);
  if (match?.kind === "key") conditions.add(`machine.key in ${keyList}`, JSON.stringify(match.keys));
  if (match?.kind === "words") {
    // whoever has the name anywhere is meant everywhere
    const named = `select key from parley.actor where names_folded like ?
      union select key from parley.actor_part where names_folded like ?`;
    conditions.add(
      `coalesce(resolved.root, machine.key) in (
        select coalesce(root, named.key) from (${named}) named left join parley.actor_resolution using (key)
        union select root from parley.actor_resolution where key in ${keyList})`,
      match.pattern,
      match.pattern,
      JSON.stringify(match.decided),
    );
  }
}

const actorRowFrom = (row: SqlRow): ActorRow => ({
  key: textAt(row, "key") as ActorKey,
  name: textAt(row, "name"),
  names: jsonAt<readonly string[] | null>(row, "names") ?? [],
  type: textAt(row, "type") as ActorType,
  country: nullableTextAt(row, "country"),
  sector: nullableTextAt(row, "sector") as Sector | null,
  roles: jsonAt<readonly string[] | null>(row, "roles") ?? [],
  base: nullableTextAt(row, "base"),
  mentions: integerAt(row, "mentions"),
  statements: integerAt(row, "statements"),
  documents: integerAt(row, "documents"),
  from: nullableTextAt(row, "first_day"),
  to: nullableTextAt(row, "last_day"),
  merged: jsonAt<readonly ActorKey[] | null>(row, "merged") ?? [],
});
