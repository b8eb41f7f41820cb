import { type Days, dateOf, yearsFrom } from "./calendar.ts";
import type { Frame, Meaning } from "./frame.ts";
import type { Which, YearWords } from "./time-term.ts";

interface Recurring {
  readonly at: (year: number) => Days | null;
  readonly year: YearWords;
  readonly which: Which | null;
  /** How far behind "last July" must be within the year of the document, in days; it is the last year's otherwise. */
  readonly lastIsPastBy: number;
  /** How many times nearer the one to come must be to be meant against a verb in the past; infinite: never is. */
  readonly againstPast: number;
  /** The same where no tense decides. */
  readonly withoutTense: number;
  /** Days by which a calendar may be off. */
  readonly slack?: number;
}

/** Against a tense that was read off single words, the other side must be so many times nearer. */
const againstWords = 5;

/** What comes once a year: in the year that the words name, else the nearest that fits "last", "next" or the tense. */
export function nearest(frame: Frame, recurring: Recurring): Meaning {
  const { at, year, which, slack = 0 } = recurring;
  if (typeof year === "number") return at(year);
  if (frame.now === null) return "undated";
  const now = frame.now;
  const thisYear = dateOf(now).year;
  if (year !== null) return at(thisYear + offsetOf(year));
  const around = [-4, -3, -2, -1, 0, 1, 2, 3, 4].flatMap((offset) => at(thisYear + offset) ?? []);
  if (which === "next") return around.find((days) => days.from > now) ?? null;
  if (which === "last") {
    const { from: yearStart } = yearsFrom(thisYear);
    const isLast = ({ to }: Days): boolean => to < now && (to < yearStart || now - to >= recurring.lastIsPastBy);
    return around.findLast(isLast) ?? null;
  }
  const named = which === "this" ? (around.find(({ from, to }) => from <= now && now <= to) ?? at(thisYear)) : null;
  if (named) return named;
  const past = around.findLast((days) => days.from <= now + slack) ?? null;
  const next = around.find((days) => days.to >= now - slack) ?? null;
  if (!past || !next) return past ?? next;
  return (next.from - now) * costOfNext(frame, recurring) < now - past.to ? next : past;
}

export const offsetOf = (which: Which): number => (which === "last" ? -1 : which === "next" ? 1 : 0);

/** What a day ahead costs, where a day behind costs one. */
function costOfNext({ tense, isTenseSure }: Frame, { againstPast, withoutTense }: Recurring): number {
  if (tense === "past") return isTenseSure ? againstPast : Math.min(againstPast, againstWords);
  if (tense === "future") return isTenseSure ? 0 : 1 / againstWords;
  return withoutTense;
}
