import type { Stance } from "../../coding/position/position.ts";
import type { PositionRow } from "../../ledger/ledger.ts";
import type { OriginBounds, OriginsBehind } from "../origins-behind.ts";
import type { Party, PartyOf } from "../party.ts";
import type { Period } from "../period.ts";

/** Where a party stood before or after a shift. */
export interface ShiftSide {
  readonly stance: Stance;
  readonly period: Period;
  /** The record that shows it best. */
  readonly evidence: PositionRow;
  /** All records of this stance, in order of day; `evidence` is one of them. */
  readonly rows: readonly [PositionRow, ...PositionRow[]];
  readonly origins: OriginBounds;
  /**
   * `own`: by word or act of the party; `confirmed`: by several accounts of independent origin; `reported`: by one
   * account of others alone.
   */
  readonly standing: "own" | "confirmed" | "reported";
}

/** A party's change of stance on an issue, or of the terms on which it would agree. */
export interface Shift {
  readonly party: Party;
  readonly issue: string;
  /** With whom or whose, where records of both sides name the same. */
  readonly counterpart: Party | null;
  readonly kind: "stance" | "terms";
  /** From −2 (supports to opposes) to 2 (opposes to supports); 0 where the terms alone changed. */
  readonly size: number;
  readonly from: ShiftSide;
  readonly to: ShiftSide;
  /** It moved after the last day of the former stance and no later than the first of the new one. */
  readonly between: { readonly after: string; readonly by: string };
  /** Whether the party itself said both, others said both, or each one. */
  readonly saidBy: "party" | "others" | "both";
  /** Records of the same issue from these days that were taken for no change: lone, contrary, or told by an adversary. */
  readonly aside: readonly PositionRow[];
}

export interface ShiftOptions {
  /** Whose records are one party's; each actor for itself unless given. */
  readonly partyOf?: PartyOf;
  readonly originsBehind?: OriginsBehind;
  /** Vectors of conditions by their words, from a sentence encoder: without them, terms are compared by words alone. */
  readonly vectors?: ReadonlyMap<string, Float32Array>;
}
