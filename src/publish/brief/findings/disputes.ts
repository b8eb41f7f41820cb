import type { Dispute } from "../../../analysis/disputes/dispute.ts";
import { causeWords, originsTold, tellerTold } from "../../analysis-rows.ts";
import { counted } from "../../wording.ts";
import { type DraftSection, phrases } from "./finding.ts";

/** Accounts of one side that are shown, the others counted. */
const ACCOUNTS = 3;

/** "Disputes": the sides of each, nobody said to be right. */
export function disputeSection(disputes: readonly Dispute[]): DraftSection {
  return {
    id: "disputes",
    title: "Accounts that differ",
    note: "Each side in its words. Parley does not say who is right.",
    findings: disputes.map(({ about, cause, kind, sides }) => ({
      title: `${sides.map(({ by }) => tellerTold(by)).join(" – ")}: ${causeWords[cause]}`,
      facts: [kind, `about: ${about}`],
      evidence: sides.flatMap(({ origins, accounts }) =>
        accounts.slice(0, ACCOUNTS).map((account, at) => ({
          document: account.document,
          spans: account.spans,
          words: account.words,
          label: tellerTold(account.by),
          facts: phrases(
            at === 0 && originsTold(origins),
            at === 0 && accounts.length > ACCOUNTS && `told in ${counted(accounts.length, "place")}`,
          ),
          cautions: [],
        })),
      ),
    })),
    empty: "No two accounts contradict each other.",
  };
}
