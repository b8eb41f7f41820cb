import { type AnalysisContext, contextOf } from "../../analysis/context.ts";
import { contactNetwork } from "../../analysis/network/contact-network.ts";
import { findOutlook } from "../../analysis/outlook/find-outlook.ts";
import type { Outlook } from "../../analysis/outlook/outlook.ts";
import { parseOutlookWeights } from "../../analysis/outlook/outlook-weights.ts";
import { pairsOf } from "../../analysis/outlook/pairs.ts";
import { findShifts } from "../../analysis/shifts/find-shifts.ts";
import type { BriefAnalysis } from "../../publish/brief/findings/sections.ts";
import { readCodebookFile } from "../codebook.ts";
import { disputesIn } from "./disputes.ts";
import type { Material } from "./material.ts";

/** Pairs of states that a brief has an outlook of. */
const PAIRS = 3;

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
  const { positions, contacts, forecasts } = material;
  return {
    ...context,
    since,
    today,
    positions,
    contacts,
    forecasts,
    shifts: findShifts(positions, context),
    disputes: await disputesIn(material, context),
    network: contactNetwork(contacts, context),
    outlooks: outlooksOf(material, context),
  };
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
