import type { ActorId, CharSpan } from "../../text/span.ts";
import type { Actor } from "../actor/actor.ts";
import type { Event } from "./event.ts";
import type { PloverEntry } from "./plover-entry.ts";

/** An event as a clause tells it. */
export interface Telling {
  readonly event: Event;
  readonly entry: PloverEntry;
  /** Whether the title tells it. */
  readonly isTitle: boolean;
  /** The sentence that tells it, from 0 in the document. */
  readonly sentence: number;
  /** The words that name where, in small letters. */
  readonly place: string | null;
}

/**
 * One event for all tellings of it, its evidence in text order but for a title's, which comes last: the same act by
 * the same words between the same parties. What a title tells is told again below it where the type and a party agree.
 */
export function mergeEvents(tellings: readonly Telling[], known: readonly Actor[]): readonly Event[] {
  const merged: Telling[] = [];
  const inBody = tellings.filter(({ isTitle }) => !isTitle);
  const inTitle = tellings.filter(({ isTitle }) => isTitle);
  for (const telling of [...inBody, ...inTitle]) {
    const at = merged.findIndex((earlier) => isSame(earlier, telling, known));
    const earlier = merged[at];
    if (earlier === undefined) merged.push(telling);
    else merged[at] = { ...earlier, event: joined(earlier.event, telling.event) };
  }
  return merged.map(({ event }) => event).toSorted((a, b) => a.trigger.start - b.trigger.start);
}

function isSame(a: Telling, b: Telling, known: readonly Actor[]): boolean {
  if (a.event.type !== b.event.type || a.event.status !== b.event.status) return false;
  if (b.isTitle && !a.isTitle) return true;
  const isBackReference = a.entry.kind === "noun" || b.entry.kind === "noun";
  const isSameWording =
    a.entry === b.entry ||
    isBackReference ||
    isHarm(a, b) ||
    (a.event.type === "CONSULT" && a.event.mode === b.event.mode);
  if (!isSameWording || !isWhenAlike(a.event, b.event)) return false;
  if (a.event.actors.length + a.event.recipients.length === 0) return false;
  const areActors = isAlike(a.event.actors, b.event.actors, known);
  const areRecipients = isAlike(a.event.recipients, b.event.recipients, known);
  if (areActors && areRecipients) return true;
  const [actors, recipients] = [
    areActors || isEither(a.event.actors, b.event.actors),
    areRecipients || isEither(a.event.recipients, b.event.recipients),
  ];
  if (isHarm(a, b) && actors && areRecipients && a.event.recipients.length > 0) return isPlaceAlike(a, b);
  if (isToll(a, b, known) && actors && isPlaceAlike(a, b)) return true;
  return (
    isBackReference &&
    actors &&
    recipients &&
    (areActors ? a.event.actors.length > 0 : areRecipients && a.event.recipients.length > 0)
  );
}

/** "fighting killed seven", "seven died": what an attack did is told by other words each time. */
const isHarm = ({ event: a }: Telling, { event: b }: Telling): boolean => a.type === "ASSAULT" && b.type === "ASSAULT";

/** How far apart an attack and the account of whom it hit may stand. */
const NEAR = 1;

/** "Clashes broke out … Seven people were killed": who was hit, told beside the fighting and without saying by whom. */
function isToll(a: Telling, b: Telling, known: readonly Actor[]): boolean {
  if (!isHarm(a, b) || Math.abs(a.sentence - b.sentence) > NEAR) return false;
  const isCount = ({ event: { actors, recipients } }: Telling): boolean =>
    actors.length === 0 && recipients.length > 0 && recipients.every((id) => isGroup(id, known));
  const isOpen = ({ event: { recipients } }: Telling): boolean => recipients.length === 0;
  return (isCount(a) && isOpen(b)) || (isCount(b) && isOpen(a));
}

const isGroup = (id: ActorId, known: readonly Actor[]): boolean =>
  known.some((one) => one.id === id && (one.type === "group" || one.type === "anonymous"));

const isPlaceAlike = ({ place: a }: Telling, { place: b }: Telling): boolean => a === null || b === null || a === b;

/** Nobody is named in one of the two. */
const isEither = (a: readonly string[], b: readonly string[]): boolean => a.length === 0 || b.length === 0;

/** The same actors, or groups of the same country and kind: "seventeen soldiers", "at least 17 Norlandic soldiers". */
function isAlike(a: readonly ActorId[], b: readonly ActorId[], known: readonly Actor[]): boolean {
  const isIn = (list: readonly ActorId[]) => (id: ActorId) => list.some((other) => isSameParty(id, other, known));
  return a.length === b.length && a.every(isIn(b)) && b.every(isIn(a));
}

function isSameParty(a: ActorId, b: ActorId, known: readonly Actor[]): boolean {
  if (a === b) return true;
  if (!isGroup(a, known) || !isGroup(b, known)) return false;
  const [first, second] = [a, b].map((id) => known.find((one) => one.id === id));
  if (first === undefined || second === undefined || first.country !== second.country) return false;
  const [many, more] = [countIn(first.name), countIn(second.name)];
  if (many !== null && more !== null && many !== more) return false;
  const isUnknown = first.sector === null && second.sector === null;
  return isUnknown ? first.name.toLowerCase() === second.name.toLowerCase() : first.sector === second.sector;
}

const numbers =
  "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty".split(
    " ",
  );

/** How many a description counts: 17 of "at least 17 soldiers". */
function countIn(name: string): number | null {
  for (const word of name.toLowerCase().split(/[^\p{L}\d]+/u)) {
    if (/^\d+$/u.test(word)) return Number(word);
    if (numbers.includes(word)) return numbers.indexOf(word) + 1;
  }
  return null;
}

const isWhenAlike = ({ when: a }: Event, { when: b }: Event): boolean =>
  a === null || b === null || (a.from === b.from && a.to === b.to);

function joined(first: Event, again: Event): Event {
  const [head, ...rest] = first.evidence;
  const others: readonly CharSpan[] = [...rest, ...again.evidence];
  return { ...first, when: first.when ?? again.when, place: first.place ?? again.place, evidence: [head, ...others] };
}
