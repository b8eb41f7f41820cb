import type { EventSentence } from "../event/event-sentence.ts";
import { expectationsAt } from "./expectations.ts";
import type { ForecastLexicon } from "./forecast-lexicon.ts";
import type { Prospect } from "./prospect.ts";
import { auxiliaryAt, frameAt, verdictAt } from "./prospect-signs.ts";

/** All words of a sentence that tell of something ahead, one for a clause, in text order. */
export function findProspects(sentence: EventSentence, lexicon: ForecastLexicon): readonly Prospect[] {
  const tokens = [...sentence.tree.tokens.keys()];
  const found = [
    ...tokens.flatMap((token) => frameAt(sentence, token, lexicon) ?? []),
    ...tokens.flatMap((token) => verdictAt(sentence, token, lexicon) ?? []),
    ...tokens.flatMap((token) => auxiliaryAt(sentence, token) ?? []),
    ...tokens.flatMap((token) => expectationsAt(sentence, token, lexicon)),
  ];
  const byTop = new Map<number, Prospect>();
  for (const one of found) {
    const told = byTop.get(one.top);
    if (told === undefined) byTop.set(one.top, one);
    else if (told.expectation === null) byTop.set(one.top, { ...told, expectation: one.expectation });
  }
  return [...byTop.values()].filter((one) => !isSecond(one, byTop)).toSorted((a, b) => a.top - b.top);
}

/** "will fall and may break": the second has the first's subject, and is told with it. */
function isSecond({ sentence: { tree }, top }: Prospect, byTop: ReadonlyMap<number, Prospect>): boolean {
  const { relation = "", head = -1 } = tree.tokens[top] ?? {};
  return relation === "conj" && byTop.has(head) && tree.by(top, "nsubj", "csubj", "expl").length === 0;
}
