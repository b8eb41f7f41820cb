import type { Actor, Mention } from "../../coding/actor/actor.ts";
import type { Article, Read } from "../../coding/article.ts";
import type { Contact } from "../../coding/event/contact.ts";
import type { Event } from "../../coding/event/event.ts";
import type { Forecast } from "../../coding/forecast/forecast.ts";
import type { Position } from "../../coding/position/position.ts";
import type { Statement } from "../../coding/statement/statement.ts";
import { plainStatement } from "../../coding/statement/testing/plain-statement.ts";
import type { When } from "../../coding/time/when.ts";
import {
  type ActorId,
  type ActorKey,
  type CharSpan,
  type ContactId,
  charSpan,
  type EventId,
  type ForecastId,
  type PositionId,
  type StatementId,
  textOf,
} from "../../text/span.ts";
import { type ArticleParts, hash, makeArticle } from "./article.ts";

/** An actor by its words: every place where one of them stands is a mention, the longest words first. */
export interface ActorParts extends Partial<Pick<Actor, "type" | "country" | "role" | "sector" | "base">> {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  /** Of kind "name" where they begin with a capital and are no pronoun. */
  readonly words: readonly string[];
}

export interface ReportParts extends Omit<ArticleParts, "said" | "before"> {
  readonly text: string;
  readonly actors: readonly ActorParts[];
  readonly said?: readonly { readonly source: string; readonly content: string; readonly actor: string | null }[];
  readonly met?: readonly {
    readonly evidence: string;
    readonly who: readonly [string, ...string[]];
    readonly form?: Contact["form"];
    readonly status?: Contact["status"];
    readonly mediator?: string;
    readonly place?: string;
    readonly when?: readonly [words: string, from: string, to: string];
  }[];
  readonly stands?: readonly StandParts[];
  readonly foretold?: readonly ForecastParts[];
}

/** Where somebody stands, by its words. */
export interface StandParts extends Partial<Pick<Position, "stance" | "modality" | "audience" | "toldBy">> {
  readonly actor: string;
  readonly issue: string;
  readonly evidence: string;
  readonly counterpart?: string;
  readonly conditions?: readonly string[];
  readonly when?: readonly [words: string, from: string, to: string];
  /** The content of the statement that tells it. */
  readonly said?: string;
}

export interface ForecastParts extends Partial<Pick<Forecast, "likelihood">> {
  readonly holder: string | null;
  readonly content: string;
  readonly horizon?: readonly [words: string, from: string, to: string];
}

/** An article with actors, statements, events and contacts, each found in its text by its words. */
export function makeReport(parts: ReportParts): Article & { readonly outcome: Read } {
  const { text, actors, said = [], met = [], stands = [], foretold = [] } = parts;
  const made = makeArticle(parts);
  const spanOf = (words: string): CharSpan => {
    const start = text.indexOf(words);
    if (start === -1) throw new RangeError(`not in the text: ${words}`);
    return charSpan(start, start + words.length);
  };
  const taken: CharSpan[] = [];
  const statements = said.map(
    ({ source, content, actor }): Statement => ({
      ...plainStatement,
      id: hash(`${parts.key} ${source} ${content}`) as StatementId,
      source: { spans: [spanNear(text, source, spanOf(content))], actor: actor as ActorId | null },
      content: { spans: [spanOf(content)] },
    }),
  );
  const whenOf = (given: readonly [string, string, string] | undefined): When | null =>
    given === undefined ? null : { from: given[1], to: given[2], span: spanOf(given[0]) };
  const contacts = met.map(
    (contact, nth): Contact => ({
      id: hash(`${parts.key} contact ${nth}`) as ContactId,
      event: hash(`${parts.key} event ${nth}`) as EventId,
      participants: contact.who as readonly string[] as Contact["participants"],
      form: contact.form ?? "meeting",
      status: contact.status ?? "held",
      mediator: (contact.mediator ?? null) as ActorId | null,
      when: whenOf(contact.when),
      place: contact.place === undefined ? null : spanOf(contact.place),
      about: null,
      outcome: null,
      evidence: [spanOf(contact.evidence)],
    }),
  );
  const events = contacts.map(
    ({ event, participants, when, place, evidence, status }): Event => ({
      id: event as EventId,
      type: "CONSULT",
      mode: "visit",
      contexts: ["diplomatic"],
      actors: participants.slice(0, 1),
      recipients: participants.slice(1),
      status: status === "held" ? "happened" : "planned",
      when,
      place,
      trigger: evidence[0],
      evidence,
      statement: null,
    }),
  );
  const positions = stands.map(
    (stand, nth): Position => ({
      id: hash(`${parts.key} position ${nth}`) as PositionId,
      actor: stand.actor as ActorId,
      issue: stand.issue,
      found: { by: "cue", span: spanOf(stand.evidence) },
      counterpart: (stand.counterpart ?? null) as ActorId | null,
      stance: stand.stance ?? "supports",
      conditions: (stand.conditions ?? []).map(spanOf),
      modality: stand.modality ?? "states",
      audience: stand.audience ?? "public",
      toldBy: stand.toldBy ?? { kind: "self" },
      when: whenOf(stand.when),
      statement: statements.find(({ content }) => textOf(text, content.spans[0]) === stand.said)?.id ?? null,
      evidence: [spanOf(stand.evidence)],
    }),
  );
  const forecasts = foretold.map(
    (one, nth): Forecast => ({
      id: hash(`${parts.key} forecast ${nth}`) as ForecastId,
      holder: one.holder as ActorId | null,
      statement: null,
      likelihood: one.likelihood ?? "will",
      content: [spanOf(one.content)],
      horizon: whenOf(one.horizon),
      evidence: [spanOf(one.content)],
    }),
  );
  return {
    document: { ...made.document, text },
    outcome: {
      ...made.outcome,
      statements,
      times: contacts.flatMap(({ when }) =>
        when === null ? [] : [{ ...when.span, from: when.from, to: when.to, precision: "day", unresolved: false }],
      ),
      events,
      contacts,
      positions,
      forecasts,
      actors: actors.map((actor) => actorOf(actor, text, taken)),
    },
  };
}

function actorOf({ id, key, name, words, ...rest }: ActorParts, text: string, taken: CharSpan[]): Actor {
  const mentions: Mention[] = [];
  for (const each of words.toSorted((a, b) => b.length - a.length)) {
    for (let at = text.indexOf(each); at !== -1; at = text.indexOf(each, at + 1)) {
      const span = charSpan(at, at + each.length);
      if (taken.some(({ start, end }) => start < span.end && span.start < end)) continue;
      taken.push(span);
      mentions.push({ ...span, kind: /^(?:He|She|he|she)$/u.test(each) ? "pronoun" : "name", asPlace: false });
    }
  }
  return {
    id: id as ActorId,
    key: key as ActorKey,
    base: null,
    name,
    type: "person",
    country: null,
    role: null,
    sector: null,
    number: "one",
    knowledge: null,
    members: [],
    ...rest,
    mentions: mentions.sort((a, b) => a.start - b.start) as unknown as Actor["mentions"], // a test gives words that are there
  };
}

/** The last place of `words` before the content. */
const spanNear = (text: string, words: string, content: CharSpan): CharSpan => {
  const start = text.lastIndexOf(words, content.start);
  return charSpan(start, start + words.length);
};
