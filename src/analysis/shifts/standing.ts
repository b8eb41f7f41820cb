import type { PositionRow } from "../../ledger/ledger.ts";
import type { OriginsBehind } from "../origins-behind.ts";
import type { PartyOf } from "../party.ts";
import { voiceOf } from "../voice.ts";
import type { ShiftSide } from "./shift.ts";

/**
 * What stands behind records of one stance; null where that is not enough: an adversary's account is no stance of the
 * party, be it printed ever so often, until a second party of independent origin tells the same.
 */
export function standingOf(
  rows: readonly PositionRow[],
  partyOf: PartyOf,
  originsBehind: OriginsBehind,
): ShiftSide["standing"] | null {
  const voices = new Set(rows.map((row) => voiceOf(row, partyOf)));
  if (voices.has("own")) return "own";
  const isTwice = originsBehind(rows.map(({ document }) => document.id)).atLeast >= 2;
  const tellers = new Set(rows.map(({ toldBy }) => (toldBy === null ? "" : partyOf(toldBy).key)));
  if (isTwice && (voices.has("narrated") || tellers.size >= 2)) return "confirmed";
  return voices.has("narrated") ? "reported" : null;
}
