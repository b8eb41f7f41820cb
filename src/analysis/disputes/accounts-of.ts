import type { Article } from "../../coding/article.ts";
import type { PositionRow, RowDocument, StatementRow } from "../../ledger/ledger.ts";
import { findQuotations } from "../../text/quotations.ts";
import { type CharSpan, overlaps, textOf, trimSpan } from "../../text/span.ts";
import { contentWords } from "../content-words.ts";
import { publishedOn } from "../period.ts";
import type { Account, Teller } from "./account.ts";

/** What sources say; without what people rejected. */
export function statementAccounts(rows: Iterable<StatementRow>): readonly Account[] {
  return [...rows]
    .filter(({ decision }) => decision !== "rejected")
    .map((row) => ({
      key: row.statement.id,
      document: row.document,
      day: publishedOn(row.document),
      by: sourceOf(row),
      cue: row.words.cue,
      words: row.words.content,
      spans: row.statement.content.spans,
      row,
    }));
}

const sourceOf = ({ actor, words }: StatementRow): Teller =>
  actor === null ? { kind: "source", words: words.source } : { kind: "actor", actor };

/** Where a party stands, as its own account or another's. */
export function positionAccount(row: PositionRow): Account {
  const { position, document, words, actor, toldBy } = row;
  const outlet: Teller = { kind: "outlet", outlet: document.outlet };
  const by: Teller =
    position.toldBy.kind === "self"
      ? { kind: "actor", actor }
      : toldBy === null
        ? position.toldBy.kind === "other"
          ? { kind: "source", words: "" }
          : outlet
        : { kind: "actor", actor: toldBy };
  return {
    key: position.id,
    document,
    day: publishedOn(document),
    by,
    cue: "",
    words: words.evidence,
    spans: position.evidence,
    row,
  };
}

/** A text with what divides it into accounts. Spans in text order. */
export interface NarratedText {
  readonly document: RowDocument;
  readonly text: string;
  /** Of the body. */
  readonly sentences: readonly CharSpan[];
  /** Sources, cues and contents of its statements. */
  readonly attributed: readonly CharSpan[];
}

export function narratedText({ document, outcome }: Article, row: RowDocument): NarratedText {
  const body = document.regions.filter(({ kind }) => kind === "body");
  const read = outcome.kind === "read" ? outcome : null;
  return {
    document: row,
    text: document.text,
    sentences: (read?.reading.sentences ?? []).filter((sentence) => body.some((region) => overlaps(region, sentence))),
    attributed: (read?.statements ?? [])
      .flatMap(({ source, cue, content }) => [...source.spans, ...cue.spans, ...content.spans])
      .sort((a, b) => a.start - b.start),
  };
}

/** Fewer say nothing that another account could be set against. */
const leastContentWords = 3;

/** What the outlet tells in its own name: the sentences of the body, without what they attribute or quote. */
export function narratedAccounts({ document, text, sentences, attributed }: NarratedText): readonly Account[] {
  return sentences.flatMap((sentence) => {
    const quoted = findQuotations(text, sentence.start, sentence.end);
    const [first, ...others] = without(
      sentence,
      [...attributed, ...quoted].sort((a, b) => a.start - b.start),
      text,
    );
    if (first === undefined) return [];
    const spans = [first, ...others] as const;
    const words = spans.map((span) => textOf(text, span)).join(" … ");
    if (contentWords(words).length < leastContentWords) return [];
    return [
      {
        key: `${document.id}:${sentence.start}`,
        document,
        day: publishedOn(document),
        by: { kind: "outlet", outlet: document.outlet } as const,
        cue: "",
        words,
        spans,
        row: null,
      },
    ];
  });
}

function without(sentence: CharSpan, attributed: readonly CharSpan[], text: string): readonly CharSpan[] {
  const left: CharSpan[] = [];
  let from: number = sentence.start;
  for (const span of attributed) {
    if (!overlaps(span, sentence)) continue;
    const piece = trimSpan(text, from, Math.max(from, span.start));
    if (piece !== null) left.push(piece);
    from = Math.max(from, span.end);
  }
  const last = trimSpan(text, from, Math.max(from, sentence.end));
  return last === null ? left : [...left, last];
}
