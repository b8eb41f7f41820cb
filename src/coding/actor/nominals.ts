import type { Tenure } from "./actor-base.ts";
import { type ActorIndex, isHeldOn } from "./actor-index.ts";
import { type Cluster, mention, newCluster } from "./cluster.ts";
import type { Description, Says } from "./description.ts";
import { foldName } from "./fold.ts";
import { genderOfNoun } from "./gender.ts";
import type { OfficeNoun } from "./office-lexicon.ts";
import type { Registry } from "./registry.ts";

export interface NominalContext {
  readonly index: ActorIndex;
  /** First day of the document's date; null without one. */
  readonly day: string | null;
  /** Whether what stands before was said before. */
  readonly inOrder: boolean;
  readonly wordsOf: (description: Description) => string;
  /** The cluster of whoever a phrase belongs to: "Putin" of "Putin's adviser". */
  readonly possessorOf: (description: Description) => Cluster | null;
  /** The mentions so far, the last one last. */
  readonly earlier: readonly { readonly cluster: Cluster; readonly description: Description }[];
  readonly registry: Registry;
}

/** Persons who are looked through for one who may hold an office. */
const MOST_PERSONS = 500;

type NounSays = Extract<Says, { kind: "noun" }>;

/** Whom a noun phrase without a name stands for; null for one that is nobody by itself ("the country" of a text without one). */
export function clusterOfNoun(description: Description, context: NominalContext): Cluster | null {
  const says = description.says as NounSays; // callers give nouns alone
  if (says.isPlace) return null;
  const countries = countriesOf(says, description, context);
  const body = says.nouns.find(({ kind }) => kind === "body");
  const office = says.nouns.find(({ kind }) => kind === "office");
  const isPersonal = says.nouns.some(({ kind }) => kind === "person");
  if (office?.kind === "office" && !says.isPlural) {
    const found = officeHolder(office, says, description, countries, context);
    if (found !== null) return found;
  }
  if (office?.kind === "office" && says.isPlural && countries.length > 1) {
    const found = officeHolders(office, says, description, countries, context);
    if (found !== null) return found;
  }
  if (body?.kind === "body" && !(isPersonal && says.isPlural && countries.length === 0))
    return bodyOf(body, says, countries, description, context);
  return unnamed(says, countries, description, context);
}

function countriesOf(says: NounSays, description: Description, context: NominalContext): readonly string[] {
  if (says.countries.length > 0) return says.countries;
  const owner = context.possessorOf(description);
  return owner === null ? [] : [...owner.countries].slice(0, 1);
}

const leaders = new Set(["president", "prime minister", "chancellor", "supreme leader", "monarch", "head of state"]);

/** "the Velmaran president": a person of the text, else of the base, else a person known by the office alone. */
function officeHolder(
  noun: Extract<OfficeNoun, { kind: "office" }>,
  says: NounSays,
  description: Description,
  countries: readonly string[],
  context: NominalContext,
  isKnownOnly = false,
): Cluster | null {
  if (says.definite === "indefinite" || says.isOther) return null;
  if (says.definite === "bare" && countries.length === 0 && !says.isCapital) return null;
  const { office } = noun;
  const [country] = countries;
  const fits = (cluster: Cluster): boolean =>
    cluster.type === "person" &&
    (cluster.offices.has(office) ||
      isHolder(cluster, office, context) ||
      (office === "leader" &&
        country !== undefined &&
        [...cluster.offices, ...officesInBase(cluster, context)].some((one) => leaders.has(one)))) &&
    (country === undefined || cluster.countries.has(country) || cluster.person?.country === country) &&
    (country !== undefined || says.bodies.length === 0 || says.bodies.some(({ name }) => isOfBody(cluster, name)));
  const inText = context.inOrder ? context.earlier.findLast(({ cluster }) => fits(cluster))?.cluster : undefined;
  if (inText !== undefined) return inText;
  const anywhere = context.registry.persons.slice(0, MOST_PERSONS).filter(fits);
  if (anywhere.length === 1 && (country !== undefined || says.definite === "definite")) return anywhere[0] ?? null;
  if (context.day !== null) {
    const { day, index } = context;
    const isHead = /^(?:head of agency|leader|secretary-general|high representative|intelligence chief)$/.test(office);
    const ofBody = isHead ? says.bodies.flatMap(({ name }) => index.headOf(name, day) ?? []) : [];
    const ofState =
      country !== undefined && says.bodies.length === 0 && office !== "leader"
        ? index.holder(country, office, day)
        : null;
    const person = ofBody[0] ?? ofState;
    if (person !== null) {
      const held = context.registry.person(person);
      if (held !== null) return held;
      const made = newCluster("person", person.name);
      made.person = person;
      if (country !== undefined) made.countries.add(country);
      made.offices.add(office);
      made.sector = noun.sector;
      return context.registry.add(made);
    }
  }
  if (isKnownOnly) return null;
  if (
    /^(?:spokesperson|adviser|envoy|ambassador|legislator|candidate|counterpart|officer|business leader|head of agency|leader|judge|prosecutor|minister|religious leader|chief negotiator)$/.test(
      office,
    ) &&
    country === undefined
  )
    return null;
  if (/^(?:spokesperson|adviser|legislator|officer|counterpart|business leader)$/.test(office)) return null;
  if (country === undefined) return null;
  const words = context.wordsOf(description);
  const key = `${country} ${office} ${says.bodies.map(({ name }) => name).join(" ")}`;
  const held = context.registry.get(key);
  if (held !== null) return held;
  const made = newCluster("person", words);
  made.countries.add(country);
  made.offices.add(office);
  made.sector = noun.sector;
  return context.registry.add(made, key);
}

/** "the foreign ministers of Velmara and Torvask": those of the text who are, and the states of the others. */
function officeHolders(
  office: Extract<OfficeNoun, { kind: "office" }>,
  says: NounSays,
  description: Description,
  countries: readonly string[],
  context: NominalContext,
): Cluster | null {
  const one: NounSays = { ...says, isPlural: false, definite: "definite", bodies: [] };
  const members = countries.map((iso3) =>
    officeHolder(office, { ...one, countries: [iso3] }, description, [iso3], context, true),
  );
  const found = members.filter((member) => member !== null);
  if (found.length === 0) return null;
  const states = countries.filter((_, nth) => members[nth] === null).map((iso3) => stateOf(iso3, context));
  const all = [...found, ...states];
  for (const member of all) if (member.mentions.length === 0) mention(member, description, "nominal");
  return context.registry.at(`holders:${office.office}:${countries.join(" ")}`, () => {
    const made = newCluster("group", context.wordsOf(description));
    made.isPlural = true;
    made.sector = office.sector;
    made.members.push(...all);
    return made;
  });
}

const isOfBody = (cluster: Cluster, name: string): boolean =>
  cluster.bodies.some((own) => own.name === name) ||
  (cluster.person?.tenures.some(
    ({ body, title }) => body === name || (title ?? "").startsWith(name.split(" ")[0] ?? name),
  ) ??
    false);

/** Bases have those who stand for election as leaders of their parties: the title tells. */
const isNominee = ({ title }: Tenure): boolean => /nominee|candidate/i.test(title ?? "");

const isHolder = (cluster: Cluster, office: string, { day, index }: NominalContext): boolean =>
  cluster.person?.tenures.some(
    (one) =>
      (one.office === office || (office === "candidate" && isNominee(one))) &&
      (day === null || isHeldOn(one, day, index.asOf)),
  ) ?? false;

const officesInBase = (cluster: Cluster, context: NominalContext): readonly string[] =>
  (cluster.person?.tenures ?? [])
    .filter(({ office }) => isHolder(cluster, office, context))
    .map(({ office }) => office);

/** "the Velmaran foreign ministry", "the government", "a rights group". */
function bodyOf(
  noun: Extract<OfficeNoun, { kind: "body" }>,
  says: NounSays,
  countries: readonly string[],
  description: Description,
  context: NominalContext,
): Cluster | null {
  const [country] = countries;
  const owner = says.bodies.find(({ organization }) => organization !== null);
  if (owner !== undefined && !says.isPlural && /^(?:media|company|organisation|party|rebels)$/.test(noun.body)) {
    // "the Amsel news agency" is Amsel itself
    return context.registry.at(`organization:${owner.organization}`, () => {
      const made = newCluster("organization", owner.name);
      made.organization = context.index.organization(owner.organization ?? "");
      made.sector = owner.sector;
      return made;
    });
  }
  const isState = /^(?:GOV|MIL|COP|SPY|LEG|JUD)$/.test(noun.sector);
  if (
    noun.body === "government" &&
    says.noun === "country" &&
    says.definite === "definite" &&
    !says.isPlural &&
    country === undefined
  ) {
    return lastCountry(context);
  }
  if (country !== undefined && isState) {
    if (noun.body === "government") return stateOf(country, context);
    const name = nameOfBody(noun, says, country, context);
    return context.registry.at(
      `body:${country}:${noun.body === "ministry" ? foldName(says.noun + name) : noun.body}`,
      () => {
        const made = newCluster("government", name);
        made.countries.add(country);
        made.sector = noun.sector;
        return made;
      },
    );
  }
  if (says.definite === "definite" && !says.isPlural && context.inOrder) {
    const own = foldName(context.wordsOf(description)).split(" ");
    const before = context.earlier.findLast(
      ({ cluster, description: { says: theirs } }) =>
        cluster.type !== "person" &&
        theirs.kind === "noun" &&
        theirs.noun === says.noun &&
        !theirs.isPlural &&
        (own.length === 1 || foldName(cluster.names[0] ?? "").endsWith(own.join(" "))),
    );
    if (before !== undefined) return before.cluster;
  }
  if (says.definite === "definite" && !says.isPlural) {
    // "the mission", of which the text has given the whole name
    const last = foldName(says.noun);
    const named = (context.inOrder ? context.earlier : []).findLast(
      ({ cluster }) =>
        (cluster.type === "organization" || cluster.type === "government" || cluster.type === "group") &&
        cluster.isNamed &&
        [...cluster.names, cluster.organization?.name ?? ""].some((name) => foldName(name).split(" ").includes(last)),
    );
    if (named !== undefined) return named.cluster;
  }
  if (
    says.definite === "definite" &&
    !says.isPlural &&
    context.inOrder &&
    generic.test(says.noun) &&
    says.bodies.length === 0
  ) {
    // "the agency", right after one was named
    const near = context.earlier.findLast(
      ({ cluster, description: { sentence } }) =>
        description.sentence - sentence <= 6 &&
        cluster.isNamed &&
        (cluster.type === "organization" || (cluster.type === "government" && !cluster.isState)) &&
        cluster.sector !== "MED",
    );
    if (near !== undefined) return near.cluster;
  }
  const words = context.wordsOf(description);
  if (isState && says.definite !== "indefinite" && !says.isPlural) {
    return context.registry.at(`noun:${owner?.organization ?? ""}${foldName(words)}`, () => {
      const made = newCluster("government", words);
      made.sector = noun.sector;
      return made;
    });
  }
  return unnamed(says, countries, description, context, isState ? "group" : "organization", noun.sector);
}

/** Nouns that any body may be taken up by. */
const generic =
  /^(?:agency|group|organization|organisation|company|firm|bank|party|institute|bloc|alliance|body|watchdog|union|association|foundation)$/;

/** The state that the text last spoke of as one. */
function lastCountry(context: NominalContext): Cluster | null {
  if (!context.inOrder) return null;
  const found = context.earlier.findLast(({ cluster }) => cluster.isState);
  return found?.cluster ?? null;
}

function stateOf(country: string, { registry, index }: NominalContext): Cluster {
  return registry.at(`country:${country}`, () => {
    const made = newCluster("government", index.country(country)?.name ?? country);
    made.isState = true;
    made.countries.add(country);
    made.sector = "GOV";
    return made;
  });
}

function nameOfBody(
  noun: Extract<OfficeNoun, { kind: "body" }>,
  says: NounSays,
  country: string,
  context: NominalContext,
): string {
  const adjective = context.index.country(country)?.adjectives[0] ?? country;
  return `${adjective} ${noun.body === "ministry" ? says.noun : noun.body}`;
}

/**
 * Somebody without a name. "the official" takes up the last unnamed official, or the person who was introduced as one;
 * "officials" is who "officials" was before; "a second official" is someone else.
 */
function unnamed(
  says: NounSays,
  countries: readonly string[],
  description: Description,
  context: NominalContext,
  type: Cluster["type"] = "anonymous",
  sector: Cluster["sector"] = null,
): Cluster {
  const words = context.wordsOf(description);
  const own =
    sector ??
    says.nouns.find(({ kind }) => kind !== "body")?.sector ??
    says.bodies.find((body) => body.sector !== null)?.sector ??
    null;
  const owner = context.possessorOf(description);
  if (says.definite === "definite" && !says.isOther && context.inOrder) {
    const before = context.earlier.findLast(({ cluster, description: { says: theirs } }) => {
      if (cluster.isPlural !== says.isPlural || (owner !== null && cluster.owner !== null && cluster.owner !== owner))
        return false;
      if (countries.length > 0 && cluster.countries.size > 0 && !countries.some((one) => cluster.countries.has(one)))
        return false;
      if (cluster.type === "person") return !says.isPlural && hasNoun(cluster, says);
      return theirs.kind === "noun" && theirs.noun === says.noun && cluster.type === type;
    });
    if (before !== undefined) {
      addStates(before.cluster, countries, description, context);
      return before.cluster;
    }
  }
  const described = type === "anonymous" ? describedPerson(says, description, context) : null;
  if (described !== null) return described;
  const isSame = says.isPlural && says.definite !== "definite" && !says.isOther; // "officials" are who "officials" were
  const key = isSame ? `several:${type}:${foldName(words)}` : null;
  const held = key === null ? null : context.registry.get(key);
  if (held !== null) return held;
  const made = newCluster(type, words);
  if (countries.length === 1) for (const iso3 of countries) made.countries.add(iso3);
  addStates(made, countries, description, context);
  made.isPlural = says.isPlural;
  made.owner = owner;
  made.sector = own;
  made.gender = genderOfNoun([says.noun]);
  made.bodies.push(...says.bodies);
  for (const noun of says.nouns) if (noun.kind === "office") made.offices.add(noun.office);
  return context.registry.add(made, ...(key === null ? [] : [key]));
}

/** "Velmaran and Torvaski officials" are of both states, and so is who was "officials" before. */
function addStates(
  group: Cluster,
  countries: readonly string[],
  description: Description,
  context: NominalContext,
): void {
  if (countries.length < 2 || group.members.length > 0) return;
  for (const iso3 of countries) {
    const state = stateOf(iso3, context);
    if (state.mentions.length === 0) mention(state, description, "nominal");
    group.members.push(state);
  }
}

/** Nouns by which papers take up a person they have named: not those that hide one ("the official", "a source"). */
const descriptions =
  /^(?:businessman|businesswoman|billionaire|mogul|tycoon|magnate|senator|congressman|congresswoman|lawmaker|legislator|candidate|nominee|contender|governor|mayor|minister|premier|president|leader|general|politician|incumbent|statesman|democrat|republican|professor|author|activist|economist|lawyer|attorney|star|veteran|diplomat|envoy|negotiator|ambassador)$/;

/** "the harbour-town businessman", where the sentences before name one person alone. */
function describedPerson(
  says: NounSays,
  { sentence }: Description,
  { inOrder, earlier }: NominalContext,
): Cluster | null {
  if (!inOrder || says.isPlural || says.isOther || says.definite !== "definite" || !descriptions.test(says.noun))
    return null;
  const near = new Set<Cluster>();
  for (const { cluster, description } of earlier) {
    if (sentence - description.sentence <= 2 && cluster.type === "person" && cluster.isNamed) near.add(cluster);
  }
  const [only] = near;
  return near.size === 1 && only !== undefined ? only : null;
}

/** "the spokesman", of a person introduced as one. */
const hasNoun = (cluster: Cluster, says: NounSays): boolean =>
  says.nouns.some((noun) => noun.kind === "office" && cluster.offices.has(noun.office)) || cluster.nouns.has(says.noun);
