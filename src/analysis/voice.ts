import type { PositionRow } from "../ledger/ledger.ts";
import type { PartyOf } from "./party.ts";

/** Who stands behind one record: the party, nobody known (narration, an unnamed source), or another party. */
export type Voice = "own" | "narrated" | "attributed";

export function voiceOf({ position, actor, toldBy }: PositionRow, partyOf: PartyOf): Voice {
  if (position.toldBy.kind === "self" || position.modality === "acts") return "own";
  if (toldBy === null) return "narrated";
  const teller = partyOf(toldBy);
  if (teller.key === partyOf(actor).key) return "own";
  return toldBy.type === "anonymous" && teller.country === null ? "narrated" : "attributed";
}
