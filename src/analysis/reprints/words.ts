import { commonWords } from "./common-words.ts";

/** A word as it is compared: two words agree if their keys are equal; two names also, less so, if they sound alike. */
export interface Word {
  /** Hash of the folded word, 32 bits, never 0. */
  readonly key: number;
  /** Hash of how a name sounds, 32 bits; 0 for what is no name, or too short to tell by its sound. */
  readonly sound: number;
  /** What meeting it tells, in bits: little for "the", `rareBits` for a word that is not common. */
  readonly bits: number;
  /** A name or a number: what all reports of one event have in common. */
  readonly isName: boolean;
}

/** Bits of a word that is not among the common ones. */
export const rareBits = 8;

/** A word with fewer bits is so common that it connects no two texts. */
export const connectingBits = 4.5;

/** The words of a stretch, in order. Lost marks change nothing: "Karsk’s" and "Karsks" are one word. */
export const wordsIn = (stretch: string): readonly Word[] =>
  Array.from(stretch.matchAll(wordPattern), ([form]) => toWord(form));

const wordPattern = /[\p{L}\p{M}\p{N}]+(?:['’‘ʼ`´][\p{L}\p{M}]+)*/gu;

function toWord(form: string): Word {
  const folded = foldWord(form);
  const bits = bitsOf.get(folded) ?? rareBits;
  const isName = bits === rareBits && /^[\p{Lu}\p{N}]/u.test(form);
  return { key: hashOf(folded), sound: isName && /^\p{L}+$/u.test(folded) ? soundOf(folded) : 0, bits, isName };
}

/** Case, accents, apostrophes and a last "s" taken off. */
function foldWord(form: string): string {
  const plain = /^[a-z0-9]+$/iu.test(form) ? form : form.normalize("NFKD").replace(/[^\p{L}\p{N}]/gu, "");
  const small = plain.toLowerCase();
  return small.length > 3 && small.endsWith("s") && !small.endsWith("ss") ? small.slice(0, -1) : small;
}

const bitsOf: ReadonlyMap<string, number> = new Map(
  commonWords.flatMap((words, band) =>
    words
      .trim()
      .split(/\s+/u)
      .map((word) => [word, band + 0.5] as const),
  ),
);

/**
 * The consonants of a name as the ways of writing one name in Latin letters leave them: Khashvan and Hashwan, Castellin
 * and Kastellin are alike. 0 where fewer than three are left.
 */
function soundOf(folded: string): number {
  const consonants = folded
    .replace(/ph/gu, "f")
    .replace(/kh|gh/gu, "h")
    .replace(/sch|sh|tch|ch|zh/gu, "s")
    .replace(/ck|[cq]/gu, "k")
    .replace(/w/gu, "v")
    .replace(/z/gu, "s")
    .replace(/[aeiouyj]/gu, "")
    .replace(/(.)\1+/gu, "$1");
  return consonants.length >= 3 ? hashOf(consonants) : 0;
}

/** FNV-1a, 32 bits, never 0. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  return hash >>> 0 || 1;
}
