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
  const { inside, outside } = wordsByPlace(text, content, quotations);
  // "cautioned against “three kettles on one fire”" is the source's own wording; "it was “open” to talks" is half so
  const isOwn = outside.length <= 2 && inside >= 2 * outside.length && outside.every((word) => /^\p{Ll}/u.test(word));
  if (inside > 0) return { quotation: isOwn ? "direct" : "mixed", isCertain: true };
  if (!marksLost) return { quotation: "indirect", isCertain: true };
  return withoutMarks(text, content, cue);
}

/** Words of the content inside quotation marks, counted, and those outside. */
function wordsByPlace(
  text: string,
  content: readonly CharSpan[],
  quotations: readonly CharSpan[],
): { readonly inside: number; readonly outside: readonly string[] } {
  let inside = 0;
  const outside: string[] = [];
  for (const span of content) {
    let from: number = span.start;
    for (let at = Math.max(0, lastStartingBy(quotations, span.start)); at < quotations.length; at++) {
      const quotation = quotations[at];
      if (quotation === undefined || quotation.start >= span.end) break;
      outside.push(...words(text.slice(from, Math.max(from, quotation.start))));
      from = Math.max(from, Math.min(span.end, quotation.end));
      inside += words(text.slice(Math.max(span.start, quotation.start), from)).length;
    }
    outside.push(...words(text.slice(from, span.end)));
  }
  return { inside, outside };
}

const words = (text: string): readonly string[] => text.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu) ?? [];

/** Apostrophes may be lost too: "Ive", "weve". "US" is a country and "us" is not. */
const firstPerson =
  /(?<![\p{L}\p{N}])(?:I|I['’]?(?:m|ve|d)|[Ww]e|[Ww]e(?:['’](?:ve|re|ll|d)|ve)|[Oo]urs?|us|[Mm]y|me|[Ll]et['’]?s)(?![\p{L}\p{N}'’])/u;
/** "You can get everyone to agree"; "Were applying pressure", which was "We’re". */
const addressesYou = /^(?:You|Were \p{Ll}+ing|Dont|Don['’]t|Let us|Please)(?![\p{L}])/u;

/** "Our position is that we will support it, the official said" and "Velt told Orlan News, There was no progress." */
function withoutMarks(text: string, content: readonly CharSpan[], cue: readonly CharSpan[]): QuotationFinding {
  const said = content.map(({ start, end }) => text.slice(start, end)).join(" ");
  const first = content[0];
  const before = first ? text.slice(Math.max(0, first.start - 12), first.start) : "";
  const isClause = /\b(?:that|whether|if|how|why)\s+$/u.test(before);
  if (firstPerson.test(said)) return { quotation: isClause ? "mixed" : "direct", isCertain: true };
  const follows = (first?.start ?? 0) > (cue.at(-1)?.end ?? Number.POSITIVE_INFINITY);
  if (follows && /[,:]\s+$/u.test(before) && /^\p{Lu}/u.test(said)) return { quotation: "direct", isCertain: true };
  if (!follows && (/[?!]\s*$/u.test(said) || addressesYou.test(said))) return { quotation: "direct", isCertain: true };
  return { quotation: "indirect", isCertain: follows || isClause };
}
