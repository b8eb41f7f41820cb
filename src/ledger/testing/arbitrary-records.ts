import fc from "fast-check";
import type { Actor, Mention } from "../../coding/actor/actor.ts";
import { sectors } from "../../coding/actor/sector.ts";
import type { Read } from "../../coding/article.ts";
import type { Contact } from "../../coding/event/contact.ts";
import { type Event, eventContexts, eventTypes } from "../../coding/event/event.ts";
import { type Forecast, likelihoods } from "../../coding/forecast/forecast.ts";
import { modalities, type Position, stances } from "../../coding/position/position.ts";
import type { Statement } from "../../coding/statement/statement.ts";
import type { TimeExpression } from "../../coding/time/time-expression.ts";
import type { When } from "../../coding/time/when.ts";
import type {
  ActorId,
  ActorKey,
  ContactId,
  DocumentId,
  EventId,
  ForecastId,
  PositionId,
  StatementId,
} from "../../text/span.ts";
import { day, orNull, probability, share, someSpans, span, spans, words } from "./arbitrary-parts.ts";

type Records = Pick<Read, "actors" | "statements" | "times" | "events" | "contacts" | "positions" | "forecasts">;

/** Records of any kind over a text, which refer to each other as those of a reading do. */
export const arbitraryRecords = (document: DocumentId, text: string): fc.Arbitrary<Records> =>
  fc.uniqueArray(actorId, { maxLength: 4 }).chain((ids) =>
    fc
      .record({
        actors: fc.tuple(...ids.map((id) => actor(id, ids, text))),
        statements: numbered<StatementId, Omit<Statement, "id">>(statement(ids, text), document),
        times: fc.array(time(text), { maxLength: 3 }),
        events: numbered<EventId, Omit<Event, "id" | "statement">>(event(ids, text), `${document}e`),
        contacts: numbered<ContactId, Omit<Contact, "id" | "event">>(contact(ids, text), `${document}c`),
        positions: numbered<PositionId, Omit<Position, "id" | "statement">>(position(ids, text), `${document}p`),
        forecasts: numbered<ForecastId, Omit<Forecast, "id" | "statement">>(forecast(ids, text), `${document}f`),
      })
      .chain(({ actors, statements, times, events, contacts, positions, forecasts }) =>
        fc.record({
          actors: fc.constant(actors),
          statements: fc.constant(statements),
          times: fc.constant(times),
          events: fc.tuple(
            ...events.map((each) => among(statements).map((found): Event => ({ ...each, statement: found }))),
          ),
          contacts: fc.tuple(
            // a contact has a party
            ...contacts.flatMap((each) =>
              ids.length === 0 ? [] : among(events).map((found): Contact => ({ ...each, event: found })),
            ),
          ),
          positions: fc.tuple(
            // a position is somebody's
            ...positions.flatMap((each) =>
              ids.length === 0 ? [] : among(statements).map((found): Position => ({ ...each, statement: found })),
            ),
          ),
          forecasts: fc.tuple(
            ...forecasts.map((each) => among(statements).map((found): Forecast => ({ ...each, statement: found }))),
          ),
        }),
      ),
  );

/** As the coder numbers them, and as it never would. */
const actorId = fc
  .oneof(
    fc.nat(9).map((nth) => `a${nth}`),
    words(1, 8),
  )
  .map((id) => id as ActorId);

const key = fc.oneof(
  fc.constantFrom("person:ilse-varga", "country:KRS", "organization:lake council", "person:KRS:otto brandt"),
  words(1, 12),
);

/** No two records have an id in common, in whatever documents. */
const numbered = <Id extends string, T extends object>(one: fc.Arbitrary<T>, prefix: string) =>
  fc
    .array(one, { maxLength: 4 })
    .map((found) => found.map((each, nth): T & { readonly id: Id } => ({ ...each, id: `${prefix}${nth}` as Id })));

const among = <Id extends string>(records: readonly { readonly id: Id }[]): fc.Arbitrary<Id | null> =>
  fc.constantFrom(null, ...records.map(({ id }) => id));

const mention = (text: string): fc.Arbitrary<Mention> =>
  fc
    .tuple(span(text), fc.constantFrom("name", "nominal", "pronoun"), fc.boolean())
    .map(([where, kind, asPlace]) => ({ ...where, kind, asPlace }));

const actor = (id: ActorId, ids: readonly ActorId[], text: string): fc.Arbitrary<Actor> =>
  fc.record({
    id: fc.constant(id),
    key: key.map((each) => each as ActorKey),
    base: orNull(words(1, 8)),
    name: words(1, 12),
    type: fc.constantFrom("person", "government", "organization", "group", "anonymous"),
    country: orNull(fc.constantFrom("KRS", "OST")),
    role: orNull(words(1, 8)),
    sector: orNull(fc.constantFrom(...sectors)),
    number: fc.constantFrom("one", "several"),
    knowledge: orNull(span(text)),
    members: fc.subarray([...ids]),
    mentions: fc.tuple(mention(text), fc.array(mention(text), { maxLength: 3 })).map(([one, more]) => [one, ...more]),
  });

const when = (text: string): fc.Arbitrary<When | null> =>
  orNull(fc.record({ from: orNull(day), to: orNull(day), span: span(text) }));

const time = (text: string): fc.Arbitrary<TimeExpression> =>
  fc
    .record({
      where: span(text),
      from: orNull(day),
      to: orNull(day),
      precision: fc.constantFrom("day", "week", "month", "season", "quarter", "year", "range"),
      unresolved: fc.boolean(),
    })
    .map(({ where, ...rest }) => ({ ...where, ...rest }));

const statement = (ids: readonly ActorId[], text: string): fc.Arbitrary<Omit<Statement, "id">> =>
  fc.record({
    source: fc.record({ spans: spans(text), actor: fc.constantFrom(null, ...ids) }),
    cue: fc.record({ spans: spans(text) }),
    content: fc.record({ spans: someSpans(text) }),
    quotation: fc.constantFrom("direct", "indirect", "mixed"),
    quotationConfidence: probability,
    sourcing: fc.constantFrom("on-record", "anonymous", "documentary"),
    descriptor: orNull(span(text)),
    relay: spans(text),
    addressee: orNull(span(text)),
    unresolved: fc.subarray(["source", "addressee", "quotation"] as const),
    confidence: probability,
  });

const event = (ids: readonly ActorId[], text: string): fc.Arbitrary<Omit<Event, "id" | "statement">> =>
  fc.record({
    type: fc.constantFrom(...eventTypes),
    mode: orNull(words(1, 8)),
    contexts: fc.subarray([...eventContexts], { maxLength: 2 }),
    actors: fc.subarray([...ids]),
    recipients: fc.subarray([...ids]),
    status: fc.constantFrom("happened", "planned", "demanded", "denied", "hypothetical"),
    when: when(text),
    place: orNull(span(text)),
    trigger: span(text),
    evidence: someSpans(text),
  });

const contact = (ids: readonly ActorId[], text: string): fc.Arbitrary<Omit<Contact, "id" | "event">> =>
  fc.record({
    participants: fc
      .subarray([...ids], { minLength: Math.min(1, ids.length) })
      .map((some) => some as unknown as Contact["participants"]), // one at least
    form: fc.constantFrom("meeting", "call", "visit", "talks", "message", "backchannel"),
    status: fc.constantFrom("held", "planned", "proposed", "refused", "denied", "cancelled"),
    mediator: fc.constantFrom(null, ...ids),
    when: when(text),
    place: orNull(span(text)),
    about: orNull(span(text)),
    outcome: orNull(span(text)),
    evidence: someSpans(text),
  });

const position = (ids: readonly ActorId[], text: string): fc.Arbitrary<Omit<Position, "id" | "statement">> =>
  fc.record({
    actor: fc.constantFrom<ActorId>(...(ids.length === 0 ? ["a0" as ActorId] : ids)),
    issue: fc.constantFrom("ceasefire", "talks", "any issue"),
    found: fc.oneof(
      span(text).map((where) => ({ by: "cue" as const, span: where })),
      share.map((value) => ({ by: "likeness" as const, likeness: value })),
    ),
    counterpart: fc.constantFrom(null, ...ids),
    stance: fc.constantFrom(...stances),
    conditions: spans(text),
    modality: fc.constantFrom(...modalities),
    audience: fc.constantFrom("public", "private"),
    toldBy: fc.oneof(
      fc.constantFrom({ kind: "self" as const }, { kind: "article" as const }),
      fc.constantFrom(null, ...ids).map((who) => ({ kind: "other" as const, actor: who })),
    ),
    when: when(text),
    evidence: someSpans(text),
  });

const forecast = (ids: readonly ActorId[], text: string): fc.Arbitrary<Omit<Forecast, "id" | "statement">> =>
  fc.record({
    holder: fc.constantFrom(null, ...ids),
    likelihood: fc.constantFrom(...likelihoods),
    content: someSpans(text),
    horizon: when(text),
    evidence: someSpans(text),
  });
