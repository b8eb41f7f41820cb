import type { EventRow, PositionRow } from "../../ledger/ledger.ts";
import type { Party, PartyOf } from "../party.ts";
import { byPeriod, order, periodOf, publishedOn } from "../period.ts";
import { voiceOf } from "../voice.ts";
import type { OutlookInput, Signal } from "./outlook.ts";
import type { OutlookWeights } from "./outlook-weights.ts";

/** All that either of the pair shows towards the other, in order of day. */
export function signalsOf(input: OutlookInput, partyOf: PartyOf): readonly Signal[] {
  const positions = [...input.positions];
  const events = [...input.events];
  const main = mainCounterparts(positions, events, partyOf);
  const signals = [
    ...positions.flatMap((row) => positionSignal(row, input, partyOf, main) ?? []),
    ...events.flatMap((row) => eventSignal(row, input, partyOf) ?? []),
  ];
  return signals.sort((a, b) => byPeriod(a.period, b.period) || order(idOf(a), idOf(b)));
}

const idOf = (signal: Signal): string => (signal.kind === "event" ? signal.row.event.id : signal.row.position.id);

/** What an adversary says of a party is no signal of that party. */
function positionSignal(
  row: PositionRow,
  { pair, weights }: OutlookInput,
  partyOf: PartyOf,
  main: ReadonlyMap<string, Party>,
): Signal | null {
  const by = partyOf(row.actor);
  const towards = row.counterpart === null ? main.get(by.key) : partyOf(row.counterpart);
  const period = periodOf(row.position.when, row.document);
  const weight = stanceWeight(row, weights);
  if (towards === undefined || period === null || weight === 0 || !isPair(by, towards, pair)) return null;
  return voiceOf(row, partyOf) === "attributed" ? null : { kind: "position", by, towards, period, weight, row };
}

function stanceWeight({ position: { issue, stance } }: PositionRow, { issues, conditional }: OutlookWeights): number {
  const weight = issues.get(issue) ?? 0;
  const part = { supports: 1, conditional, ambivalent: 0, opposes: -1 } as const;
  return weight * part[stance];
}

/** What is planned speaks on the day it is told. */
function eventSignal(row: EventRow, { pair, weights }: OutlookInput, partyOf: PartyOf): Signal | null {
  const { status, type, when } = row.event;
  const part = status === "happened" ? 1 : status === "planned" ? weights.planned : 0;
  const weight = part * (weights.events.get(type) ?? 0);
  const period = status === "planned" ? publishedOn(row.document) : periodOf(when, row.document);
  const [by, towards] = partiesIn(row, partyOf).find(([a, b]) => isPair(a, b, pair)) ?? [];
  if (by === undefined || towards === undefined || period === null || weight === 0) return null;
  return { kind: "event", by, towards, period, weight, row };
}

/** Each who acts with each who is acted on; those who act together, where nobody is, with each other. */
function partiesIn({ actors, recipients }: EventRow, partyOf: PartyOf): readonly (readonly [Party, Party])[] {
  const acting = actors.map(partyOf);
  const others = recipients.length > 0 ? recipients.map(partyOf) : acting;
  return acting.flatMap((by) => others.filter(({ key }) => key !== by.key).map((towards) => [by, towards] as const));
}

const isPair = (a: Party, b: Party, pair: readonly [string, string]): boolean =>
  a.key !== b.key && pair.includes(a.key) && pair.includes(b.key);

/** Of each party the one that its records name most: towards whom it speaks where it names nobody. */
function mainCounterparts(
  positions: readonly PositionRow[],
  events: readonly EventRow[],
  partyOf: PartyOf,
): ReadonlyMap<string, Party> {
  const counts = new Map<string, Map<string, { readonly party: Party; readonly count: number }>>();
  const pairs = [
    ...positions.flatMap(({ actor, counterpart }) =>
      counterpart === null ? [] : [[partyOf(actor), partyOf(counterpart)] as const],
    ),
    ...events.flatMap((row) => partiesIn(row, partyOf)),
  ];
  for (const [by, towards] of pairs) {
    if (by.key === towards.key) continue;
    const own = counts.get(by.key) ?? new Map();
    counts.set(by.key, own.set(towards.key, { party: towards, count: (own.get(towards.key)?.count ?? 0) + 1 }));
  }
  return new Map(
    [...counts].flatMap(([key, own]) => {
      const [most] = [...own.values()].sort((a, b) => b.count - a.count || order(a.party.key, b.party.key));
      return most === undefined ? [] : [[key, most.party] as const];
    }),
  );
}
