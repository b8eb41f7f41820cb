import { rowDocumentOf } from "../analysis/context.ts";
import type { OriginBounds } from "../analysis/origins-behind.ts";
import type { Reprints } from "../analysis/reprints/reprint.ts";
import type { Document } from "../document/document.ts";
import type { RowDocument } from "../ledger/ledger.ts";
import { originsTold } from "./analysis-rows.ts";
import { type CsvColumn, shortId } from "./rows.ts";
import type { Column } from "./table.ts";
import { outletOf } from "./wording.ts";

/** One report with all the articles that carry it. */
export interface OriginRow {
  readonly origins: OriginBounds;
  /** The one nothing shows to be a copy. */
  readonly first: RowDocument;
  /** The outlet that its own words, or its place of publication, name. */
  readonly outlet: { readonly outlet: string; readonly credited: boolean } | null;
  readonly copies: readonly {
    readonly document: RowDocument;
    readonly of: RowDocument;
    readonly kind: string;
    /** 0 to 1. */
    readonly share: number;
    readonly certain: boolean;
  }[];
}

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

const copyTold = ({ document, of, kind, share, certain }: OriginRow["copies"][number], first: RowDocument): string => {
  const from = of.id === first.id ? "" : ` of ${of.id.slice(0, shortId)}`;
  const sure = certain ? "" : ", not certain";
  return `${outletOf(document)} ${document.id.slice(0, shortId)}: ${kind}${from}, ${Math.round(100 * share)} %${sure}`;
};

/** The columns of `parley list origins` in the terminal. */
export const originColumns: readonly Column<OriginRow>[] = [
  { header: "Date", value: ({ first }) => first.publishedAt ?? "–" },
  { header: "Origins", value: ({ origins }) => originsTold(origins), shrinksTo: 8, lines: 2 },
  { header: "Whose report", value: whoseReport, shrinksTo: 10, atMost: 24, lines: 3 },
  { header: "Title", value: ({ first }) => first.title ?? "(no title)", shrinksTo: 14, atMost: 40, lines: 3 },
  {
    header: "Copies",
    value: ({ copies, first }) => copies.map((copy) => copyTold(copy, first)).join(" / ") || "–",
    shrinksTo: 16,
    lines: 6,
  },
  { header: "Article", value: ({ first }) => first.id.slice(0, shortId) },
];

function whoseReport({ outlet, first }: OriginRow): string {
  if (outlet === null) return outletOf(first);
  return outlet.credited ? `${outlet.outlet} (credited by ${outletOf(first)})` : outlet.outlet;
}

export const originLine = ({ origins, first, outlet, copies }: OriginRow) => ({ origins, first, outlet, copies });

/** One article under the report it carries, for CSV. */
export interface OriginDocumentRow extends Pick<OriginRow, "origins" | "outlet"> {
  readonly number: number;
  readonly document: RowDocument;
  readonly copy: OriginRow["copies"][number] | null;
}

export const originDocumentRows = (rows: readonly OriginRow[]): readonly OriginDocumentRow[] =>
  rows.flatMap(({ origins, outlet, first, copies }, at) => [
    { number: at + 1, origins, outlet, document: first, copy: null },
    ...copies.map((copy) => ({ number: at + 1, origins, outlet, document: copy.document, copy })),
  ]);

export const originCsvColumns: readonly CsvColumn<OriginDocumentRow>[] = [
  { header: "report", value: ({ number }) => number },
  { header: "document", value: ({ document }) => document.id },
  { header: "published_at", value: ({ document }) => document.publishedAt },
  { header: "outlet", value: ({ document }) => document.outlet },
  { header: "title", value: ({ document }) => document.title },
  { header: "file", value: ({ document }) => document.file },
  { header: "report_of", value: ({ outlet }) => outlet?.outlet ?? null },
  { header: "copy_of", value: ({ copy }) => copy?.of.id ?? null },
  { header: "kind", value: ({ copy }) => copy?.kind ?? null },
  { header: "share", value: ({ copy }) => copy?.share ?? null },
  { header: "certain", value: ({ copy }) => (copy === null ? null : String(copy.certain)) },
  { header: "origins_at_least", value: ({ origins }) => origins.atLeast },
  { header: "origins_at_most", value: ({ origins }) => origins.atMost },
];
