import { type CharSpan, textOf } from "../text/span.ts";
import { afterItIs, brokenContractions, firstPersonWords, pluralNameEndings, sayingVerbs } from "./damage-words.ts";
import type { Damage } from "./document.ts";
import { functionWords } from "./order-words.ts";

/** Any of these, and the marks of that kind were not taken out: wrongly decoded marks are another matter. */
const apostrophes = /\p{L}['’‘ʼ`´]\p{L}|s['’](?!\p{L})|(?<!\p{L})['’]\d0s|&(?:apos|rsquo|#0?39|#x27);|â€™/u;
const quotationMarks = /["“”„‟«»‹›]|''|``|(?<![\p{L}\p{N}])['‘]\p{L}|&(?:quot|[lr][ds]quo);|â€/u;

/**
 * Marks that the body once had and has no more. Empty where nothing speaks for damage, which includes every text too
 * short to tell and every text that needs no marks. Rules and figures: docs/decisions/0007.
 */
export function findDamage(text: string, body: readonly CharSpan[]): readonly Damage[] {
  const words = body.map((span) => textOf(text, span)).join("\n");
  const hasApostrophes = apostrophes.test(words);
  const apostrophesLost = !hasApostrophes && lostApostrophes(words) > 0;
  const damage: Damage[] = [];
  if (!quotationMarks.test(words) && quotationsLost(words, hasApostrophes, apostrophesLost))
    damage.push("quotes-stripped");
  if (apostrophesLost) damage.push("apostrophes-stripped");
  return damage;
}

/** How many words need an apostrophe that they do not have. */
function lostApostrophes(text: string): number {
  const words = [...text.matchAll(/\p{L}+/gu)].map(({ 0: word, index }) => ({ word, end: index + word.length, index }));
  const known = new Set(words.map(({ word }) => word));
  let lost = 0;
  words.forEach(({ word, end }, index) => {
    const next = words[index + 1];
    const after = next?.index === end + 1 && text.charAt(end) === " " ? next.word : "";
    if (isBrokenWord(word) || (/^[Ii]ts$/u.test(word) && afterItIs.has(after))) lost++;
    // "the Elections system" is a compound; a name that owns something has no article
    else if (
      words[index - 1]?.word.toLowerCase() !== "the" &&
      known.has(word.slice(0, -1)) &&
      isBrokenPossessive(word, after)
    )
      lost++;
  });
  return lost;
}

/** "dont", and "countrys": no English plural ends in a consonant and "ys". "IM" and "HES" may be abbreviations. */
const isBrokenWord = (word: string): boolean =>
  (word.length < 2 || word.slice(1) === word.slice(1).toLowerCase()) &&
  (brokenContractions.has(word.toLowerCase()) || /^\p{Ll}+[b-df-hj-np-tv-xz]ys$/u.test(word));

/** "Karsks war", where "Karsk" stands too. After a plural there would be a verb or a small word, not a noun. */
function isBrokenPossessive(word: string, after: string): boolean {
  if (!/^\p{Lu}\p{Ll}+[^s\P{Ll}]s$/u.test(word) || !/^\p{Ll}/u.test(after)) return false;
  if (functionWords.has(after) || sayingVerbs.has(after) || after.endsWith("ed")) return false;
  const name = word.slice(0, -1).toLowerCase();
  return ![...pluralNameEndings].some((ending) => name.endsWith(ending)) && name !== "new";
}

/** Speakers say "I" and "we" beside a verb of saying, and no mark stands anywhere. How many it takes depends on the rest. */
function quotationsLost(text: string, hasApostrophes: boolean, apostrophesLost: boolean): boolean {
  const { quoted, opened, personal } = speech(text);
  if (apostrophesLost) return quoted + opened > 0;
  if (!hasApostrophes) return quoted + opened > 1;
  // "I said as much to my wife": a column is all "I", and says little of its saying
  return quoted + opened > 3 && quoted + opened > 0.3 * personal;
}

const opensQuotation =
  /\b(?:said|says|added|asked|told \p{L}+|wrote|tweeted|replied|saying|continued)(?: \p{L}+day)?[,:] (?:I|We|Our|My|Its?|This|That|The|There|They|He|She|You|If|And|But|Im|Were|Theres|What|No|Not|Yes|Well|So)\b/u;

/** Sentences in the first person: all, and those with a verb of saying; and sentences that go on as a quotation opens. */
function speech(text: string): { readonly quoted: number; readonly opened: number; readonly personal: number } {
  let [quoted, opened, personal] = [0, 0, 0];
  for (const sentence of text.split(/(?<=[.!?])\s+|\n+/u)) {
    const words =
      sentence
        .toLowerCase()
        .replace(/['’]/gu, "")
        .match(/\p{L}+/gu) ?? [];
    if (opensQuotation.test(sentence)) opened++;
    if (!words.some((word) => firstPersonWords.has(word))) continue;
    personal++;
    if (words.some((word) => sayingVerbs.has(word))) quoted++;
  }
  return { quoted, opened, personal };
}
