import type { Person } from "./actor-base.ts";
import type { Cluster } from "./cluster.ts";
import { foldName, skeletonOf } from "./fold.ts";

/** The clusters of a document, found by what they are known by: a text of a million words is read in linear time. */
export interface Registry {
  readonly clusters: readonly Cluster[];
  readonly persons: readonly Cluster[];
  add(cluster: Cluster, key?: string): Cluster;
  /** The cluster of a key, made where there is none. */
  at(key: string, make: () => Cluster): Cluster;
  get(key: string): Cluster | null;
  /** A cluster of the base's person. */
  person(person: Person): Cluster | null;
  /** Gives a person a further name. */
  name(cluster: Cluster, words: readonly string[]): void;
  /** Persons by their last name, however it was written over, by their first, and by both. */
  byLast(word: string): readonly Cluster[];
  byFirst(word: string): readonly Cluster[];
  byBoth(first: string, last: string): readonly Cluster[];
  /** Persons whose first name begins with a letter, or who are known by that initial alone. */
  byInitial(letter: string, last: string): readonly Cluster[];
}

export function createRegistry(): Registry {
  const clusters: Cluster[] = [];
  const persons: Cluster[] = [];
  const keyed = new Map<string, Cluster>();
  const ofBase = new Map<Person, Cluster>();
  type ByName = Map<string, Set<Cluster>>;
  const [last, first, both, initial]: ByName[] = [new Map(), new Map(), new Map(), new Map()];
  const put = (map: ByName | undefined, key: string, cluster: Cluster): void => {
    const held = map?.get(key);
    if (held === undefined) map?.set(key, new Set([cluster]));
    else held.add(cluster);
  };
  const index = (cluster: Cluster, words: readonly string[]): void => {
    const [given, family] = [foldName(words[0] ?? ""), skeletonOf(foldName(words.at(-1) ?? ""))];
    put(last, family, cluster);
    put(first, given, cluster);
    put(both, `${skeletonOf(given)} ${family}`, cluster);
    put(initial, `${given.charAt(0)} ${family}`, cluster);
  };
  const listOf = (map: ByName | undefined, key: string): readonly Cluster[] => [...(map?.get(key) ?? [])];
  const registry: Registry = {
    clusters,
    persons,
    add(cluster, key) {
      clusters.push(cluster);
      if (key !== undefined) keyed.set(key, cluster);
      if (cluster.type === "person") {
        persons.push(cluster);
        for (const name of cluster.names) index(cluster, name.split(" "));
      }
      if (cluster.person !== null) ofBase.set(cluster.person, cluster);
      return cluster;
    },
    at: (key, make) => keyed.get(key) ?? registry.add(make(), key),
    get: (key) => keyed.get(key) ?? null,
    person: (person) => ofBase.get(person) ?? null,
    name(cluster, words) {
      const name = words.join(" ");
      if (!cluster.names.includes(name)) cluster.names.push(name);
      index(cluster, words);
      if (cluster.person !== null) ofBase.set(cluster.person, cluster);
    },
    byLast: (word) => listOf(last, skeletonOf(foldName(word))),
    byFirst: (word) => listOf(first, foldName(word)),
    byBoth: (given, family) => listOf(both, `${skeletonOf(foldName(given))} ${skeletonOf(foldName(family))}`),
    byInitial: (letter, family) => listOf(initial, `${foldName(letter).charAt(0)} ${skeletonOf(foldName(family))}`),
  };
  return registry;
}
