import type { ActorRow, NamedActor } from "../ledger/ledger.ts";

/** For whom somebody speaks and acts: a state, a body, or a person that speaks for itself. */
export interface Party {
  /** "country:XVE" of a state, else the actor's own key. */
  readonly key: string;
  readonly name: string;
  readonly country: string | null;
}

export type PartyOf = (actor: NamedActor) => Party;

/** Everybody for themselves. */
export const ownParty: PartyOf = ({ key, name, country }) => ({ key, name, country });

/** What is known of an actor beyond its name, as `parley list actors` has it. */
export type KnownActor = Pick<ActorRow, "key" | "name" | "type" | "country" | "sector" | "roles">;

/**
 * Governments and their bodies, those in office, and unnamed officials speak for their state; a legislator, a general, an
 * opponent, a former minister for themselves. `actors` say who holds which office of which state, which one article may
 * leave unsaid; of whom they do not speak, type and country of the name alone count.
 */
export function stateParties(actors: Iterable<KnownActor>): PartyOf {
  const known = new Map<string, KnownActor>();
  const states = new Map<string, string>();
  for (const actor of actors) {
    known.set(actor.key, actor);
    if (actor.country !== null && actor.key === stateKey(actor.country)) states.set(actor.country, actor.name);
  }
  return (actor) => {
    const office = known.get(actor.key);
    const country = actor.country ?? office?.country ?? null;
    if (country === null || !speaksForState(actor, office)) return { ...ownParty(actor), country };
    const key = stateKey(country);
    return { key, name: states.get(country) ?? (actor.key === key ? actor.name : country), country };
  };
}

const stateKey = (country: string): string => `country:${country}`;

function speaksForState({ type }: NamedActor, known: KnownActor | undefined): boolean {
  if (type === "government") return true;
  if (type === "organization" || known?.sector !== "GOV") return false;
  return !/^(?:former|ex-|late)\b/iu.test(known.roles[0] ?? "");
}
