import type { KnownActor, PartyOf } from "../src/analysis/party.ts";
import { stateParties } from "../src/analysis/party.ts";
import { findShifts } from "../src/analysis/shifts/find-shifts.ts";
import type { Shift } from "../src/analysis/shifts/shift.ts";
import type { Stance } from "../src/coding/position/position.ts";
import type { NamedActor, PositionRow, RowDocument } from "../src/ledger/ledger.ts";
import type { ReadObject } from "../src/publish/read-object.ts";
import type { ActorId, ActorKey, DocumentId, PositionId } from "../src/text/span.ts";
import { charSpan } from "../src/text/span.ts";
import { documentOf, knownActors, positionRows } from "./rows-of-read.ts";

// Shifts of the examples' key, found in the key's own positions (the analysis alone) and in those that Parley reads. One is
// found where party and both pieces of evidence fit: words of the key's position overlap those of a record of that side.

export interface KeyEvidence {
  readonly document: string;
  readonly words: string;
}

export interface KeyPosition {
  readonly id: string;
  readonly actor: string;
  readonly issue: string;
  readonly stance: Stance;
  readonly conditions: readonly string[];
  readonly audience: "public" | "private";
  readonly when: { readonly from: string; readonly to: string } | null;
  readonly toldBy: string;
  readonly evidence: readonly KeyEvidence[];
}

export interface KeyShift {
  readonly actor: string;
  readonly issue: string;
  readonly from: { readonly position: string };
  readonly to: { readonly position: string };
}

export interface ShiftScores {
  readonly figures: Readonly<Record<string, number>>;
  readonly differences: { readonly missed: readonly string[]; readonly beyond: readonly string[] };
}

export interface ShiftKey {
  readonly positions: readonly KeyPosition[];
  readonly shifts: readonly KeyShift[];
  readonly documents: Readonly<Record<string, { readonly publishedAt: string | null; readonly outlet: string | null }>>;
}

/** `nameOf` gives a document's name in the key. */
export function scoreShifts(key: ShiftKey, reads: readonly ReadObject[], nameOf: (read: ReadObject) => string) {
  const actors = knownActors(reads);
  const partyOf = stateParties(actors);
  const rows = reads.flatMap((read) => positionRows(read, documentOf(read, nameOf(read))));
  return {
    ofTheKeysPositions: score(key, findShifts(keyPositionRows(key, actors), { partyOf }), actors, partyOf),
    ofReadPositions: score(key, findShifts(rows, { partyOf }), actors, partyOf),
  };
}

function score(key: ShiftKey, found: readonly Shift[], actors: readonly KnownActor[], partyOf: PartyOf): ShiftScores {
  const positions = new Map(key.positions.map((one) => [one.id, one]));
  const fits = (side: readonly PositionRow[], id: string): boolean =>
    side.some((row) => positions.get(id)?.evidence.some((evidence) => tellsSame(row, evidence)));
  const isFound = (wanted: KeyShift, shift: Shift): boolean =>
    shift.party.key === partyOf(actorNamed(wanted.actor, actors)).key &&
    fits(shift.from.rows, wanted.from.position) &&
    fits(shift.to.rows, wanted.to.position);
  const hit = key.shifts.filter((wanted) => found.some((shift) => isFound(wanted, shift)));
  const right = found.filter((shift) => key.shifts.some((wanted) => isFound(wanted, shift)));
  return {
    figures: {
      key: key.shifts.length,
      read: found.length,
      found: hit.length,
      precision: round(right.length / Math.max(1, found.length)),
      recall: round(hit.length / Math.max(1, key.shifts.length)),
    },
    differences: {
      missed: key.shifts
        .filter((wanted) => !hit.includes(wanted))
        .map(({ actor, issue, from, to }) => `${actor}, ${issue}: ${from.position} to ${to.position}`),
      beyond: found.filter((shift) => !right.includes(shift)).map(line),
    },
  };
}

const line = ({ party, issue, kind, from, to }: Shift): string =>
  `${party.name}, ${issue}, ${kind}: ${from.stance} (${from.evidence.words.evidence}) to ${to.stance} (${to.evidence.words.evidence})`;

const tellsSame = ({ document, words }: PositionRow, evidence: KeyEvidence): boolean =>
  document.file.replace(/#.*$/u, "") === evidence.document.replace(/#.*$/u, "") &&
  (words.evidence.includes(evidence.words) ||
    evidence.words.includes(words.evidence) ||
    overlapping(words.evidence, evidence.words));

/** Half of the shorter one's words. */
function overlapping(a: string, b: string): boolean {
  const [left, right] = [tokens(a), tokens(b)];
  const common = left.filter((word) => right.includes(word)).length;
  return common >= Math.min(left.length, right.length) / 2;
}

const tokens = (words: string): readonly string[] => words.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** The key's positions as a ledger would list them. */
export function keyPositionRows(
  { positions, documents }: Pick<ShiftKey, "positions" | "documents">,
  actors: readonly KnownActor[],
): readonly PositionRow[] {
  return positions.map((one) => {
    const [first] = one.evidence;
    const file = first?.document ?? "";
    const document: RowDocument = {
      id: file as DocumentId,
      file,
      title: null,
      outlet: documents[file]?.outlet ?? null,
      publishedAt: documents[file]?.publishedAt ?? null,
    };
    const evidence = charSpan(0, Math.max(1, first?.words.length ?? 1));
    const kind = one.toldBy === "self" ? "self" : one.toldBy === "article" ? "article" : "other";
    const teller = kind === "other" ? actorNamed(one.toldBy, actors) : null;
    return {
      position: {
        id: one.id as PositionId,
        actor: one.actor as ActorId,
        issue: one.issue,
        found: { by: "cue", span: evidence },
        counterpart: null,
        stance: one.stance,
        conditions: one.conditions.map(() => evidence),
        modality: "states",
        audience: one.audience,
        toldBy: kind === "other" ? { kind, actor: one.toldBy as ActorId } : { kind },
        when: one.when && { ...one.when, span: evidence },
        statement: null,
        evidence: [evidence],
      },
      document,
      actor: actorNamed(one.actor, actors),
      counterpart: null,
      toldBy: teller,
      sourcing: null,
      words: { evidence: first?.words ?? "", conditions: one.conditions, when: null },
    };
  });
}

/** An actor that Parley knows by this name; else an unnamed one. */
export function actorNamed(name: string, actors: readonly KnownActor[]): NamedActor {
  const known = actors.find((actor) => actor.name === name);
  const { key, type, country } = known ?? { key: `key:${name}` as ActorKey, type: "anonymous" as const, country: null };
  return { id: name as ActorId, key, name, type, country };
}

const round = (value: number): number => Math.round(value * 1000) / 1000;
