import { type CharSpan, lastStartingBy } from "../../text/span.ts";
import type { Quotation } from "./statement.ts";

export interface QuotationFinding {
  readonly quotation: Quotation;
  /** False where the text lost its marks and nothing else tells. */
  readonly isCertain: boolean;
}

/**
 * Whether the words are the source's own. `quotations` are the stretches between marks, in text order. In a text that
 * lost its marks person, a capital and a question tell; what remains open there counts as indirect and uncertain.
 */
export function quotationOf(
  text: string,
  content: readonly CharSpan[],
  cue: readonly CharSpan[],
  quotations: readonly CharSpan[],
  marksLost: boolean,
): QuotationFinding {
  const [inside, outside] = lettersByPlace(text, content, quotations);
  if (inside > 0) return { quotation: outside === 0 ? "direct" : "mixed", isCertain: true };
  if (!marksLost) return { quotation: "indirect", isCertain: true };
  return withoutMarks(text, content, cue);
}

/** Letters and digits of the content inside and outside quotation marks. */
function lettersByPlace(
  text: string,
  content: readonly CharSpan[],
  quotations: readonly CharSpan[],
): readonly [inside: number, outside: number] {
  let inside = 0;
  let all = 0;
  for (const span of content) {
    all += letters(text.slice(span.start, span.end));
    for (let at = Math.max(0, lastStartingBy(quotations, span.start)); at < quotations.length; at++) {
      const quotation = quotations[at];
      if (quotation === undefined || quotation.start >= span.end) break;
      inside += letters(text.slice(Math.max(span.start, quotation.start), Math.min(span.end, quotation.end)));
    }
  }
  return [inside, all - inside];
}

const letters = (text: string): number => text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;

/** Apostrophes may be lost too: "Ive", "weve". "US" is a country and "us" is not. */
const firstPerson =
  /(?<![\p{L}\p{N}])(?:I|I['’]?(?:m|ve|d)|[Ww]e|[Ww]e(?:['’](?:ve|re|ll|d)|ve)|[Oo]urs?|us|[Mm]y|me|[Ll]et['’]?s)(?![\p{L}\p{N}'’])/u;
/** "You can get everyone to agree"; "Were applying pressure", which was "We’re". */
const addressesYou = /^(?:You|Were \p{Ll}+ing|Dont|Don['’]t|Let us|Please)(?![\p{L}])/u;

/** "Our position is that we will support it, the official said" and "Velt told Orlan News, There was no progress." */
function withoutMarks(text: string, content: readonly CharSpan[], cue: readonly CharSpan[]): QuotationFinding {
  const words = content.map(({ start, end }) => text.slice(start, end)).join(" ");
  const first = content[0];
  const before = first ? text.slice(Math.max(0, first.start - 12), first.start) : "";
  const isClause = /\b(?:that|whether|if|how|why)\s+$/u.test(before);
  if (firstPerson.test(words)) return { quotation: isClause ? "mixed" : "direct", isCertain: true };
  const follows = (first?.start ?? 0) > (cue.at(-1)?.end ?? Number.POSITIVE_INFINITY);
  if (follows && /[,:]\s+$/u.test(before) && /^\p{Lu}/u.test(words)) return { quotation: "direct", isCertain: true };
  if (!follows && (/[?!]\s*$/u.test(words) || addressesYou.test(words)))
    return { quotation: "direct", isCertain: true };
  return { quotation: "indirect", isCertain: follows || isClause };
}
