/** Words of an entity, from 0, both inclusive. */
export interface EntitySpan {
  readonly first: number;
  readonly last: number;
  readonly type: string;
}

export interface EntityLabels {
  /** In the order of the scores, without "none". */
  readonly types: readonly string[];
  /** By how much more than this a span's best type must score above "none"; below 0 more spans are entities. */
  readonly margin: number;
}

/**
 * The entities of a sentence, without those that cross a surer one. They may nest; no two are of the same words. In the
 * order of their first words, the longer first.
 * @param scores [word, word, 1 + type]: of the span from the first to the second word, "none" first.
 */
export function decodeEntities(scores: Float32Array, words: number, labels: EntityLabels): readonly EntitySpan[] {
  const kept: Candidate[] = [];
  for (const span of candidates(scores, words, labels)) {
    if (!kept.some((surer) => crosses(surer, span))) kept.push(span);
  }
  return kept
    .sort((a, b) => a.first - b.first || b.last - a.last)
    .map(({ first, last, type }) => ({ first, last, type }));
}

interface Candidate extends EntitySpan {
  /** How far its type is above "none". */
  readonly margin: number;
}

/** The surest first. */
function candidates(scores: Float32Array, words: number, { types, margin }: EntityLabels): readonly Candidate[] {
  const width = 1 + types.length;
  const found: Candidate[] = [];
  for (let first = 0; first < words; first++) {
    for (let last = first; last < words; last++) {
      const at = (first * words + last) * width;
      const none = scores[at] ?? 0;
      let [best, above] = ["", margin];
      for (const [nth, type] of types.entries()) {
        const own = (scores[at + 1 + nth] ?? none) - none;
        if (own > above) [best, above] = [type, own];
      }
      if (best !== "") found.push({ first, last, type: best, margin: above });
    }
  }
  return found.sort((a, b) => b.margin - a.margin || a.first - b.first || b.last - a.last);
}

const crosses = (a: EntitySpan, b: EntitySpan): boolean =>
  (a.first < b.first && b.first <= a.last && a.last < b.last) ||
  (b.first < a.first && a.first <= b.last && b.last < a.last);
