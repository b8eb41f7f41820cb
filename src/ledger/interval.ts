import type { DateCandidate } from "../document/document.ts";

/** Both ends inclusive, YYYY-MM-DD. */
export interface DayInterval {
  readonly from: string;
  readonly to: string;
}

/** The days a date of publication may mean: "2022-03" is all of March. Null where it is no date of the calendar. */
export function publicationInterval(published: Pick<DateCandidate, "value" | "precision">): DayInterval | null {
  const { value, precision } = published;
  if (precision === "year") return checked(value, `${value}-01-01`, `${value}-12-31`);
  if (precision === "month") return checked(value, `${value}-01`, lastDayOfMonth(value));
  return checked(value, value, value);
}

function checked(value: string, from: string, to: string | null): DayInterval | null {
  const wellFormed = /^[0-9]{4}(-[0-9]{2}){0,2}$/.test(value);
  return wellFormed && isDay(from) && to !== null ? { from, to } : null;
}

/** True for YYYY-MM-DD that the calendar has: not 2022-02-30, and no day of a year 0. */
export function isDay(value: string): boolean {
  if (!/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(value) || value.startsWith("0000")) return false;
  const time = Date.parse(`${value}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
}

function lastDayOfMonth(month: string): string | null {
  for (const day of ["31", "30", "29", "28"]) if (isDay(`${month}-${day}`)) return `${month}-${day}`;
  return null;
}
