import type { Day, Days, Interval } from "./calendar.ts";
import type { Tense } from "./time-term.ts";

/** What an expression is read against. */
export interface Frame {
  /** A day on which the document may have been published; null: nothing is known of it. */
  readonly now: Day | null;
  /** False where `now` is only one of the days that the document may be of. */
  readonly isDayKnown: boolean;
  readonly tense: Tense;
  /** False where the tense was read off the words of the sentence, without a parse. */
  readonly isTenseSure: boolean;
  /** The day last named before, in the same sentence or one before; null: none. */
  readonly dayTold: Days | null;
  /** The stretch last named before. */
  readonly lastTold: Interval | null;
  /** True where "the election" can only be the one for the President of the United States. */
  readonly isUnitedStatesElection: boolean;
}

/** "undated": the words need a date that the document lacks; null: they are no time here. */
export type Meaning = Interval | "undated" | null;
