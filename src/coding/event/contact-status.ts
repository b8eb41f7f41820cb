import { clauseStatus } from "./clause-status.ts";
import type { ContactStatus } from "./contact.ts";
import {
  agentsOf,
  formOf,
  headOf,
  isInfinitive,
  isPassive,
  isVerb,
  lemmaOf,
  namesOf,
  relationOf,
  type Scene,
  subjectsOf,
} from "./contact-scene.ts";

/**
 * How a contact stands by the words around the one that names it; null where they only say, as the article's own words,
 * that it did not take place. The nearest word above that says something counts ("refused to hold talks"), turned round
 * where it is negated ("not ready for talks"); without one the grammar of the clause.
 */
export function contactStatus(scene: Scene, token: number, isTold: boolean): ContactStatus | null {
  const said = saidStatus(scene, token) ?? toBeStatus(scene, token);
  if (said !== null) return said;
  if (relationOf(scene, token) === "acl" && isPassive(scene, token)) return "held"; // "the deal negotiated by X"
  switch (clauseStatus(scene.tree, journeyOf(scene, token))) {
    case "happened":
      return "held";
    case "planned":
      return "planned";
    case "demanded":
    case "hypothetical":
      return "proposed";
    case "denied":
      if (hasFuture(scene, token)) return "refused";
      return isTold ? "denied" : null;
  }
}

/** "X are to meet", "was to have begun": planned; "the aim is to meet": proposed. */
function toBeStatus(scene: Scene, token: number): ContactStatus | null {
  const verb = [token, headOf(scene, token)].find(
    (at) =>
      isVerb(scene, at) &&
      isInfinitive(scene, at) &&
      [...scene.tree.by(at, "aux", "cop"), headOf(scene, at)].some((be) => lemmaOf(scene, be) === "be"),
  );
  if (verb === undefined) return null;
  const subjects = subjectsOf(scene, verb);
  const isMeant = subjects.some((at) => at === token || scene.coded.actors.at(scene.sentence, at).length > 0);
  return isMeant ? "planned" : "proposed";
}

/** The verb that says for a token whether it took place: of going to do it, of entering into it; else the token. */
function journeyOf(scene: Scene, token: number): number {
  const head = headOf(scene, token);
  if (head < 0) return token;
  if (relationOf(scene, token) === "advcl" && isJourneyVerb(scene, head)) return head;
  if (relationOf(scene, token) !== "obl") return token;
  const isEntered =
    /^(?:in|into|to|for)$/u.test(scene.tree.caseOf(token)) && scene.lexicon.supports.has(lemmaOf(scene, head));
  // "will speak at a summit"
  return isEntered || clauseStatus(scene.tree, head) === "planned" ? head : token;
}

/** What the words that govern it say, by the lexicon; what undoes it goes before what only plans it. */
function saidStatus(scene: Scene, token: number): ContactStatus | null {
  let status = modifierStatus(scene, token);
  let at = token;
  for (let steps = 0; steps < 8; steps++) {
    const head = headOf(scene, at);
    if (head < 0 || !governs(scene, at)) break;
    const isJourney = relationOf(scene, at) === "advcl" && isJourneyVerb(scene, head);
    const word = isJourney ? null : statusOf(scene, head, at);
    const said = word !== null && isNegated(scene, head) ? opposite[word] : word;
    if (said === "denied" && (status === null || status === "held")) return "denied";
    if (status === null) status = said;
    else if ((status === "planned" || status === "proposed") && (said === "refused" || said === "cancelled"))
      status = said;
    at = head;
  }
  return status;
}

/** Who refuses or calls off what a token names: the subjects of the word above that says so. */
export function refusersOf(scene: Scene, token: number): readonly number[] {
  let at = token;
  for (let steps = 0; steps < 8; steps++) {
    const head = headOf(scene, at);
    if (head < 0 || !governs(scene, at)) return [];
    const word = statusOf(scene, head, at);
    if ((word === "refused" || word === "cancelled") && isVerb(scene, head)) {
      return isPassive(scene, head) ? agentsOf(scene, head) : subjectsOf(scene, head);
    }
    at = head;
  }
  return [];
}

/** "traveled to Moscow to meet X": whoever went there met. */
const isJourneyVerb = (scene: Scene, token: number): boolean =>
  (scene.lexicon.verbs.get(lemmaOf(scene, token)) ?? []).some(({ places }) => places.size > 0);

/** "planned talks", "the cancelled summit". */
function modifierStatus(scene: Scene, token: number): ContactStatus | null {
  if (isVerb(scene, token)) return null;
  for (const at of scene.tree.by(token, "amod", "acl")) {
    const isLeading = at < token || isPassive(scene, at);
    const status = isLeading
      ? namesOf(scene, at).flatMap((name) => scene.lexicon.statuses.get(name) ?? [])[0]
      : undefined;
    if (status !== undefined) return status;
  }
  return null;
}

/** The status a governing word gives to what stands below it: by its particle or the preposition between, else itself. */
function statusOf(scene: Scene, head: number, child: number): ContactStatus | null {
  const lemma = lemmaOf(scene, head);
  const names = [`${lemma} ${scene.tree.caseOf(child)}`, ...namesOf(scene, head)];
  for (const name of names) {
    const status = scene.lexicon.statuses.get(name);
    if (status !== undefined) return status;
  }
  return scene.lexicon.statuses.get(formOf(scene, head)) ?? null;
}

/** Whether the word above says how what is below stands: it is its object, complement or infinitive. */
function governs(scene: Scene, token: number): boolean {
  const head = headOf(scene, token);
  switch (relationOf(scene, token)) {
    case "obj":
    case "xcomp":
    case "ccomp":
    case "csubj":
    case "conj":
      return true;
    case "nsubj":
      return (
        isPassive(scene, head) ||
        scene.tree.by(head, "cop").length > 0 ||
        scene.lexicon.supports.has(lemmaOf(scene, head))
      );
    case "acl":
      return !isVerb(scene, head) && !hasRelative(scene, token) && !isPassive(scene, token);
    case "advcl":
      return scene.tree.by(token, "mark").some((at) => /^(?:to|by|through)$/u.test(lemmaOf(scene, at)));
    case "nmod":
    case "obl":
      return (
        isObject(scene, token) ||
        /^(?:of|for|to|on|in|with|into|from|against|ahead of)$/u.test(scene.tree.caseOf(token))
      );
    default:
      return false;
  }
}

/** "called off on Wednesday a second meeting": an object that the parse takes for an adverbial. */
const isObject = (scene: Scene, token: number): boolean =>
  scene.tree.caseOf(token) === "" && token > headOf(scene, token);

const hasRelative = (scene: Scene, token: number): boolean =>
  scene.tree.by(token, "nsubj", "obj", "obl").some((at) => /^(?:who|which|that)$/u.test(lemmaOf(scene, at)));

const negations = /^(?:not|n't|n’t|never|no|neither|nor|without|hardly)$/u;

function isNegated(scene: Scene, token: number): boolean {
  const { tree } = scene;
  if (tree.by(token, "advmod", "det", "case", "mark").some((at) => negations.test(lemmaOf(scene, at)))) return true;
  if (tree.by(token, "nsubj").some((at) => tree.by(at, "det").some((det) => negations.test(lemmaOf(scene, det)))))
    return true;
  return false;
}

const opposite = {
  planned: "refused",
  proposed: "refused",
  refused: "proposed",
  cancelled: "planned",
  denied: "held",
  held: "denied",
} as const satisfies Record<ContactStatus, ContactStatus>;

function hasFuture(scene: Scene, token: number): boolean {
  const helpers = [token, headOf(scene, token)].flatMap((at) => scene.tree.by(at, "aux"));
  return helpers.some((at) => /^(?:will|would|wo|shall|can|could|'ll|’ll)$/u.test(lemmaOf(scene, at)));
}
