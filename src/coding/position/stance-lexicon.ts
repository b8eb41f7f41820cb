import { ParleyError } from "../../text/errors.ts";
import { shapes, smallLetters } from "../../text/shape.ts";
import { type Modality, modalities, type Stance } from "./position.ts";

export type PlainStance = Exclude<Stance, "conditional">;
const plainStances: readonly PlainStance[] = ["supports", "opposes", "ambivalent"];
const negatives = ["turned", "none", "ambivalent"] as const;
const holders = ["subject", "speaker", "self"] as const;

/** How a word says that somebody is for or against something: `codebook/stances.yaml` says what each field is for. */
export interface StanceEntry {
  /** "out" of "rule out". */
  readonly particle: string | null;
  readonly stance: PlainStance;
  readonly how: Modality;
  /** "clause", "object", "subject", "compound", "verdict", or a preposition; the likeliest first. */
  readonly matter: readonly string[];
  readonly negated: (typeof negatives)[number];
  readonly holder: (typeof holders)[number];
  /** One of these must be the object; null: none need be. */
  readonly object: ReadonlySet<string> | null;
  /** One of these prepositions must stand beside it; null: none need. */
  readonly needs: ReadonlySet<string> | null;
  readonly unless: ReadonlySet<string>;
  /** Whether it tells something only where it is negated. */
  readonly isNegatedOnly: boolean;
  /** Whether it tells a position on named issues alone. */
  readonly named: boolean;
}

export interface StanceLexicon {
  readonly verbs: ReadonlyMap<string, readonly StanceEntry[]>;
  readonly adjectives: ReadonlyMap<string, readonly StanceEntry[]>;
  readonly nouns: ReadonlyMap<string, readonly StanceEntry[]>;
  readonly verdicts: ReadonlyMap<string, PlainStance>;
  readonly effects: ReadonlyMap<string, PlainStance>;
  readonly epithets: ReadonlySet<string>;
  readonly carriers: ReadonlySet<string>;
  readonly turns: ReadonlySet<string>;
  readonly furthers: ReadonlySet<string>;
  readonly occurrences: ReadonlySet<string>;
  readonly collectives: ReadonlySet<string>;
  readonly conditions: Readonly<Record<"marks" | "phrases" | "prepositions", ReadonlySet<string>>>;
  readonly private: ReadonlySet<string>;
  readonly efforts: ReadonlySet<string>;
}

const kinds = ["verbs", "adjectives", "nouns"] as const;
type Kind = (typeof kinds)[number];

/**
 * Validates what was parsed from `codebook/stances.yaml`.
 * @throws ParleyError PARLEY_CODEBOOK_INVALID with the place of the first fault.
 */
export function parseStanceLexicon(yaml: unknown): StanceLexicon {
  const file = record(yaml, "the file");
  const of = (kind: Kind): ReadonlyMap<string, readonly StanceEntry[]> =>
    indexed(list(file[kind], kind).flatMap((entry, at) => parseEntry(entry, kind, `${kind}[${at}]`)));
  const conditions = known(file.conditions, "conditions", ["marks", "phrases", "prepositions"]);
  return {
    verbs: of("verbs"),
    adjectives: of("adjectives"),
    nouns: of("nouns"),
    verdicts: byWord(file.verdicts, "verdicts"),
    effects: byWord(file.effects, "effects"),
    epithets: set(file.epithets, "epithets"),
    carriers: set(file.carriers, "carriers"),
    turns: set(file.turns, "turns"),
    furthers: set(file.furthers, "furthers"),
    occurrences: set(file.occurrences, "occurrences"),
    collectives: set(file.collectives, "collectives"),
    conditions: {
      marks: set(conditions.marks, "conditions.marks"),
      phrases: set(conditions.phrases, "conditions.phrases"),
      prepositions: set(conditions.prepositions, "conditions.prepositions"),
    },
    private: set(file.private, "private"),
    efforts: set(file.efforts, "efforts"),
  };
}

function byWord(value: unknown, place: string): ReadonlyMap<string, PlainStance> {
  const lists = known(value, place, ["supports", "opposes"]);
  return new Map(
    (["supports", "opposes"] as const).flatMap((stance) =>
      texts(lists[stance], `${place}.${stance}`).map((word) => [word, stance] as const),
    ),
  );
}

type Named = readonly [lemma: string, entry: StanceEntry];

function parseEntry(value: unknown, kind: Kind, place: string): readonly Named[] {
  const fields = ["stance", "how", "matter", "negated", "holder", "object", "needs", "unless", "only", "named"];
  const entry = known(value, place, [kind, ...fields]);
  const common = {
    stance: oneOf(entry.stance, plainStances, `${place}.stance`),
    how: oneOf(entry.how, modalities, `${place}.how`),
    matter: texts(entry.matter, `${place}.matter`),
    negated: entry.negated === undefined ? "turned" : oneOf(entry.negated, negatives, `${place}.negated`),
    holder: entry.holder === undefined ? "subject" : oneOf(entry.holder, holders, `${place}.holder`),
    object: entry.object === undefined ? null : set(entry.object, `${place}.object`),
    needs: entry.needs === undefined ? null : set(entry.needs, `${place}.needs`),
    unless: entry.unless === undefined ? new Set<string>() : set(entry.unless, `${place}.unless`),
    isNegatedOnly: entry.only !== undefined && oneOf(entry.only, ["negated"], `${place}.only`) === "negated",
    named: flag(entry.named, `${place}.named`),
  } as const;
  return texts(entry[kind], `${place}.${kind}`).map((word) => {
    const [lemma = word, particle = null] = word.split(" ");
    return [lemma, { ...common, particle }];
  });
}

function indexed(entries: readonly Named[]): ReadonlyMap<string, readonly StanceEntry[]> {
  const found = new Map<string, readonly StanceEntry[]>();
  for (const [lemma, entry] of entries) found.set(lemma, [...(found.get(lemma) ?? []), entry]);
  // "rule out" before "rule", what asks for more before what asks for less
  const asks = ({ particle, object, needs }: StanceEntry): number =>
    [particle, object, needs].filter((one) => one !== null).length;
  for (const [lemma, same] of found)
    found.set(
      lemma,
      same.toSorted((a, b) => asks(b) - asks(a)),
    );
  return found;
}

function fail(place: string, found: string, accepted: string): never {
  throw new ParleyError("PARLEY_CODEBOOK_INVALID", `stance lexicon, ${place}: found ${found}, accepted: ${accepted}`);
}

const { record, known, list, texts, flag, oneOf } = shapes(fail, smallLetters('"on" and "false"'));

const set = (value: unknown, place: string): ReadonlySet<string> => new Set(texts(value, place));
