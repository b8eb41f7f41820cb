import type { Position } from "../../coding/position/position.ts";
import type { ContactRow, EventRow, NamedActor, PositionRow, RowDocument } from "../../ledger/ledger.ts";
import {
  type ActorId,
  type ActorKey,
  type CharSpan,
  type ContactId,
  charSpan,
  type DocumentId,
  type EventId,
  type PositionId,
} from "../../text/span.ts";
import { stateParties } from "../party.ts";

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

/** These four states as one party each with whoever holds office in them. */
export const partyOf = stateParties(
  [velmara, torvask, nerevia, kurvale].map((one) => ({ ...one, sector: "GOV", roles: [] })),
);

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

/** A contact: who, on which day, what became of it. */
export interface MeetingParts extends Partial<Pick<ContactRow["contact"], "form" | "status">> {
  readonly who: readonly [NamedActor, ...NamedActor[]];
  readonly mediator?: NamedActor;
  /** When it took place; not told unless given. */
  readonly on?: string | { readonly from: string | null; readonly to: string | null };
  /** Of its document. */
  readonly day?: string | null;
  readonly document?: string;
}

export function meeting(parts: MeetingParts): ContactRow {
  const { who, mediator = null, on, day = "2031-03-06", form = "meeting", status = "held" } = parts;
  const words = `${who.map(({ name }) => name).join(", ")} ${form} ${status} ${JSON.stringify(on)}`;
  const document = documentRow(parts.document ?? `of ${day}`, day);
  const when = typeof on === "string" ? { from: on, to: on } : on;
  const span = wholeOf(words);
  const participants = who.map(({ id }) => id) as unknown as ContactRow["contact"]["participants"]; // of one at least
  return {
    contact: {
      id: JSON.stringify([document.id, words, mediator?.key]) as ContactId,
      event: null,
      participants,
      form,
      status,
      mediator: mediator?.id ?? null,
      when: when === undefined ? null : { ...when, span },
      place: null,
      about: null,
      outcome: null,
      evidence: [span],
    },
    document,
    participants: who,
    mediator,
    words: { evidence: words, when: null, place: null, about: null, outcome: null },
  };
}

/** An event: of which type, by whom, to whom. */
export interface EventParts extends Partial<Pick<EventRow["event"], "status">> {
  readonly type: EventRow["event"]["type"];
  readonly by: readonly NamedActor[];
  readonly to: readonly NamedActor[];
  readonly on?: string;
  readonly day: string | null;
  readonly document?: string;
}

export function happening({ type, by, to, on, day, status = "happened", document: id }: EventParts): EventRow {
  const names = (actors: readonly NamedActor[]): string => actors.map(({ name }) => name).join(", ");
  const words = `${names(by)} ${type} ${names(to)} ${status} ${on ?? ""}`;
  const document = documentRow(id ?? `of ${day}`, day);
  const span = wholeOf(words);
  return {
    event: {
      id: JSON.stringify([document.id, words]) as EventId,
      type,
      mode: null,
      contexts: [],
      actors: by.map((one) => one.id),
      recipients: to.map((one) => one.id),
      status,
      when: on === undefined ? null : { from: on, to: on, span },
      place: null,
      trigger: span,
      evidence: [span],
      statement: null,
    },
    document,
    actors: by,
    recipients: to,
    words: { trigger: type, evidence: words, when: on ?? null, place: null },
  };
}
