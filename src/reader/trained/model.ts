/**
 * The graphs of the trained model, behind a port: nothing that decodes them knows what runs them. Each call reads one
 * window or one sentence alone and unpadded: int8 activations are scaled over what a call holds, so that whatever else
 * was in it would change the reading.
 */
export interface ReaderModel {
  /** Ids and shapes of a window's pieces, without the marks of start and end, which the model adds. */
  encode(ids: readonly number[], shapes: readonly number[]): Promise<EncodedWindow>;
  /** For each cue, its first and last piece: what source and content it has in the window. */
  roles(window: EncodedWindow, cues: readonly PieceRange[]): Promise<readonly CueRoles[]>;
  /** `words`: hidden states [word, size] of one sentence. */
  parse(words: Float32Array): Promise<SentenceScores>;
  /** Log probabilities [word, relation] given each word's head: 0 the root, else the head's number from 1. */
  relations(words: Float32Array, heads: readonly number[]): Promise<Float32Array>;
}

/** Indices of pieces, both inclusive. */
export interface PieceRange {
  readonly first: number;
  readonly last: number;
}

/** Row-major; log probabilities are natural. */
export interface EncodedWindow {
  readonly length: number;
  /** [piece, size] */
  readonly hidden: Float32Array;
  /** Log probabilities [piece, 3]: outside, begin, inside of a cue. */
  readonly cues: Float32Array;
  /** Log probabilities [piece, part of speech]; a word's are those of its first piece. */
  readonly tags: Float32Array;
}

export interface CueRoles {
  /** Log probabilities [piece, 5]: outside, begin and inside of the source, begin and inside of the content. */
  readonly tags: Float32Array;
  /** Log probabilities of direct, indirect, mixed. */
  readonly quotation: Float32Array;
}

export interface SentenceScores {
  /** Log probabilities [word, 1 + word] of each head, the root first. */
  readonly arcs: Float32Array;
  /** Log probabilities [word, word, 1 + entity type] of the span from the first to the second word, "none" first. */
  readonly entities: Float32Array;
}

/** The hidden size of the encoder. */
export const HIDDEN = 384;
