import { createHash } from "node:crypto";
import type { Document } from "../../document/document.ts";
import { areMarksLost } from "../../document/lost-marks.ts";
import { isSameOutlet } from "../../document/outlet-names.ts";
import type { Attribution, Reading } from "../../reader/reading.ts";
import { findQuotations } from "../../text/quotations.ts";
import { type CharSpan, charSpan, type DocumentId, lastStartingBy, type StatementId, textOf } from "../../text/span.ts";
import { type Marks, quotationOf } from "./quotation.ts";
import { recipientsOf } from "./recipients.ts";
import { sourceFinder } from "./sourcing.ts";
import type { Statement, Unresolved } from "./statement.ts";

/**
 * The statements of a document, one for each attribution of its reading, in text order: how they are quoted, whether
 * their sources are named, to whom they were said. Two attributions with the same spans are one statement. What the
 * text does not answer is listed in `unresolved`.
 */
export function codeStatements(document: Document, reading: Reading): readonly Statement[] {
  const { text, outlet, origin } = document;
  const attributions = reading.attributions.toSorted((a, b) => placeOf(a) - placeOf(b));
  const marks = marksOf(document);
  const findSource = sourceFinder(document, reading.sentences);
  const isOutlet = (name: string): boolean =>
    [outlet, origin?.outlet].some((known) => typeof known === "string" && isSameOutlet(name, known));
  const statements = new Map<StatementId, Statement>();
  for (const attribution of attributions) {
    const { source, cue, content, confidence } = attribution;
    const id = statementId(document.id, { source, cue, content });
    if (statements.has(id)) continue;
    const { sourcing, descriptor, isResolved } = findSource(source);
    const { quotation, confidence: quotationConfidence, isCertain } = quotationOf(text, attribution, marks);
    const sentence = sentenceAround(reading.sentences, cue[0] ?? content[0]);
    const recipients = recipientsOf(text, cue, [...source, ...content], sentence, isOutlet);
    const isAddressed = recipients.addressee === null || !isPronoun(textOf(text, recipients.addressee));
    const open: readonly (Unresolved | null)[] = [
      isResolved ? null : "source",
      isAddressed || document.order === "original" ? null : "addressee",
      isCertain ? null : "quotation",
    ];
    statements.set(id, {
      id,
      source: { spans: source, actor: null },
      cue: { spans: cue },
      content: { spans: content },
      quotation,
      quotationConfidence,
      sourcing,
      descriptor,
      ...recipients,
      unresolved: open.filter((what) => what !== null),
      confidence,
    });
  }
  return [...statements.values()];
}

/** SHA-256 over the document's id and the spans of source, cue and content; first 128 bits, lower-case hex. */
export function statementId(
  document: DocumentId,
  { source, cue, content }: Pick<Attribution, "source" | "cue" | "content">,
): StatementId {
  const pairs = [source, cue, content].map((spans) => spans.map(({ start, end }) => [start, end]));
  const digest = createHash("sha256").update(JSON.stringify([document, ...pairs]));
  return digest.digest("hex").slice(0, 32) as StatementId; // the door through which a digest becomes an id
}

const placeOf = ({ source, cue, content }: Attribution): number =>
  [...source, ...cue, ...content].reduce((least, { start }) => Math.min(least, start), Number.POSITIVE_INFINITY);

function marksOf(document: Document): Marks {
  const quotations = findQuotations(document.text, 0, document.text.length);
  return { quotations, areLost: areMarksLost(document, quotations) };
}

const isPronoun = (words: string): boolean => /^(?:him|her|them|us|me|it)$/iu.test(words);

/** The sentence that holds a span's start; the span itself where none does. */
function sentenceAround(sentences: readonly CharSpan[], { start, end }: CharSpan): CharSpan {
  return sentences[lastStartingBy(sentences, start)] ?? charSpan(start, end);
}
