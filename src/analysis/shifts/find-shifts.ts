import type { PositionRow } from "../../ledger/ledger.ts";
import { unknownOrigins } from "../origins-behind.ts";
import { ownParty, type Party } from "../party.ts";
import { byPeriod, order } from "../period.ts";
import { voiceOf } from "../voice.ts";
import { counterpartOf, type Dated, type Series, seriesOf } from "./series.ts";
import type { Shift, ShiftOptions, ShiftSide } from "./shift.ts";
import { rowsOf, type Stage, type StageContext, stagesOf } from "./stages.ts";

/**
 * The shifts that positions show, by day, then party and issue: docs/decisions/0018 says what is one and what is not.
 * Positions without any day show none. The order of the rows changes nothing.
 */
export function findShifts(rows: Iterable<PositionRow>, options: ShiftOptions = {}): readonly Shift[] {
  const { partyOf = ownParty, originsBehind = unknownOrigins, vectors = new Map() } = options;
  const context: StageContext = { partyOf, originsBehind, vectors };
  const found = new Map<string, Shift>();
  for (const series of seriesOf(rows, partyOf)) {
    const stages = stagesOf(series.records, context);
    for (const [at, to] of stages.entries()) {
      const from = stages[at - 1];
      const shift = from === undefined ? null : shiftBetween(from, to, series, context);
      // records without a counterpart are in the series of each: one shift, whoever it is towards
      if (shift !== null) found.set(`${shift.from.evidence.position.id} ${shift.to.evidence.position.id}`, shift);
    }
  }
  return [...found.values()].sort(
    (a, b) =>
      byPeriod(a.to.period, b.to.period) ||
      order(a.party.key, b.party.key) ||
      order(a.issue, b.issue) ||
      order(a.to.evidence.position.id, b.to.evidence.position.id),
  );
}

const size = { supports: 1, conditional: 0, ambivalent: 0, opposes: -1 } as const;

function shiftBetween(before: Stage, after: Stage, series: Series, context: StageContext): Shift | null {
  const pair = evidenceOf(before, after, context);
  if (before.standing === null || after.standing === null || pair === null) return null;
  const [last, first] = pair;
  const isOwn = pair.map(({ row }) => voiceOf(row, context.partyOf) === "own");
  return {
    party: series.party,
    issue: series.issue,
    counterpart: commonCounterpart(before, after, series, context),
    kind: before.stance === after.stance ? "terms" : "stance",
    size: size[after.stance] - size[before.stance],
    from: sideOf(before, last, before.standing, context),
    to: sideOf(after, first, after.standing, context),
    between: { after: last.period.to, by: first.period.from },
    saidBy: isOwn.every(Boolean) ? "party" : isOwn.some(Boolean) ? "both" : "others",
    aside: asideOf(before, after, series),
  };
}

const sideOf = (
  stage: Stage,
  { row, period }: Dated,
  standing: ShiftSide["standing"],
  { originsBehind }: StageContext,
): ShiftSide => {
  const rows = rowsOf(stage);
  const origins = originsBehind(rows.map(({ document }) => document.id));
  return { stance: stage.stance, period, evidence: row, rows, origins, standing };
};

/**
 * The two records that show a shift best: the party's own before what is told of it, public before private, then the
 * nearest to the shift. Null where none of the one stage surely came before one of the other.
 */
function evidenceOf(before: Stage, after: Stage, { partyOf }: StageContext): readonly [Dated, Dated] | null {
  const rank = ({ row }: Dated): number =>
    (voiceOf(row, partyOf) === "own" ? 0 : 2) + (row.position.audience === "public" ? 0 : 1);
  const ranked = (records: readonly Dated[]): readonly Dated[] => records.toSorted((a, b) => rank(a) - rank(b));
  const seconds = ranked(after.records);
  for (const last of ranked(before.records.toReversed())) {
    const first = seconds.find(({ period }) => last.period.to < period.from);
    if (first !== undefined) return [last, first];
  }
  return null;
}

function commonCounterpart(before: Stage, after: Stage, series: Series, { partyOf }: StageContext): Party | null {
  const { counterpart } = series;
  const names = (stage: Stage): boolean =>
    rowsOf(stage).some((row) => counterpartOf(row, partyOf)?.key === counterpart?.key);
  return counterpart !== null && names(before) && names(after) ? counterpart : null;
}

function asideOf(before: Stage, after: Stage, { records }: Series): readonly PositionRow[] {
  const used = new Set([...before.records, ...after.records].map(({ row }) => row));
  const [start, end] = [before.records[0].period.from, after.records.at(-1)?.period.to ?? ""];
  return records
    .filter(({ row, period }) => !used.has(row) && period.from >= start && period.to <= end)
    .map(({ row }) => row);
}
