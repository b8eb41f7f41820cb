import type { Stance } from "../../coding/position/position.ts";
import type { PositionRow } from "../../ledger/ledger.ts";
import { grouped } from "../grouped.ts";
import type { OriginsBehind } from "../origins-behind.ts";
import type { PartyOf } from "../party.ts";
import { order } from "../period.ts";
import { voiceOf } from "../voice.ts";
import type { Dated } from "./series.ts";
import type { ShiftSide } from "./shift.ts";
import { standingOf } from "./standing.ts";
import { joined, sameTerms, type Terms, termsOf, type Vectors } from "./terms.ts";

/** A stretch of time over which a party stood the same. */
export interface Stage {
  readonly stance: Stance;
  readonly terms: Terms;
  readonly records: readonly [Dated, ...Dated[]];
  readonly standing: ShiftSide["standing"] | null;
}

export interface StageContext {
  readonly partyOf: PartyOf;
  readonly originsBehind: OriginsBehind;
  readonly vectors: Vectors;
}

/**
 * The stages that records, in order of day, tell. Left out is what shows no stance (a day of contrary records), what
 * others alone say of a party, a lone contrary record between two equal ones, and ambivalence of a day.
 */
export function stagesOf(records: readonly Dated[], context: StageContext): readonly Stage[] {
  const days = byDay(records).flatMap((group) => stanceOfDay(group, context) ?? []);
  const stances = settled(days, (a, b) => a.stance === b.stance, context);
  return stances.flatMap(({ stance, records: own }) => {
    if (stance !== "conditional") return [stageOf(stance, own, context)];
    const parts = byDay(own).map((group) => stageOf(stance, group, context));
    return settled(parts, (a, b) => sameTerms(a.terms, b.terms), context);
  });
}

function stageOf(stance: Stance, records: Stage["records"], { partyOf, originsBehind, vectors }: StageContext): Stage {
  const rows = records.map(({ row }) => row);
  return { stance, records, terms: termsOf(rows, vectors), standing: standingOf(rows, partyOf, originsBehind) };
}

/** What the party itself shows on a day counts before what is told of it. */
function stanceOfDay(records: Stage["records"], context: StageContext): Stage | null {
  for (const voice of ["own", "narrated", "attributed"] as const) {
    const heard = records.filter(({ row }) => voiceOf(row, context.partyOf) === voice);
    const stances = new Set(heard.map(({ row }) => row.position.stance));
    if (stances.size > 1) stances.delete("ambivalent");
    if (stances.size === 0) continue;
    // "no talks with him" and "talks with another" on one day are one conditional stance
    const stance = stances.has("conditional") ? "conditional" : only(stances);
    const [first, ...others] = stance === null ? [] : heard.filter(({ row }) => row.position.stance === stance);
    return stance === null || first === undefined ? null : stageOf(stance, [first, ...others], context);
  }
  return null;
}

const only = <T>(values: ReadonlySet<T>): T | null => (values.size === 1 ? ([...values][0] ?? null) : null);

type Same = (a: Stage, b: Stage) => boolean;

/** Joins what is the same and leaves out first what does not stand, then what is noise, until nothing changes. */
function settled(stages: readonly Stage[], same: Same, context: StageContext): readonly Stage[] {
  const runs = joinRuns(stages, same, context);
  const standing = runs.filter(stands);
  if (standing.length < runs.length) return settled(standing, same, context);
  const heard = runs.filter(
    (run, at) => !isNoise(run, runs[at - 1], runs[at + 1], same, context) && !leavesTermsOut(run, runs[at - 1]),
  );
  return heard.length < runs.length ? settled(heard, same, context) : runs;
}

function joinRuns(stages: readonly Stage[], same: Same, context: StageContext): readonly Stage[] {
  const runs: { last: Stage; readonly stages: Stage[] }[] = [];
  for (const stage of stages) {
    const run = runs.at(-1);
    if (run === undefined || !same(run.last, stage)) runs.push({ last: stage, stages: [stage] });
    else {
      run.stages.push(stage);
      run.last = { ...run.last, terms: joined(run.last.terms, stage.terms) };
    }
  }
  return runs.map(({ last, stages: own }) => {
    if (own.length === 1) return last;
    const [first, ...others] = own.flatMap(({ records }) => records);
    return first === undefined ? last : { ...stageOf(last.stance, [first, ...others], context), terms: last.terms };
  });
}

/** Ambivalence is a stance where the party shows it on several days; of one day it is a stance not shown. */
const stands = ({ stance, standing, records }: Stage): boolean =>
  standing !== null && (stance !== "ambivalent" || new Set(records.map(({ period }) => period.to)).size > 1);

/** Alone between two equal ones, of one day and origin, and no act: more likely misread, or a slip, than two shifts. */
function isNoise(
  { records }: Stage,
  before: Stage | undefined,
  after: Stage | undefined,
  same: Same,
  { originsBehind }: StageContext,
): boolean {
  if (before === undefined || after === undefined || !same(before, after)) return false;
  const days = new Set(records.map(({ period }) => period.to));
  if (days.size > 1 || records.some(({ row }) => row.position.modality === "acts")) return false;
  return originsBehind(records.map(({ row }) => row.document.id)).atLeast < 2;
}

/** Who narrates a party's own terms often leaves them out: "spoke of dialogue" is no shift from "under another president". */
const leavesTermsOut = ({ stance, standing }: Stage, before: Stage | undefined): boolean =>
  before?.stance === "conditional" && before.standing === "own" && standing === "reported" && stance !== "conditional";

/** By the last day that they are of, in order of day. */
const byDay = (records: readonly Dated[]): readonly Stage["records"][] =>
  [...grouped(records, ({ period }) => period.to)].sort(([a], [b]) => order(a, b)).map(([, group]) => group);

/** The rows of a stage. */
export const rowsOf = ({ records: [first, ...others] }: Stage): readonly [PositionRow, ...PositionRow[]] => [
  first.row,
  ...others.map(({ row }) => row),
];
