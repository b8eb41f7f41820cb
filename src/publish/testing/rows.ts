import fc from "fast-check";
import type { ActorRow, ContactRow, DocumentRow, EventRow, StatementRow } from "../../ledger/ledger.ts";
import type { ActorId, ActorKey, CharSpan, DocumentId } from "../../text/span.ts";
import { speakerOf, wordsOf } from "../wording.ts";
import { anyArticle, hostileText } from "./articles.ts";

export const documentRow = (over: Partial<DocumentRow> = {}): DocumentRow => ({
  id: "3fa9c0de11112222" as DocumentId,
  file: "dispatches/1.txt",
  url: null,
  title: "Ostria ready to sign",
  outlet: "The Veld Courier",
  publishedAt: "2031-03-03",
  precision: "day",
  language: "en",
  order: "original",
  damage: [],
  unread: null,
  reader: { name: "by-hand", version: 1 },
  statements: 4,
  ...over,
});

export const anyDocumentRow: fc.Arbitrary<DocumentRow> = fc
  .record({
    file: hostileText,
    title: fc.option(hostileText),
    outlet: fc.option(hostileText),
    unread: fc.option(hostileText),
  })
  .map((over) => documentRow(over));

/** The statements of an article as the ledger lists them. */
export const anyStatementRows: fc.Arbitrary<readonly StatementRow[]> = anyArticle.map(({ document, outcome }) =>
  (outcome.kind === "read" ? outcome.statements : []).map((statement) => ({
    statement,
    document: { ...document, publishedAt: document.published?.value ?? null },
    actor: outcome.kind === "read" ? speakerOf(statement, outcome.actors) : null,
    words: {
      source: wordsOf(document.text, statement.source.spans),
      cue: wordsOf(document.text, statement.cue.spans),
      content: wordsOf(document.text, statement.content.spans),
    },
    decision: null,
  })),
);

export const actorRow = (over: Partial<ActorRow> = {}): ActorRow => ({
  key: "person:anton-verel" as ActorKey,
  name: "Anton Verel",
  names: ["Anton Verel", "Verel"],
  type: "person",
  country: "OST",
  sector: "GOV",
  roles: ["president"],
  base: "anton-verel",
  mentions: 7,
  statements: 3,
  documents: 2,
  from: "2031-03-01",
  to: "2031-03-09",
  merged: [],
  ...over,
});

export const anyActorRow: fc.Arbitrary<ActorRow> = fc
  .record({
    name: hostileText,
    names: fc.array(hostileText),
    roles: fc.array(hostileText),
    base: fc.option(hostileText),
  })
  .map((over) => actorRow(over));

/** The events and contacts of an article as the ledger lists them. */
export const anyRecordRows: fc.Arbitrary<{
  readonly events: readonly EventRow[];
  readonly contacts: readonly ContactRow[];
}> = anyArticle.map(({ document, outcome }) => {
  const read = outcome.kind === "read" ? outcome : { actors: [], events: [], contacts: [] };
  const words = (span: CharSpan | null) => span && wordsOf(document.text, [span]);
  const named = (ids: readonly ActorId[]) => read.actors.filter(({ id }) => ids.includes(id));
  const row = { ...document, publishedAt: document.published?.value ?? null };
  return {
    events: read.events.map((event) => ({
      event,
      document: row,
      actors: named(event.actors),
      recipients: named(event.recipients),
      words: {
        trigger: wordsOf(document.text, [event.trigger]),
        evidence: wordsOf(document.text, event.evidence),
        when: words(event.when?.span ?? null),
        place: words(event.place),
      },
    })),
    contacts: read.contacts.map((contact) => ({
      contact,
      document: row,
      participants: named(contact.participants),
      mediator: named(contact.mediator === null ? [] : [contact.mediator])[0] ?? null,
      words: {
        evidence: wordsOf(document.text, contact.evidence),
        when: words(contact.when?.span ?? null),
        place: words(contact.place),
        about: words(contact.about),
        outcome: words(contact.outcome),
      },
    })),
  };
});
