import type { AnalysisContext } from "../../../analysis/context.ts";
import type { Dispute } from "../../../analysis/disputes/dispute.ts";
import type { JoinedForecast } from "../../../analysis/forecasts.ts";
import type { ContactNetwork } from "../../../analysis/network/network.ts";
import type { Outlook } from "../../../analysis/outlook/outlook.ts";
import type { Shift } from "../../../analysis/shifts/shift.ts";
import type { UndatedMove } from "../../../analysis/shifts/undated.ts";
import type { ContactRow, PositionRow } from "../../../ledger/ledger.ts";
import type { BriefData, BriefDocument } from "../gather.ts";
import { disputeSection } from "./disputes.ts";
import { placed, type Section } from "./finding.ts";
import { mediatorSection } from "./mediators.ts";
import { originSection } from "./origins.ts";
import { outlookSection } from "./outlook.ts";
import { shiftSection } from "./shifts.ts";
import { standingSection } from "./standing.ts";
import { watchSection } from "./watch.ts";

/** What the analyses found in the documents of a brief. */
export interface BriefAnalysis extends AnalysisContext {
  /** "What changed" begins here; null: with the first article. */
  readonly since: string | null;
  /** The day on which forecasts are due or open. */
  readonly today: string;
  readonly positions: readonly PositionRow[];
  readonly contacts: readonly ContactRow[];
  readonly forecasts: readonly JoinedForecast[];
  readonly shifts: readonly Shift[];
  readonly moves: readonly UndatedMove[];
  readonly disputes: readonly Dispute[];
  readonly network: ContactNetwork;
  readonly outlooks: readonly Outlook[];
}

/** The findings of a brief in the order in which an analyst would hand them in. */
export function sectionsOf({ documents }: BriefData, found: BriefAnalysis): readonly Section[] {
  const drafts = [
    shiftSection(found.shifts, found.moves, found.since, found.partyOf),
    standingSection(found.positions, found.partyOf),
    disputeSection(found.disputes),
    mediatorSection(found.network, found.positions, found.partyOf),
    outlookSection(found.outlooks, found.partyOf),
    watchSection(found.forecasts, found.contacts, found.today),
    originSection(
      documents.map(({ article }) => article.document),
      found,
    ),
  ];
  return placed(drafts, documents, contactsIn);
}

/** Contacts have the first numbers of a document's records. */
export const contactsIn = ({ article: { outcome } }: BriefDocument): number =>
  outcome.kind === "read" ? outcome.contacts.length : 0;
