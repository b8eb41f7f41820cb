import { clauseStatus } from "./clause-status.ts";
import { type EventSentence, hasMark, headAt, relationAt, uposAt } from "./event-sentence.ts";
import { grave, isHostile, readType, type TypeReading, verbal } from "./event-type.ts";
import type { Trigger } from "./find-triggers.ts";
import { isPredicate } from "./predicate.ts";

/** A trigger that stands for an event of its own, and as what. */
export interface Reading {
  readonly trigger: Trigger;
  readonly reading: TypeReading;
}

/**
 * Which of a sentence's triggers are events: a clause tells one, its verb's rather than that of a noun within it, and
 * what depends on it as a complement is what that event is about ("demanded the release" is a demand).
 */
export function selectTriggers(
  sentence: EventSentence,
  triggers: readonly Trigger[],
  isReported: (token: number) => boolean,
): readonly Reading[] {
  const owner = new Map(triggers.map((trigger) => [trigger, swallower(sentence, trigger, triggers)]));
  const readings = triggers.flatMap((trigger): readonly Reading[] => {
    if (owner.get(trigger) !== null || isModifier(sentence, trigger) || isIdentifying(sentence, trigger)) return [];
    if (isAside(sentence, trigger, triggers, isReported)) return [];
    const { token, entry } = trigger;
    const status = entry.negated ? "happened" : (trigger.status ?? clauseStatus(sentence.tree, token));
    const plain = readType(entry.type, status, sentence, token, isReported(token));
    if (plain === null) return [];
    const inner = triggers.filter((other) => owner.get(other) === trigger && isWithinClause(sentence, trigger, other));
    if (entry.inner && inner.length === 0) return [];
    return [{ trigger, reading: withInner(plain, trigger, inner) }];
  });
  return readings.filter((one, at) => !readings.slice(0, at).some((earlier) => isSameTelling(sentence, earlier, one)));
}

/** "vowed to attack" is a threat, "agreed to impose sanctions" a sanction that is planned. */
function withInner(plain: TypeReading, { entry }: Trigger, inner: readonly Trigger[]): TypeReading {
  if (plain.type !== "AGREE" || entry.type !== "AGREE") return plain;
  const [first] = inner;
  if (first?.entry.type === "CONCEDE") return { type: "CONCEDE", status: "planned" };
  if (first === undefined || !isHostile(first.entry.type)) return plain;
  if (first.entry.type === "SANCTION" || first.entry.type === "MOBILIZE")
    return { type: first.entry.type, status: "planned" };
  return { type: "THREATEN", status: "happened" };
}

/** "the buildings occupied by rebels": a participle that says which, and tells nothing of its own. */
function isModifier(sentence: EventSentence, { token, entry }: Trigger): boolean {
  if (entry.kind !== "verb" || relationAt(sentence, token) !== "acl") return false;
  const isReduced = sentence.tree.by(token, "nsubj", "aux", "mark", "expl").length === 0;
  return isReduced && headAt(sentence, headAt(sentence, token)) >= 0; // a headline may be a noun with its participle
}

/** "gas that it sells", "the woman who fled": a relative clause that only says which; one behind a comma tells. */
function isIdentifying(sentence: EventSentence, { token, entry, predicate }: Trigger): boolean {
  const { tree } = sentence;
  if (entry.kind === "noun" || grave.has(entry.type)) return false;
  const head = predicate?.token ?? token;
  if (relationAt(sentence, head) !== "acl" || hasMark(sentence, head, "to") || hasMark(sentence, head, "that")) {
    return false;
  }
  const hasVerb = tree.by(head, "nsubj", "aux").length > 0;
  const [first] = tree.reach(head);
  return hasVerb && sentence.forms[first - 1] !== "," && sentence.forms[first] !== ",";
}

/** "seized the port and stormed the bridge": an act told in the same breath as another, by the same subject. */
function isAside(
  sentence: EventSentence,
  trigger: Trigger,
  triggers: readonly Trigger[],
  isReported: (token: number) => boolean,
): boolean {
  const at = anchorOf(trigger);
  if (relationAt(sentence, at) !== "conj" || sentence.tree.by(at, "nsubj", "aux").length > 0) return false;
  if (!isPredicate(sentence, at)) return false;
  if (isReported(at)) return true;
  if (verbal.has(trigger.entry.type)) return false;
  const head = headAt(sentence, at);
  return triggers.some((other) => anchorOf(other) === head && !verbal.has(other.entry.type));
}

/** Whether a trigger is what the clause of another says is to be done: its verb, or the noun that its verb does. */
function isWithinClause(sentence: EventSentence, { predicate }: Trigger, inner: Trigger): boolean {
  const clauses = predicate?.clauses ?? [];
  const carried = clauses.flatMap((clause) => [clause, ...sentence.tree.by(clause, "conj", "xcomp")]);
  return carried.includes(anchorOf(inner)) || carried.includes(headAt(sentence, inner.token));
}

/** "killed and wounded": one telling in two verbs. */
function isSameTelling(sentence: EventSentence, a: Reading, b: Reading): boolean {
  if (a.reading.type !== b.reading.type) return false;
  const [first, second] = [anchorOf(a.trigger), anchorOf(b.trigger)];
  if (first === second) return true;
  return (
    relationAt(sentence, second) === "conj" &&
    headAt(sentence, second) === first &&
    (sentence.tree.by(second, "nsubj").length === 0 || !isPredicate(sentence, second))
  );
}

const anchorOf = ({ predicate, token }: Trigger): number => predicate?.token ?? token;

/** The trigger of whose matter another is a part; null where it stands by itself. */
function swallower(sentence: EventSentence, trigger: Trigger, triggers: readonly Trigger[]): Trigger | null {
  const anchor = anchorOf(trigger);
  const rival = triggers.find((other) => other !== trigger && anchorOf(other) === anchor);
  if (rival !== undefined && trigger.token !== anchor && rival.token === anchor) return rival;
  for (let at = trigger.token; ; ) {
    const head = headAt(sentence, at);
    if (head < 0 || isBoundary(sentence, at)) return null;
    const isSibling = relationAt(sentence, at) === "conj";
    at = head;
    if (isSibling) continue;
    const found = triggers.find((other) => other !== trigger && (other.token === at || anchorOf(other) === at));
    if (found !== undefined && anchorOf(found) !== anchor && !isSpoken(found, trigger)) return found;
  }
}

/** "wrote to X asking him to …": what is said at a contact is an event beside it. */
const isSpoken = (outer: Trigger, { entry }: Trigger): boolean =>
  (outer.entry.type === "CONSULT" && verbal.has(entry.type)) ||
  (outer.entry.type === "REJECT" && entry.type === "ACCUSE" && entry.kind === "noun");

const sequences = /^(?:after|before|since|as|when|while|because|although|though|until|once|whereas|following)$/u;

/** Where a clause begins that tells something of its own: a relative one, one of time or reason, one loosely joined. */
function isBoundary(sentence: EventSentence, token: number): boolean {
  const { tree } = sentence;
  const relation = relationAt(sentence, token);
  if (relation === "parataxis") return true;
  if (relation === "conj")
    return isPredicate(sentence, token) && tree.by(token, "nsubj").length > 0 && !isGoverned(sentence, token);
  if (relation === "acl")
    return (
      uposAt(sentence, token) === "VERB" &&
      tree.by(token, "nsubj", "aux").length > 0 &&
      !hasMark(sentence, token, "to") &&
      !hasMark(sentence, token, "that")
    );
  if (relation !== "advcl") return false;
  return (
    tree.by(token, "nsubj").length > 0 ||
    tree.by(token, "mark").some((at) => sequences.test(tree.tokens[at]?.lemma ?? ""))
  );
}

/** "said that X attacked and Y fled": the second clause is as much a complement as the first. */
const isGoverned = (sentence: EventSentence, token: number): boolean =>
  /^(?:ccomp|xcomp)$/u.test(relationAt(sentence, headAt(sentence, token)));
