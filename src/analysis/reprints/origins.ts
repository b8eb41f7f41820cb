import type { DocumentId } from "../../text/span.ts";
import type { OriginBounds, Reprints } from "./reprint.ts";

/**
 * How many independent origins stand behind what these documents tell: reprints of one report count once, and so do
 * documents that credit one outlet or are published by it. Keys given twice count once; {0, 0} for none.
 */
export function originsBehind<Key extends string = DocumentId>(
  _reprints: Reprints<Key>,
  documents: Iterable<Key>,
): OriginBounds {
  const count = new Set(documents).size;
  return { atLeast: Math.min(count, 1), atMost: count }; // the API alone; what counts them follows
}
