import type { ActorId } from "../../text/span.ts";
import type { Coded } from "../coded.ts";
import { roleFinder } from "../event/event-roles.ts";
import type { EventSentence } from "../event/event-sentence.ts";
import { isPredicate, predicateAt } from "../event/predicate.ts";
import type { Candidate } from "./candidate.ts";

/**
 * With whom or whose what a stance is about is: of talks the other party, of sanctions against whom they are, of a
 * withdrawal who is to withdraw; else on whom the demand is made.
 */
export function counterpartOf(
  sentence: EventSentence,
  { token, matter }: Pick<Candidate, "token" | "matter">,
  issue: number | null,
  holder: ActorId,
  coded: Coded,
): ActorId | null {
  const at = issue ?? matter[0];
  const ofIssue =
    at === undefined ? null : inRoles(sentence, at, ["with", "against", "on", "from", "owner", "of", "to"]);
  return ofIssue ?? inRoles(sentence, token, ["clause", "on", "indirect"]);

  function inRoles(one: EventSentence, word: number, roles: readonly string[]): ActorId | null {
    const predicate = isPredicate(one, word) ? predicateAt(one, word) : null;
    const isSubject = predicate !== null && word === at;
    const found = roleFinder({ token: word, predicate }, one, coded.actors, null);
    return found.in(isSubject ? [...roles, "subject"] : roles, [holder])[0] ?? null;
  }
}
