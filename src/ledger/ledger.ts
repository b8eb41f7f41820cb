import type { ActorType } from "../coding/actor/actor.ts";
import type { Person } from "../coding/actor/actor-base.ts";
import type { Sector } from "../coding/actor/sector.ts";
import type { Article } from "../coding/article.ts";
import type { Contact, ContactForm, ContactStatus } from "../coding/event/contact.ts";
import type { Event, EventStatus, EventType } from "../coding/event/event.ts";
import type { Forecast } from "../coding/forecast/forecast.ts";
import type { Audience, Position, Stance } from "../coding/position/position.ts";
import type { Quotation, Sourcing, Statement } from "../coding/statement/statement.ts";
import type { DatePrecision, Document } from "../document/document.ts";
import type { ReaderIdentity } from "../reader/reading.ts";
import type { ActorId, ActorKey, DocumentId, ForecastId, StatementId } from "../text/span.ts";
import type { ActorDecision } from "./actors/actor-decision.ts";

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
  /** Part of the source's words or of a name of whom they refer to, in any case; or an actor's whole key. */
  readonly actor?: string;
  readonly quotation?: Quotation;
  readonly sourcing?: Sourcing;
  readonly document?: DocumentId;
}

/** Dates are those of publication. An actor that no appearance in these documents fits is left out. */
export interface ActorFilter extends DocumentFilter {
  /** Part of a name, in any case and with or without accents; or a whole key. */
  readonly actor?: string;
  readonly type?: ActorType;
  readonly country?: string; // ISO 3166-1 alpha-3
  readonly sector?: Sector;
}

/** What is asked of those in a record: one of them must fit it all. Dates are those of publication. */
export interface RecordFilter extends DocumentFilter {
  /** As in `ActorFilter`. */
  readonly actor?: string;
  readonly country?: string;
  readonly sector?: Sector;
  readonly document?: DocumentId;
  /** Id of an issue in the codebook: that of a position, and of other records told in words that such a position shares. */
  readonly issue?: string;
}

export interface EventFilter extends RecordFilter {
  readonly type?: EventType;
  readonly status?: EventStatus;
}

export interface ContactFilter extends RecordFilter {
  readonly form?: ContactForm;
  readonly status?: ContactStatus;
}

export interface PositionFilter extends RecordFilter {
  readonly stance?: Stance;
  readonly audience?: Audience;
}

export interface ForecastFilter extends RecordFilter {
  /** Of the resolution that stands; "unresolved" where there is none. */
  readonly outcome?: ForecastOutcome | "unresolved";
}

export const forecastOutcomes = ["true", "false", "partly", "undecidable"] as const;
/** What became of a forecast, as a person found. */
export type ForecastOutcome = (typeof forecastOutcomes)[number];

/** What a person found a forecast to have come to. Survives every re-reading. */
export interface Resolution {
  readonly forecast: ForecastId;
  readonly outcome: ForecastOutcome;
  readonly note: string | null;
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

export type RowDocument = Pick<DocumentRow, "id" | "file" | "title" | "outlet" | "publishedAt">;

/** Whom a record refers to, as people decided. */
export interface NamedActor {
  /** In the document's reading. */
  readonly id: ActorId;
  readonly key: ActorKey;
  readonly name: string;
  readonly type: ActorType;
  readonly country: string | null;
}

export interface StatementRow {
  readonly statement: Statement;
  readonly document: RowDocument;
  /** Whom the source refers to; null where that is not resolved. */
  readonly actor: NamedActor | null;
  /** The words of the spans, so that a list needs no text: joined with " … " where there are several. */
  readonly words: { readonly source: string; readonly cue: string; readonly content: string };
  readonly decision: Decision["verdict"] | null;
}

/** One actor over all documents that fit, under the key and name that people decided on. */
export interface ActorRow {
  readonly key: ActorKey;
  readonly name: string;
  /** The words by which texts name it, the most used first. */
  readonly names: readonly string[];
  /** What most of its documents say; null where none says. */
  readonly type: ActorType;
  readonly country: string | null;
  readonly sector: Sector | null;
  /** The most frequent first. */
  readonly roles: readonly string[];
  readonly base: string | null;
  readonly mentions: number;
  readonly statements: number;
  readonly documents: number;
  /** First and last day on which a document that speaks of it may have been published; null without any date. */
  readonly from: string | null;
  readonly to: string | null;
  /** The machine's keys that people merged into this one, or split off into it; itself left out. */
  readonly merged: readonly ActorKey[];
}

export interface EventRow {
  readonly event: Event;
  readonly document: RowDocument;
  readonly actors: readonly NamedActor[];
  readonly recipients: readonly NamedActor[];
  readonly words: {
    readonly trigger: string;
    readonly evidence: string;
    readonly when: string | null;
    readonly place: string | null;
  };
}

export interface ContactRow {
  readonly contact: Contact;
  readonly document: RowDocument;
  readonly participants: readonly NamedActor[];
  readonly mediator: NamedActor | null;
  readonly words: {
    readonly evidence: string;
    readonly when: string | null;
    readonly place: string | null;
    readonly about: string | null;
    readonly outcome: string | null;
  };
}

export interface PositionRow {
  readonly position: Position;
  readonly document: RowDocument;
  readonly actor: NamedActor;
  readonly counterpart: NamedActor | null;
  /** Who says so of the actor, where another does and the text tells who. */
  readonly toldBy: NamedActor | null;
  /** Of the statement that tells it; null where the article does. */
  readonly sourcing: Sourcing | null;
  readonly words: { readonly evidence: string; readonly conditions: readonly string[]; readonly when: string | null };
}

export interface ForecastRow {
  readonly forecast: Forecast;
  readonly document: RowDocument;
  readonly holder: NamedActor | null;
  readonly resolution: Resolution | null;
  readonly words: { readonly content: string; readonly evidence: string; readonly horizon: string | null };
}

/** What an import of known actors did to those the ledger had. */
export interface ImportCounts {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
}

export interface AuditEntry {
  readonly at: string;
  readonly by: string;
  readonly program: string;
  readonly action:
    | "document-added"
    | "document-updated"
    | "reading-replaced"
    | "statement-decided"
    | "actor-decided"
    | "forecast-resolved"
    | "actors-imported";
  /** Null of what is about no document alone: a decision on an actor, an import. */
  readonly document: DocumentId | null;
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
  /** By number of statements, then of mentions, the most first. Unnamed ones are each of one document alone. */
  actors(filter?: ActorFilter): AsyncIterable<ActorRow>;
  events(filter?: EventFilter): AsyncIterable<EventRow>;
  contacts(filter?: ContactFilter): AsyncIterable<ContactRow>;
  positions(filter?: PositionFilter): AsyncIterable<PositionRow>;
  forecasts(filter?: ForecastFilter): AsyncIterable<ForecastRow>;
  /** Documents whole, without their readings, in the order of `documents`. */
  texts(filter?: DocumentFilter): AsyncIterable<Document>;
  /** By id or by an unambiguous beginning of one. @throws ParleyError PARLEY_LEDGER_NOT_FOUND, also when ambiguous. */
  article(id: string): Promise<Article>;
  /** The article with its actors as people decided: renamed, merged, split. Its statements are those of the machine. */
  asDecided(article: Article): Promise<Article>;
  /** The decisions on a document's statements, also on those that a later reading no longer has. */
  decisions(document: DocumentId): Promise<readonly Decision[]>;
  /** @throws ParleyError PARLEY_LEDGER_NOT_FOUND if there is no such statement. */
  decide(decision: Decision, provenance: Provenance): Promise<void>;
  /**
   * What a person found a forecast to have come to, in place of what was found before; the forecast by its id or the
   * beginning of one. @throws ParleyError PARLEY_LEDGER_NOT_FOUND
   */
  resolveForecast(resolution: Resolution, provenance: Provenance): Promise<void>;
  /**
   * @throws ParleyError PARLEY_LEDGER_NOT_FOUND if there is no such actor, or none in that document,
   * PARLEY_OPTION_INVALID if the decision says nothing: a merge of what is one already, a name that is empty.
   */
  decideActor(decision: ActorDecision, provenance: Provenance): Promise<void>;
  /** Those that stand, in the order they were made. */
  actorDecisions(): Promise<readonly ActorDecision[]>;
  /** Keeps persons for the reading of later articles; one whose id was imported before is replaced. */
  importActors(persons: readonly Person[], source: string, provenance: Provenance): Promise<ImportCounts>;
  /** The imported ones, by id. */
  knownActors(): Promise<readonly Person[]>;
  audit(filter?: { readonly document?: DocumentId }): AsyncIterable<AuditEntry>;
  summary(): Promise<LedgerSummary>;
  close(): Promise<void>;
}
