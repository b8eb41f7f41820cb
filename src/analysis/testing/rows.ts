import type { Position } from "../../coding/position/position.ts";
import type { NamedActor, PositionRow, RowDocument } from "../../ledger/ledger.ts";
import {
  type ActorId,
  type ActorKey,
  type CharSpan,
  charSpan,
  type DocumentId,
  type PositionId,
} from "../../text/span.ts";

/** An actor by its name; "country:VEL" and the like are states. */
export function actor(name: string, over: Partial<NamedActor> = {}): NamedActor {
  return { id: "a1" as ActorId, key: `person:${name}` as ActorKey, name, type: "person", country: null, ...over };
}

export const state = (name: string, country: string): NamedActor =>
  actor(name, { key: `country:${country}` as ActorKey, type: "government", country });

export const velmara = state("Velmara", "XVE");
export const torvask = state("Torvask", "XTO");
export const nerevia = state("Nerevia", "XNE");
export const kurvale = state("Kurvale", "XKU");

export const documentRow = (id: string, publishedAt: string | null, over: Partial<RowDocument> = {}): RowDocument => ({
  id: id as DocumentId,
  file: `${id}.txt`,
  title: null,
  outlet: null,
  publishedAt,
  ...over,
});

/** All of some words. */
export const wholeOf = (words: string): CharSpan => charSpan(0, Math.max(1, words.length));

/** Where somebody stands: who, how, on which day, in which words, and who says so ("self", "article", or another). */
export interface StandParts extends Partial<Pick<Position, "stance" | "audience" | "modality" | "issue">> {
  readonly of?: NamedActor;
  readonly day: string | null;
  readonly words?: string;
  readonly conditions?: readonly string[];
  readonly counterpart?: NamedActor;
  readonly toldBy?: "self" | "article" | NamedActor;
  readonly when?: { readonly from: string | null; readonly to: string | null };
  /** Of its day alone unless given. */
  readonly document?: string;
}

export function stand(parts: StandParts): PositionRow {
  const { of = velmara, day, stance = "supports", issue = "talks", toldBy = "self", counterpart = null } = parts;
  const { conditions = [], audience = "public", modality = "states", when } = parts;
  const words = parts.words ?? [of.name, stance, issue, ...conditions].join(" ");
  const document = documentRow(parts.document ?? `of ${day}`, day);
  const other = typeof toldBy === "string" ? null : toldBy;
  return {
    position: {
      id: JSON.stringify([document.id, of.key, issue, stance, words, audience, other?.key ?? toldBy]) as PositionId,
      actor: of.id,
      issue,
      found: { by: "cue", span: wholeOf(words) },
      counterpart: counterpart?.id ?? null,
      stance,
      conditions: conditions.map(wholeOf),
      modality,
      audience,
      toldBy: typeof toldBy === "string" ? { kind: toldBy } : { kind: "other", actor: toldBy.id },
      when: when === undefined ? null : { ...when, span: wholeOf(words) },
      statement: null,
      evidence: [wholeOf(words)],
    },
    document,
    actor: of,
    counterpart,
    toldBy: other,
    sourcing: null,
    words: { evidence: words, conditions, when: null },
  };
}
