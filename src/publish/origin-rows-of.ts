import { rowDocumentOf } from "../analysis/context.ts";
import type { Reprints } from "../analysis/reprints/reprint.ts";
import type { Document } from "../document/document.ts";
import type { OriginRow } from "./analysis-rows.ts";

/** A row for each report that these documents carry: those with copies first, then those published once, by date. */
export function originRowsOf(documents: readonly Document[], reprints: Reprints): readonly OriginRow[] {
  const byId = new Map(documents.map((document) => [document.id, rowDocumentOf(document)]));
  const grouped = new Set(reprints.groups.flatMap(({ documents: members }) => members));
  const groups = reprints.groups.flatMap(({ documents: members, origins, links }): readonly OriginRow[] => {
    const [first] = members.flatMap((id) => byId.get(id) ?? []);
    if (first === undefined) return [];
    const copies = links.flatMap(({ copy, of, kind, share, certain }) => {
      const [document, source] = [byId.get(copy), byId.get(of)];
      return document === undefined || source === undefined ? [] : [{ document, of: source, kind, share, certain }];
    });
    return [{ origins, first, outlet: reprints.outlets.get(first.id) ?? null, copies }];
  });
  const alone = documents
    .filter(({ id }) => !grouped.has(id))
    .map(
      (document): OriginRow => ({
        origins: { atLeast: 1, atMost: 1 },
        first: rowDocumentOf(document),
        outlet: reprints.outlets.get(document.id) ?? null,
        copies: [],
      }),
    );
  const byDate = (a: OriginRow, b: OriginRow): number => {
    const [first, second] = [a.first.publishedAt ?? "9999", b.first.publishedAt ?? "9999"];
    return first === second ? (a.first.id < b.first.id ? -1 : 1) : first < second ? -1 : 1;
  };
  return [...groups.toSorted(byDate), ...alone.toSorted(byDate)];
}
