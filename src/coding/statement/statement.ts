import type { ActorId, CharSpan, StatementId } from "../../text/span.ts";

export type Quotation = "direct" | "indirect" | "mixed";
export type Sourcing = "on-record" | "anonymous" | "documentary";

/**
 * What the text does not allow an answer to. "source": none is given, or one such as "he" whose antecedent is lost; "addressee": the same of the person told;
 * "quotation": the text lost its marks, and whether these are the source's own words cannot be told.
 */
export type Unresolved = "source" | "addressee" | "quotation";

/** One attribution in one document. Never edited: a human correction is a decision kept beside it. */
export interface Statement {
  readonly id: StatementId;
  /** Whom the content is attributed to. No spans: the text gives none. */
  readonly source: { readonly spans: readonly CharSpan[]; readonly actor: ActorId | null };
  readonly cue: { readonly spans: readonly CharSpan[] };
  /** In text order; more than one span when the cue interrupts: "We agree," she said, "on the text." */
  readonly content: { readonly spans: readonly [CharSpan, ...CharSpan[]] };
  readonly quotation: Quotation;
  /**
   * Probability, 0 to 1, that the words are quoted so, where the text lost its marks and the reader gives one. Null
   * where `quotation` was read off the marks or off their absence, and from a reader that cannot tell.
   */
  readonly quotationConfidence: number | null;
  readonly sourcing: Sourcing;
  /** The wording that stands for an unnamed source ("a Western official"); null unless `sourcing` is anonymous. */
  readonly descriptor: CharSpan | null;
  /** To whom it was told where that is an outlet that passes it on: the "CNN" of "told CNN". */
  readonly relay: readonly CharSpan[];
  /** To whom it was said otherwise: the "lawmakers" of "told lawmakers". */
  readonly addressee: CharSpan | null;
  readonly unresolved: readonly Unresolved[];
  /** Probability, 0 to 1, from a reader that gives one; null otherwise. */
  readonly confidence: number | null;
}
