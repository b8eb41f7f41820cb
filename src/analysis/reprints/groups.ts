import { DisjointSets } from "./disjoint-sets.ts";
import { type Edge, edgeOf, isStrong } from "./edges.ts";
import type { Entry } from "./entry.ts";
import { rankedBySource } from "./lineage.ts";

/** Documents, by index, that carry one report, and what connects them. */
export interface Group {
  readonly members: readonly number[];
  readonly edges: readonly Edge[];
}

/**
 * Groups what the edges connect. Where the likeness is in doubt a document joins a group, but no two groups become one: a
 * single mistake must not make one report of two.
 */
export function groupsOf(edges: readonly Edge[]): readonly Group[] {
  const sets = new DisjointSets<number>();
  const [strong, weak] = [edges.filter(isStrong), edges.filter((edge) => !isStrong(edge))];
  for (const { a, b } of strong) sets.join(a, b);
  weak.sort((one, other) => other.likeness.margin - one.likeness.margin || one.a - other.a || one.b - other.b);
  for (const { a, b } of weak) if (sets.size(a) === 1 || sets.size(b) === 1) sets.join(a, b);
  const groups = new Map<number, { members: Set<number>; edges: Edge[] }>();
  for (const edge of edges) {
    const set = sets.find(edge.a);
    if (set !== sets.find(edge.b)) continue;
    const group = groups.get(set) ?? { members: new Set(), edges: [] };
    groups.set(set, group);
    group.members.add(edge.a).add(edge.b);
    group.edges.push(edge);
  }
  return [...groups.values()].map((group) => ({ ...group, members: [...group.members].sort((a, b) => a - b) }));
}

/**
 * The group with each of its documents compared with the one that most speaks for being the source: of many copies, few
 * were candidates of each other.
 */
export function withSource<Key extends string>(entries: readonly Entry<Key>[], group: Group): Group {
  const source = rankedBySource(group.members, group.edges)[0] ?? 0;
  const compared = new Set(group.edges.flatMap(({ a, b }) => (a === source ? [b] : b === source ? [a] : [])));
  const more = group.members.flatMap((member) => {
    if (member === source || compared.has(member)) return [];
    return edgeOf(entries, Math.min(source, member), Math.max(source, member)) ?? [];
  });
  return { members: group.members, edges: [...group.edges, ...more] };
}
