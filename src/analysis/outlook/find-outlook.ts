import {
  addMonths,
  type Day,
  dateOf,
  dayOf,
  daysOfPartialDate,
  isoOf,
  weekAround,
} from "../../coding/time/calendar.ts";
import { type OriginsBehind, unknownOrigins } from "../origins-behind.ts";
import { ownParty, type Party } from "../party.ts";
import type { Outlook, OutlookInput, OutlookPoint, OutlookStep, Signal } from "./outlook.ts";
import { signalsOf } from "./signals.ts";

/**
 * The outlook of a pair; null where no record shows anything of either towards the other. A record that names no
 * counterpart counts towards the one its party's records name most. The order of the rows changes nothing.
 */
export function findOutlook(input: OutlookInput): Outlook | null {
  const { partyOf = ownParty, originsBehind = unknownOrigins, step } = input;
  const signals = signalsOf(input, partyOf);
  const [first, last] = [firstOf(signals), lastOf(signals)];
  const pair = pairOf(signals, input.pair);
  if (first === null || last === null || pair === null) return null;
  const points: OutlookPoint[] = [];
  for (let start = startOf(first, step); start <= last; start = nextStart(start, step)) {
    const period = { from: isoOf(start), to: isoOf(nextStart(start, step) - 1) };
    const own = signals.filter((signal) => signal.period.to >= period.from && signal.period.to <= period.to);
    points.push({ period, ...indexOf(own, originsBehind), signals: own });
  }
  return { pair, step, points };
}

function pairOf(signals: readonly Signal[], [first, second]: OutlookInput["pair"]): readonly [Party, Party] | null {
  const parties = new Map(
    signals.flatMap(({ by, towards }) => [by, towards].map((party) => [party.key, party] as const)),
  );
  const [a, b] = [parties.get(first), parties.get(second)];
  return a === undefined || b === undefined ? null : [a, b];
}

/** A record of several days counts on the last of them. */
const daysOf = (signals: readonly Signal[]): readonly Day[] =>
  signals.flatMap(({ period }) => daysOfPartialDate(period.to)?.to ?? []);
const firstOf = (signals: readonly Signal[]): Day | null =>
  daysOf(signals).reduce<Day | null>((least, day) => (least === null || day < least ? day : least), null);
const lastOf = (signals: readonly Signal[]): Day | null =>
  daysOf(signals).reduce<Day | null>((most, day) => (most === null || day > most ? day : most), null);

function startOf(day: Day, step: OutlookStep): Day {
  if (step === "week") return weekAround(day).from;
  const { year, month } = dateOf(day);
  return step === "month" ? dayOf(year, month, 1) : day;
}

const nextStart = (start: Day, step: OutlookStep): Day =>
  step === "month" ? addMonths(start, 1) : start + (step === "week" ? 7 : 1);

function indexOf(signals: readonly Signal[], originsBehind: OriginsBehind): Omit<OutlookPoint, "period" | "signals"> {
  const sum = (sign: number): number => signals.reduce((total, { weight }) => total + Math.max(0, sign * weight), 0);
  const [openness, closure] = [sum(1), sum(-1)];
  const origins = originsBehind(signals.map(({ row }) => row.document.id));
  if (openness + closure === 0) return { index: null, band: null, origins };
  const share = openness / (openness + closure);
  const { low, high } = wilson(share, Math.max(1, origins.atLeast));
  return { index: 2 * share - 1, band: { low: 2 * low - 1, high: 2 * high - 1 }, origins };
}

/**
 * Interval of a share seen in `trials`, with 95 of 100. Wilson, "Probable inference, the law of succession, and
 * statistical inference" (1927). Independent origins as its trials are a convention: a band that narrows with them.
 */
function wilson(share: number, trials: number): { readonly low: number; readonly high: number } {
  const z = 1.96;
  const middle = (share + z ** 2 / (2 * trials)) / (1 + z ** 2 / trials);
  const half = (z / (1 + z ** 2 / trials)) * Math.sqrt((share * (1 - share)) / trials + z ** 2 / (4 * trials ** 2));
  return { low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}
