import type { Coded } from "../coded.ts";
import { lemmaAt } from "../event/event-sentence.ts";
import { isBound, timesAhead } from "./forecast-horizon.ts";
import type { ForecastLexicon } from "./forecast-lexicon.ts";
import type { Teller } from "./forecast-teller.ts";
import { forecastThreshold, forecastWeights } from "./forecast-weights.ts";
import { contentOf } from "./forecast-words.ts";
import type { Prospect } from "./prospect.ts";
import { featuresOf } from "./prospect-features.ts";
import { partyOf, subjectKind } from "./prospect-subject.ts";
import { tellingOf } from "./prospect-telling.ts";
import { isRuledOut } from "./ruled-out.ts";

/**
 * Whether a prospect is a claim about the future that can be checked later, and not a question, a wish, an intention or
 * a schedule. What says that it is one ("predicts", "is likely to") is believed; of the rest a logistic regression
 * decides (`bench/fit-forecasts.ts`, docs/decisions/0017).
 */
export function isForecast(prospect: Prospect, teller: Teller, coded: Coded, lexicon: ForecastLexicon): boolean {
  if (isRuledOut(prospect, teller, coded, lexicon)) return false;
  if (isOutspoken(prospect, teller, coded, lexicon)) return true;
  if (isDuty(prospect)) return false;
  return scoreOf(featuresOf(prospect, teller, coded, lexicon)) >= forecastThreshold;
}

/** Log-odds by the weights. */
export const scoreOf = (features: readonly string[]): number =>
  features.reduce((sum, name) => sum + (forecastWeights.get(name) ?? 0), forecastWeights.get("") ?? 0);

/**
 * What is said outright to lie ahead: "is likely to", "is inevitable", "predicts", "fears", or what somebody says of
 * others with a day by which it can be seen; not of the speaker's own doing.
 */
export function isOutspoken(prospect: Prospect, teller: Teller, coded: Coded, lexicon: ForecastLexicon): boolean {
  const { sentence, sign, token, expectation } = prospect;
  if (sign === "verdict") return true;
  if (sign === "frame" && !/^(?:go|about|set)$/u.test(lemmaAt(sentence, token))) return true;
  const subject = subjectKind(prospect, teller, coded, lexicon);
  const told = tellingOf(teller, coded, lexicon);
  const party = partyOf(subject);
  if (party !== "own" && (expectation !== null || told === "foresight" || told === "warning")) return true;
  if (/^(?:other|thing)$/u.test(party) && /^(?:saying|belief)$/u.test(told) && !isDuty(prospect)) {
    return timesAhead(contentOf(prospect, teller.statement), coded).some((time) => isBound(time, coded));
  }
  const likelihood = expectation === null ? "may" : lexicon.expectations.get(lemmaAt(sentence, expectation));
  return likelihood !== "may" && subject !== "first";
}

/** "should" and "ought to" tell what is right, but where they are of somebody's expecting. */
export const isDuty = ({ sentence, token, sign }: Prospect): boolean =>
  sign === "auxiliary" && /^(?:should|ought)$/u.test(lemmaAt(sentence, token));
