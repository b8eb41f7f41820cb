/**
 * The tree with one root whose arcs score highest together (Chu and Liu 1965, Edmonds 1967; dense as Tarjan 1977), in
 * time that grows with the square of the words. Of equal arcs that of the lower head is taken. The twin of `tree` in
 * training/decode.py.
 * @param scores [word, 1 + word]: of each word the score of each head, the root first. A word's own column is passed
 * over; what is no number or endless below is taken only where nothing else makes a tree.
 * @returns the head of each word, by its number from 1, or 0 for the root.
 * @throws RangeError if the scores are not of a whole number of words.
 */
export function bestTree(scores: Float32Array): readonly number[] {
  const count = wordCount(scores.length);
  if (count === 0) return [];
  const graph = createGraph(scores, count);
  // grown from each word towards the root: whatever is reached from the root is done
  for (let start = 1; start <= count; start++) if (graph.state[start] === UNSEEN) grow(graph, start);
  return headsOf(graph);
}

function wordCount(length: number): number {
  const count = Math.round((Math.sqrt(1 + 4 * length) - 1) / 2);
  if (count * (count + 1) === length) return count;
  throw new RangeError(`${length} scores are not those of a whole number of words`);
}

const UNSEEN = 0;
const ON_PATH = 1;
const DONE = 2;
/** A node that stands for a cycle and lies in the slot of one of its members; the other slots are empty. */
const EMPTY = 3;

/** Slots 0 (the root) to count hold what is not yet part of a cycle. Nodes from count + 1 on are cycles. */
interface Graph {
  readonly count: number;
  readonly state: Uint8Array;
  /** By dependent and head slot: the arc's weight, and the words it leads from and to. */
  readonly weights: Float64Array;
  readonly heads: Int32Array;
  readonly dependents: Int32Array;
  /** By slot: its node, and the weight of the arc chosen for it. */
  readonly nodes: Int32Array;
  readonly chosen: Float64Array;
  /** By node: the arc chosen into it, and the cycle it is part of. */
  readonly headOf: Int32Array;
  readonly dependentOf: Int32Array;
  readonly cycleOf: Int32Array;
  nodeCount: number;
}

function createGraph(scores: Float32Array, count: number): Graph {
  const size = count + 1;
  const { floor, penalty } = boundsOf(scores, count);
  const weights = new Float64Array(size * size);
  const heads = new Int32Array(size * size);
  const dependents = new Int32Array(size * size);
  for (let word = 1; word <= count; word++) {
    for (let head = 0; head <= count; head++) {
      const at = word * size + head;
      const score = scores[(word - 1) * size + head] ?? floor;
      const weight = Number.isFinite(score) ? score : floor;
      // a second root costs more than any tree with one root can lose
      weights[at] = head === 0 ? weight - penalty : weight;
      heads[at] = head;
      dependents[at] = word;
    }
  }
  const state = new Uint8Array(size);
  state[0] = DONE;
  return {
    count,
    state,
    weights,
    heads,
    dependents,
    nodes: Int32Array.from({ length: size }, (_, slot) => slot),
    chosen: new Float64Array(size),
    headOf: new Int32Array(2 * size),
    dependentOf: new Int32Array(2 * size),
    cycleOf: new Int32Array(2 * size),
    nodeCount: size,
  };
}

/** What stands for a score that is not finite, and what each arc from the root is lowered by. */
function boundsOf(scores: Float32Array, count: number): { readonly floor: number; readonly penalty: number } {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const score of scores) {
    if (!Number.isFinite(score)) continue;
    if (score < low) low = score;
    if (score > high) high = score;
  }
  if (low > high) [low, high] = [0, 0];
  const floor = low - count * (high - low) - 1;
  return { floor, penalty: count * (high - floor) + 1 };
}

function grow(graph: Graph, start: number): void {
  const { state } = graph;
  const path = [start];
  state[start] = ON_PATH;
  for (let slot = path.at(-1); slot !== undefined; slot = path.at(-1)) {
    const head = chooseHead(graph, slot);
    if (state[head] === DONE) {
      for (const each of path) state[each] = DONE;
      return;
    }
    if (state[head] === UNSEEN) path.push(head);
    else path.push(contract(graph, path.splice(path.indexOf(head))));
    state[path.at(-1) ?? head] = ON_PATH;
  }
}

function chooseHead(graph: Graph, slot: number): number {
  const { count, state, weights, nodes } = graph;
  const row = slot * (count + 1);
  let [best, weight] = [-1, Number.NEGATIVE_INFINITY];
  for (let head = 0; head <= count; head++) {
    const found = weights[row + head] ?? weight;
    if (head === slot || state[head] === EMPTY || (best !== -1 && found <= weight)) continue;
    [best, weight] = [head, found];
  }
  const node = nodes[slot] ?? slot;
  graph.headOf[node] = graph.heads[row + best] ?? 0;
  graph.dependentOf[node] = graph.dependents[row + best] ?? 0;
  graph.chosen[slot] = weight;
  return best;
}

/** Makes one node of a cycle's slots, in the lowest of them, which it returns. */
function contract(graph: Graph, cycle: readonly number[]): number {
  const { count, state, weights, chosen } = graph;
  const size = count + 1;
  const members = [...cycle].sort((a, b) => a - b);
  const [kept = 0, ...others] = members;
  const node = graph.nodeCount++;
  for (const member of members) graph.cycleOf[graph.nodes[member] ?? member] = node;
  for (const other of others) state[other] = EMPTY;
  const copy = (from: number, to: number, weight: number): void => {
    weights[to] = weight;
    graph.heads[to] = graph.heads[from] ?? 0;
    graph.dependents[to] = graph.dependents[from] ?? 0;
  };
  for (let slot = 0; slot <= count; slot++) {
    if (state[slot] === EMPTY || slot === kept) continue;
    // into the cycle: what is won over the arc of the member that is entered
    best(
      members,
      (member) => (weights[member * size + slot] ?? 0) - (chosen[member] ?? 0),
      (member, weight) => {
        copy(member * size + slot, kept * size + slot, weight);
      },
    );
    best(
      members,
      (member) => weights[slot * size + member] ?? 0,
      (member, weight) => {
        copy(slot * size + member, slot * size + kept, weight);
      },
    );
  }
  graph.nodes[kept] = node;
  return kept;
}

function best(
  members: readonly number[],
  weightOf: (member: number) => number,
  take: (member: number, weight: number) => void,
): void {
  let [found, weight] = [-1, Number.NEGATIVE_INFINITY];
  for (const member of members) {
    const own = weightOf(member);
    if (found === -1 || own > weight) [found, weight] = [member, own];
  }
  take(found, weight);
}

/** From the last cycle made to the first: the member that the cycle's own arc leads to gives up its arc for that. */
function headsOf({ count, headOf, dependentOf, cycleOf, nodeCount }: Graph): readonly number[] {
  for (let cycle = nodeCount - 1; cycle > count; cycle--) {
    let member = dependentOf[cycle] ?? 0;
    while (cycleOf[member] !== cycle) member = cycleOf[member] ?? 0;
    headOf[member] = headOf[cycle] ?? 0;
    dependentOf[member] = dependentOf[cycle] ?? 0;
  }
  return Array.from(headOf.subarray(1, count + 1));
}
