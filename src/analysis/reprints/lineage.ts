import { DisjointSets } from "./disjoint-sets.ts";
import { type Edge, type Oriented, orient } from "./edges.ts";

/** A group's documents, by index, the source first, and for each other the one it most likely was made from. */
export interface Lineage {
  readonly source: number;
  readonly links: readonly Oriented[];
}

/** Agreements that differ by less are as good as each other: the document further up is preferred. */
const asGood = 0.05;

/**
 * The lineage of documents that `edges` connect: of the trees that connect them all the one of the greatest agreement
 * (Kruskal 1956), read from the document that most speaks for being the source.
 */
export function lineageOf(members: readonly number[], edges: readonly Edge[]): Lineage {
  const ranked = rankedBySource(members, edges);
  const rank = new Map(ranked.map((member, at) => [member, at]));
  const place = ({ a, b }: Edge): number => Math.min(rank.get(a) ?? 0, rank.get(b) ?? 0);
  const step = ({ likeness }: Edge): number => Math.round(likeness.agreement / asGood);
  const sorted = [...edges].sort(
    (one, other) => step(other) - step(one) || place(one) - place(other) || one.a - other.a || one.b - other.b,
  );
  const joined = new DisjointSets<number>();
  const tree = sorted.filter(({ a, b }) => {
    const isNew = joined.find(a) !== joined.find(b);
    joined.join(a, b);
    return isNew;
  });
  const source = ranked[0] ?? 0;
  return { source, links: readFrom(source, tree) };
}

/** The source first: by what speaks for it against each document it is connected with, then by index. */
export function rankedBySource(members: readonly number[], edges: readonly Edge[]): readonly number[] {
  const sums = new Map<number, number>();
  const counts = new Map<number, number>();
  for (const { a, b, precedence } of edges) {
    for (const [member, lead] of [[a, precedence.lead] as const, [b, -precedence.lead] as const]) {
      sums.set(member, (sums.get(member) ?? 0) + lead);
      counts.set(member, (counts.get(member) ?? 0) + 1);
    }
  }
  const mean = (member: number): number => (sums.get(member) ?? 0) / (counts.get(member) ?? 1);
  return [...members].sort((one, other) => mean(other) - mean(one) || one - other);
}

function readFrom(source: number, tree: readonly Edge[]): readonly Oriented[] {
  const edgesOf = new Map<number, Edge[]>();
  for (const edge of tree) {
    for (const member of [edge.a, edge.b]) edgesOf.set(member, [...(edgesOf.get(member) ?? []), edge]);
  }
  const links: Oriented[] = [];
  const seen = new Set([source]);
  for (const member of seen) {
    for (const edge of edgesOf.get(member) ?? []) {
      const other = edge.a === member ? edge.b : edge.a;
      if (seen.has(other)) continue;
      links.push(orient(edge, other));
      seen.add(other); // the loop goes on with it
    }
  }
  return links;
}
