/** Tense of the verb that governs an expression; null where nothing tells it. */
export type Tense = "past" | "present" | "future" | null;
export type Unit = "minute" | "hour" | "day" | "week" | "month" | "year" | "decade" | "century";
/** "last", "this" and "next" Thursday; "past" and "coming" as in "this past Thursday". */
export type Which = "last" | "this" | "next";
export type Part = "early" | "mid" | "late" | "start" | "end" | "first-half" | "second-half" | "rest" | "so-far";
export type CalendarUnit = "week" | "month" | "quarter" | "year" | "decade" | "century";

/** A year as it is written or as it is counted from the document's: "2016", "last year", none. */
export type YearWords = number | Which | null;

/** What an expression says, before it is read against the date of the document. */
export type TimeTerm =
  /** "October 14, 2016", "Oct. 14", "October of last year"; `weekday` as in "Thursday, Oct. 14". */
  | {
      readonly kind: "date";
      readonly year: YearWords;
      readonly month: number;
      readonly day: number | null;
      readonly which: Which | null;
      readonly weekday: number | null;
    }
  /** "2016", "the 1990s", "the 20th century": whole years from the first of them. */
  | { readonly kind: "years"; readonly first: number; readonly count: number }
  /** "Thursday", "last Thursday", "Thursday of last week"; 0 is Monday. */
  | { readonly kind: "weekday"; readonly weekday: number; readonly which: Which | null; readonly week: Which | null }
  /** "today", "yesterday", "last night". */
  | { readonly kind: "day"; readonly offset: number }
  | { readonly kind: "overnight" }
  /** "8:30 p.m.", "earlier in the day": the day that is being told of. */
  | { readonly kind: "same-day" }
  /** "this week", "last month", "the end of the year". */
  | { readonly kind: "calendar"; readonly unit: CalendarUnit; readonly which: Which }
  | { readonly kind: "weekend"; readonly which: Which | "past" | null }
  /** 1 is spring, 4 winter. */
  | { readonly kind: "season"; readonly season: number; readonly year: YearWords; readonly which: Which | null }
  | { readonly kind: "quarter"; readonly quarter: number; readonly year: YearWords }
  | { readonly kind: "holiday"; readonly name: string; readonly year: YearWords; readonly which: Which | null }
  /** "two weeks ago", "six weeks from now"; `count` is null for "weeks ago". */
  | { readonly kind: "distance"; readonly count: number | null; readonly unit: Unit; readonly direction: -1 | 1 }
  /** "the past two weeks", "the coming months"; `count` is null where the words give no number. */
  | { readonly kind: "window"; readonly count: number | null; readonly unit: Unit; readonly direction: -1 | 1 }
  /** "within days", "in two weeks": of what lies ahead alone; `isPoint` where it is that long from now and no sooner. */
  | { readonly kind: "within"; readonly count: number | null; readonly unit: Unit; readonly isPoint: boolean }
  /** "the years since": from the time last told of. */
  | { readonly kind: "since-then" }
  /** "early October", "the end of the year". */
  | { readonly kind: "part"; readonly part: Part; readonly of: TimeTerm }
  /** "the last three months of 2015", "the first week of October". */
  | {
      readonly kind: "edge";
      readonly edge: "first" | "last";
      readonly count: number;
      readonly unit: Unit;
      readonly of: TimeTerm;
    }
  /** "the week of Oct. 3". */
  | { readonly kind: "week-of"; readonly of: TimeTerm }
  | { readonly kind: "range"; readonly first: TimeTerm; readonly last: TimeTerm | "now" }
  | { readonly kind: "bound"; readonly bound: Bound; readonly of: TimeTerm };

export type Bound = "since" | "until" | "by" | "before" | "after";
