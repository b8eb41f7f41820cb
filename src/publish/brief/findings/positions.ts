import type { PartyOf } from "../../../analysis/party.ts";
import { voiceOf } from "../../../analysis/voice.ts";
import type { PositionRow } from "../../../ledger/ledger.ts";
import { dayOf, foundTold, stanceTold, tellerOf } from "../../position-rows.ts";
import { sourcingWords } from "../../wording.ts";
import { type EvidenceParts, phrases } from "./finding.ts";

/**
 * A position as evidence: when and how it stands, then its words, then whose account it is. Who speaks for the party
 * gives its own word; another gives an account of it.
 */
export function positionEvidence(row: PositionRow, partyOf: PartyOf, label = ""): EvidenceParts {
  const { position, document, words, sourcing } = row;
  const isNarrated = position.toldBy.kind === "article";
  return {
    document,
    spans: position.evidence,
    words: words.evidence,
    label: phrases(label, `${dayOf(row)} ${stanceTold(row)}`).join(": "),
    facts: phrases(
      isNarrated ? "the article’s narration" : `told by ${tellerOf(row)}`,
      !isNarrated && sourcing !== null && sourcingWords[sourcing],
      position.found.by === "likeness" && `issue by ${foundTold(position.found)}`,
    ),
    cautions: phrases(isAccount(row, partyOf) && "an account of it, not its own word"),
  };
}

/** True where others say so of the party, and no act or word of its own does. */
export const isAccount = (row: PositionRow, partyOf: PartyOf): boolean =>
  row.position.toldBy.kind === "other" && voiceOf(row, partyOf) !== "own";
