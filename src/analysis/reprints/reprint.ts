import type { Document } from "../../document/document.ts";
import type { CharSpan, DocumentId } from "../../text/span.ts";

/**
 * What is done to a report when it is published again. `verbatim`: nothing, or marks alone were lost and furniture put
 * around it; `cut`: sentences are gone; `shuffled`: they stand in another order, some may be gone; `reworded`: words were
 * replaced, some sentences may be gone; `mixed`: reworded and shuffled, or only a part of the copy is the report.
 */
export type ReprintKind = "verbatim" | "cut" | "shuffled" | "reworded" | "mixed";

/** What is looked at of a document. */
export type ReportText = Pick<
  Document,
  "text" | "regions" | "title" | "outlet" | "published" | "language" | "order" | "damage" | "origin"
>;

/**
 * One document under the key by which results name it: its id, or its path where there is no ledger (two files of the
 * same words and no outlet have one id).
 */
export interface Report<Key extends string = DocumentId> {
  readonly key: Key;
  readonly document: ReportText;
}

/** A sentence of the copy and the one it was made from; spans into the two documents' texts. */
export interface AlignedSentences {
  readonly copy: CharSpan;
  readonly of: CharSpan;
  /** Of the words of the shorter of the two, the part that agrees, 0 to 1. */
  readonly likeness: number;
}

/** `copy` carries the report that `of` carries. */
export interface ReprintLink<Key extends string = DocumentId> {
  readonly copy: Key;
  readonly of: Key;
  readonly kind: ReprintKind;
  /** Part of the copy's words, 0 to 1, that stand in sentences with a counterpart in `of`. */
  readonly share: number;
  /** What says that `copy` was made from `of` and not the other way round; `none`: their order is a guess. */
  readonly direction: "credit" | "date" | "completeness" | "damage" | "wording" | "none";
  /** False where both may have taken a part from a third, or the likeness is small: it widens the bounds of the origins. */
  readonly certain: boolean;
  /** In the order of the copy. */
  readonly sentences: readonly AlignedSentences[];
}

/** How many origins there are: at least, at most. */
export interface OriginBounds {
  readonly atLeast: number;
  readonly atMost: number;
}

/** Documents that carry one report, or parts of it. */
export interface ReprintGroup<Key extends string = DocumentId> {
  /** Two or more, as the lineage has them: the one nothing shows to be a copy first, then by key. */
  readonly documents: readonly Key[];
  readonly origins: OriginBounds;
  /** One for each document but the first: from whom it most likely has the report. */
  readonly links: readonly ReprintLink<Key>[];
}

/** What `findReprints` found, and all that `originsBehind` needs. */
export interface Reprints<Key extends string = DocumentId> {
  /** By the key of their first document. */
  readonly groups: readonly ReprintGroup<Key>[];
  /** What is not in English and was not compared, by key. */
  readonly leftOut: readonly Key[];
  /** By key, whose report each document is by its own word: the outlet credited, else the outlet of publication. */
  readonly outlets: ReadonlyMap<Key, { readonly outlet: string; readonly credited: boolean }>;
}
