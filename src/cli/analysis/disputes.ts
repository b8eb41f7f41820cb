import { type AnalysisContext, rowDocumentOf } from "../../analysis/context.ts";
import type { Account } from "../../analysis/disputes/account.ts";
import { narratedAccounts, narratedText, statementAccounts } from "../../analysis/disputes/accounts-of.ts";
import type { Dispute } from "../../analysis/disputes/dispute.ts";
import { parseDisputeLexicon } from "../../analysis/disputes/dispute-lexicon.ts";
import { findDisputes } from "../../analysis/disputes/find-disputes.ts";
import { readCodebookFile } from "../codebook.ts";
import { loadSentenceEncoder } from "../reading/sentence-encoder.ts";
import type { Material } from "./material.ts";

/** Accounts whose meaning is compared by vectors; a longer list is compared by words alone, as each takes milliseconds. */
const MOST_VECTORS = 4000;

/** The disputes of the material. */
export async function disputesIn(
  { articles, statements, positions, events }: Material,
  { partyOf, originsBehind, reprints }: AnalysisContext,
): Promise<readonly Dispute[]> {
  const accounts = [
    ...statementAccounts(statements),
    ...articles.flatMap((article) => narratedAccounts(narratedText(article, rowDocumentOf(article.document)))),
  ];
  return findDisputes({
    accounts,
    positions,
    events,
    lexicon: parseDisputeLexicon(readCodebookFile("disputes.yaml")),
    partyOf,
    originsBehind,
    vectors: await vectorsOf(accounts),
    reports: new Map(
      reprints.groups.flatMap(({ documents: [first, ...rest] }) =>
        first === undefined ? [] : [first, ...rest].map((id) => [id, first] as const),
      ),
    ),
    shuffled: new Set(
      articles.filter(({ document }) => document.order === "suspect").map(({ document }) => document.id),
    ),
  });
}

async function vectorsOf(accounts: readonly Account[]): Promise<ReadonlyMap<string, Float32Array>> {
  if (accounts.length === 0 || accounts.length > MOST_VECTORS) return new Map();
  const encoder = await loadSentenceEncoder();
  try {
    const vectors = await encoder.encode(accounts.map(({ words }) => words));
    return new Map(accounts.map(({ key }, at) => [key, vectors[at] ?? new Float32Array(0)]));
  } finally {
    await encoder.release();
  }
}
