import type { Article } from "../../coding/article.ts";
import type { ActorKey, CharSpan, DocumentId } from "../../text/span.ts";
import { type Columns, insertRows } from "../bulk.ts";
import { foldedNames, namesIn } from "../records/actor-rows.ts";
import { jsonAt, nullableTextAt, textAt } from "../rows.ts";
import type { Sql, SqlRow } from "../sql.ts";
import type { ActorSplit } from "./actor-decision.ts";
import { wordsOfPart } from "./apply.ts";
import { type Part, partsOf } from "./split.ts";

const partColumns: Columns = {
  document: "text",
  actor: "text",
  ordinal: "integer",
  key: "text",
  name: "text",
  type: "text",
  country: "text",
  role: "text",
  sector: "text",
  mentions: "jsonb",
  names: "jsonb",
  names_folded: "text",
  records: "jsonb",
  statements: "integer",
};

/** Works out anew what people's splits mean in these articles, whose records are those in the ledger. */
export async function remakeParts(sql: Sql, articles: readonly Article[]): Promise<void> {
  const documents = articles.map(({ document }) => document.id);
  const splits = await splitsIn(sql, documents);
  if (splits.length === 0) return;
  const parts = articles.flatMap(({ document, outcome }) => {
    if (outcome.kind === "unread") return [];
    const own = splits.filter((split) => split.document === document.id);
    return partsOf(outcome, own).map((part) => ({ part, document, read: outcome }));
  });
  const known = await described(
    sql,
    parts.map(({ part }) => part.key),
  );
  await sql.query(
    "delete from parley.actor_part where document in (select value from json_array_elements_text($1::json))",
    [JSON.stringify(documents)],
  );
  const rows = parts.map(({ part, document, read }) => {
    const name = wordsOfPart(part.mentions, document.text);
    const names = namesIn(document.text, part.mentions);
    const type = read.actors.find(({ id }) => id === part.actor)?.type;
    return {
      country: null,
      role: null,
      sector: null,
      name,
      type,
      ...known.get(part.key),
      ...partColumnsOf(part),
      document: document.id,
      names,
      names_folded: foldedNames(name, names),
    };
  });
  await insertRows(sql, "parley.actor_part", partColumns, rows);
}

const partColumnsOf = ({ actor, ordinal, key, mentions, records, statements }: Part) => ({
  actor,
  ordinal,
  key,
  mentions,
  records,
  statements,
});

/** The splits that stand in these documents, in the order they were made. */
export async function splitsIn(sql: Sql, documents: readonly DocumentId[]): Promise<readonly ActorSplit[]> {
  const rows = await sql.query(
    `select * from parley.actor_decision where kind = 'split' and document in
       (select value from json_array_elements_text($1::json)) order by number`,
    [JSON.stringify(documents)],
  );
  return rows.map(splitFromRow);
}

export const splitFromRow = (row: SqlRow): ActorSplit => ({
  kind: "split",
  actor: textAt(row, "actor") as ActorKey,
  document: textAt(row, "document") as DocumentId,
  spans: jsonAt<readonly CharSpan[]>(row, "spans"),
  into: textAt(row, "into_key") as ActorKey,
  note: nullableTextAt(row, "note"),
});

interface Description {
  readonly name: string;
  readonly type: string;
  readonly country: string | null;
  readonly role: string | null;
  readonly sector: string | null;
}

/** What the ledger says of those who have one of these keys elsewhere: of the first document that has them. */
async function described(sql: Sql, keys: readonly ActorKey[]): Promise<ReadonlyMap<string, Description>> {
  if (keys.length === 0) return new Map();
  const rows = await sql.query(
    `select distinct on (key) key, name, type, country, role, sector from parley.actor
     where key in (select value from json_array_elements_text($1::json)) order by key, document, ordinal`,
    [JSON.stringify([...new Set(keys)])],
  );
  return new Map(
    rows.map((row) => [
      textAt(row, "key"),
      {
        name: textAt(row, "name"),
        type: textAt(row, "type"),
        country: nullableTextAt(row, "country"),
        role: nullableTextAt(row, "role"),
        sector: nullableTextAt(row, "sector"),
      },
    ]),
  );
}
