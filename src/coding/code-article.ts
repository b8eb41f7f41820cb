import type { Document } from "../document/document.ts";
import type { ParsedReading } from "../reader/reading.ts";
import { lastStartingBy } from "../text/span.ts";
import type { Actor } from "./actor/actor.ts";
import { codeActors } from "./actor/code-actors.ts";
import type { Article } from "./article.ts";
import type { Codebook } from "./codebook.ts";
import type { Coded } from "./coded.ts";
import { codeContacts } from "./event/code-contacts.ts";
import { codeEvents } from "./event/code-events.ts";
import type { Contact } from "./event/contact.ts";
import { findContacts } from "./event/contact-mentions.ts";
import type { Event } from "./event/event.ts";
import { codeForecasts } from "./forecast/code-forecasts.ts";
import { codePositions } from "./position/code-positions.ts";
import { codeStatements } from "./statement/code-statements.ts";
import { withActor } from "./statement/with-actor.ts";
import { findTimes } from "./time/find-times.ts";
import { tenseFromParse } from "./time/tense.ts";

/** The records of a document that has been read. Without parses statements and times alone are coded. */
export async function codeArticle(document: Document, parsed: ParsedReading, codebook: Codebook): Promise<Article> {
  const { parses: _parses, ...reading } = parsed;
  const { coded, events, contacts } = codeActs(document, parsed, codebook);
  const { actors, statements, times } = coded;
  const positions = await codePositions(coded, events, codebook);
  const forecasts = codeForecasts(coded, codebook.forecasts);
  const referred = new Set([
    ...statements.flatMap(({ source }) => source.actor ?? []),
    ...events.flatMap((event) => [...event.actors, ...event.recipients]),
    ...contacts.flatMap(({ participants, mediator }) => [...participants, ...(mediator === null ? [] : [mediator])]),
    ...positions.flatMap(({ actor, counterpart, toldBy }) => [
      actor,
      ...(counterpart === null ? [] : [counterpart]),
      ...(toldBy.kind === "other" && toldBy.actor !== null ? [toldBy.actor] : []),
    ]),
    ...forecasts.flatMap(({ holder }) => holder ?? []),
  ]);
  const byId = new Map(actors.actors.map((actor) => [actor.id, actor]));
  const kept = new Set(actors.actors.filter((actor) => counts(actor) || referred.has(actor.id)));
  for (const { members } of [...kept]) {
    for (const id of members) {
      const member = byId.get(id);
      if (member !== undefined) kept.add(member);
    }
  }
  return {
    document,
    outcome: {
      kind: "read",
      reading,
      actors: actors.actors.filter((actor) => kept.has(actor)),
      statements,
      times,
      events,
      contacts,
      positions,
      forecasts,
    },
  };
}

/** What is coded before positions: who speaks and acts, what they say, when, which events and contacts there were. */
export function codeActs(document: Document, parsed: ParsedReading, codebook: Codebook): Acts {
  const { parses, ...reading } = parsed;
  const spoken = codeStatements(document, reading);
  const actors = codeActors(document, parsed, spoken, codebook.actors);
  const { text, published } = document;
  const byId = new Map(actors.actors.map((actor) => [actor.id, actor]));
  const statements =
    parses === null
      ? spoken
      : spoken.map((statement) => {
          const id = actors.of(statement.source.spans);
          return withActor(statement, (id === null ? null : byId.get(id)) ?? null, text);
        });
  const times = findTimes({
    text,
    sentences: [...reading.sentences, ...document.regions.filter(({ kind }) => kind === "dateline")].sort(
      (a, b) => a.start - b.start,
    ),
    published: published?.value ?? null,
    tenseAt:
      parses &&
      ((offset) => {
        const parse = parses[lastStartingBy(reading.sentences, offset)];
        return parse === undefined ? null : tenseFromParse(parse, text, offset);
      }),
  });
  const coded: Coded = { document, reading: parsed, actors, statements, times };
  const mentions = findContacts(coded, codebook.contacts);
  const events = codeEvents(coded, mentions, codebook.plover);
  const contacts = codeContacts(coded, mentions, events);
  return { coded, events, contacts };
}

export interface Acts {
  readonly coded: Coded;
  readonly events: readonly Event[];
  readonly contacts: readonly Contact[];
}

/** Somebody with a name, a person, or an unnamed one of a country: not a mere place, not "people" or "the other side". */
const counts = ({ mentions, type, country, base }: Actor): boolean => {
  const isNamed = mentions.some(({ kind, asPlace }) => kind === "name" && !asPlace);
  const isAny = mentions.some(({ asPlace }) => !asPlace);
  return isAny && (base !== null || type === "person" || isNamed || (country !== null && type !== "group"));
};
