import type { Document } from "../../document/document.ts";
import { type CharSpan, charSpan, lastStartingBy, textOf } from "../../text/span.ts";
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
  /** Neither a document nor a body. */
  readonly isPerson: boolean;
}

/** How many sentences back a name may stand that "he" takes up though it was no source. */
const nameReach = 3;
/** How many statements back a pronoun's antecedent may be. */
const antecedentReach = 40;
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
  const { text } = document;
  const inOrder = document.order === "original";
  const earlier: Earlier[] = [];
  return (source) => {
    const [span] = source;
    if (span === undefined) return unknown;
    const kind = sourceKindOf(textOf(text, span));
    const sentence = lastStartingBy(sentences, span.start);
    const context: Context = { text, sentences, span, sentence, inOrder, earlier };
    const found = findingOf(kind, context);
    if (kind.kind !== "pronoun") {
      const isPlural = kind.kind !== "document" && kind.isPlural;
      const head = kind.kind === "unnamed" ? kind.head : null;
      const isPerson = kind.kind === "unnamed" || (kind.kind === "named" && !kind.isBody);
      earlier.push({ ...found, sentence, isPlural, head, isPerson });
    }
    return found;
  };
}

interface Context {
  readonly text: string;
  readonly sentences: readonly CharSpan[];
  readonly span: CharSpan;
  readonly sentence: number;
  /** False: what stands before need not have been said before. */
  readonly inOrder: boolean;
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
  const { text, span, inOrder, earlier } = context;
  // "Yulen Drask, spokesman for the Iron Court": the reader took the apposition alone
  if (!kind.isPlural && nameAndComma.test(text.slice(Math.max(0, span.start - 60), span.start)))
    return { sourcing: "on-record", descriptor: null, isResolved: true };
  const own: SourceFinding = { sourcing: "anonymous", descriptor: span, isResolved: true };
  if (!kind.isAnaphor) return own;
  if (!kind.isPlural && isIntroduced(kind.head, context)) {
    return { sourcing: "on-record", descriptor: null, isResolved: inOrder };
  }
  if (!inOrder) return { ...own, isResolved: false };
  if (!kind.isBare) return own;
  const fuller = earlier
    .slice(-nounReach)
    .findLast((one) => one.head === kind.head && one.isPlural === kind.isPlural && one.descriptor !== null);
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
  const named: SourceFinding = { sourcing: "on-record", descriptor: null, isResolved: true };
  if (refersTo === "speaker") return named;
  if (refersTo === "relative") return relative(context);
  const antecedent = antecedentOf(refersTo, context);
  const nameAt = refersTo === "plural" ? -1 : sentenceOfName(context);
  if (nameAt > (antecedent?.sentence ?? -1)) return named;
  if (antecedent === null) return unknown;
  const { sourcing, descriptor, isResolved } = antecedent;
  return { sourcing, descriptor, isResolved };
}

/** The last source that the pronoun can stand for; in the same sentence alone where the order is lost. */
function antecedentOf(
  refersTo: "singular" | "plural" | "thing",
  { sentence, inOrder, earlier }: Context,
): Earlier | null {
  const found = earlier
    .slice(-antecedentReach)
    .findLast((one) => one.isPlural === (refersTo === "plural") && (refersTo !== "singular" || one.isPerson));
  return found !== undefined && (inOrder || found.sentence === sentence) ? found : null;
}

const nameAndComma = /(?<!\p{L})\p{Lu}[\p{L}’'.-]+ \p{Lu}[\p{L}’'-]+,\s+$/u;
/** Not "in Tel Aviv", "the White House" or "The Red Cross": places and bodies stand behind small words. */
const firstAndLastName =
  /(?<!\p{L})(?<!\b(?:in|at|to|from|of|by|with|for|near|the|The) )(?!(?:The|In|At|On|But|And|A|An) )\p{Lu}[\p{L}’'.-]+ \p{Lu}[\p{L}’'-]+/u;
/** Characters of a sentence in which a name is looked for. */
const nameStretch = 400;

/** The nearest sentence, this one included, that has a first and last name before the source; -1 where none is near. */
function sentenceOfName({ text, sentences, span, sentence, inOrder }: Context): number {
  for (let at = sentence; at >= Math.max(0, inOrder ? sentence - nameReach : sentence); at--) {
    const from = sentences[at];
    if (from === undefined) continue;
    const end = Math.min(from.end, span.start);
    if (firstAndLastName.test(text.slice(Math.max(from.start, end - nameStretch), end))) return at;
  }
  return -1;
}

/** "diplomats who said": what stands right before is the source. */
function relative({ text, sentences, span, sentence }: Context): SourceFinding {
  const from = Math.max(sentences[sentence]?.start ?? span.start, span.start - 80);
  const found = /(?:[\p{L}’'-]+\s+){0,5}[\p{L}’'-]+(?=,?\s*$)/u.exec(text.slice(from, span.start));
  const kind = found === null ? null : sourceKindOf(found[0]);
  if (found === null || kind === null || kind.kind === "pronoun") return unknown;
  const descriptor = charSpan(from + found.index, from + found.index + found[0].length);
  if (kind.kind === "unnamed") return { sourcing: "anonymous", descriptor, isResolved: true };
  return { sourcing: kind.kind === "named" ? "on-record" : "documentary", descriptor: null, isResolved: true };
}
