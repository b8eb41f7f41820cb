import type { ActorType } from "../../coding/actor/actor.ts";
import type { Sector } from "../../coding/actor/sector.ts";
import type { ActorKey } from "../../text/span.ts";
import { addDocumentConditions, Conditions } from "../filter.ts";
import type { ActorFilter, ActorRow } from "../ledger.ts";
import { paged } from "../paging.ts";
import { integerAt, jsonAt, nullableTextAt, textAt } from "../rows.ts";
import type { Sql, SqlRow } from "../sql.ts";
import { type ActorMatch, hasParts, matchActor } from "./resolve.ts";

/** Every page counts all actors anew, so that pages are large. */
const pageSize = 5000;

/** By number of statements, then of mentions, the most first, then by key. */
export async function* listActors(sql: Sql, filter: ActorFilter = {}): AsyncGenerator<ActorRow, void, undefined> {
  const match = filter.actor === undefined ? null : await matchActor(sql, filter.actor);
  const isParted = await hasParts(sql);
  const page = (after: SqlRow | null, limit: number): Promise<readonly SqlRow[]> => {
    const conditions = new Conditions();
    addDocumentConditions(conditions, filter);
    addAppearanceConditions(conditions, filter);
    const wanted = match === null ? null : wantedKeys(conditions, match);
    if (wanted !== null) conditions.add("machine.key in (select key from wanted)");
    const cursor = new Conditions(conditions.parameters);
    if (after !== null) {
      cursor.add(
        "(-statements, -mentions, key) > (?::bigint, ?::bigint, ?)",
        -integerAt(after, "statements"),
        -integerAt(after, "mentions"),
        textAt(after, "key"),
      );
    }
    const appearances = appearancesIn(isParted ? leftToThemselves : unparted);
    return sql.query(
      query({ appearances, wanted, where: conditions.where, cursor: cursor.where, limit }),
      cursor.parameters,
    );
  };
  for await (const row of paged(filter.limit, page, pageSize)) yield actorRowFrom(row);
}

interface QueryParts {
  readonly appearances: string;
  /** A query of all keys that are meant, by name or key; null where all are. */
  readonly wanted: string | null;
  readonly where: string;
  readonly cursor: string;
  readonly limit: number;
}

/**
 * An appearance is an actor in a document, as far as it is left to itself, or a part split off it. Those that fit are
 * counted by key, of all else as little read as that needs; for the keys that come on the page the rest is gathered then.
 */
const query = ({ appearances, wanted, where, cursor, limit }: QueryParts): string => `
  with resolved as materialized (select key, root, name from parley.actor_resolution),
  ${wanted === null ? "" : `wanted as materialized (${wanted}),`}
  counted as (
    select coalesce(resolved.root, machine.key) as key, sum(machine.statements)::bigint as statements,
      sum(machine.mentions)::bigint as mentions
    from ${appearances} ${where} group by 1
  ),
  page as materialized (
    select * from counted ${cursor} order by -statements, -mentions, key limit ${limit}
  ),
  meant as materialized (
    select key from page union select resolved.key from resolved join page on page.key = resolved.root
  ),
  appearance as materialized (
    select coalesce(resolved.root, machine.key) as key, machine.key as machine_key,
      coalesce(resolved.name, machine.name) as name, resolved.name is not null as is_named, machine.type,
      machine.country, machine.role, machine.sector, machine.base, machine.names, machine.document,
      document.published_from, document.published_to
    from ${appearances}
    ${where === "" ? "where" : `${where} and`} machine.key in (select key from meant)
  ),
  described as (
    select key, count(distinct document) as documents, max(name) filter (where is_named) as decided_name,
      mode() within group (order by type) as type, mode() within group (order by country) as country,
      mode() within group (order by sector) as sector, max(base) as base,
      to_char(min(published_from), 'YYYY-MM-DD') as first_day, to_char(max(published_to), 'YYYY-MM-DD') as last_day,
      json_agg(distinct machine_key) filter (where machine_key <> key) as merged
    from appearance group by key
  ),
  called as (
    select key, (array_agg(name order by times desc, length(name) desc, name collate "C"))[1] as name from (
      select key, name, count(*) as times from appearance group by key, name
    ) found group by key
  ),
  names as (
    select key, json_agg(used order by times desc, used collate "C") as names from (
      select key, used, count(*) as times
      from appearance cross join lateral jsonb_array_elements_text(appearance.names) as used group by key, used
    ) found group by key
  ),
  roles as (
    select key, json_agg(role order by times desc, role collate "C") as roles from (
      select key, role, count(*) as times from appearance where role is not null group by key, role
    ) found group by key
  )
  select page.*, documents, type, country, sector, base, first_day, last_day, merged,
    coalesce(decided_name, called.name) as name, names.names, roles.roles
  from page join described using (key) join called using (key) left join names using (key) left join roles using (key)
  order by -page.statements, -page.mentions, page.key`;

/** `machine` is what an appearance says; its document is joined so that it need not be where nothing is asked of it. */
const appearancesIn = (actors: string): string => `(
    select document, key, name, type, country, role, sector, base, names, mentions, statements from ${actors}
    union all
    select document, key, name, type, country, role, sector, null, names, jsonb_array_length(mentions), statements
    from parley.actor_part
  ) machine left join resolved on resolved.key = machine.key
    left join parley.document on document.id = machine.document`;

const unparted = `(
    select document, key, name, type, country, role, sector, base, names, jsonb_array_length(mentions) as mentions,
      statements from parley.actor
  ) whole`;

/** Actors without what was split off them; without those of whom nothing is left. */
const leftToThemselves = `(
    select actor.document, key, name, type, country, role, sector, base, names,
      jsonb_array_length(actor.mentions) - coalesce(gone.mentions, 0) as mentions,
      actor.statements - coalesce(gone.statements, 0) as statements
    from parley.actor left join (
      select document, actor, sum(jsonb_array_length(mentions)) as mentions, sum(statements) as statements
      from parley.actor_part group by document, actor
    ) gone on gone.document = actor.document and gone.actor = actor.id
    where jsonb_array_length(actor.mentions) > coalesce(gone.mentions, 0)
  ) left_over`;

/** Over `machine`. */
function addAppearanceConditions(conditions: Conditions, { type, country, sector }: ActorFilter): void {
  if (type !== undefined) conditions.add("machine.type = ?", type);
  if (country !== undefined) conditions.add("machine.country = ?", country.toUpperCase());
  if (sector !== undefined) conditions.add("machine.sector = ?", sector);
}

/** The keys of all who have the name anywhere, which are meant everywhere, with those that are one with them. */
function wantedKeys(conditions: Conditions, match: ActorMatch): string {
  const listed = (keys: readonly string[]): string =>
    `select value as key from json_array_elements_text(${conditions.parameter(JSON.stringify(keys))}::json)`;
  if (match.kind === "key") return listed(match.keys);
  const pattern = conditions.parameter(match.pattern);
  return `
    with root as (
      select coalesce(resolved.root, found.key) as key from (
        select key from parley.actor where names_folded like ${pattern}
        union select key from parley.actor_part where names_folded like ${pattern}
        union ${listed(match.decided)}
      ) found left join resolved on resolved.key = found.key
    )
    select key from root union select resolved.key from resolved join root on root.key = resolved.root`;
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
