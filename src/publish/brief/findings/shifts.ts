import type { PartyOf } from "../../../analysis/party.ts";
import type { Shift } from "../../../analysis/shifts/shift.ts";
import type { UndatedMove } from "../../../analysis/shifts/undated.ts";
import { originsTold, saidByTold, shiftIssue, sizeTold, standingTold } from "../../analysis-rows.ts";
import { stanceWords } from "../../position-rows.ts";
import type { DraftFinding, DraftSection } from "./finding.ts";
import { positionEvidence } from "./positions.ts";

/** "What changed": every shift with the words on both sides, the latest first. */
export function shiftSection(
  shifts: readonly Shift[],
  moves: readonly UndatedMove[],
  since: string | null,
  partyOf: PartyOf,
): DraftSection {
  const recent = shifts.filter(({ between }) => since === null || between.by >= since);
  return {
    id: "changed",
    title: since === null ? "What changed" : `What changed since ${since}`,
    note: "A party’s stance, or the terms of it, before and after, each with its words. A lone contrary report is no change.",
    findings: [
      ...recent.toReversed().map((shift) => shiftFinding(shift, partyOf)),
      ...moves.map((move) => moveFinding(move, partyOf)),
    ],
    empty: "No change of a stance is told.",
  };
}

function moveFinding({ party, issue, rows }: UndatedMove, partyOf: PartyOf): DraftFinding {
  return {
    title: `${party.name} on ${issue}: ${rows.map(({ position }) => stanceWords[position.stance]).join(" → ")}`,
    facts: ["in the order of the text: the article has no date"],
    evidence: rows.map((row, at) =>
      positionEvidence(row, partyOf, `${at + 1}, ${row.actor.name} on ${row.position.issue}`),
    ),
  };
}

function shiftFinding(shift: Shift, partyOf: PartyOf): DraftFinding {
  const { party, from, to, between } = shift;
  const move = shift.kind === "terms" ? "other terms" : `${stanceWords[from.stance]} → ${stanceWords[to.stance]}`;
  return {
    title: `${party.name} on ${shiftIssue(shift)}: ${move}`,
    facts: [
      sizeTold(shift),
      `between ${between.after} and ${between.by}`,
      saidByTold(shift),
      `after: ${standingTold(to)}, ${originsTold(to.origins)}`,
    ],
    evidence: [positionEvidence(from.evidence, partyOf, "before"), positionEvidence(to.evidence, partyOf, "after")],
  };
}
