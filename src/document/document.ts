import type { CharSpan, DocumentId } from "../text/span.ts";

export type RegionKind = "title" | "byline" | "dateline" | "body" | "boilerplate" | "metadata" | "repeat";
/** A stretch of a document with one function. Regions are in text order, do not overlap, and cover every word. */
export interface Region extends CharSpan {
  readonly kind: RegionKind;
}

/** `quotes-stripped` and `apostrophes-stripped`: marks the text once had were taken out on its way to us. */
export type Damage = "quotes-stripped" | "apostrophes-stripped";

export type DatePrecision = "day" | "month" | "year";

/** Where a date of publication was read, from the most to the least trusted; see docs/decisions/0003. */
export type DateSource =
  | "user" // --published
  | "sidecar" // NAME.meta.json, the CSV, or a field of a JSON record
  | "structured-data" // JSON-LD datePublished
  | "meta-tag" // article:published_time and its kin
  | "time-element" // <time> in the article's head
  | "url" // /2022/03/11/ in the address
  | "byline" // "Published March 3, 2022" in the visible text
  | "record-line" // a line such as 20220312 in a scraped record
  | "dateline"; // "KARSK, March 3 (Agency) –"

/** A date that some evidence speaks for. `value` is YYYY, YYYY-MM or YYYY-MM-DD, as `precision` says. */
export interface DateCandidate {
  readonly value: string;
  readonly precision: DatePrecision;
  readonly source: DateSource;
  /** The words in `Document.text` that say so; null where the evidence is outside the text (a tag, a flag). */
  readonly span: CharSpan | null;
  /** The evidence as it stood: `2022-03-11T10:00:00Z`, `/2022/03/11/`, `20220312`. */
  readonly evidence: string;
}

/** The outlet that first reported what this document carries, where the text or its address says so. */
export interface Origin {
  readonly outlet: string;
  /** Words in `Document.text`, such as "told CNN"; empty where only metadata or the address says it. */
  readonly spans: readonly CharSpan[];
  /** How we know: "told CNN" (relay), "(Reuters) –" (dateline), a credit line, the address's path. */
  readonly basis: "relay" | "dateline" | "credit-line" | "url-path" | "first-reported" | "canonical-link" | "metadata";
  /** The evidence as it stood. */
  readonly evidence: string;
}

/** One article as published at one address, with its metadata. `text` is never cut: what is not body is a region. */
export interface Document {
  readonly id: DocumentId;
  /** The path as given (or `-`), with `#n` (1-based) after it where one file holds several documents. */
  readonly file: string;
  readonly url: string | null;
  readonly title: string | null;
  /** Outlet of publication: a name where the document gives one, else the host of its address. */
  readonly outlet: string | null;
  readonly bylines: readonly string[];
  /** The most trusted candidate, or a more precise one that agrees with it; null: no date is better than a wrong one. */
  readonly published: DateCandidate | null;
  /** Every candidate, most trusted first; includes `published`. */
  readonly dateCandidates: readonly DateCandidate[];
  /** BCP 47 language subtag ("en", "fr"), or null where the text is too short to tell. */
  readonly language: string | null;
  readonly text: string;
  readonly regions: readonly Region[];
  /** "suspect": the sentences cannot have stood in this order when they were published. */
  readonly order: "original" | "suspect";
  readonly damage: readonly Damage[];
  readonly origin: Origin | null;
}

/** What the user says of a text whose file cannot: from flags, a sidecar or a CSV. Trusted over the text itself. */
export interface Hints {
  readonly publishedAt?: string;
  readonly outlet?: string;
  readonly url?: string;
  readonly title?: string;
  readonly bylines?: readonly string[];
  /** Who said it; decides the `DateSource`. */
  readonly from: "user" | "sidecar";
}
