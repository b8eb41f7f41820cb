import type { Document } from "../document/document.ts";
import type { ActorRow, RowDocument } from "../ledger/ledger.ts";
import type { DocumentId } from "../text/span.ts";
import type { OriginsBehind } from "./origins-behind.ts";
import { type PartyOf, stateParties } from "./party.ts";
import { findReprints } from "./reprints/find-reprints.ts";
import { originsBehind } from "./reprints/origins.ts";
import type { Reprints } from "./reprints/reprint.ts";

/** What every analysis asks of the documents and actors that it looks at. */
export interface AnalysisContext {
  readonly reprints: Reprints;
  readonly originsBehind: OriginsBehind;
  readonly partyOf: PartyOf;
}

export function contextOf(documents: readonly Document[], actors: Iterable<ActorRow>): AnalysisContext {
  const reprints = findReprints(documents.map((document) => ({ key: document.id, document })));
  const known = new Map<string, ReturnType<OriginsBehind>>();
  return {
    reprints,
    originsBehind: (ids: Iterable<DocumentId>) => {
      const sorted = [...new Set(ids)].sort();
      const key = sorted.join(" ");
      const bounds = known.get(key) ?? originsBehind(reprints, sorted);
      known.set(key, bounds);
      return bounds;
    },
    partyOf: stateParties(actors),
  };
}

/** A document as lists name it. */
export const rowDocumentOf = ({ id, file, title, outlet, published }: Document): RowDocument => ({
  id,
  file,
  title,
  outlet,
  publishedAt: published?.value ?? null,
});
