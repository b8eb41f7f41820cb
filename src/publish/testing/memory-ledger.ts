import type { Article } from "../../coding/article.ts";
import type { Decision, DocumentRow, Ledger, StatementFilter } from "../../ledger/ledger.ts";
import type { DocumentId } from "../../text/span.ts";
import { wordsOf } from "../wording.ts";

const never = (): never => {
  throw new Error("the brief has no business calling this");
};

/** As much of a ledger as a brief reads, over articles in memory, in the order that the port promises. */
export function memoryLedger(articles: readonly Article[], decisions: readonly Decision[] = []): Ledger {
  const ordered = articles.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
  const fits = ({ document }: Article, filter: StatementFilter) =>
    (filter.outlet === undefined || document.outlet?.toLowerCase().includes(filter.outlet.toLowerCase())) &&
    (filter.from === undefined || (document.published?.value ?? "") >= filter.from) &&
    (filter.document === undefined || document.id === filter.document);
  return {
    kind: "pglite",
    async *documents(filter = {}) {
      for (const article of ordered) if (fits(article, filter)) yield rowOf(article);
    },
    async *statements(filter = {}) {
      for (const article of ordered.filter((one) => fits(one, filter))) {
        const { text } = article.document;
        for (const statement of article.outcome.kind === "read" ? article.outcome.statements : []) {
          const source = wordsOf(text, statement.source.spans);
          if (filter.actor && !source.toLowerCase().includes(filter.actor.toLowerCase())) continue;
          if (filter.sourcing && statement.sourcing !== filter.sourcing) continue;
          if (filter.quotation && statement.quotation !== filter.quotation) continue;
          const words = { source, cue: "", content: "" };
          yield { statement, document: rowOf(article), actor: null, words, decision: null };
        }
      }
    },
    async article(id) {
      return ordered.find(({ document }) => document.id === id) ?? never();
    },
    async decisions(id: DocumentId) {
      const own = ordered.find(({ document }) => document.id === id)?.outcome;
      const ids = new Set(own?.kind === "read" ? own.statements.map((statement) => statement.id) : []);
      return decisions.filter(({ statement }) => ids.has(statement));
    },
    asDecided: async (article) => article,
    actors: never,
    events: never,
    contacts: never,
    positions: never,
    forecasts: never,
    texts: never,
    resolveForecast: never,
    add: never,
    decide: never,
    decideActor: never,
    actorDecisions: never,
    importActors: never,
    knownActors: never,
    audit: never,
    summary: never,
    async close() {},
  };
}

const key = ({ document }: Article): string => `${document.published?.value ?? "9999"} ${document.id}`;

const rowOf = ({ document, outcome }: Article): DocumentRow => ({
  ...document,
  publishedAt: document.published?.value ?? null,
  precision: document.published?.precision ?? null,
  unread: outcome.kind === "unread" ? outcome.detail : null,
  reader: outcome.kind === "read" ? outcome.reading.reader : null,
  statements: outcome.kind === "read" ? outcome.statements.length : 0,
});
