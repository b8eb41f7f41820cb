import type { PositionRow } from "../../../ledger/ledger.ts";
import { dayOf, foundTold, stanceTold, tellerOf } from "../../position-rows.ts";
import { sourcingWords } from "../../wording.ts";
import { type EvidenceParts, phrases } from "./finding.ts";

/** A position as evidence: when and how it stands, then its words, then whose account it is. */
export function positionEvidence(row: PositionRow, label = ""): EvidenceParts {
  const { position, document, words, sourcing } = row;
  const isNarrated = position.toldBy.kind === "article";
  return {
    document,
    spans: position.evidence,
    words: words.evidence,
    label: phrases(label, `${dayOf(row)} ${stanceTold(row)}`).join(": "),
    facts: phrases(
      isNarrated ? "the article’s narration" : `told by ${tellerOf(row)}`,
      sourcing !== null && sourcingWords[sourcing],
      position.found.by === "likeness" && `issue by ${foundTold(position.found)}`,
    ),
    cautions: phrases(position.toldBy.kind === "other" && "an account of it, not its own word"),
  };
}
