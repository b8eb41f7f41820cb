import type { ActorId } from "../../text/span.ts";
import type { ActorsInText } from "../actor/actors-in-text.ts";
import { type EventSentence, hasMark, headAt, relationAt, uposAt } from "./event-sentence.ts";
import type { Trigger } from "./find-triggers.ts";
import { measured } from "./match-entry.ts";
import type { Role } from "./plover-entry.ts";
import { type Predicate, predicateAt } from "./predicate.ts";

export interface RoleFinder {
  /** Those who stand in the first of the roles that names anybody, but for `others`. In text order. */
  in(roles: readonly Role[], others?: readonly ActorId[]): readonly ActorId[];
}

export function roleFinder(
  { token, predicate }: Pick<Trigger, "token" | "predicate">,
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
    const isPlaceRole = /^(?:in|into|at|on|near|to|object|from|of|against|owner)$/u.test(role);
    const tokens = inRole(role).flatMap((at) => (isKnown(at) ? [at] : measured(sentence, at)));
    const own = tokens.flatMap((at) => actorsAt(sentence, at, actors, isPlaceRole || role === "subject"));
    const deep = (at: number): readonly ActorId[] =>
      role === "subject"
        ? withinName(sentence, at, actors)
        : within(sentence, at, actors, role === "inside" ? DEEP : SHALLOW, others);
    const found = own.length > 0 ? own : tokens.flatMap(deep);
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

/** How far down a phrase is searched: "the proposal of Norland", and a clause with its objects and theirs. */
const SHALLOW = 2;
const DEEP = 4;

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
    .filter((at) => !(relationAt(sentence, at) === "acl" && depth < DEEP));
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

/** What stands with a preposition beside the noun or the verb; the parser may hang it on the verb's object. */
function besidePreposition(
  sentence: EventSentence,
  preposition: Role,
  token: number,
  predicate: Predicate | null,
): readonly number[] {
  const isNoun = predicate === null || predicate.token !== token;
  const obliques = predicate?.obliques ?? [];
  const hung = obliques.filter((oblique) => oblique.preposition === preposition).map((oblique) => oblique.token);
  const nouns = isNoun ? [token] : predicate.objects;
  const ofNoun = nouns.flatMap((noun) => besideNoun(sentence, noun, preposition, SHALLOW));
  return isNoun ? [...ofNoun, ...hung, ...besideHead(sentence, preposition, token)] : [...hung, ...ofNoun];
}

/** "the series of raids on Vellmar": the phrase may hang on the noun above. */
function besideHead(sentence: EventSentence, preposition: Role, noun: number): readonly number[] {
  const { tree } = sentence;
  const head = headAt(sentence, noun);
  if (head < 0 || uposAt(sentence, head) !== "NOUN") return [];
  return tree.by(head, "nmod").filter((at) => tree.caseOf(at) === preposition && at > noun);
}

function besideNoun(sentence: EventSentence, noun: number, preposition: string, depth: number): readonly number[] {
  const { tree } = sentence;
  if (depth === 0) return [];
  const complements = tree.by(noun, "nmod", "obl");
  const direct = complements.filter((at) => tree.caseOf(at) === preposition).flatMap((at) => tree.conjuncts(at));
  return direct.length > 0 ? direct : complements.flatMap((at) => besideNoun(sentence, at, preposition, depth - 1));
}
