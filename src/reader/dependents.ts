import type { ParsedToken, SentenceParse } from "./sentence-parse.ts";

/** A parsed sentence seen from its heads. Tokens are given by their index in the sentence. */
export interface Dependents {
  readonly tokens: readonly ParsedToken[];
  /** Of a token, in text order. */
  of(head: number): readonly number[];
  /** Of a token, those whose relation is one of these; "obl" takes "obl:tmod" with it, "nmod:poss" itself alone. */
  by(head: number, ...relations: readonly string[]): readonly number[];
  /** The token and those that are coordinated with it. */
  conjuncts(token: number): readonly number[];
  /** First and last token, both inclusive, of what hangs from a token, the token with it. */
  reach(token: number): readonly [first: number, last: number];
  /** "with" of "with Putin", "because of" of its kind; in lower case, empty where there is none. */
  caseOf(token: number): string;
}

export function dependentsIn({ tokens }: SentenceParse): Dependents {
  const children: number[][] = tokens.map(() => []);
  tokens.forEach(({ head }, at) => {
    children[head]?.push(at);
  });
  const of = (head: number): readonly number[] => children[head] ?? [];
  const by = (head: number, ...relations: readonly string[]): readonly number[] =>
    of(head).filter((at) => relations.some((relation) => isRelation(tokens[at]?.relation ?? "", relation)));
  const reach = (token: number): readonly [number, number] => {
    let [first, last] = [token, token];
    for (const child of of(token)) {
      const [from, to] = reach(child);
      first = Math.min(first, from);
      last = Math.max(last, to);
    }
    return [first, last];
  };
  return {
    tokens,
    of,
    by,
    conjuncts: (token) => [token, ...by(token, "conj")],
    reach,
    caseOf: (token) =>
      by(token, "case")
        .flatMap((at) => [at, ...by(at, "fixed")])
        .map((at) => tokens[at]?.lemma.toLowerCase() ?? "")
        .join(" "),
  };
}

const isRelation = (own: string, wanted: string): boolean => own === wanted || own.startsWith(`${wanted}:`);
