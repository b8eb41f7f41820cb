import type { Account, Teller } from "../analysis/disputes/account.ts";
import type { Dispute, DisputeCause, DisputeSide } from "../analysis/disputes/dispute.ts";
import type { OriginBounds } from "../analysis/origins-behind.ts";
import type { Shift, ShiftSide } from "../analysis/shifts/shift.ts";
import { positionLine, stanceTold } from "./position-rows.ts";
import { type CsvColumn, spansCell } from "./rows.ts";
import type { Column } from "./table.ts";

/** "1 origin", "1 to 3 origins": independent ones, reprints folded. */
export function originsTold({ atLeast, atMost }: OriginBounds): string {
  if (atLeast === atMost) return `${atLeast} ${atLeast === 1 ? "origin" : "origins"}`;
  return `${atLeast} to ${atMost} origins`;
}

/** How far a stance moved: "▲ 2", "▼ 1", "terms". */
export function sizeTold({ kind, size }: Pick<Shift, "kind" | "size">): string {
  if (kind === "terms" || size === 0) return kind === "terms" ? "other terms" : "same side";
  return size > 0 ? `▲ ${size}` : `▼ ${-size}`;
}

const saidByWords: Readonly<Record<Shift["saidBy"], string>> = {
  party: "said so itself",
  others: "others say so",
  both: "itself and others",
};
const standingWords: Readonly<Record<ShiftSide["standing"], string>> = {
  own: "its own word or act",
  confirmed: "accounts of several origins",
  reported: "one account of others",
};

export const saidByTold = ({ saidBy }: Pick<Shift, "saidBy">): string => saidByWords[saidBy];
export const standingTold = ({ standing }: Pick<ShiftSide, "standing">): string => standingWords[standing];
export const shiftIssue = ({ issue, counterpart }: Pick<Shift, "issue" | "counterpart">): string =>
  counterpart === null ? issue : `${issue} (${counterpart.name})`;

/** "2031-02-28: ± on conditions: under another president “Velmara is ready …”". */
const sideTold = ({ evidence, period }: ShiftSide): string =>
  `${period.from} ${stanceTold(evidence)} “${evidence.words.evidence}”`;

/** The columns of `parley list shifts` in the terminal. */
export const shiftColumns: readonly Column<Shift>[] = [
  { header: "By", value: ({ between }) => between.by },
  { header: "Who", value: ({ party }) => party.name, shrinksTo: 9, atMost: 20, lines: 3 },
  { header: "Issue", value: shiftIssue, shrinksTo: 8, atMost: 20, lines: 3 },
  { header: "Moved", value: sizeTold, lines: 2, shrinksTo: 6 },
  { header: "From", value: ({ from }) => sideTold(from), shrinksTo: 16, lines: 6 },
  { header: "To", value: ({ to }) => sideTold(to), shrinksTo: 16, lines: 6 },
  { header: "Told by", value: saidByTold, shrinksTo: 8, atMost: 14, lines: 3 },
];

const sideLine = ({ stance, period, evidence, rows, origins, standing }: ShiftSide) => ({
  stance,
  period,
  standing,
  origins,
  evidence: positionLine(evidence),
  records: rows.map(positionLine),
});

/** A shift as JSON, with every record it rests on. */
export const shiftLine = (shift: Shift) => ({
  party: shift.party,
  issue: shift.issue,
  counterpart: shift.counterpart,
  kind: shift.kind,
  size: shift.size,
  between: shift.between,
  saidBy: shift.saidBy,
  from: sideLine(shift.from),
  to: sideLine(shift.to),
  aside: shift.aside.map(positionLine),
});

const sideCells = (name: "from" | "to"): readonly CsvColumn<Shift>[] => [
  { header: `${name}_stance`, value: (shift) => shift[name].stance },
  { header: `${name}_day`, value: (shift) => shift[name].period.from },
  { header: `${name}_words`, value: (shift) => shift[name].evidence.words.evidence },
  { header: `${name}_conditions`, value: (shift) => shift[name].evidence.words.conditions.join("; ") },
  { header: `${name}_standing`, value: (shift) => shift[name].standing },
  { header: `${name}_document`, value: (shift) => shift[name].evidence.document.id },
  { header: `${name}_position`, value: (shift) => shift[name].evidence.position.id },
  { header: `${name}_spans`, value: (shift) => spansCell(shift[name].evidence.position.evidence) },
];

export const shiftCsvColumns: readonly CsvColumn<Shift>[] = [
  { header: "party", value: ({ party }) => party.name },
  { header: "party_key", value: ({ party }) => party.key },
  { header: "issue", value: ({ issue }) => issue },
  { header: "counterpart", value: ({ counterpart }) => counterpart?.name ?? null },
  { header: "kind", value: ({ kind }) => kind },
  { header: "size", value: ({ size }) => size },
  { header: "after", value: ({ between }) => between.after },
  { header: "by", value: ({ between }) => between.by },
  { header: "said_by", value: ({ saidBy }) => saidBy },
  ...sideCells("from"),
  ...sideCells("to"),
];

export const causeWords: Readonly<Record<DisputeCause, string>> = {
  denial: "denied",
  number: "other numbers",
  time: "other times",
  outcome: "other outcome",
  stance: "stance told otherwise",
  responsibility: "each blames the other",
};

/** Whose account it is, in words. */
export function tellerTold(by: Teller): string {
  switch (by.kind) {
    case "actor":
      return by.actor.name;
    case "source":
      return by.words;
    case "outlet":
      return `${by.outlet ?? "the outlet"}’s own narration`;
  }
}

const disputeSide = ({ by, accounts: [first] }: DisputeSide): string => `${tellerTold(by)}: “${first.words}”`;

/** The columns of `parley list disputes` in the terminal. */
export const disputeColumns: readonly Column<Dispute>[] = [
  { header: "Day", value: ({ sides }) => sides[0].accounts[0].day?.from ?? "–" },
  { header: "About", value: ({ about }) => about, shrinksTo: 10, atMost: 24, lines: 4 },
  {
    header: "How they differ",
    value: ({ cause, kind }) => `${causeWords[cause]}, ${kind}`,
    shrinksTo: 10,
    atMost: 18,
    lines: 3,
  },
  { header: "One account", value: ({ sides }) => disputeSide(sides[0]), shrinksTo: 18, lines: 6 },
  {
    header: "Another",
    value: ({ sides: [, ...others] }) => others.map(disputeSide).join(" / "),
    shrinksTo: 18,
    lines: 8,
  },
];

const accountLine = ({ document, day, by, cue, words, spans }: Account) => ({
  document,
  day,
  by,
  cue,
  words,
  spans: spans.map(({ start, end }) => [start, end] as const),
});

/** A dispute as JSON: its sides, each with all its accounts. */
export const disputeLine = ({ cause, kind, about, sides }: Dispute) => ({
  cause,
  kind,
  about,
  sides: sides.map(({ by, origins, accounts }) => ({ by, origins, accounts: accounts.map(accountLine) })),
});

/** One side of a dispute, for CSV: a dispute has two rows or more under one number. */
export interface DisputeSideRow extends DisputeSide {
  readonly number: number;
  readonly dispute: Dispute;
}

export const disputeSideRows = (disputes: readonly Dispute[]): readonly DisputeSideRow[] =>
  disputes.flatMap((dispute, at) => dispute.sides.map((side) => ({ ...side, number: at + 1, dispute })));

export const disputeCsvColumns: readonly CsvColumn<DisputeSideRow>[] = [
  { header: "dispute", value: ({ number }) => number },
  { header: "cause", value: ({ dispute }) => dispute.cause },
  { header: "kind", value: ({ dispute }) => dispute.kind },
  { header: "about", value: ({ dispute }) => dispute.about },
  { header: "by", value: ({ by }) => tellerTold(by) },
  { header: "by_kind", value: ({ by }) => by.kind },
  { header: "day", value: ({ accounts }) => accounts[0].day?.from ?? null },
  { header: "words", value: ({ accounts }) => accounts[0].words },
  { header: "accounts", value: ({ accounts }) => accounts.length },
  { header: "origins_at_least", value: ({ origins }) => origins.atLeast },
  { header: "origins_at_most", value: ({ origins }) => origins.atMost },
  { header: "document", value: ({ accounts }) => accounts[0].document.id },
  { header: "spans", value: ({ accounts }) => spansCell(accounts[0].spans) },
];
