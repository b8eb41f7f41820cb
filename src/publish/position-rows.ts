import type { Modality, Position, Stance } from "../coding/position/position.ts";
import type { PositionRow } from "../ledger/ledger.ts";
import { positionObject, type ReadPosition } from "./read-object.ts";
import { documentCells } from "./record-rows.ts";
import { type CsvColumn, shortId, spansCell } from "./rows.ts";
import type { Column } from "./table.ts";
import { daysShort } from "./wording.ts";

/** How a stance is told beside its actor; a sign before it, so that no colour is needed to tell them apart. */
export const stanceWords: Readonly<Record<Stance, string>> = {
  supports: "+ supports",
  opposes: "− opposes",
  conditional: "± on conditions",
  ambivalent: "~ ambivalent",
};

/** What the modality adds to the stance; nothing of what is merely stated. */
const modalityWords: Readonly<Record<Modality, string | null>> = {
  states: null,
  acts: "by an act",
  will: "will",
  ready: "is ready to",
  may: "may",
  demands: "demands it",
  "ruled-out": "ruled it out",
};

/** The columns of `parley list positions` in the terminal. */
export const positionColumns: readonly Column<PositionRow>[] = [
  { header: "Date", value: dayOf, lines: 2, shrinksTo: 10, atMost: 23 },
  { header: "Who", value: ({ actor }) => actor.name, shrinksTo: 10, atMost: 26, lines: 3 },
  { header: "Issue", value: issueOf, shrinksTo: 10, atMost: 22, lines: 3 },
  { header: "Stance", value: stanceTold, shrinksTo: 10, atMost: 24, lines: 4 },
  { header: "Words", value: ({ words }) => words.evidence, shrinksTo: 18, lines: 4 },
  { header: "Told by", value: tellerOf, shrinksTo: 10, atMost: 20, lines: 3 },
  { header: "Article", value: ({ document }) => document.id.slice(0, shortId) },
];

/** The day it was taken, where the text says; else that of the article. */
export function dayOf({ position, document }: Pick<PositionRow, "position" | "document">): string {
  return (position.when && daysShort(position.when)) ?? document.publishedAt ?? "–";
}

function issueOf({ position, counterpart }: PositionRow): string {
  return counterpart === null ? position.issue : `${position.issue} (${counterpart.name})`;
}

/** "± on conditions, is ready to, in private: if the guns fall quiet". */
export function stanceTold({
  position,
  words,
}: Pick<PositionRow, "position"> & { readonly words: Pick<PositionRow["words"], "conditions"> }): string {
  const parts = [
    stanceWords[position.stance],
    modalityWords[position.modality],
    position.audience === "private" ? "in private" : null,
  ];
  const conditions = words.conditions.length === 0 ? "" : `: ${words.conditions.join("; ")}`;
  return `${parts.filter((part) => part !== null).join(", ")}${conditions}`;
}

/** Whose account it is: the actor's own, another's, or the article's narration. */
export function tellerOf({
  position,
  toldBy,
  sourcing,
}: Pick<PositionRow, "position" | "toldBy" | "sourcing">): string {
  switch (position.toldBy.kind) {
    case "self":
      return "the actor";
    case "article":
      return "the article’s narration";
    case "other": {
      const unnamed = sourcing === "anonymous" ? "an unnamed source" : "another (unresolved)";
      return toldBy?.name ?? unnamed;
    }
  }
}

/** "cue" or "likeness 0.62". */
export const foundTold = (found: Position["found"]): string =>
  found.by === "cue" ? "cue" : `likeness ${found.likeness.toFixed(2)}`;

/** A position of a list as JSON: by the contract of `parley read`, with its article, its words and the names of those in it. */
export interface PositionLine extends ReadPosition {
  readonly document: PositionRow["document"];
  readonly words: PositionRow["words"];
  readonly sourcing: PositionRow["sourcing"];
  readonly who: Pick<PositionRow, "actor" | "counterpart" | "toldBy">;
}

export const positionLine = ({
  position,
  document,
  words,
  sourcing,
  actor,
  counterpart,
  toldBy,
}: PositionRow): PositionLine => ({
  ...positionObject(position),
  document,
  words,
  sourcing,
  who: { actor, counterpart, toldBy },
});

export const positionCsvColumns: readonly CsvColumn<PositionRow>[] = [
  { header: "id", value: ({ position }) => position.id },
  ...documentCells,
  { header: "actor", value: ({ actor }) => actor.name },
  { header: "country", value: ({ actor }) => actor.country },
  { header: "issue", value: ({ position }) => position.issue },
  { header: "counterpart", value: ({ counterpart }) => counterpart?.name ?? null },
  { header: "stance", value: ({ position }) => position.stance },
  { header: "modality", value: ({ position }) => position.modality },
  { header: "audience", value: ({ position }) => position.audience },
  { header: "conditions", value: ({ words }) => words.conditions.join("; ") },
  { header: "told_by", value: ({ position }) => position.toldBy.kind },
  { header: "told_by_actor", value: ({ toldBy }) => toldBy?.name ?? null },
  { header: "sourcing", value: ({ sourcing }) => sourcing },
  { header: "when_from", value: ({ position }) => position.when?.from ?? null },
  { header: "when_to", value: ({ position }) => position.when?.to ?? null },
  { header: "when", value: ({ words }) => words.when },
  { header: "evidence", value: ({ words }) => words.evidence },
  { header: "found_by", value: ({ position }) => foundTold(position.found) },
  { header: "statement", value: ({ position }) => position.statement },
  { header: "actor_key", value: ({ actor }) => actor.key },
  { header: "counterpart_key", value: ({ counterpart }) => counterpart?.key ?? null },
  { header: "told_by_key", value: ({ toldBy }) => toldBy?.key ?? null },
  { header: "condition_spans", value: ({ position }) => spansCell(position.conditions) },
  { header: "evidence_spans", value: ({ position }) => spansCell(position.evidence) },
];
