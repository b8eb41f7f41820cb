import type { ActorId } from "../../text/span.ts";
import type { ContactForm } from "./contact.ts";
import type { ContactVerb } from "./contact-lexicon.ts";
import {
  actorOf,
  areForeign,
  hostsAt,
  isAudience,
  isMission,
  isPress,
  isSides,
  isVisitor,
  partiesOf,
} from "./contact-parties.ts";
import {
  agentsOf,
  headOf,
  isInfinitive,
  isPassive,
  isVerb,
  lemmaOf,
  ownPhrases,
  phrasesOf,
  relationOf,
  type Scene,
  subjectsOf,
} from "./contact-scene.ts";

/** A contact that a word tells of, before it is known how it stands. */
export interface Told {
  readonly token: number;
  readonly form: ContactForm;
  readonly initiators: readonly ActorId[];
  readonly others: readonly ActorId[];
  /** Tokens of those who arrange it. */
  readonly arrangers: readonly number[];
  /** The token that names the place gone to. */
  readonly place: number | null;
  /** Words of which the details may hang: the one that names the contact first. */
  readonly words: readonly number[];
  /** Whether those who take part may be the ones of a contact told before: "those talks", "the sides met". */
  readonly isDefinite: boolean;
  /** Whether they are named only as "the sides" or "the ministers". */
  readonly isSides: boolean;
  readonly verb: ContactVerb | null;
}

/** The contact that a verb tells of; null where it tells of none. */
export function toldByVerb(scene: Scene, token: number): Told | null {
  if (!isVerb(scene, token) || /^(?:amod|compound|case|aux)$/u.test(relationOf(scene, token))) return null;
  for (const verb of scene.lexicon.verbs.get(lemmaOf(scene, token)) ?? []) {
    const told = asTold(scene, token, verb);
    if (told !== null) return told;
  }
  return null;
}

function asTold(scene: Scene, token: number, verb: ContactVerb): Told | null {
  const { tree } = scene;
  if (!hasParticle(scene, token, verb.particle)) return null;
  const passive = isPassive(scene, token);
  const objects = passive ? subjectsOf(scene, token) : objectsOf(scene, token);
  const subjects = passive ? agentsOf(scene, token) : subjectsOf(scene, token);
  if (isOtherwise(scene, token, verb, objects)) return null;
  const sent = verb.sent === null ? [] : sentBy(scene, token, verb.sent, objects);
  if (verb.sent !== null && sent.length === 0) return null;
  const others = [...verb.others].flatMap((where) => {
    if (where === "object") return objects.filter((at) => !sent.includes(at));
    if (where === "indirect")
      return [...tree.by(token, "iobj"), ...objects.filter((at) => sent.length > 0 && !sent.includes(at))];
    if (passive && where === "with") return []; // "was met with anger"
    const behind = phrasesOf(scene, token, new Set([where])).map(({ token: at }) => at);
    const isSpokenTo = (at: number): boolean => where === "to" && areAudience(scene, partiesOf(scene, [at]));
    return behind.filter((at) => !isOfNoun(scene, token, at) && !isSpokenTo(at));
  });
  const places = [...verb.places].flatMap((where) =>
    where === "object" ? objects : phrasesOf(scene, token, new Set([where])).map(({ token: at }) => at),
  );
  if ([...subjects, ...others].some((at) => isPress(scene, at))) return null;
  const acting = partiesOf(scene, subjects);
  const named = partiesOf(scene, others).filter(
    (id) => !acting.includes(id) && !isOwnState(scene, verb.form, id, acting),
  );
  if (verb.mission && !others.some((at) => isMission(scene, at))) return null;
  // "the observers were turned back" by whoever holds the place
  const initiators = acting.length > 0 || !verb.mission ? acting : holdersOfPlace(scene);
  if (initiators.length === 0) return null;
  if (verb.foreign && !initiators.some((a) => named.some((b) => areForeign(scene, a, b)))) return null;
  const place = places.find((at) => hostsAt(scene, at).length > 0) ?? null;
  const isMissionSent = verb.sent !== null && verb.places.size > 0;
  const hosts = place === null ? (isMissionSent ? holdersOfPlace(scene) : []) : hostsAt(scene, place);
  const isBusiness = verb.sent !== null || lemmaOf(scene, token) === "visit" || hasBusiness(scene, token);
  const visitors = hosts.length === 0 ? [] : initiators.filter((id) => isVisitor(scene, id, hosts, isBusiness));
  const common = { token, form: verb.form, arrangers: [], words: [token], verb };
  if (named.length > 0) return { ...common, initiators, others: named, place, isDefinite: false, isSides: false };
  if (visitors.length > 0 && named.length === 0) {
    return { ...common, initiators: visitors, others: hosts, place, isDefinite: false, isSides: false };
  }
  if (verb.together === null || others.length > 0) return null;
  if (verb.together === "medium" && mediumBeside(scene, token) === null) return null;
  const isPlural = initiators.length > 1 || subjects.some((at) => isSides(scene, at));
  return isPlural && hasOwnState(scene, initiators)
    ? { ...common, initiators, others: [], place, isDefinite: initiators.length < 2, isSides: initiators.length < 2 }
    : null;
}

/** "traveled to X to meet Y": whoever has such business there is no tourist. */
const hasBusiness = (scene: Scene, token: number): boolean =>
  scene.tree
    .by(token, "advcl", "xcomp")
    .some((at) => scene.lexicon.verbs.has(lemmaOf(scene, at)) || scene.lexicon.about.verbs.has(lemmaOf(scene, at)));

/** The governments of the places that the sentence names. */
const holdersOfPlace = (scene: Scene): readonly ActorId[] => [
  ...new Set(
    [...scene.tree.tokens.keys()]
      .filter((at) => /^(?:in|into|to|at|near)$/u.test(scene.tree.caseOf(at)))
      .flatMap((at) => hostsAt(scene, at)),
  ),
];

const areAudience = (scene: Scene, ids: readonly ActorId[]): boolean =>
  ids.length > 0 && ids.every((id) => isAudience(scene, id));

/** One's own government is not visited. */
const isOwnState = (scene: Scene, form: ContactForm, id: ActorId, visitors: readonly ActorId[]): boolean =>
  form === "visit" &&
  actorOf(scene, id)?.type === "government" &&
  visitors.some((visitor) => actorOf(scene, visitor)?.country === actorOf(scene, id)?.country);

/** Several who only are of one body ("the ministers of the union met") are in no contact that anybody codes. */
const hasOwnState = (scene: Scene, ids: readonly ActorId[]): boolean =>
  ids.length < 2 || new Set(ids.map((id) => actorOf(scene, id)?.country ?? id)).size > 1;

/** "sent a letter", "addressed X with a request". */
function sentBy(
  scene: Scene,
  token: number,
  nouns: ReadonlySet<string>,
  objects: readonly number[],
): readonly number[] {
  const borne = ownPhrases(scene, token).filter(({ preposition }) => preposition === "with");
  return [...objects, ...borne.map(({ token: at }) => at)].filter((at) => nouns.has(lemmaOf(scene, at)));
}

function objectsOf(scene: Scene, token: number): readonly number[] {
  const direct = scene.tree.by(token, "obj");
  if (direct.length > 0) return direct;
  const indirect = scene.tree.by(token, "iobj");
  if (indirect.length > 0) return indirect;
  // "visited on Monday three camps": what the parse takes for an adverbial
  const late = scene.tree
    .by(token, "obl")
    .filter(
      (at) =>
        at > token && scene.tree.caseOf(at) === "" && scene.tree.tokens[at]?.upos === "NOUN" && !isTime(scene, at),
    );
  if (late.length > 0 || relationOf(scene, token) !== "acl") return late;
  // "the letter he sent to X": the noun that the clause modifies, where something else is its subject
  const hasSubject = scene.tree.by(token, "nsubj").some((at) => !/^(?:who|which|that)$/u.test(lemmaOf(scene, at)));
  return hasSubject ? [headOf(scene, token)] : [];
}

function isTime({ coded, tree }: Scene, token: number): boolean {
  const { start = 0, end = 0 } = tree.tokens[token] ?? {};
  return coded.times.some((time) => time.start < end && start < time.end);
}

/** "spoke of dialogue with X": the phrase belongs to the noun between. */
function isOfNoun(scene: Scene, verb: number, phrase: number): boolean {
  for (let at = verb + 1; at < phrase; at++) {
    const isContact = scene.tree.tokens[at]?.upos === "NOUN" && scene.lexicon.nouns.has(lemmaOf(scene, at));
    if (isContact && /^(?:of|about|on|for)$/u.test(scene.tree.caseOf(at))) return true;
  }
  return false;
}

/** "sit down" has its particle; "call off" is no "call". */
function hasParticle(scene: Scene, token: number, particle: string | null): boolean {
  const near = scene.tree.by(token, "compound", "advmod", "obl").filter((at) => at > token && at <= token + 2);
  if (particle !== null) return near.some((at) => lemmaOf(scene, at) === particle);
  return !near.some((at) => relationOf(scene, at) === "compound" && scene.tree.tokens[at]?.upos === "ADP");
}

/** "met the demands", "called X a liar", "called for talks". */
function isOtherwise(scene: Scene, token: number, verb: ContactVerb, objects: readonly number[]): boolean {
  const { tree } = scene;
  if (objects.some((at) => verb.unless.has(lemmaOf(scene, at)))) return true;
  if (ownPhrases(scene, token).some(({ preposition }) => verb.unless.has(preposition))) return true;
  if (verb.unless.has(lemmaOf(scene, token + 1)) && scene.tree.tokens[token + 1]?.upos === "ADP") return true;
  if (verb.form !== "call") return false;
  // "a group called X"
  if (relationOf(scene, token) === "acl" && tree.by(token, "nsubj").length === 0 && !isInfinitive(scene, token))
    return true;
  return tree.by(token, "xcomp", "ccomp").length > 0 || tree.by(token, "obj", "iobj").length > 1;
}

/** The form that the means give to it by which they spoke: "by telephone". */
export function mediumBeside(scene: Scene, token: number): ContactForm | null {
  for (const at of scene.tree.by(token, "obl", "advmod", "nmod")) {
    for (const word of [at, ...scene.tree.by(at, "compound", "amod", "nmod")]) {
      const form = scene.lexicon.media.get(lemmaOf(scene, word));
      if (form === "call" || form === "message") return form;
    }
  }
  return null;
}
