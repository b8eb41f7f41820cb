import { createHash } from "node:crypto";
import { type ActorId, type CharSpan, charSpan, type DocumentId, type EventId, overlaps } from "../../text/span.ts";
import type { Coded } from "../coded.ts";
import type { Statement } from "../statement/statement.ts";
import type { TimeExpression } from "../time/time-expression.ts";
import type { When } from "../time/when.ts";
import { accusedBy } from "./accusations.ts";
import { clauseHead, clauseSpan, clauseTokens } from "./clause-span.ts";
import type { ContactMention } from "./contact-mention.ts";
import { accusationEntry, consultTrigger, dutyTriggers, wrongTriggers } from "./derived-triggers.ts";
import type { Event, EventContext, EventType } from "./event.ts";
import { isPolitical, type Parties } from "./event-actors.ts";
import { roleFinder } from "./event-roles.ts";
import { type EventSentence, eventSentence, lemmaAt, relationAt } from "./event-sentence.ts";
import { findTriggers, type Trigger } from "./find-triggers.ts";
import { isPlace } from "./match-entry.ts";
import { mergeEvents, type Telling } from "./merge-events.ts";
import type { PloverLexicon } from "./plover-lexicon.ts";
import { type Reading, selectTriggers } from "./select-triggers.ts";

/**
 * The PLOVER events of a document, in text order. Every contact is one (CONSULT, or what its words make of it). None
 * without parses, and none between parties that are nobody in politics.
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
    const own = contacts.filter((contact) => contact.sentence === index);
    return tellingsIn(sentence, coded, own, lexicon);
  });
  const isTitle = ({ trigger }: Event): boolean => titles.some((title) => overlaps(title, trigger));
  return mergeEvents(
    tellings.map(({ event, entry }) => ({ event, entry, isTitle: isTitle(event) })),
    coded.actors.actors,
  );
}

function tellingsIn(
  sentence: EventSentence,
  coded: Coded,
  contacts: readonly ContactMention[],
  lexicon: PloverLexicon,
): readonly Pick<Telling, "event" | "entry">[] {
  const telling = (token: number): Statement | null => statementAt(coded, sentence, token);
  const isIn = (token: number, spans: (statement: Statement) => readonly CharSpan[]): boolean => {
    const at = sentence.tree.tokens[token]?.start ?? -1;
    return coded.statements.some((one) => spans(one).some(({ start, end }) => start <= at && at < end));
  };
  const isCue = (token: number): boolean => isIn(token, ({ cue }) => cue.spans);
  const where = { sentence, actors: coded.actors, isCue };
  const byToken = new Map(contacts.map((contact) => [contact.token, contact]));
  const named = findTriggers(where, lexicon).filter(({ token }) => !isIn(token, ({ source }) => source.spans));
  const meetings = contacts
    .filter(({ token, status }) => status !== "refused" && !named.some((trigger) => trigger.token === token))
    .map((contact) => consultTrigger(sentence, contact));
  const triggers = [...named, ...meetings];
  const isReported = (token: number): boolean => telling(token) !== null;
  const derived = [
    ...wrongTriggers(where, lexicon.wrongs, isReported).filter(
      ({ token }) => !triggers.some((trigger) => trigger.token === token),
    ),
  ];
  const duties = dutyTriggers(where, (token) => telling(token) !== null).filter(
    ({ token }) => !triggers.some((trigger) => trigger.token === token && trigger.entry.type === "REQUEST"),
  );
  const all = [...derived, ...triggers.filter(({ token }) => !duties.some((duty) => duty.token === token)), ...duties];
  const inOrder = all.toSorted((a, b) => a.token - b.token);
  const readings = selectTriggers(sentence, inOrder, (token) => telling(token) !== null);
  return readings.flatMap((one) => {
    const event = toEvent(
      one,
      sentence,
      coded,
      meetings.includes(one.trigger) ? (byToken.get(one.trigger.token) ?? null) : null,
      lexicon,
    );
    if (event === null) return [];
    return [{ event, entry: one.trigger.entry }, ...accusation(event, sentence, coded, one.trigger.token)];
  });
}

/** The accusation that lies in a side's telling of what the other did; none where there is none. */
function accusation(
  event: Event,
  sentence: EventSentence,
  coded: Coded,
  token: number,
): readonly Pick<Telling, "event" | "entry">[] {
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
  return [{ event: { ...told, statement: null }, entry: accusationEntry }];
}

const speakerOf = ({ source }: Statement, { actors }: Coded): ActorId | null => source.actor ?? actors.of(source.spans);

function toEvent(
  { trigger, reading: { type, status } }: Reading,
  sentence: EventSentence,
  coded: Coded,
  contact: ContactMention | null,
  lexicon: PloverLexicon,
): Event | null {
  const { document, actors: inText, times } = coded;
  const statement = statementAt(coded, sentence, trigger.token);
  const parties = contact === null ? partiesOf(trigger, sentence, coded, statement) : contactParties(contact);
  if (contact === null && !isPolitical(trigger, parties, inText.actors)) return null;
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

/** The innermost statement whose content holds a token. */
function statementAt({ statements }: Coded, { tree }: EventSentence, token: number): Statement | null {
  const at = tree.tokens[token]?.start ?? -1;
  const size = ({ content }: Statement): number => content.spans.reduce((sum, { start, end }) => sum + end - start, 0);
  const holding = statements.filter(({ content }) => content.spans.some(({ start, end }) => start <= at && at < end));
  return holding.toSorted((a, b) => size(a) - size(b))[0] ?? null;
}

/** The expression of time within the clause that stands nearest to the trigger. */
function whenOf(times: readonly TimeExpression[], clause: CharSpan, trigger: CharSpan): When | null {
  const distance = ({ start, end }: TimeExpression): number => Math.max(start - trigger.end, trigger.start - end);
  const [nearest] = times
    .filter(({ start, end }) => clause.start <= start && end <= clause.end)
    .toSorted((a, b) => distance(a) - distance(b));
  if (nearest === undefined) return null;
  const { from, to, start, end } = nearest;
  return { from, to, span: charSpan(start, end) };
}

/** "in Vellmar", "near the border of Estria": where the clause says it was. */
function placeOf(sentence: EventSentence, clause: readonly number[]): CharSpan | null {
  const { tree } = sentence;
  const at = clause.find(
    (token) =>
      /^(?:obl|nmod)$/u.test(relationAt(sentence, token)) &&
      /^(?:in|at|near|outside|inside|around|across)$/u.test(tree.caseOf(token)) &&
      (isPlace(sentence, token) || tree.by(token, "nmod", "flat", "compound").some((name) => isPlace(sentence, name))),
  );
  if (at === undefined) return null;
  const named = tree.of(at).filter((token) => /^(?:det|amod|compound|flat|nmod)$/u.test(relationAt(sentence, token)));
  const all = [at, ...named.flatMap((token) => tree.reach(token))].toSorted((a, b) => a - b);
  const [first, last] = [tree.tokens[all[0] ?? at], tree.tokens[all.at(-1) ?? at]];
  return charSpan(first?.start ?? 0, last?.end ?? 1);
}

function contextsOf(
  { entry }: Trigger,
  sentence: EventSentence,
  clause: readonly number[],
  { contexts }: PloverLexicon,
): readonly EventContext[] {
  const ofWords = clause.flatMap((token) => contexts.get(lemmaAt(sentence, token)) ?? []);
  return [...new Set([...entry.contexts, ...ofWords])];
}

/** SHA-256 over the document's id, the type and the trigger's offsets; first 128 bits, lower-case hex. */
export function eventId(document: DocumentId, type: EventType, { start, end }: CharSpan): EventId {
  const digest = createHash("sha256").update(JSON.stringify([document, type, [start, end]]));
  return digest.digest("hex").slice(0, 32) as EventId; // the door through which a digest becomes an id
}
