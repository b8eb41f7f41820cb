import type { Actor, Mention } from "../coding/actor/actor.ts";
import type { Article } from "../coding/article.ts";
import type { Contact } from "../coding/event/contact.ts";
import type { Event } from "../coding/event/event.ts";
import type { Forecast } from "../coding/forecast/forecast.ts";
import type { Position } from "../coding/position/position.ts";
import type { Quotation, Sourcing, Statement, Unresolved } from "../coding/statement/statement.ts";
import type { TimeExpression } from "../coding/time/time-expression.ts";
import type { When } from "../coding/time/when.ts";
import type { DateCandidate, DatePrecision, DateSource, Document, Origin, RegionKind } from "../document/document.ts";
import type { ReaderIdentity } from "../reader/reading.ts";
import { type CharSpan, textOf } from "../text/span.ts";

/** `[start, end]`: offsets into `document.text` in UTF-16 code units, end exclusive. */
export type Pair = readonly [start: number, end: number];

export interface ReadDate {
  readonly value: string;
  readonly precision: DatePrecision;
  readonly source: DateSource;
  readonly evidence: string;
  readonly span: Pair | null;
}

export interface ReadActor extends Omit<Actor, "knowledge" | "mentions"> {
  readonly knowledge: Pair | null;
  readonly mentions: readonly {
    readonly start: number;
    readonly end: number;
    readonly kind: Mention["kind"];
    readonly asPlace: boolean;
  }[];
}

export interface ReadWhen {
  readonly from: string | null;
  readonly to: string | null;
  readonly span: Pair;
}

export type ReadTime = Pick<TimeExpression, "start" | "end" | "from" | "to" | "precision" | "unresolved">;

export interface ReadEvent extends Omit<Event, "when" | "place" | "trigger" | "evidence"> {
  readonly when: ReadWhen | null;
  readonly place: string | null;
  readonly placeSpan: Pair | null;
  readonly trigger: Pair;
  readonly evidence: readonly Pair[];
}

export interface ReadContact extends Omit<Contact, "when" | "place" | "about" | "outcome" | "evidence"> {
  readonly when: ReadWhen | null;
  readonly place: string | null;
  readonly placeSpan: Pair | null;
  readonly about: string | null;
  readonly aboutSpan: Pair | null;
  readonly outcome: string | null;
  readonly outcomeSpan: Pair | null;
  readonly evidence: readonly Pair[];
}

export interface ReadPosition extends Omit<Position, "found" | "conditions" | "toldBy" | "when" | "evidence"> {
  readonly found: { readonly by: "cue"; readonly span: Pair } | { readonly by: "likeness"; readonly likeness: number };
  readonly conditions: readonly Pair[];
  readonly toldBy: { readonly kind: Position["toldBy"]["kind"]; readonly actor: string | null };
  readonly when: ReadWhen | null;
  readonly evidence: readonly Pair[];
}

export interface ReadForecast extends Omit<Forecast, "content" | "horizon" | "evidence"> {
  readonly content: readonly Pair[];
  readonly horizon: ReadWhen | null;
  readonly evidence: readonly Pair[];
}

export interface ReadStatement {
  readonly id: string;
  readonly source: { readonly spans: readonly Pair[]; readonly actor: string | null };
  readonly cue: { readonly spans: readonly Pair[] };
  readonly content: { readonly spans: readonly Pair[] };
  readonly quotation: Quotation;
  readonly sourcing: Sourcing;
  readonly relay: readonly Pair[];
  readonly addressee: Pair | null;
  readonly unresolved: readonly Unresolved[];
  readonly descriptor: Pair | null;
  readonly confidence: number | null;
  readonly quotationConfidence: number | null;
}

/** One document as `parley read` prints it, by the contract `parley.read/1`; see docs/parley-read.schema.json. */
export interface ReadObject {
  readonly schema: "parley.read/1";
  readonly document: {
    readonly id: string;
    readonly file: string;
    readonly url: string | null;
    readonly title: string | null;
    readonly outlet: string | null;
    readonly bylines: readonly string[];
    readonly publishedAt: string | null;
    readonly language: string | null;
    readonly text: string;
    readonly regions: readonly { readonly kind: RegionKind; readonly start: number; readonly end: number }[];
    readonly order: Document["order"];
    readonly damage: Document["damage"];
    readonly origin: {
      readonly outlet: string;
      readonly evidence: readonly Pair[];
      readonly basis: Origin["basis"];
      readonly wording: string;
    } | null;
    readonly published: ReadDate | null;
    readonly dateCandidates: readonly ReadDate[];
  };
  readonly sentences: readonly Pair[];
  readonly actors: readonly ReadActor[];
  readonly statements: readonly ReadStatement[];
  readonly times: readonly ReadTime[];
  readonly events: readonly ReadEvent[];
  readonly contacts: readonly ReadContact[];
  readonly positions: readonly ReadPosition[];
  readonly forecasts: readonly ReadForecast[];
  readonly reader: ReaderIdentity | null;
  readonly unread: { readonly reason: string; readonly detail: string } | null;
}

/** The article by the contract, its fields in the contract's order with added ones last. */
export function toReadObject({ document, outcome }: Article): ReadObject {
  const read = outcome.kind === "read" ? outcome : null;
  const words = (span: CharSpan | null): string | null => span && textOf(document.text, span);
  return {
    schema: "parley.read/1",
    document: documentObject(document),
    sentences: (read?.reading.sentences ?? []).map(pair),
    actors: (read?.actors ?? []).map(actorObject),
    statements: (read?.statements ?? []).map(statementObject),
    times: (read?.times ?? []).map(timeObject),
    events: (read?.events ?? []).map((event) => eventObject(event, { place: words(event.place) })),
    contacts: (read?.contacts ?? []).map((contact) => contactObject(contact, contactWords(contact, words))),
    positions: (read?.positions ?? []).map(positionObject),
    forecasts: (read?.forecasts ?? []).map(forecastObject),
    reader: read ? { name: read.reading.reader.name, version: read.reading.reader.version } : null,
    unread: outcome.kind === "unread" ? { reason: outcome.reason, detail: outcome.detail } : null,
  };
}

function actorObject({ knowledge, mentions, ...actor }: Actor): ReadActor {
  return {
    ...actor,
    knowledge: pairOrNull(knowledge),
    mentions: mentions.map(({ start, end, kind, asPlace }) => ({ start, end, kind, asPlace })),
  };
}

function timeObject({ start, end, from, to, precision, unresolved }: TimeExpression): ReadTime {
  return { start, end, from, to, precision, unresolved };
}

const whenObject = (when: When | null): ReadWhen | null =>
  when && { from: when.from, to: when.to, span: pair(when.span) };

/** An event by the contract, which tells where it was in words: in `parley read` and in lists alike. */
export function eventObject(
  { when, place, trigger, evidence, ...event }: Event,
  words: Pick<ReadEvent, "place">,
): ReadEvent {
  return {
    ...event,
    when: whenObject(when),
    place: words.place,
    placeSpan: pairOrNull(place),
    trigger: pair(trigger),
    evidence: evidence.map(pair),
  };
}

type ContactWords = Pick<ReadContact, "place" | "about" | "outcome">;

/** A contact by the contract, as `eventObject`. */
export function contactObject(
  { when, place, about, outcome, evidence, ...contact }: Contact,
  words: ContactWords,
): ReadContact {
  return {
    ...contact,
    when: whenObject(when),
    place: words.place,
    placeSpan: pairOrNull(place),
    about: words.about,
    aboutSpan: pairOrNull(about),
    outcome: words.outcome,
    outcomeSpan: pairOrNull(outcome),
    evidence: evidence.map(pair),
  };
}

const contactWords = (
  { place, about, outcome }: Contact,
  words: (span: CharSpan | null) => string | null,
): ContactWords => ({ place: words(place), about: words(about), outcome: words(outcome) });

/** A position by the contract: in `parley read` and in lists alike. */
export function positionObject({ found, conditions, toldBy, when, evidence, ...position }: Position): ReadPosition {
  return {
    ...position,
    found: found.by === "cue" ? { by: "cue", span: pair(found.span) } : found,
    conditions: conditions.map(pair),
    toldBy: { kind: toldBy.kind, actor: toldBy.kind === "other" ? toldBy.actor : null },
    when: whenObject(when),
    evidence: evidence.map(pair),
  };
}

/** A forecast by the contract, as `positionObject`. */
export function forecastObject({ content, horizon, evidence, ...forecast }: Forecast): ReadForecast {
  return { ...forecast, content: content.map(pair), horizon: whenObject(horizon), evidence: evidence.map(pair) };
}

/** A statement by the contract: in `parley read` and in lists of statements alike. */
export function statementObject(statement: Statement): ReadStatement {
  return {
    id: statement.id,
    source: { spans: statement.source.spans.map(pair), actor: statement.source.actor },
    cue: { spans: statement.cue.spans.map(pair) },
    content: { spans: statement.content.spans.map(pair) },
    quotation: statement.quotation,
    sourcing: statement.sourcing,
    relay: statement.relay.map(pair),
    addressee: pairOrNull(statement.addressee),
    unresolved: statement.unresolved,
    descriptor: pairOrNull(statement.descriptor),
    confidence: statement.confidence,
    quotationConfidence: statement.quotationConfidence,
  };
}

function documentObject(document: Document): ReadObject["document"] {
  const { origin } = document;
  return {
    id: document.id,
    file: document.file,
    url: document.url,
    title: document.title,
    outlet: document.outlet,
    bylines: document.bylines,
    publishedAt: document.published?.value ?? null,
    language: document.language,
    text: document.text,
    regions: document.regions.map(({ kind, start, end }) => ({ kind, start, end })),
    order: document.order,
    damage: document.damage,
    origin: origin && {
      outlet: origin.outlet,
      evidence: origin.spans.map(pair),
      basis: origin.basis,
      wording: origin.evidence,
    },
    published: document.published && dateObject(document.published),
    dateCandidates: document.dateCandidates.map(dateObject),
  };
}

const dateObject = ({ value, precision, source, evidence, span }: DateCandidate): ReadDate => ({
  value,
  precision,
  source,
  evidence,
  span: pairOrNull(span),
});

const pair = ({ start, end }: CharSpan): Pair => [start, end];
const pairOrNull = (span: CharSpan | null): Pair | null => span && pair(span);
