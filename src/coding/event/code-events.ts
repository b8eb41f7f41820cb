import { createHash } from "node:crypto";
import {
  type ActorId,
  type CharSpan,
  charSpan,
  type DocumentId,
  type EventId,
  overlaps,
  textOf,
} from "../../text/span.ts";
import type { Coded } from "../coded.ts";
import type { Statement } from "../statement/statement.ts";
import { accusedBy } from "./accusations.ts";
import { clauseHead, clauseSpan, clauseTokens } from "./clause-span.ts";
import type { ContactMention } from "./contact-mention.ts";
import { accusationEntry, type Consultation, consultTrigger, dutyTriggers, wrongTriggers } from "./derived-triggers.ts";
import type { Event, EventType } from "./event.ts";
import { isAttackInWords, isPolitical, type Parties } from "./event-actors.ts";
import { contextsOf, placeOf, statementAt, whenOf } from "./event-details.ts";
import { roleFinder } from "./event-roles.ts";
import { type EventSentence, eventSentence, relationAt } from "./event-sentence.ts";
import { findTriggers, type Trigger } from "./find-triggers.ts";
import { mergeEvents, type Telling } from "./merge-events.ts";
import type { PloverLexicon } from "./plover-lexicon.ts";
import { type Reading, selectTriggers } from "./select-triggers.ts";

/**
 * The PLOVER events of a document, in text order. Every contact is one (CONSULT, or what its words make of it) but for
 * those refused, whose refusal the lexicon names where it is one. None without parses, and none between parties that
 * are nobody in politics.
 */
export function codeEvents(
  coded: Coded,
  contacts: readonly ContactMention[],
  lexicon: PloverLexicon,
): readonly Event[] {
  const { document, reading } = coded;
  const titles = document.regions.filter(({ kind }) => kind === "title");
  const tellings = (reading.parses ?? []).flatMap((parse, index) => {
    const sentence = eventSentence(document.text, parse, index);
    const own = contacts.filter(isConsultation).filter((contact) => contact.sentence === index);
    return tellingsIn(sentence, coded, own, lexicon);
  });
  const placeName = ({ place }: Event): string | null =>
    place === null ? null : textOf(document.text, place).toLowerCase();
  const isTitle = ({ trigger }: Event): boolean => titles.some((title) => overlaps(title, trigger));
  return mergeEvents(
    tellings.map((told) => ({ ...told, isTitle: isTitle(told.event), place: placeName(told.event) })),
    coded.actors.actors,
  );
}

/** Not what was only written or let know, nor what somebody would like to take place. */
const isConsultation = (contact: ContactMention): contact is Consultation =>
  contact.form !== "message" && contact.status !== "refused" && contact.status !== "proposed";

type Told = Pick<Telling, "event" | "entry" | "sentence">;

function tellingsIn(
  sentence: EventSentence,
  coded: Coded,
  contacts: readonly Consultation[],
  lexicon: PloverLexicon,
): readonly Told[] {
  const meetings = new Map(contacts.map((contact) => [consultTrigger(sentence, contact), contact]));
  const triggers = triggersIn(sentence, coded, [...meetings.keys()], lexicon);
  const readings = selectTriggers(sentence, triggers, (token) => statementAt(coded, sentence, token) !== null);
  return readings.flatMap((one) => {
    const event = toEvent(one, sentence, coded, meetings.get(one.trigger) ?? null, lexicon);
    if (event === null) return [];
    return [
      { event, entry: one.trigger.entry, sentence: sentence.index },
      ...accusation(event, sentence, coded, one.trigger.token),
    ];
  });
}

/** All that names events in a sentence, one for a word: what somebody has to do before what it is, a contact last. */
function triggersIn(
  sentence: EventSentence,
  coded: Coded,
  meetings: readonly Trigger[],
  lexicon: PloverLexicon,
): readonly Trigger[] {
  const isIn = (token: number, spansOf: (statement: Statement) => readonly CharSpan[]): boolean => {
    const at = sentence.tree.tokens[token]?.start ?? -1;
    return coded.statements.some((one) => spansOf(one).some(({ start, end }) => start <= at && at < end));
  };
  const isReported = (token: number): boolean => isIn(token, ({ content }) => content.spans);
  const where = { sentence, actors: coded.actors, isCue: (token: number) => isIn(token, ({ cue }) => cue.spans) };
  const named = findTriggers(where, lexicon).filter(({ token }) => !isIn(token, ({ source }) => source.spans));
  const ranked = [
    ...named.filter(({ entry }) => entry.type === "REQUEST"),
    ...dutyTriggers(where, isReported),
    ...named,
    ...wrongTriggers(where, lexicon.wrongs, isReported),
    ...meetings,
  ];
  const byToken = new Map(ranked.toReversed().map((trigger) => [trigger.token, trigger]));
  return [...byToken.values()].toSorted((a, b) => a.token - b.token);
}

/** The accusation that lies in what a side says the other did, and says outright; none where there is none. */
function accusation(event: Event, sentence: EventSentence, coded: Coded, token: number): readonly Told[] {
  if (event.status !== "happened" || /^(?:acl|advcl|obl|nmod|obj)$/u.test(relationAt(sentence, token))) return [];
  const statement = statementAt(coded, sentence, token);
  const speaker = statement === null ? null : speakerOf(statement, coded);
  const recipients = accusedBy(speaker, event.type, event, coded.actors.actors);
  if (speaker === null || recipients.length === 0) return [];
  const id = eventId(coded.document.id, "ACCUSE", event.trigger);
  const told = {
    ...event,
    id,
    type: "ACCUSE",
    mode: "allege",
    actors: [speaker],
    recipients,
    status: "happened",
  } as const;
  return [{ event: { ...told, statement: null }, entry: accusationEntry, sentence: sentence.index }];
}

/** The source; where it is a thing ("a statement on the ministry's website"), whoever is named in its words. */
function speakerOf({ source }: Statement, { reading, actors }: Coded): ActorId | null {
  const own = source.actor ?? actors.of(source.spans);
  if (own !== null) return own;
  const isIn = (at: CharSpan): boolean => source.spans.some(({ start, end }) => start <= at.start && at.end <= end);
  for (const [index, { tokens }] of (reading.parses ?? []).entries()) {
    for (const [at, token] of tokens.entries()) {
      const [named] = isIn(token) ? actors.at(index, at) : [];
      if (named !== undefined) return named;
    }
  }
  return null;
}

function toEvent(
  { trigger, reading: { type: read, status } }: Reading,
  sentence: EventSentence,
  coded: Coded,
  contact: ContactMention | null,
  lexicon: PloverLexicon,
): Event | null {
  const { document, actors: inText, times } = coded;
  const statement = statementAt(coded, sentence, trigger.token);
  const parties = contact === null ? partiesOf(trigger, sentence, coded, statement) : contactParties(contact);
  if (contact === null && !isPolitical(trigger, parties, inText.actors)) return null;
  const type = isAttackInWords(read, parties, inText.actors) ? "ACCUSE" : read;
  const token = sentence.tree.tokens[trigger.token];
  const evidence = contact?.evidence ?? clauseSpan(sentence, trigger.token);
  const span = charSpan(token?.start ?? 0, token?.end ?? 1);
  const tokens = clauseTokens(sentence, clauseHead(sentence, trigger.token));
  return {
    id: eventId(document.id, type, span),
    type,
    mode: type === trigger.entry.type ? trigger.entry.mode : null,
    contexts: contextsOf(trigger, sentence, tokens, lexicon),
    ...parties,
    status,
    when: contact?.when ?? whenOf(times, evidence, span),
    place: contact?.place ?? placeOf(sentence, tokens),
    trigger: span,
    evidence: [evidence],
    statement: contact?.statement ?? statement?.id ?? null,
  };
}

function partiesOf(trigger: Trigger, sentence: EventSentence, coded: Coded, statement: Statement | null): Parties {
  const speaker = statement === null ? null : speakerOf(statement, coded);
  const roles = roleFinder(trigger, sentence, coded.actors, speaker);
  const actors = roles.in(trigger.entry.actor);
  return { actors, recipients: roles.in(trigger.entry.recipient, actors) };
}

/** Those who called or came, and whom; all together where the words do not tell who began. */
function contactParties({ initiators, others }: ContactMention): Parties {
  return { actors: initiators, recipients: others.filter((id) => !initiators.includes(id)) };
}

/** SHA-256 over the document's id, the type and the trigger's offsets; first 128 bits, lower-case hex. */
export function eventId(document: DocumentId, type: EventType, { start, end }: CharSpan): EventId {
  const digest = createHash("sha256").update(JSON.stringify([document, type, [start, end]]));
  return digest.digest("hex").slice(0, 32) as EventId; // the door through which a digest becomes an id
}
