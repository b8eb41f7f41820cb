import type { ActorId, CharSpan, ForecastId, StatementId } from "../../text/span.ts";
import type { When } from "../time/when.ts";

/** How sure its holder is of it; `not` of what is said not to come. */
export const likelihoods = ["will", "likely", "may", "unlikely", "not"] as const;
export type Likelihood = (typeof likelihoods)[number];

/** A statement about the future that can be checked later. Threats, intentions and schedules are none. */
export interface Forecast {
  /** Derived from document and content: the same words have the same id in every reading. */
  readonly id: ForecastId;
  /** Who forecasts; null where the article does, or where who is meant is not resolved. */
  readonly holder: ActorId | null;
  /** The innermost statement it is made in; null where the article itself forecasts. */
  readonly statement: StatementId | null;
  readonly likelihood: Likelihood;
  /** What is forecast. */
  readonly content: readonly [CharSpan, ...CharSpan[]];
  /** When it can be checked, by the words that say so; null where the text sets no time. */
  readonly horizon: When | null;
  /** The clause or sentence that tells it, with its holder where that stands there. */
  readonly evidence: readonly [CharSpan, ...CharSpan[]];
}
