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
    a.entry === b.entry || isBackReference || (a.event.type === "CONSULT" && a.event.mode === b.event.mode);
  if (!isSameWording || !isWhenAlike(a.event, b.event)) return false;
  if (a.event.actors.length + a.event.recipients.length === 0) return false;
  const areActors = isAlike(a.event.actors, b.event.actors, known);
  const areRecipients = isAlike(a.event.recipients, b.event.recipients, known);
  if (areActors && areRecipients) return true;
  const [actors, recipients] = [
    areActors || isEither(a.event.actors, b.event.actors),
    areRecipients || isEither(a.event.recipients, b.event.recipients),
  ];
  return (
    isBackReference &&
    actors &&
    recipients &&
    (areActors ? a.event.actors.length > 0 : areRecipients && a.event.recipients.length > 0)
  );
}

/** Nobody is named in one of the two. */
const isEither = (a: readonly string[], b: readonly string[]): boolean => a.length === 0 || b.length === 0;

/** The same actors, or groups of the same country and kind: "seventeen soldiers", "at least 17 Norlandic soldiers". */
function isAlike(a: readonly ActorId[], b: readonly ActorId[], known: readonly Actor[]): boolean {
  const kindOf = (id: ActorId): string => {
    const actor = known.find((one) => one.id === id);
    const isCounted =
      actor !== undefined && actor.sector !== null && (actor.type === "group" || actor.type === "anonymous");
    return isCounted ? `${actor.country ?? ""} ${actor.sector}` : id;
  };
  const [first, second] = [new Set(a.map(kindOf)), new Set(b.map(kindOf))];
  return first.size === second.size && [...first].every((kind) => second.has(kind));
}

const isWhenAlike = ({ when: a }: Event, { when: b }: Event): boolean =>
  a === null || b === null || (a.from === b.from && a.to === b.to);

function joined(first: Event, again: Event): Event {
  const [head, ...rest] = first.evidence;
  const others: readonly CharSpan[] = [...rest, ...again.evidence];
  return { ...first, when: first.when ?? again.when, place: first.place ?? again.place, evidence: [head, ...others] };
}
