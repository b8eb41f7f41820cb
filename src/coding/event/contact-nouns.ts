import type { ActorId } from "../../text/span.ts";
import type { ContactForm } from "./contact.ts";
import { arrangersOf } from "./contact-details.ts";
import type { ContactNoun } from "./contact-lexicon.ts";
import { hostsAt, isMission, isPress, isSides, isVisitor, partiesOf, stateAt } from "./contact-parties.ts";
import {
  agentsOf,
  formOf,
  headOf,
  holdersOf,
  hostOf,
  isPassive,
  isVerb,
  lemmaOf,
  ownPhrases,
  phrasesOf,
  possessorsOf,
  relationOf,
  type Scene,
  subjectsOf,
} from "./contact-scene.ts";
import type { Told } from "./contact-verbs.ts";

/** The contact that a noun tells of; null where it tells of none. */
export function toldByNoun(scene: Scene, token: number): Told | null {
  if (!/^(?:NOUN|PROPN)$/u.test(scene.tree.tokens[token]?.upos ?? "")) return null;
  if (/^(?:compound|amod|flat)$/u.test(relationOf(scene, token))) return null;
  for (const noun of scene.lexicon.nouns.get(lemmaOf(scene, token)) ?? []) {
    const told = asTold(scene, token, noun);
    if (told !== null) return told;
  }
  return null;
}

function asTold(scene: Scene, token: number, noun: ContactNoun): Told | null {
  const { tree, lexicon } = scene;
  if (noun.plural && formOf(scene, token) === lemmaOf(scene, token)) return null;
  if (noun.case !== null && !noun.case.has(tree.caseOf(token))) return null;
  const modifiers = tree
    .by(token, "compound", "amod")
    .flatMap((at) => [at, ...tree.by(at, "compound", "amod", "nummod")]);
  if (modifiers.some((at) => lexicon.compounds.has(lemmaOf(scene, at)))) return null;
  const governor = governorOf(scene, token);
  const words = governor === null ? [token] : [token, governor];
  const all = partiesBehind(scene, token, lexicon.parties.all);
  const medium = mediumOf(scene, modifiers);
  const prepositions = [...lexicon.parties.other].filter((one) => medium !== null || !noun.unless.has(one));
  const other = partiesBehind(scene, token, new Set(prepositions)).filter((at) => !isOwnVerb(scene, at, token));
  if (all.length + other.length === 0 && hasUnless(scene, token, noun)) return null;
  const from = partiesBehind(scene, token, new Set(["from"]));
  if (noun.needs && all.length + other.length + from.length === 0 && medium === null) return null;
  if ([...all, ...other].some((at) => isPress(scene, at))) return null;
  if (noun.mission && !ownPhrases(scene, token).some(({ token: at }) => isMission(scene, at))) return null;
  const own = ownActors(scene, token, modifiers);
  const allParties = partiesOf(scene, all);
  const named = [...new Set([...allParties, ...own])];
  const place = placeOf(scene, token, noun);
  const others = partiesOf(scene, place === null ? other : other.filter((at) => at !== place));
  const parties = new Set([...named, ...others]);
  const isComplete = parties.size > 1 && (allParties.length > 1 || own.length > 0);
  const isOwnVisit = place !== null && own.length > 0;
  const holders = isComplete || isOwnVisit ? [] : actingOn(scene, token);
  if (holders.some((at) => isPress(scene, at))) return null;
  const acting = partiesOf(scene, holders);
  const arranging = isComplete ? mediating(scene, token, governor) : [];
  const initiators = [...new Set([...named, ...acting])].filter((id) => !others.includes(id));
  const common = { token, form: formFor(noun.form, medium), arrangers: arranging, words, verb: null, place };
  const hosts = place === null ? [] : hostsAt(scene, place);
  if (hosts.length > 0 && others.length === 0) {
    const visitors = initiators.filter((id) => isVisitor(scene, id, hosts, true));
    return visitors.length === 0
      ? null
      : { ...common, initiators: visitors, others: hosts, isDefinite: false, isSides: false };
  }
  if (noun.hosted) {
    if (!isVerb(scene, headOf(scene, token)) || !isSupport(scene, headOf(scene, token))) return null;
    const hosting = partiesOf(scene, arrangersOf(scene, [token])).filter((id) => !initiators.includes(id));
    return hosting.length === 0 ? null : { ...common, initiators, others: hosting, isDefinite: false, isSides: false };
  }
  const hasSides = [...all, ...other, ...holders].some((at) => isSides(scene, at));
  return { ...common, initiators, others, isDefinite: hasSides || isTakenUp(scene, token), isSides: hasSides };
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
const relativesOf = (scene: Scene, token: number): readonly number[] =>
  scene.tree.by(token, "acl").filter((at) => isVerb(scene, at) && isSupport(scene, at));

/** "between X and Y" of which the parse has hung X and Y apart. */
function splitPair(scene: Scene, token: number, prepositions: ReadonlySet<string>): readonly number[] {
  const { tree } = scene;
  const second = tree.by(token, "conj").find((at) => prepositions.has(tree.caseOf(at)));
  return second === undefined ? [] : [...tree.by(token, "nmod").filter((at) => at > token && at < second), second];
}

const isOwnVerb = (scene: Scene, at: number, token: number): boolean =>
  at === token || isVerb(scene, at) || headOf(scene, at) === -1;

const isSupport = (scene: Scene, verb: number): boolean =>
  scene.lexicon.supports.has(lemmaOf(scene, verb)) || /^(?:take|happen|end|break|occur)$/u.test(lemmaOf(scene, verb));

const hasUnless = (scene: Scene, token: number, noun: ContactNoun): boolean =>
  ownPhrases(scene, token).some(({ preposition }) => noun.unless.has(preposition));

/** The possessor, those named by an adjective ("Russian-Ukrainian talks"), and who stands behind "by" or "of". */
function ownActors(scene: Scene, token: number, modifiers: readonly number[]): readonly ActorId[] {
  const possessors = partiesOf(scene, possessorsOf(scene, token));
  const named = modifiers
    .flatMap((at) => scene.tree.conjuncts(at))
    .filter((at) => at < token && stateAt(scene, at).length > 0);
  const isAdjective = named.some((at) => scene.tree.tokens[at]?.upos === "ADJ");
  const isPair = named.some((at) => named.includes(at + 2) && /^(?:[-–—/]|and)$/u.test(formOf(scene, at + 1)));
  // "the Vilnius summit" is held there
  const byAdjective = isAdjective || isPair ? named.flatMap((at) => stateAt(scene, at)) : [];
  const behind = ownPhrases(scene, token)
    .filter(({ preposition }) => scene.lexicon.parties.actor.has(preposition))
    .filter(({ preposition }) => preposition !== "by" || possessors.length === 0)
    .map(({ token: at }) => at);
  return [...new Set([...possessors, ...byAdjective, ...partiesOf(scene, behind)])];
}

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

const joining = /^(?:in|during|at|after|following|before|ahead of|for|to|through|via|by|from|into)$/u;

/** "during a call", "called off a call", "agreed on talks": whoever does so takes part; "briefed on the talks" nobody. */
function isJoining(scene: Scene, token: number, head: number): boolean {
  const preposition = scene.tree.caseOf(token);
  if (preposition === "" || joining.test(preposition)) return true;
  return preposition === "on" && scene.lexicon.statuses.has(lemmaOf(scene, head));
}

/** Who takes part because they do with it what the words around it say: "X held talks", "during a call, X said". */
function actingOn(scene: Scene, token: number): readonly number[] {
  const { tree } = scene;
  const doing = relativesOf(scene, token).flatMap((at) =>
    isPassive(scene, at)
      ? agentsOf(scene, at)
      : tree.by(at, "nsubj").filter((each) => tree.tokens[each]?.upos !== "SCONJ"),
  );
  const doers = doing.filter((at) => !/^(?:which|that|who)$/u.test(lemmaOf(scene, at)));
  if (doers.length > 0) return doers;
  const head = hostOf(scene, token);
  if (head < 0) return [];
  switch (relationOf(scene, token)) {
    case "obj":
    case "xcomp":
      return isPassive(scene, head) ? [] : subjectsOf(scene, head);
    case "obl":
      return isJoining(scene, token, head) ? subjectsOf(scene, head) : [];
    case "nsubj":
      return isPassive(scene, head) ? agentsOf(scene, head) : [];
    case "nmod":
      return /^(?:of|for|to|in|on|into|at|with|about)$/u.test(tree.caseOf(token)) ? holdersOf(scene, head) : [];
    case "conj":
      return isVerb(scene, head) ? [] : actingOn(scene, head);
    case "acl":
      return holdersOf(scene, head);
    default:
      return tree.by(token, "nsubj").length > 0 && tree.caseOf(token) !== "" ? subjectsOf(scene, token) : [];
  }
}

/** "X brokered talks between Y and Z": X. */
function mediating(scene: Scene, token: number, governor: number | null): readonly number[] {
  if (governor === null || !scene.lexicon.mediators.has(lemmaOf(scene, governor))) return [];
  if (relationOf(scene, token) === "nsubj") return agentsOf(scene, governor);
  return isPassive(scene, governor) ? [] : subjectsOf(scene, governor);
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

function formFor(form: ContactForm, medium: ContactForm | null): ContactForm {
  if (medium === null || form === "visit" || form === "message") return form;
  return medium === "backchannel" && form !== "talks" ? form : medium;
}

/** "the talks", "those talks", "that meeting". */
const isTakenUp = (scene: Scene, token: number): boolean =>
  scene.tree.by(token, "det").some((at) => /^(?:the|this|that|these|those|both)$/u.test(lemmaOf(scene, at)));
