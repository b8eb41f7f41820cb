/** Days since 1970-01-01, negative before it. Calendar days only: no clock and no time zone enters here. */
export type Day = number;

/** Days from `from` to `to`, both inside; null: that side is open. */
export interface Interval {
  readonly from: Day | null;
  readonly to: Day | null;
}

/** An interval with both its ends. */
export interface Days extends Interval {
  readonly from: Day;
  readonly to: Day;
}

const dayMs = 86_400_000;

/** The day of a date whose parts may run over: month 13 is the next January, day 0 the last of the month before. */
export const dayOf = (year: number, month: number, day: number): Day => Date.UTC(year, month - 1, day) / dayMs;

/** Year, month (1 to 12) and day of the month. */
export function dateOf(day: Day): { readonly year: number; readonly month: number; readonly date: number } {
  const date = new Date(day * dayMs);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, date: date.getUTCDate() };
}

export const isoOf = (day: Day): string => new Date(day * dayMs).toISOString().slice(0, 10);

/** 0 for Monday to 6 for Sunday. */
export const weekdayOf = (day: Day): number => (((day + 3) % 7) + 7) % 7;

export const daysInMonth = (year: number, month: number): number => dateOf(dayOf(year, month + 1, 0)).date;

/** The same day of another month; the last of that month where it is shorter. */
export function addMonths(day: Day, months: number): Day {
  const { year, month, date } = dateOf(day);
  const first = dateOf(dayOf(year, month + months, 1));
  return dayOf(first.year, first.month, Math.min(date, daysInMonth(first.year, first.month)));
}

/** Whole months from the first day of month `month` of `year`; months may run over. */
export const monthsFrom = (year: number, month: number, count = 1): Days => ({
  from: dayOf(year, month, 1),
  to: dayOf(year, month + count, 0),
});

export const yearsFrom = (year: number, count = 1): Days => monthsFrom(year, 1, 12 * count);

export const oneDay = (day: Day): Days => ({ from: day, to: day });

/** Monday to Sunday around the day. */
export function weekAround(day: Day): Days {
  const monday = day - weekdayOf(day);
  return { from: monday, to: monday + 6 };
}

/**
 * What is known of a date written YYYY, YYYY-MM or YYYY-MM-DD: the days it may be; null for anything else. What
 * follows the date, as a time of day, counts for nothing.
 */
export function daysOfPartialDate(value: string): Days | null {
  const parts = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?/u.exec(value);
  if (!parts) return null;
  const [year, month, date] = [Number(parts[1]), Number(parts[2] ?? 0), Number(parts[3] ?? 0)];
  if (parts[2] === undefined) return yearsFrom(year);
  if (month < 1 || month > 12) return null;
  if (parts[3] === undefined) return monthsFrom(year, month);
  return date >= 1 && date <= daysInMonth(year, month) ? oneDay(dayOf(year, month, date)) : null;
}
