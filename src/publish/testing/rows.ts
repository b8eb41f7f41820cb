import fc from "fast-check";
import type { DocumentRow, StatementRow } from "../../ledger/ledger.ts";
import type { DocumentId } from "../../text/span.ts";
import { wordsOf } from "../wording.ts";
import { anyArticle, hostileText } from "./articles.ts";

export const documentRow = (over: Partial<DocumentRow> = {}): DocumentRow => ({
  id: "3fa9c0de11112222" as DocumentId,
  file: "dispatches/1.txt",
  url: null,
  title: "Ostria ready to sign",
  outlet: "The Veld Courier",
  publishedAt: "2031-03-03",
  precision: "day",
  language: "en",
  order: "original",
  damage: [],
  unread: null,
  reader: { name: "by-hand", version: 1 },
  statements: 4,
  ...over,
});

export const anyDocumentRow: fc.Arbitrary<DocumentRow> = fc
  .record({
    file: hostileText,
    title: fc.option(hostileText),
    outlet: fc.option(hostileText),
    unread: fc.option(hostileText),
  })
  .map((over) => documentRow(over));

/** The statements of an article as the ledger lists them. */
export const anyStatementRows: fc.Arbitrary<readonly StatementRow[]> = anyArticle.map(({ document, outcome }) =>
  (outcome.kind === "read" ? outcome.statements : []).map((statement) => ({
    statement,
    document: { ...document, publishedAt: document.published?.value ?? null },
    actor: null,
    words: {
      source: wordsOf(document.text, statement.source.spans),
      cue: wordsOf(document.text, statement.cue.spans),
      content: wordsOf(document.text, statement.content.spans),
    },
    decision: null,
  })),
);
