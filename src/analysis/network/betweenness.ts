import { UndirectedGraph } from "graphology";
import betweenness from "graphology-metrics/centrality/betweenness.js";
import type { Party } from "../party.ts";

// Its types say `export default`, the module is the function itself.
const betweennessCentrality = betweenness as unknown as typeof betweenness.default;

/**
 * By key of a party, the share of shortest ways between two others that lead through it, 0 to 1. Brandes, "A faster
 * algorithm for betweenness centrality" (2001).
 */
export function betweennessOf(edges: Iterable<readonly [Party, Party]>): ReadonlyMap<string, number> {
  const graph = new UndirectedGraph();
  for (const [a, b] of edges) graph.mergeEdge(a.key, b.key);
  if (graph.order === 0) return new Map(); // which it does not take
  return new Map(Object.entries(betweennessCentrality(graph, { getEdgeWeight: null })));
}
