import type { Dependents } from "../../reader/dependents.ts";
import type { EventStatus } from "./event.ts";
import * as words from "./status-words.ts";

/**
 * Whether the words tell what a token names, a verb or the noun of an act, as something that took place. Negation,
 * auxiliaries and conjunctions of its own clause are read, then those of each word above it that governs it: "did not
 * attack" and "denied attacking" are denied, "called for the release" demanded, "might agree to send" hypothetical.
 */
export function clauseStatus(tree: Dependents, token: number): EventStatus {
  let status = ownStatus(tree, token);
  let at = token;
  for (const head of governorsOf(tree, token)) {
    status = combine(ownStatus(tree, head), combine(effectOf(tree, head, at), status));
    at = head;
  }
  return status;
}

/** The words above a token that say whether its matter took place, the nearest first. */
export function governorsOf(tree: Dependents, token: number): readonly number[] {
  const above: number[] = [];
  for (let at: number | null = governorOf(tree, token); at !== null; at = governorOf(tree, at)) {
    if (at === token || above.includes(at)) break; // a parse is a tree; one written by hand may not be
    above.push(at);
  }
  return above;
}

/** What a word's own auxiliaries, negation and conjunction say of it. */
function ownStatus(tree: Dependents, token: number): EventStatus {
  const helpers = tree.by(token, "aux", "cop", "advmod", "det", "mark", "cc:preconj");
  const has = (list: ReadonlySet<string>): boolean => helpers.some((at) => list.has(lemmaOf(tree, at)));
  if (helpers.some((at) => relationOf(tree, at) === "mark" && words.suppositions.has(lemmaOf(tree, at)))) {
    return "hypothetical";
  }
  const isNegated = has(words.negations) || isWithout(tree, token) || hasNegatedSubject(tree, token);
  const modal = modalStatus(tree, token, has);
  if (isNegated) return modal === "hypothetical" || modal === "demanded" ? "hypothetical" : "denied";
  if (modal !== "happened") return modal;
  return modifierStatus(tree, token);
}

function modalStatus(tree: Dependents, token: number, has: (list: ReadonlySet<string>) => boolean): EventStatus {
  if (has(words.possibilityAuxiliaries)) return "hypothetical";
  if (has(words.dutyAuxiliaries)) return "demanded";
  if (has(words.conditionalAuxiliaries)) return isReported(tree, token) ? "planned" : "hypothetical";
  if (has(words.futureAuxiliaries)) return "planned";
  return sharedModal(tree, token);
}

/** "will visit and sign": the second verb has the first one's auxiliary where it has no subject of its own. */
function sharedModal(tree: Dependents, token: number): EventStatus {
  const head = tree.tokens[token]?.head ?? -1;
  const isSharing = head >= 0 && relationOf(tree, token) === "conj" && isVerb(tree, token) && isVerb(tree, head);
  if (!isSharing || tree.by(token, "nsubj", "aux").length > 0) return "happened";
  const helpers = tree.by(head, "aux");
  return modalStatus(tree, head, (list) => helpers.some((at) => list.has(lemmaOf(tree, at))));
}

/** "the planned visit", "possible talks". */
function modifierStatus(tree: Dependents, token: number): EventStatus {
  if (isVerb(tree, token)) return "happened";
  const lemmas = tree.by(token, "amod").map((at) => lemmaOf(tree, at));
  if (lemmas.some((lemma) => /^(?:plan|propose|schedule|upcoming|forthcoming|future|expect)/u.test(lemma))) {
    return "planned";
  }
  return lemmas.some((lemma) => /^(?:possible|potential|hypothetical|eventual|imminent)$/u.test(lemma))
    ? "hypothetical"
    : "happened";
}

/** "without attacking", "instead of attacking". */
function isWithout(tree: Dependents, token: number): boolean {
  return tree
    .by(token, "mark", "case")
    .some((at) => /^(?:without|instead)$/u.test(lemmaOf(tree, at)) || lemmaOf(tree, at) === "rather");
}

function hasNegatedSubject(tree: Dependents, token: number): boolean {
  return tree
    .by(token, "nsubj")
    .some(
      (at) =>
        /^(?:nobody|none|neither)$/u.test(lemmaOf(tree, at)) ||
        tree.by(at, "det").some((det) => lemmaOf(tree, det) === "no"),
    );
}

function isReported(tree: Dependents, token: number): boolean {
  for (let at = token; ; ) {
    const head = tree.tokens[at]?.head ?? -1;
    const relation = relationOf(tree, at);
    if (head < 0 || !/^(?:ccomp|conj|xcomp|acl|parataxis)/u.test(relation)) return false;
    if (relation !== "conj" && words.reports.has(lemmaOf(tree, head))) return true;
    at = head;
  }
}

/** The word above that says whether the token's matter took place; null where the token stands for itself. */
function governorOf(tree: Dependents, token: number): number | null {
  const head = tree.tokens[token]?.head ?? -1;
  if (head < 0) return null;
  const relation = relationOf(tree, token).replace(/:.*/u, "");
  switch (relation) {
    case "xcomp":
    case "ccomp":
    case "csubj":
      return head;
    case "obj":
      return head;
    case "conj":
      // the second of two verbs is governed as the first, not by it
      return tree.by(token, "nsubj").length > 0 && isVerb(tree, token) && !isGovernedClause(tree, head)
        ? null
        : passOver(tree, head);
    case "nsubj":
      return isPassive(tree, head) || words.carriers.has(lemmaOf(tree, head)) ? head : null;
    case "acl":
      if (isInfinitive(tree, token)) return head;
      return isGoverningNoun(tree, head) && !hasRelativePronoun(tree, token) ? head : null;
    case "advcl":
      return isInfinitive(tree, token) ? head : null;
    case "obl":
    case "nmod":
      return isGovernedBy(tree, token, head) ? head : null;
    default:
      return null;
  }
}

const isGovernedClause = (tree: Dependents, token: number): boolean =>
  /^(?:ccomp|xcomp)/u.test(relationOf(tree, token));

/** From the first of a coordination to what governs it; the first itself where nothing does. */
const passOver = (tree: Dependents, first: number): number | null => governorOf(tree, first);

const isGoverningNoun = (tree: Dependents, token: number): boolean =>
  !isVerb(tree, token) && effectOfWord(lemmaOf(tree, token)) !== null;

/** "called for the release", "ready for talks", "the threat of war", "preparations for an attack". */
function isGovernedBy(tree: Dependents, token: number, head: number): boolean {
  const preposition = tree.caseOf(token);
  const governor = lemmaOf(tree, head);
  if (words.demands.has(`${governor} ${preposition}`)) return true;
  if (preposition === "for") return effectOfWord(governor) !== null;
  if (preposition === "of") return !isVerb(tree, head) ? effectOfWord(governor) !== null : governor === "warn";
  if (preposition === "to" || preposition === "on")
    return governor === "agree" || governor === "commit" || governor === "insist";
  return preposition === "from" && words.refusals.has(governor);
}

/** What a governing word says of the matter that hangs from it. */
function effectOf(tree: Dependents, head: number, child: number): EventStatus {
  const lemma = lemmaOf(tree, head);
  const particle = tree.by(head, "compound", "advmod").map((at) => `${lemma} ${lemmaOf(tree, at)}`);
  const prepositional = `${lemma} ${tree.caseOf(child)}`;
  for (const word of [...particle, prepositional]) {
    const effect = effectOfWord(word);
    if (effect !== null) return effect;
  }
  if (relationOf(tree, child).startsWith("advcl") && effectOfWord(lemma) !== "demanded") return "planned";
  if (relationOf(tree, child).startsWith("acl") && isInfinitive(tree, child) && !words.carriers.has(lemma)) {
    return effectOfWord(lemma) ?? "planned"; // "the means to attack"
  }
  if (isWantingOfAnother(tree, head, child)) return "demanded";
  // "decided", "agreed" and "told" govern an act where it is an infinitive; "told them that he left" reports
  const isReporting = relationOf(tree, child).startsWith("ccomp") && !isInfinitive(tree, child);
  const effect = effectOfWord(lemma);
  if (isReporting && effect !== "denied" && words.reports.has(lemma)) return "happened";
  return effect ?? "happened";
}

/** "wants Norland to withdraw". */
function isWantingOfAnother(tree: Dependents, head: number, child: number): boolean {
  if (!/^(?:want|wish|expect|like|prefer)$/u.test(lemmaOf(tree, head)) || isPassive(tree, head)) return false;
  return relationOf(tree, child).startsWith("xcomp")
    ? tree.by(head, "obj", "iobj").length > 0
    : tree.by(child, "nsubj").length > 0;
}

function effectOfWord(lemma: string): EventStatus | null {
  if (words.denials.has(lemma) || words.refusals.has(lemma)) return "denied";
  if (words.demands.has(lemma)) return "demanded";
  if (words.possibilities.has(lemma)) return "hypothetical";
  return words.plans.has(lemma) ? "planned" : null;
}

/** The status of what was so told, within what is told so: what is planned in a clause that is denied is denied. */
function combine(outer: EventStatus, inner: EventStatus): EventStatus {
  if (outer === "happened") return inner;
  if (inner === "happened") return outer;
  if (outer === "hypothetical" || inner === "hypothetical") return "hypothetical";
  if (outer === "denied") return inner === "denied" ? "hypothetical" : "denied";
  return outer === "planned" ? inner : outer;
}

function isPassive(tree: Dependents, token: number): boolean {
  const { relation = "" } = tree.tokens[token] ?? {};
  if (relation.endsWith(":pass")) return true;
  return isVerb(tree, token) && tree.by(token, "aux").some((at) => lemmaOf(tree, at) === "be");
}

const isInfinitive = (tree: Dependents, token: number): boolean =>
  tree.by(token, "mark").some((at) => lemmaOf(tree, at) === "to");

const hasRelativePronoun = (tree: Dependents, token: number): boolean =>
  tree.by(token, "nsubj", "obj").some((at) => /^(?:who|which|that)$/u.test(lemmaOf(tree, at)));

const isVerb = (tree: Dependents, token: number): boolean => /^(?:VERB|AUX)$/u.test(tree.tokens[token]?.upos ?? "");

const relationOf = (tree: Dependents, token: number): string => tree.tokens[token]?.relation ?? "";

const lemmaOf = (tree: Dependents, token: number): string => (tree.tokens[token]?.lemma ?? "").toLowerCase();
