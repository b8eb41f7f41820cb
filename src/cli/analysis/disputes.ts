import { type AnalysisContext, rowDocumentOf } from "../../analysis/context.ts";
import { narratedAccounts, statementAccounts } from "../../analysis/disputes/accounts-of.ts";
import type { Dispute, DisputeLexicon } from "../../analysis/disputes/dispute.ts";
import { findDisputes } from "../../analysis/disputes/find-disputes.ts";
import type { Material } from "./material.ts";

/** The disputes of the material. */
export async function disputesIn(
  { articles, statements, positions }: Material,
  context: AnalysisContext,
): Promise<readonly Dispute[]> {
  const accounts = [
    ...statementAccounts(statements),
    ...articles.flatMap((article) => narratedAccounts(article, rowDocumentOf(article.document))),
  ];
  const lexicon: DisputeLexicon = { denials: new Set() };
  return findDisputes({ accounts, positions, lexicon, ...context });
}
