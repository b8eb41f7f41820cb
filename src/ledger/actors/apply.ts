import type { Actor, Mention } from "../../coding/actor/actor.ts";
import type { Read } from "../../coding/article.ts";
import type { Contact } from "../../coding/event/contact.ts";
import type { ToldBy } from "../../coding/position/position.ts";
import type { ActorId, ActorKey } from "../../text/span.ts";
import { wordsOf } from "../rows.ts";
import type { ActorSplit } from "./actor-decision.ts";
import { type Part, partsOf } from "./split.ts";

/** What a key comes to by all decisions: another key, a name; null where no decision is about it. */
export type Resolve = (key: ActorKey) => { readonly key: ActorKey; readonly name: string | null } | null;

interface Decided {
  /** As the machine has it, with the mentions that are left to it or were split off. */
  readonly actor: Actor;
  readonly part: Part | null;
  readonly key: ActorKey;
  readonly name: string | null;
  /** Whether any decision is about it. */
  readonly isDecided: boolean;
}

/**
 * A reading with its actors as people decided: renamed; split, the parts under ids after the last; merged where two of
 * them are one, under the id of the first. Every record refers to them. Without decisions it is what it was.
 */
export function applyDecisions(read: Read, splits: readonly ActorSplit[], resolve: Resolve, text: string): Read {
  const parts = partsOf(read, splits);
  const decided = [
    ...read.actors.flatMap((actor) => whatIsLeft(actor, parts, resolve)),
    ...parts.map((part, nth) => splitOff(part, freshId(read, nth), read, resolve, text)),
  ];
  if (decided.every(({ isDecided }) => !isDecided)) return read;
  const groups = grouped(decided);
  const idOf = new Map(groups.flatMap((group) => group.map((each) => [each, firstOf(group).actor.id] as const)));
  const refer = (id: ActorId, record: string | null): ActorId => {
    const part = parts.find((each) => each.actor === id && record !== null && each.records.includes(record));
    const found =
      decided.find((each) => (part === undefined ? each.part === null && each.actor.id === id : each.part === part)) ??
      decided.find((each) => each.part?.actor === id);
    return found === undefined ? id : (idOf.get(found) ?? id);
  };
  const referAll = (ids: readonly ActorId[], record: string | null): readonly ActorId[] => [
    ...new Set(ids.map((id) => refer(id, record))),
  ];
  return {
    ...read,
    actors: groups
      .map((group) => ({ ...joined(group), members: referAll(firstOf(group).actor.members, null) }))
      .sort((a, b) => a.mentions[0].start - b.mentions[0].start),
    statements: read.statements.map((statement) => {
      const { actor } = statement.source;
      if (actor === null) return statement;
      return { ...statement, source: { ...statement.source, actor: refer(actor, statement.id) } };
    }),
    events: read.events.map((event) => ({
      ...event,
      actors: referAll(event.actors, event.id),
      recipients: referAll(event.recipients, event.id),
    })),
    contacts: read.contacts.map((contact) => ({
      ...contact,
      participants: referAll(contact.participants, contact.id) as Contact["participants"], // as many or fewer, not none
      mediator: contact.mediator === null ? null : refer(contact.mediator, contact.id),
    })),
    positions: read.positions.map((position) => ({
      ...position,
      actor: refer(position.actor, position.id),
      counterpart: position.counterpart === null ? null : refer(position.counterpart, position.id),
      toldBy: referTeller(position.toldBy, (id) => refer(id, position.id)),
    })),
    forecasts: read.forecasts.map((forecast) => ({
      ...forecast,
      holder: forecast.holder === null ? null : refer(forecast.holder, forecast.id),
    })),
  };
}

const referTeller = (toldBy: ToldBy, refer: (id: ActorId) => ActorId): ToldBy =>
  toldBy.kind === "other" && toldBy.actor !== null ? { kind: "other", actor: refer(toldBy.actor) } : toldBy;

function whatIsLeft(actor: Actor, parts: readonly Part[], resolve: Resolve): readonly Decided[] {
  const gone = new Set(parts.filter((part) => part.actor === actor.id).flatMap(({ mentions }) => mentions));
  const [first, ...rest] = actor.mentions.filter((mention) => !gone.has(mention));
  if (first === undefined) return [];
  const found = resolve(actor.key);
  return [
    {
      actor: { ...actor, mentions: [first, ...rest] },
      part: null,
      key: found?.key ?? actor.key,
      name: found?.name ?? null,
      isDecided: found !== null || gone.size > 0,
    },
  ];
}

function splitOff(part: Part, id: ActorId, read: Read, resolve: Resolve, text: string): Decided {
  const from = read.actors.find((actor) => actor.id === part.actor);
  const found = resolve(part.key);
  const actor: Actor = {
    id,
    key: part.key,
    base: null,
    name: wordsOfPart(part.mentions, text),
    type: from?.type ?? "person",
    country: null,
    role: null,
    sector: null,
    number: from?.number ?? "one",
    knowledge: null,
    members: [],
    mentions: part.mentions,
  };
  return { actor, part, key: found?.key ?? part.key, name: found?.name ?? null, isDecided: true };
}

/** What somebody split off is called until it is given a name: the first words that name it, else the first at all. */
export function wordsOfPart(mentions: readonly Mention[], text: string): string {
  const mention = mentions.find(({ kind }) => kind === "name") ?? mentions[0];
  return mention === undefined ? "" : wordsOf(text, [mention]).replace(/\s+/gu, " ");
}

/** Ids after the last of the reading's own. */
function freshId({ actors }: Read, nth: number): ActorId {
  const numbers = actors.map(({ id }) => Number(/^a(\d+)$/.exec(id)?.[1] ?? 0));
  return `a${Math.max(0, ...numbers) + 1 + nth}` as ActorId;
}

type Group = readonly [Decided, ...Decided[]];
const firstOf = ([first]: Group): Decided => first;

/** Those of one key together, where a decision made them so; whose own key it is comes first. */
function grouped(decided: readonly Decided[]): readonly Group[] {
  const made = new Set(decided.filter(({ isDecided }) => isDecided).map(({ key }) => key));
  const groups = new Map<ActorKey | Decided, [Decided, ...Decided[]]>();
  for (const each of decided) {
    const at = made.has(each.key) ? each.key : each;
    const group = groups.get(at);
    if (group) group.push(each);
    else groups.set(at, [each]);
  }
  return [...groups.values()].map((group) => {
    const own = group.find(({ actor, key, part }) => part === null && actor.key === key) ?? group[0];
    return [own, ...group.filter((each) => each !== own)];
  });
}

function joined(group: Group): Actor {
  const { actor, key, name } = firstOf(group);
  const first = <Field extends "base" | "country" | "role" | "sector" | "knowledge">(field: Field): Actor[Field] =>
    group.find((each) => each.actor[field] !== null)?.actor[field] ?? actor[field];
  const mentions = group.flatMap((each) => each.actor.mentions).sort((a, b) => a.start - b.start || b.end - a.end);
  return {
    ...actor,
    key,
    name: name ?? actor.name,
    base: first("base"),
    country: first("country"),
    role: first("role"),
    sector: first("sector"),
    knowledge: first("knowledge"),
    mentions: mentions as unknown as Actor["mentions"], // of groups that are none of them empty
  };
}
