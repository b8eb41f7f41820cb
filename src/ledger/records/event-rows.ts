import type { Read } from "../../coding/article.ts";
import type { Event } from "../../coding/event/event.ts";
import type { When } from "../../coding/time/when.ts";
import type { ActorId, CharSpan, DocumentId, EventId, StatementId } from "../../text/span.ts";
import type { Columns, RowToWrite } from "../bulk.ts";
import { jsonAt, nullableTextAt, textAt, wordsOf } from "../rows.ts";
import type { SqlRow } from "../sql.ts";
import { nameFolder } from "./actor-rows.ts";

export const whenColumns: Columns = {
  when_from: "date",
  when_to: "date",
  when_span: "jsonb",
  when_words: "text",
};

export const eventColumns: Columns = {
  id: "text",
  document: "text",
  start_offset: "integer",
  ordinal: "integer",
  type: "text",
  mode: "text",
  contexts: "jsonb",
  actors: "jsonb",
  recipients: "jsonb",
  status: "text",
  ...whenColumns,
  place: "jsonb",
  trigger: "jsonb",
  evidence: "jsonb",
  statement: "text",
  place_words: "text",
  trigger_words: "text",
  evidence_words: "text",
  actors_folded: "text",
};

export function eventRows(document: DocumentId, text: string, read: Read): readonly RowToWrite[] {
  const folded = nameFolder(text, read);
  return read.events.map(({ when, ...event }, ordinal) => ({
    ...event,
    ...whenToRow(text, when),
    document,
    start_offset: firstOffset(event.evidence),
    ordinal,
    place_words: wordsOrNull(text, event.place),
    trigger_words: wordsOf(text, [event.trigger]),
    evidence_words: wordsOf(text, event.evidence),
    actors_folded: folded([...event.actors, ...event.recipients]),
  }));
}

export const eventFromRow = (row: SqlRow): Event => ({
  id: textAt(row, "id") as EventId,
  type: textAt(row, "type") as Event["type"],
  mode: nullableTextAt(row, "mode"),
  contexts: jsonAt<Event["contexts"]>(row, "contexts"),
  actors: jsonAt<readonly ActorId[]>(row, "actors"),
  recipients: jsonAt<readonly ActorId[]>(row, "recipients"),
  status: textAt(row, "status") as Event["status"],
  when: whenFromRow(row),
  place: jsonAt<CharSpan | null>(row, "place"),
  trigger: jsonAt<CharSpan>(row, "trigger"),
  evidence: jsonAt<Event["evidence"]>(row, "evidence"),
  statement: nullableTextAt(row, "statement") as StatementId | null,
});

export const whenToRow = (text: string, when: When | null): RowToWrite => ({
  when_from: when?.from ?? null,
  when_to: when?.to ?? null,
  when_span: when?.span ?? null,
  when_words: wordsOrNull(text, when?.span ?? null),
});

export function whenFromRow(row: SqlRow): When | null {
  const span = jsonAt<CharSpan | null>(row, "when_span");
  return span === null ? null : { from: nullableTextAt(row, "when_from"), to: nullableTextAt(row, "when_to"), span };
}

export const wordsOrNull = (text: string, span: CharSpan | null): string | null =>
  span === null ? null : wordsOf(text, [span]);

/** Where a record stands in its text: evidence may come with the fullest first. */
export const firstOffset = (spans: readonly CharSpan[]): number => Math.min(...spans.map(({ start }) => start));
