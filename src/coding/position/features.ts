import { overlaps } from "../../text/span.ts";
import { relationAt, uposAt } from "../event/event-sentence.ts";
import type { Candidate, StanceContext } from "./candidate.ts";
import type { Matter } from "./matter.ts";
import type { IssueFound, Position } from "./position.ts";
import type { PlainStance } from "./stance-lexicon.ts";

export interface Told {
  readonly candidate: Candidate;
  readonly context: StanceContext;
}

/** A stance on an issue. */
export interface OnIssue extends Told {
  readonly issue: string;
  readonly stance: PlainStance;
  readonly found: IssueFound;
  /** Where the issue is named; null where it was found by likeness. */
  readonly matter: Matter | null;
}

/** What speaks for and against a reading: names that the fitted weights know. */
export function featuresOf(
  { candidate, context, stance, found, matter }: OnIssue,
  position: Position,
): readonly string[] {
  const { sentence, coded } = context;
  const { token, by, how, holders, isNamedOnly } = candidate;
  const word = sentence.tree.tokens[token];
  const isAt = (span: { start: number; end: number }): boolean =>
    word !== undefined && span.start <= word.start && word.start < span.end;
  const actor = coded.actors.actors.find(({ id }) => id === position.actor);
  const isTitle = coded.document.regions.some(
    (region) => region.kind === "title" && overlaps(region, position.evidence[0]),
  );
  const statement = coded.statements.find(({ id }) => id === position.statement);
  const isCue = coded.statements.some(({ cue }) => cue.spans.some(isAt));
  const likeness = found.by === "likeness" ? Math.min(0.6, Math.floor(found.likeness * 20) / 20) : null;
  return [
    `by ${by}`,
    `by ${by} ${how}`,
    `how ${how}`,
    `stance ${stance}`,
    `pos ${uposAt(sentence, token)}`,
    `relation ${relationAt(sentence, token)}`,
    found.by === "cue" ? `cue ${matter?.at ?? ""}` : `like ${likeness}`,
    ...(found.by === "cue"
      ? [`depth ${Math.min(4, matter?.depth ?? 0)}`]
      : [isNamedOnly ? "like weak" : "like strong"]),
    ...(matter?.isTurned ? ["turned"] : []),
    ...(matter?.named.isContrary ? ["contrary"] : []),
    `told ${position.toldBy.kind}${position.toldBy.kind === "other" && position.toldBy.actor === null ? " nobody" : ""}`,
    ...(isTitle ? ["title"] : []),
    ...(isCue ? ["is cue"] : []),
    ...(statement === undefined ? ["no statement"] : [`statement ${statement.quotation}`]),
    ...(position.conditions.length > 0 ? ["conditional"] : []),
    `holder ${actor?.type ?? ""}`,
    ...(actor?.base == null ? ["holder unknown"] : []),
    ...(actor?.country == null && actor?.sector !== "IGO" ? ["holder stateless"] : []),
    ...(actor?.sector === null ? ["holder sectorless"] : [`sector ${actor?.sector}`]),
    ...(holders.length > 1 ? ["holders several"] : []),
    ...(position.counterpart === null ? [] : ["counterpart"]),
    ...(statement !== undefined && statement.source.actor === position.actor ? ["holder speaks"] : []),
    ...(sentence.forms.length > 40 ? ["long"] : []),
    ...(sentence.index < 3 ? ["early"] : []),
  ];
}
