import type { CharSpan } from "../../text/span.ts";
import type { EventSentence } from "../event/event-sentence.ts";

/** An issue that a sentence's words name. */
export interface NamedIssue {
  /** Its id in the codebook. */
  readonly issue: string;
  /** The word by which it was known, by index in the sentence: of "cessation of hostilities" the first. */
  readonly token: number;
  /** All the words of the cue. */
  readonly span: CharSpan;
  /** True where the cue names what counts against the issue, so that who supports it opposes the issue. */
  readonly isContrary: boolean;
}

/** An issue that words are like, though no cue names it. */
export interface LikeIssue {
  readonly issue: string;
  /** Mean cosine with the two nearest of its label, definition and examples: the threshold at least, 1 at most. */
  readonly likeness: number;
  readonly isContrary: boolean;
}

/** Which issues of a codebook words are about. */
export interface IssueFinder {
  /**
   * All issues that cues name in a sentence, in text order, each cue once.
   * @param isPerson whether a token stands for one person, null where that is not known; without it the sentence's
   * entities tell, which take a state they have never met for a person now and then.
   */
  named(sentence: EventSentence, isPerson?: (token: number) => boolean | null): readonly NamedIssue[];
  /** For each of the texts the issue that it is most like; null where it is like none, and where there is no encoder. */
  like(texts: readonly string[]): Promise<readonly (LikeIssue | null)[]>;
}
