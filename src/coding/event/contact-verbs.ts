import type { ActorId } from "../../text/span.ts";
import type { ContactForm } from "./contact.ts";
import type { ContactVerb } from "./contact-lexicon.ts";
import {
  actorOf,
  areForeign,
  hostsAt,
  isBody,
  isMission,
  isPress,
  isSides,
  isVisitor,
  partiesOf,
} from "./contact-parties.ts";
import { isVerb, lemmaOf, relationOf, type Scene } from "./contact-scene.ts";
import type { Told } from "./contact-told.ts";
import { frameOf, mediumBeside, type VerbFrame } from "./contact-verb-frame.ts";

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
  const frame = frameOf(scene, token, verb);
  if (frame === null || [...frame.subjects, ...frame.others].some((at) => isPress(scene, at))) return null;
  if (verb.mission && !isOfMission(scene, token, frame)) return null;
  const acting = partiesOf(scene, frame.subjects);
  // "the observers were turned back" by whoever holds the place
  const initiators = acting.length > 0 || !verb.mission ? acting : governmentsNear(scene);
  const others = partiesOf(scene, frame.others).filter(
    (id) => !acting.includes(id) && !isOwnState(scene, verb.form, id, acting),
  );
  if (initiators.length === 0) return null;
  if (verb.foreign && !initiators.some((a) => others.some((b) => areForeign(scene, a, b)))) return null;
  const [place = null] = frame.places.filter((at) => hostsAt(scene, at).length > 0);
  const told: Told = {
    token,
    form: verb.form,
    initiators,
    others,
    arrangers: [],
    place,
    words: [token],
    isDefinite: false,
    isSides: false,
    isAnother: false,
    verb,
  };
  if (others.length > 0) return told;
  return asVisit(scene, told, frame) ?? asReciprocal(scene, told, frame);
}

/** Whoever goes to a place, in contact with its government. */
function asVisit(scene: Scene, told: Told, { places }: VerbFrame): Told | null {
  const { token, verb, initiators } = told;
  const hosts = [...new Set(places.flatMap((at) => hostsAt(scene, at)))];
  const isSending = verb !== null && verb.sent !== null;
  const at = hosts.length === 0 && isSending && verb.places.size > 0 ? governmentsNear(scene) : hosts;
  const isOnBusiness = isSending || lemmaOf(scene, token) === "visit" || hasBusiness(scene, token);
  const visitors = at.length === 0 ? [] : initiators.filter((id) => isVisitor(scene, id, at, isOnBusiness));
  return visitors.length === 0 ? null : { ...told, initiators: visitors, others: at };
}

/** "X and Y met", "the ministers spoke by telephone". */
function asReciprocal(scene: Scene, told: Told, { subjects, others }: VerbFrame): Told | null {
  const { token, verb, initiators } = told;
  if (verb === null || verb.together === null || others.length > 0) return null;
  if (verb.together === "medium" && mediumBeside(scene, token) === null) return null;
  const isAlone = initiators.length < 2;
  if (isAlone ? !subjects.some((at) => isSides(scene, at)) : !areOfTwoStates(scene, initiators)) return null;
  return { ...told, isDefinite: isAlone, isSides: isAlone };
}

function isOfMission(scene: Scene, token: number, { others }: VerbFrame): boolean {
  const isOfAccess = scene.tree.of(token).some((at) => scene.lexicon.access.has(lemmaOf(scene, at)));
  return others.some((at) => isMission(scene, at) || (isOfAccess && isBody(scene, at)));
}

/** "traveled to X to meet Y": whoever has such business there is no tourist. */
const hasBusiness = (scene: Scene, token: number): boolean =>
  scene.tree
    .by(token, "advcl", "xcomp")
    .some((at) => scene.lexicon.verbs.has(lemmaOf(scene, at)) || scene.lexicon.about.verbs.has(lemmaOf(scene, at)));

/** The governments of the places that the sentence names. */
const governmentsNear = (scene: Scene): readonly ActorId[] => [
  ...new Set(
    [...scene.tree.tokens.keys()]
      .filter((at) => /^(?:in|into|to|at|near)$/u.test(scene.tree.caseOf(at)))
      .flatMap((at) => hostsAt(scene, at)),
  ),
];

/** One's own government is not visited. */
const isOwnState = (scene: Scene, form: ContactForm, id: ActorId, visitors: readonly ActorId[]): boolean =>
  form === "visit" &&
  actorOf(scene, id)?.type === "government" &&
  visitors.some((visitor) => actorOf(scene, visitor)?.country === actorOf(scene, id)?.country);

/** Several who only are of one body ("the ministers of the union met") are in no contact that anybody codes. */
const areOfTwoStates = (scene: Scene, ids: readonly ActorId[]): boolean =>
  new Set(ids.map((id) => actorOf(scene, id)?.country ?? id)).size > 1;
