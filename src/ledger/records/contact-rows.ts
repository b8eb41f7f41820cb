import type { Read } from "../../coding/article.ts";
import type { Contact } from "../../coding/event/contact.ts";
import type { ActorId, CharSpan, ContactId, DocumentId, EventId } from "../../text/span.ts";
import type { Columns, RowToWrite } from "../bulk.ts";
import { jsonAt, nullableTextAt, textAt, wordsOf } from "../rows.ts";
import type { SqlRow } from "../sql.ts";
import { nameFolder } from "./actor-rows.ts";
import { firstOffset, whenColumns, whenFromRow, whenToRow, wordsOrNull } from "./event-rows.ts";

export const contactColumns: Columns = {
  id: "text",
  document: "text",
  start_offset: "integer",
  ordinal: "integer",
  event: "text",
  participants: "jsonb",
  form: "text",
  status: "text",
  mediator: "text",
  ...whenColumns,
  place: "jsonb",
  about: "jsonb",
  outcome: "jsonb",
  evidence: "jsonb",
  place_words: "text",
  about_words: "text",
  outcome_words: "text",
  evidence_words: "text",
  actors_folded: "text",
};

export function contactRows(document: DocumentId, text: string, read: Read): readonly RowToWrite[] {
  const folded = nameFolder(text, read);
  return read.contacts.map(({ when, ...contact }, ordinal) => ({
    ...contact,
    ...whenToRow(text, when),
    document,
    start_offset: firstOffset(contact.evidence),
    ordinal,
    place_words: wordsOrNull(text, contact.place),
    about_words: wordsOrNull(text, contact.about),
    outcome_words: wordsOrNull(text, contact.outcome),
    evidence_words: wordsOf(text, contact.evidence),
    actors_folded: folded(actorsOf(contact)),
  }));
}

/** Everybody in a contact, its mediator last. */
export const actorsOf = ({ participants, mediator }: Pick<Contact, "participants" | "mediator">): readonly ActorId[] =>
  mediator === null ? participants : [...participants, mediator];

export const contactFromRow = (row: SqlRow): Contact => ({
  id: textAt(row, "id") as ContactId,
  event: nullableTextAt(row, "event") as EventId | null,
  participants: jsonAt<Contact["participants"]>(row, "participants"),
  form: textAt(row, "form") as Contact["form"],
  status: textAt(row, "status") as Contact["status"],
  mediator: nullableTextAt(row, "mediator") as ActorId | null,
  when: whenFromRow(row),
  place: jsonAt<CharSpan | null>(row, "place"),
  about: jsonAt<CharSpan | null>(row, "about"),
  outcome: jsonAt<CharSpan | null>(row, "outcome"),
  evidence: jsonAt<Contact["evidence"]>(row, "evidence"),
});
