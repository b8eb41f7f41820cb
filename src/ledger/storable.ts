import type { Article, Read } from "../coding/article.ts";
import { ParleyError } from "../text/errors.ts";
import { isDay, publicationInterval } from "./interval.ts";
import { actorsInPosition } from "./records/position-rows.ts";

/**
 * Lets nothing into the ledger that it could not give back exactly, or that points outside its document.
 * @throws ParleyError PARLEY_INPUT_MALFORMED naming the file and the place, never the text
 */
export function checkStorable(article: Article): void {
  const { document, outcome } = article;
  const refuse = refuseWith(`${storableText(document.file)} cannot be kept`);
  checkParts(article, "article", document.text.length, refuse);
  if (document.published !== null && publicationInterval(document.published) === null) {
    refuse(`its date of publication is ${document.published.value} (${document.published.precision})`);
  }
  if (outcome.kind === "unread") return;
  const { document: readDocument, reader } = outcome.reading;
  if (readDocument !== document.id) refuse(`its reading is of document ${readDocument}`);
  if (!Number.isSafeInteger(reader.version)) refuse(`its reader's version is ${reader.version}, no whole number`);
  checkRecords(outcome, refuse);
}

/** That ids are given once, that whom and what records refer to is there, and that days are of the calendar. */
function checkRecords(
  { actors, statements, times, events, contacts, positions, forecasts }: Read,
  refuse: Refuse,
): void {
  const idsOf = (what: string, records: readonly { readonly id: string }[]): ReadonlySet<string> => {
    const ids = new Set<string>();
    for (const { id } of records) {
      if (ids.has(id)) refuse(`two of its ${what}s have the id ${id}`);
      ids.add(id);
    }
    return ids;
  };
  const known = {
    actor: idsOf("actor", actors),
    statement: idsOf("statement", statements),
    event: idsOf("event", events),
    contact: idsOf("contact", contacts),
    position: idsOf("position", positions),
    forecast: idsOf("forecast", forecasts),
  };
  const refer = (what: keyof typeof known, id: string | null, from: string): void => {
    if (id !== null && !known[what].has(id)) refuse(`${from} refers to the ${what} ${id}, which it does not have`);
  };
  for (const { id, source } of statements) refer("actor", source.actor, `its statement ${id}`);
  for (const { id, members } of actors) for (const member of members) refer("actor", member, `its actor ${id}`);
  for (const event of events) {
    for (const id of [...event.actors, ...event.recipients]) refer("actor", id, `its event ${event.id}`);
    refer("statement", event.statement, `its event ${event.id}`);
  }
  for (const contact of contacts) {
    for (const id of contact.participants) refer("actor", id, `its contact ${contact.id}`);
    refer("actor", contact.mediator, `its contact ${contact.id}`);
    refer("event", contact.event, `its contact ${contact.id}`);
  }
  for (const position of positions) {
    for (const id of actorsInPosition(position)) refer("actor", id, `its position ${position.id}`);
    refer("statement", position.statement, `its position ${position.id}`);
  }
  for (const forecast of forecasts) {
    refer("actor", forecast.holder, `its forecast ${forecast.id}`);
    refer("statement", forecast.statement, `its forecast ${forecast.id}`);
  }
  const whens = [...events, ...contacts, ...positions].map((record) => record.when);
  for (const when of [...times, ...whens, ...forecasts.map(({ horizon }) => horizon)]) {
    for (const day of [when?.from ?? null, when?.to ?? null]) {
      if (day !== null && !isDay(day)) refuse(`one of its times is ${day}`);
    }
  }
}

/**
 * The same for what comes with an article: a decision, a provenance. Spans in it must lie in a text of `textLength`
 * UTF-16 code units. @throws ParleyError PARLEY_INPUT_MALFORMED
 */
export function checkStorablePart(value: unknown, what: string, textLength = Number.POSITIVE_INFINITY): void {
  checkParts(value, what, textLength, refuseWith(`the ${what} cannot be kept`));
}

type Refuse = (reason: string) => never;

const refuseWith =
  (what: string): Refuse =>
  (reason) => {
    throw new ParleyError("PARLEY_INPUT_MALFORMED", `${what}: ${reason}`);
  };

/** U+0000 and lone surrogates: PostgreSQL's text holds neither, and a document decoded by Parley has neither. */
const unstorable = /[\0\p{Cs}]/u;

/** With U+FFFD for what no ledger can hold: a search for such a text finds nothing, instead of failing. */
export const storableText = (text: string): string => text.replace(/[\0\p{Cs}]/gu, "\uFFFD");

function checkParts(value: unknown, path: string, textLength: number, refuse: Refuse): void {
  if (typeof value === "string") {
    const at = value.search(unstorable);
    if (at >= 0) refuse(`${path} has ${value.charAt(at) === "\0" ? "U+0000" : "half a character"} at offset ${at}`);
  } else if (typeof value === "number") {
    // JSON would turn these into null
    if (!Number.isFinite(value)) refuse(`${path} is ${value}`);
  } else if (typeof value === "object" && value !== null) {
    if (isSpan(value) && !liesIn(value, textLength)) {
      refuse(`${path} is ${value.start}..${value.end}, the text has ${textLength} code units`);
    }
    for (const [key, part] of Object.entries(value)) checkParts(part, `${path}.${key}`, textLength, refuse);
  }
}

interface Offsets {
  readonly start: number;
  readonly end: number;
}

const isSpan = (value: object): value is Offsets =>
  "start" in value && "end" in value && typeof value.start === "number" && typeof value.end === "number";

const liesIn = ({ start, end }: Offsets, length: number): boolean =>
  Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start < end && end <= length;
