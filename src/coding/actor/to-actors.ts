import type { Document } from "../../document/document.ts";
import { type ActorId, type ActorKey, type CharSpan, charSpan } from "../../text/span.ts";
import type { Actor, Mention } from "./actor.ts";
import type { Tenure } from "./actor-base.ts";
import { type ActorIndex, isHeldOn } from "./actor-index.ts";
import { byPlace, type Cluster } from "./cluster.ts";
import type { Description } from "./description.ts";
import { foldName } from "./fold.ts";
import type { SentenceWords } from "./name-runs.ts";

export interface ToActorsContext {
  readonly document: Document;
  readonly index: ActorIndex;
  readonly day: string | null;
  readonly spanOf: (description: Description) => CharSpan;
  readonly words: readonly SentenceWords[];
  /** Those who are the source of a statement. */
  readonly speaking: ReadonlySet<Cluster>;
}

export interface NumberedActors {
  readonly actors: readonly Actor[];
  readonly idOf: (cluster: Cluster) => ActorId | null;
}

/** The clusters as actors, numbered by first mention. */
export function toActors(clusters: readonly Cluster[], context: ToActorsContext): NumberedActors {
  const ordered = clusters
    .filter(({ mentions }) => mentions.length > 0)
    .map((cluster) => ({ cluster, mentions: mentionsOf(cluster, context) }))
    .sort((a, b) => a.mentions[0].start - b.mentions[0].start || b.mentions[0].end - a.mentions[0].end);
  const ids = new Map(ordered.map(({ cluster }, nth) => [cluster, `a${nth + 1}` as ActorId]));
  const idOf = (cluster: Cluster): ActorId | null => ids.get(cluster) ?? null;
  const actors = ordered.map(({ cluster, mentions }) => actorOf(cluster, mentions, idOf, context));
  return { actors, idOf };
}

/** Offices that say less than others that the same person may be called by. */
const general = /^(?:leader|minister|officer|candidate)$/;

type Mentions = readonly [Mention, ...Mention[]];

function mentionsOf(cluster: Cluster, { spanOf }: ToActorsContext): Mentions {
  const mentions = cluster.mentions
    .toSorted((a, b) => byPlace(a.description, b.description))
    .map(({ description, kind, isPlace }): Mention => ({ ...spanOf(description), kind, asPlace: isPlace }));
  return mentions as unknown as Mentions; // callers keep clusters with mentions alone
}

function actorOf(
  cluster: Cluster,
  mentions: Mentions,
  idOf: (cluster: Cluster) => ActorId | null,
  context: ToActorsContext,
): Actor {
  const { person, organization, members } = cluster;
  const tenure = tenureOf(cluster, context);
  const name = person?.name ?? organization?.name ?? bestName(cluster);
  const [fromText = null] = cluster.countries;
  const country =
    person !== null
      ? (tenure?.country ?? person.country ?? fromText)
      : organization !== null
        ? organization.country
        : fromText;
  const type = typeOf(cluster, context);
  const offices = [...cluster.offices].filter((one) => one !== "counterpart"); // which is whose he is, not what
  const office = offices.find((one) => !general.test(one)) ?? offices[0] ?? null;
  return {
    id: idOf(cluster) as ActorId, // every cluster with mentions has one
    key: keyOf(cluster, name, country, context, mentions[0]),
    base: person?.id ?? organization?.id ?? null,
    name,
    type,
    country,
    role: office ?? tenure?.office ?? null,
    sector: sectorOf(cluster, tenure),
    number: cluster.isPlural ? "several" : "one",
    knowledge: type === "anonymous" ? knowledgeOf(cluster, context) : null,
    members: members.flatMap((member) => idOf(member) ?? []),
    mentions,
  };
}

/** Several unnamed people who are the source of nothing are a group, not an anonymous source. */
function typeOf(cluster: Cluster, { speaking }: ToActorsContext): Actor["type"] {
  if (cluster.type === "anonymous" && cluster.isPlural && !speaking.has(cluster)) return "group";
  return cluster.type;
}

function tenureOf({ person, offices }: Cluster, { day, index }: ToActorsContext): Tenure | null {
  if (person === null) return null;
  const held = day === null ? [] : person.tenures.filter((one) => isHeldOn(one, day, index.asOf));
  const all = held.length > 0 ? held : day === null && person.tenures.length === 1 ? person.tenures : [];
  return all.find(({ office }) => offices.has(office)) ?? all[0] ?? null;
}

function sectorOf({ sector, organization, bodies, type, countries }: Cluster, tenure: Tenure | null): Actor["sector"] {
  if (organization !== null) return organization.sector;
  const fromBody = bodies.find((body) => body.sector !== null)?.sector ?? null;
  if (tenure !== null && (sector === null || sector === "GOV")) return tenure.sector;
  if (sector !== null && sector !== "GOV") return sector;
  return fromBody ?? sector ?? (type === "anonymous" && countries.size > 0 ? "GOV" : null);
}

/** The longest, the first of equals. */
const bestName = ({ names }: Cluster): string =>
  names.reduce((best, name) => (name.split(" ").length > best.split(" ").length ? name : best), names[0] ?? "");

/** "patrick j leahy" is "patrick leahy". */
const withoutInitials = (folded: string): string =>
  folded
    .split(" ")
    .filter((word, at, all) => word.length > 1 || at === 0 || at === all.length - 1)
    .join(" ");

/** Stable across documents for whoever has a name; of one document for whoever has none. */
function keyOf(
  cluster: Cluster,
  name: string,
  country: string | null,
  { document }: ToActorsContext,
  first: CharSpan,
): ActorKey {
  const key = (words: string): ActorKey => words as ActorKey; // the door through which words become a key
  if (cluster.person !== null) return key(`person:${cluster.person.id}`);
  if (cluster.organization !== null) return key(`organization:${cluster.organization.id}`);
  const isNamed = cluster.mentions.some(({ kind }) => kind === "name");
  const own = `document:${document.id}:${first.start}-${first.end}:${cluster.type}`;
  switch (cluster.type) {
    case "person":
      return key(isNamed && name.includes(" ") ? `person:${withoutInitials(foldName(name))}` : own);
    case "government":
      if (country === null) return key(own);
      return key(cluster.isState ? `country:${country}` : `government:${country}:${foldName(name)}`);
    case "organization":
      return key(isNamed && /^\p{L}{3}|[\p{L}.]{4}/u.test(name) ? `organization:${foldName(name)}` : own);
    case "group":
      return key(isNamed && country !== null ? `people:${country}` : own);
    case "anonymous":
      return key(own);
    default:
      return cluster.type satisfies never;
  }
}

const knowing =
  /^(?:familiar|brief|close|aware|privy|knowledge|involved|involve|informed|know|present|acquaint|direct)$/;

/** "familiar with the discussions", "briefed on the call", "with knowledge of the matter". */
function knowledgeOf({ mentions }: Cluster, { words }: ToActorsContext): CharSpan | null {
  for (const { description } of mentions) {
    const own = words[description.sentence];
    if (own === undefined) continue;
    for (const child of own.tree.of(description.head)) {
      const token = own.parse.tokens[child];
      if (token === undefined || child <= description.head) continue;
      const [first, last] = own.tree.reach(child);
      const isKnowing =
        knowing.test(token.lemma.toLowerCase()) ||
        own.tree.of(child).some((each) => knowing.test(own.parse.tokens[each]?.lemma.toLowerCase() ?? ""));
      if (!isKnowing || !/^(?:amod|acl|nmod|advcl)/.test(token.relation) || first <= description.head) continue;
      // "familiar with the discussions" may hang as two dependents
      const next = own.tree.of(description.head).find((each) => own.tree.reach(each)[0] === last + 1);
      const end = own.parse.tokens[next === undefined ? last : own.tree.reach(next)[1]]?.end;
      const start = own.parse.tokens[first]?.start;
      if (start !== undefined && end !== undefined && start < end && end - start < 120) return charSpan(start, end);
    }
  }
  return null;
}
