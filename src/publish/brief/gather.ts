import type { Article } from "../../coding/article.ts";
import type { DocumentRow, Ledger, StatementFilter } from "../../ledger/ledger.ts";
import type { DocumentId, StatementId } from "../../text/span.ts";
import { type Decided, withDecisions } from "../decided.ts";

export interface BriefDocument {
  /** Its actors as people decided. */
  readonly article: Article;
  /** What the filter lets through, as people left it, in text order; without what they rejected. */
  readonly statements: readonly Decided[];
  /** Statements that a person rejected. */
  readonly rejected: number;
}

/** Everything a brief says, gathered from a ledger. */
export interface BriefData {
  readonly filter: StatementFilter;
  /** Documents in the ledger that the filter lets through; more than `documents` where the bounds left some out. */
  readonly matching: number;
  /** The newest, newest first; those without a date last. */
  readonly documents: readonly BriefDocument[];
}

/** What one brief may hold, so that a ledger of a million articles neither fills the memory nor the page. */
export interface BriefBounds {
  /** Where the filter gives no `limit`. */
  readonly documents: number;
  /** UTF-16 code units of text in all. An article that no longer fits is left out, and later shorter ones are tried. */
  readonly characters: number;
}

const briefBounds: BriefBounds = { documents: 200, characters: 4_000_000 };

interface Candidate {
  readonly id: DocumentId;
  readonly publishedAt: string | null;
  /** The statements that the filter lets through; null where it lets through all. */
  readonly statements: Set<StatementId> | null;
}

/**
 * Reads the newest documents that the filter lets through, with their statements. A filter on statements (by actor,
 * quotation, sourcing) also leaves out documents without any. `filter.limit` is the number of documents.
 */
export async function gatherBrief(
  ledger: Ledger,
  filter: StatementFilter = {},
  bounds: BriefBounds = briefBounds,
): Promise<BriefData> {
  const { matching, newest } = await newestOf(candidates(ledger, filter), filter.limit ?? bounds.documents);
  const documents: BriefDocument[] = [];
  let room = bounds.characters;
  for (const candidate of newest) {
    const article = await ledger.asDecided(await ledger.article(candidate.id));
    if (article.document.text.length > room) continue;
    room -= article.document.text.length;
    documents.push(await briefDocument(ledger, article, candidate.statements));
  }
  return { filter, matching, documents };
}

async function briefDocument(
  ledger: Ledger,
  article: Article,
  wanted: ReadonlySet<StatementId> | null,
): Promise<BriefDocument> {
  const read = article.outcome.kind === "read" ? article.outcome.statements : [];
  const decided = withDecisions(read, await ledger.decisions(article.document.id)).filter(
    ({ statement, decision }) => !wanted || wanted.has(decision?.statement ?? statement.id) || wanted.has(statement.id),
  );
  const statements = decided.filter(({ decision }) => decision?.verdict !== "rejected");
  return { article, statements, rejected: decided.length - statements.length };
}

/** The documents that the filter lets through, one by one, in the ledger's order. */
async function* candidates(ledger: Ledger, filter: StatementFilter): AsyncIterable<Candidate> {
  const { limit: _, ...unlimited } = filter;
  const { actor, quotation, sourcing, document, ...ofDocuments } = unlimited;
  if (document === undefined && actor === undefined && quotation === undefined && sourcing === undefined) {
    for await (const row of ledger.documents(ofDocuments)) yield candidate(row, null);
    return;
  }
  let current: Candidate | null = null;
  for await (const { statement, document: row } of ledger.statements(unlimited)) {
    if (current && current.id !== row.id) yield current;
    if (current?.id !== row.id) current = candidate(row, new Set());
    current.statements?.add(statement.id);
  }
  if (current) yield current;
}

const candidate = (row: Pick<DocumentRow, "id" | "publishedAt">, statements: Set<StatementId> | null): Candidate => ({
  id: row.id,
  publishedAt: row.publishedAt,
  statements,
});

/** Counts them all and holds no more than twice `most` at a time. */
async function newestOf(
  all: AsyncIterable<Candidate>,
  most: number,
): Promise<{ readonly matching: number; readonly newest: readonly Candidate[] }> {
  let matching = 0;
  let kept: readonly Candidate[] = [];
  let fresh: Candidate[] = [];
  const cut = () => [...kept, ...fresh].sort(newestFirst).slice(0, most);
  for await (const one of all) {
    matching++;
    fresh.push(one);
    if (fresh.length < Math.max(most, 1)) continue;
    [kept, fresh] = [cut(), []];
  }
  return { matching, newest: cut() };
}

/** ISO dates of any precision compare as text: 2031-03 comes before every day of that month. */
function newestFirst(a: Candidate, b: Candidate): number {
  const [first, second] = [a.publishedAt ?? "", b.publishedAt ?? ""];
  if (first !== second) return first < second ? 1 : -1;
  return a.id < b.id ? -1 : 1;
}
