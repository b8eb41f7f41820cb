import { splitWords } from "../../reader/words.ts";
import { charSpan, textOf } from "../../text/span.ts";
import type { ActorBase, Country, GovernmentName, Organization, Person, Tenure } from "./actor-base.ts";
import { foldName, isHyphen, skeletonOf } from "./fold.ts";
import type { OfficeLexicon } from "./office-lexicon.ts";

/** What words are known to stand for. */
export type Known =
  | {
      readonly kind: "country";
      readonly country: Country;
      /** "Ukraine"; "Ukrainian"; "Ukrainians"; "Kyiv"; "Bankova". */
      readonly use: "name" | "adjective" | "people" | "capital" | "government";
      readonly government: GovernmentName | null;
    }
  | { readonly kind: "organization"; readonly organization: Organization }
  /** By a full name. */
  | { readonly kind: "person"; readonly person: Person };

export interface KnownMatch {
  /** More than one where a name is shared. */
  readonly known: readonly [Known, ...Known[]];
  /** In words of those given. */
  readonly length: number;
}

/** The actor base, made ready to be asked. */
export interface ActorIndex {
  readonly offices: OfficeLexicon;
  /** Until when the base is known to be right, as it says itself. */
  readonly asOf: string;
  /** The longest known name among words that begins with the one at `at`; null where none does. `folded`: the words by `foldName`, where they are at hand. */
  match(words: readonly string[], at: number, folded?: readonly string[]): KnownMatch | null;
  country(iso3: string): Country | null;
  organization(id: string): Organization | null;
  /** Persons by their last name, however it was written over from another alphabet. */
  bySurname(surname: string): readonly Person[];
  /** Who held an office on a day; null where the base does not say, or says that several did. */
  holder(country: string, office: string, day: string): Person | null;
  /** Who headed a body that is no state on a day: "NATO chief", "the FBI director". */
  headOf(body: string, day: string): Person | null;
}

interface Entry {
  readonly words: readonly string[];
  /** Of each word whether it must have its capital: "Russia Today" is no "Russia today". */
  readonly capitals: readonly boolean[];
  /** An abbreviation as it is written, periods left out: "LeT" is no "let". Null for other names. */
  readonly exact: string | null;
  readonly known: Known;
}

export function indexActors(base: ActorBase, offices: OfficeLexicon): ActorIndex {
  const entries = new Map<string, Entry[]>();
  const add = (name: string, known: Known): void => {
    const forms = wordsOf(name);
    const words = forms.map(foldName);
    const capitals = forms.map((form) => /^\p{Lu}\p{Ll}{2,}/u.test(form));
    const [first] = words;
    if (first === undefined || first === "") return;
    const exact = /^\p{Lu}[\p{L}.]*\p{Lu}[\p{L}.]*$/u.test(name) && name.length <= 6 ? name.replaceAll(".", "") : null;
    const held = entries.get(first);
    if (held === undefined) entries.set(first, [{ words, capitals, exact, known }]);
    else held.push({ words, capitals, exact, known });
  };
  for (const country of base.countries) addCountry(country, add);
  for (const organization of base.organizations) {
    for (const name of [organization.name, ...organization.aliases]) add(name, { kind: "organization", organization });
  }
  const surnames = new Map<string, Person[]>();
  for (const person of base.persons) {
    const last = new Set<string>();
    for (const name of [person.name, ...person.aliases]) {
      if (wordsOf(name).length > 1) add(name, { kind: "person", person });
      for (const surname of surnamesOf(name)) last.add(skeletonOf(foldName(surname)));
    }
    for (const surname of last) surnames.set(surname, [...(surnames.get(surname) ?? []), person]);
  }
  for (const [first, list] of entries) {
    entries.set(
      first,
      list.toSorted((a, b) => b.words.length - a.words.length),
    );
  }
  const byOffice = new Map<string, Person[]>();
  for (const person of base.persons) {
    for (const key of new Set(person.tenures.map(({ country, office }) => `${country} ${office}`))) {
      byOffice.set(key, [...(byOffice.get(key) ?? []), person]);
    }
  }
  const byBody = new Map<string, Person[]>();
  for (const person of base.persons) {
    for (const key of new Set(person.tenures.flatMap(({ body }) => (body === null ? [] : [foldName(body)])))) {
      byBody.set(key, [...(byBody.get(key) ?? []), person]);
    }
  }
  const organizations = new Map(base.organizations.map((organization) => [organization.id, organization]));
  const countries = new Map(base.countries.map((country) => [country.iso3, country]));
  return {
    offices,
    asOf: base.asOf,
    match: (words, at, folded) => matchAt(entries, words, at, folded),
    country: (iso3) => countries.get(iso3) ?? null,
    organization: (id) => organizations.get(id) ?? null,
    bySurname: (surname) => surnames.get(skeletonOf(foldName(surname))) ?? [],
    headOf: (body, day) => {
      const key = foldName(body);
      const held = (byBody.get(key) ?? []).filter(({ tenures }) =>
        tenures.some((one) => foldName(one.body ?? "") === key && isHeadship(one) && isHeldOn(one, day, base.asOf)),
      );
      return held.length === 1 ? (held[0] ?? null) : null;
    },
    holder: (country, office, day) => {
      const held = (byOffice.get(`${country} ${office}`) ?? []).filter(({ tenures }) =>
        tenures.some((one) => one.country === country && one.office === office && isHeldOn(one, day, base.asOf)),
      );
      return held.length === 1 ? (held[0] ?? null) : null;
    },
  };
}

const headships =
  /^(?:head of agency|intelligence chief|secretary-general|high representative|commission president|council president)$/;
const isHeadship = ({ office, title }: Tenure): boolean =>
  headships.test(office) && !/^(?:Deputy|Vice|Acting|Assistant|Under)/u.test(title ?? "");

/** Whether a tenure covers a day. One without an end is known to last until the base was last checked. */
export function isHeldOn({ from, to }: Tenure, day: string, asOf: string): boolean {
  if (from === null || from > day.slice(0, from.length)) return false;
  const end = to ?? asOf;
  return day.slice(0, end.length) <= end;
}

/** The last name, with the small words before it as well: "von der Leyen" and "Leyen". */
export function surnamesOf(name: string): readonly string[] {
  const words = name.split(/\s+/u).filter((word) => !/^(?:Jr|Sr|II|III|IV)\.?$/u.test(word));
  const last = words.at(-1);
  if (last === undefined) return [];
  const particle = words.findIndex(
    (word, at) => at > 0 && at < words.length - 1 && /^(?:van|von|de|der|da|di|del|al|el|bin|ibn|le|la)$/iu.test(word),
  );
  const hyphened = last.includes("-") && /^(?:al|el)-/iu.test(last) ? [last.slice(3)] : [];
  return [last, ...hyphened, ...(particle === -1 ? [] : [words.slice(particle).join(" ")])];
}

function addCountry(country: Country, add: (name: string, known: Known) => void): void {
  const known = (use: Extract<Known, { kind: "country" }>["use"], government: GovernmentName | null = null): Known => ({
    kind: "country",
    country,
    use,
    government,
  });
  for (const name of new Set([country.name, ...country.names])) add(name, known("name"));
  for (const name of country.adjectives) add(name, known("adjective"));
  for (const name of country.people) {
    if (!country.adjectives.includes(name)) add(name, known("people"));
  }
  for (const name of country.capital) add(name, known("capital"));
  for (const government of country.governments) {
    for (const name of government.names) add(name, known("government", government));
  }
}

function matchAt(
  entries: ReadonlyMap<string, readonly Entry[]>,
  words: readonly string[],
  at: number,
  given: readonly string[] = words.map(foldName),
): KnownMatch | null {
  const form = words[at] ?? "";
  if (!/^[\p{Lu}\p{N}]|^['’]?\p{Ll}+['’-]?\p{Lu}|^(?:al|el|bin)$/u.test(form)) return null; // a name has a capital
  const own = entries.get(given[at] ?? "") ?? [];
  let found: Entry[] = [];
  for (const entry of own) {
    // longest first: what is shorter than one that was found is not looked at
    if (found[0] !== undefined && entry.words.length < found[0].words.length) break;
    if (isAt(entry, words, given, at)) found = [...found, entry];
  }
  const [first, ...others] = found;
  if (first === undefined) return null;
  return { known: [first.known, ...others.map(({ known }) => known)], length: spanOf(words, at, first.words.length) };
}

function isAt(
  { words: wanted, capitals, exact }: Entry,
  words: readonly string[],
  folded: readonly string[],
  at: number,
): boolean {
  if (exact !== null && (words[at] ?? "").replaceAll(".", "") !== exact) return false;
  let next = at;
  for (const [nth, word] of wanted.entries()) {
    while (next > at && isHyphen(words[next])) next++;
    if (folded[next] !== word || (capitals[nth] === true && !/^\p{Lu}/u.test(words[next] ?? ""))) return false;
    next++;
  }
  return true;
}

/** How many of the words a name of so many words takes, the hyphens between them counted. */
function spanOf(words: readonly string[], at: number, length: number): number {
  let next = at;
  for (let nth = 0; nth < length; nth++) {
    while (next > at && isHyphen(words[next])) next++;
    next++;
  }
  return next - at;
}

/** As the reader divides them, hyphens left out. */
const wordsOf = (name: string): readonly string[] =>
  name === ""
    ? []
    : splitWords(name, charSpan(0, name.length))
        .map((word) => textOf(name, word))
        .filter((word) => !isHyphen(word) && !/^['’]$/u.test(word));
