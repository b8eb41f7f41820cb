import type { ActorId } from "../../text/span.ts";
import type { ContactForm } from "./contact.ts";
import type { ContactVerb } from "./contact-lexicon.ts";
import { isAudience, partiesOf } from "./contact-parties.ts";
import {
  agentsOf,
  headOf,
  isInfinitive,
  isPassive,
  lemmaOf,
  ownPhrases,
  phrasesOf,
  relationOf,
  type Scene,
  subjectsOf,
} from "./contact-scene.ts";

/** The words that fill a verb's frame, by their tokens. */
export interface VerbFrame {
  readonly subjects: readonly number[];
  /** Of the other side. */
  readonly others: readonly number[];
  readonly places: readonly number[];
}

/** What stands beside a verb as an entry of the lexicon asks for it; null where that makes something else of it. */
export function frameOf(scene: Scene, token: number, verb: ContactVerb): VerbFrame | null {
  if (!hasParticle(scene, token, verb.particle)) return null;
  const passive = isPassive(scene, token);
  const objects = passive ? subjectsOf(scene, token) : objectsOf(scene, token);
  if (isOtherwise(scene, token, verb, objects)) return null;
  const sent = verb.sent === null ? [] : sentBy(scene, token, verb.sent, objects);
  if (verb.sent !== null && sent.length === 0) return null;
  const at = (where: string): readonly number[] => {
    if (where === "object") return objects.filter((each) => !sent.includes(each));
    if (where === "indirect") return indirectOf(scene, token, objects, sent);
    return passive && where === "with" ? [] : behind(scene, token, where); // "was met with anger"
  };
  const gone = (where: string): readonly number[] =>
    where === "object" ? objects : phrasesOf(scene, token, new Set([where])).map((phrase) => phrase.token);
  return {
    subjects: passive ? agentsOf(scene, token) : subjectsOf(scene, token),
    others: [...verb.others].flatMap(at),
    places: [...verb.places].flatMap(gone),
  };
}

/** "sent Castellin a letter": of two objects the one that is not sent. */
const indirectOf = (
  scene: Scene,
  token: number,
  objects: readonly number[],
  sent: readonly number[],
): readonly number[] => [
  ...scene.tree.by(token, "iobj"),
  ...objects.filter((at) => sent.length > 0 && !sent.includes(at)),
];

function behind(scene: Scene, token: number, preposition: string): readonly number[] {
  const isSpokenTo = (at: number): boolean => preposition === "to" && areAudience(scene, partiesOf(scene, [at]));
  return phrasesOf(scene, token, new Set([preposition]))
    .map((phrase) => phrase.token)
    .filter((at) => !isOfNoun(scene, token, at) && !isSpokenTo(at));
}

const areAudience = (scene: Scene, ids: readonly ActorId[]): boolean =>
  ids.length > 0 && ids.every((id) => isAudience(scene, id));

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
