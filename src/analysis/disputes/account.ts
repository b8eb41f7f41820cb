import type { EventRow, NamedActor, PositionRow, RowDocument, StatementRow } from "../../ledger/ledger.ts";
import type { CharSpan } from "../../text/span.ts";
import type { Period } from "../period.ts";

/** Whose account it is. */
export type Teller =
  | { readonly kind: "actor"; readonly actor: NamedActor }
  /** A source that the text does not resolve, by its words: "two residents", "he". */
  | { readonly kind: "source"; readonly words: string }
  /** The outlet's own narration. */
  | { readonly kind: "outlet"; readonly outlet: string | null };

/** Something told once in one document: what a dispute is made of. */
export interface Account {
  /** Unique among the accounts given: of a record its id, of a narrated sentence document and offset. */
  readonly key: string;
  readonly document: RowDocument;
  /** When it was told; null without a date. */
  readonly day: Period | null;
  readonly by: Teller;
  /** The words that attribute it ("denied"); empty for narration. */
  readonly cue: string;
  /** What is told, spans joined with " … ". */
  readonly words: string;
  /** In the document's text, in its order. */
  readonly spans: readonly [CharSpan, ...CharSpan[]];
  /** The record it is; null for narration. */
  readonly row: StatementRow | PositionRow | EventRow | null;
}
