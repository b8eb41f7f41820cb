import type { EventRow, PositionRow } from "../../ledger/ledger.ts";
import type { OriginBounds, OriginsBehind } from "../origins-behind.ts";
import type { Party, PartyOf } from "../party.ts";
import type { Period } from "../period.ts";
import type { OutlookWeights } from "./outlook-weights.ts";

/** One record that speaks for openness (weight above 0) or closure (below 0) of a party towards the other. */
export type Signal = {
  readonly by: Party;
  readonly towards: Party;
  readonly period: Period;
  /** −1 to 1, from `codebook/outlook.yaml`. */
  readonly weight: number;
} & ({ readonly kind: "position"; readonly row: PositionRow } | { readonly kind: "event"; readonly row: EventRow });

export interface OutlookPoint {
  readonly period: Period;
  /** Openness over openness and closure, as −1 (closure alone) to 1 (openness alone); null where there is no signal. */
  readonly index: number | null;
  /** Where the index may lie, given so few independent origins; null where there is no signal. */
  readonly band: { readonly low: number; readonly high: number } | null;
  readonly origins: OriginBounds;
  readonly signals: readonly Signal[];
}

/**
 * Signals of openness and closure between two parties over time: an index of what the press tells, which opens to its
 * sentences. It says nothing of what will come.
 */
export interface Outlook {
  readonly pair: readonly [Party, Party];
  readonly step: OutlookStep;
  /** Every step from the first signal to the last, also those without. */
  readonly points: readonly OutlookPoint[];
}

export type OutlookStep = "day" | "week" | "month";

export interface OutlookInput {
  readonly positions: Iterable<PositionRow>;
  readonly events: Iterable<EventRow>;
  /** Keys of two parties. */
  readonly pair: readonly [string, string];
  readonly step: OutlookStep;
  readonly weights: OutlookWeights;
  readonly partyOf?: PartyOf;
  readonly originsBehind?: OriginsBehind;
}
