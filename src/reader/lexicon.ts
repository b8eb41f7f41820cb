import { ParleyError } from "../text/errors.ts";
import { shapes, smallLetters } from "../text/shape.ts";

const classes = ["say", "write", "report", "think", "ask", "intend", "urge", "stance", "seem"] as const;
const complements = ["clause", "object", "quotation"] as const;

/** The kind of act a cue names. */
export type CueClass = (typeof classes)[number];
/** What follows a cue as its content: "said that …", "rejected the plan", "continued: “…”". */
export type Complement = (typeof complements)[number];
/** "past" and "participle" coincide for most verbs: the first that fits is kept. */
export type VerbForm = "base" | "third" | "past" | "participle" | "ing";

export interface CueVerb {
  readonly lemma: string;
  readonly form: VerbForm;
  readonly class: CueClass;
  readonly complement: Complement;
  /** A person or body may stand between cue and content: "told lawmakers that …". */
  readonly addressee: boolean;
  /** Words that belong to the cue where they follow it: the "for" of "called for". */
  readonly particles: ReadonlySet<string>;
  /** Words that make another verb of it where they follow it: the "off" of "called off". */
  readonly unless: ReadonlySet<string>;
  /** False where the verb is a cue with one of its particles alone: "pointed out". */
  readonly bare: boolean;
}

/** Words that attribute. All in small letters; apostrophes straight. */
export interface CueLexicon {
  readonly verbs: ReadonlyMap<string, CueVerb>;
  /** "claim", as in "his claim that …". */
  readonly nouns: ReadonlySet<string>;
  /** Phrases that their source follows ("according to"), as words. */
  readonly phrases: readonly (readonly string[])[];
  /** "reportedly". */
  readonly adverbs: ReadonlySet<string>;
}

const formNames: readonly VerbForm[] = ["base", "third", "past", "participle", "ing"];

/**
 * Validates what was parsed from `codebook/cues.yaml`.
 * @throws ParleyError PARLEY_CODEBOOK_INVALID with the place of the first fault.
 */
export function parseCueLexicon(yaml: unknown): CueLexicon {
  const file = record(yaml, "the file");
  const verbs = new Map<string, CueVerb>();
  list(file.verbs, "verbs").forEach((entry, at) => {
    for (const [word, verb] of parseVerb(entry, `verbs[${at}]`)) if (!verbs.has(word)) verbs.set(word, verb);
  });
  return {
    verbs,
    nouns: new Set(words(file.nouns, "nouns")),
    phrases: list(file.phrases, "phrases").map((phrase, at) => text(phrase, `phrases[${at}]`).split(" ")),
    adverbs: new Set(words(file.adverbs, "adverbs")),
  };
}

function parseVerb(entry: unknown, place: string): readonly (readonly [string, CueVerb])[] {
  const verb = record(entry, place);
  const forms = words(verb.forms, `${place}.forms`);
  if (forms.length !== formNames.length) fail(`${place}.forms`, `${forms.length} forms`, `${formNames.length}`);
  const lemma = forms.find((form) => form !== "-") ?? fail(`${place}.forms`, "no form", 'at least one that is not "-"');
  const common = {
    lemma,
    class: oneOf(verb.class, classes, `${place}.class`),
    complement: oneOf(verb.complement, complements, `${place}.complement`),
    addressee: flag(verb.addressee, `${place}.addressee`),
    particles: new Set(verb.particles === undefined ? [] : words(verb.particles, `${place}.particles`)),
    unless: new Set(verb.unless === undefined ? [] : words(verb.unless, `${place}.unless`)),
    bare: flag(verb.bare, `${place}.bare`, true),
  };
  return forms.flatMap((word, at) => {
    const form = formNames[at];
    return word === "-" || form === undefined ? [] : [[word, { ...common, form }] as const];
  });
}

function fail(place: string, found: string, accepted: string): never {
  throw new ParleyError("PARLEY_CODEBOOK_INVALID", `cue lexicon, ${place}: found ${found}, accepted: ${accepted}`);
}

const { record, list, text, texts: words, flag, oneOf } = shapes(fail, smallLetters('"on" and "no"'));
