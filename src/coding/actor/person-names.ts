import type { Person, Tenure } from "./actor-base.ts";
import { type ActorIndex, isHeldOn } from "./actor-index.ts";
import { type Cluster, newCluster } from "./cluster.ts";
import type { Affiliated, Description, Says } from "./description.ts";
import { foldName, skeletonOf } from "./fold.ts";
import { genderOfHonorific } from "./gender.ts";
import type { Registry } from "./registry.ts";

export interface NamedContext {
  readonly index: ActorIndex;
  /** First day of the document's date, YYYY-MM-DD; null without one. */
  readonly day: string | null;
  readonly isSource: (description: Description) => boolean;
  /** Whether the text names a country. */
  readonly isSpokenOf: (iso3: string) => boolean;
  readonly genderOf: (firstName: string) => "male" | "female" | null;
}

export type PersonSays = Extract<Says, { kind: "person" }> | Extract<Says, { kind: "name" }>;

/** The words of a name without marks; "Holtz", "-" and "Arden" are one. */
export function wordsOfName(name: readonly string[]): readonly string[] {
  const words: string[] = [];
  name.forEach((word, at) => {
    const last = words.at(-1);
    if (/^[-‐‑]$/u.test(word) || /^['’]s?$/u.test(word) || !/[\p{L}\p{N}]/u.test(word)) return;
    if (last !== undefined && /^[-‐‑]$/u.test(name[at - 1] ?? "")) words[words.length - 1] = `${last}-${word}`;
    else words.push(word);
  });
  return words;
}

/** A full name: of the person who has it, written otherwise perhaps, or a new one. */
export function personCluster(says: PersonSays, registry: Registry, context: NamedContext): Cluster {
  const words = wordsOfName(says.name);
  const known = says.kind === "person" ? says.known.flatMap((one) => (one.kind === "person" ? [one.person] : [])) : [];
  const person = bestPerson(known.length > 0 ? known : spelledLike(words, context), says, context, words.join(" "));
  const held = (person === null ? null : registry.person(person)) ?? sameName(words, registry);
  if (held) {
    if (held.person === null) held.person = person;
    registry.name(held, words);
    return held;
  }
  const made = newCluster("person", words.join(" "));
  made.person = person;
  made.gender = context.genderOf(foldName(words[0] ?? ""));
  return registry.add(made);
}

/** The person of the text who has a name: first and last alike, or an initial that only one fits. */
function sameName(words: readonly string[], registry: Registry): Cluster | null {
  const [given = "", family = ""] = [words[0], words.at(-1)];
  const [whole] = registry.byBoth(given, family);
  if (whole !== undefined) return whole;
  const isInitial = (word: string): boolean => foldName(word).length === 1;
  const known = registry.byInitial(given, family);
  const fits = isInitial(given)
    ? known
    : known.filter(({ names }) => names.every((name) => isInitial(name.split(" ")[0] ?? "")));
  return fits.length === 1 ? (fits[0] ?? null) : null;
}

/** Persons of the base whose names differ from these words as one writing over from another alphabet does from the next. */
const spelledLike = (words: readonly string[], { index }: NamedContext): readonly Person[] =>
  index
    .bySurname(words.at(-1) ?? "")
    .filter((person) =>
      [person.name, ...person.aliases].some(
        (name) => isSameName(name.split(" "), words) && (words[0] ?? "").length > 2,
      ),
    );

/** "Dmytro Kuleba" and "D. Kuleba", "Zelensky" and "Zelenskyy": last names alike, first names alike or unsaid. */
function isSameName(a: readonly string[], b: readonly string[]): boolean {
  const [lastA, lastB] = [skeletonOf(foldName(a.at(-1) ?? "")), skeletonOf(foldName(b.at(-1) ?? ""))];
  if (lastA !== lastB) return false;
  const [firstA, firstB] = [foldName(a[0] ?? ""), foldName(b[0] ?? "")];
  return (
    skeletonOf(firstA) === skeletonOf(firstB) ||
    ((firstA.length === 1 || firstB.length === 1) && firstA[0] === firstB[0])
  );
}

/** Of persons who share a name, the one whom country, date and the rank of their offices fit. */
function bestPerson(
  candidates: readonly Person[],
  says: Pick<Affiliated, "countries">,
  context: NamedContext,
  name: string | null = null,
): Person | null {
  const unique = [...new Set(candidates)];
  const [single] = unique;
  if (single === undefined) return null;
  if (unique.length === 1) {
    // by another name than the base's own somebody else may be meant
    const isOwn = name === null || foldName(name) === foldName(single.name);
    return isOwn || fitOf(single, says.countries, context) >= 1 || context.isSpokenOf(single.country ?? "")
      ? single
      : null;
  }
  const scored = unique
    .map((person) => ({ person, score: fitOf(person, says.countries, context) }))
    .sort((a, b) => b.score - a.score);
  const [first, second] = scored;
  return first !== undefined && first.score > (second?.score ?? 0) ? first.person : null;
}

function fitOf({ country, tenures }: Person, countries: readonly string[], { day, index }: NamedContext): number {
  const fits =
    countries.length > 0 &&
    (countries.includes(country ?? "") || tenures.some((one) => countries.includes(one.country ?? "")));
  const isInOffice = day !== null && tenures.some((one) => isHeldOn(one, day, index.asOf));
  return (fits ? 4 : countries.length > 0 ? -4 : 0) + (isInOffice ? 2 : 0) + rankOf(tenures);
}

const isProminent = (tenures: readonly Tenure[]): boolean =>
  rankOf(tenures) > 0 || tenures.some(({ title }) => /nominee/i.test(title ?? ""));

const rankOf = (tenures: readonly Tenure[]): number =>
  tenures.some(({ office }) =>
    /^(?:president|prime minister|chancellor|supreme leader|monarch|secretary-general)$/.test(office),
  )
    ? 1
    : tenures.some(({ office }) => /^(?:foreign minister|defence minister|high representative)$/.test(office))
      ? 0.5
      : 0;

/** A single name: of somebody named in full elsewhere in the text, else of somebody whom the base knows by it. */
export function surnameCluster(says: PersonSays, registry: Registry, context: NamedContext): Cluster | null {
  const [word = ""] = wordsOfName(says.name);
  const forms = /^\p{Lu}\p{L}{2,}s$/u.test(word) ? [word, word.slice(0, -1)] : [word];
  for (const form of forms) {
    const gender = says.kind === "person" ? genderOfHonorific(says.honorific) : null;
    const fits = registry.byLast(form).filter((one) => gender === null || one.gender === null || one.gender === gender);
    const inOffice =
      says.kind === "person" && fits.length > 1
        ? fits.filter((one) => says.offices.some((noun) => noun.kind === "office" && one.offices.has(noun.office)))
        : [];
    const [only] = inOffice.length > 0 ? inOffice : mostSpokenOf(fits);
    if (only !== undefined) return only;
  }
  // a first name alone, where nobody else in the text has that first name
  const first = registry.byFirst(word);
  if (first.length === 1 && says.kind === "name" && says.guess !== "place") return first[0] ?? null;
  for (const form of forms) {
    const known = form.length < 3 ? [] : context.index.bySurname(form);
    const ofText = known.filter(({ country }) => country !== null && says.countries.includes(country));
    const person = bestPerson(ofText, says, context) ?? wellKnown(known, context) ?? onlyOne(known, says, context);
    if (person === null) continue;
    const held = registry.person(person);
    if (held !== null) return held;
    const made = newCluster("person", form);
    made.person = person;
    made.gender = context.genderOf(foldName(person.name.split(" ")[0] ?? ""));
    return registry.add(made);
  }
  if (
    says.kind === "name" &&
    (says.guess !== "person" || /\p{Ll}\p{Lu}/u.test(word.replace(/^(?:Mc|Mac|De|O['’])/u, "")))
  )
    return null;
  const made = newCluster("person", word);
  made.gender = context.genderOf(foldName(word));
  const country = countryOfOffice(word, says, context);
  if (country !== null) made.countries.add(country);
  return registry.add(made);
}

/** "President Orlan" of a text without a date may be the father or the daughter: of one state all the same. */
function countryOfOffice(surname: string, says: PersonSays, { index }: NamedContext): string | null {
  if (says.kind !== "person" || says.countries.length > 0) return null;
  const held = says.offices.flatMap((noun) => (noun.kind === "office" ? [noun.office] : []));
  const countries = new Set(
    index
      .bySurname(surname)
      .flatMap(({ tenures }) => tenures.filter(({ office }) => held.includes(office)).map(({ country }) => country)),
  );
  const [only] = countries;
  return countries.size === 1 ? (only ?? null) : null;
}

/** Of several persons of one last name the one that the text speaks of most, the base's before others: the others get their first names. */
function mostSpokenOf(clusters: readonly Cluster[]): readonly Cluster[] {
  const weight = ({ person, mentions }: Cluster): number =>
    mentions.length + (person === null ? 0 : isProminent(person.tenures) ? 12 : 2);
  const [first] = clusters;
  if (first === undefined) return [];
  return [clusters.reduce((best, one) => (weight(one) > weight(best) ? one : best), first)];
}

/** The only person of that name in the base, where the text speaks of their country and of the time they held an office. */
function onlyOne(persons: readonly Person[], says: PersonSays, { day, isSpokenOf }: NamedContext): Person | null {
  const [person] = persons;
  if (person === undefined || persons.length > 1 || person.country === null || !isSpokenOf(person.country)) return null;
  if (says.kind === "name" && says.guess !== "person") return null;
  const isNear = ({ from, to }: Tenure): boolean =>
    day === null ||
    ((from ?? day).slice(0, 4) <= `${Number(day.slice(0, 4)) + 1}` &&
      (to ?? day).slice(0, 4) >= `${Number(day.slice(0, 4)) - 1}`);
  return person.tenures.some(isNear) ? person : null;
}

/** Whom a last name alone means in the news: one in a first office at the time, and nobody else of that name is. */
function wellKnown(persons: readonly Person[], { day, index }: NamedContext): Person | null {
  const ranked = persons.filter(({ tenures }) =>
    day === null ? rankOf(tenures) === 1 : rankOf(tenures.filter((one) => isHeldOn(one, day, index.asOf))) > 0,
  );
  return ranked.length === 1 ? (ranked[0] ?? null) : null;
}
