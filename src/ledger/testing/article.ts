import { createHash } from "node:crypto";
import type { Article, Read } from "../../coding/article.ts";
import type { Quotation, Sourcing, Statement } from "../../coding/statement/statement.ts";
import type { DateCandidate, DatePrecision } from "../../document/document.ts";
import { type CharSpan, charSpan, type DocumentId, type StatementId } from "../../text/span.ts";

/** "Source cue: content." in a text of its own. */
export interface Said {
  readonly source: string;
  readonly content: string;
  readonly cue?: string;
  readonly quotation?: Quotation;
  readonly quotationConfidence?: number;
  readonly sourcing?: Sourcing;
}

export interface ArticleParts {
  /** Articles of the same key are the same document. */
  readonly key: string;
  readonly file?: string;
  readonly outlet?: string | null;
  readonly title?: string | null;
  /** YYYY, YYYY-MM or YYYY-MM-DD. */
  readonly published?: string | null;
  readonly reader?: { readonly name: string; readonly version: number };
  readonly said?: readonly Said[];
  /** What stands before the first sentence, which moves every offset. */
  readonly before?: string;
}

export const hash = (text: string): string => createHash("sha256").update(text).digest("hex").slice(0, 32);

/** A small article about a fictional negotiation, whose spans are where its words are. */
export function makeArticle(parts: ArticleParts): Article & { readonly outcome: Read } {
  const { key, said = [], before = "", reader = { name: "lexical", version: 1 } } = parts;
  const id = hash(key) as DocumentId;
  let text = before;
  const place = (words: string): CharSpan => {
    const start = text.length;
    text += words;
    return charSpan(start, text.length);
  };
  const statements = said.map(({ source, cue = "said", content, sourcing = "on-record", ...quoted }) => {
    const sourceSpan = place(source);
    text += " ";
    const cueSpan = place(cue);
    text += " ";
    const contentSpan = place(content);
    text += ".\n";
    const statement: Statement = {
      id: hash(`${id}:${sourceSpan.start}:${contentSpan.start}:${contentSpan.end}`) as StatementId,
      source: { spans: [sourceSpan], actor: null },
      cue: { spans: [cueSpan] },
      content: { spans: [contentSpan] },
      quotation: quoted.quotation ?? "indirect",
      quotationConfidence: quoted.quotationConfidence ?? null,
      sourcing,
      descriptor: sourcing === "anonymous" ? sourceSpan : null,
      relay: [],
      addressee: null,
      unresolved: [],
      confidence: null,
    };
    return statement;
  });
  const published = parts.published ? candidateOf(parts.published) : null;
  return {
    document: {
      id,
      file: parts.file ?? `${key}.txt`,
      url: null,
      title: parts.title === undefined ? `About ${key}` : parts.title,
      outlet: parts.outlet === undefined ? "Karsk Courier" : parts.outlet,
      bylines: [],
      published,
      dateCandidates: published === null ? [] : [published],
      language: "en",
      text: text === "" ? key : text,
      regions: [],
      order: "original",
      damage: [],
      origin: null,
    },
    outcome: {
      kind: "read",
      reading: { document: id, reader, sentences: [], attributions: [] },
      actors: [],
      statements,
      times: [],
      events: [],
      contacts: [],
      positions: [],
      forecasts: [],
    },
  };
}

function candidateOf(value: string): DateCandidate {
  const precisions: Readonly<Record<number, DatePrecision>> = { 4: "year", 7: "month", 10: "day" };
  return { value, precision: precisions[value.length] ?? "day", source: "user", span: null, evidence: value };
}

export const makeUnread = (key: string): Article => ({
  document: { ...makeArticle({ key }).document, language: "fr" },
  outcome: { kind: "unread", reason: "language", detail: "written in French; Parley reads English" },
});
