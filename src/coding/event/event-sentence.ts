import { type Dependents, dependentsIn } from "../../reader/dependents.ts";
import type { ParsedEntity, SentenceParse } from "../../reader/sentence-parse.ts";
import { textOf } from "../../text/span.ts";

/** A sentence as the event coder reads it. Tokens are given by their index in it. */
export interface EventSentence {
  /** Among the sentences of its document, from 0. */
  readonly index: number;
  readonly tree: Dependents;
  readonly entities: readonly ParsedEntity[];
  /** The words as written, in small letters. */
  readonly forms: readonly string[];
}

export function eventSentence(text: string, parse: SentenceParse, index: number): EventSentence {
  return {
    index,
    tree: dependentsIn(parse),
    entities: parse.entities,
    forms: parse.tokens.map((token) => textOf(text, token).toLowerCase()),
  };
}

/** In small letters; empty for a token that is not there. */
export const lemmaAt = ({ tree }: EventSentence, token: number): string =>
  (tree.tokens[token]?.lemma ?? "").toLowerCase();

export const uposAt = ({ tree }: EventSentence, token: number): string => tree.tokens[token]?.upos ?? "";

/** Without its subtype: "nsubj" for "nsubj:pass". */
export const relationAt = ({ tree }: EventSentence, token: number): string =>
  (tree.tokens[token]?.relation ?? "").replace(/:.*/u, "");

/** -1 for the root. */
export const headAt = ({ tree }: EventSentence, token: number): number => tree.tokens[token]?.head ?? -1;

export const hasMark = ({ tree }: EventSentence, token: number, mark: string): boolean =>
  tree.by(token, "mark").some((at) => tree.tokens[at]?.lemma.toLowerCase() === mark);
