import type { Event } from "../event/event.ts";
import type { Candidate, StanceContext } from "./candidate.ts";
import { eventCandidates } from "./event-candidates.ts";
import { formCandidates } from "./form-candidates.ts";
import { findStanceWords } from "./stance-words.ts";
import { isBelow, wordCandidates } from "./word-candidates.ts";

/**
 * The stances that a sentence tells, in text order: one for a word, none below what must be, and no form of words below
 * what a stance word is about. None of a question.
 */
export function candidatesIn(events: readonly Event[], context: StanceContext): readonly Candidate[] {
  const { sentence, lexicon } = context;
  if (sentence.forms.slice(-3).includes("?")) return [];
  const words = findStanceWords(sentence, lexicon);
  const all = [
    ...formCandidates(context),
    ...wordCandidates(words, context),
    ...eventCandidates(events, context),
  ].toSorted((a, b) => rank(a) - rank(b));
  const isBelowDuty = (one: Candidate): boolean =>
    all.some((other) => other.by === "duty" && other.token !== one.token && isBelow(sentence, one.token, other.token));
  const isMatter = ({ by, token }: Candidate): boolean =>
    (by === "will" || by === "event") &&
    words.some(({ entry, matter }) => entry.how !== "states" && matter.some((root) => isBelow(sentence, token, root)));
  return all
    .filter((one, at) => {
      const isFirst = all.findIndex(({ token }) => token === one.token) === at;
      return isFirst && !isBelowDuty(one) && !isMatter(one);
    })
    .toSorted((a, b) => a.token - b.token);
}

/** What tells most about a word's stance first. */
const ranks: readonly Candidate["by"][] = [
  "duty",
  "word",
  "verdict",
  "side",
  "effect",
  "command",
  "absence",
  "only",
  "will",
  "event",
  "epithet",
];

/** Those with an issue before those without. */
const rank = ({ issues, by }: Candidate): number => (issues.length > 0 ? 0 : ranks.length) + ranks.indexOf(by);
