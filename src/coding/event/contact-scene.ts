import type { Dependents } from "../../reader/dependents.ts";
import type { Coded } from "../coded.ts";
import type { ContactLexicon } from "./contact-lexicon.ts";

/** A sentence in which contacts are looked for, with what its words are. Tokens are given by their index in it. */
export interface Scene {
  readonly coded: Coded;
  readonly lexicon: ContactLexicon;
  readonly sentence: number;
  readonly tree: Dependents;
}

/** A noun behind a preposition. */
export interface Phrase {
  readonly preposition: string;
  readonly token: number;
}

export const lemmaOf = ({ tree }: Scene, token: number): string => (tree.tokens[token]?.lemma ?? "").toLowerCase();

/** The universal relation without its subtype. */
export const relationOf = ({ tree }: Scene, token: number): string =>
  (tree.tokens[token]?.relation ?? "").replace(/:.*/u, "");

export const headOf = ({ tree }: Scene, token: number): number => tree.tokens[token]?.head ?? -1;

export const isVerb = ({ tree }: Scene, token: number): boolean =>
  /^(?:VERB|AUX)$/u.test(tree.tokens[token]?.upos ?? "");

export function formOf({ coded, tree }: Scene, token: number): string {
  const { start, end } = tree.tokens[token] ?? { start: 0, end: 0 };
  return coded.document.text.slice(start, end).toLowerCase();
}

/** "call off" and "call": a word by all the names under which lists may have it, the longest first. */
export function namesOf(scene: Scene, token: number): readonly string[] {
  const lemma = lemmaOf(scene, token);
  const particles = scene.tree.by(token, "compound", "advmod", "obl").filter((at) => at > token && at <= token + 2);
  return [...particles.map((at) => `${lemma} ${lemmaOf(scene, at)}`), lemma];
}

export const isInfinitive = (scene: Scene, token: number): boolean =>
  scene.tree.by(token, "mark").some((at) => lemmaOf(scene, at) === "to");

/** "was met by", "hosted by": its subject is what is done to. */
export function isPassive(scene: Scene, token: number): boolean {
  if (!isVerb(scene, token) || formOf(scene, token).endsWith("ing")) return false;
  if (isInfinitive(scene, token) && formOf(scene, token) === lemmaOf(scene, token)) return false; // "was to speak"
  if (scene.tree.by(token, "aux").some((at) => /^(?:be|get)$/u.test(lemmaOf(scene, at)))) return true;
  const isParticiple = formOf(scene, token) !== lemmaOf(scene, token) && !isInfinitive(scene, token);
  if (relationOf(scene, token) !== "acl" || !isParticiple) return false;
  return scene.tree.by(token, "nsubj", "obj").length === 0;
}

/** "Castellin's", "his"; where apostrophes were stripped, a name right before the noun. */
export function possessorsOf(scene: Scene, noun: number): readonly number[] {
  const { tree } = scene;
  const possessors = tree.by(noun, "nmod").filter((at) => {
    if (at > noun) return false;
    if (tree.tokens[at]?.upos === "PRON") return true;
    const marker = tree.by(at, "case").map((each) => formOf(scene, each));
    return marker.length === 0 ? tree.tokens[at]?.upos === "PROPN" : marker.some((form) => /^['’]s?$/u.test(form));
  });
  return possessors.map((at) => (lemmaOf(scene, at) === "whose" ? antecedentOf(scene, at, noun) : at));
}

const nesting = new Set(["obj", "obl", "nmod", "appos", "conj", "compound"]);
const ownAlone = new Set(["to"]);
const throughObjects = new Set(["with"]);

/**
 * Phrases with one of these prepositions that belong to a word: its own, else those that the parse hangs below its
 * objects and complements ("discussed the dam with Castellin"). A "to" is its own or none, a "with" is sought below
 * objects alone ("raised it in a debate with X").
 */
export function phrasesOf(scene: Scene, token: number, prepositions: ReadonlySet<string>): readonly Phrase[] {
  const own = ownPhrases(scene, token).filter(({ preposition }) => prepositions.has(preposition));
  if (own.length > 0) return own;
  const below = (at: number, depth: number, isBelowObject: boolean): readonly Phrase[] =>
    scene.tree
      .of(at)
      .filter((child) => child > token && nesting.has(relationOf(scene, child)))
      .flatMap((child) => {
        const isObject =
          isBelowObject && (depth < 3 || relationOf(scene, child) === (isVerb(scene, token) ? "obj" : "conj"));
        const found = ownPhrases(scene, child).filter(
          ({ preposition }) =>
            prepositions.has(preposition) &&
            !ownAlone.has(preposition) &&
            (isObject || !throughObjects.has(preposition)),
        );
        return [...found, ...(depth > 1 ? below(child, depth - 1, isObject) : [])];
      });
  return below(token, 3, true);
}

/** The phrases that hang from a word itself, of a verb also those that go on with "and to Karrod". */
export function ownPhrases(scene: Scene, token: number): readonly Phrase[] {
  const further = isVerb(scene, token) ? scene.tree.by(token, "conj") : [];
  return [...scene.tree.by(token, "obl", "nmod", "advmod", "acl", "advcl"), ...further]
    .map((at) => ({ preposition: scene.tree.caseOf(at), token: at }))
    .filter(
      ({ preposition, token: at }) => preposition !== "" && !/^['’]s?$/u.test(preposition) && !isDenied(scene, at),
    );
}

/** "though not with its leader" */
const isDenied = (scene: Scene, token: number): boolean =>
  scene.tree.by(token, "advmod", "cc").some((at) => /^(?:not|never)$/u.test(lemmaOf(scene, at)));

/** Who does what a verb or adjective says, by its own subject or through what governs it. */
export function subjectsOf(scene: Scene, token: number, depth = 6): readonly number[] {
  const { tree } = scene;
  if (depth === 0 || token < 0) return [];
  const own = tree.by(token, "nsubj");
  if (own.length > 0) return own.map((at) => antecedentOf(scene, at, token));
  const head = headOf(scene, token);
  switch (relationOf(scene, token)) {
    case "conj":
      return subjectsOf(scene, head, depth - 1);
    case "xcomp": {
      const controlled = isPassive(scene, head) ? [] : tree.by(head, "obj", "iobj");
      return controlled.length > 0 ? controlled : subjectsOf(scene, head, depth - 1);
    }
    case "advcl":
      if (isParticiple(scene, token)) return participleSubjects(scene, token, head, depth);
      return controllersOf(scene, token, head) ?? subjectsOf(scene, head, depth - 1);
    case "ccomp":
    case "csubj":
    case "parataxis":
      return subjectsOf(scene, head, depth - 1);
    case "acl": {
      if (isApartBy(scene, head, token)) return [];
      const agent = agentsOf(scene, token);
      if (agent.length > 0) return isPassive(scene, token) ? [head] : agent;
      return isInfinitive(scene, token) || !isPerson(scene, head) ? holdersOf(scene, head, depth - 1) : [head];
    }
    case "obl":
    case "nmod":
      return isVerb(scene, token) ? subjectsOf(scene, head, depth - 1) : [];
    default:
      return [];
  }
}

/** "the position that ruling out talks plays into his hands": nobody's ruling out. */
const isApartBy = (scene: Scene, noun: number, verb: number): boolean =>
  isParticiple(scene, verb) &&
  scene.tree.tokens.slice(noun + 1, verb).some(({ lemma, upos }) => lemma === "that" && upos === "SCONJ");

const isParticiple = (scene: Scene, token: number): boolean =>
  formOf(scene, token).endsWith("ing") && scene.tree.by(token, "mark").length === 0;

/** "after X signed a decree ruling out talks": that of the verb before it, where no comma parts them. */
function participleSubjects(scene: Scene, token: number, head: number, depth: number): readonly number[] {
  const { tree } = scene;
  const isParted = tree.tokens[token - 1]?.upos === "PUNCT" || token < head;
  const between = isParted
    ? []
    : tree.by(head, "advcl", "ccomp", "xcomp").flatMap((at) => [at, ...tree.by(at, "advcl", "ccomp")]);
  const nearest = between.filter((at) => head < at && at < token && tree.by(at, "nsubj").length > 0).at(-1);
  return subjectsOf(scene, nearest ?? head, depth - 1);
}

/**
 * The word a token hangs from; of a phrase that opens a reported clause ("In a call, he listed …, said a source") that
 * clause's, where the parse hangs it from the word that reports.
 */
export function hostOf(scene: Scene, token: number): number {
  const head = headOf(scene, token);
  if (relationOf(scene, token) !== "obl" || token > head) return head;
  const [reported] = scene.tree.by(head, "ccomp", "parataxis").filter((at) => token < at && at < head);
  return reported ?? head;
}

/** "called on Norland to stop", "urged Norland to stop": the one who is to do it, where the words say so. */
function controllersOf(scene: Scene, token: number, head: number): readonly number[] | null {
  if (!isInfinitive(scene, token) || !isVerb(scene, head)) return null;
  const indirect = scene.tree.by(head, "iobj");
  if (indirect.length > 0) return indirect;
  if (lemmaOf(scene, head) === "call" || lemmaOf(scene, head) === "appeal") {
    const asked = ownPhrases(scene, head).filter(({ preposition }) => /^(?:on|upon|to)$/u.test(preposition));
    if (asked.length > 0) return asked.map(({ token: at }) => at);
  }
  if (scene.lexicon.statuses.get(lemmaOf(scene, head)) !== "proposed") return null;
  const asked = scene.tree.by(head, "obj");
  return asked.length > 0 ? asked : null;
}

const isPerson = ({ coded, sentence }: Scene, token: number): boolean => coded.actors.at(sentence, token).length > 0;

/** Who has what a noun says: its possessor, else who does what is done with it ("made a decision to meet"). */
export function holdersOf(scene: Scene, noun: number, depth = 6): readonly number[] {
  if (depth === 0 || noun < 0) return [];
  const possessors = possessorsOf(scene, noun);
  if (possessors.length > 0) return possessors;
  const authors = ownPhrases(scene, noun).filter(({ preposition }) => preposition === "by");
  if (authors.length > 0) return authors.map(({ token }) => token);
  const head = headOf(scene, noun);
  switch (relationOf(scene, noun)) {
    case "obj":
    case "xcomp":
      return isPassive(scene, head) || scene.lexicon.attitudes.has(lemmaOf(scene, head))
        ? []
        : subjectsOf(scene, head, depth - 1);
    case "obl":
      return subjectsOf(scene, head, depth - 1);
    case "nmod":
    case "conj":
      return isVerb(scene, head) ? subjectsOf(scene, head, depth - 1) : holdersOf(scene, head, depth - 1);
    default:
      return [];
  }
}

/** "by X" of a passive. */
export function agentsOf(scene: Scene, token: number): readonly number[] {
  return phrasesOf(scene, token, new Set(["by"])).map(({ token: at }) => at);
}

/** For "who", "which", "that" and "whose" the noun that their clause modifies. */
function antecedentOf(scene: Scene, at: number, verb: number): number {
  if (!/^(?:who|which|that|whose)$/u.test(lemmaOf(scene, at))) return at;
  for (let [clause, steps] = [verb, 0]; clause >= 0 && steps < 4; steps++) {
    if (relationOf(scene, clause) === "acl") return headOf(scene, clause);
    clause = headOf(scene, clause);
  }
  return at;
}
