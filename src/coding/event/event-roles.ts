import type { ActorId } from "../../text/span.ts";
import type { ActorsInText } from "../actor/actors-in-text.ts";
import { type EventSentence, hasMark, headAt, relationAt, uposAt } from "./event-sentence.ts";
import { measured } from "./match-entry.ts";
import type { Role } from "./plover-entry.ts";
import { type Predicate, predicateAt } from "./predicate.ts";

/** A word that names an event, and the verb that governs it where it is a noun. */
export interface Trigger {
  /** The verb, adjective or noun that names it. */
  readonly token: number;
  /** Of a noun the verb of which it is object or subject; the token's own predicate otherwise; null for a noun alone. */
  readonly predicate: Predicate | null;
}

export interface RoleFinder {
  /** Those who stand in the first of the roles that names anybody, but for `others`. In text order. */
  in(roles: readonly Role[], others?: readonly ActorId[]): readonly ActorId[];
}

export function roleFinder(
  { token, predicate }: Trigger,
  sentence: EventSentence,
  actors: ActorsInText,
  speaker: ActorId | null,
): RoleFinder {
  const isNoun = predicate === null || predicate.token !== token;
  const inRole = (role: Role): readonly number[] => {
    switch (role) {
      case "subject":
        return predicate?.subjects ?? [];
      case "object":
        return isNoun ? [] : (predicate?.objects ?? []);
      case "indirect":
        return predicate?.indirects ?? [];
      case "clause":
        return predicate === null ? [] : addressees(sentence, predicate);
      case "owner":
        return owners(sentence, token);
      case "inside":
        return [...(predicate?.clauses ?? []), ...(isNoun ? sentence.tree.of(token) : (predicate?.objects ?? []))];
      default:
        return besidePreposition(sentence, role, token, predicate);
    }
  };
  const isKnown = (at: number): boolean =>
    actors
      .at(sentence.index, at)
      .some((id) => actors.actors.some((one) => one.id === id && (one.sector ?? one.country) !== null));
  const named = (role: Role, others: readonly ActorId[]): readonly ActorId[] => {
    if (role === "statement") return speaker === null || others.includes(speaker) ? [] : [speaker];
    const isPlaceRole = /^(?:in|into|at|on|near|to|object|from|of|against)$/u.test(role);
    const tokens = inRole(role).flatMap((at) => (isKnown(at) ? [at] : measured(sentence, at)));
    const own = tokens.flatMap((at) => actorsAt(sentence, at, actors, isPlaceRole || role === "subject"));
    const found =
      own.length > 0
        ? own
        : role === "subject"
          ? tokens.flatMap((at) => withinName(sentence, at, actors))
          : tokens.flatMap((at) => within(sentence, at, actors, role === "inside" ? 4 : 2, others));
    return [...new Set(found)].filter((id) => !others.includes(id));
  };
  return {
    in(roles, others = []) {
      for (const role of roles) {
        const found = named(role, others);
        if (found.length > 0) return found;
      }
      return [];
    },
  };
}

/** Who a word stands for, places among them where the role may be one: "invaded Norland", "shells fell on Vellmar". */
function actorsAt(
  { index }: EventSentence,
  token: number,
  actors: ActorsInText,
  isPlaceRole: boolean,
): readonly ActorId[] {
  const own = actors.at(index, token);
  if (own.length > 0 || !isPlaceRole) return own;
  const government = actors.placeAt(index, token);
  return government === null ? [] : [government];
}

/** "Norlandic tanks": who they belong to. */
function withinName(sentence: EventSentence, token: number, actors: ActorsInText): readonly ActorId[] {
  const near = sentence.tree
    .by(token, "nmod", "amod", "compound", "appos")
    .toSorted((a, b) => rank(sentence, a) - rank(sentence, b));
  for (const at of near) {
    const found = actorsAt(sentence, at, actors, true);
    if (found.length > 0) return found;
  }
  return [];
}

const rank = (sentence: EventSentence, token: number): number =>
  ["amod", "compound", "nmod", "appos"].indexOf(relationAt(sentence, token));

/** Those named within a phrase, nearest first: whose "the proposal", "a resolution of the council" is. */
function within(
  sentence: EventSentence,
  token: number,
  actors: ActorsInText,
  depth: number,
  others: readonly ActorId[],
): readonly ActorId[] {
  if (depth === 0) return [];
  const inner = sentence.tree
    .of(token)
    .filter((at) => !/^(?:punct|case|mark|cc|det|aux|cop)$/u.test(relationAt(sentence, at)))
    .filter((at) => !(relationAt(sentence, at) === "acl" && depth < 4));
  for (const at of inner) {
    const found = actorsAt(sentence, at, actors, true).filter((id) => !others.includes(id));
    if (found.length > 0) return found;
  }
  for (const at of inner) {
    const found = within(sentence, at, actors, depth - 1, others);
    if (found.length > 0) return found;
  }
  return [];
}

/** Who is to do what a clause says: "demanded that X …", "urged X to …". */
function addressees(sentence: EventSentence, predicate: Predicate): readonly number[] {
  return predicate.clauses.flatMap((clause) => {
    const inner = predicateAt(sentence, clause);
    const found =
      inner.isPassive && !hasMark(sentence, clause, "to") ? [...inner.subjects, ...inner.objects] : inner.subjects;
    return found.filter((at) => !predicate.subjects.includes(at));
  });
}

/** The possessive or modifier of a noun: "Norland's attack", "Norlandic attacks", "its attack". */
function owners({ tree }: EventSentence, noun: number): readonly number[] {
  const possessive = tree.by(noun, "nmod").filter((at) => /^(?:'s|’s|'|’|)$/u.test(tree.caseOf(at)));
  return [...possessive, ...tree.by(noun, "amod", "compound")].flatMap((at) => tree.conjuncts(at));
}

function besidePreposition(
  sentence: EventSentence,
  preposition: Role,
  token: number,
  predicate: Predicate | null,
): readonly number[] {
  const { tree } = sentence;
  const hung =
    predicate?.obliques.filter((oblique) => oblique.preposition === preposition).map((one) => one.token) ?? [];
  const nouns = predicate === null || predicate.token !== token ? [token] : predicate.objects;
  const ofNoun = nouns.flatMap((noun) => besideNoun(sentence, noun, preposition, 2));
  const isNoun = predicate === null || predicate.token !== token;
  const up =
    isNoun && headAt(sentence, token) >= 0 && uposAt(sentence, headAt(sentence, token)) === "NOUN" && predicate === null
      ? tree.by(headAt(sentence, token), "nmod").filter((at) => tree.caseOf(at) === preposition && at > token)
      : [];
  return isNoun ? [...ofNoun, ...hung, ...up] : [...hung, ...ofNoun];
}

function besideNoun(sentence: EventSentence, noun: number, preposition: string, depth: number): readonly number[] {
  const { tree } = sentence;
  if (depth === 0) return [];
  const complements = tree.by(noun, "nmod", "obl");
  const direct = complements.filter((at) => tree.caseOf(at) === preposition).flatMap((at) => tree.conjuncts(at));
  return direct.length > 0 ? direct : complements.flatMap((at) => besideNoun(sentence, at, preposition, depth - 1));
}
