import type { OriginRow } from "../../analysis-rows.ts";
import { originsTold } from "../../analysis-rows.ts";
import { outletOf, titleOf } from "../../wording.ts";
import { type DraftSection, phrases } from "./finding.ts";

/** "Sources": the reports behind the articles, each with those that carry it, and how independent they are. */
export function originSection(rows: readonly OriginRow[]): DraftSection {
  const shown = rows.filter(({ copies, outlet }) => copies.length > 0 || outlet?.credited === true);
  return {
    id: "origins",
    title: "Sources, and how independent they are",
    note: "Reports that stand in several articles, or that credit another outlet. What they tell counts once.",
    findings: shown.map(({ first, outlet, origins, copies }) => ({
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
    })),
    empty: "Every article is a report of its own, as far as can be told.",
  };
}
