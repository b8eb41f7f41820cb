import type { DocumentId } from "../../text/span.ts";
import type { Reprints } from "./reprint.ts";

/** Documents that surely are copies of another one given: what they tell is told already. */
export const copiesIn = <Key extends string = DocumentId>({ groups }: Reprints<Key>): ReadonlySet<Key> =>
  new Set(groups.flatMap(({ links }) => links.filter(({ certain }) => certain).map(({ copy }) => copy)));
