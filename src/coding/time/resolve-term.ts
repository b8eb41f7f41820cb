import {
  type Day,
  type Days,
  dateOf,
  dayOf,
  type Interval,
  monthsFrom,
  oneDay,
  weekAround,
  weekdayOf,
  yearsFrom,
} from "./calendar.ts";
import type { Frame, Meaning } from "./frame.ts";
import { holidayDays } from "./holidays.ts";
import { nearest, offsetOf } from "./nearest.ts";
import { resolveBound, resolveEdge, resolvePart, resolveRange } from "./resolve-compound.ts";
import { resolveDistance, resolveWindow, resolveWithin } from "./resolve-count.ts";
import type { CalendarUnit, TimeTerm, Which } from "./time-term.ts";

/** "in July" of a verb in the past is never the July to come. */
const stretch = { lastIsPastBy: 90, againstPast: Number.POSITIVE_INFINITY, withoutTense: 2 };
/** Papers leave out the year of a day of this year alone: "set a vote for Nov. 8" is the one to come. */
const singleDay = { lastIsPastBy: 0, againstPast: 3, withoutTense: 1 };

/** The days that an expression means, read against the frame. */
export function resolveTerm(term: TimeTerm, frame: Frame): Meaning {
  switch (term.kind) {
    case "date":
      return resolveDate(term, frame);
    case "years":
      return yearsFrom(term.first, term.count);
    case "season":
      return nearest(frame, {
        at: (year) => monthsFrom(year, 3 * term.season, 3),
        year: term.year,
        which: term.which,
        ...stretch,
      });
    case "quarter":
      return nearest(frame, {
        at: (year) => monthsFrom(year, 3 * term.quarter - 2, 3),
        year: term.year,
        which: null,
        ...stretch,
        lastIsPastBy: 0,
      });
    case "holiday":
      return resolveHoliday(term, frame);
    case "since-then":
      if (frame.lastTold?.from == null || frame.now === null) return null;
      return frame.lastTold.from < frame.now ? { from: frame.lastTold.from, to: frame.now } : null;
    case "part":
      return resolvePart(term, frame, resolveTerm(term.of, frame));
    case "edge":
      return resolveEdge(term, resolveTerm(term.of, frame));
    case "week-of":
      return whereKnown(resolveTerm(term.of, frame), ({ from }) => (from === null ? null : weekAround(from)));
    case "range":
      return resolveRange(term, frame, resolveTerm);
    case "bound":
      return resolveBound(term, frame, resolveTerm);
    case "within":
      // of the past, and where nothing tells, it is how long something took
      if (frame.tense !== "future") return null;
      return frame.now === null ? "undated" : resolveWithin(term, frame.now);
    default:
      return frame.now === null ? "undated" : resolveRelative(term, frame, frame.now);
  }
}

type RelativeTerm = Extract<
  TimeTerm,
  { kind: "weekday" | "day" | "overnight" | "same-day" | "calendar" | "weekend" | "distance" | "window" }
>;

/** What means nothing without the document's day. */
function resolveRelative(term: RelativeTerm, frame: Frame, now: Day): Meaning {
  // "9 a.m." after a day to come is not of that day
  const dayTold = frame.dayTold && frame.dayTold.to <= now ? frame.dayTold : null;
  switch (term.kind) {
    case "weekday":
      return oneDay(weekdayNear(term, frame, now));
    case "day":
      return oneDay(now + term.offset);
    case "overnight": {
      const day = dayTold?.to ?? now;
      return { from: day - 1, to: day };
    }
    case "same-day":
      return dayTold ?? oneDay(now);
    case "calendar":
      return calendarAround(now, term.unit, offsetOf(term.which));
    case "weekend":
      return weekendNear(term.which, frame, now);
    case "distance":
      return resolveDistance(term, now);
    case "window":
      // "over the next six months he called her often": told from another day than the document's
      return term.direction > 0 && frame.tense === "past" && frame.isTenseSure ? null : resolveWindow(term, now);
    default:
      return term satisfies never;
  }
}

/** `change` of an interval that is known; the rest as it is. */
const whereKnown = (meaning: Meaning, change: (known: Interval) => Meaning): Meaning =>
  meaning === null || meaning === "undated" ? meaning : change(meaning);

function resolveDate(term: Extract<TimeTerm, { kind: "date" }>, frame: Frame): Meaning {
  const { month, day, weekday } = term;
  if (day === null) {
    return nearest(frame, {
      at: (year) => monthsFrom(year, month),
      year: term.year,
      which: term.which,
      ...stretch,
    });
  }
  const at = (year: number): Days | null => {
    const found = dayOf(year, month, day);
    return dateOf(found).month === month ? oneDay(found) : null;
  };
  // "Thursday, Oct. 6" is of the year whose sixth of October is a Thursday
  const onWeekday = (year: number): Days | null => {
    const found = at(year);
    return found && weekdayOf(found.from) === weekday ? found : null;
  };
  const rest = { year: term.year, which: term.which, ...singleDay };
  const named = weekday === null ? null : nearest({ ...frame, tense: null }, { at: onWeekday, ...rest });
  return named ?? nearest(frame, { at, ...rest });
}

function resolveHoliday(term: Extract<TimeTerm, { kind: "holiday" }>, frame: Frame): Meaning {
  if (term.name === "the election" && !frame.isUnitedStatesElection) return null;
  return nearest(frame, {
    at: (year) => holidayDays(term.name, year),
    year: term.year,
    which: term.which,
    ...singleDay,
    slack: 1,
  });
}

/** Days to the weekday on or after the day. */
const daysTo = (weekday: number, day: Day): number => (weekday - weekdayOf(day) + 7) % 7;

function weekdayNear(term: Extract<TimeTerm, { kind: "weekday" }>, frame: Frame, now: Day): Day {
  const { weekday, which, week } = term;
  if (week !== null) return weekAround(now).from + 7 * offsetOf(week) + weekday;
  const before = now - ((weekdayOf(now) - weekday + 7) % 7);
  const after = now + daysTo(weekday, now);
  if (which === "last") return before === now ? now - 7 : before;
  if (which === "next") return after === now ? now + 7 : after;
  if (which === "this") return frame.tense === "past" ? before : after;
  return frame.tense === "future" ? after : before;
}

function weekendNear(which: Which | "past" | null, frame: Frame, now: Day): Days {
  const saturdayOf = (day: Day): Days => ({ from: day, to: day + 1 });
  const saturdayAfter = now + daysTo(5, now);
  // on a Sunday the weekend is that of the day before
  const current = weekdayOf(now) === 6 ? now - 1 : saturdayAfter;
  const begun = weekdayOf(now) >= 5 ? current : current - 7;
  if (which === "last" || which === "past") return saturdayOf(current - 7);
  if (which === "next") return saturdayOf(weekAround(now).from + 12);
  if (which === "this") return saturdayOf(frame.tense === "past" ? begun : current);
  return saturdayOf(frame.tense === "future" ? current : begun);
}

/** The calendar's week, month, quarter, year … that holds the day, or one `offset` away from it. */
function calendarAround(now: Day, unit: CalendarUnit, offset: number): Days {
  const { year, month } = dateOf(now);
  switch (unit) {
    case "week":
      return weekAround(now + 7 * offset);
    case "month":
      return monthsFrom(year, month + offset);
    case "quarter":
      return monthsFrom(year, 3 * Math.floor((month - 1) / 3) + 1 + 3 * offset, 3);
    case "year":
      return yearsFrom(year + offset);
    case "decade":
      return yearsFrom(10 * (Math.floor(year / 10) + offset), 10);
    case "century":
      return yearsFrom(100 * (Math.floor(year / 100) + offset), 100);
    default:
      return unit satisfies never;
  }
}
