import type { Dispute } from "../../../analysis/disputes/dispute.ts";
import { causeWords, originsTold, tellerTold } from "../../analysis-rows.ts";
import { counted } from "../../wording.ts";
import { type DraftSection, phrases } from "./finding.ts";

/** "Disputes": the sides of each, nobody said to be right. */
export function disputeSection(disputes: readonly Dispute[]): DraftSection {
  return {
    id: "disputes",
    title: "Accounts that differ",
    note: "Each side in its words. Parley does not say who is right.",
    findings: disputes.map(({ about, cause, kind, sides }) => ({
      title: about,
      facts: [causeWords[cause], kind],
      evidence: sides.map(({ by, origins, accounts: [first, ...others] }) => ({
        document: first.document,
        spans: first.spans,
        words: first.words,
        label: tellerTold(by),
        facts: phrases(originsTold(origins), others.length > 0 && `told in ${counted(others.length, "other place")}`),
        cautions: [],
      })),
    })),
    empty: "No two accounts contradict each other.",
  };
}
