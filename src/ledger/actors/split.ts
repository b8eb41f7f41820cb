import type { Actor, Mention } from "../../coding/actor/actor.ts";
import type { Read } from "../../coding/article.ts";
import { type ActorId, type ActorKey, type CharSpan, overlaps } from "../../text/span.ts";
import { actorsOf } from "../records/contact-rows.ts";
import { actorsInPosition } from "../records/position-rows.ts";
import type { ActorSplit } from "./actor-decision.ts";

/** Mentions of one of a reading's actors that people said are somebody else, and the records that follow them. */
export interface Part {
  readonly actor: ActorId;
  /** From 1 within its actor. */
  readonly ordinal: number;
  readonly key: ActorKey;
  readonly mentions: readonly [Mention, ...Mention[]];
  /** Ids of the statements, events, contacts, positions and forecasts in which the actor is this part of it. */
  readonly records: readonly string[];
  readonly statements: number;
}

/**
 * What splits mean in a reading; of two splits of one mention the later one stands. A statement follows the mention that
 * is its source, another record the mentions in its evidence; where these disagree, it stays with the actor.
 */
export function partsOf(read: Read, splits: readonly ActorSplit[]): readonly Part[] {
  if (splits.length === 0) return [];
  return read.actors.flatMap((actor) => {
    const own = splits.filter((split) => split.actor === actor.key);
    const keys = new Map<Mention, ActorKey>(actor.mentions.map((mention) => [mention, keyOf(mention, actor.key, own)]));
    const others = [...new Set(keys.values())].filter((key) => key !== actor.key);
    if (others.length === 0) return [];
    const records = recordsOf(read, actor, keys);
    return others.map((key, nth): Part => {
      const mentions = actor.mentions.filter((mention) => keys.get(mention) === key);
      const followers = records.filter((record) => record.key === key);
      return {
        actor: actor.id,
        ordinal: nth + 1,
        key,
        mentions: mentions as unknown as Part["mentions"], // a key is among `others` for having one
        records: followers.map(({ id }) => id),
        statements: followers.filter(({ isStatement }) => isStatement).length,
      };
    });
  });
}

function keyOf(mention: Mention, key: ActorKey, splits: readonly ActorSplit[]): ActorKey {
  const last = splits.findLast(({ spans }) => spans.length === 0 || spans.some((span) => overlaps(span, mention)));
  return last?.into ?? key;
}

interface Followed {
  readonly id: string;
  readonly isStatement: boolean;
  readonly key: ActorKey;
}

function recordsOf(
  { statements, events, contacts, positions, forecasts }: Read,
  actor: Actor,
  keys: ReadonlyMap<Mention, ActorKey>,
): readonly Followed[] {
  const followed = (id: string, isStatement: boolean, spans: readonly CharSpan[]): Followed => ({
    id,
    isStatement,
    key: keyAt(spans, actor, keys),
  });
  return [
    ...statements
      .filter(({ source }) => source.actor === actor.id)
      .map(({ id, source }) => followed(id, true, source.spans)),
    ...events
      .filter(({ actors, recipients }) => actors.includes(actor.id) || recipients.includes(actor.id))
      .map(({ id, evidence }) => followed(id, false, evidence)),
    ...contacts
      .filter((contact) => actorsOf(contact).includes(actor.id))
      .map(({ id, evidence }) => followed(id, false, evidence)),
    ...positions
      .filter((position) => actorsInPosition(position).includes(actor.id))
      .map(({ id, evidence }) => followed(id, false, evidence)),
    ...forecasts.filter(({ holder }) => holder === actor.id).map(({ id, evidence }) => followed(id, false, evidence)),
  ];
}

/** Whose the mentions there are: those of the whole document where there are none. */
function keyAt(spans: readonly CharSpan[], actor: Actor, keys: ReadonlyMap<Mention, ActorKey>): ActorKey {
  const there = actor.mentions.filter((mention) => spans.some((span) => overlaps(span, mention)));
  const asked = there.length > 0 ? there : actor.mentions;
  const found = asked.map((mention) => keys.get(mention) ?? actor.key);
  const [first = actor.key] = found;
  if (found.every((key) => key === first)) return first;
  // where no mention is left to it, nothing is its own
  return [...keys.values()].includes(actor.key) ? actor.key : first;
}
