import type { Person, Tenure } from "./actor-base.ts";
import type { ActorIndex, Known } from "./actor-index.ts";
import { isHeldOn } from "./actor-index.ts";
import { type Cluster, newCluster } from "./cluster.ts";
import type { Affiliated, Description, Says } from "./description.ts";
import { foldName, skeletonOf } from "./fold.ts";
import { genderOfHonorific, genderOfNoun } from "./gender.ts";

export interface NamedContext {
  readonly index: ActorIndex;
  /** First day of the document's date, YYYY-MM-DD; null without one. */
  readonly day: string | null;
  readonly asOf: string;
  readonly isSource: (description: Description) => boolean;
  readonly genderOf: (firstName: string) => "male" | "female" | null;
}

/** The clusters of a document by name. */
export interface Named {
  readonly clusters: readonly Cluster[];
  /** Of each description that is a name; none for a place that is nobody. */
  readonly of: ReadonlyMap<Description, Cluster>;
}

type PersonSays = Extract<Says, { kind: "person" }> | Extract<Says, { kind: "name" }>;

/**
 * Gathers the names of a document, wherever in it they stand: full names first, then single ones with them, then those
 * that only the actor base tells of.
 */
export function gatherNames(descriptions: readonly Description[], context: NamedContext): Named {
  const clusters: Cluster[] = [];
  const of = new Map<Description, Cluster>();
  const keyed = new Map<string, Cluster>();
  const clusterAt = (key: string, make: () => Cluster): Cluster => {
    const held = keyed.get(key);
    if (held !== undefined) return held;
    const made = make();
    keyed.set(key, made);
    clusters.push(made);
    return made;
  };
  const join = (description: Description, cluster: Cluster, isPlace = false): void => {
    of.set(description, cluster);
    cluster.mentions.push({ description, kind: "name", isPlace });
  };
  for (const description of descriptions) {
    const { says } = description;
    if (says.kind !== "known") continue;
    const known = chosen(says.known);
    const cluster = clusterOfKnown(known, clusterAt);
    if (cluster !== null) join(description, cluster, says.isPlace && known.kind === "country");
  }
  const persons: Cluster[] = [];
  const named = descriptions.filter(({ says }) => says.kind === "person" || says.kind === "name");
  const [full, single] = [named.filter(isFullName), named.filter((one) => !isFullName(one))];
  const places = placeNames(named, context);
  for (const description of named) {
    const { says } = description;
    if (says.kind !== "name") continue;
    const name = wordsOfName(says.name).join(" ");
    if (!places.has(foldName(name))) continue;
    const cluster = clusterAt(`place:${foldName(name)}`, () => newCluster("government", name));
    join(description, cluster, says.isPlace);
  }
  for (const description of full) {
    if (of.has(description)) continue;
    const says = description.says as PersonSays; // by the filter above
    const cluster = isPersonName(says, description, context)
      ? personCluster(says, persons, clusters, context)
      : bodyCluster(says, clusterAt, context, description);
    if (cluster === null) continue;
    join(description, cluster);
    enrich(cluster, says, context);
  }
  for (const description of single) {
    if (of.has(description)) continue;
    const says = description.says as PersonSays;
    const cluster =
      surnameCluster(says, description, persons, clusters, context) ??
      bodyCluster(says, clusterAt, context, description);
    if (cluster === null) continue;
    join(description, cluster);
    enrich(cluster, says, context);
  }
  return { clusters, of };
}

/**
 * Names that the base does not know and that the text treats as places more often than as anything else: a state or a
 * town that acts is its government.
 */
function placeNames(named: readonly Description[], { index }: NamedContext): ReadonlySet<string> {
  const votes = new Map<string, number>();
  for (const { says } of named) {
    if (says.kind !== "name") continue;
    const name = foldName(wordsOfName(says.name).join(" "));
    const vote = says.isPlace ? 2 : says.guess === "place" ? 1 : says.guess === null ? 0 : -1;
    votes.set(name, (votes.get(name) ?? 0) + vote);
  }
  return new Set(
    [...votes].filter(([name, vote]) => vote > 0 && index.bySurname(name).length === 0).map(([name]) => name),
  );
}

/** A country where several things have the name. */
const chosen = (known: readonly [Known, ...Known[]]): Known =>
  known.find((one) => one.kind === "country" && one.use === "name") ?? known[0];

function clusterOfKnown(known: Known, clusterAt: (key: string, make: () => Cluster) => Cluster): Cluster | null {
  switch (known.kind) {
    case "country": {
      const { iso3, name } = known.country;
      if (known.use === "people") {
        return clusterAt(`people:${iso3}`, () => {
          const people = newCluster(
            "group",
            known.country.people.find((one) => one.endsWith("s")) ?? `people of ${name}`,
          );
          people.countries.add(iso3);
          people.isPlural = true;
          return people;
        });
      }
      const { government } = known;
      if (government !== null && !/^(?:presidency|government)$/.test(government.body)) {
        const [own = government.body] = government.names;
        return clusterAt(`body:${iso3}:${government.body}`, () => {
          const body = newCluster("government", own);
          body.countries.add(iso3);
          body.sector = government.sector;
          return body;
        });
      }
      return clusterAt(`country:${iso3}`, () => {
        const state = newCluster("government", name);
        state.countries.add(iso3);
        state.sector = "GOV";
        return state;
      });
    }
    case "organization": {
      const { id, name, kind, sector, country } = known.organization;
      return clusterAt(`organization:${id}`, () => {
        const body = newCluster(kind, name);
        body.organization = known.organization;
        body.sector = sector;
        if (country !== null) body.countries.add(country);
        return body;
      });
    }
    case "person":
      return null; // described as a person
    default:
      return known satisfies never;
  }
}

const wordsOfName = (name: readonly string[]): readonly string[] =>
  name.filter((word) => /[\p{L}\p{N}]/u.test(word) && !/^['’]s?$/u.test(word));

const isFullName = ({ says }: Description): boolean =>
  (says.kind === "person" || says.kind === "name") && wordsOfName(says.name).length > 1;

const bodyWords =
  /^(?:party|ministry|agency|group|council|committee|commission|university|institute|company|corporation|inc|corp|ltd|bank|news|times|post|press|journal|court|house|center|centre|association|union|federation|foundation|department|office|service|forces|force|army|front|movement|club|club|league|network|tv|television|radio|church|school|college|hospital|airlines|airways|museum|theatre|society|organization|organisation|board|bureau|fund|alliance|coalition|congress|parliament|senate|assembly|authority|administration|campaign|republicans|democrats|team|police|fox|herald|tribune|daily|today|week|magazine|coalition|watch|international|exchange|systems|group|holdings|partners|media|research|studies|policy|rights|security|defense|defence|affairs|initiative|project|program|programme|mission|street|state|act|bill|convention|summit|agreement|treaty|accord|war|day|award|prize|cup|games|olympics|stadium|square|avenue|airport|island|islands|river|mountain|lake|county|city|town|district|province|region|oblast|peninsula|sea|ocean|gulf|bay|valley|beach|park|hotel|tower|building|bridge|hall)$/;

/** Two to four words, with nothing of a body's name among them, where the parser does not see something else. */
function isPersonName(says: PersonSays, description: Description, context: NamedContext): boolean {
  if (says.kind === "person") return true;
  const words = wordsOfName(says.name).map(foldName);
  if (words.some((word) => bodyWords.test(word)) || words.length > 4 || /\d/.test(words.join(""))) return false;
  if (says.guess === "person") return true;
  if (context.genderOf(words[0] ?? "") !== null && says.guess !== "place") return true;
  return says.guess === null && context.isSource(description);
}

function personCluster(says: PersonSays, persons: Cluster[], clusters: Cluster[], context: NamedContext): Cluster {
  const words = wordsOfName(says.name);
  const known = says.kind === "person" ? says.known.flatMap((one) => (one.kind === "person" ? [one.person] : [])) : [];
  const person = bestPerson(known.length > 0 ? known : spelledLike(words, context), says, context);
  const held = persons.find(
    (one) =>
      (person !== null && one.person === person) ||
      one.names.some((name) => isSameName(wordsOfName(name.split(" ")), words)),
  );
  if (held !== undefined) {
    if (held.person === null) held.person = person;
    const name = words.join(" ");
    if (!held.names.includes(name)) held.names.push(name);
    return held;
  }
  const made = newCluster("person", words.join(" "));
  made.person = person;
  made.gender = context.genderOf(foldName(words[0] ?? ""));
  persons.push(made);
  clusters.push(made);
  return made;
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

/** Of persons who share a name, the one whom country, office and date fit. */
function bestPerson(
  candidates: readonly Person[],
  says: Affiliated & { readonly offices?: readonly { readonly kind: string }[] },
  context: NamedContext,
): Person | null {
  const unique = [...new Set(candidates)];
  if (unique.length <= 1) return unique[0] ?? null;
  const scored = unique
    .map((person) => ({ person, score: fitOf(person, says.countries, context) }))
    .sort((a, b) => b.score - a.score);
  const [first, second] = scored;
  return first !== undefined && first.score > (second?.score ?? 0) ? first.person : null;
}

function fitOf({ country, tenures }: Person, countries: readonly string[], { day, asOf }: NamedContext): number {
  const fits =
    countries.length > 0 &&
    (countries.includes(country ?? "") || tenures.some((one) => countries.includes(one.country ?? "")));
  const isInOffice = day !== null && tenures.some((one) => isHeldOn(one, day, asOf));
  return (fits ? 4 : countries.length > 0 ? -4 : 0) + (isInOffice ? 2 : 0) + rankOf(tenures);
}

const rankOf = (tenures: readonly Tenure[]): number =>
  tenures.some(({ office }) =>
    /^(?:president|prime minister|chancellor|supreme leader|monarch|secretary-general)$/.test(office),
  )
    ? 1
    : tenures.some(({ office }) => /^(?:foreign minister|defence minister|high representative)$/.test(office))
      ? 0.5
      : 0;

/** A single name: of somebody named in full elsewhere in the text, else of somebody whom the base knows by it. */
function surnameCluster(
  says: PersonSays,
  description: Description,
  persons: Cluster[],
  clusters: Cluster[],
  context: NamedContext,
): Cluster | null {
  const [word = ""] = wordsOfName(says.name);
  const forms = /^\p{Lu}\p{L}{2,}s$/u.test(word) ? [word, word.slice(0, -1)] : [word];
  for (const form of forms) {
    const skeleton = skeletonOf(foldName(form));
    const fits = persons.filter((one) => one.names.some((name) => isLastOf(name, skeleton)));
    const inOffice =
      says.kind === "person" && fits.length > 1
        ? fits.filter((one) => says.offices.some((noun) => noun.kind === "office" && one.offices.has(noun.office)))
        : [];
    const [only] = inOffice.length > 0 ? inOffice : nearestFirst(fits, description);
    if (only !== undefined) return only;
  }
  // "Hillary", where nobody else in the text has that first name
  const first = persons.filter((one) =>
    one.names.some((name) => foldName(name.split(" ")[0] ?? "") === foldName(word)),
  );
  if (first.length === 1 && says.kind === "name" && says.guess !== "place") return first[0] ?? null;
  for (const form of forms) {
    const known = context.index.bySurname(form);
    const fits = known.filter(({ country }) => country !== null && says.countries.includes(country));
    const person = bestPerson(fits, says, context) ?? wellKnown(known, context);
    if (person === null) continue;
    const held = persons.find((one) => one.person === person);
    if (held !== undefined) return held;
    const made = newCluster("person", form);
    made.person = person;
    made.gender = context.genderOf(foldName(person.name.split(" ")[0] ?? ""));
    persons.push(made);
    clusters.push(made);
    return made;
  }
  if (says.kind === "name" && says.guess !== "person") return null;
  const made = newCluster("person", word);
  persons.push(made);
  clusters.push(made);
  return made;
}

const isLastOf = (name: string, skeleton: string): boolean => {
  const words = name.split(" ");
  return words.length > 0 && skeletonOf(foldName(words.at(-1) ?? "")) === skeleton;
};

function nearestFirst(clusters: readonly Cluster[], description: Description): readonly Cluster[] {
  if (clusters.length < 2) return clusters;
  const distance = (one: Cluster): number =>
    Math.min(
      ...one.mentions
        .map(
          ({ description: { sentence, first } }) =>
            (description.sentence - sentence) * 100 + (description.first - first),
        )
        .map((by) => (by < 0 ? 1e6 - by : by)),
    );
  return clusters.toSorted((a, b) => distance(a) - distance(b));
}

/** Whom a last name alone means in the news: one in a first office at the time, and nobody else of that name is. */
function wellKnown(persons: readonly Person[], { day, asOf }: NamedContext): Person | null {
  const ranked = persons.filter(({ tenures }) =>
    day === null ? rankOf(tenures) === 1 : rankOf(tenures.filter((one) => isHeldOn(one, day, asOf))) > 0,
  );
  return ranked.length === 1 ? (ranked[0] ?? null) : null;
}

function bodyCluster(
  says: PersonSays,
  clusterAt: (key: string, make: () => Cluster) => Cluster,
  context: NamedContext,
  description: Description,
): Cluster | null {
  const isSource = context.isSource(description);
  const name = wordsOfName(says.name);
  if (says.kind === "name" && says.guess === null && name.length < 2 && !isSource) return null;
  return clusterAt(`name:${foldName(name.join(" "))}`, () => newCluster("organization", name.join(" ")));
}

/** What a mention adds: office, country, sector. */
function enrich(cluster: Cluster, says: PersonSays, context: NamedContext): void {
  for (const iso3 of says.countries) cluster.countries.add(iso3);
  cluster.bodies.push(...says.bodies);
  if (says.kind === "person") {
    for (const noun of says.offices) {
      if (noun.kind === "office") cluster.offices.add(noun.office);
      if (noun.kind !== "body") cluster.sector ??= noun.sector;
    }
    if (cluster.gender === null) cluster.gender = genderOfHonorific(says.honorific);
  }
  if (cluster.type === "person" && cluster.gender === null) cluster.gender = genderOfNoun(says.name) ?? null;
  void context;
}
