import type { PartyOf } from "../../../analysis/party.ts";
import { byPeriod, periodOf } from "../../../analysis/period.ts";
import type { PositionRow } from "../../../ledger/ledger.ts";
import { counted } from "../../wording.ts";
import type { DraftFinding, DraftSection } from "./finding.ts";
import { isAccount, positionEvidence } from "./positions.ts";

/** Parties shown, by how much is told of them; and issues to a party. */
const [PARTIES, ISSUES] = [12, 8];

/** Different stances shown of one party on one issue, the latest of each. */
const STANCES = 3;

/**
 * "Where each side stands": for each party and issue its own latest word or act with the different stances before it,
 * and under them the latest account by others where that is another stance. Groups that are nobody in particular ("both
 * sides") are left out.
 */
export function standingSection(positions: readonly PositionRow[], partyOf: PartyOf): DraftSection {
  const parties = groupedBy(positions.filter(isOfSomebody), (row) => partyOf(row.actor).key);
  const ordered = [...parties.values()].sort(
    (a, b) => b.length - a.length || nameOf(a, partyOf).localeCompare(nameOf(b, partyOf), "en"),
  );
  return {
    id: "standing",
    title: "Where each side stands",
    note: "The latest that each party said or did on each issue; before it the other stances it has taken, under it what others say of it, where that differs. What has no day is in the order of its text.",
    findings: ordered.slice(0, PARTIES).map((rows) => partyFinding(rows, partyOf)),
    empty: "No position is told.",
  };
}

const isOfSomebody = ({ actor: { type, country } }: PositionRow): boolean =>
  country !== null || (type !== "group" && type !== "anonymous");

const nameOf = ([first]: readonly PositionRow[], partyOf: PartyOf): string =>
  first === undefined ? "" : partyOf(first.actor).name;

function partyFinding(rows: readonly PositionRow[], partyOf: PartyOf): DraftFinding {
  const issues = [...groupedBy(rows, ({ position }) => position.issue).values()].sort((a, b) => b.length - a.length);
  const left = issues.length - ISSUES;
  return {
    title: nameOf(rows, partyOf),
    facts: [counted(rows.length, "record"), ...(left > 0 ? [`${counted(left, "further issue")} left out`] : [])],
    evidence: issues
      .slice(0, ISSUES)
      .flatMap((own) => latestOf(own, partyOf).map((row) => positionEvidence(row, partyOf, labelOf(row, partyOf)))),
  };
}

/** The issue, and whose word it is where not the party's as a whole. */
function labelOf({ actor, counterpart, position }: PositionRow, partyOf: PartyOf): string {
  const who = partyOf(actor).key === actor.key ? "" : ` (${actor.name})`;
  return `${position.issue}${counterpart === null ? "" : `, ${counterpart.name}`}${who}`;
}

/**
 * The latest own word of each stance, in order; the latest that was shown in private, whoever tells it; and the latest
 * account by others that says otherwise than the last.
 */
function latestOf(rows: readonly PositionRow[], partyOf: PartyOf): readonly PositionRow[] {
  // of one day, and of none, in the order of the text
  const ordered = rows.toSorted(
    (a, b) => byPeriod(dayOf(a), dayOf(b)) || a.position.evidence[0].start - b.position.evidence[0].start,
  );
  const own = ordered.filter((row) => !isAccount(row, partyOf));
  const isAgain = (row: PositionRow, next: PositionRow | undefined): boolean =>
    next?.position.stance === row.position.stance && next.position.audience === row.position.audience;
  const lasts = own.filter((row, at) => !isAgain(row, own[at + 1])).slice(-STANCES);
  const told = ordered.findLast(
    (row) => isAccount(row, partyOf) && row.position.stance !== lasts.at(-1)?.position.stance,
  );
  const secret = ordered.findLast(({ position }) => position.audience === "private");
  return [...new Set([...lasts, ...(secret === undefined ? [] : [secret]), ...(told === undefined ? [] : [told])])];
}

const dayOf = ({ position, document }: PositionRow) => periodOf(position.when, document);

function groupedBy<Row>(rows: readonly Row[], keyOf: (row: Row) => string): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
}
