import type { ActorId } from "../../text/span.ts";
import type { Actor } from "../actor/actor.ts";
import { formOf, headOf, lemmaOf, ownPhrases, possessorsOf, relationOf, type Scene } from "./contact-scene.ts";

/** Those of several tokens who may be parties of a contact, each once, in the order of the tokens. */
export const partiesOf = (scene: Scene, tokens: readonly number[]): readonly ActorId[] => [
  ...new Set(tokens.flatMap((token) => partiesAt(scene, token))),
];

/**
 * Who a noun stands for as a party: its actors with those coordinated with it, for a group its members, for "diplomats
 * from X and Y" those in whose name they act. The press is no party.
 */
export function partiesAt(scene: Scene, token: number): readonly ActorId[] {
  const found = [...scene.tree.conjuncts(token), ...scene.tree.by(token, "appos")].flatMap((at) => [
    ...ownParties(scene, at),
    ...scene.tree.by(at, "conj").flatMap((each) => (each === at ? [] : ownParties(scene, each))),
    ...includedIn(scene, at).flatMap((each) => ownParties(scene, each)),
  ]);
  return [...new Set(found)].filter((id) => isParty(actorOf(scene, id)));
}

function ownParties(scene: Scene, token: number): readonly ActorId[] {
  const { coded, sentence } = scene;
  const own = coded.actors.at(sentence, token).flatMap((id) => membersOf(scene, id));
  if (!isDelegate(scene, token)) return own;
  const principals = principalsOf(scene, token);
  const isNamed = own.some((id) => actorOf(scene, id)?.type === "person");
  if (principals.length > 1 && !isNamed) return principals;
  return own.length > 0 ? own : principals;
}

const isDelegate = (scene: Scene, token: number): boolean => scene.lexicon.delegates.has(lemmaOf(scene, token));

/** In whose name people act: "diplomats from X and Y", "the X and Y ministers". */
function principalsOf(scene: Scene, token: number): readonly ActorId[] {
  const phrases = ownPhrases(scene, token).filter(({ preposition }) =>
    /^(?:of|from|for|representing)$/u.test(preposition),
  );
  const modifiers = scene.tree.by(token, "amod", "compound").filter((at) => at < token);
  const tokens = [...possessorsOf(scene, token), ...modifiers, ...phrases.map(({ token: at }) => at)];
  return [...new Set(tokens.flatMap((at) => scene.tree.conjuncts(at)).flatMap((at) => stateAt(scene, at)))];
}

/** The actor, else the government of the country, that a modifier names. */
export function stateAt({ coded, sentence }: Scene, token: number): readonly ActorId[] {
  const actors = coded.actors.at(sentence, token);
  if (actors.length > 0) return actors;
  const government = coded.actors.placeAt(sentence, token);
  return government === null ? [] : [government];
}

/** "officials, including X": X, whom the parse may hang from the verb. */
function includedIn(scene: Scene, token: number): readonly number[] {
  return [token, headOf(scene, token)]
    .flatMap((at) => ownPhrases(scene, at))
    .filter(
      ({ preposition, token: at }) =>
        at > token &&
        /^(?:include|including|such as|as well as|together with|along with|alongside)$/u.test(preposition),
    )
    .flatMap(({ token: at }) => [
      at,
      ...scene.tree.by(at, "appos", "conj").flatMap((each) => [each, ...scene.tree.by(each, "conj")]),
    ]);
}

function membersOf(scene: Scene, id: ActorId): readonly ActorId[] {
  const members = actorOf(scene, id)?.members ?? [];
  return members.length > 0 ? members : [id];
}

export const actorOf = ({ coded }: Scene, id: ActorId): Actor | null =>
  coded.actors.actors.find((actor) => actor.id === id) ?? null;

const isParty = (actor: Actor | null): boolean => actor !== null && actor.sector !== "MED" && actor.sector !== "JRN";

/** Whether words name the press, with whom talking is no contact. */
export function isPress(scene: Scene, token: number): boolean {
  const { lexicon, tree, coded, sentence } = scene;
  const words = [token, ...tree.by(token, "compound", "appos")];
  if (words.some((at) => lexicon.press.has(lemmaOf(scene, at)) || lexicon.press.has(formOf(scene, at)))) return true;
  return coded.actors.at(sentence, token).some((id) => {
    const actor = actorOf(scene, id);
    return actor?.sector === "MED" || actor?.sector === "JRN";
  });
}

const travellers = new Set(["GOV", "LEG", "SPY", "IGO", "NGO", "OPP", "PTY", "REB", "ELI", "REL"]);

/** Whether somebody's going to a country is a visit to its government: who holds an office, or a body, from elsewhere. */
export function isVisitor(scene: Scene, id: ActorId, host: ActorId): boolean {
  const [visitor, government] = [actorOf(scene, id), actorOf(scene, host)];
  if (visitor === null || government === null || visitor.country === government.country) return false;
  const hasOffice = visitor.role !== null || (visitor.sector !== null && travellers.has(visitor.sector));
  return hasOffice && visitor.type !== "government";
}

/** "the sides", "the two leaders", "they": several, whom the words themselves do not name. */
export function isSides(scene: Scene, token: number): boolean {
  const { lexicon, tree } = scene;
  if (!lexicon.sides.has(lemmaOf(scene, token)) && !lexicon.sides.has(formOf(scene, token))) return false;
  if (relationOf(scene, token) === "nummod") return false;
  return (
    /^(?:they|both|two)$/u.test(formOf(scene, token)) ||
    formOf(scene, token) !== lemmaOf(scene, token) ||
    tree.by(token, "nummod").length > 0
  );
}
