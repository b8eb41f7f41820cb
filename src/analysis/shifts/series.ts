import type { PositionRow } from "../../ledger/ledger.ts";
import { grouped } from "../grouped.ts";
import type { Party, PartyOf } from "../party.ts";
import { byPeriod, order, type Period, periodOf } from "../period.ts";

/** A position with the days it is of. */
export interface Dated {
  readonly row: PositionRow;
  readonly period: Period;
}

/** All that is known of where one party stands on one issue, towards one counterpart where any is named. */
export interface Series {
  readonly party: Party;
  readonly issue: string;
  readonly counterpart: Party | null;
  /** In order of day. Those that name no counterpart are in the series of each. */
  readonly records: readonly Dated[];
}

/** Records without a day are in none, nor those towards somebody unnamed ("the man who ordered it"), who may be anybody. */
export function seriesOf(rows: Iterable<PositionRow>, partyOf: PartyOf): readonly Series[] {
  const dated = [...rows]
    .sort((a, b) => order(a.position.id, b.position.id))
    .flatMap((row): Dated[] => {
      const period = periodOf(row.position.when, row.document);
      return period === null || isTowardsUnnamed(row) ? [] : [{ row, period }];
    });
  return [...grouped(dated, ({ row }) => JSON.stringify([partyOf(row.actor).key, row.position.issue]))]
    .sort(([a], [b]) => order(a, b))
    .flatMap(([, records]) =>
      byCounterpart(
        records.toSorted((a, b) => byPeriod(a.period, b.period)),
        partyOf,
      ),
    );
}

const isTowardsUnnamed = ({ counterpart }: PositionRow): boolean =>
  counterpart !== null && counterpart.type === "anonymous" && counterpart.country === null;

function byCounterpart(records: readonly Dated[], partyOf: PartyOf): readonly Series[] {
  const [first] = records;
  if (first === undefined) return [];
  const party = partyOf(first.row.actor);
  const { issue } = first.row.position;
  const named = new Map<string, Party>();
  for (const { row } of records) {
    const counterpart = counterpartOf(row, partyOf);
    if (counterpart !== null && counterpart.key !== party.key) named.set(counterpart.key, counterpart);
  }
  if (named.size === 0) return [{ party, issue, counterpart: null, records }];
  return [...named.values()]
    .sort((a, b) => order(a.key, b.key))
    .map((counterpart) => ({
      party,
      issue,
      counterpart,
      records: records.filter(({ row }) => {
        const own = counterpartOf(row, partyOf);
        return own === null || own.key === counterpart.key || own.key === party.key;
      }),
    }));
}

export const counterpartOf = ({ counterpart }: PositionRow, partyOf: PartyOf): Party | null =>
  counterpart === null ? null : partyOf(counterpart);
