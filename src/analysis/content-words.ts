import { stemmer } from "stemmer";
import { splitWords } from "../reader/words.ts";
import { type CharSpan, charSpan, textOf } from "../text/span.ts";

/** Words that say nothing of what is told. Negation and number are asked for where they matter. */
const functionWords = new Set(
  `a an the this that these those and or but nor so yet as at by for from in into of off on onto out over to under up upon
  with within without about above across after again against all also although am among any are because been before being
  below between both could can did do does doing done down during each either else ever every few further had has have
  having he her here hers herself him himself his how i if is it its itself just may me might more most much must my
  neither no nor not now only other our ours own per same shall she should since some such than their theirs them
  themselves then there they through too toward towards until very was we were what when where whether which while who
  whom whose why will would you your yours be one s t re ve ll d m nt say says said tell told`.split(/\s+/u),
);

/** A word of a text, for comparing and not for showing. */
export interface TextWord extends CharSpan {
  /** In small letters, apostrophes straight. */
  readonly form: string;
  /** The same without its ending. Porter, "An algorithm for suffix stripping" (1980). */
  readonly stem: string;
  /** False for a function word and for punctuation. */
  readonly isContent: boolean;
}

export function wordsIn(text: string): readonly TextWord[] {
  if (text === "") return [];
  return splitWords(text, charSpan(0, text.length)).map((span) => {
    const form = textOf(text, span).toLowerCase().replace(/’/gu, "'");
    const bare = form.replace(/'/gu, "");
    const isContent = /[\p{L}\p{N}]/u.test(bare) && !functionWords.has(bare);
    return { ...span, form, stem: stemOf(form), isContent };
  });
}

export const stemOf = (word: string): string => stemmer(word.replace(/'/gu, ""));

/** The stems of the content words, in text order: forms of one word are alike, "shelling" and "shells". */
export const contentWords = (text: string): readonly string[] =>
  wordsIn(text)
    .filter(({ isContent }) => isContent)
    .map(({ stem }) => stem);
