import { type EventSentence, headAt, lemmaAt, uposAt } from "../event/event-sentence.ts";
import { type Candidate, type StanceContext, speakerAt, turned } from "./candidate.ts";
import { inPolitics } from "./holders.ts";
import { issuesIn, type Matter } from "./matter.ts";
import type { PlainStance, StanceLexicon } from "./stance-lexicon.ts";
import type { Standing } from "./standing.ts";
import { isNegated } from "./turning.ts";

// What the forms of words by which a stance is told are read with.

/** What all forms have in common: they further their matter, and tell nothing where it names no issue. */
export const plain = { stance: "supports", isNamedOnly: true, through: null } as const;

/** Whether one of a token's auxiliaries is of that form. */
export const hasHelper = ({ tree, forms }: EventSentence, token: number, pattern: RegExp): boolean =>
  tree.by(token, "aux").some((at) => pattern.test(forms[at] ?? ""));

/** "is not going to": what the words above a clause make of it; its own negation is read with what it is about. */
export const stanceAbove = (sentence: EventSentence, token: number, { isTurned }: Standing): PlainStance =>
  turned("supports", isTurned !== isNegated(sentence, token));

/** Who speaks. */
export function speakers(token: number, context: StanceContext): Candidate["holders"] {
  const speaker = speakerAt(context, token);
  return inPolitics(speaker === null ? [] : [speaker], context);
}

/** Who speaks, where more is known of whoever it is than a name: what an expert finds good or bad is no position. */
export const officials = (token: number, context: StanceContext): Candidate["holders"] =>
  speakers(token, context).filter((id) => {
    const actor = context.coded.actors.actors.find((one) => one.id === id);
    if (actor === undefined || /\b(?:analyst|expert|professor|researcher|observer)s?\b/iu.test(actor.name))
      return false;
    return actor.base !== null || actor.country !== null || actor.role !== null || actor.sector !== null;
  });

/** The issues of a clause to which every verb on the way down either furthers what it is said of or turns it round. */
export const knownIssues = (token: number, { sentence, named, lexicon }: StanceContext): readonly Matter[] =>
  issuesIn(sentence, token, named, lexicon).filter((one) => isKnownPath(sentence, token, one, lexicon));

function isKnownPath(sentence: EventSentence, root: number, { named }: Matter, lexicon: StanceLexicon): boolean {
  for (let at = named.token; at >= 0; at = headAt(sentence, at)) {
    const word = lemmaAt(sentence, at);
    const next = sentence.forms[at + 1] ?? "";
    const isKnown = [word, `${word} ${next}`].some(
      (one) => lexicon.turns.has(one) || lexicon.furthers.has(one) || lexicon.occurrences.has(one),
    );
    const isVerb = uposAt(sentence, at) === "VERB" && at !== named.token;
    if (isVerb && !isKnown && !lexicon.verbs.has(word)) return false;
    if (at === root) return true;
  }
  return true;
}
