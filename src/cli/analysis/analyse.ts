import { type AnalysisContext, contextOf } from "../../analysis/context.ts";
import { joinForecasts } from "../../analysis/forecasts.ts";
import { contactNetwork } from "../../analysis/network/contact-network.ts";
import { findOutlook } from "../../analysis/outlook/find-outlook.ts";
import type { Outlook } from "../../analysis/outlook/outlook.ts";
import { parseOutlookWeights } from "../../analysis/outlook/outlook-weights.ts";
import { pairsOf } from "../../analysis/outlook/pairs.ts";
import { copiesIn } from "../../analysis/reprints/copies.ts";
import { findShifts } from "../../analysis/shifts/find-shifts.ts";
import { type UndatedMove, undatedMoves } from "../../analysis/shifts/undated.ts";
import { rootsOf } from "../../coding/position/issue-codebook.ts";
import type { RowDocument } from "../../ledger/ledger.ts";
import type { BriefAnalysis } from "../../publish/brief/findings/sections.ts";
import { readCodebookFile } from "../codebook.ts";
import { readIssueCodebook } from "../issues.ts";
import { disputesIn } from "./disputes.ts";
import type { Material } from "./material.ts";

/** Pairs of states that a brief has an outlook of. */
const PAIRS = 3;

/** The material without what copies tell again: a reprint of the 28th is no news of the 28th. */
export function withoutCopies(material: Material, { reprints }: AnalysisContext): Material {
  const copies = copiesIn(reprints);
  const own = <Row extends { readonly document: Pick<RowDocument, "id"> }>(rows: readonly Row[]): readonly Row[] =>
    rows.filter(({ document }) => !copies.has(document.id));
  return {
    articles: own(material.articles),
    actors: material.actors,
    statements: own(material.statements),
    positions: own(material.positions),
    events: own(material.events),
    contacts: own(material.contacts),
    forecasts: own(material.forecasts),
  };
}

export const contextOfMaterial = ({ articles, actors }: Material): AnalysisContext =>
  contextOf(
    articles.map(({ document }) => document),
    actors,
  );

/** All analyses that a brief shows, over all of the material. */
export async function analyse(
  material: Material,
  { since, today }: Pick<BriefAnalysis, "since" | "today">,
): Promise<BriefAnalysis> {
  const context = contextOfMaterial(material);
  const told = withoutCopies(material, context);
  const { positions, contacts, forecasts } = told;
  return {
    ...context,
    since,
    today,
    positions,
    contacts,
    forecasts: joinForecasts(forecasts, today, context),
    shifts: findShifts(positions, context),
    moves: movesIn(told, context),
    disputes: await disputesIn(told, context),
    network: contactNetwork(contacts, context),
    outlooks: outlooksOf(told, context),
  };
}

/** Stances that differ within one undated article: no shifts, as no days are known. */
function movesIn({ articles, positions }: Material, { partyOf }: AnalysisContext): readonly UndatedMove[] {
  const outOfOrder = new Set(
    articles.filter(({ document }) => document.order === "suspect").map(({ document }) => document.id),
  );
  return undatedMoves(positions, {
    partyOf,
    isInOrder: (id) => !outOfOrder.has(id),
    rootOf: rootsOf(readIssueCodebook()),
  });
}

function outlooksOf({ positions, events }: Material, context: AnalysisContext): readonly Outlook[] {
  const weights = parseOutlookWeights(readCodebookFile("outlook.yaml"));
  const pairs = pairsOf(positions, events, context.partyOf);
  const found = pairs.slice(0, 2 * PAIRS).flatMap((pair) => {
    const outlook = findOutlook({ positions, events, pair, step: "week", weights, ...context });
    return outlook === null ? [] : [outlook];
  });
  return found.slice(0, PAIRS);
}
