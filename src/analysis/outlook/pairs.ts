import type { EventRow, PositionRow } from "../../ledger/ledger.ts";
import type { PartyOf } from "../party.ts";
import { order } from "../period.ts";

/** The pairs of states of which most records tell, the most first: candidates for an outlook. */
export function pairsOf(
  positions: Iterable<PositionRow>,
  events: Iterable<EventRow>,
  partyOf: PartyOf,
): readonly (readonly [string, string])[] {
  const counts = new Map<string, number>();
  const count = (a: string, b: string): void => {
    if (a === b) return;
    const pair = JSON.stringify([a, b].sort(order));
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  };
  const states = (actors: readonly PositionRow["actor"][]): readonly string[] => [
    ...new Set(
      actors
        .map(partyOf)
        .filter(({ country }) => country !== null)
        .map(({ key }) => key),
    ),
  ];
  for (const { actor, counterpart } of positions) {
    for (const a of states([actor])) for (const b of states(counterpart === null ? [] : [counterpart])) count(a, b);
  }
  for (const { actors, recipients } of events)
    for (const a of states(actors)) for (const b of states(recipients)) count(a, b);
  return [...counts]
    .sort(([a, m], [b, n]) => n - m || order(a, b))
    .map(([pair]) => JSON.parse(pair) as [string, string]); // as it was written above
}
