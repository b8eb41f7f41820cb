import type { PieceRange } from "./model.ts";

const NEVER = -1e4;

/**
 * The best path through the tags of a BIO scheme in which each inside tag follows its own begin tag by number (Viterbi).
 * @param scores log probabilities [piece, tag], row-major.
 * @param begins the begin tags; tag 0 is outside, every other an inside tag.
 * @returns one tag a piece; among equals the lowest.
 */
export function bestPath(scores: Float32Array, tags: number, begins: readonly number[]): Uint8Array {
  const length = scores.length / tags;
  const isFree = Array.from({ length: tags }, (_, tag) => tag === 0 || begins.includes(tag));
  const back = new Uint8Array(length * tags);
  let best = new Float64Array(tags);
  let next = new Float64Array(tags);
  for (let at = 0; at < length; at++) {
    for (let tag = 0; tag < tags; tag++) {
      let from = 0;
      let score = at === 0 && !isFree[tag] ? NEVER : Number.NEGATIVE_INFINITY;
      for (let before = 0; at > 0 && before < tags; before++) {
        const allowed = isFree[tag] || before === tag || before === tag - 1;
        const candidate = (best[before] ?? 0) + (allowed ? 0 : NEVER);
        if (candidate > score) [score, from] = [candidate, before];
      }
      if (at === 0 && isFree[tag]) score = 0;
      next[tag] = score + (scores[at * tags + tag] ?? 0);
      back[at * tags + tag] = from;
    }
    [best, next] = [next, best];
  }
  const path = new Uint8Array(length);
  let tag = best.indexOf(Math.max(...best));
  for (let at = length - 1; at >= 0; at--) {
    path[at] = tag;
    tag = back[at * tags + tag] ?? 0;
  }
  return path;
}

/** The spans on a path whose tags are `begin` and the inside tag after it. */
export function runs(path: Uint8Array, begin: number): readonly PieceRange[] {
  const found: { first: number; last: number }[] = [];
  path.forEach((tag, at) => {
    const open = found.at(-1);
    if (tag === begin) found.push({ first: at, last: at });
    else if (tag === begin + 1 && open) open.last = at;
  });
  return found;
}
