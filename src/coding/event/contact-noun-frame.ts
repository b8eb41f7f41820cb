import type { ContactForm } from "./contact.ts";
import type { ContactNoun } from "./contact-lexicon.ts";
import { hostsAt, isMission, isPress } from "./contact-parties.ts";
import { formOf, headOf, isVerb, lemmaOf, ownPhrases, phrasesOf, relationOf, type Scene } from "./contact-scene.ts";

/** The words around a noun that say of which contact it tells, by their tokens. */
export interface NounFrame {
  /** Before it, with what modifies them. */
  readonly modifiers: readonly number[];
  /** Behind "between" and its like. */
  readonly all: readonly number[];
  /** Behind "with" and its like, the place gone to left out. */
  readonly other: readonly number[];
  readonly place: number | null;
  readonly medium: ContactForm | null;
  /** The word above that does something with it. */
  readonly governor: number | null;
  /** "a second meeting" */
  readonly isAnother: boolean;
}

/** What stands around a noun as an entry of the lexicon asks for it; null where that makes something else of it. */
export function frameOf(scene: Scene, token: number, noun: ContactNoun): NounFrame | null {
  const { tree, lexicon } = scene;
  if (noun.plural && formOf(scene, token) === lemmaOf(scene, token)) return null;
  if (noun.case !== null && !noun.case.has(tree.caseOf(token))) return null;
  if (noun.mission && !ownPhrases(scene, token).some(({ token: at }) => isMission(scene, at))) return null;
  const modifiers = tree
    .by(token, "compound", "amod")
    .flatMap((at) => [at, ...tree.by(at, "compound", "amod", "nummod")]);
  if (modifiers.some((at) => lexicon.compounds.has(lemmaOf(scene, at)))) return null;
  const medium = mediumOf(scene, modifiers);
  const isAnother = isAgain(scene, token, modifiers);
  const all = partiesBehind(scene, token, lexicon.parties.all);
  const prepositions = [...lexicon.parties.other].filter((one) => medium !== null || !noun.unless.has(one));
  const other = partiesBehind(scene, token, new Set(prepositions)).filter((at) => !isOwnVerb(scene, at, token));
  const isNamed = all.length + other.length > 0;
  if (!isNamed && hasUnless(scene, token, noun)) return null;
  const isFrom = partiesBehind(scene, token, new Set(["from"])).length > 0;
  if (noun.needs && !isAnother && !isNamed && !isFrom && medium === null) return null;
  if ([...all, ...other].some((at) => isPress(scene, at))) return null;
  const place = placeOf(scene, token, noun);
  return {
    modifiers,
    all,
    other: other.filter((at) => at !== place),
    place,
    medium,
    governor: governorOf(scene, token),
    isAnother,
  };
}

/** Who stands behind a preposition of the noun, or of the verb that does with it what it says ("held talks in X with Y"). */
function partiesBehind(scene: Scene, token: number, prepositions: ReadonlySet<string>): readonly number[] {
  const own = phrasesOf(scene, token, prepositions);
  if (own.length > 0) return own.map(({ token: at }) => at);
  const told = relativesOf(scene, token).flatMap((at) => ownPhrases(scene, at));
  const within = told.filter(({ preposition }) => prepositions.has(preposition));
  if (within.length > 0) return within.map(({ token: at }) => at);
  const split = splitPair(scene, token, prepositions);
  if (split.length > 0) return split;
  const head = headOf(scene, token);
  const isDone = /^(?:obj|nsubj|obl)$/u.test(relationOf(scene, token)) && isVerb(scene, head);
  if (!isDone || !isSupport(scene, head)) return [];
  return ownPhrases(scene, head)
    .filter(({ preposition, token: at }) => preposition !== "to" && prepositions.has(preposition) && at !== token)
    .map(({ token: at }) => at);
}

/** "the call she made", "the talks held in X": clauses that say of it who did so. */
export const relativesOf = (scene: Scene, token: number): readonly number[] =>
  scene.tree.by(token, "acl").filter((at) => isVerb(scene, at) && isSupport(scene, at));

/** "between X and Y" of which the parse has hung X and Y apart. */
function splitPair(scene: Scene, token: number, prepositions: ReadonlySet<string>): readonly number[] {
  const { tree } = scene;
  const second = tree.by(token, "conj").find((at) => prepositions.has(tree.caseOf(at)));
  return second === undefined ? [] : [...tree.by(token, "nmod").filter((at) => at > token && at < second), second];
}

const isOwnVerb = (scene: Scene, at: number, token: number): boolean =>
  at === token || isVerb(scene, at) || headOf(scene, at) === -1;

export const isSupport = (scene: Scene, verb: number): boolean =>
  scene.lexicon.supports.has(lemmaOf(scene, verb)) || /^(?:take|happen|end|break|occur)$/u.test(lemmaOf(scene, verb));

const hasUnless = (scene: Scene, token: number, noun: ContactNoun): boolean =>
  ownPhrases(scene, token).some(({ preposition }) => noun.unless.has(preposition));

/** The word above that does something with the contact: passing "a series of" and what coordinates it. */
function governorOf(scene: Scene, token: number): number | null {
  for (let [at, steps] = [token, 0]; steps < 4; steps++) {
    const head = headOf(scene, at);
    if (head < 0) return null;
    const relation = relationOf(scene, at);
    const isPassed = relation === "conj" || (relation === "nmod" && !isVerb(scene, head));
    if (!isPassed) return head;
    at = head;
  }
  return null;
}

function placeOf(scene: Scene, token: number, noun: ContactNoun): number | null {
  const found = ownPhrases(scene, token).find(
    ({ preposition, token: at }) => noun.places.has(preposition) && hostsAt(scene, at).length > 0,
  );
  return found?.token ?? null;
}

function mediumOf(scene: Scene, modifiers: readonly number[]): ContactForm | null {
  for (const at of modifiers) {
    const form = scene.lexicon.media.get(lemmaOf(scene, at));
    if (form !== undefined) return form;
  }
  return null;
}

/** "a second meeting", "another round". */
const isAgain = (scene: Scene, token: number, modifiers: readonly number[]): boolean =>
  [...modifiers, ...scene.tree.by(token, "det")].some((at) => scene.lexicon.again.has(lemmaOf(scene, at)));
