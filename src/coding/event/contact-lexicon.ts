import { ParleyError } from "../../text/errors.ts";
import { shapes, smallLetters } from "../../text/shape.ts";
import type { ContactForm, ContactStatus } from "./contact.ts";

const forms: readonly ContactForm[] = ["meeting", "call", "visit", "talks", "message", "backchannel"];
const statuses: readonly ContactStatus[] = ["held", "planned", "proposed", "refused", "denied", "cancelled"];

/** What a verb must have beside it to tell of a contact. Words are lemmas in small letters. */
export interface ContactVerb {
  readonly form: ContactForm;
  /** "down" of "sit down". */
  readonly particle: string | null;
  /** Where the other side stands: "object" (of a passive its subject), "indirect", or a preposition. */
  readonly others: ReadonlySet<string>;
  /** Several subjects are each other's counterparts: "X and Y met", or only with a medium: "spoke by telephone". */
  readonly together: "always" | "medium" | null;
  /** Where the place gone to or left stands: "object" or a preposition. */
  readonly places: ReadonlySet<string>;
  /** One of these must be the object or stand behind "with"; null: none need be. */
  readonly sent: ReadonlySet<string> | null;
  /** Objects or prepositions that make something else of it. */
  readonly unless: ReadonlySet<string>;
  /** Only parties of different states or bodies, both in office, are in contact by it: "told". */
  readonly foreign: boolean;
  /** Only observers, or a body that sends them, are the other side: "stopped the observers". */
  readonly mission: boolean;
  /** What the verb itself says; null: that the contact took place. */
  readonly status: ContactStatus | null;
}

export interface ContactNoun {
  readonly form: ContactForm;
  /** Only its plural tells of a contact. */
  readonly plural: boolean;
  /** It tells of one only with a party or a medium of its own. */
  readonly needs: boolean;
  /** Only of observers, or of a body that sends them. */
  readonly mission: boolean;
  /** Only where somebody holds it for those who come. */
  readonly hosted: boolean;
  /** One of these prepositions must stand before it; null: none need. */
  readonly case: ReadonlySet<string> | null;
  readonly places: ReadonlySet<string>;
  /** Prepositions after it that make something else of it. */
  readonly unless: ReadonlySet<string>;
}

/** The words that tell of contacts: `codebook/plover/contacts.yaml` says what each list is for. */
export interface ContactLexicon {
  readonly verbs: ReadonlyMap<string, readonly ContactVerb[]>;
  readonly nouns: ReadonlyMap<string, readonly ContactNoun[]>;
  readonly media: ReadonlyMap<string, ContactForm>;
  readonly parties: Readonly<Record<"all" | "actor" | "other", ReadonlySet<string>>>;
  readonly statuses: ReadonlyMap<string, ContactStatus>;
  readonly outcomes: Readonly<Record<"subject" | "party", ReadonlySet<string>>>;
  readonly about: Readonly<Record<"prepositions" | "verbs", ReadonlySet<string>>>;
  readonly supports: ReadonlySet<string>;
  readonly mediators: ReadonlySet<string>;
  readonly auspices: ReadonlySet<string>;
  readonly delegates: ReadonlySet<string>;
  readonly sides: ReadonlySet<string>;
  readonly again: ReadonlySet<string>;
  readonly press: ReadonlySet<string>;
  readonly missions: ReadonlySet<string>;
  readonly access: ReadonlySet<string>;
  readonly attitudes: ReadonlySet<string>;
  readonly compounds: ReadonlySet<string>;
}

/**
 * Validates what was parsed from `codebook/plover/contacts.yaml`.
 * @throws ParleyError PARLEY_CODEBOOK_INVALID with the place of the first fault.
 */
export function parseContactLexicon(yaml: unknown): ContactLexicon {
  const file = record(yaml, "the file");
  const group = <Name extends string>(name: string, ...keys: readonly Name[]): Record<Name, ReadonlySet<string>> => {
    const lists = record(file[name], name);
    return Object.fromEntries(keys.map((key) => [key, set(lists[key], `${name}.${key}`)])) as Record<Name, Set<string>>;
  };
  return {
    verbs: indexed(list(file.verbs, "verbs").flatMap((entry, at) => parseVerb(entry, `verbs[${at}]`))),
    nouns: indexed(list(file.nouns, "nouns").flatMap((entry, at) => parseNoun(entry, `nouns[${at}]`))),
    media: byWord(file.media, "media", forms),
    parties: group("parties", "all", "actor", "other"),
    statuses: byWord(file.statuses, "statuses", statuses),
    outcomes: group("outcomes", "subject", "party"),
    about: group("about", "prepositions", "verbs"),
    supports: set(file.supports, "supports"),
    mediators: set(file.mediators, "mediators"),
    auspices: set(file.auspices, "auspices"),
    delegates: set(file.delegates, "delegates"),
    sides: set(file.sides, "sides"),
    again: set(file.again, "again"),
    press: set(file.press, "press"),
    missions: set(file.missions, "missions"),
    access: set(file.access, "access"),
    attitudes: set(file.attitudes, "attitudes"),
    compounds: set(file.compounds, "compounds"),
  };
}

type Named<T> = readonly [lemma: string, entry: T];

function parseVerb(entry: unknown, place: string): readonly Named<ContactVerb>[] {
  const verb = known(entry, place, [
    "verbs",
    "form",
    "with",
    "together",
    "place",
    "sent",
    "unless",
    "foreign",
    "mission",
    "status",
  ]);
  const common = {
    form: oneOf(verb.form, forms, `${place}.form`),
    others: optional(verb.with, `${place}.with`),
    together: verb.together === undefined ? null : oneOf(verb.together, ["always", "medium"], `${place}.together`),
    places: optional(verb.place, `${place}.place`),
    sent: verb.sent === undefined ? null : set(verb.sent, `${place}.sent`),
    unless: optional(verb.unless, `${place}.unless`),
    foreign: flag(verb.foreign, `${place}.foreign`),
    mission: flag(verb.mission, `${place}.mission`),
    status: verb.status === undefined ? null : oneOf(verb.status, statuses, `${place}.status`),
  };
  if (common.others.size === 0 && common.places.size === 0) fail(place, "neither", '"with" or "place"');
  return words(verb.verbs, `${place}.verbs`).map((word) => {
    const [lemma = word, particle = null] = word.split(" ");
    return [lemma, { ...common, particle }];
  });
}

function parseNoun(entry: unknown, place: string): readonly Named<ContactNoun>[] {
  const noun = known(entry, place, [
    "nouns",
    "form",
    "plural",
    "needs",
    "mission",
    "hosted",
    "case",
    "place",
    "unless",
  ]);
  const common = {
    form: oneOf(noun.form, forms, `${place}.form`),
    plural: flag(noun.plural, `${place}.plural`),
    needs: flag(noun.needs, `${place}.needs`),
    mission: flag(noun.mission, `${place}.mission`),
    hosted: flag(noun.hosted, `${place}.hosted`),
    case: noun.case === undefined ? null : set(noun.case, `${place}.case`),
    places: optional(noun.place, `${place}.place`),
    unless: optional(noun.unless, `${place}.unless`),
  };
  return words(noun.nouns, `${place}.nouns`).map((word) => [word, common]);
}

function indexed<T>(entries: readonly Named<T>[]): ReadonlyMap<string, readonly T[]> {
  const found = new Map<string, readonly T[]>();
  for (const [lemma, entry] of entries) found.set(lemma, [...(found.get(lemma) ?? []), entry]);
  return found;
}

/** The words of lists that are named after what they stand for, each in one of them alone. */
function byWord<Name extends string>(value: unknown, place: string, names: readonly Name[]): ReadonlyMap<string, Name> {
  const found = new Map<string, Name>();
  for (const [key, values] of Object.entries(record(value, place))) {
    const name = oneOf(key, names, place);
    for (const word of words(values, `${place}.${key}`)) {
      if (found.has(word)) fail(`${place}.${key}`, `"${word}", which is in ${found.get(word)} too`, "each word once");
      found.set(word, name);
    }
  }
  return found;
}

function fail(place: string, found: string, accepted: string): never {
  throw new ParleyError("PARLEY_CODEBOOK_INVALID", `contact lexicon, ${place}: found ${found}, accepted: ${accepted}`);
}

const { record, known, list, texts: words, flag, oneOf } = shapes(fail, smallLetters('"false"'));

const set = (value: unknown, place: string): ReadonlySet<string> => new Set(words(value, place));

const optional = (value: unknown, place: string): ReadonlySet<string> =>
  value === undefined ? new Set() : set(value, place);
