import type { CharSpan } from "../text/span.ts";

/** One word of a sentence, by Universal Dependencies: "don't" is "do" and "n't", "Putin's" is "Putin" and "'s". */
export interface ParsedToken extends CharSpan {
  readonly lemma: string;
  /** UPOS. */
  readonly upos: string;
  /** Index of the head within the sentence; -1 for the root, of which there is one. */
  readonly head: number;
  /** Universal relation with its subtype ("nmod:poss"); "root" for the root alone. */
  readonly relation: string;
}

/** An entity of GUM's types ("person", "organization", "place", "event", "time" …), named or not. They may nest. */
export interface ParsedEntity {
  /** Tokens, from 0, both inclusive. */
  readonly first: number;
  readonly last: number;
  readonly type: string;
}

export interface SentenceParse {
  readonly tokens: readonly ParsedToken[];
  readonly entities: readonly ParsedEntity[];
}
