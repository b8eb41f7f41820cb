import type { ContactRow } from "../../ledger/ledger.ts";
import type { OriginBounds, OriginsBehind } from "../origins-behind.ts";
import type { Party, PartyOf } from "../party.ts";
import type { Period } from "../period.ts";

/** What became of a contact: `planned` also where it was proposed, `refused` also where it was called off. */
export const contactStandings = ["held", "planned", "refused", "denied"] as const;
export type ContactStanding = (typeof contactStandings)[number];

/** Two parties in touch, all records of one standing together. */
export interface NetworkEdge {
  /** In order of their keys. */
  readonly between: readonly [Party, Party];
  readonly standing: ContactStanding;
  /** Contacts told apart by their days; records without a day may be any of them. At least 1. */
  readonly contacts: number;
  /** Who mediated or hosted them, the most frequent first. */
  readonly through: readonly Party[];
  readonly rows: readonly [ContactRow, ...ContactRow[]];
  readonly origins: OriginBounds;
}

export interface NetworkParty {
  readonly party: Party;
  /** With how many others it was in touch, held contacts alone. */
  readonly degree: number;
  /**
   * Share of the shortest ways between others that lead through it, 0 to 1, over held contacts. Freeman, "A set of
   * measures of centrality based on betweenness" (1977); Brandes (2001).
   */
  readonly betweenness: number;
  /** Contacts of others that it mediated or hosted, by standing. */
  readonly mediated: readonly { readonly standing: ContactStanding; readonly rows: readonly ContactRow[] }[];
}

/** Who talks to whom, through whom. */
export interface ContactNetwork {
  readonly window: Period | null;
  /** Those between whom or through whom most goes first: by betweenness, mediated contacts, degree. */
  readonly parties: readonly NetworkParty[];
  readonly edges: readonly NetworkEdge[];
  /** Contacts of which the text names one party alone. */
  readonly open: readonly ContactRow[];
}

export interface NetworkOptions {
  /** Contacts of these days alone; of all where not given. */
  readonly window?: Period;
  readonly partyOf?: PartyOf;
  readonly originsBehind?: OriginsBehind;
}
