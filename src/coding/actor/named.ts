import type { Known } from "./actor-index.ts";
import { type Cluster, mention, newCluster } from "./cluster.ts";
import type { Description } from "./description.ts";
import { foldName } from "./fold.ts";
import { genderOfHonorific, genderOfNoun } from "./gender.ts";
import { type NamedContext, type PersonSays, personCluster, surnameCluster, wordsOfName } from "./person-names.ts";
import type { Registry } from "./registry.ts";

/**
 * Gathers the names of a document, wherever in it they stand: full names first, then single ones with them, then those
 * that only the actor base tells of. Gives the cluster of each description that is a name; none for one that is nobody.
 */
export function gatherNames(
  descriptions: readonly Description[],
  registry: Registry,
  context: NamedContext,
): ReadonlyMap<Description, Cluster> {
  const of = new Map<Description, Cluster>();
  const join = (description: Description, cluster: Cluster, isPlace = false): void => {
    of.set(description, cluster);
    mention(cluster, description, "name", isPlace);
  };
  const named = descriptions.filter(({ says }) => says.kind === "person" || says.kind === "name");
  const [full, single] = [named.filter(isFullName), named.filter((one) => !isFullName(one))];
  const places = placeNames(named, context);
  const bodies = bodyNames(named);
  for (const description of named) {
    const { says } = description;
    if (says.kind !== "name") continue;
    const name = wordsOfName(says.name).join(" ");
    if (!places.has(foldName(name))) continue;
    const cluster = registry.at(`place:${foldName(name)}`, () => newCluster("government", name));
    join(description, cluster, says.isPlace);
  }
  for (const description of full) {
    if (of.has(description)) continue;
    const says = description.says as PersonSays; // by the filter above
    const isBody = bodies.has(foldName(wordsOfName(says.name).join(" ")));
    const cluster =
      !isBody && isPersonName(says, description, context)
        ? personCluster(says, registry, context)
        : bodyCluster(says, registry, context, description);
    if (cluster === null) continue;
    join(description, cluster);
    enrich(cluster, says);
  }
  for (const description of descriptions) {
    const { says } = description;
    if (says.kind !== "known") continue;
    const known = chosen(says.known);
    const bearer =
      known.kind === "country" && !says.isModifier && !says.isPlace ? bearerOf(description, known, registry) : null;
    if (bearer !== null) {
      join(description, bearer);
      continue;
    }
    const cluster = clusterOfKnown(known, registry);
    if (cluster !== null) join(description, cluster, says.isPlace && known.kind === "country");
  }
  for (const description of single) {
    if (of.has(description)) continue;
    const says = description.says as PersonSays;
    const cluster = surnameCluster(says, registry, context) ?? bodyCluster(says, registry, context, description);
    if (cluster === null) continue;
    join(description, cluster);
    enrich(cluster, says);
  }
  return of;
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

/** Names that the parser takes for a body's more often than for a person's, and that no title stands before. */
function bodyNames(named: readonly Description[]): ReadonlySet<string> {
  const votes = new Map<string, number>();
  for (const { says } of named) {
    if (says.kind !== "person" && says.kind !== "name") continue;
    const vote = says.kind === "person" ? -100 : says.guess === "organization" ? 1 : -1;
    const name = foldName(wordsOfName(says.name).join(" "));
    votes.set(name, (votes.get(name) ?? 0) + vote);
  }
  return new Set([...votes].filter(([, vote]) => vote > 0).map(([name]) => name));
}

/** "Jordan", where the text has named a person so in full. */
function bearerOf({ first, last }: Description, known: Known, registry: Registry): Cluster | null {
  if (known.kind !== "country" || first !== last || known.use === "capital") return null;
  const [bearer, ...others] = registry.byLast(known.country.name);
  return known.use === "name" && others.length === 0 ? (bearer ?? null) : null;
}

/** A country where several things have the name. */
const chosen = (known: readonly [Known, ...Known[]]): Known =>
  known.find((one) => one.kind === "country" && one.use === "name") ?? known[0];

function clusterOfKnown(known: Known, registry: Registry): Cluster | null {
  switch (known.kind) {
    case "country": {
      const { iso3, name } = known.country;
      if (known.use === "people") {
        return registry.at(`people:${iso3}`, () => {
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
        return registry.at(`body:${iso3}:${government.body}`, () => {
          const body = newCluster("government", own);
          body.countries.add(iso3);
          body.sector = government.sector;
          return body;
        });
      }
      return registry.at(`country:${iso3}`, () => {
        const state = newCluster("government", name);
        state.isState = true;
        state.countries.add(iso3);
        state.sector = "GOV";
        return state;
      });
    }
    case "organization": {
      const { id, name, kind, sector, country } = known.organization;
      return registry.at(`organization:${id}`, () => {
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

const isFullName = ({ says }: Description): boolean =>
  (says.kind === "person" || says.kind === "name") && wordsOfName(says.name).length > 1;

const bodyWords =
  /^(?:party|ministry|agency|group|council|committee|commission|university|institute|company|corporation|inc|corp|ltd|bank|news|times|post|press|journal|court|house|center|centre|association|union|federation|foundation|department|office|service|forces|force|army|front|movement|club|league|network|tv|television|radio|church|school|college|hospital|airlines|airways|museum|theatre|society|organization|organisation|board|bureau|fund|alliance|coalition|congress|parliament|senate|assembly|authority|administration|campaign|republicans|democrats|team|police|herald|tribune|daily|today|week|magazine|watch|international|exchange|systems|holdings|partners|media|research|studies|policy|rights|security|defense|defence|affairs|initiative|project|program|programme|mission|street|state|act|bill|convention|summit|agreement|treaty|accord|war|day|award|prize|cup|games|olympics|stadium|square|avenue|airport|island|islands|river|mountain|lake|county|city|town|district|province|region|oblast|peninsula|sea|ocean|gulf|bay|valley|beach|park|hotel|tower|building|bridge|hall)$/;

/** Two to four words, with nothing of a body's name among them, where the parser does not see something else. */
function isPersonName(says: PersonSays, description: Description, context: NamedContext): boolean {
  if (says.kind === "person") return true;
  const words = wordsOfName(says.name).map(foldName);
  if (words.some((word) => bodyWords.test(word)) || words.length > 4 || /\d/.test(words.join(""))) return false;
  if (
    wordsOfName(says.name).some(
      (word) => /\p{Ll}\p{Lu}/u.test(word) && !/^(?:Mc|Mac|De|Di|La|Le|Van|Fitz|O)\p{Lu}/u.test(word),
    )
  )
    return false; // "HarborWatch"
  if (says.guess === "person") return true;
  if (context.genderOf(words[0] ?? "") !== null && says.guess !== "place") return true;
  return says.guess === null && context.isSource(description);
}

function bodyCluster(
  says: PersonSays,
  registry: Registry,
  context: NamedContext,
  description: Description,
): Cluster | null {
  const isSource = context.isSource(description);
  const name = wordsOfName(says.name);
  if (says.kind === "name" && says.guess === null && name.length < 2 && !isSource) return null;
  return registry.at(`name:${foldName(name.join(" "))}`, () => newCluster("organization", name.join(" ")));
}

/** What a mention adds: office, country, sector. */
function enrich(cluster: Cluster, says: PersonSays): void {
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
}
