import type { Attribution, QuotationProbabilities } from "../../reader/reading.ts";
import { type CharSpan, lastStartingBy } from "../../text/span.ts";
import type { Quotation } from "./statement.ts";

export interface QuotationFinding {
  readonly quotation: Quotation;
  /** Probability of that kind; null where it was read off the marks, and from a reader that gives none. */
  readonly confidence: number | null;
  /** False where the text lost its marks and nothing else tells. */
  readonly isCertain: boolean;
}

/** What is left of the quotation marks of a text. */
export interface Marks {
  /** The stretches between marks, in text order. */
  readonly quotations: readonly CharSpan[];
  readonly areLost: boolean;
}

/**
 * How many times likelier a direct quotation is than the reader says where the text shows the source's own words.
 * Of factors those between 2 and 4 make the kinds most likely in the articles of PolNeAR train that training keeps
 * apart; dev confirms it: 78.8 % of kinds right without, 80.1 % with it (`npm run bench -- quotation`, an early model).
 */
const ownWordsFactor = 3;
/**
 * A kind less probable than this stays open: on the same articles such kinds were right less often than not (45 in 100;
 * dev 50), the others 86 times in 100 (dev 83).
 */
const leastProbability = 0.6;

/**
 * Whether the words are the source's own. Marks decide where there are any. In a text that lost them the reader's
 * probabilities do, together with what the text shows; from a reader that gives none person, a capital and a question
 * tell, and what remains open counts as indirect and uncertain.
 */
export function quotationOf(
  text: string,
  { content, cue, quotation }: Pick<Attribution, "content" | "cue" | "quotation">,
  { quotations, areLost }: Marks,
): QuotationFinding {
  const { inside, outside } = wordsByPlace(text, content, quotations);
  // "cautioned against “three kettles on one fire”" is the source's own wording; "it was “open” to talks" is half so
  const isOwn = outside.length <= 2 && inside >= 2 * outside.length && outside.every((word) => /^\p{Ll}/u.test(word));
  if (inside > 0) return { quotation: isOwn ? "direct" : "mixed", confidence: null, isCertain: true };
  if (!areLost) return { quotation: "indirect", confidence: null, isCertain: true };
  const shown = withoutMarks(text, content, cue);
  return quotation === null ? { ...shown, confidence: null } : likeliest(quotation, shown);
}

/** Of equally likely kinds the one that claims least. */
const kinds: readonly [Quotation, ...Quotation[]] = ["indirect", "mixed", "direct"];

/** What the text shows counts beside the reader's word, which may have weighed it too little. */
function likeliest(given: QuotationProbabilities, shown: Shown): QuotationFinding {
  const weights = { ...given, direct: shown.quotation === "direct" ? ownWordsFactor * given.direct : given.direct };
  const quotation = kinds.reduce((best, kind) => (weights[kind] > weights[best] ? kind : best));
  const confidence = weights[quotation] / (weights.direct + weights.indirect + weights.mixed);
  return { quotation, confidence, isCertain: confidence >= leastProbability };
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

/** What person, a capital and a question show of a quotation without marks. */
type Shown = Omit<QuotationFinding, "confidence">;

/** "Our position is that we will support it, the official said" and "Velt told Orlan News, There was no progress." */
function withoutMarks(text: string, content: readonly CharSpan[], cue: readonly CharSpan[]): Shown {
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
