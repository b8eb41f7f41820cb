import type { CharSpan } from "../text/span.ts";
import { textOf } from "../text/span.ts";
import { brokenContractions, firstPersonWords, sayingVerbs } from "./damage-words.ts";
import type { Damage } from "./document.ts";

/**
 * Marks the body once had and has no more, in the order of the type. Empty where nothing speaks for damage, which
 * includes every text too short to tell and every text that needs no marks.
 */
export function findDamage(text: string, body: readonly CharSpan[]): readonly Damage[] {
  const words = body.map((span) => textOf(text, span)).join("\n");
  const damage: Damage[] = [];
  const apostrophes = !/\p{L}['’ʼ]|['’ʼ]\p{L}/u.test(words) && brokenForms(words) > 1;
  if (!/["“”„«»]|(?<!\p{L})['‘]\p{L}/u.test(words) && speechInFirstPerson(words) > (apostrophes ? 0 : 3)) {
    damage.push("quotes-stripped");
  }
  if (apostrophes) damage.push("apostrophes-stripped");
  return damage;
}

function brokenForms(text: string): number {
  let found = 0;
  for (const [word] of text.matchAll(/\p{L}+/gu)) if (brokenContractions.has(word.toLowerCase())) found++;
  return found;
}

function speechInFirstPerson(text: string): number {
  return text.split(/(?<=[.!?])\s+/u).filter((sentence) => {
    const words = sentence.toLowerCase().match(/\p{L}+/gu) ?? [];
    return words.some((word) => firstPersonWords.has(word)) && words.some((word) => sayingVerbs.has(word));
  }).length;
}
