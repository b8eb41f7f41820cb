import { type CharSpan, charSpan, overlaps } from "../../text/span.ts";
import { type EventSentence, hasMark, headAt, lemmaAt, relationAt, uposAt } from "../event/event-sentence.ts";
import { isPredicate } from "../event/predicate.ts";
import type { Statement } from "../statement/statement.ts";
import type { Prospect } from "./prospect.ts";

export type Spans = readonly [CharSpan, ...CharSpan[]];

/** The words of what lies ahead, conditions with it; without those of whoever says so, where they stand in between. */
export function contentOf(prospect: Prospect, statement: Statement | null): Spans {
  const whole = stretchOf(prospect.sentence, contentTokens(prospect));
  const [first, ...others] = statement === null ? [] : saidIn(whole, statement, prospect);
  return first === undefined ? [whole] : [first, ...others];
}

/** The tokens of what lies ahead, in text order. */
export function contentTokens({ sentence, top, expectation }: Prospect): readonly number[] {
  const { tree } = sentence;
  const found = new Set<number>();
  const add = (token: number): void => {
    if (found.has(token)) return; // a parse is a tree; one written by hand may not be
    found.add(token);
    for (const at of tree.of(token)) if (!standsApart(sentence, at)) add(at);
  };
  add(top);
  if (relationAt(sentence, top) === "acl" && !hasMark(sentence, top, "that")) {
    for (const at of nounPhrase(sentence, headAt(sentence, top))) found.add(at);
  }
  if (expectation !== null && relationAt(sentence, top) === "xcomp") {
    for (const at of tree.by(expectation, "obj").flatMap((object) => nounPhrase(sentence, object))) found.add(at);
  }
  return [...found].toSorted((a, b) => a - b);
}

function nounPhrase({ tree }: EventSentence, noun: number): readonly number[] {
  if (noun < 0) return [];
  const parts = tree.by(noun, "flat", "compound", "amod", "nummod", "det", "nmod");
  return [noun, ...parts.flatMap((at) => reachOf(...tree.reach(at)))];
}

const reachOf = (first: number, last: number): readonly number[] =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index);

const conditions = /^(?:if|unless|until|before|after|when|once|as|should|provided|till|without)$/u;

/** What tells something of its own: another clause with a subject, unless it says on what condition or when. */
function standsApart(sentence: EventSentence, token: number): boolean {
  const { tree } = sentence;
  const relation = relationAt(sentence, token);
  if (relation === "parataxis" || relation === "discourse") return true;
  const hasSubject = tree.by(token, "nsubj", "expl").length > 0;
  if (relation === "conj") return isPredicate(sentence, token) && hasSubject;
  if (relation !== "advcl" || !hasSubject || hasMark(sentence, token, "to")) return false;
  return !tree.by(token, "mark", "advmod").some((at) => conditions.test(lemmaAt(sentence, at)));
}

const introductions = /^(?:that|because|as|while|although|though|so)$/u;

/** From the first word to the last, without a conjunction that introduces it and marks at the edges. */
export function stretchOf(sentence: EventSentence, tokens: readonly number[]): CharSpan {
  const { tree } = sentence;
  const isIntroducing = (at: number): boolean =>
    /^(?:PUNCT|CCONJ)$/u.test(uposAt(sentence, at)) ||
    (relationAt(sentence, at) === "mark" && introductions.test(lemmaAt(sentence, at)));
  const first = tokens.find((at) => !isIntroducing(at)) ?? tokens[0] ?? 0;
  const last = tokens.findLast((at) => uposAt(sentence, at) !== "PUNCT") ?? first;
  return charSpan(tree.tokens[first]?.start ?? 0, Math.max(tree.tokens[last]?.end ?? 1, tree.tokens[first]?.end ?? 1));
}

/** The parts of a stretch that are said, where its source or cue stands in it; none where nothing is to be cut. */
function saidIn(
  whole: CharSpan,
  { source, cue, content }: Statement,
  { sentence: { tree }, token }: Prospect,
): readonly CharSpan[] {
  const sign = tree.tokens[token];
  const isCut = [...source.spans, ...cue.spans].some((span) => overlaps(span, whole));
  // "is expected" may be the cue, and what is expected stands on both sides of it
  if (!isCut || (sign !== undefined && cue.spans.some((span) => overlaps(span, sign)))) return [];
  return content.spans.flatMap((span) => {
    const said = tree.tokens.filter((word) => overlaps(word, whole) && overlaps(word, span));
    const [first, last] = [said[0], said.at(-1)];
    return first === undefined || last === undefined ? [] : [charSpan(first.start, last.end)];
  });
}
