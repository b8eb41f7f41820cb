import type { Read } from "../../coding/article.ts";
import type { Position, ToldBy } from "../../coding/position/position.ts";
import type { ActorId, CharSpan, DocumentId, PositionId, StatementId } from "../../text/span.ts";
import type { Columns, RowToWrite } from "../bulk.ts";
import { jsonAt, nullableTextAt, textAt, wordsOf } from "../rows.ts";
import type { SqlRow } from "../sql.ts";
import { nameFolder } from "./actor-rows.ts";
import { firstOffset, whenColumns, whenFromRow, whenToRow } from "./event-rows.ts";

export const positionColumns: Columns = {
  id: "text",
  document: "text",
  start_offset: "integer",
  ordinal: "integer",
  actor: "text",
  issue: "text",
  found: "jsonb",
  counterpart: "text",
  stance: "text",
  conditions: "jsonb",
  modality: "text",
  audience: "text",
  told_by: "text",
  told_by_actor: "text",
  ...whenColumns,
  evidence: "jsonb",
  statement: "text",
  condition_words: "jsonb",
  evidence_words: "text",
  actors_folded: "text",
};

export function positionRows(document: DocumentId, text: string, read: Read): readonly RowToWrite[] {
  const folded = nameFolder(text, read);
  return read.positions.map(({ when, toldBy, ...position }, ordinal) => ({
    ...position,
    ...whenToRow(text, when),
    told_by: toldBy.kind,
    told_by_actor: toldBy.kind === "other" ? toldBy.actor : null,
    document,
    start_offset: firstOffset(position.evidence),
    ordinal,
    condition_words: position.conditions.map((span) => wordsOf(text, [span])),
    evidence_words: wordsOf(text, position.evidence),
    actors_folded: folded(actorsInPosition({ toldBy, ...position })),
  }));
}

/** Whose it is, then with whom or whose matter, then who tells it of them. */
export const actorsInPosition = ({
  actor,
  counterpart,
  toldBy,
}: Pick<Position, "actor" | "counterpart" | "toldBy">): readonly ActorId[] => [
  actor,
  ...(counterpart === null ? [] : [counterpart]),
  ...(toldBy.kind === "other" && toldBy.actor !== null ? [toldBy.actor] : []),
];

export const positionFromRow = (row: SqlRow): Position => ({
  id: textAt(row, "id") as PositionId,
  actor: textAt(row, "actor") as ActorId,
  issue: textAt(row, "issue"),
  found: jsonAt<Position["found"]>(row, "found"),
  counterpart: nullableTextAt(row, "counterpart") as ActorId | null,
  stance: textAt(row, "stance") as Position["stance"],
  conditions: jsonAt<readonly CharSpan[]>(row, "conditions"),
  modality: textAt(row, "modality") as Position["modality"],
  audience: textAt(row, "audience") as Position["audience"],
  toldBy: toldByFrom(textAt(row, "told_by") as ToldBy["kind"], nullableTextAt(row, "told_by_actor") as ActorId | null),
  when: whenFromRow(row),
  statement: nullableTextAt(row, "statement") as StatementId | null,
  evidence: jsonAt<Position["evidence"]>(row, "evidence"),
});

const toldByFrom = (kind: ToldBy["kind"], actor: ActorId | null): ToldBy =>
  kind === "other" ? { kind, actor } : { kind };
