import { type EventSentence, headAt, lemmaAt, relationAt, uposAt } from "../event/event-sentence.ts";
import { hasLemma, readings } from "../event/match-entry.ts";
import { type Oblique, predicateAt } from "../event/predicate.ts";
import type { CueKind, CueTest, IssueCue, PatternCue, PhraseCue } from "./issue-codebook.ts";

/** A sentence in which cues are looked for. */
export interface CueSentence extends EventSentence {
  /** Whether a token stands for one person; null where that is not known and its entities must tell. */
  readonly isPerson: (token: number) => boolean | null;
}

/** Where a cue was found in a sentence. Tokens by index. */
export interface CueMatch {
  /** The word on which the others of the cue depend. */
  readonly token: number;
  /** All words of the cue, in text order, `token` among them. */
  readonly tokens: readonly number[];
}

/** Whether a cue stands at a token: a phrase begins there, or it is the word of the pattern; null where not. */
export function matchCue(cue: IssueCue, token: number, sentence: CueSentence): CueMatch | null {
  return cue.kind === "phrase" ? matchPhrase(cue, token, sentence) : matchPattern(cue, token, sentence);
}

function matchPhrase(cue: PhraseCue, start: number, sentence: CueSentence): CueMatch | null {
  const tokens: number[] = [];
  let at = start;
  for (const word of cue.words) {
    while (tokens.length > 0 && isSkipped(sentence, at) && !isWord(sentence, at, word)) at++;
    if (!isWord(sentence, at, word)) return null;
    tokens.push(at++);
  }
  const token = tokens.find((each) => !tokens.includes(headAt(sentence, each))) ?? start;
  return isNear(cue, token, tokens, sentence) ? null : { token, tokens };
}

const isSkipped = (sentence: CueSentence, token: number): boolean =>
  uposAt(sentence, token) === "DET" || /^[-–‑]$/u.test(sentence.forms[token] ?? "");

const isWord = (sentence: CueSentence, token: number, word: string): boolean =>
  sentence.forms[token] === word || lemmaAt(sentence, token) === word;

/** The words that stand to a cue's word in the roles that a cue asks for. */
interface Roles {
  readonly subjects: readonly number[];
  readonly objects: readonly number[];
  readonly obliques: readonly Oblique[];
  /** What qualifies it: of a noun what stands before it, of a verb what stands before its object. */
  readonly modifiers: readonly number[];
}

const wordClasses = { verb: /^(?:VERB|AUX)$/u, noun: /^(?:NOUN|PROPN)$/u, adjective: /^(?:ADJ|VERB|ADV)$/u } as const;

function matchPattern(cue: PatternCue, token: number, sentence: CueSentence): CueMatch | null {
  const isGerund =
    cue.kind === "verb" && uposAt(sentence, token) === "NOUN" && /ing$/u.test(sentence.forms[token] ?? "");
  if (!isGerund && !wordClasses[cue.kind].test(uposAt(sentence, token))) return null;
  const particle = cue.particle === null ? [] : particlesOf(sentence, token, cue.particle);
  const roles = cue.kind === "noun" || isGerund ? nounRoles(sentence, token) : verbRoles(sentence, token);
  const asked = [
    cue.particle === null ? [] : particle.slice(0, 1),
    passing(cue.subject, roles.subjects, sentence),
    passing(cue.object, roles.objects, sentence),
    passing(cue.modifier, roles.modifiers, sentence),
    passing(cue.about, within(sentence, token), sentence),
    behindPrepositions(cue, roles, sentence),
    byRelation(cue, token, sentence),
  ];
  if (cue.particle !== null && particle.length === 0) return null;
  const found = asked.filter((each) => each !== null);
  if (found.length < asked.length) return null;
  const tokens = [...new Set([token, ...found.flat()])].sort((a, b) => a - b);
  return isNear(cue, token, tokens, sentence) ? null : { token, tokens };
}

/** The first of the tokens that passes the test; none where nothing is asked; null where none does. */
function passing(test: CueTest | null, tokens: readonly number[], sentence: CueSentence): readonly number[] | null {
  if (test === null) return [];
  for (const token of tokens) {
    const found = readings(sentence, token).find((at) => passes(test, at, sentence));
    if (found !== undefined) return [found, ...sentence.tree.by(found, "flat")]; // "Marena Aldovar"
  }
  return null;
}

export const passes = (test: CueTest, token: number, sentence: CueSentence): boolean =>
  hasLemma(test.words, sentence, token) || [...test.kinds].some((kind) => isOfKind(kind, token, sentence));

const entityTypes: Readonly<Record<CueKind, RegExp>> = {
  person: /^person$/u,
  actor: /^(?:person|organization)$/u,
  place: /^place$/u,
};

function isOfKind(kind: CueKind, token: number, sentence: CueSentence): boolean {
  const known = kind === "person" ? sentence.isPerson(token) : null;
  if (known !== null) return known;
  if (kind === "place" && uposAt(sentence, token) !== "PROPN") return false;
  if (kind === "person" && !isSingle(sentence, token)) return false;
  return sentence.entities.some(
    ({ type, first, last }) => entityTypes[kind].test(type) && first <= token && token <= last && isHead(first, last),
  );
  function isHead(first: number, last: number): boolean {
    const head = headAt(sentence, token);
    return head < first || head > last;
  }
}

/** "the president", "her"; neither "officials" nor "them". */
function isSingle(sentence: CueSentence, token: number): boolean {
  const form = sentence.forms[token] ?? "";
  if (uposAt(sentence, token) === "PRON") return /^(?:him|her|he|she|himself|herself)$/u.test(form);
  return form === lemmaAt(sentence, token) || !/(?:s|men|people)$/u.test(form);
}

function verbRoles(sentence: CueSentence, token: number): Roles {
  const { subjects, objects, indirects, obliques } = predicateAt(sentence, token);
  return {
    subjects,
    objects: [...objects, ...(objects.length > 0 ? [] : indirects)],
    obliques: [...obliques, ...objects.flatMap((object) => complements(sentence, object))],
    modifiers: objects.flatMap((object) => before(sentence, object)),
  };
}

/** Of "the withdrawal of troops", "the troops' withdrawal" and "troop withdrawal" the troops, as who withdraws or is withdrawn. */
function nounRoles(sentence: CueSentence, token: number): Roles {
  const { tree } = sentence;
  const own = complements(sentence, token);
  const close = [
    ...before(sentence, token),
    ...own.filter(({ preposition }) => isOf(preposition)).map((of) => of.token),
  ];
  const head = headAt(sentence, token);
  const isGoverned = head >= 0 && /^(?:obj|obl|nsubj)$/u.test(relationAt(sentence, token));
  return {
    subjects: [...close, ...own.filter(({ preposition }) => preposition === "by").map((by) => by.token)],
    objects: [...close, ...tree.by(token, "obj").flatMap((at) => tree.conjuncts(at))],
    // "hold talks with X": the parser may hang "with X" on the verb
    obliques: [...own, ...(isGoverned ? obliquesOf(sentence, head).filter((each) => each.token !== token) : [])],
    modifiers: before(sentence, token),
  };
}

const isOf = (preposition: string): boolean => /^(?:of|'s|’s|'|’|)$/u.test(preposition);

const before = ({ tree }: CueSentence, noun: number): readonly number[] =>
  tree
    .by(noun, "amod", "compound", "det", "nmod")
    .filter((at) => at < noun)
    .flatMap((at) => tree.conjuncts(at));

function complements({ tree }: CueSentence, noun: number): readonly Oblique[] {
  return tree.by(noun, "nmod", "obl").flatMap((at) => {
    const preposition = tree.caseOf(at);
    return tree.conjuncts(at).map((token) => ({ preposition: tree.caseOf(token) || preposition, token }));
  });
}

const obliquesOf = (sentence: CueSentence, verb: number): readonly Oblique[] =>
  complements(sentence, verb).filter(({ preposition }) => /^(?:with|to|on|for|over|against|from)$/u.test(preposition));

function behindPrepositions(cue: PatternCue, roles: Roles, sentence: CueSentence): readonly number[] | null {
  if (cue.prepositions === null) return [];
  for (const { preposition, token } of roles.obliques) {
    const test = cue.prepositions.get(preposition);
    if (test === null) return [token];
    const found = test === undefined ? null : passing(test, [token], sentence);
    if (found !== null) return found;
  }
  return null;
}

function byRelation(cue: PatternCue, token: number, sentence: CueSentence): readonly number[] | null {
  const found = [...(cue.dependents ?? [])].map(([relation, test]) => {
    const there = sentence.tree.by(token, relation);
    return test === null ? (there.length > 0 ? there.slice(0, 1) : null) : passing(test, there, sentence);
  });
  return found.some((each) => each === null) ? null : found.flatMap((each) => each ?? []);
}

function particlesOf(sentence: CueSentence, token: number, particle: string): readonly number[] {
  const own = sentence.tree
    .by(token, "compound", "advmod", "case", "obl")
    .filter((at) => lemmaAt(sentence, at) === particle);
  if (own.length > 0) return own;
  const isNext = sentence.forms[token + 1] === particle && relationAt(sentence, token + 1) !== "mark";
  return isNext ? [token + 1] : [];
}

function within(sentence: CueSentence, token: number): readonly number[] {
  const [first, last] = sentence.tree.reach(token);
  return sentence.forms.flatMap((_, at) => (first <= at && at <= last && at !== token ? [at] : []));
}

/**
 * Whether one of the words stands by the cue: as a dependent or the preposition of one, before its object, or as the noun
 * that it qualifies ("the observer status").
 */
function isNear({ kind, unless }: IssueCue, token: number, own: readonly number[], sentence: CueSentence): boolean {
  if (unless === null) return false;
  const { tree } = sentence;
  const dependents = own.flatMap((at) => tree.of(at)).filter((at) => relationAt(sentence, at) !== "conj");
  const close = dependents.flatMap((at) => [at, ...tree.by(at, "case", "amod", "compound", "nmod")]);
  const isQualifying = /^(?:compound|amod|nmod)$/u.test(relationAt(sentence, token));
  return [...close, ...(isQualifying ? [headAt(sentence, token)] : [])].some(
    (at) => at !== token && !(kind === "phrase" && own.includes(at)) && passes(unless, at, sentence),
  );
}
