import type { ActorId } from "../../text/span.ts";
import type { Coded } from "../coded.ts";
import { statementAt } from "../event/event-details.ts";
import type { EventSentence } from "../event/event-sentence.ts";
import type { NamedIssue } from "./issue-finder.ts";
import type { Matter } from "./matter.ts";
import type { Modality } from "./position.ts";
import { sourceOf } from "./source-of.ts";
import type { PlainStance, StanceLexicon } from "./stance-lexicon.ts";

/** Somebody's stance as words tell it, before it is known whether there is an issue it is on. */
export interface Candidate {
  /** What tells it: a word of the lexicon, or a form of words ("must", "will", "there is no", "only", "is a mistake"). */
  readonly by:
    | "word"
    | "duty"
    | "will"
    | "absence"
    | "only"
    | "verdict"
    | "effect"
    | "command"
    | "side"
    | "event"
    | "epithet"
    | "effort";
  readonly token: number;
  readonly stance: PlainStance;
  readonly how: Modality;
  readonly holders: readonly ActorId[];
  /** Heads of what it is about, the likeliest first. */
  readonly matter: readonly number[];
  /** The issues that the words name in it. */
  readonly issues: readonly Matter[];
  /** Whether only a named issue makes a position of it. */
  readonly isNamedOnly: boolean;
  /** The verb by which somebody issued the document that says it: "signed" of "signed a decree ruling out talks". */
  readonly through: number | null;
}

/** What looking for stances in a sentence needs. */
export interface StanceContext {
  readonly sentence: EventSentence;
  readonly coded: Coded;
  readonly named: readonly NamedIssue[];
  /** The issue nearest to the root of the sentence before, where the sentences stand as they were written. */
  readonly before: NamedIssue | null;
  /** Who speaks where no statement does: in a speech, in an answer of an interview. */
  readonly turn: ActorId | null;
  readonly lexicon: StanceLexicon;
}

const opposite = { supports: "opposes", opposes: "supports", ambivalent: "ambivalent" } as const;

export const turned = (stance: PlainStance, isTurned: boolean): PlainStance => (isTurned ? opposite[stance] : stance);

/** By whom the innermost statement is that holds a token, or whose turn it is; null where nobody known speaks. */
export function speakerAt({ coded, sentence, turn }: StanceContext, token: number): ActorId | null {
  const statement = statementAt(coded, sentence, token);
  return statement === null ? turn : sourceOf(statement, coded);
}

/** Of the searches for an issue the first that found any. */
export const firstFound = (found: readonly (readonly Matter[])[]): readonly Matter[] =>
  found.find((one) => one.length > 0) ?? [];
