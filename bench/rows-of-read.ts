import type { KnownActor } from "../src/analysis/party.ts";
import type { EventRow, NamedActor, PositionRow, RowDocument, StatementRow } from "../src/ledger/ledger.ts";
import type { Pair, ReadActor, ReadObject, ReadWhen } from "../src/publish/read-object.ts";
import type { ActorKey, CharSpan } from "../src/text/span.ts";
import { charSpan, type DocumentId } from "../src/text/span.ts";

// What `parley read` prints, as the rows that a ledger would list of it.

export const documentOf = ({ document }: ReadObject, file = document.file): RowDocument => ({
  id: document.id as DocumentId,
  file,
  title: document.title,
  outlet: document.outlet,
  publishedAt: document.publishedAt,
});

export const spanOf = ([start, end]: Pair): CharSpan => charSpan(start, end);
const whenOf = (when: ReadWhen | null) => when && { ...when, span: spanOf(when.span) };
const named = ({ id, key, name, type, country }: ReadActor): NamedActor => ({ id, key, name, type, country });
export const wordsOf = ({ document }: ReadObject, spans: readonly Pair[]): string =>
  spans.map(([start, end]) => document.text.slice(start, end)).join(" … ");

type Several<T> = readonly [T, ...T[]];
/** Of what the contract promises to hold one at least. */
const several = <T>(items: readonly T[]): Several<T> => items as unknown as Several<T>;

export function statementRows(read: ReadObject, document: RowDocument): readonly StatementRow[] {
  const actors = new Map(read.actors.map((actor) => [actor.id as string, named(actor)]));
  return read.statements.map((one) => ({
    statement: {
      ...one,
      id: one.id as StatementRow["statement"]["id"],
      source: {
        spans: one.source.spans.map(spanOf),
        actor: one.source.actor as StatementRow["statement"]["source"]["actor"],
      },
      cue: { spans: one.cue.spans.map(spanOf) },
      content: { spans: several(one.content.spans.map(spanOf)) },
      relay: one.relay.map(spanOf),
      addressee: one.addressee && spanOf(one.addressee),
      descriptor: one.descriptor && spanOf(one.descriptor),
    },
    document,
    actor: actors.get(one.source.actor ?? "") ?? null,
    words: {
      source: wordsOf(read, one.source.spans),
      cue: wordsOf(read, one.cue.spans),
      content: wordsOf(read, one.content.spans),
    },
    decision: null,
  }));
}

export function positionRows(read: ReadObject, document: RowDocument): readonly PositionRow[] {
  const actors = new Map(read.actors.map((actor) => [actor.id as string, named(actor)]));
  return read.positions.flatMap((one) => {
    const actor = actors.get(one.actor);
    if (actor === undefined) return [];
    const { found, toldBy } = one;
    return [
      {
        position: {
          ...one,
          found: found.by === "cue" ? { by: "cue", span: spanOf(found.span) } : found,
          conditions: one.conditions.map(spanOf),
          toldBy:
            toldBy.kind === "other"
              ? { kind: "other", actor: toldBy.actor as NamedActor["id"] | null }
              : { kind: toldBy.kind },
          when: whenOf(one.when),
          evidence: several(one.evidence.map(spanOf)),
        },
        document,
        actor,
        counterpart: actors.get(one.counterpart ?? "") ?? null,
        toldBy: actors.get(toldBy.actor ?? "") ?? null,
        sourcing: read.statements.find(({ id }) => id === one.statement)?.sourcing ?? null,
        words: {
          evidence: wordsOf(read, one.evidence),
          conditions: one.conditions.map((pair) => wordsOf(read, [pair])),
          when: one.when && wordsOf(read, [one.when.span]),
        },
      } satisfies PositionRow,
    ];
  });
}

export function eventRows(read: ReadObject, document: RowDocument): readonly EventRow[] {
  const actors = new Map(read.actors.map((actor) => [actor.id as string, named(actor)]));
  return read.events.map((one) => ({
    event: {
      ...one,
      when: whenOf(one.when),
      place: one.placeSpan && spanOf(one.placeSpan),
      trigger: spanOf(one.trigger),
      evidence: several(one.evidence.map(spanOf)),
    },
    document,
    actors: one.actors.flatMap((id) => actors.get(id) ?? []),
    recipients: one.recipients.flatMap((id) => actors.get(id) ?? []),
    words: {
      trigger: wordsOf(read, [one.trigger]),
      evidence: wordsOf(read, one.evidence),
      when: one.when && wordsOf(read, [one.when.span]),
      place: one.place,
    },
  }));
}

/** The actors of all documents by key, each with what most of them say. */
export function knownActors(reads: readonly ReadObject[]): readonly KnownActor[] {
  const byKey = new Map<string, ReadActor[]>();
  for (const actor of reads.flatMap((read) => read.actors)) {
    byKey.set(actor.key, [...(byKey.get(actor.key) ?? []), actor]);
  }
  return [...byKey.entries()].map(([key, actors]) => ({
    key: key as ActorKey,
    name: most(actors.map(({ name }) => name)) ?? key,
    type: most(actors.map(({ type }) => type)) ?? "person",
    country: most(actors.flatMap(({ country }) => country ?? [])),
    sector: most(actors.flatMap(({ sector }) => sector ?? [])),
    roles: actors.flatMap(({ role }) => role ?? []),
  }));
}

function most<T>(values: readonly T[]): T | null {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? null;
}
