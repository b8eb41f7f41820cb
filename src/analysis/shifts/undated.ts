import type { PositionRow } from "../../ledger/ledger.ts";
import type { DocumentId } from "../../text/span.ts";
import { ownParty, type Party, type PartyOf } from "../party.ts";
import { order, periodOf } from "../period.ts";
import { voiceOf } from "../voice.ts";

/**
 * Different stances of one party on one issue within one document, where no day is known for them. The text tells them
 * in this order; it need not be the order in which they were taken.
 */
export interface UndatedMove {
  readonly party: Party;
  readonly issue: string;
  /** In the order of the text, none with the stance of the one before. */
  readonly rows: readonly [PositionRow, PositionRow, ...PositionRow[]];
}

export interface UndatedOptions {
  readonly partyOf?: PartyOf;
  /** Whether a document's sentences stand as they were written: of one whose order is suspect nothing follows. */
  readonly isInOrder: (document: DocumentId) => boolean;
  /** The issue of which another is a part ("talks with a given person" of "talks"); itself where there is none. */
  readonly rootOf?: (issue: string) => string;
}

/**
 * What shifts cannot be told of for want of days: a party's own words and acts within an undated document, by party and
 * issue. Accounts by others are left out. The order of the rows changes nothing.
 */
export function undatedMoves(
  positions: Iterable<PositionRow>,
  { partyOf = ownParty, isInOrder, rootOf = (issue) => issue }: UndatedOptions,
): readonly UndatedMove[] {
  const groups = new Map<string, PositionRow[]>();
  for (const row of positions) {
    const { position, document } = row;
    const isDated = periodOf(position.when, document) !== null;
    const isOwn = position.toldBy.kind !== "other" || voiceOf(row, partyOf) === "own";
    if (isDated || !isOwn || position.audience === "private" || !isInOrder(document.id)) continue;
    const key = JSON.stringify([document.id, partyOf(row.actor).key, rootOf(position.issue)]);
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups]
    .sort(([a], [b]) => order(a, b))
    .flatMap(([, rows]) => {
      const inOrder = rows.toSorted((a, b) => startOf(a) - startOf(b) || order(a.position.id, b.position.id));
      const [first, second, ...rest] = inOrder.filter(
        (row, at) => inOrder[at - 1]?.position.stance !== row.position.stance,
      );
      if (first === undefined || second === undefined) return [];
      return [{ party: partyOf(first.actor), issue: rootOf(first.position.issue), rows: [first, second, ...rest] }];
    });
}

const startOf = ({ position }: PositionRow): number => position.evidence[0].start;
