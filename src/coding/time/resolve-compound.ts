import { addMonths, type Days, dateOf, dayOf, type Interval, monthsFrom, oneDay } from "./calendar.ts";
import type { Frame, Meaning } from "./frame.ts";
import { edgeOf } from "./resolve-count.ts";
import type { Part, TimeTerm } from "./time-term.ts";

type Resolve = (term: TimeTerm, frame: Frame) => Meaning;
type Term<Kind extends TimeTerm["kind"]> = Extract<TimeTerm, { kind: Kind }>;

/** "early October", "the end of the year", "later this month". */
export function resolvePart(term: Term<"part">, frame: Frame, whole: Meaning): Meaning {
  if (whole === null || whole === "undated" || whole.from === null || whole.to === null) return whole;
  const days: Days = { from: whole.from, to: whole.to };
  if (days.from === days.to) return days;
  if (term.part === "so-far" || term.part === "rest") {
    // "earlier last week" is of that week, "later this week" from the document's day on
    if (frame.now === null || frame.now < days.from || frame.now > days.to) return days;
    return term.part === "rest" ? { from: frame.now, to: days.to } : { from: days.from, to: frame.now };
  }
  return partOf(days, term.part);
}

function partOf(days: Days, part: Exclude<Part, "so-far" | "rest">): Days {
  const length = days.to - days.from + 1;
  switch (part) {
    case "start":
      return oneDay(days.from);
    case "end":
      return oneDay(days.to);
    case "first-half":
      return { from: days.from, to: halfway(days) - 1 };
    case "second-half":
      return { from: halfway(days), to: days.to };
    default:
      return length > 27 && length < 32 ? thirdOfMonth(days, part) : thirdOf(days, part);
  }
}

/** The day at which the second half begins: 1 July of a year. */
function halfway(days: Days): number {
  const months = monthsIn(days);
  return months >= 2
    ? addMonths(days.from, Math.floor(months / 2))
    : days.from + Math.floor((days.to - days.from + 1) / 2);
}

const monthsIn = ({ from, to }: Days): number => Math.round((to - from + 1) / 30.44);

type Third = "early" | "mid" | "late";

/** Days 1 to 10, 11 to 20, 21 to the end. */
function thirdOfMonth({ from, to }: Days, part: Third): Days {
  if (part === "early") return { from, to: from + 9 };
  return part === "mid" ? { from: from + 10, to: from + 19 } : { from: from + 20, to };
}

/** Whole years, months or days, whichever there are three of. */
function thirdOf(days: Days, part: Third): Days {
  const months = monthsIn(days);
  const length = days.to - days.from + 1;
  const at = (thirds: number): number => {
    if (months >= 36) return addMonths(days.from, 12 * Math.round((months * thirds) / 36));
    if (months >= 3) return addMonths(days.from, Math.round((months * thirds) / 3));
    return days.from + Math.round((length * thirds) / 3);
  };
  if (length < 3) return days;
  if (part === "early") return { from: days.from, to: at(1) - 1 };
  return part === "mid" ? { from: at(1), to: at(2) - 1 } : { from: at(2), to: days.to };
}

/** "the last three months of 2015". */
export function resolveEdge(term: Term<"edge">, whole: Meaning): Meaning {
  return whole === null || whole === "undated" ? whole : edgeOf(whole, term.edge, term.count, term.unit);
}

/** "from Monday to Thursday": where the two do not follow each other as they stand, the other end gives way. */
export function resolveRange(term: Term<"range">, frame: Frame, resolve: Resolve): Meaning {
  if (term.last === "now") {
    const first = resolve(term.first, { ...frame, tense: "past" });
    return first === null || first === "undated"
      ? first
      : { from: first.from, to: frame.isDayKnown ? frame.now : null };
  }
  const { first: firstTerm, last: lastTerm } = withSharedYear(term.first, term.last);
  const last = resolve(lastTerm, frame);
  const first = resolve(firstTerm, frame);
  if (first === null || last === null) return null;
  if (first === "undated" || last === "undated") return "undated";
  if (first.from === null || last.to === null) return null;
  if (first.from <= last.to) return { from: first.from, to: last.to };
  if (firstTerm.kind === "weekday") {
    return frame.tense === "future" ? { from: first.from, to: last.to + 7 } : { from: first.from - 7, to: last.to };
  }
  if (firstTerm.kind !== "date") return null;
  // "from November to February"
  return isYearOpen(firstTerm) && frame.tense !== "future"
    ? { from: addMonths(first.from, -12), to: last.to }
    : { from: first.from, to: endAYearOn(last) };
}

const isYearOpen = (term: TimeTerm): boolean => term.kind === "date" && term.year === null;

function endAYearOn({ to }: Interval): number | null {
  if (to === null) return null;
  const { year, month, date } = dateOf(to);
  return monthsFrom(year, month).to === to ? monthsFrom(year + 1, month).to : dayOf(year + 1, month, date);
}

/** "July to September 2014": the year of the last is the first's too. */
function withSharedYear(first: TimeTerm, last: TimeTerm): { readonly first: TimeTerm; readonly last: TimeTerm } {
  if (first.kind !== "date" || last.kind !== "date") return { first, last };
  if (first.year === null && typeof last.year === "number") {
    return { first: { ...first, year: first.month <= last.month ? last.year : last.year - 1 }, last };
  }
  if (typeof first.year === "number" && last.year === null) {
    return { first, last: { ...last, year: first.month <= last.month ? first.year : first.year + 1 } };
  }
  return { first, last };
}

/** "since February", "by Thursday", "after the election". */
export function resolveBound(term: Term<"bound">, frame: Frame, resolve: Resolve): Meaning {
  const today = frame.isDayKnown ? frame.now : null;
  const tense = term.bound === "since" ? "past" : frame.tense;
  const of = resolve(term.of, { ...frame, tense });
  if (of === null || of === "undated") return of;
  if (term.bound === "since") return of.from === null ? null : { from: of.from, to: laterOf(today, of.from) };
  if (term.bound === "after") return of.from === null ? null : { from: of.from, to: null };
  const to = term.bound === "before" ? of.from : of.to;
  if (to === null) return null;
  // what lies ahead runs from the document's day; what lies behind is open
  const isAhead = today !== null && (to > today || (to === today && frame.tense === "future"));
  return { from: isAhead ? today : null, to };
}

const laterOf = (today: number | null, from: number): number | null => (today !== null && today >= from ? today : null);
