import { type Day, type Days, dayOf, oneDay, weekdayOf } from "./calendar.ts";
import { easter, islamicDay, passover } from "./moveable-feasts.ts";

/** A day with a name, and its day in a year; null in a year that has none. */
export interface Holiday {
  readonly name: string;
  /** For the flag `i`; `'` may be curly or lost. */
  readonly pattern: string;
  readonly day: (year: number) => Day | null;
}

const fixed =
  (month: number, day: number) =>
  (year: number): Day =>
    dayOf(year, month, day);

/** The nth weekday (0 is Monday) of a month; the last where `nth` is -1. */
const nthWeekday =
  (nth: number, weekday: number, month: number) =>
  (year: number): Day => {
    if (nth < 0) {
      const last = dayOf(year, month + 1, 0);
      return last - ((weekdayOf(last) - weekday + 7) % 7);
    }
    const first = dayOf(year, month, 1);
    return first + ((weekday - weekdayOf(first) + 7) % 7) + 7 * (nth - 1);
  };

/** Tuesday after the first Monday of November, in even years: 2 U.S.C. 7. */
const electionDay = (year: number): Day | null => (year % 2 === 0 ? nthWeekday(1, 0, 11)(year) + 1 : null);

/** Days of the primaries that the parties published. */
const superTuesdays: Readonly<Record<number, string>> = {
  2008: "2-5",
  2012: "3-6",
  2016: "3-1",
  2020: "3-3",
  2024: "3-5",
};

function superTuesday(year: number): Day | null {
  const [month, day] = superTuesdays[year]?.split("-").map(Number) ?? [];
  return month === undefined || day === undefined ? null : dayOf(year, month, day);
}

export const holidays: readonly Holiday[] = [
  { name: "New Year's Eve", pattern: "New\\s+Year['’]?s\\s+Eve", day: fixed(12, 31) },
  { name: "New Year's Day", pattern: "New\\s+Year['’]?s(?:\\s+Day)?", day: fixed(1, 1) },
  { name: "Christmas Eve", pattern: "Christmas\\s+Eve", day: fixed(12, 24) },
  { name: "Christmas", pattern: "Christmas(?:\\s+Day)?", day: fixed(12, 25) },
  { name: "Boxing Day", pattern: "Boxing\\s+Day", day: fixed(12, 26) },
  { name: "Valentine's Day", pattern: "Valentine['’]?s\\s+Day", day: fixed(2, 14) },
  { name: "St. Patrick's Day", pattern: "(?:St\\.?|Saint)\\s+Patrick['’]?s\\s+Day", day: fixed(3, 17) },
  { name: "International Women's Day", pattern: "International\\s+Women['’]?s\\s+Day", day: fixed(3, 8) },
  { name: "Nowruz", pattern: "Now?ruz", day: fixed(3, 20) },
  { name: "May Day", pattern: "May\\s+Day", day: fixed(5, 1) },
  { name: "Juneteenth", pattern: "Juneteenth", day: fixed(6, 19) },
  { name: "Independence Day", pattern: "(?:Independence\\s+Day|the\\s+Fourth\\s+of\\s+July)", day: fixed(7, 4) },
  { name: "Bastille Day", pattern: "Bastille\\s+Day", day: fixed(7, 14) },
  { name: "Halloween", pattern: "Halloween", day: fixed(10, 31) },
  { name: "Veterans Day", pattern: "(?:Veterans?['’]?s?|Armistice)\\s+Day", day: fixed(11, 11) },
  { name: "Earth Day", pattern: "Earth\\s+Day", day: fixed(4, 22) },
  { name: "Tax Day", pattern: "Tax\\s+Day", day: fixed(4, 15) },
  {
    name: "Martin Luther King Day",
    pattern: "(?:Martin\\s+Luther\\s+King(?:,?\\s+Jr\\.?,?)?|MLK)\\s+Day",
    day: nthWeekday(3, 0, 1),
  },
  { name: "Presidents' Day", pattern: "President['’]?s?['’]?\\s+Day", day: nthWeekday(3, 0, 2) },
  { name: "Mother's Day", pattern: "Mother['’]?s['’]?\\s+Day", day: nthWeekday(2, 6, 5) },
  { name: "Memorial Day", pattern: "Memorial\\s+Day", day: nthWeekday(-1, 0, 5) },
  { name: "Father's Day", pattern: "Father['’]?s['’]?\\s+Day", day: nthWeekday(3, 6, 6) },
  { name: "Labor Day", pattern: "Labor\\s+Day", day: nthWeekday(1, 0, 9) },
  { name: "Columbus Day", pattern: "(?:Columbus|Indigenous\\s+Peoples['’]?)\\s+Day", day: nthWeekday(2, 0, 10) },
  { name: "Thanksgiving", pattern: "Thanksgiving(?:\\s+Day)?", day: nthWeekday(4, 3, 11) },
  { name: "Election Day", pattern: "Election\\s+Day", day: electionDay },
  {
    name: "Inauguration Day",
    pattern: "Inauguration\\s+Day",
    day: (year) => (year % 4 === 1 ? dayOf(year, 1, 20) : null),
  },
  { name: "Super Tuesday", pattern: "Super\\s+Tuesday", day: superTuesday },
  { name: "Ash Wednesday", pattern: "Ash\\s+Wednesday", day: (year) => easter(year) - 46 },
  { name: "Palm Sunday", pattern: "Palm\\s+Sunday", day: (year) => easter(year) - 7 },
  { name: "Good Friday", pattern: "Good\\s+Friday", day: (year) => easter(year) - 2 },
  { name: "Easter Monday", pattern: "Easter\\s+Monday", day: (year) => easter(year) + 1 },
  { name: "Easter", pattern: "Easter(?:\\s+Sunday)?", day: easter },
  { name: "Passover", pattern: "Passover", day: passover },
  { name: "Rosh Hashanah", pattern: "Rosh\\s+Hashanah?", day: (year) => passover(year) + 163 },
  { name: "Yom Kippur", pattern: "Yom\\s+Kippur", day: (year) => passover(year) + 172 },
  { name: "Eid al-Fitr", pattern: "Eid[\\s-]+[au]l[\\s-]+Fitr", day: (year) => islamicDay(year, 10, 1) },
  { name: "Eid al-Adha", pattern: "Eid[\\s-]+[au]l[\\s-]+Adha", day: (year) => islamicDay(year, 12, 10) },
];

const byName = new Map(holidays.map((holiday) => [holiday.name, holiday]));

/** The days of a holiday in a year; "NAME weekend" is the Saturday to Monday that hold it or come nearest. */
export function holidayDays(name: string, year: number): Days | null {
  if (name === "the election") return year % 4 === 0 ? holidayDays("Election Day", year) : null;
  const weekend = name.endsWith(" weekend");
  const day = byName.get(weekend ? name.slice(0, -8) : name)?.day(year) ?? null;
  if (day === null || !weekend) return day === null ? null : oneDay(day);
  const weekday = weekdayOf(day);
  const saturday = day + (weekday < 2 ? -2 - weekday : 5 - weekday);
  return { from: saturday, to: weekday === 0 ? day : saturday + 1 };
}
