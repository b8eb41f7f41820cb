import { createHash } from "node:crypto";
import { type ActorId, type CharSpan, type ContactId, charSpan, type EventId, overlaps } from "../../text/span.ts";
import type { Actor } from "../actor/actor.ts";
import type { Coded } from "../coded.ts";
import type { Contact, ContactForm } from "./contact.ts";
import { isToldBy, participantsOf } from "./contact-identity.ts";
import type { ContactMention } from "./contact-mention.ts";
import type { Event } from "./event.ts";

/** The contacts of a document, each with the CONSULT event of the words that tell it best, of those that have one. */
export function codeContacts(
  coded: Coded,
  mentions: readonly ContactMention[],
  events: readonly Event[] = [],
): readonly Contact[] {
  const consults = events.filter(({ type }) => type === "CONSULT");
  return mergeContacts(mentions, coded, (mention) => {
    const trigger = triggerOf(coded, mention);
    return consults.find((event) => overlaps(event.trigger, trigger))?.id ?? null;
  });
}

/** One contact for all mentions of it, in text order of their first mentions; the order of `mentions` changes nothing. */
export function mergeContacts(
  mentions: readonly ContactMention[],
  coded: Coded,
  eventOf: (mention: ContactMention) => EventId | null,
): readonly Contact[] {
  const actors = new Map(coded.actors.actors.map((actor) => [actor.id, actor]));
  const isOrdered = coded.document.order === "original";
  const groups: ContactMention[][] = [];
  for (const mention of mentions.toSorted(byPlace)) {
    const group = groups.find((one) => isToldBy(mention, one, { actors, isOrdered, text: coded.document.text }));
    if (group === undefined) groups.push([mention]);
    else group.push(mention);
  }
  return groups.flatMap((group) => contactOf(group, { coded, actors, eventOf }) ?? []);
}

const byPlace = (a: ContactMention, b: ContactMention): number => a.sentence - b.sentence || a.token - b.token;

interface MergeContext {
  readonly coded: Coded;
  readonly actors: ReadonlyMap<ActorId, Actor>;
  readonly eventOf: (mention: ContactMention) => EventId | null;
}

function contactOf(group: readonly ContactMention[], { coded, actors, eventOf }: MergeContext): Contact | null {
  const ranked = group.toSorted((a, b) => fullness(b) - fullness(a) || byPlace(a, b));
  const [main] = ranked;
  const [first, ...rest] = participantsIn(ranked, actors);
  if (main === undefined || first === undefined) return null;
  const from = <Key extends "mediator" | "when" | "place" | "about" | "outcome">(
    key: Key,
  ): ContactMention[Key] | null => ranked.find((mention) => mention[key] !== null)?.[key] ?? null;
  const evidence = evidenceOf(ranked);
  return {
    id: contactId(coded, main, evidence),
    event: ranked.map(eventOf).find((event) => event !== null) ?? null,
    participants: [first, ...rest],
    form: formOf(ranked),
    status: main.status,
    mediator: from("mediator"),
    when: from("when"),
    place: from("place"),
    about: from("about"),
    outcome: from("outcome"),
    evidence,
  };
}

/** How much a mention tells. */
const fullness = (mention: ContactMention): number =>
  2 * participantsOf(mention).length +
  [mention.when, mention.place, mention.about, mention.outcome, mention.mediator].filter((one) => one !== null).length;

/** Of all mentions; a government, or somebody unnamed, gives way to those whom another mention names of the same state. */
function participantsIn(ranked: readonly ContactMention[], actors: ReadonlyMap<ActorId, Actor>): readonly ActorId[] {
  const all = [...new Set(ranked.flatMap(participantsOf))];
  const rank = (id: ActorId): number =>
    ["person", "anonymous", "government", "organization", "group"].indexOf(actors.get(id)?.type ?? "");
  const country = (id: ActorId): string | null => actors.get(id)?.country ?? null;
  return all.filter((id, at) => {
    if (actors.get(id)?.type === "person" || country(id) === null) return true;
    const together = ranked.filter((mention) => participantsOf(mention).includes(id)).flatMap(participantsOf);
    return !all.some(
      (other, nth) =>
        country(other) === country(id) &&
        !together.includes(other) &&
        (rank(other) < rank(id) || (rank(other) === rank(id) && nth < at)),
    );
  });
}

const specific: readonly ContactForm[] = ["backchannel", "call", "meeting", "visit", "message", "talks"];

const formOf = (ranked: readonly ContactMention[]): ContactForm =>
  specific.find((form) => ranked.some((mention) => mention.form === form)) ?? "talks";

/** The fullest of each sentence. */
function evidenceOf(ranked: readonly ContactMention[]): readonly [CharSpan, ...CharSpan[]] {
  const seen = new Set<number>();
  const spans = ranked
    .filter(({ sentence }) => !seen.has(sentence) && seen.add(sentence))
    .map(({ evidence }) => evidence);
  return spans as unknown as readonly [CharSpan, ...CharSpan[]]; // a contact has at least one mention
}

function triggerOf({ reading }: Coded, { sentence, token, evidence }: ContactMention): CharSpan {
  const found = reading.parses?.[sentence]?.tokens[token];
  return found === undefined ? evidence : charSpan(found.start, found.end);
}

/** SHA-256 of document and words, first 128 bits. The word that names the contact keeps two of one clause apart. */
function contactId(coded: Coded, main: ContactMention, evidence: readonly CharSpan[]): ContactId {
  const trigger = triggerOf(coded, main);
  const spans = [trigger, ...evidence].map(({ start, end }) => [start, end]);
  const digest = createHash("sha256").update(JSON.stringify([coded.document.id, "contact", spans]));
  return digest.digest("hex").slice(0, 32) as ContactId; // the door through which a digest becomes an id
}
