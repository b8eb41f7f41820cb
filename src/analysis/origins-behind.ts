import type { DocumentId } from "../text/span.ts";

/** How many independent origins stand behind something: at least, at most. */
export interface OriginBounds {
  readonly atLeast: number;
  readonly atMost: number;
}

/** What counts the independent origins of documents, reprints folded. */
export type OriginsBehind = (documents: Iterable<DocumentId>) => OriginBounds;

/** Where nothing is known of reprints: one at least, as many as documents at most. */
export const unknownOrigins: OriginsBehind = (documents) => {
  const count = new Set(documents).size;
  return { atLeast: Math.min(count, 1), atMost: count };
};
