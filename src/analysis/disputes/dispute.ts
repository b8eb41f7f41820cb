import type { EventRow, PositionRow } from "../../ledger/ledger.ts";
import type { DocumentId } from "../../text/span.ts";
import type { OriginBounds, OriginsBehind } from "../origins-behind.ts";
import type { PartyOf } from "../party.ts";
import type { Account, Teller } from "./account.ts";
import type { DisputeLexicon } from "./dispute-lexicon.ts";

export const disputeCauses = ["denial", "number", "time", "outcome", "stance", "responsibility"] as const;
/** What two accounts differ in; `responsibility`: each lays it at the other's door. */
export type DisputeCause = (typeof disputeCauses)[number];

export interface DisputeSide {
  /** Of the first account; the others are of the same party. */
  readonly by: Teller;
  readonly accounts: readonly [Account, ...Account[]];
  readonly origins: OriginBounds;
}

/** Accounts that cannot both be right (`contradiction`), or that sit in `tension`. Nobody is said to be right. */
export interface Dispute {
  readonly cause: DisputeCause;
  readonly kind: "contradiction" | "tension";
  /** What it is about: words both sides share, what they count, or the issue. For a title of its line. */
  readonly about: string;
  /** In order of their first accounts. */
  readonly sides: readonly [DisputeSide, DisputeSide, ...DisputeSide[]];
}

export interface DisputeInput {
  /** `statementAccounts` and `narratedAccounts`; more narration finds more, and costs time. */
  readonly accounts: Iterable<Account>;
  /** For differing stances attributed. */
  readonly positions: Iterable<PositionRow>;
  /** For accusations returned. */
  readonly events?: Iterable<EventRow>;
  readonly lexicon: DisputeLexicon;
  readonly partyOf?: PartyOf;
  readonly originsBehind?: OriginsBehind;
  /** Vectors of accounts by their key, from a sentence encoder: without them, the likeness of accounts is that of words. */
  readonly vectors?: ReadonlyMap<string, Float32Array>;
  /** Of documents that carry one report, the first of them: their disputes are one. */
  readonly reports?: ReadonlyMap<DocumentId, DocumentId>;
  /** Documents whose sentences may not stand in their order: nothing is read off what stands beside an account. */
  readonly shuffled?: ReadonlySet<DocumentId>;
}

/** Two accounts that one test sets against each other. */
export interface Conflict extends Pick<Dispute, "cause" | "kind" | "about"> {
  readonly accounts: readonly [Account, Account];
}
