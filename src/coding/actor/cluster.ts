import type { ActorType } from "./actor.ts";
import type { Organization, Person } from "./actor-base.ts";
import type { Body, Description } from "./description.ts";
import type { Sector } from "./sector.ts";

/** Mentions of one someone, while they are gathered. */
export interface Cluster {
  type: ActorType;
  /** Words by which it is known, the best first. */
  names: string[];
  person: Person | null;
  organization: Organization | null;
  /** ISO 3166-1 alpha-3, the first the one that counts. */
  readonly countries: Set<string>;
  readonly offices: Set<string>;
  readonly bodies: Body[];
  /** A state itself, not a body of it. */
  isState: boolean;
  sector: Sector | null;
  gender: "male" | "female" | null;
  isPlural: boolean;
  /** Whose an unnamed one is: "his lawyer". */
  owner: Cluster | null;
  /** Whether a mention is a name. */
  isNamed: boolean;
  /** Lemmas of the nouns among its mentions. */
  readonly nouns: Set<string>;
  readonly mentions: ClusterMention[];
  readonly members: Cluster[];
}

export interface ClusterMention {
  readonly description: Description;
  readonly kind: "name" | "nominal" | "pronoun";
  readonly isPlace: boolean;
}

export const newCluster = (type: ActorType, name: string): Cluster => ({
  type,
  names: [name],
  person: null,
  organization: null,
  countries: new Set(),
  offices: new Set(),
  bodies: [],
  isState: false,
  sector: null,
  gender: null,
  isPlural: false,
  owner: null,
  isNamed: false,
  nouns: new Set(),
  mentions: [],
  members: [],
});

/** Adds a mention, and what it is known by from it. */
export function mention(
  cluster: Cluster,
  description: Description,
  kind: ClusterMention["kind"],
  isPlace = false,
): void {
  cluster.mentions.push({ description, kind, isPlace });
  if (kind === "name") cluster.isNamed = true;
  if (description.says.kind !== "noun") return;
  cluster.nouns.add(description.says.noun);
  const isBody = description.says.nouns.every((noun) => noun.kind === "body");
  if (isBody && description.says.isCapital && description.last > description.first) cluster.isNamed = true; // "the Water Office"
}

/** Before, after or at the same place as another in the text. */
export const byPlace = (a: Description, b: Description): number =>
  a.sentence - b.sentence || a.first - b.first || b.last - a.last;
