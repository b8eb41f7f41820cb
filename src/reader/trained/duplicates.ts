import type { CharSpan } from "../../text/span.ts";
import type { Attribution } from "../reading.ts";

/** From this share of common characters on (Dice) two contents are the same words. */
const SAME = 0.8;

/**
 * Of attributions whose contents are the same words, under two cues of one act of speech ("told reporters …, adding"),
 * the likeliest alone. A content inside a longer one stays: someone quotes someone. In the order given.
 */
export function withoutDuplicates(attributions: readonly Attribution[]): readonly Attribution[] {
  const kept: Attribution[] = [];
  for (const attribution of attributions.toSorted((a, b) => (b.confidence ?? 0) - (a.confidence ?? 0))) {
    if (!kept.some((other) => dice(other.content, attribution.content) > SAME)) kept.push(attribution);
  }
  const survivors = new Set(kept);
  return attributions.filter((attribution) => survivors.has(attribution));
}

function dice(a: readonly CharSpan[], b: readonly CharSpan[]): number {
  let shared = 0;
  for (const one of a) {
    for (const other of b) shared += Math.max(0, Math.min(one.end, other.end) - Math.max(one.start, other.start));
  }
  return (2 * shared) / (length(a) + length(b));
}

const length = (spans: readonly CharSpan[]): number => spans.reduce((sum, { start, end }) => sum + end - start, 0);
