import type { Document } from "../../document/document.ts";
import { type CharSpan, lastStartingBy, textOf } from "../../text/span.ts";
import { type SourceKind, sourceKindOf } from "./source-kind.ts";
import type { Sourcing } from "./statement.ts";

export interface SourceFinding {
  readonly sourcing: Sourcing;
  readonly descriptor: CharSpan | null;
  /** False where the text gives no source, or one such as "he" whose antecedent is lost. */
  readonly isResolved: boolean;
}

/** A source that stood earlier in the text and that a pronoun or "the official" may take up. */
interface Earlier extends SourceFinding {
  readonly sentence: number;
  readonly isPlural: boolean;
  readonly head: string | null;
}

/** How many sentences back a pronoun's antecedent may stand: news often has a paragraph in between. */
const pronounReach = 3;
/** How many statements back the same noun may take up a fuller wording. */
const nounReach = 12;
/** Characters in which a person may have been introduced before "the spokesman" speaks. */
const introductionReach = 6000;

const unknown: SourceFinding = { sourcing: "anonymous", descriptor: null, isResolved: false };

/**
 * Tells for one source after the other, in text order, whether it is named, unnamed or a document. "he" and "the
 * official" are what their antecedents are; where the order of the text is suspect, an antecedent counts only within
 * the same sentence, and without one the source is left unresolved.
 */
export function sourceFinder(
  document: Document,
  sentences: readonly CharSpan[],
): (source: readonly CharSpan[]) => SourceFinding {
  const { text, order } = document;
  const reach = order === "suspect" ? 0 : pronounReach;
  const earlier: Earlier[] = [];
  return (source) => {
    const [span] = source;
    if (span === undefined) return unknown;
    const kind = sourceKindOf(textOf(text, span));
    const sentence = lastStartingBy(sentences, span.start);
    const context: Context = { text, sentences, span, sentence, reach, earlier };
    const found = findingOf(kind, context);
    if (kind.kind !== "pronoun") {
      const isPlural = kind.kind !== "document" && kind.isPlural;
      earlier.push({ ...found, sentence, isPlural, head: kind.kind === "unnamed" ? kind.head : null });
    }
    return found;
  };
}

interface Context {
  readonly text: string;
  readonly sentences: readonly CharSpan[];
  readonly span: CharSpan;
  readonly sentence: number;
  /** In sentences; 0: the order is suspect. */
  readonly reach: number;
  readonly earlier: readonly Earlier[];
}

function findingOf(kind: SourceKind, context: Context): SourceFinding {
  switch (kind.kind) {
    case "named":
      return { sourcing: "on-record", descriptor: null, isResolved: true };
    case "document":
      return { sourcing: "documentary", descriptor: null, isResolved: true };
    case "unnamed":
      return unnamed(kind, context);
    case "pronoun":
      return pronoun(kind.refersTo, context);
    default:
      return kind satisfies never;
  }
}

function unnamed(kind: Extract<SourceKind, { kind: "unnamed" }>, context: Context): SourceFinding {
  const { span, reach, earlier } = context;
  const own: SourceFinding = { sourcing: "anonymous", descriptor: span, isResolved: true };
  if (!kind.isAnaphor) return own;
  if (!kind.isPlural && isIntroduced(kind.head, context)) {
    return { sourcing: "on-record", descriptor: null, isResolved: reach > 0 };
  }
  if (reach === 0) return { ...own, isResolved: false };
  const fuller = earlier
    .slice(-nounReach)
    .findLast(({ head, descriptor }) => head === kind.head && descriptor !== null);
  return { ...own, descriptor: fuller?.descriptor ?? span };
}

/** "spokesman Yulen Drask" or "Tamsin Arroch, a farmer" stands before. */
function isIntroduced(head: string, { text, span }: Context): boolean {
  if (!/^\p{L}[\p{L}-]+$/u.test(head)) return false;
  const before = text.slice(Math.max(0, span.start - introductionReach), span.start);
  const noun = `[${head.charAt(0)}${head.charAt(0).toUpperCase()}]${head.slice(1)}`;
  const name = "\\p{Lu}[\\p{L}’'.-]+ \\p{Lu}[\\p{L}’'.-]+";
  return new RegExp(`(?<!\\p{L})${noun} ${name}|${name}, [^,.\n“”"]{0,60}(?<!\\p{L})${noun}(?!\\p{L})`, "u").test(
    before,
  );
}

function pronoun(refersTo: Extract<SourceKind, { kind: "pronoun" }>["refersTo"], context: Context): SourceFinding {
  const { span } = context;
  if (refersTo === "speaker") return { sourcing: "on-record", descriptor: null, isResolved: true };
  if (refersTo === "relative") return relative(context);
  const antecedent = antecedentOf(refersTo, context);
  if (antecedent) return { ...antecedent, isResolved: antecedent.isResolved };
  if (refersTo !== "plural" && hasNameBefore(context))
    return { sourcing: "on-record", descriptor: null, isResolved: true };
  return { ...unknown, descriptor: span };
}

function antecedentOf(refersTo: "singular" | "plural" | "thing", context: Context): SourceFinding | null {
  const { sentence, reach, earlier } = context;
  const found = earlier.findLast(
    (one) => one.isPlural === (refersTo === "plural") && (refersTo !== "singular" || one.sourcing !== "documentary"),
  );
  if (found === undefined || sentence - found.sentence > reach) return null;
  const { sourcing, descriptor, isResolved } = found;
  return { sourcing, descriptor, isResolved };
}

/** A first and last name in the same sentence or, where the order is to be trusted, in the one before. */
function hasNameBefore({ text, sentences, span, sentence, reach }: Context): boolean {
  const from = sentences[Math.max(0, sentence - Math.min(1, reach))]?.start ?? span.start;
  return /(?<!\p{L})\p{Lu}[\p{L}’'.-]+ \p{Lu}[\p{L}’'-]+/u.test(text.slice(from, span.start));
}

/** "diplomats who said": what stands right before is the source. */
function relative({ text, sentences, span, sentence }: Context): SourceFinding {
  const from = Math.max(sentences[sentence]?.start ?? span.start, span.start - 80);
  const phrase = /(?:[\p{L}’'-]+\s+){0,5}[\p{L}’'-]+(?=,?\s*$)/u.exec(text.slice(from, span.start))?.[0];
  const kind = phrase === undefined ? null : sourceKindOf(phrase);
  if (kind === null || kind.kind === "pronoun") return { ...unknown, descriptor: span };
  if (kind.kind === "unnamed") return { sourcing: "anonymous", descriptor: span, isResolved: true };
  return { sourcing: kind.kind === "named" ? "on-record" : "documentary", descriptor: null, isResolved: true };
}
