import type { ActorRow, ContactRow, EventRow, NamedActor } from "../ledger/ledger.ts";
import { contactObject, eventObject, type ReadContact, type ReadEvent } from "./read-object.ts";
import { type CsvColumn, shortId, spansCell } from "./rows.ts";
import type { Column } from "./table.ts";
import { actorFacts, daysShort } from "./wording.ts";

/** The columns of `parley list actors` in the terminal. */
export const actorColumns: readonly Column<ActorRow>[] = [
  { header: "Name", value: ({ name }) => name, shrinksTo: 14, atMost: 34, lines: 3 },
  { header: "Who", value: whoWords, shrinksTo: 12, atMost: 34, lines: 3 },
  { header: "Said", value: ({ statements }) => String(statements), align: "right" },
  { header: "Mentions", value: ({ mentions }) => String(mentions), align: "right" },
  { header: "Articles", value: ({ documents }) => String(documents), align: "right" },
  { header: "Dates", value: (row) => daysShort(row) ?? "–", shrinksTo: 12, atMost: 23, lines: 2 },
];

/** The columns of `parley list events` in the terminal. */
export const eventColumns: readonly Column<EventRow>[] = [
  { header: "Date", value: ({ document }) => document.publishedAt ?? "–" },
  { header: "Event", value: eventWords, shrinksTo: 10, atMost: 20, lines: 3 },
  { header: "Who", value: whoDid, shrinksTo: 12, atMost: 30, lines: 4 },
  { header: "Words", value: ({ words }) => words.evidence, shrinksTo: 18, lines: 4 },
  { header: "When, where", value: whenWhere, shrinksTo: 10, atMost: 22, lines: 4 },
  { header: "Article", value: ({ document }) => document.id.slice(0, shortId) },
];

/** The columns of `parley list contacts` in the terminal. */
export const contactColumns: readonly Column<ContactRow>[] = [
  { header: "Date", value: ({ document }) => document.publishedAt ?? "–" },
  { header: "Contact", value: ({ contact }) => `${contact.form}, ${contact.status}`, shrinksTo: 10, lines: 2 },
  { header: "Who", value: whoMet, shrinksTo: 12, atMost: 30, lines: 4 },
  { header: "Words", value: ({ words }) => words.evidence, shrinksTo: 18, lines: 4 },
  { header: "When, where", value: whenWhere, shrinksTo: 10, atMost: 22, lines: 4 },
  { header: "Article", value: ({ document }) => document.id.slice(0, shortId) },
];

function whoWords({ type, roles, country, sector }: ActorRow): string {
  return actorFacts({ type, role: roles[0] ?? null, country, sector });
}

function eventWords({ event }: EventRow): string {
  return [event.type, event.mode, event.status].filter((word) => word !== null).join(", ");
}

/** "Anton Verel → Karsk": actor and recipient, several with commas. */
function whoDid({ actors, recipients }: EventRow): string {
  const to = recipients.length === 0 ? "" : ` → ${namesOf(recipients)}`;
  return `${namesOf(actors) || "(not told)"}${to}`;
}

function whoMet({ participants, mediator }: ContactRow): string {
  return `${namesOf(participants)}${mediator === null ? "" : `; mediator ${mediator.name}`}`;
}

export const namesOf = (actors: readonly NamedActor[]): string => actors.map(({ name }) => name).join(", ");

/** The days where they are known, the words where these are all there is, then the place. */
function whenWhere(row: EventRow | ContactRow): string {
  const { when } = "event" in row ? row.event : row.contact;
  const days = when && (daysShort(when) ?? row.words.when);
  return [days, row.words.place].filter((part) => part !== null).join(", ") || "–";
}

/** An event of a list as JSON: by the contract of `parley read`, with its article, its words and the names of those in it. */
export interface EventLine extends ReadEvent {
  readonly document: EventRow["document"];
  readonly words: EventRow["words"];
  readonly who: Pick<EventRow, "actors" | "recipients">;
}

export const eventLine = ({ event, document, words, actors, recipients }: EventRow): EventLine => ({
  ...eventObject(event, words),
  document,
  words,
  who: { actors, recipients },
});

/** A contact of a list as JSON, as `EventLine`. */
export interface ContactLine extends ReadContact {
  readonly document: ContactRow["document"];
  readonly words: ContactRow["words"];
  readonly who: Pick<ContactRow, "participants" | "mediator">;
}

export const contactLine = ({ contact, document, words, participants, mediator }: ContactRow): ContactLine => ({
  ...contactObject(contact, words),
  document,
  words,
  who: { participants, mediator },
});

export const actorCsvColumns: readonly CsvColumn<ActorRow>[] = [
  { header: "key", value: ({ key }) => key },
  { header: "name", value: ({ name }) => name },
  { header: "names", value: ({ names }) => names.join("; ") },
  { header: "type", value: ({ type }) => type },
  { header: "country", value: ({ country }) => country },
  { header: "roles", value: ({ roles }) => roles.join("; ") },
  { header: "sector", value: ({ sector }) => sector },
  { header: "base", value: ({ base }) => base },
  { header: "statements", value: ({ statements }) => statements },
  { header: "mentions", value: ({ mentions }) => mentions },
  { header: "documents", value: ({ documents }) => documents },
  { header: "from", value: ({ from }) => from },
  { header: "to", value: ({ to }) => to },
  { header: "merged", value: ({ merged }) => merged.join("; ") },
];

export const documentCells: readonly CsvColumn<Pick<EventRow, "document">>[] = [
  { header: "document", value: ({ document }) => document.id },
  { header: "published_at", value: ({ document }) => document.publishedAt },
  { header: "outlet", value: ({ document }) => document.outlet },
  { header: "title", value: ({ document }) => document.title },
  { header: "file", value: ({ document }) => document.file },
];

const names = (actors: readonly NamedActor[]): string => actors.map(({ name }) => name).join("; ");
const keys = (actors: readonly NamedActor[]): string => actors.map(({ key }) => key).join("; ");

export const eventCsvColumns: readonly CsvColumn<EventRow>[] = [
  { header: "id", value: ({ event }) => event.id },
  ...documentCells,
  { header: "type", value: ({ event }) => event.type },
  { header: "mode", value: ({ event }) => event.mode },
  { header: "contexts", value: ({ event }) => event.contexts.join(" ") },
  { header: "status", value: ({ event }) => event.status },
  { header: "actors", value: ({ actors }) => names(actors) },
  { header: "recipients", value: ({ recipients }) => names(recipients) },
  { header: "when_from", value: ({ event }) => event.when?.from ?? null },
  { header: "when_to", value: ({ event }) => event.when?.to ?? null },
  { header: "when", value: ({ words }) => words.when },
  { header: "place", value: ({ words }) => words.place },
  { header: "trigger", value: ({ words }) => words.trigger },
  { header: "evidence", value: ({ words }) => words.evidence },
  { header: "statement", value: ({ event }) => event.statement },
  { header: "actor_keys", value: ({ actors }) => keys(actors) },
  { header: "recipient_keys", value: ({ recipients }) => keys(recipients) },
  { header: "trigger_span", value: ({ event }) => spansCell([event.trigger]) },
  { header: "evidence_spans", value: ({ event }) => spansCell(event.evidence) },
];

export const contactCsvColumns: readonly CsvColumn<ContactRow>[] = [
  { header: "id", value: ({ contact }) => contact.id },
  ...documentCells,
  { header: "form", value: ({ contact }) => contact.form },
  { header: "status", value: ({ contact }) => contact.status },
  { header: "participants", value: ({ participants }) => names(participants) },
  { header: "mediator", value: ({ mediator }) => mediator?.name ?? null },
  { header: "when_from", value: ({ contact }) => contact.when?.from ?? null },
  { header: "when_to", value: ({ contact }) => contact.when?.to ?? null },
  { header: "when", value: ({ words }) => words.when },
  { header: "place", value: ({ words }) => words.place },
  { header: "about", value: ({ words }) => words.about },
  { header: "outcome", value: ({ words }) => words.outcome },
  { header: "evidence", value: ({ words }) => words.evidence },
  { header: "event", value: ({ contact }) => contact.event },
  { header: "participant_keys", value: ({ participants }) => keys(participants) },
  { header: "mediator_key", value: ({ mediator }) => mediator?.key ?? null },
  { header: "evidence_spans", value: ({ contact }) => spansCell(contact.evidence) },
];
