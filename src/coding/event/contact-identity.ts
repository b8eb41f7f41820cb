import { type ActorId, type CharSpan, textOf } from "../../text/span.ts";
import type { Actor } from "../actor/actor.ts";
import type { When } from "../time/when.ts";
import type { ContactForm } from "./contact.ts";
import type { ContactMention } from "./contact-mention.ts";

/** All who take part, each once. */
export const participantsOf = ({
  initiators,
  others,
}: Pick<ContactMention, "initiators" | "others">): readonly ActorId[] => [...new Set([...initiators, ...others])];

const loose: ReadonlySet<ContactForm> = new Set(["talks", "backchannel"]);
const inPerson: ReadonlySet<ContactForm> = new Set(["meeting", "visit"]);

/** Forms by which the same contact may be called: any may be "talks", and a visit the meeting on it. */
export const compatibleForms = (a: ContactForm, b: ContactForm): boolean =>
  a === b || loose.has(a) || loose.has(b) || (inPerson.has(a) && inPerson.has(b));

export interface IdentityContext {
  readonly actors: ReadonlyMap<ActorId, Actor>;
  /** Whether the sentences stand in the order they were written in, so that near ones may speak of the same. */
  readonly isOrdered: boolean;
  readonly text: string;
}

/** Whether a mention tells of the contact that others tell of: at odds with none of them, with the parties of one. */
export const isToldBy = (
  mention: ContactMention,
  others: readonly ContactMention[],
  context: IdentityContext,
): boolean =>
  others.every((other) => !areAtOdds(other, mention, context)) &&
  others.some((other) => haveSameParties(other, mention, context));

function areAtOdds(a: ContactMention, b: ContactMention, { text, actors }: IdentityContext): boolean {
  if (areOfOthers(participantsOf(a), participantsOf(b), actors)) return true;
  if (a.status !== b.status || !(compatibleForms(a.form, b.form) || isDelivered(a, b))) return true;
  return areApart(a.when, b.when) || !compatiblePlaces(a.place, b.place, text) || areOthersTurn(a, b);
}

/** One names a person of a state, the other another person of it: two ministers, two contacts. */
function areOfOthers(a: readonly ActorId[], b: readonly ActorId[], actors: ReadonlyMap<ActorId, Actor>): boolean {
  const persons = (ids: readonly ActorId[]): readonly Actor[] =>
    ids.flatMap((id) => actors.get(id) ?? []).filter(({ type, country }) => type === "person" && country !== null);
  const [mine, theirs] = [persons(a), persons(b)];
  return mine.some(({ country }) => {
    const [here, there] = [mine, theirs].map((list) => list.filter((one) => one.country === country));
    return here !== undefined && there !== undefined && there.length > 0 && !here.some((one) => there.includes(one));
  });
}

function haveSameParties(a: ContactMention, b: ContactMention, context: IdentityContext): boolean {
  if (a.status === "held" && a.form !== b.form && !isNear(a, b, context)) return false;
  const [small, large] = [participantsOf(a), participantsOf(b)].toSorted((x, y) => x.length - y.length);
  if (small === undefined || large === undefined) return false;
  const shared = small.filter((id) => large.includes(id));
  if (shared.length === small.length || shared.length > 1 || isOnVisit(a, b, context.actors)) return true;
  return isNear(a, b, context) && areSameSides(small, large, context.actors);
}

/** "delivered the message in a call": of one clause, one contact. */
const isDelivered = (a: ContactMention, b: ContactMention): boolean =>
  a.sentence === b.sentence && (a.form === "message" || b.form === "message");

/** "raised the matter with X during a visit to Y": of one sentence, by the same visitor, X of no other state than Y. */
function isOnVisit(a: ContactMention, b: ContactMention, actors: ReadonlyMap<ActorId, Actor>): boolean {
  const [visit, other] = a.form === "visit" ? [a, b] : [b, a];
  if (a.sentence !== b.sentence || visit.form !== "visit" || (!inPerson.has(other.form) && other.form !== "talks"))
    return false;
  if (!visit.initiators.some((id) => other.initiators.includes(id))) return false;
  const hosts = visit.others.map((id) => actors.get(id)?.country ?? null);
  const isElsewhere = (id: ActorId): boolean => {
    const country = actors.get(id)?.country ?? null;
    return country !== null && !hosts.includes(country);
  };
  return other.others.length > 0 && !other.others.some(isElsewhere);
}

/** X spoke with P and Q, and Y did: two contacts, though two took part in both. */
function areOthersTurn(a: ContactMention, b: ContactMention): boolean {
  const isAlone = (one: ContactMention, other: ContactMention): boolean =>
    one.initiators.length > 0 &&
    one.others.length > 0 &&
    !one.initiators.some((id) => participantsOf(other).includes(id));
  return a.others.some((id) => b.others.includes(id)) && isAlone(a, b) && isAlone(b, a);
}

/** Both are dated, and no day is in both. */
const areApart = (a: When | null, b: When | null): boolean =>
  a !== null && b !== null && (isBefore(a.to, b.from) || isBefore(b.to, a.from));

const isBefore = (end: string | null, start: string | null): boolean => end !== null && start !== null && end < start;

function compatiblePlaces(a: CharSpan | null, b: CharSpan | null, text: string): boolean {
  if (a === null || b === null) return true;
  const [one, other] = [textOf(text, a), textOf(text, b)];
  return one.includes(other) || other.includes(one);
}

/** What may be told of in other words: wishes for talks anywhere, what took place in the same days or beside each other. */
function isNear(a: ContactMention, b: ContactMention, { isOrdered }: IdentityContext): boolean {
  if (a.status === "proposed" || a.status === "refused") return true;
  if (a.sentence === b.sentence) return true;
  const isDated = (when: When | null): boolean => when !== null && (when.from !== null || when.to !== null);
  if (isDated(a.when) && isDated(b.when)) return true;
  return isOrdered && Math.abs(a.sentence - b.sentence) <= 1;
}

/** Each of the fewer is one of the others, or of the same state where one of the two stands for it as a whole. */
function areSameSides(
  small: readonly ActorId[],
  large: readonly ActorId[],
  actors: ReadonlyMap<ActorId, Actor>,
): boolean {
  const matches = small.map((id) => large.find((other) => standsFor(actors.get(id), actors.get(other))));
  return matches.every((match) => match !== undefined) && new Set(matches).size > 1;
}

function standsFor(a: Actor | undefined, b: Actor | undefined): boolean {
  if (a === undefined || b === undefined) return false;
  if (a.id === b.id) return true;
  if (a.country === null || a.country !== b.country) return false;
  return a.type !== "person" || b.type !== "person";
}
