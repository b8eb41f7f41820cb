import type { CharSpan } from "../../text/span.ts";

export type TokenKind = "word" | "comma" | "stop" | "colon" | "dash" | "quote" | "bracket" | "other";

/** A word or mark of a sentence. */
export interface Token {
  readonly start: number;
  readonly end: number;
  readonly kind: TokenKind;
  /** Small letters, straight apostrophes. */
  readonly word: string;
  /** Starts with a capital. */
  readonly capital: boolean;
  /** Index of the quotation it lies in (its marks included), or -1. */
  readonly quotation: number;
}

const marks: Readonly<Record<TokenKind, string>> = {
  word: "$€£#@",
  comma: ",",
  stop: ";.!?…",
  colon: ":",
  dash: "—–-",
  quote: '“”"',
  bracket: "()[]",
  other: "",
};
const kindOfMark = new Map(
  Object.entries(marks).flatMap(([kind, list]) => [...list].map((mark) => [mark, kind as TokenKind])),
);

/** Tokens of one sentence. `quotations` are those of the text in order; `first` is the first that can touch the sentence. */
export function tokenize(
  text: string,
  span: CharSpan,
  quotations: readonly CharSpan[],
  first: number,
): readonly Token[] {
  const out: Token[] = [];
  let quotation = first;
  for (let at: number = span.start; at < span.end; ) {
    const code = text.charCodeAt(at);
    if (isSpace(code)) {
      at++;
      continue;
    }
    const kind = kindAt(text, at);
    const end = kind === "word" ? endOfWord(text, at, span.end) : at + (isDoubled(text, at) ? 2 : 1);
    while ((quotations[quotation]?.end ?? Number.POSITIVE_INFINITY) <= at) quotation++;
    const inside = (quotations[quotation]?.start ?? Number.POSITIVE_INFINITY) <= at;
    const form = text.slice(at, end);
    // "US officials", "the WHO": the country and the organisation, not the pronouns.
    const small = form === "US" ? "u.s." : form === "WHO" ? "w.h.o." : form.toLowerCase();
    const word = small.includes("’") ? small.replaceAll("’", "'") : small;
    const capital = (code >= 65 && code <= 90) || (code > 127 && kind === "word" && /^\p{Lu}/u.test(form));
    out.push({ start: at, end, kind, word, capital, quotation: inside ? quotation : -1 });
    at = end;
  }
  return out;
}

function kindAt(text: string, at: number): TokenKind {
  if (isLetterOrDigit(text.charCodeAt(at))) return "word";
  return isDoubled(text, at) ? "quote" : (kindOfMark.get(text.charAt(at)) ?? "other");
}

/** Two straight apostrophes, which some archives print for a quotation mark. */
const isDoubled = (text: string, at: number): boolean => text.charCodeAt(at) === 39 && text.charCodeAt(at + 1) === 39;

/** "don’t", "U.S.", "off-ramp" and "3.5%" are one word; a mark at its end is not of it, but the stop of "Mr." is. */
function endOfWord(text: string, start: number, limit: number): number {
  let end = start + 1;
  while (end < limit && (isLetterOrDigit(text.charCodeAt(end)) || "’'.$%@/-".includes(text.charAt(end)))) {
    if (isDoubled(text, end)) break;
    end++;
  }
  let bare = end;
  while (bare > start + 1 && "’'./-".includes(text.charAt(bare - 1))) bare--;
  const stopped = end - bare === 1 && text.charAt(bare) === "." && end < limit && end - start < 12;
  return stopped && /^(?:\p{L}{1,4}\.)+$/u.test(text.slice(start, end)) ? end : bare;
}

const isSpace = (code: number): boolean =>
  code === 32 || (code >= 9 && code <= 13) || code === 160 || (code >= 0x2000 && code <= 0x200b);

/** Above Latin-1 every character but general punctuation and the common signs counts as a letter. */
const isLetterOrDigit = (code: number): boolean =>
  (code >= 97 && code <= 122) ||
  (code >= 65 && code <= 90) ||
  (code >= 48 && code <= 57) ||
  (code >= 0xc0 && code < 0x2000) ||
  (code >= 0x2c00 && code < 0x3000) ||
  code >= 0x3040;
