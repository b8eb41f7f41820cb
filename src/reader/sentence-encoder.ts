/** Length of a sentence vector: the width of MiniLM-L6-H384. */
export const VECTOR_SIZE = 384;

/**
 * Turns short texts (a content, a title, an issue's examples) into vectors whose cosine says how alike their meanings
 * are. Deterministic: the same text gives the same vector, whatever is encoded beside it. Reimers and Gurevych,
 * "Sentence-BERT" (2019).
 */
export interface SentenceEncoder {
  /** One vector for each text, of length 1 and of `VECTOR_SIZE` numbers; of a text without any word, all zeros. */
  encode(texts: readonly string[]): Promise<readonly Float32Array[]>;
}

/** Cosine of two vectors that an encoder gave: 1 for the same meaning, about 0 for none in common. */
export function likeness(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += (a[at] ?? 0) * (b[at] ?? 0);
  return sum;
}
