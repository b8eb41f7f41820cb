import type { ActorId } from "../../text/span.ts";
import type { Actor } from "../actor/actor.ts";
import type { Sector } from "../actor/sector.ts";
import type { EventType } from "./event.ts";
import type { Parties } from "./event-actors.ts";
import { grave } from "./event-type.ts";

const sides: ReadonlySet<Sector> = new Set(["GOV", "MIL", "LEG", "COP", "SPY", "REB", "OPP", "PTY"]);

/**
 * Whom somebody accuses by what he says another did: "Estria said Norland shelled the port". A side speaks of the other
 * side; witnesses, agencies and international bodies report. Nobody where it is no accusation.
 */
export function accusedBy(
  speaker: ActorId | null,
  type: EventType,
  { actors, recipients }: Parties,
  known: readonly Actor[],
): readonly ActorId[] {
  const of = (id: ActorId | null): Actor | undefined => known.find((actor) => actor.id === id);
  const accuser = of(speaker);
  if (speaker === null || accuser === undefined || actors.includes(speaker)) return [];
  const isArming = type === "AID" && recipients.some((id) => of(id)?.sector === "REB");
  if (!grave.has(type) && !isArming) return [];
  if (accuser.sector === null || !sides.has(accuser.sector)) return [];
  return actors.filter((id) => {
    const accused = of(id);
    return accused !== undefined && isOtherSide(accuser, accused);
  });
}

function isOtherSide(a: Actor, b: Actor): boolean {
  if (b.sector === null && b.country === null) return false;
  const isRebel = (actor: Actor): boolean => actor.sector === "REB";
  if (isRebel(a) !== isRebel(b)) return true;
  return a.country !== null && b.country !== null && a.country !== b.country;
}
