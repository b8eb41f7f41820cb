import { type EventSentence, hasMark, headAt, lemmaAt, relationAt, uposAt } from "./event-sentence.ts";
import { isPassive } from "./voice.ts";

/** A verb, or a predicate adjective or noun, with what stands to it in which grammatical role. Tokens by index. */
export interface Predicate {
  readonly token: number;
  readonly isPassive: boolean;
  /** Who does it, coordinated ones each: of a passive the agent; of an infinitive or participle who it is said of. */
  readonly subjects: readonly number[];
  /** What it is done to: of a passive the subject. */
  readonly objects: readonly number[];
  readonly indirects: readonly number[];
  readonly obliques: readonly Oblique[];
  /** Infinitives, gerunds and that-clauses that it governs. */
  readonly clauses: readonly number[];
}

export interface Oblique {
  /** Small letters: "with", "because of"; empty where there is none. */
  readonly preposition: string;
  readonly token: number;
}

export function predicateAt(sentence: EventSentence, token: number): Predicate {
  return predicate(sentence, token, 0);
}

/** From how many clauses away a subject is borrowed. */
const FAR = 6;

function predicate(sentence: EventSentence, token: number, depth: number): Predicate {
  const { tree } = sentence;
  const passive = isPassive(sentence, token);
  const obliques = obliquesOf(sentence, token);
  const own = unitsOf(sentence, tree.by(token, "nsubj", "csubj")).filter((at) => !isRelative(sentence, at));
  const given = own.length > 0 || depth > FAR ? own : borrowedSubjects(sentence, token, depth);
  const objects = unitsOf(sentence, objectsOf(sentence, token)).filter((at) => !isRelative(sentence, at));
  return {
    token,
    isPassive: passive,
    subjects: passive ? obliques.filter(({ preposition }) => preposition === "by").map((by) => by.token) : given,
    objects: passive
      ? [...given, ...objects]
      : [...objects, ...bareOf(sentence, obliques, objects), ...antecedent(sentence, token, own, objects)],
    indirects: unitsOf(sentence, tree.by(token, "iobj")),
    obliques,
    clauses: tree.of(token).filter((at) => isComplement(sentence, at)),
  };
}

/** Of "arming and supporting the rebels" the rebels for both, where the first verb has nobody else. */
function objectsOf(sentence: EventSentence, token: number): readonly number[] {
  const { tree } = sentence;
  const own = tree.by(token, "obj");
  if (own.length > 0 || tree.by(token, "ccomp", "xcomp", "obl").length > 0) return own;
  const next = tree.by(token, "conj").find((at) => uposAt(sentence, at) === "VERB");
  const isShared = next !== undefined && tree.by(next, "nsubj", "aux").length === 0 && next <= token + 3;
  return isShared ? tree.by(next, "obj") : own;
}

/** Who a verb without a subject of its own is said of. */
function borrowedSubjects(sentence: EventSentence, token: number, depth: number): readonly number[] {
  const head = headAt(sentence, token);
  if (head < 0) return [];
  const relation = relationAt(sentence, token);
  if (relation === "acl") {
    return hasMark(sentence, token, "to") ? holders(sentence, head, depth) : unitsOf(sentence, [head]);
  }
  if (!/^(?:conj|xcomp|advcl|ccomp|dep)$/u.test(relation) || !isPredicate(sentence, head)) return [];
  const above = predicate(sentence, head, depth + 1);
  const doer = above.isPassive ? above.objects : above.subjects;
  return relation === "conj" ? doer : controller(sentence, token, above, doer);
}

/** "urged X to", "called on X to": the one addressed; "promised X to" and all others: the one who acts above. */
function controller(
  sentence: EventSentence,
  token: number,
  above: Predicate,
  doer: readonly number[],
): readonly number[] {
  const isInfinitive = hasMark(sentence, token, "to");
  const addressed = above.obliques.filter(({ preposition }) => /^(?:up)?on$/u.test(preposition));
  if (isInfinitive && addressed.length > 0 && /^(?:call|prevail)$/u.test(lemmaAt(sentence, above.token))) {
    return addressed.map((oblique) => oblique.token);
  }
  if (relationAt(sentence, token) !== "xcomp" || above.isPassive) return doer;
  if (/^(?:promise|threaten|vow|use)$/u.test(lemmaAt(sentence, above.token))) return doer;
  const others = [...above.indirects, ...above.objects];
  return others.length > 0 ? others : doer;
}

/** Whose a noun is that governs an infinitive: "Norland's decision to …", "Norland took the decision to …". */
function holders(sentence: EventSentence, noun: number, depth: number): readonly number[] {
  const { tree } = sentence;
  const owners = tree
    .by(noun, "nmod", "compound", "amod")
    .filter((at) => /^(?:'s|’s|'|’|by|)$/u.test(tree.caseOf(at)) && /^(?:PROPN|PRON)$/u.test(uposAt(sentence, at)));
  if (owners.length > 0) return owners;
  const head = headAt(sentence, noun);
  if (head < 0 || !isPredicate(sentence, head) || relationAt(sentence, noun) !== "obj") return [];
  return predicate(sentence, head, depth + 1).subjects;
}

/** "the island that Norland annexed": the antecedent is the object where nothing else is. */
function antecedent(
  sentence: EventSentence,
  token: number,
  own: readonly number[],
  objects: readonly number[],
): readonly number[] {
  const isRelativeClause = relationAt(sentence, token) === "acl" && own.length > 0 && objects.length === 0;
  return isRelativeClause && sentence.tree.by(token, "ccomp", "xcomp").length === 0 ? [headAt(sentence, token)] : [];
}

/** An oblique without a preposition that is no time is the object, which the parser took for something else. */
function bareOf(
  { entities }: EventSentence,
  obliques: readonly Oblique[],
  objects: readonly number[],
): readonly number[] {
  const isTime = (token: number): boolean =>
    entities.some(({ type, first, last }) => type === "time" && first <= token && token <= last);
  const bare = obliques.filter(({ preposition, token }) => preposition === "" && !isTime(token));
  return objects.length > 0 ? [] : bare.map(({ token }) => token);
}

function obliquesOf(sentence: EventSentence, token: number): readonly Oblique[] {
  const { tree } = sentence;
  return tree.by(token, "obl").flatMap((at) => {
    const preposition = tree.caseOf(at);
    return tree.conjuncts(at).map((each) => ({ preposition: tree.caseOf(each) || preposition, token: each }));
  });
}

const unitsOf = ({ tree }: EventSentence, tokens: readonly number[]): readonly number[] =>
  tokens.flatMap((at) => tree.conjuncts(at));

const isRelative = (sentence: EventSentence, token: number): boolean =>
  /^(?:who|which|that|whom)$/u.test(lemmaAt(sentence, token)) && uposAt(sentence, token) === "PRON";

/** A verb, or what has a copula. */
export const isPredicate = (sentence: EventSentence, token: number): boolean =>
  /^(?:VERB|AUX)$/u.test(uposAt(sentence, token)) || sentence.tree.by(token, "cop").length > 0;

function isComplement(sentence: EventSentence, token: number): boolean {
  const relation = relationAt(sentence, token);
  if (relation === "xcomp" || relation === "ccomp" || relation === "csubj") return true;
  return relation === "advcl" && hasMark(sentence, token, "to");
}
