import { type CharSpan, charSpan, trimSpan } from "../text/span.ts";
import { findDateline } from "./dateline.ts";
import type { Line } from "./lines.ts";

const maxLines = 3;
/** The most a headline may hold: of the 924 in PolNeAR train and dev, all but one have at most 146. */
const maxLength = 200;
/** A headline that ends in a full stop (PolNeAR prints them all so) must be shorter, as a lead sentence does the same. */
const maxLengthWithStop = 140;

/**
 * How many of `lines`, from the first, print the headline; 0 where the text begins with its lead. `lines` starts at
 * the first line that is not metadata or furniture, and at least one line of another kind must follow a headline.
 */
export function headlineLength(lines: readonly Line[], isPlain: (line: Line) => boolean): number {
  const block = openingBlock(lines, isPlain);
  const next = lines[block.length];
  if (next === undefined || block.length > maxLines) return oneLineOfMany(lines, isPlain);
  const whole = block.map((line) => line.text).join(" ");
  if (findDateline(whole) !== null) return 0;
  if (looksLikeHeadline(whole) || hasTwoDecks(block)) return block.length;
  return opensArticle(next.text) && whole.length <= maxLength ? block.length : oneLineOfMany(lines, isPlain);
}

/** The lines up to the first empty one, or up to the first that is no plain text. */
function openingBlock(lines: readonly Line[], isPlain: (line: Line) => boolean): readonly Line[] {
  const end = lines.findIndex((line, at) => at > 0 && (line.opensParagraph || !isPlain(line)));
  return lines.slice(0, end < 0 ? lines.length : end);
}

/** A headline directly above its article, which has no empty lines: one sentence a line, or one paragraph a line. */
function oneLineOfMany(lines: readonly Line[], isPlain: (line: Line) => boolean): number {
  const [first, second] = lines;
  if (first === undefined || second === undefined || !isPlain(second) || second.opensParagraph) return 0;
  if (!looksLikeHeadline(first.text) || endsSentence(first.text)) return 0;
  // Text wrapped at a fixed width: its second line goes on with the sentence of its first, or stops as short of an end.
  if (!/^["“‘'(]?[\p{Lu}\p{N}]/u.test(second.text) || !endsSentence(second.text)) return 0;
  return danglingWord.test(first.text) ? 0 : 1;
}

/** "Sanders tests appeal; ¶ Clinton ahead in S.C.": a headline and its second deck, as newspaper archives print them. */
const hasTwoDecks = (block: readonly Line[]): boolean =>
  block.length === 2 &&
  block[0] !== undefined &&
  block[0].text.endsWith(";") &&
  block[0].text.length <= maxLengthWithStop;

/** A dateline, or the label that agencies' archives print above the summary: what stands above it is the headline. */
const opensArticle = (text: string): boolean => findDateline(text) !== null || /^abstract[.:]?$/iu.test(text);

const danglingWord =
  /\b(?:the|an?|of|to|in|on|at|by|for|with|from|and|or|but|that|which|who|has|have|had|is|are|was|were|said|its?|his|her|their)$/iu;

const endsSentence = (text: string): boolean => /[.!?…]["”’'»)\]]*$/u.test(text);

function looksLikeHeadline(text: string): boolean {
  if (text.length > maxLength || !/\p{L}/u.test(text) || /[:;,]$/u.test(text) || !/[\s\p{Lo}]/u.test(text))
    return false;
  if (/^["“][^"”]*,["”]/u.test(text)) return false; // “We are ready,” he said
  if (!/\.["”’'»)\]]*$/u.test(text)) return true;
  return text.length <= maxLengthWithStop && isHeadlinese(text);
}

/** Headlines are set in title case, or leave out the pronouns, past tenses and articles that a sentence has. */
function isHeadlinese(text: string): boolean {
  const words = text.match(/[\p{L}\p{N}][\p{L}\p{N}’'.-]*/gu) ?? [];
  const long = words.filter((word) => word.length >= 4);
  const capitals = long.filter((word) => /^[\p{Lu}\p{N}]/u.test(word)).length;
  if (long.length > 0 && capitals / long.length >= 0.75) return true;
  const lower = words.map((word) => word.toLowerCase().replace(/\.$/u, ""));
  return !lower.some((word) => sentenceWords.has(word)) && lower.filter((word) => smallWords.has(word)).length <= 2;
}

/**
 * Chosen on PolNeAR train, where 465 headlines in sentence case that end in a full stop stand beside 2,210 paragraphs
 * of the same length: each of `sentenceWords` is at least four times as frequent in the paragraphs, each of
 * `smallWords` two to four times.
 */
const sentenceWords = new Set(
  "said says told was were had did been have has he she they we i it this that those mr mrs ms would also if".split(
    " ",
  ),
);
const smallWords = new Set("the a an of and is are his her be but or there who about".split(" "));

/**
 * Where `title` ends if the text from `start` begins with it, letters and digits compared alone: a copy may have lost
 * a quotation mark or gained a full stop. Null where the text begins otherwise. White space after is not included.
 */
export function matchTitle(text: string, start: number, end: number, title: string): CharSpan | null {
  const wanted = lettersOf(title);
  if (wanted === "") return null;
  const limit = Math.min(end, start + title.length * 2 + 40);
  let seen = 0;
  let at = start;
  for (const character of text.slice(start, limit)) {
    const letters = lettersOf(character);
    if (seen === wanted.length && (letters !== "" || /\s/u.test(character))) break;
    if (!wanted.startsWith(letters, seen)) return null;
    seen += letters.length;
    at += character.length;
  }
  if (seen < wanted.length || (at < end && /[\p{L}\p{N}]/u.test(text.charAt(at)))) return null;
  return trimSpan(text, start, at) ?? charSpan(start, at);
}

/** Letters and digits alone, in lower case: what two copies of one headline have in common. */
export const lettersOf = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
