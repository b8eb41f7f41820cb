import { type OriginsBehind, unknownOrigins } from "../origins-behind.ts";
import { ownParty, type PartyOf } from "../party.ts";
import { byPeriod, order } from "../period.ts";
import type { Account } from "./account.ts";
import { accountSpace } from "./account-space.ts";
import { denialConflicts } from "./denial.ts";
import type { Conflict, Dispute, DisputeInput, DisputeSide } from "./dispute.ts";
import { joinConflicts } from "./join-conflicts.ts";
import { negationConflicts } from "./negation.ts";
import { numberConflicts } from "./number.ts";
import { outcomeConflicts } from "./outcome.ts";
import { responsibilityConflicts } from "./responsibility.ts";
import { stanceConflicts } from "./stance.ts";
import { timeConflicts } from "./time.ts";

/**
 * The disputes among accounts and positions, by first day: docs/decisions/0018 says what is one and what is not. The
 * order of the input changes nothing.
 */
export function findDisputes(input: DisputeInput): readonly Dispute[] {
  const { partyOf = ownParty, originsBehind = unknownOrigins } = input;
  const space = accountSpace(input);
  const conflicts = [
    ...denialConflicts(space),
    ...negationConflicts(space),
    ...numberConflicts(space),
    ...timeConflicts(space),
    ...outcomeConflicts(space),
    ...stanceConflicts(input.positions, partyOf),
    ...responsibilityConflicts(input.events ?? [], partyOf, input.lexicon),
  ];
  return joinConflicts(conflicts, space, input.reports ?? new Map())
    .flatMap((group) => disputeOf(group, partyOf, originsBehind) ?? [])
    .sort((a, b) => byPlace(a.sides[0].accounts[0], b.sides[0].accounts[0]) || order(a.cause, b.cause));
}

function disputeOf(group: readonly Conflict[], partyOf: PartyOf, originsBehind: OriginsBehind): Dispute | null {
  const accounts = [
    ...new Map(group.flatMap((one) => one.accounts).map((account) => [account.key, account])).values(),
  ].sort(byPlace);
  const sides = sidesOf(accounts, group, partyOf).map(([first, ...others]): DisputeSide => {
    const own = [first, ...others] as const;
    return { by: first.by, accounts: own, origins: originsBehind(own.map(({ document }) => document.id)) };
  });
  const [one, other, ...more] = sides;
  const [strongest] = group.toSorted((a, b) => order(a.kind, b.kind) || order(a.about, b.about));
  if (one === undefined || other === undefined || strongest === undefined) return null;
  return { cause: strongest.cause, kind: strongest.kind, about: strongest.about, sides: [one, other, ...more] };
}

type Several<T> = readonly [T, ...T[]];

/** By party; by person where people of one party are against each other. */
function sidesOf(
  accounts: readonly Account[],
  group: readonly Conflict[],
  partyOf: PartyOf,
): readonly Several<Account>[] {
  const partyKey = (account: Account): string => keyOf(account, (key) => key.party, partyOf);
  const divided = new Set(
    group.filter(({ accounts: [a, b] }) => partyKey(a) === partyKey(b)).map(({ accounts: [a] }) => partyKey(a)),
  );
  const sides = new Map<string, Several<Account>>();
  for (const account of accounts) {
    const party = partyKey(account);
    const key = divided.has(party) ? keyOf(account, (one) => one.teller, partyOf) : party;
    const side = sides.get(key);
    sides.set(key, side === undefined ? [account] : [...side, account]);
  }
  return [...sides.values()];
}

function keyOf(
  { by, document, key }: Account,
  pick: (keys: { readonly party: string; readonly teller: string }) => string,
  partyOf: PartyOf,
): string {
  if (by.kind === "actor") return pick({ party: partyOf(by.actor).key, teller: by.actor.key });
  if (by.kind === "outlet") return `outlet:${by.outlet ?? document.id}`;
  return by.words === "" ? `account:${key}` : `source:${document.id}:${by.words}`;
}

const byPlace = (a: Account, b: Account): number =>
  byPeriod(a.day, b.day) ||
  order(a.document.id, b.document.id) ||
  a.spans[0].start - b.spans[0].start ||
  order(a.key, b.key);
