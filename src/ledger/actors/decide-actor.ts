import { ParleyError } from "../../text/errors.ts";
import { type ActorKey, overlaps } from "../../text/span.ts";
import { insertAudit } from "../audit.ts";
import { articleById } from "../find.ts";
import { foldName } from "../fold.ts";
import type { Provenance } from "../ledger.ts";
import { nullableTextAt, textAt } from "../rows.ts";
import type { Database, Sql, SqlRow } from "../sql.ts";
import { checkStorablePart } from "../storable.ts";
import type { ActorDecision, ActorMerged, ActorRenamed, ActorSplit, ActorUnmerged } from "./actor-decision.ts";
import { remakeParts, splitFromRow, splitsIn } from "./parts.ts";
import { resolutionOf, rootOf } from "./resolve.ts";
import { partsOf } from "./split.ts";

/**
 * Records a decision on an actor, in place of an earlier one of its kind.
 * @throws ParleyError PARLEY_LEDGER_NOT_FOUND, PARLEY_OPTION_INVALID
 */
export async function recordActorDecision(
  database: Database,
  decision: ActorDecision,
  provenance: Provenance,
): Promise<void> {
  checkStorablePart(decision, "decision");
  checkStorablePart(provenance, "provenance");
  await database.transaction(async (sql) => {
    // one at a time, so that no two merges make a circle, and the audit says of each what it replaced; readers go on
    await sql.query("lock table parley.actor_decision in share row exclusive mode");
    const root = await rootOf(sql, decision.actor);
    if (root === null) throw noActor(decision.actor);
    const before = await record(sql, decision, root, provenance);
    const document = decision.kind === "split" ? decision.document : null;
    const detail = { ...decision, before };
    await insertAudit(sql, [{ action: "actor-decided", document, statement: null, detail }], provenance);
  });
}

/** Those that stand, in the order they were made. */
export async function listActorDecisions(sql: Sql): Promise<readonly ActorDecision[]> {
  return (await sql.query("select * from parley.actor_decision order by number")).map(decisionFromRow);
}

/** Returns what stood before in its place. */
function record(
  sql: Sql,
  decision: ActorDecision,
  root: ActorKey,
  provenance: Provenance,
): Promise<readonly ActorDecision[]> {
  switch (decision.kind) {
    case "rename":
      return rename(sql, { ...decision, actor: root }, provenance);
    case "merge":
      return merge(sql, decision, provenance);
    case "unmerge":
      return unmerge(sql, decision);
    case "split":
      return split(sql, decision, root, provenance);
    default:
      return decision satisfies never;
  }
}

async function rename(
  sql: Sql,
  { actor, name, note }: ActorRenamed,
  provenance: Provenance,
): Promise<readonly ActorDecision[]> {
  if (name?.trim() === "") throw invalid("an actor's name must have a letter in it");
  const before = await take(sql, "rename", actor);
  if (name !== null) await insert(sql, { kind: "rename", actor, name, name_folded: foldName(name), note }, provenance);
  return before;
}

async function merge(
  sql: Sql,
  { actor, into, note }: ActorMerged,
  provenance: Provenance,
): Promise<readonly ActorDecision[]> {
  const before = await take(sql, "merge", actor);
  const root = await rootOf(sql, into);
  if (root === null) throw noActor(into);
  const isSame = root === actor || before.some((each) => each.kind === "merge" && each.into === into);
  if (isSame) throw invalid(`${actor} and ${into} are one already`);
  await insert(sql, { kind: "merge", actor, into_key: into, note }, provenance);
  return before;
}

async function unmerge(sql: Sql, { actor }: ActorUnmerged): Promise<readonly ActorDecision[]> {
  const before = await take(sql, "merge", actor);
  if (before.length === 0) throw invalid(`${actor} is not merged into another actor`);
  return before;
}

/**
 * Kept under the keys that the machine gave those mentions, so that it stands whatever is merged or taken apart later.
 */
async function split(
  sql: Sql,
  decision: ActorSplit,
  root: ActorKey,
  provenance: Provenance,
): Promise<readonly ActorDecision[]> {
  const { document, spans, into, note } = decision;
  // whoever reads the document again meanwhile waits, and whoever did so first has been waited for
  await sql.query("select from parley.document where id = $1 for no key update", [document]);
  const article = await articleById(sql, document);
  if (article === null || article.outcome.kind === "unread") throw noActor(decision.actor, document);
  const read = article.outcome;
  const before = await splitsIn(sql, [document]);
  const parts = partsOf(read, before);
  const resolve = await resolutionOf(sql, [...read.actors.map(({ key }) => key), ...parts.map(({ key }) => key)]);
  const meant = read.actors.flatMap((actor) => {
    const isMeant = (key: ActorKey) => (resolve(key)?.key ?? key) === root;
    const chosen = actor.mentions.filter((mention) => {
      const key = parts.find((part) => part.actor === actor.id && part.mentions.includes(mention))?.key ?? actor.key;
      return isMeant(key) && (spans.length === 0 || spans.some((span) => overlaps(span, mention)));
    });
    return chosen.length === 0 ? [] : [{ actor, chosen }];
  });
  if (meant.length === 0) throw noActor(decision.actor, document);
  for (const { actor, chosen } of meant) {
    const places = chosen.map(({ start, end }) => ({ start, end }));
    const kept = spans.length === 0 && chosen.length === actor.mentions.length ? [] : places;
    await insert(sql, { kind: "split", actor: actor.key, into_key: into, document, spans: kept, note }, provenance);
  }
  await remakeParts(sql, [article]);
  return before;
}

/** Removes the decision that stands, and returns it. */
async function take(sql: Sql, kind: "rename" | "merge", actor: ActorKey): Promise<readonly ActorDecision[]> {
  const text = "delete from parley.actor_decision where kind = $1 and actor = $2 returning *";
  return (await sql.query(text, [kind, actor])).map(decisionFromRow);
}

interface DecisionRow {
  readonly kind: ActorDecision["kind"];
  readonly actor: ActorKey;
  readonly name?: string;
  readonly name_folded?: string;
  readonly into_key?: ActorKey;
  readonly document?: string;
  readonly spans?: readonly { readonly start: number; readonly end: number }[];
  readonly note: string | null;
}

async function insert(sql: Sql, row: DecisionRow, { at, by, program }: Provenance): Promise<void> {
  await sql.query(
    `insert into parley.actor_decision
       (kind, actor, name, name_folded, into_key, document, spans, note, decided_at, decided_by, decided_with)
     values ($1, $2, $3, $4, $5, $6, $7::jsonb, $8, $9::timestamptz, $10, $11)`,
    [
      row.kind,
      row.actor,
      row.name ?? null,
      row.name_folded ?? null,
      row.into_key ?? null,
      row.document ?? null,
      row.spans === undefined ? null : JSON.stringify(row.spans),
      row.note,
      at,
      by,
      program,
    ],
  );
}

function decisionFromRow(row: SqlRow): ActorDecision {
  const kind = textAt(row, "kind") as "rename" | "merge" | "split"; // all that `insert` is given
  const actor = textAt(row, "actor") as ActorKey;
  const note = nullableTextAt(row, "note");
  switch (kind) {
    case "rename":
      return { kind, actor, name: textAt(row, "name"), note };
    case "merge":
      return { kind, actor, into: textAt(row, "into_key") as ActorKey, note };
    case "split":
      return splitFromRow(row);
    default:
      return kind satisfies never;
  }
}

const noActor = (key: ActorKey, document?: string): ParleyError =>
  new ParleyError(
    "PARLEY_LEDGER_NOT_FOUND",
    `no actor has the key ${JSON.stringify(key)}${document === undefined ? "" : ` among the mentions meant in ${document}`}`,
  );

const invalid = (message: string): ParleyError => new ParleyError("PARLEY_OPTION_INVALID", message);
