import { type CharSpan, charSpan, overlaps, type StatementId } from "../../text/span.ts";
import type { When } from "../time/when.ts";
import {
  headOf,
  hostOf,
  isVerb,
  lemmaOf,
  namesOf,
  ownPhrases,
  phrasesOf,
  relationOf,
  type Scene,
} from "./contact-scene.ts";

/** Tokens of a sentence, both inclusive. */
export type Range = readonly [first: number, last: number];

/** The verb or predicate whose clause tells of what a token names: the nearest above with a subject of its own. */
export function clauseHead(scene: Scene, token: number): number {
  let at = token;
  for (let steps = 0; steps < 10; steps++) {
    const head = hostOf(scene, at);
    const hasSubject = scene.tree.by(at, "nsubj").length > 0;
    if (head < 0 || (hasSubject && (at !== token || isVerb(scene, at)))) return at;
    if (/^(?:ccomp|parataxis)$/u.test(relationOf(scene, at)) && at !== token) return at;
    at = head;
  }
  return at;
}

/** The clause, without those coordinated with it or reported by it that do not hold the token. */
export function clauseRange(scene: Scene, token: number): Range {
  const { tree } = scene;
  const path = new Set<number>();
  for (let at = token; at >= 0 && !path.has(at); at = headOf(scene, at)) path.add(at);
  path.add(clauseHead(scene, token));
  let [first, last] = [token, token];
  const take = (at: number): void => {
    if (tree.tokens[at]?.upos !== "PUNCT") [first, last] = [Math.min(first, at), Math.max(last, at)];
    for (const child of tree.of(at)) {
      const isApart = /^(?:ccomp|parataxis)$/u.test(relationOf(scene, child)) || isClause(scene, child);
      if (path.has(child) || !isApart) take(child);
    }
  };
  take(clauseHead(scene, token));
  take(token);
  return [first, last];
}

const isClause = (scene: Scene, token: number): boolean =>
  relationOf(scene, token) === "conj" && (isVerb(scene, token) || scene.tree.by(token, "nsubj").length > 0);

export function spanOfRange({ tree }: Scene, [first, last]: Range): CharSpan | null {
  const [start, end] = [tree.tokens[first]?.start, tree.tokens[last]?.end];
  return start === undefined || end === undefined || start >= end ? null : charSpan(start, end);
}

/** The expression of time nearest to the token in its clause; without one in the clause the only one of the sentence. */
export function whenOf({ coded, sentence, tree }: Scene, token: number, clause: CharSpan): When | null {
  const own = coded.reading.sentences[sentence];
  if (own === undefined) return null;
  const here = coded.times.filter((time) => overlaps(time, own));
  const at = tree.tokens[token]?.start ?? clause.start;
  const distance = (span: CharSpan): number => (span.start >= at ? span.start - at : (at - span.end) * 1.5);
  const [nearest] = here.filter((time) => overlaps(time, clause)).toSorted((a, b) => distance(a) - distance(b));
  const time = nearest ?? (here.length === 1 ? here[0] : undefined);
  return time === undefined ? null : { from: time.from, to: time.to, span: charSpan(time.start, time.end) };
}

/** "in Turkey", "at the Customs House": of the contact's own words first, then of the word that governs it. */
export function placeOf(scene: Scene, tokens: readonly number[]): CharSpan | null {
  const prepositions = new Set(["in", "at", "near", "outside"]);
  for (const token of tokens) {
    const phrase = phrasesOf(scene, token, prepositions).find(({ token: at }) => isPlace(scene, at));
    if (phrase !== undefined) return phraseSpan(scene, phrase.token);
  }
  return null;
}

function isPlace(scene: Scene, token: number): boolean {
  const { coded, sentence, tree } = scene;
  const { start = 0, end = 0 } = tree.tokens[token] ?? {};
  if (coded.times.some((time) => time.start < end && start < time.end)) return false;
  if (coded.actors.placeAt(sentence, token) !== null) return true;
  const entities = coded.reading.parses?.[sentence]?.entities ?? [];
  const smallest = entities
    .filter(({ first, last }) => first <= token && token <= last)
    .toSorted((a, b) => a.last - a.first - (b.last - b.first))[0];
  const isDefinite = tree.by(token, "det").some((at) => lemmaOf(scene, at) === "the");
  return smallest?.type === "place" && (tree.tokens[token]?.upos === "PROPN" || isDefinite);
}

/** The words of a noun without its preposition and without clauses and phrases of time that hang from it. */
export function phraseSpan(scene: Scene, token: number): CharSpan | null {
  const { tree } = scene;
  let [first, last] = [token, token];
  const take = (at: number): void => {
    [first, last] = [Math.min(first, at), Math.max(last, at)];
    for (const child of tree.of(at)) {
      const relation = relationOf(scene, child);
      if (at === token && /^(?:case|mark|cc)$/u.test(relation)) continue;
      if (
        /^(?:acl|advcl|punct|parataxis|obl)$/u.test(relation) ||
        (relation === "nmod" && child > token && !isName(scene, child))
      )
        continue;
      take(child);
    }
  };
  take(token);
  return spanOfRange(scene, [first, last]);
}

/** "Amsel" of "Port Amsel". */
const isName = (scene: Scene, token: number): boolean =>
  scene.tree.tokens[token]?.upos === "PROPN" && scene.tree.caseOf(token) === "";

/** "about X", "to discuss X". */
export function aboutOf(scene: Scene, tokens: readonly number[]): CharSpan | null {
  const { lexicon, coded, tree } = scene;
  for (const token of tokens) {
    if (lexicon.about.verbs.has(lemmaOf(scene, token)) && isVerb(scene, token)) {
      const [object] = tree.by(token, "obj");
      if (object !== undefined) return wholeSpan(scene, object);
    }
    const phrase = phrasesOf(scene, token, lexicon.about.prepositions).find(({ token: at }) => {
      const [first, last] = tree.reach(at);
      if (tokens.some((each) => first <= each && each <= last)) return false; // "a ban on talks" is not about them
      const { start = 0, end = 0 } = tree.tokens[at] ?? {};
      return !coded.times.some((time) => time.start < end && start < time.end);
    });
    if (phrase !== undefined) return wholeSpan(scene, phrase.token);
    for (const clause of tree.by(token, "advcl", "acl", "xcomp", "conj")) {
      if (clause < token || !lexicon.about.verbs.has(lemmaOf(scene, clause))) continue;
      const [object] = tree.by(clause, "obj");
      if (object !== undefined) return wholeSpan(scene, object);
    }
  }
  return null;
}

function wholeSpan(scene: Scene, token: number): CharSpan | null {
  const { tree } = scene;
  const markers = new Set(tree.by(token, "case", "mark"));
  let [first, last] = [token, token];
  for (const child of tree.of(token)) {
    if (markers.has(child) || /^(?:punct|parataxis)$/u.test(relationOf(scene, child))) continue;
    if (/^(?:with|by|between)$/u.test(tree.caseOf(child))) break; // who talks of it, which the parse has hung below it
    const [from, to] = tree.reach(child);
    [first, last] = [Math.min(first, from), Math.max(last, to)];
  }
  const isOutside = (at: number): boolean => at < first || at > last;
  for (let at = token + 1; at < last; at++) {
    const { upos, head } = tree.tokens[at] ?? { upos: "", head: -1 };
    if (upos === "PUNCT" && isOutside(head)) last = at;
  }
  while (last > token && tree.tokens[last]?.upos === "PUNCT") last--;
  return spanOfRange(scene, [first, last]);
}

/**
 * What came of it: the predicate of which the contact is the subject ("ended without an agreement"), or what the parties
 * agreed on at it.
 */
export function outcomeOf(scene: Scene, token: number): CharSpan | null {
  const { lexicon, tree } = scene;
  const head = headOf(scene, token);
  if (
    head >= 0 &&
    relationOf(scene, token) === "nsubj" &&
    namesOf(scene, head).some((name) => lexicon.outcomes.subject.has(name))
  ) {
    return predicateSpan(scene, head);
  }
  const [verb] = isVerb(scene, token)
    ? tree.by(token, "conj").filter((at) => lexicon.outcomes.party.has(lemmaOf(scene, at)))
    : relationOf(scene, token) === "obl" && /^(?:at|during|in|after|following)$/u.test(tree.caseOf(token))
      ? [head].filter((at) => lexicon.outcomes.party.has(lemmaOf(scene, at)))
      : [];
  return verb === undefined ? null : predicateSpan(scene, verb);
}

/** From a verb to the end of its clause, helpers before it with it. */
function predicateSpan(scene: Scene, verb: number): CharSpan | null {
  const { tree } = scene;
  const first = Math.min(verb, ...tree.by(verb, "aux").filter((at) => at < verb));
  let last = verb;
  for (const child of tree.of(verb)) {
    if (child < verb || relationOf(scene, child) === "parataxis" || isClause(scene, child)) continue;
    last = Math.max(last, tree.reach(child)[1]);
  }
  while (last > verb && tree.tokens[last]?.upos === "PUNCT") last--;
  return spanOfRange(scene, [first, last]);
}

/** "hosted by X", "under the auspices of X", "with X's mediation". */
export function arrangersOf(scene: Scene, tokens: readonly number[]): readonly number[] {
  const { lexicon, tree } = scene;
  return tokens.flatMap((token) => [
    ...tree
      .by(token, "acl", "amod")
      .filter((at) => lexicon.mediators.has(lemmaOf(scene, at)))
      .flatMap((at) => ownPhrases(scene, at).filter(({ preposition }) => preposition === "by"))
      .map(({ token: at }) => at),
    ...ownPhrases(scene, token)
      .filter(({ token: at }) => lexicon.auspices.has(lemmaOf(scene, at)))
      .flatMap(({ token: at }) => [...tree.by(at, "amod", "compound"), ...tree.by(at, "nmod")]),
  ]);
}

/** The innermost statement whose content holds the words. */
export function statementOf({ coded, tree }: Scene, token: number): StatementId | null {
  const { start = 0, end = 0 } = tree.tokens[token] ?? {};
  const holding = coded.statements.filter(({ content }) =>
    content.spans.some((span) => span.start <= start && end <= span.end),
  );
  const length = (spans: readonly CharSpan[]): number => spans.reduce((sum, span) => sum + span.end - span.start, 0);
  const [innermost] = holding.toSorted((a, b) => length(a.content.spans) - length(b.content.spans));
  return innermost?.id ?? null;
}
