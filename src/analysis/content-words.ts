import { stemmer } from "stemmer";
import { splitWords } from "../reader/words.ts";
import { charSpan, textOf } from "../text/span.ts";

/** Words that say nothing of what is told. Negation and number are asked for where they matter. */
const functionWords = new Set(
  `a an the this that these those and or but nor so yet as at by for from in into of off on onto out over to under up upon
  with within without about above across after again against all also although am among any are because been before being
  below between both can could did do does doing done down during each either else ever every few further had has have
  having he her here hers herself him himself his how i if is it its itself just may me might more most much must my
  neither no nor not now only other our ours own per same shall she should since some such than their theirs them
  themselves then there they through too toward towards until very was we were what when where whether which while who
  whom whose why will would you your yours one s t re ve ll d m nt say says said tell told`.split(/\s+/u),
);

/**
 * The content words of a text in text order, in small letters and without their endings, so that forms of one word are
 * alike: "talks" and "talked", "shelling" and "shells". For comparing, not for showing. Porter, "An algorithm for suffix
 * stripping" (1980).
 */
export function contentWords(text: string): readonly string[] {
  if (text === "") return [];
  return splitWords(text, charSpan(0, text.length))
    .map((span) => textOf(text, span).toLowerCase().replace(/['’]/gu, ""))
    .filter((word) => /[\p{L}\p{N}]/u.test(word) && !functionWords.has(word))
    .map(stemmer);
}
