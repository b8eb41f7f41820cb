import { addMonths, type Day, type Days, dateOf, type Interval, monthsFrom, oneDay, yearsFrom } from "./calendar.ts";
import type { TimeTerm, Unit } from "./time-term.ts";

/** "two weeks ago" is that day and one on each side, "two months ago" that month; without a number, the time up to now. */
export function resolveDistance(term: Extract<TimeTerm, { kind: "distance" }>, now: Day): Days {
  const { count, unit, direction } = term;
  if (count === null) return resolveWindow({ kind: "window", count, unit, direction }, now);
  switch (unit) {
    case "minute":
      return oneDay(now);
    case "hour":
      return oneDay(count < 24 ? now : now + direction * Math.round(count / 24));
    case "day":
      return oneDay(now + direction * Math.round(count));
    case "week": {
      const day = now + direction * Math.round(7 * count);
      return { from: day - 1, to: day + 1 };
    }
    case "month": {
      const { year, month } = dateOf(now);
      return monthsFrom(year, month + direction * Math.round(count));
    }
    default: {
      const months = direction * Math.round(count * monthsOf(unit));
      return yearsFrom(dateOf(addMonths(now, months)).year);
    }
  }
}

/** "the past two weeks", "the coming months": from or to the document's day. */
export function resolveWindow(term: Extract<TimeTerm, { kind: "window" }>, now: Day): Days {
  const there = moved(now, term);
  return term.direction < 0 ? { from: there, to: now } : { from: now, to: there };
}

/** "within two weeks": the days up to then; "in two weeks": that day. */
export function resolveWithin({ count, unit, isPoint }: Extract<TimeTerm, { kind: "within" }>, now: Day): Days {
  const ahead = { count, unit, direction: 1 } as const;
  return isPoint
    ? resolveDistance({ kind: "distance", ...ahead }, now)
    : resolveWindow({ kind: "window", ...ahead }, now);
}

/** Where the words give no number, by the guide: 7 days, 4 weeks, 6 months, 5 years; and, like those, 3 decades. */
const openCounts: Readonly<Record<Unit, number>> = {
  minute: 1,
  hour: 1,
  day: 7,
  week: 4,
  month: 6,
  year: 5,
  decade: 3,
  century: 2,
};

function moved(now: Day, { count, unit, direction }: Extract<TimeTerm, { kind: "window" }>): Day {
  const number = count ?? openCounts[unit];
  switch (unit) {
    case "minute":
      return now;
    case "hour":
      return now + direction * Math.floor(number / 24);
    case "day":
      return now + direction * Math.round(number);
    case "week":
      return now + direction * Math.round(7 * number);
    default:
      return addMonths(now, direction * Math.round(number * monthsOf(unit)));
  }
}

const monthsOf = (unit: Unit): number =>
  unit === "century" ? 1200 : unit === "decade" ? 120 : unit === "year" ? 12 : 1;

/** The first or last `count` units of an interval. */
export function edgeOf(days: Interval, edge: "first" | "last", count: number, unit: Unit): Days | null {
  if (days.from === null || days.to === null) return null;
  const step = { count: null, unit, kind: "window" } as const;
  const end = edge === "first" ? moved(days.from, { ...step, count, direction: 1 }) - 1 : days.to;
  const start = edge === "last" ? moved(days.to + 1, { ...step, count, direction: -1 }) : days.from;
  return { from: Math.max(days.from, start), to: Math.min(days.to, end) };
}
