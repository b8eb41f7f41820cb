import { type Dependents, dependentsIn } from "../../reader/dependents.ts";
import type { ParsedEntity, ParsedToken, SentenceParse } from "../../reader/sentence-parse.ts";
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
  const forms = parse.tokens.map((token) => textOf(text, token).toLowerCase());
  const tokens = rejoined(parse.tokens, forms);
  return { index, tree: dependentsIn({ ...parse, tokens }), entities: parse.entities, forms };
}

/**
 * "threatened to use force and even sent tanks": a past tense is coordinated with no infinitive and no gerund, as the
 * parser has it now and then, but with the past tense above.
 */
function rejoined(tokens: readonly ParsedToken[], forms: readonly string[]): readonly ParsedToken[] {
  const tree = dependentsIn({ tokens, entities: [] });
  const isPast = (at: number): boolean => {
    const [form = "", { lemma, upos } = { lemma: "", upos: "" }] = [forms[at], tokens[at]];
    const isInflected = form !== lemma.toLowerCase() && !/(?:ing|s)$/u.test(form);
    return upos === "VERB" && isInflected && tree.by(at, "aux", "mark", "nsubj").length === 0;
  };
  const isBare = (at: number): boolean =>
    tree.by(at, "mark").some((mark) => tokens[mark]?.lemma === "to") || (forms[at] ?? "").endsWith("ing");
  const isTelling = (at: number): boolean =>
    tokens[at]?.upos === "VERB" && tree.by(at, "nsubj").length > 0 && !isBare(at) && !/(?:ing)$/u.test(forms[at] ?? "");
  return tokens.map((token, at) => {
    const { head, relation } = token;
    if (relation !== "conj" || head < 0 || !isPast(at) || !isBare(head)) return token;
    if (tree.by(head, "aux").length > 0) return token; // "to be seized and held"
    const above = ancestors(tokens, head).find(isTelling);
    return above === undefined ? token : { ...token, head: above };
  });
}

function ancestors(tokens: readonly ParsedToken[], token: number): readonly number[] {
  const found: number[] = [];
  for (let at = tokens[token]?.head ?? -1; at >= 0 && !found.includes(at); at = tokens[at]?.head ?? -1) found.push(at);
  return found;
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
