import type { PositionRow } from "../../ledger/ledger.ts";
import type { OriginBounds, OriginsBehind } from "../origins-behind.ts";
import type { PartyOf } from "../party.ts";
import type { Account, Teller } from "./account.ts";

export const disputeCauses = ["denial", "number", "time", "outcome", "stance"] as const;
/** What two accounts differ in. */
export type DisputeCause = (typeof disputeCauses)[number];

export interface DisputeSide {
  readonly by: Teller;
  /** The account that shows it best first; the others tell the same. */
  readonly accounts: readonly [Account, ...Account[]];
  readonly origins: OriginBounds;
}

/** Accounts that cannot both be right (`contradiction`), or that sit in `tension`. Nobody is said to be right. */
export interface Dispute {
  readonly cause: DisputeCause;
  readonly kind: "contradiction" | "tension";
  /** What it is about: the words both sides share, the unit they count, or the issue; for a title of its line. */
  readonly about: string;
  /** In order of day. */
  readonly sides: readonly [DisputeSide, DisputeSide, ...DisputeSide[]];
}

export interface DisputeInput {
  readonly accounts: Iterable<Account>;
  /** For differing stances attributed. */
  readonly positions: Iterable<PositionRow>;
  readonly lexicon: DisputeLexicon;
  readonly partyOf?: PartyOf;
  readonly originsBehind?: OriginsBehind;
  /** Vectors of accounts by their key, from a sentence encoder: without them, the likeness of accounts is that of words. */
  readonly vectors?: ReadonlyMap<string, Float32Array>;
}

/** The words by which accounts are set against each other: `codebook/disputes.yaml`. */
export interface DisputeLexicon {
  readonly denials: ReadonlySet<string>;
}
