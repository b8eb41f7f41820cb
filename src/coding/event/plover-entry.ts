import type { EventContext, EventType } from "./event.ts";

/** What a word must be where an entry asks for one. */
export interface WordTest {
  /** Lemmas, small letters. */
  readonly words: ReadonlySet<string>;
  /** "actor": stands for somebody; "place": names one. Any of `words` or `kinds` is enough. */
  readonly kinds: ReadonlySet<WordKind>;
}

export const wordKinds = ["actor", "place"] as const;
export type WordKind = (typeof wordKinds)[number];

export const clauseKinds = ["to", "that", "any"] as const;
export type ClauseKind = (typeof clauseKinds)[number];

/**
 * Where the one who acts or is acted on stands, seen from the word that names the event: "subject", "object" (of a
 * passive its subject), "indirect", "clause" (who is to do what a clause says: "demanded that X …"), "owner" (the
 * possessive or the modifier of a noun: "Norland's attack", "Norlandic troops"), or a preposition ("with").
 */
export type Role = string;

/** A pattern of words that names an event. Conditions left out (null) are none. */
export interface PloverEntry {
  readonly type: EventType;
  readonly mode: string | null;
  readonly contexts: readonly EventContext[];
  readonly kind: "verb" | "noun" | "adjective";
  /** "off" of "call off". */
  readonly particle: string | null;
  readonly subject: WordTest | null;
  /** The direct object, of a passive the subject. */
  readonly object: WordTest | null;
  /** One of these prepositions, with a word that passes the test beside it (null: any). */
  readonly prepositions: ReadonlyMap<string, WordTest | null> | null;
  /** What kind of clause must depend on it: an infinitive, a gerund or that-clause, or either. */
  readonly clause: ClauseKind | null;
  /** One of these within its object, a clause that depends on it, or behind "as", "to", "with": "a law banning …". */
  readonly about: WordTest | null;
  /** Whether the clause that depends on it must tell an act of its own: "ready to send aid", not "ready to go". */
  readonly inner: boolean;
  /** Whether it tells an event only where it is negated: "will not accept". */
  readonly negated: boolean;
  /** One of these before a noun: "air strike". */
  readonly modifier: WordTest | null;
  /** None of these may be its object, modifier, or stand beside its preposition. */
  readonly unless: WordTest | null;
  /** Of a noun: whether it tells an event where no verb of doing governs it ("since the annexation of X"). */
  readonly alone: boolean;
  /** Where to look for who acts and who is acted on, the likeliest first; the first that names somebody is taken. */
  readonly actor: readonly Role[];
  readonly recipient: readonly Role[];
}

/**
 * How much an entry asks for: of two that fit the same words the one that asks for more is meant, and one that needs
 * an act within its clause gives way to its equals.
 */
export function specificity(entry: PloverEntry): number {
  const asked = [
    entry.particle,
    entry.subject,
    entry.object,
    entry.prepositions,
    entry.modifier,
    entry.clause,
    entry.about,
  ];
  return asked.filter((condition) => condition !== null).length - (entry.inner || entry.negated ? 0.5 : 0);
}
