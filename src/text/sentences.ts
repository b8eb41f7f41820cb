import {
  abbreviationsAnywhere,
  abbreviationsBeforeNames,
  abbreviationsBeforeNumbers,
  sentenceStarters,
  speechVerbs,
} from "./abbreviations.ts";
import { areLinesWrapped, type LineWrapping } from "./line-breaks.ts";
import { type CharSpan, trimSpan } from "./span.ts";

/** Where a mark that may end a sentence stands: the marks, and the quotation marks and brackets that close after them. */
interface Stop {
  readonly text: string;
  /** Start of the run of marks. */
  readonly mark: number;
  readonly markEnd: number;
  /** After the closing quotation marks and brackets. */
  readonly end: number;
  /** The next character that is not white space, or the end of the text. */
  readonly next: number;
}

const closers = "\"'”’»)]}";
const openers = "\"'“‘«([{";

/**
 * Sentences of `text` between `from` and `to`, in order and without overlap; white space at their edges is left out and
 * every other character lies in one of them. A blank line always ends a sentence; a single line break does unless the
 * text is hard-wrapped (see `line-breaks.ts`). Time is linear in the length.
 */
export function splitSentences(text: string, from = 0, to = text.length): readonly CharSpan[] {
  const out: CharSpan[] = [];
  const part = from === 0 && to === text.length ? text : text.slice(from, to);
  const lines = areLinesWrapped(part);
  const marks = /[.!?…]+|\n\s*/gu;
  let start = 0;
  const close = (end: number): void => {
    const span = trimSpan(text, from + start, from + end);
    if (span) out.push(span);
    start = end;
  };
  for (let found = marks.exec(part); found; found = marks.exec(part)) {
    const at = found.index;
    if (found[0].startsWith("\n")) {
      if (endsAtLineBreak(part, at, found[0], lines)) close(at);
      continue;
    }
    const stop = stopAt(part, at, at + found[0].length);
    if (isEnd(stop, start)) close(stop.end);
    marks.lastIndex = stop.end;
  }
  close(part.length);
  return out;
}

function stopAt(text: string, mark: number, markEnd: number): Stop {
  let end = markEnd;
  while (end < text.length && closers.includes(text.charAt(end)) && !opensNext(text, markEnd, end)) end++;
  // "… in 1805.[6] Later": the mark of a note belongs to the sentence before it.
  const note =
    text.charAt(end) === "[" || text.charAt(end + 1) === "[" ? /^ ?\[\d{1,3}\]/u.exec(text.slice(end, end + 6)) : null;
  if (note) end += note[0].length;
  let next = end;
  while (next < text.length && isSpace(text.charCodeAt(next))) next++;
  return { text, mark, markEnd, end, next };
}

/** A straight mark right before a word opens the next quotation: `talks."We agree`, unless others closed before it. */
function opensNext(text: string, markEnd: number, at: number): boolean {
  const straight = text.charAt(at) === '"' || text.charAt(at) === "'";
  return straight && at > markEnd && isWordStart(text, at + 1) && !isSpace(text.charCodeAt(at + 1));
}

function isEnd(stop: Stop, start: number): boolean {
  const { text, mark, markEnd, end, next } = stop;
  if (next >= text.length) return true;
  const glued = next === end;
  if (glued && !isGluedSentence(stop)) return false;
  if (text.slice(mark, markEnd) === ".") return isFullStop(stop, start);
  if (!canOpen(text, next)) return false;
  // "“Why?” Orlan asked." is one sentence.
  return end === markEnd || !isSpeechAfterQuotation(text, next);
}

/** A single full stop: the end unless the word before it is an abbreviation, an initial or a number of a list. */
function isFullStop({ text, mark, end, next }: Stop, start: number): boolean {
  let from = mark;
  while (from > start && mark - from < 24 && isWordOrStop(text.charCodeAt(from - 1))) from--;
  const word = text.slice(from, mark);
  if (word === "") return true;
  if (abbreviationsBeforeNames.has(word)) return false;
  if (abbreviationsBeforeNumbers.has(word)) return !isDigit(text.charCodeAt(next));
  // "1. The parties agree" is an item of a list.
  if (from - start < 3 && text.slice(start, from).trim() === "" && /^\d{1,3}$/u.test(word)) return false;
  // "an end to the war. the talks": carelessly typed, yet a sentence; not so after unknown abbreviations.
  if (!canOpen(text, next))
    return end === mark + 1 && /^\p{Ll}{3,}$/u.test(word) && /\p{L}/u.test(text.charAt(next)) && next > end;
  if (end > mark + 1) return true;
  const initial = /^\p{Lu}$/u.test(word) && word !== "I";
  // "U.S.", "a.m.", "Ph.D."; but not "nato.int" nor "3.5".
  const inner = word.length < 10 && /^(?:\p{L}{1,2}\.)+\p{L}{1,2}$/u.test(word);
  if (!initial && !inner && !abbreviationsAnywhere.has(word)) return true;
  return sentenceStarters.has(wordAt(text, next)) || '"“‘«'.includes(text.charAt(next));
}

/** "talks.The official": no space, yet a new sentence; "nato.int", "U.S.A" and "Booking.Com" are not. */
function isGluedSentence({ text, mark, end, markEnd }: Stop): boolean {
  const next = text.charAt(end);
  const quoted = end > markEnd || openers.includes(next);
  const upper = openers.includes(next) ? text.charAt(end + 1) : next;
  if (!/\p{Lu}/u.test(upper)) return false;
  if (quoted) return isWordCode(text.charCodeAt(mark - 2));
  let from = mark;
  while (from > 0 && mark - from < 40 && !isSpace(text.charCodeAt(from - 1))) from--;
  const before = text.slice(from, mark);
  if (/[@/:.]|^www/u.test(before) || before.length < 3) return false;
  const word = wordAt(text, end);
  return (
    /^[\p{Ll}\d)\]%]$/u.test(before.at(-1) ?? "") &&
    (sentenceStarters.has(word) || /^\p{Lu}\p{Ll}{2,}/u.test(word)) &&
    !isDomainEnd(word)
  );
}

const isDomainEnd = (word: string): boolean => /^(?:Com|Net|Org|Gov|Edu)$/u.test(word);

/** Within three words after a closed quotation comes a verb of speech, and no other mark: "Mr. Orlan asked". */
function isSpeechAfterQuotation(text: string, from: number): boolean {
  const words = text.slice(from, from + 60).split(/\s+/u, 5);
  return words.some(
    (word, at) => at > 0 && speechVerbs.has(word.replace(/[.,:;]+$/u, "")) && words.slice(0, at).every(isNameWord),
  );
}

const isNameWord = (word: string): boolean =>
  /^(?:\p{Lu}[\p{L}.’'-]*|the|of)$/u.test(word) && !/\p{Ll}{3}\.$/u.test(word);

/** A sentence opens with a capital, a digit, an opening mark or a sign such as "#"; not with a small letter. */
function canOpen(text: string, at: number): boolean {
  let first = at;
  while (first < Math.min(at + 3, text.length) && openers.includes(text.charAt(first))) first++;
  const char = text.charAt(first);
  if (char >= "a" && char <= "z") return false;
  if (",;:).!?…".includes(char)) return false;
  return char < "\u0080" || !/\p{Ll}/u.test(char);
}

/** A blank line ends a sentence; so does a line break that is no layout, unless the line or the next plainly goes on. */
function endsAtLineBreak(text: string, at: number, gap: string, lines: LineWrapping): boolean {
  if (gap.indexOf("\n", 1) > 0) return true;
  const next = at + gap.length;
  if (next >= text.length || lines.isWrapped(at, next)) return false;
  return canOpen(text, next) && !/[,;–—-]\s*$/u.test(text.slice(Math.max(0, at - 3), at));
}

const isSpace = (code: number): boolean =>
  code === 32 || (code >= 9 && code <= 13) || code === 160 || (code >= 0x2000 && code <= 0x200b) || code === 0x3000;
const isDigit = (code: number): boolean => code >= 48 && code <= 57;
const isWordCode = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || isDigit(code) || code >= 0xc0;
const isWordOrStop = (code: number): boolean =>
  code === 46 || (isWordCode(code) && code !== 0x2014 && code !== 0x2013 && !(code >= 0x2018 && code <= 0x201f));
const isWordStart = (text: string, at: number): boolean => isWordCode(text.charCodeAt(at));

function wordAt(text: string, at: number): string {
  let end = at;
  while (end < text.length && end - at < 24 && isWordOrStop(text.charCodeAt(end)) && text.charAt(end) !== ".") end++;
  return text.slice(at, end);
}
