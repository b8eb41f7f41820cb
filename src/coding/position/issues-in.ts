import type { SentenceParse } from "../../reader/sentence-parse.ts";
import { type CharSpan, textOf } from "../../text/span.ts";
import { eventSentence } from "../event/event-sentence.ts";
import type { IssueFinder, LikeIssue, NamedIssue } from "./issue-finder.ts";

/** A sentence of a text with its parse. */
export interface SentenceToTry {
  readonly text: string;
  readonly span: CharSpan;
  readonly parse: SentenceParse;
}

/** What a codebook finds in a sentence. */
export interface FoundIssues {
  readonly named: readonly NamedIssue[];
  /** Asked only where no cue names an issue. */
  readonly like: LikeIssue | null;
}

export type SentenceIssues = SentenceToTry & FoundIssues;

/** The issues of each sentence: those that cues name, or the one it is like. */
export async function issuesIn<Sentence extends SentenceToTry>(
  sentences: readonly Sentence[],
  finder: IssueFinder,
): Promise<readonly (Sentence & FoundIssues)[]> {
  const named = sentences.map(({ text, parse }, at) => finder.named(eventSentence(text, parse, at)));
  const open = sentences.filter((_, at) => named[at]?.length === 0);
  const likes = await finder.like(open.map(({ text, span }) => textOf(text, span)));
  const likeOf = new Map(open.map((sentence, at) => [sentence, likes[at] ?? null] as const));
  return sentences.map((sentence, at) => ({
    ...sentence,
    named: named[at] ?? [],
    like: likeOf.get(sentence) ?? null,
  }));
}
