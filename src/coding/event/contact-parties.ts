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
  const all = coded.actors.at(sentence, token).flatMap((id) => membersOf(scene, id));
  const own = all.filter((id) => isParty(actorOf(scene, id)));
  if (own.some((id) => actorOf(scene, id)?.type === "person")) return own;
  const principals = principalsOf(scene, token);
  if (isDelegate(scene, token)) return principals.length > 1 || own.length === 0 ? principals : own;
  // "activists of the front" act for it; "Norlandic activists" for nobody
  const isOfBody = (id: ActorId): boolean => /^(?:REB|UAF|PTY|OPP|IGO|MIL)$/u.test(actorOf(scene, id)?.sector ?? "");
  return own.length > 0 || all.length === 0 ? own : principals.filter(isOfBody);
}

const isDelegate = (scene: Scene, token: number): boolean =>
  scene.lexicon.delegates.has(lemmaOf(scene, token)) || scene.lexicon.missions.has(lemmaOf(scene, token));

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

const press = new Set(["MED", "JRN"]);
const office = new Set([
  "GOV",
  "LEG",
  "SPY",
  "MIL",
  "IGO",
  "NGO",
  "OPP",
  "PTY",
  "REB",
  "ELI",
  "REL",
  "JUD",
  "COP",
  "INT",
]);

/** Who may take part: not the press, nor somebody unnamed without an office. */
export const isParty = (actor: Actor | null): boolean =>
  actor !== null &&
  !press.has(actor.sector ?? "") &&
  !(actor.type === "anonymous" && !office.has(actor.sector ?? "")) &&
  !/^(?:no[- ]?one|- ?one|nobody|someone|everyone|anyone)$/iu.test(actor.name);

/** Whether somebody acts for a state, a body or a party to the conflict. */
export const isInOffice = (actor: Actor | null): boolean =>
  actor !== null &&
  (actor.type === "government" ||
    actor.role !== null ||
    actor.base !== null ||
    office.has(actor.sector ?? "") ||
    (actor.type === "person" && actor.sector === null && actor.country !== null));

/** Many without an office, to whom one speaks and with whom one is in no contact: "voters". */
export const isAudience = (scene: Scene, id: ActorId): boolean => {
  const actor = actorOf(scene, id);
  return actor !== null && actor.type === "group" && !isInOffice(actor);
};

/** Whether two act for different states or bodies, each in office. */
export function areForeign(scene: Scene, a: ActorId, b: ActorId): boolean {
  const [one, other] = [actorOf(scene, a), actorOf(scene, b)];
  if (one === null || other === null) return false;
  const state = ({ country, sector, id }: Actor): string | null => country ?? (sector === "IGO" ? id : null);
  const [from, to] = [state(one), state(other)];
  return isInOffice(one) && isInOffice(other) && from !== null && to !== null && from !== to;
}

/** Whether one actor stands for several states or parties, who may meet each other: "the union's leaders". */
export function isCollective(actor: Actor | null): boolean {
  if (actor === null || actor.country !== null) return false;
  return actor.sector === "IGO"
    ? actor.type !== "person" && actor.type !== "anonymous"
    : actor.number === "several" && actor.type === "group" && actor.sector === "GOV";
}

/** Whether words name observers, by their noun or by a name that has it ("Monitoring Mission"). */
export function isMission(scene: Scene, token: number): boolean {
  const { coded, sentence, lexicon } = scene;
  if (lexicon.missions.has(lemmaOf(scene, token))) return true;
  const names = coded.actors.at(sentence, token).map((id) => actorOf(scene, id)?.name.toLowerCase() ?? "");
  return names.some((name) => name.split(" ").some((word) => lexicon.missions.has(word)));
}

/** Whether words name a body of many states, which is a mission where its access is spoken of. */
export const isBody = (scene: Scene, token: number): boolean =>
  scene.coded.actors.at(scene.sentence, token).some((id) => actorOf(scene, id)?.sector === "IGO");

/** Whether words name the press, with whom talking is no contact. */
export function isPress(scene: Scene, token: number): boolean {
  const { lexicon, tree, coded, sentence } = scene;
  const words = [token, ...tree.by(token, "compound", "appos")];
  if (words.some((at) => lexicon.press.has(lemmaOf(scene, at)) || lexicon.press.has(formOf(scene, at)))) return true;
  return coded.actors.at(sentence, token).some((id) => press.has(actorOf(scene, id)?.sector ?? ""));
}

/** The governments at the places that a noun and its conjuncts name: of "Kyiv", of "Ukraine's southeast". */
export const hostsAt = (scene: Scene, token: number): readonly ActorId[] => [
  ...new Set(scene.tree.conjuncts(token).flatMap((at) => hostAt(scene, at) ?? [])),
];

function hostAt(scene: Scene, token: number): ActorId | null {
  const { coded, sentence, tree } = scene;
  const own = coded.actors.placeAt(sentence, token);
  if (own !== null) return own;
  const modifiers = [...possessorsOf(scene, token), ...tree.by(token, "compound", "amod").filter((at) => at < token)];
  const owner = modifiers.flatMap((at) => stateAt(scene, at)).find((id) => isOfState(actorOf(scene, id)));
  if (owner !== undefined) return owner;
  const inside = ownPhrases(scene, token).filter(({ preposition }) => /^(?:of|in)$/u.test(preposition));
  return inside.map(({ token: at }) => coded.actors.placeAt(sentence, at)).find((id) => id !== null) ?? null;
}

const isOfState = (actor: Actor | null): boolean => actor !== null && actor.type !== "person" && actor.country !== null;

/** Whether somebody's going to a country is a visit to its government: from elsewhere, in office or on business. */
export function isVisitor(scene: Scene, id: ActorId, hosts: readonly ActorId[], isOnBusiness: boolean): boolean {
  const visitor = actorOf(scene, id);
  if (visitor === null || hosts.some((host) => actorOf(scene, host)?.country === visitor.country)) return false;
  if (isOnBusiness && (visitor.type === "person" || visitor.role !== null || visitor.country !== null)) return true;
  const isOfBody = visitor.sector === "IGO" || visitor.sector === "NGO";
  const isInOffice = visitor.role !== null || office.has(visitor.sector ?? "");
  return (
    isInOffice && visitor.sector !== "MIL" && visitor.type !== "government" && (visitor.country !== null || isOfBody)
  );
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
