import { ParleyError } from "../../text/errors.ts";
import { type Mapping, shapes, smallLetters } from "../../text/shape.ts";
import { type EventContext, type EventType, eventContexts, eventTypes } from "./event.ts";
import { clauseKinds, type PloverEntry, specificity, type WordKind, type WordTest, wordKinds } from "./plover-entry.ts";

/** The words that name events, indexed by the lemma that must be there; the most specific entry first. */
export interface PloverLexicon {
  readonly verbs: ReadonlyMap<string, readonly PloverEntry[]>;
  readonly nouns: ReadonlyMap<string, readonly PloverEntry[]>;
  readonly adjectives: ReadonlyMap<string, readonly PloverEntry[]>;
  /** Verbs that do with a noun what the noun says: "launch" an attack, "hold" a rally. */
  readonly supports: ReadonlySet<string>;
  /** Verbs of which a noun is the subject where its event takes place: "erupt". */
  readonly occurrences: ReadonlySet<string>;
  /** What somebody disapproves of by saying that something is it: "a crime". */
  readonly wrongs: ReadonlySet<string>;
  /** What words of a clause tell its matter is about. */
  readonly contexts: ReadonlyMap<string, readonly EventContext[]>;
}

/** The files of `codebook/plover/`, without ".yaml": one for each type that verbs and nouns name. */
export const ploverFiles = [
  "words",
  "contexts",
  "agree",
  "support",
  "concede",
  "cooperate",
  "aid",
  "retreat",
  "request",
  "accuse",
  "reject",
  "threaten",
  "protest",
  "sanction",
  "mobilize",
  "coerce",
  "assault",
] as const;
export type PloverFile = (typeof ploverFiles)[number];

/**
 * Validates what was parsed from the files of `codebook/plover/`.
 * @throws ParleyError PARLEY_CODEBOOK_INVALID with the file and place of the first fault.
 */
export function parsePloverLexicon(files: Readonly<Record<PloverFile, unknown>>): PloverLexicon {
  const shared = record(files.words, "words");
  const classes = parseClasses(shared.classes, "words.classes");
  const entries = ploverFiles
    .filter((name) => name !== "words" && name !== "contexts")
    .flatMap((name) => parseFile(files[name], name, classes));
  return {
    verbs: indexed(entries, "verb"),
    nouns: indexed(entries, "noun"),
    adjectives: indexed(entries, "adjective"),
    supports: new Set(words(shared.supports, "words.supports")),
    occurrences: new Set(words(shared.occurrences, "words.occurrences")),
    wrongs: new Set(classes.get("wrong") ?? fail("words.classes.wrong", "nothing", "a list")),
    contexts: parseContexts(files.contexts),
  };
}

type Classes = ReadonlyMap<string, readonly string[]>;
interface Named {
  readonly lemma: string;
  readonly entry: PloverEntry;
}

function indexed(entries: readonly Named[], kind: PloverEntry["kind"]): ReadonlyMap<string, readonly PloverEntry[]> {
  const byLemma = new Map<string, PloverEntry[]>();
  for (const { lemma, entry } of entries) {
    if (entry.kind === kind) byLemma.set(lemma, [...(byLemma.get(lemma) ?? []), entry]);
  }
  for (const same of byLemma.values()) same.sort((a, b) => specificity(b) - specificity(a));
  return byLemma;
}

function parseClasses(value: unknown, place: string): Classes {
  const classes = new Map<string, readonly string[]>();
  for (const [name, list] of Object.entries(record(value, place))) {
    classes.set(name, expanded(list, `${place}.${name}`, classes));
  }
  return classes;
}

function parseContexts(value: unknown): ReadonlyMap<string, readonly EventContext[]> {
  const found = new Map<string, EventContext[]>();
  for (const [name, list] of Object.entries(record(value, "contexts"))) {
    const context = oneOf(name, eventContexts, `contexts.${name}`);
    for (const word of words(list, `contexts.${name}`)) found.set(word, [...(found.get(word) ?? []), context]);
  }
  return found;
}

function parseFile(value: unknown, name: string, classes: Classes): readonly Named[] {
  const file = record(value, name);
  const type = oneOf(file.type, eventTypes, `${name}.type`);
  const recipient = words(file.recipient, `${name}.recipient`);
  return list(file.entries, `${name}.entries`).flatMap((entry, at) =>
    parseEntry(known(entry, `${name}.entries[${at}]`, keys), `${name}.entries[${at}]`, { type, recipient, classes }),
  );
}

interface FileDefaults {
  readonly type: EventType;
  readonly recipient: readonly string[];
  readonly classes: Classes;
}

const kinds = { verbs: "verb", nouns: "noun", adjectives: "adjective" } as const;
const keys = [
  ...Object.keys(kinds),
  "mode",
  "contexts",
  "subject",
  "object",
  "prep",
  "clause",
  "about",
  "inner",
  "negated",
  "modifier",
  "unless",
  "alone",
  "actor",
  "recipient",
];

function parseEntry(entry: Mapping, place: string, { type, recipient, classes }: FileDefaults): readonly Named[] {
  const given = (["verbs", "nouns", "adjectives"] as const).filter((key) => entry[key] !== undefined);
  const [key] = given;
  if (key === undefined || given.length > 1) fail(place, `${given.length} of them`, "verbs, nouns or adjectives");
  const test = (name: string): WordTest | null =>
    entry[name] === undefined ? null : wordTest(entry[name], `${place}.${name}`, classes);
  const common = {
    type,
    mode: entry.mode === undefined ? null : text(entry.mode, `${place}.mode`),
    contexts:
      entry.contexts === undefined
        ? []
        : list(entry.contexts, `${place}.contexts`).map((context, at) =>
            oneOf(context, eventContexts, `${place}.contexts[${at}]`),
          ),
    kind: kinds[key],
    subject: test("subject"),
    object: test("object"),
    prepositions: entry.prep === undefined ? null : parsePrepositions(entry.prep, `${place}.prep`, classes),
    clause: entry.clause === undefined ? null : oneOf(entry.clause, clauseKinds, `${place}.clause`),
    about: test("about"),
    modifier: test("modifier"),
    unless: test("unless"),
    inner: flag(entry.inner, `${place}.inner`),
    negated: flag(entry.negated, `${place}.negated`),
    alone: flag(entry.alone, `${place}.alone`),
    actor: entry.actor === undefined ? defaultActors[kinds[key]] : words(entry.actor, `${place}.actor`),
    recipient: entry.recipient === undefined ? recipient : words(entry.recipient, `${place}.recipient`),
  };
  return words(expanded(entry[key], `${place}.${key}`, classes), `${place}.${key}`).map((word) => {
    const [lemma = word, particle = null] = word.split(" ");
    return { lemma, entry: { ...common, particle } };
  });
}

const defaultActors = { verb: ["subject"], noun: ["subject", "by", "owner"], adjective: ["subject"] } as const;

function parsePrepositions(value: unknown, place: string, classes: Classes): ReadonlyMap<string, WordTest | null> {
  return new Map(
    Object.entries(record(value, place)).map(([preposition, wanted]) => [
      preposition,
      wanted === null ? null : wordTest(wanted, `${place}.${preposition}`, classes),
    ]),
  );
}

function wordTest(value: unknown, place: string, classes: Classes): WordTest {
  const all = expanded(value, place, classes);
  const kindNames = all.filter((word) => word.startsWith("@")).map((word) => word.slice(1));
  return {
    words: new Set(all.filter((word) => !word.startsWith("@"))),
    kinds: new Set<WordKind>(kindNames.map((name) => oneOf(name, wordKinds, place))),
  };
}

/** A list of words, with the words of a class in the place of its name ("$forces"). */
function expanded(value: unknown, place: string, classes: Classes): readonly string[] {
  return words(value, place).flatMap((word) => {
    if (!word.startsWith("$")) return [word];
    return classes.get(word.slice(1)) ?? fail(place, word, [...classes.keys()].map((name) => `$${name}`).join(", "));
  });
}

function fail(place: string, found: string, accepted: string): never {
  throw new ParleyError("PARLEY_CODEBOOK_INVALID", `PLOVER lexicon, ${place}: found ${found}, accepted: ${accepted}`);
}

const { record, known, list, text, texts: words, flag, oneOf } = shapes(fail, smallLetters('"on" and "no"'));
