import { lastStartingBy } from "../../text/span.ts";
import type { Event, EventType } from "../event/event.ts";
import { type Candidate, firstFound, type StanceContext } from "./candidate.ts";
import { inPolitics } from "./holders.ts";
import { issueBehind, issueBelow } from "./issue-near.ts";
import { issuesIn } from "./matter.ts";
import type { Modality } from "./position.ts";

/** What the type of an event says of its actors' stance on what it is about. */
const stanceOf: Partial<Record<EventType, { readonly stance: "supports" | "opposes"; readonly how: Modality }>> = {
  REQUEST: { stance: "supports", how: "demands" },
};

/** The stances that events of a sentence show, where its words name an issue. */
export function eventCandidates(events: readonly Event[], context: StanceContext): readonly Candidate[] {
  const { sentence, coded, named, lexicon } = context;
  const own = events.filter(({ trigger }) => lastStartingBy(coded.reading.sentences, trigger.start) === sentence.index);
  return own.flatMap(({ type, status, trigger, actors }): readonly Candidate[] => {
    const told = stanceOf[type];
    const token = sentence.tree.tokens.findIndex(({ start }) => start === trigger.start);
    if (told === undefined || token < 0 || (status !== "happened" && status !== "planned")) return [];
    const holders = inPolitics(actors, context);
    const issues = firstFound([
      issuesIn(sentence, token, named, lexicon),
      issueBehind(sentence, token, named, lexicon),
      issueBelow(sentence, token, named, lexicon),
    ]);
    if (holders.length === 0 || issues.length === 0) return [];
    const how = status === "planned" ? "will" : told.how;
    return [
      {
        by: "event",
        token,
        stance: told.stance,
        how,
        holders,
        matter: [token],
        issues,
        isNamedOnly: true,
        through: null,
      },
    ];
  });
}
