import type { DatePrecision } from "./document.ts";

/** A date as far as it is known: YYYY, YYYY-MM or YYYY-MM-DD. */
export interface PartialDate {
  readonly value: string;
  readonly precision: DatePrecision;
}

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** Month names as press and software write them; where case does not matter, say so with the `i` flag. */
export const monthPattern =
  "(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)";

/** The month's number, 1 to 12, of a name that `monthPattern` matched. */
export const monthNumber = (name: string): number => months.indexOf(name.slice(0, 3).toLowerCase()) + 1;

/** Defaults of databases and templates, which no one chose as a date of publication: Unix, SQL Server, .NET. */
const templateDates = new Set(["1970-01-01", "1969-12-31", "1900-01-01", "0001-01-01"]);

/**
 * A date from its parts, or null for one that cannot be or is a template's default. Nothing before 1800: no newspaper
 * of that age reaches us dated by software, and a smaller number is another number.
 */
export function partialDate(year: number, month?: number, day?: number): PartialDate | null {
  if (year < 1800 || year > 2199) return null;
  const value = [String(year).padStart(4, "0")];
  if (month === undefined) return { value: value.join("-"), precision: "year" };
  if (month < 1 || month > 12) return null;
  value.push(String(month).padStart(2, "0"));
  if (day === undefined) return { value: value.join("-"), precision: "month" };
  if (day < 1 || day > daysInMonth(year, month)) return null;
  value.push(String(day).padStart(2, "0"));
  const whole = value.join("-");
  return templateDates.has(whole) ? null : { value: whole, precision: "day" };
}

const daysInMonth = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

type Form = readonly [RegExp, (parts: readonly string[]) => PartialDate | null];

const forms: readonly Form[] = [
  // 2022-03-11, 2022-03-11T23:30:00-08:00, 2022/3/11, 2022.03.11
  [/^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/u, ([y, m, d]) => partialDate(Number(y), Number(m), Number(d))],
  // 20220311, 20220311T101500Z, 20220311101500
  [
    /^((?:19|20)\d\d)(\d\d)(\d\d)(?:T?\d{4}(?:\d\d)?Z?)?(?![\dA-Za-z])/u,
    ([y, m, d]) => partialDate(Number(y), Number(m), Number(d)),
  ],
  // March 11, 2022; Mar. 11th 2022
  [
    new RegExp(`^(${monthPattern})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?(?:,\\s*|\\s+)(\\d{4})(?!\\d)`, "iu"),
    ([m, d, y]) => partialDate(Number(y), monthNumber(m ?? ""), Number(d)),
  ],
  // 11 March 2022; 11th of March, 2022; 11-Mar-2022
  [
    new RegExp(
      `^(\\d{1,2})(?:st|nd|rd|th)?(?:\\s+of)?[\\s-]+(${monthPattern})\\.?(?:,\\s*|[\\s-]+)(\\d{4})(?!\\d)`,
      "iu",
    ),
    ([d, m, y]) => partialDate(Number(y), monthNumber(m ?? ""), Number(d)),
  ],
  // 03/11/2022 is one day in Ohio and another in Essex; 25/11/2022 is the same everywhere
  [/^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?!\d)/u, ([a, b, y]) => numericDate(Number(a), Number(b), Number(y))],
  // March 2022
  [
    new RegExp(`^(${monthPattern})\\.?,?\\s+(\\d{4})(?!\\d)`, "iu"),
    ([m, y]) => partialDate(Number(y), monthNumber(m ?? "")),
  ],
  // 2022-03
  [/^(\d{4})[-/](\d{2})$/u, ([y, m]) => partialDate(Number(y), Number(m))],
  [/^(\d{4})$/u, ([y]) => partialDate(Number(y))],
];

function numericDate(first: number, second: number, year: number): PartialDate | null {
  if (first > 12) return partialDate(year, second, first);
  if (second > 12) return partialDate(year, first, second);
  return first === second ? partialDate(year, first, second) : null;
}

const weekday = "(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\\.?,?\\s+)?";
const clockTime = "(?:\\d{1,2}[:.]\\d\\d(?::\\d\\d)?\\s*(?:[ap]\\.?m\\.?)?\\s*(?:\\(?[A-Z]{2,5}\\)?)?[\\s,|•·–—-]+)?";
const beforeDate = new RegExp(`^[\\s:,|•·–—-]*${weekday}${clockTime}(?:on\\s+)?${weekday}`, "iu");

/**
 * The date that `text` begins with, after a clock time or a day of the week; what follows the date (a time, a zone)
 * is not looked at, so a date with a time zone is the calendar day as written. Null where there is none, where it
 * cannot be, or where day and month cannot be told apart.
 */
export function readDate(text: string): PartialDate | null {
  const rest = text.slice(0, 120).replace(beforeDate, "").trimEnd();
  for (const [form, build] of forms) {
    const match = form.exec(rest);
    if (match) return build(match.slice(1));
  }
  return null;
}
