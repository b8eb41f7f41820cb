import { type CharSpan, charSpan } from "../../text/span.ts";
import { type EventSentence, hasMark, headAt, relationAt, uposAt } from "./event-sentence.ts";
import { isPredicate } from "./predicate.ts";

/** The verb or predicate in whose clause a token stands: itself where it is one, else the nearest above; the root at last. */
export function clauseHead(sentence: EventSentence, token: number): number {
  let at = token;
  while (!isPredicate(sentence, at) && headAt(sentence, at) >= 0) at = headAt(sentence, at);
  return at;
}

/**
 * The tokens of a clause, in text order: what hangs from its head but for clauses that tell something of their own
 * (coordinated with a subject, loosely joined), and of a relative clause its antecedent.
 */
export function clauseTokens(sentence: EventSentence, head: number): readonly number[] {
  const found: number[] = [];
  const add = (token: number): void => {
    found.push(token);
    for (const at of sentence.tree.of(token)) if (!standsApart(sentence, at)) add(at);
  };
  add(head);
  const antecedent = headAt(sentence, head);
  if (relationAt(sentence, head) === "acl" && antecedent >= 0) found.push(...nameTokens(sentence, antecedent));
  return found.toSorted((a, b) => a - b);
}

/** The words of a clause about a token, from its first to its last, without punctuation at the edges. */
export function clauseSpan(sentence: EventSentence, token: number): CharSpan {
  const tokens = [...clauseTokens(sentence, clauseHead(sentence, token)), token].toSorted((a, b) => a - b);
  const words = tokens.filter((at) => !/^(?:PUNCT|CCONJ)$/u.test(uposAt(sentence, at)) || at === token);
  const first = sentence.tree.tokens[words[0] ?? token];
  const last = sentence.tree.tokens[words.at(-1) ?? token];
  return charSpan(first?.start ?? 0, last?.end ?? 1);
}

function standsApart(sentence: EventSentence, token: number): boolean {
  const relation = relationAt(sentence, token);
  if (relation === "parataxis" || relation === "discourse") return true;
  if (relation === "conj") return isPredicate(sentence, token) && sentence.tree.by(token, "nsubj").length > 0;
  return relation === "advcl" && sentence.tree.by(token, "nsubj").length > 0 && !hasMark(sentence, token, "to");
}

const nameTokens = ({ tree }: EventSentence, token: number): readonly number[] => [
  token,
  ...tree.by(token, "flat", "compound", "amod", "nummod", "det"),
];
