import type { Document } from "../document/document.ts";
import type { CharSpan, DocumentId } from "../text/span.ts";
import type { SentenceParse } from "./sentence-parse.ts";

/** One attribution as the reader tagged and linked it. Spans in text order; content may be discontinuous. */
export interface Attribution {
  /** Empty where the text gives a cue and no source ("it was reported that"). */
  readonly source: readonly CharSpan[];
  readonly cue: readonly CharSpan[];
  readonly content: readonly [CharSpan, ...CharSpan[]];
  /** How it is quoted, by person, tense and shape as much as by marks; null from a reader that cannot tell. */
  readonly quotation: QuotationProbabilities | null;
  /** Probability, 0 to 1, that these spans form one attribution; null from a reader that cannot tell. */
  readonly confidence: number | null;
}

/** Of a direct, an indirect and a mixed quotation: together 1. */
export interface QuotationProbabilities {
  readonly direct: number;
  readonly indirect: number;
  readonly mixed: number;
}

export interface ReaderIdentity {
  readonly name: string;
  /** Raised whenever the same text may be read differently. Stored with every reading. Integer, compared as a number. */
  readonly version: number;
}

/** What the reader adds to a document. */
export interface Reading {
  readonly document: DocumentId;
  readonly reader: ReaderIdentity;
  /** In text order, not overlapping; white space at their edges is left out. */
  readonly sentences: readonly CharSpan[];
  readonly attributions: readonly Attribution[];
}

/** A reading with what coding needs of it and nobody keeps: it is ten times the text. */
export interface ParsedReading extends Reading {
  /** One for each of `sentences`; null from a reader that does not parse. */
  readonly parses: readonly SentenceParse[] | null;
}

/** The port behind which readers stand. Deterministic: the same document gives the same reading. */
export interface Reader {
  readonly identity: ReaderIdentity;
  read(document: Document): Promise<ParsedReading>;
}
