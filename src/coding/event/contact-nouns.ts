import type { ActorId } from "../../text/span.ts";
import type { ContactForm } from "./contact.ts";
import { arrangersOf } from "./contact-details.ts";
import type { ContactNoun } from "./contact-lexicon.ts";
import { frameOf, isSupport, relativesOf } from "./contact-noun-frame.ts";
import { hostsAt, isPress, isSides, isVisitor, partiesOf, stateAt } from "./contact-parties.ts";
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
  possessorsOf,
  relationOf,
  type Scene,
  subjectsOf,
} from "./contact-scene.ts";
import type { Told } from "./contact-told.ts";

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
  const frame = frameOf(scene, token, noun);
  if (frame === null) return null;
  const own = ownActors(scene, token, frame.modifiers);
  const all = partiesOf(scene, frame.all);
  const named = [...new Set([...all, ...own])];
  const others = partiesOf(scene, frame.other);
  const isComplete = new Set([...named, ...others]).size > 1 && (all.length > 1 || own.length > 0);
  const isOwnVisit = frame.place !== null && own.length > 0;
  const holders = isComplete || isOwnVisit ? [] : actingOn(scene, token);
  if (holders.some((at) => isPress(scene, at))) return null;
  const hasSides = [...frame.all, ...frame.other, ...holders].some((at) => isSides(scene, at));
  const told: Told = {
    token,
    form: formFor(noun.form, frame.medium),
    initiators: [...new Set([...named, ...partiesOf(scene, holders)])].filter((id) => !others.includes(id)),
    others,
    arrangers: isComplete ? mediating(scene, token, frame.governor) : [],
    place: frame.place,
    words: frame.governor === null ? [token] : [token, frame.governor],
    isDefinite: hasSides || frame.isAnother || isTakenUp(scene, token),
    isSides: hasSides,
    isAnother: frame.isAnother,
    verb: null,
  };
  if (noun.hosted) return asHosted(scene, told);
  return frame.place !== null && others.length === 0 ? asVisit(scene, told, frame.place) : told;
}

/** "Abreth's trip to Lissane": in contact with the government there. */
function asVisit(scene: Scene, told: Told, place: number): Told | null {
  const hosts = hostsAt(scene, place);
  const visitors = told.initiators.filter((id) => isVisitor(scene, id, hosts, true));
  return visitors.length === 0
    ? null
    : { ...told, initiators: visitors, others: hosts, isDefinite: false, isSides: false };
}

/** "attended a dinner hosted by Abreth". */
function asHosted(scene: Scene, told: Told): Told | null {
  const head = headOf(scene, told.token);
  if (!isVerb(scene, head) || !isSupport(scene, head)) return null;
  const hosts = partiesOf(scene, arrangersOf(scene, [told.token])).filter((id) => !told.initiators.includes(id));
  return hosts.length === 0 ? null : { ...told, others: hosts, isDefinite: false, isSides: false };
}

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

function formFor(form: ContactForm, medium: ContactForm | null): ContactForm {
  if (medium === null || form === "visit" || form === "message") return form;
  return medium === "backchannel" && form !== "talks" ? form : medium;
}

/** "the talks", "those talks", "that meeting". */
const isTakenUp = (scene: Scene, token: number): boolean =>
  scene.tree.by(token, "det").some((at) => /^(?:the|this|that|these|those|both)$/u.test(lemmaOf(scene, at)));
