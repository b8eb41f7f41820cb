import type { PositionRow } from "../../ledger/ledger.ts";
import { grouped } from "../grouped.ts";
import type { PartyOf } from "../party.ts";
import { order, overlap, type Period, periodOf } from "../period.ts";
import { voiceOf } from "../voice.ts";
import { positionAccount } from "./accounts-of.ts";
import type { Conflict } from "./dispute.ts";

interface Dated {
  readonly row: PositionRow;
  readonly period: Period;
}

/** What one article without a date tells is of one time, whenever that was. */
const undated: Period = { from: "0001-01-01", to: "0001-01-01" };

/** Days between what a party shows and what another says of it, within which both are of one time. */
const sameTimeDays = 14;

/**
 * What another says of a party's stance against what the party itself shows nearest to it in time; and what it is told
 * to say in private against what it says in public in the same days.
 */
export function stanceConflicts(rows: Iterable<PositionRow>, partyOf: PartyOf): readonly Conflict[] {
  const dated = [...rows]
    .sort((a, b) => order(a.position.id, b.position.id))
    .map((row): Dated => ({ row, period: periodOf(row.position.when, row.document) ?? undated }));
  // what has no day is of one time with what its own document tells alone
  const groups = grouped(dated, ({ row, period }) =>
    JSON.stringify([partyOf(row.actor).key, row.position.issue, period === undated ? row.document.id : ""]),
  );
  return [...groups.values()].flatMap((records) => [
    ...attributedOtherwise(records, partyOf),
    ...shownOtherwiseInPrivate(records, partyOf),
  ]);
}

function attributedOtherwise(records: readonly Dated[], partyOf: PartyOf): readonly Conflict[] {
  const own = records.filter(({ row }) => voiceOf(row, partyOf) === "own" && row.position.stance !== "ambivalent");
  return records
    .filter(({ row }) => row.position.toldBy.kind === "other" && voiceOf(row, partyOf) !== "own")
    .flatMap((told) => {
      const near = own
        .map((shown) => ({ shown, days: daysBetween(told.period, shown.period) }))
        .filter(({ shown, days }) => days <= sameTimeDays && sameCounterpart(told.row, shown.row, partyOf))
        .sort((a, b) => a.days - b.days || order(a.shown.row.position.id, b.shown.row.position.id));
      const [nearest] = near;
      // what it shows on the nearest day leaves no doubt, if it shows one thing
      const stances = new Set(
        near.filter(({ days }) => days === nearest?.days).map(({ shown }) => shown.row.position.stance),
      );
      const kind = nearest === undefined ? null : opposition(told.row, nearest.shown.row);
      return nearest === undefined || kind === null || stances.size > 1
        ? []
        : [conflict(nearest.shown.row, told.row, kind)];
    });
}

function shownOtherwiseInPrivate(records: readonly Dated[], partyOf: PartyOf): readonly Conflict[] {
  const secret = records.filter(({ row }) => row.position.audience === "private");
  return records
    .filter(({ row }) => row.position.audience === "public" && voiceOf(row, partyOf) === "own")
    .flatMap((shown) =>
      secret
        .filter(({ row, period }) => overlap(period, shown.period) && sameCounterpart(row, shown.row, partyOf))
        .filter(({ row }) => row.position.stance !== shown.row.position.stance && row.position.stance !== "ambivalent")
        .map(({ row }) => conflict(shown.row, row, "tension")),
    );
}

const conflict = (shown: PositionRow, told: PositionRow, kind: Conflict["kind"]): Conflict => ({
  cause: "stance",
  kind,
  about: shown.position.issue,
  accounts: [positionAccount(shown), positionAccount(told)],
});

/** Null where the two stances go together, or one only adds a condition. */
function opposition({ position: a }: PositionRow, { position: b }: PositionRow): Conflict["kind"] | null {
  const stances = new Set([a.stance, b.stance]);
  if (stances.size < 2 || stances.has("ambivalent")) return null;
  if (stances.has("supports") && stances.has("opposes")) return "contradiction";
  return stances.has("opposes") ? "tension" : null;
}

function sameCounterpart({ counterpart: a }: PositionRow, { counterpart: b }: PositionRow, partyOf: PartyOf): boolean {
  return a === null || b === null || partyOf(a).key === partyOf(b).key;
}

function daysBetween(a: Period, b: Period): number {
  const days = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;
  return Math.max(days(a.to, b.from), days(b.to, a.from), 0);
}
