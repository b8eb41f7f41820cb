import type { ActorType } from "../../coding/actor/actor.ts";
import type { ActorId, ActorKey } from "../../text/span.ts";
import type { NamedActor } from "../ledger.ts";
import { jsonAt } from "../rows.ts";
import type { SqlRow } from "../sql.ts";

/**
 * Common table expressions after one named `page`, whose rows have `id` and `document`: `named` gives each record's
 * actors, as people decided, as JSON. `refers` is true of a row of `parley.actor` that a row of the page refers to; it
 * is asked of the actors of its document alone, which an index has together.
 */
export const namedActors = (refers: string): string => `
  resolved as materialized (select key, root, name from parley.actor_resolution),
  named as (
    select page.id as record, json_agg(json_build_array(actor.id, coalesce(resolved.root, part.key, actor.key),
      coalesce(resolved.name, part.name, actor.name), coalesce(part.type, actor.type),
      case when part.key is null then actor.country else part.country end)) as actors
    from page join parley.actor on actor.document = page.document and ${refers}
    left join parley.actor_part part on part.document = actor.document and part.actor = actor.id
      and part.records @> to_jsonb(page.id)
    left join resolved on resolved.key = coalesce(part.key, actor.key)
    group by page.id
  )`;

type Named = readonly [ActorId, ActorKey, string, ActorType, string | null];

/** Those of a row's actors whose ids are asked for, in that order; who is one by decision stands once. */
export function namedFromRow(row: SqlRow, ids: readonly ActorId[]): readonly NamedActor[] {
  const all = jsonAt<readonly Named[] | null>(row, "named") ?? [];
  const found = ids.flatMap((id) => all.filter(([each]) => each === id));
  return found
    .filter(([, key], at) => found.findIndex(([, each]) => each === key) === at)
    .map(([id, key, name, type, country]) => ({ id, key, name, type, country }));
}
