import type { CharSpan } from "../../text/span.ts";

/** When a record's matter took place, as the text says. */
export interface When {
  /** Days YYYY-MM-DD, both inclusive; null where that side is open, or where the words need a date the document lacks. */
  readonly from: string | null;
  readonly to: string | null;
  /** The expression it was read from. */
  readonly span: CharSpan;
}
