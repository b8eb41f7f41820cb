import { integerAt, textAt } from "./rows.ts";
import type { Sql } from "./sql.ts";

/** What must never be found in a ledger, each with a query that counts it. */
const defects: Readonly<Record<string, string>> = {
  "documents neither read nor marked unread": `
    select count(*) from parley.document left join parley.reading on reading.document = document.id
    where (reading.document is null) = (document.unread is null)`,
  "readings with another number of statements than they say": `
    select count(*) from parley.reading where statements <>
      (select count(*) from parley.statement where statement.document = reading.document)`,
  ...Object.fromEntries(
    ["actor", "time", "event", "contact", "position", "forecast"].map((table) => [
      `readings with another number of ${table}s than they say`,
      `select count(*) from parley.reading where ${table}s <>
        (select count(*) from parley.${table} where ${table}.document = reading.document)`,
    ]),
  ),
  "statements of an actor that their reading does not have": `
    select count(*) from parley.statement where statement.actor is not null and not exists
      (select from parley.actor where actor.document = statement.document and actor.id = statement.actor)`,
  "actors of another number of statements than they say": `
    select count(*) from parley.actor where statements <>
      (select count(*) from parley.statement where statement.document = actor.document and statement.actor = actor.id)`,
  "positions of an actor that their reading does not have": `
    select count(*) from parley.position where not exists
      (select from parley.actor where actor.document = position.document and actor.id = position.actor)`,
  "parts of actors that no decision made": `
    select count(*) from parley.actor_part where not exists
      (select from parley.actor_decision decided
        where decided.document = actor_part.document and decided.into_key = actor_part.key)`,
  "actors merged in a circle": `
    select count(*) from parley.actor_decision decided join parley.actor_resolution on key = actor
    where kind = 'merge' and exists
      (select from parley.actor_decision further where further.kind = 'merge' and further.actor = root)`,
  "statements without content": `
    select count(*) from parley.statement where not exists
      (select from parley.span where span.statement = statement.key and role = 'content')`,
  "documents whose adding is not in the audit": `
    select count(*) from parley.document where not exists
      (select from parley.audit where audit.document = document.id and action = 'document-added')`,
};

/** One line for each kind of defect found: "3 statements without content". Empty in every ledger that is whole. */
export async function findDefects(sql: Sql): Promise<readonly string[]> {
  const counted = Object.entries(defects).map(([what, query]) => `select '${what}' as what, (${query}) as number`);
  const rows = await sql.query(counted.join(" union all "));
  return rows
    .filter((row) => integerAt(row, "number") > 0)
    .map((row) => `${integerAt(row, "number")} ${textAt(row, "what")}`);
}
