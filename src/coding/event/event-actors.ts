import type { ActorId } from "../../text/span.ts";
import type { Actor } from "../actor/actor.ts";
import type { Sector } from "../actor/sector.ts";
import type { EventType } from "./event.ts";
import type { Trigger } from "./find-triggers.ts";

/** Sectors whose acts are politics: states, armed groups, parties, international bodies. */
const politicalSectors: ReadonlySet<Sector> = new Set([
  "GOV",
  "MIL",
  "LEG",
  "SPY",
  "JUD",
  "COP",
  "IGO",
  "NGO",
  "REB",
  "OPP",
  "PTY",
  "INT",
  "UAF",
  "LAB",
  "REL",
  "REF",
]);

export interface Parties {
  readonly actors: readonly ActorId[];
  readonly recipients: readonly ActorId[];
}

/**
 * Whether an event is one in politics: who acts is a body, an office holder or an armed group, or, where nobody is
 * said to act, who is acted on; violence against people and protest by people are, too. A noun that no verb says took
 * place ("the attack") tells one only where the words name a party; what somebody is said to have done wrong, or to
 * have to do, needs somebody.
 */
export function isPolitical(
  { entry, isTold }: Pick<Trigger, "entry" | "isTold">,
  { actors, recipients }: Parties,
  known: readonly Actor[],
): boolean {
  const of = (ids: readonly ActorId[]): readonly Actor[] =>
    ids.flatMap((id) => known.find((actor) => actor.id === id) ?? []);
  const [acting, acted] = [of(actors), of(recipients)];
  const { type, kind } = entry;
  const isToPress = acted.length > 0 && acted.every(isPress);
  if (isToPress && /^(?:REQUEST|AGREE|SUPPORT|THREATEN)$/u.test(type)) return false; // "told the agency"
  if (entry.actor[0] === "statement" && type !== "REJECT") return acting.some(isSomebody) && acted.some(isSomebody);
  if (kind === "noun" && !isTold) {
    if (type === "COERCE") return acting.some(isSomebody) && acted.some(isSomebody);
    return acting.some(isSomebody) || (type !== "PROTEST" && acted.some(isParty));
  }
  if (type === "PROTEST" || (type === "MOBILIZE" && entry.actor[0] !== "subject")) return true; // "saw eleven tanks"
  if (type === "ASSAULT" && kind === "verb" && entry.contexts.includes("military") && isTold) return true;
  if (type === "ASSAULT" || type === "COERCE") return acting.some(isSomebody) || acted.some(isSomebody);
  if (type === "SUPPORT") return acting.some(isParty);
  if (acting.length > 0) return acting.some(isParty) || acted.some(isParty);
  return acted.some(type === "RETREAT" ? isSomebody : isParty);
}

const politicians: ReadonlySet<Sector> = new Set(["GOV", "LEG", "PTY", "OPP", "MED", "JRN"]);

/** "the minister attacked the leader of the opposition": a politician attacks another, or a party or the press, in words. */
export function isAttackInWords(type: EventType, { actors, recipients }: Parties, known: readonly Actor[]): boolean {
  const of = (ids: readonly ActorId[]): readonly Actor[] =>
    ids.flatMap((id) => known.find((actor) => actor.id === id) ?? []);
  const isPolitician = ({ type, sector }: Actor): boolean =>
    type === "person" && (sector === null || politicians.has(sector));
  const isOpponent = (actor: Actor): boolean => isPolitician(actor) || isPress(actor) || actor.sector === "PTY";
  const [acting, acted] = [of(actors), of(recipients)];
  if (type !== "ASSAULT" || acting.length === 0 || acted.length === 0) return false;
  return acting.every((actor) => isPolitician(actor) && actor.sector !== null) && acted.every(isOpponent);
}

const isPress = ({ sector }: Actor): boolean => sector === "MED" || sector === "JRN";

/** A body, a person in an office, a group of a country or a political sector; not the press. */
const isParty = (actor: Actor): boolean => {
  const { type, sector, role, country, base } = actor;
  if (isPress(actor)) return false;
  if (base !== null || type === "government" || role !== null) return true;
  if (sector !== null) return politicalSectors.has(sector) || (country !== null && sector !== "CVL");
  return type === "organization" || country !== null;
};

/** Somebody of whom more is known than that they are some: not "12 %" or "many". */
const isSomebody = ({ type, sector, country, base, role }: Actor): boolean =>
  type === "person" ||
  type === "government" ||
  type === "organization" ||
  sector !== null ||
  country !== null ||
  base !== null ||
  role !== null;
