import { type AnalysisContext, rowDocumentOf } from "../../../analysis/context.ts";
import type { Document, Origin } from "../../../document/document.ts";
import { originsTold } from "../../analysis-rows.ts";
import { type OriginRow, originRowsOf } from "../../origin-rows.ts";
import { counted, originBasisWords, outletOf, titleOf } from "../../wording.ts";
import { type DraftFinding, type DraftSection, phrases } from "./finding.ts";

/** "Sources": which outlets' reporting the articles rest on, and which articles carry one report. */
export function originSection(documents: readonly Document[], context: AnalysisContext): DraftSection {
  const copied = originRowsOf(documents, context.reprints).filter(({ copies }) => copies.length > 0);
  return {
    id: "origins",
    title: "Sources, and how independent they are",
    note: "Articles that credit another outlet’s reporting, and reports that stand in several articles. What articles of one origin tell alike counts once.",
    findings: [...creditFindings(documents, context), ...copied.map(copyFinding)],
    empty: "Every article is a report of its own, as far as can be told.",
  };
}

/** By the outlet that articles credit, with the words that do. */
function creditFindings(
  documents: readonly Document[],
  { reprints, originsBehind }: AnalysisContext,
): readonly DraftFinding[] {
  const groups = new Map<string, (Document & { readonly origin: Origin })[]>();
  for (const document of documents) {
    const { origin } = document;
    const by = reprints.outlets.get(document.id);
    if (origin === null || by === undefined || !by.credited) continue;
    groups.set(by.outlet, [...(groups.get(by.outlet) ?? []), { ...document, origin }]);
  }
  return [...groups]
    .sort(([a, m], [b, n]) => n.length - m.length || (a < b ? -1 : 1))
    .map(([outlet, crediting]) => ({
      title: `${outlet}: origin of ${counted(crediting.length, "article")}`,
      facts: phrases(
        `together ${originsTold(originsBehind(crediting.map(({ id }) => id)))}`,
        crediting.length > 1 && "one where they tell the same",
      ),
      evidence: crediting.map((document) => ({
        document: rowDocumentOf(document),
        spans: document.origin.spans,
        words: document.origin.evidence,
        label: titleOf(document),
        facts: [originBasisWords[document.origin.basis]],
        cautions: [],
      })),
    }));
}

function copyFinding({ first, outlet, origins, copies }: OriginRow): DraftFinding {
  return {
    title: titleOf(first),
    facts: phrases(
      originsTold(origins),
      outlet === null ? outletOf(first) : outlet.credited ? `credits ${outlet.outlet}` : `first: ${outlet.outlet}`,
      first.publishedAt,
    ),
    evidence: copies.map(({ document, kind, share, certain }) => ({
      document,
      spans: [],
      words: titleOf(document),
      label: `${outletOf(document)}: ${kind}`,
      facts: phrases(`${Math.round(100 * share)} % of it`, document.publishedAt),
      cautions: phrases(!certain && "not certain"),
    })),
  };
}
