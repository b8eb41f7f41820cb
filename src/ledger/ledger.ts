import type { Article } from "../coding/article.ts";
import type { Quotation, Sourcing, Statement } from "../coding/statement/statement.ts";
import type { DatePrecision, Document } from "../document/document.ts";
import type { ReaderIdentity } from "../reader/reading.ts";
import type { DocumentId, StatementId } from "../text/span.ts";

/** Who put something in the ledger, when, with what. `at` is ISO 8601 UTC and comes from the door's clock. */
export interface Provenance {
  readonly by: string; // user@host, or the name of a service
  readonly at: string;
  readonly program: string; // "parley 0.1.0"
}

/**
 * What adding one article did. `reread`: the records of a newer reader, of another one, or of the same one with a newer
 * Parley behind it, took the place of the machine records that were there; decisions stay. `updated`: the same text came with other metadata. `kept`: the ledger holds a newer reading; nothing changed.
 */
export type AddOutcome = "added" | "unchanged" | "reread" | "updated" | "kept";

/** What a person decided about a record. Survives every re-reading. */
export interface Decision {
  readonly statement: StatementId;
  readonly verdict: "accepted" | "rejected" | "corrected";
  /** The statement as the person says it should be; given with "corrected" alone. */
  readonly correction: Statement | null;
  readonly note: string | null;
}

export interface DocumentFilter {
  readonly outlet?: string; // case-insensitive, part of the name
  readonly from?: string; // YYYY-MM-DD, inclusive
  readonly to?: string; // YYYY-MM-DD, inclusive
  readonly limit?: number;
}

export interface StatementFilter extends DocumentFilter {
  readonly actor?: string; // case-insensitive, part of the source's words
  readonly quotation?: Quotation;
  readonly sourcing?: Sourcing;
  readonly document?: DocumentId;
}

export interface DocumentRow {
  readonly id: DocumentId;
  readonly file: string;
  readonly url: string | null;
  readonly title: string | null;
  readonly outlet: string | null;
  readonly publishedAt: string | null;
  readonly precision: DatePrecision | null;
  readonly language: string | null;
  readonly order: Document["order"];
  readonly damage: Document["damage"];
  readonly unread: string | null; // detail, where there is no reading
  readonly reader: ReaderIdentity | null;
  readonly statements: number;
}

export interface StatementRow {
  readonly statement: Statement;
  readonly document: Pick<DocumentRow, "id" | "file" | "title" | "outlet" | "publishedAt">;
  /** The words of the spans, so that a list needs no text: joined with " … " where there are several. */
  readonly words: { readonly source: string; readonly cue: string; readonly content: string };
  readonly decision: Decision["verdict"] | null;
}

export interface AuditEntry {
  readonly at: string;
  readonly by: string;
  readonly program: string;
  readonly action: "document-added" | "document-updated" | "reading-replaced" | "statement-decided";
  readonly document: DocumentId;
  readonly statement: StatementId | null;
  readonly detail: Readonly<Record<string, unknown>>;
}

export interface LedgerSummary {
  readonly documents: number;
  readonly unread: number;
  readonly statements: number;
  readonly outlets: number;
  readonly from: string | null; // earliest and latest date of publication, YYYY-MM-DD
  readonly to: string | null;
}

/**
 * The store. Two adapters (a PGlite folder, a PostgreSQL server) behind one shared test suite. Lists are streamed in a
 * stable order (date of publication, then id; statements also by their place in the text) and never held in memory whole.
 */
export interface Ledger {
  readonly kind: "pglite" | "postgres";
  /**
   * All of a batch or nothing, in one transaction; when it resolves, the batch is acknowledged and survives SIGKILL.
   * Adding the same article twice changes nothing. Outcomes are in the order of `articles`.
   */
  add(articles: readonly Article[], provenance: Provenance): Promise<readonly AddOutcome[]>;
  documents(filter?: DocumentFilter): AsyncIterable<DocumentRow>;
  statements(filter?: StatementFilter): AsyncIterable<StatementRow>;
  /** By id or by an unambiguous beginning of one. @throws ParleyError PARLEY_LEDGER_NOT_FOUND, also when ambiguous. */
  article(id: string): Promise<Article>;
  /** The decisions on a document's statements, also on those that a later reading no longer has. */
  decisions(document: DocumentId): Promise<readonly Decision[]>;
  /** @throws ParleyError PARLEY_LEDGER_NOT_FOUND if there is no such statement. */
  decide(decision: Decision, provenance: Provenance): Promise<void>;
  audit(filter?: { readonly document?: DocumentId }): AsyncIterable<AuditEntry>;
  summary(): Promise<LedgerSummary>;
  close(): Promise<void>;
}
