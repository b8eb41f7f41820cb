import type { Article } from "../../coding/article.ts";
import type { ActorKey } from "../../text/span.ts";
import { containingName } from "../fold.ts";
import { jsonAt, nullableTextAt, textAt } from "../rows.ts";
import type { Sql } from "../sql.ts";
import { storableText } from "../storable.ts";
import { applyDecisions, type Resolve } from "./apply.ts";
import { splitsIn } from "./parts.ts";

/** The article with its actors as people decided. */
export async function asDecided(sql: Sql, article: Article): Promise<Article> {
  const { document, outcome } = article;
  if (outcome.kind === "unread") return article;
  const splits = await splitsIn(sql, [document.id]);
  const keys = [...outcome.actors.map(({ key }) => key), ...splits.map(({ into }) => into)];
  const resolve = await resolutionOf(sql, keys);
  return { document, outcome: applyDecisions(outcome, splits, resolve, document.text) };
}

export async function resolutionOf(sql: Sql, keys: readonly ActorKey[]): Promise<Resolve> {
  const rows = await sql.query(
    `select key, root, name from parley.actor_resolution
     where key in (select value from json_array_elements_text($1::json))`,
    [JSON.stringify([...new Set(keys)])],
  );
  const found = new Map(
    rows.map((row) => [
      textAt(row, "key"),
      { key: textAt(row, "root") as ActorKey, name: nullableTextAt(row, "name") },
    ]),
  );
  return (key) => found.get(key) ?? null;
}

/** Whom a filter's words mean: one actor by its key, or all who have a name of which they are a part. */
export type ActorMatch =
  | { readonly kind: "key"; readonly keys: readonly ActorKey[] }
  /** `decided`: keys whose name matches by what people decided, whatever the machine calls them. */
  | { readonly kind: "words"; readonly pattern: string; readonly decided: readonly ActorKey[] };

/** An actor's whole key, that of a merged one too, means everything that is it now. */
export async function matchActor(sql: Sql, words: string): Promise<ActorMatch> {
  const pattern = containingName(words);
  const [row] = await sql.query(
    `select exists (select from parley.actor where key = $1) as is_key,
       exists (select from parley.actor_decision) as is_decided`,
    [storableText(words)],
  );
  if (row !== undefined && !jsonAt<boolean>(row, "is_decided")) {
    const key = words as ActorKey; // the ledger has it
    return jsonAt<boolean>(row, "is_key") ? { kind: "key", keys: [key] } : { kind: "words", pattern, decided: [] };
  }
  const root = await rootOf(sql, storableText(words) as ActorKey);
  if (root !== null) return { kind: "key", keys: await keysOf(sql, root) };
  const rows = await sql.query(
    `select key from parley.actor_resolution where
       exists (select from parley.actor_decision
         where kind = 'rename' and actor = root and actor_decision.name_folded like $1)
       or (key <> root and exists (select from parley.actor where actor.key = root and names_folded like $1))`,
    [pattern],
  );
  return { kind: "words", pattern, decided: rows.map((each) => textAt(each, "key") as ActorKey) };
}

/** Whether anything was split: where it was not, simpler questions do. */
export const hasParts = async (sql: Sql): Promise<boolean> =>
  (await sql.query("select from parley.actor_part limit 1")).length > 0;

/** The key that a key has come to; itself where nobody decided on it; null where the ledger has no such actor. */
export async function rootOf(sql: Sql, key: ActorKey): Promise<ActorKey | null> {
  const [row] = await sql.query(
    `select coalesce((select root from parley.actor_resolution where actor_resolution.key = $1), $1) as root
     where exists (select from parley.actor where actor.key = $1)
       or exists (select from parley.actor_resolution where actor_resolution.key = $1)
       or exists (select from parley.known_actor where 'person:' || known_actor.id = $1)`,
    [key],
  );
  return row === undefined ? null : (textAt(row, "root") as ActorKey);
}

/** All keys that have come to one, itself among them. */
export async function keysOf(sql: Sql, root: ActorKey): Promise<readonly ActorKey[]> {
  const rows = await sql.query("select key from parley.actor_resolution where root = $1 union select $1 order by 1", [
    root,
  ]);
  return rows.map((row) => textAt(row, "key") as ActorKey);
}
