import type { Actor, Mention } from "../../coding/actor/actor.ts";
import type { Sector } from "../../coding/actor/sector.ts";
import type { Read } from "../../coding/article.ts";
import type { ActorId, ActorKey, CharSpan, DocumentId } from "../../text/span.ts";
import type { Columns, RowToWrite } from "../bulk.ts";
import { foldName } from "../fold.ts";
import { jsonAt, nullableTextAt, textAt, wordsOf } from "../rows.ts";
import type { SqlRow } from "../sql.ts";

export const actorColumns: Columns = {
  document: "text",
  id: "text",
  ordinal: "integer",
  key: "text",
  base: "text",
  name: "text",
  type: "text",
  country: "text",
  role: "text",
  sector: "text",
  number: "text",
  knowledge: "jsonb",
  members: "jsonb",
  mentions: "jsonb",
  names: "jsonb",
  names_folded: "text",
  statements: "integer",
};

export function actorRows(document: DocumentId, text: string, read: Read): readonly RowToWrite[] {
  const said = new Map<ActorId | null, number>();
  for (const { source } of read.statements) said.set(source.actor, (said.get(source.actor) ?? 0) + 1);
  return read.actors.map((actor, ordinal) => {
    const names = namesIn(text, actor.mentions);
    return {
      ...actor,
      document,
      ordinal,
      names,
      names_folded: foldedNames(actor.name, names),
      statements: said.get(actor.id) ?? 0,
    };
  });
}

/** The different words by which a text names someone, in text order; a place that stands for nobody is no name. */
export function namesIn(text: string, mentions: readonly Mention[]): readonly string[] {
  const naming = mentions.filter(({ kind, asPlace }) => kind === "name" && !asPlace);
  return [...new Set(naming.map((mention) => wordsOf(text, [mention]).replace(/\s+/gu, " ")))];
}

/** All names of one, as searches compare them. */
export const foldedNames = (name: string, names: readonly string[]): string =>
  foldName([...new Set([name, ...names])].join("\n"));

/**
 * The names of some of a reading's actors, as searches compare them: the machine's, as what people decided is looked up
 * when it is asked for.
 */
export function nameFolder(text: string, { actors }: Read): (ids: readonly ActorId[]) => string {
  const byId = new Map(actors.map((actor) => [actor.id, foldedNames(actor.name, namesIn(text, actor.mentions))]));
  return (ids) => [...new Set(ids)].flatMap((id) => byId.get(id) ?? []).join("\n");
}

export const actorFromRow = (row: SqlRow): Actor => ({
  id: textAt(row, "id") as ActorId,
  key: textAt(row, "key") as ActorKey,
  base: nullableTextAt(row, "base"),
  name: textAt(row, "name"),
  type: textAt(row, "type") as Actor["type"],
  country: nullableTextAt(row, "country"),
  role: nullableTextAt(row, "role"),
  sector: nullableTextAt(row, "sector") as Sector | null,
  number: textAt(row, "number") as Actor["number"],
  knowledge: jsonAt<CharSpan | null>(row, "knowledge"),
  members: jsonAt<readonly ActorId[]>(row, "members"),
  mentions: jsonAt<Actor["mentions"]>(row, "mentions"),
});
