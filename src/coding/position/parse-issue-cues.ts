import { isText, type YamlReader, type YamlValue } from "../../text/yaml-reader.ts";
import { type CueKind, type CueTest, cueKinds, type IssueCue, type PatternCue } from "./issue-codebook.ts";

/** Word lists that cues name as "$name". */
export type CueClasses = ReadonlyMap<string, readonly string[]>;

const patterns = { verbs: "verb", nouns: "noun", adjectives: "adjective" } as const;
const wordLists = ["phrases", "verbs", "nouns", "adjectives"] as const;
const conditions = ["subject", "object", "modifier", "about", "prep", "dependents"] as const;
const cueKeys = { required: [], optional: [...wordLists, ...conditions, "unless", "contrary"] };

/** Dependents that a cue may ask for: Universal Dependencies' relations, as the reader's parser gives them. */
const relations = (
  "acl advcl advmod amod appos aux case cc ccomp compound conj cop csubj dep det discourse dislocated expl fixed flat " +
  "goeswith iobj list mark nmod nsubj nummod obj obl orphan parataxis vocative xcomp"
).split(" ");

/** The cues of one issue, each a phrase or a mapping of words with what must stand by them; what is at fault is left out. */
export function parseCues(yaml: YamlReader, value: YamlValue, classes: CueClasses): readonly IssueCue[] {
  return filledList(yaml, value).flatMap((item) => {
    if (!isText(item)) return parseCue(yaml, item, classes);
    return words(yaml, [item], classes).map((word) => phrase(word, { isContrary: false, unless: null }));
  });
}

/** The words of each class, with those of a class above it in the place of its name. */
export function parseClasses(yaml: YamlReader, value: YamlValue | undefined): CueClasses {
  const classes = new Map<string, readonly string[]>();
  if (value === undefined) return classes;
  for (const [name, list] of yaml.mapping(value, null) ?? []) {
    classes.set(name, words(yaml, filledList(yaml, list), classes, { check: oneWord(false) }));
  }
  return classes;
}

/** A list of which something is there; of any other an empty one, with its fault kept. */
export function filledList(yaml: YamlReader, value: YamlValue): readonly YamlValue[] {
  const list = yaml.list(value);
  if (list?.length === 0) yaml.fault(value, `${value.name}: the list is empty`, "give one at least");
  return list ?? [];
}

type Common = Pick<IssueCue, "isContrary" | "unless">;

function parseCue(yaml: YamlReader, value: YamlValue, classes: CueClasses): readonly IssueCue[] {
  const cue = yaml.mapping(value, cueKeys);
  if (cue === null) return [];
  const given = wordLists.filter((key) => cue.has(key));
  if (given.length === 0) yaml.fault(value, `${value.name} has no words`, `add one of ${wordLists.join(", ")}`);
  if (cue.has("phrases") && (given.length > 1 || conditions.some((key) => cue.has(key)))) {
    const remedy = "make two of it: beside phrases only unless and contrary may stand";
    yaml.fault(value, `${value.name} asks more of a phrase than its words`, remedy);
  }
  const test = (key: string): CueTest | null => {
    const wanted = cue.get(key);
    return wanted === undefined ? null : parseTest(yaml, wanted, classes);
  };
  const contrary = cue.get("contrary");
  const common: Common = {
    isContrary: contrary !== undefined && yaml.flag(contrary) === true,
    unless: test("unless"),
  };
  const pattern = {
    ...common,
    subject: test("subject"),
    object: test("object"),
    modifier: test("modifier"),
    about: test("about"),
    prepositions: parseTests(yaml, cue.get("prep"), classes),
    dependents: parseTests(yaml, cue.get("dependents"), classes, relations),
  };
  return given.flatMap((key) => {
    const list = cue.get(key);
    const check = key === "phrases" ? null : oneWord(key === "verbs");
    const found = list === undefined ? [] : words(yaml, filledList(yaml, list), classes, { check });
    return found.map((word) => (key === "phrases" ? phrase(word, common) : patternOf(patterns[key], word, pattern)));
  });
}

function phrase(text: string, common: Common): IssueCue {
  const [first = text, ...rest] = text.split(/[\s-]+/u).filter(Boolean);
  return { kind: "phrase", words: [first, ...rest], ...common };
}

function patternOf(
  kind: PatternCue["kind"],
  text: string,
  conditions: Omit<PatternCue, "kind" | "word" | "particle">,
): IssueCue {
  const [word = text, particle = null] = text.split(" ");
  return { kind, word, particle, ...conditions };
}

/** A mapping of prepositions or relations (`known` where only these are), each with what must stand there or nothing. */
function parseTests(
  yaml: YamlReader,
  value: YamlValue | undefined,
  classes: CueClasses,
  known?: readonly string[],
): ReadonlyMap<string, CueTest | null> | null {
  if (value === undefined) return null;
  const tests = new Map<string, CueTest | null>();
  for (const [key, wanted] of yaml.mapping(value, null) ?? []) {
    if (known?.includes(key) === false) {
      yaml.fault(wanted, `"${key}" is no dependency relation`, `use one of ${known.join(", ")}`);
    }
    tests.set(key, wanted.isEmpty ? null : parseTest(yaml, wanted, classes));
  }
  return tests;
}

function parseTest(yaml: YamlReader, value: YamlValue, classes: CueClasses): CueTest {
  const all = words(yaml, filledList(yaml, value), classes, { kinds: cueKinds, check: oneWord(false) });
  return {
    words: new Set(all.filter((word) => !word.startsWith("@"))),
    kinds: new Set<CueKind>(cueKinds.filter((kind) => all.includes(`@${kind}`))),
  };
}

/** What is wrong with a word where one word must stand, or a verb with its particle; null: nothing. */
const oneWord =
  (isVerb: boolean) =>
  (word: string): string | null => {
    if (!word.includes("-") && word.split(" ").length <= (isVerb ? 2 : 1)) return null;
    return "text is divided at spaces and hyphens: give it under phrases, or the word that the others depend on";
  };

interface WordRules {
  /** What may stand as "@kind". */
  readonly kinds?: readonly string[];
  /** What to do about a word that cannot stand there; null: it can. */
  readonly check?: ((word: string) => string | null) | null;
}

/** The words of a list, with those of a class in the place of its name. */
function words(
  yaml: YamlReader,
  values: readonly YamlValue[],
  classes: CueClasses,
  { kinds = [], check = null }: WordRules = {},
): readonly string[] {
  return values.flatMap((value) => {
    const word = yaml.text(value);
    if (word === null) return [];
    if (word.startsWith("$")) return classes.get(word.slice(1)) ?? unknown(yaml, value, "$", [...classes.keys()]);
    if (word.startsWith("@")) return kinds.includes(word.slice(1)) ? [word] : unknown(yaml, value, "@", kinds);
    const remedy = check?.(word) ?? null;
    if (remedy !== null) yaml.fault(value, `"${word}" is several words`, remedy);
    if (word === word.toLowerCase()) return [word];
    yaml.fault(value, `"${word}" has capitals`, `write "${word.toLowerCase()}": words are compared in small letters`);
    return [];
  });
}

function unknown(yaml: YamlReader, value: YamlValue, sign: string, accepted: readonly string[]): readonly string[] {
  const what = sign === "$" ? "class above it" : "kind of word that may stand here";
  const remedy = accepted.length === 0 ? "take it out" : `use one of ${accepted.map((each) => sign + each).join(", ")}`;
  yaml.fault(value, `"${yaml.text(value)}" is no ${what}`, remedy);
  return [];
}
