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
  /** Persons by their last name, however it was written over, and by their first. */
  byLast(word: string): readonly Cluster[];
  byFirst(word: string): readonly Cluster[];
}

export function createRegistry(): Registry {
  const clusters: Cluster[] = [];
  const persons: Cluster[] = [];
  const keyed = new Map<string, Cluster>();
  const ofBase = new Map<Person, Cluster>();
  const [last, first] = [new Map<string, Cluster[]>(), new Map<string, Cluster[]>()];
  const put = (map: Map<string, Cluster[]>, key: string, cluster: Cluster): void => {
    const held = map.get(key);
    if (held === undefined) map.set(key, [cluster]);
    else if (!held.includes(cluster)) held.push(cluster);
  };
  const index = (cluster: Cluster, words: readonly string[]): void => {
    put(last, skeletonOf(foldName(words.at(-1) ?? "")), cluster);
    put(first, foldName(words[0] ?? ""), cluster);
  };
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
    byLast: (word) => last.get(skeletonOf(foldName(word))) ?? [],
    byFirst: (word) => first.get(foldName(word)) ?? [],
  };
  return registry;
}
