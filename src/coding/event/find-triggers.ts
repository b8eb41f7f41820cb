import type { EventStatus } from "./event.ts";
import { type EventSentence, headAt, lemmaAt, relationAt, uposAt } from "./event-sentence.ts";
import { fitsNoun, fitsPredicate, measured, passes, type Surroundings } from "./match-entry.ts";
import type { PloverEntry } from "./plover-entry.ts";
import type { PloverLexicon } from "./plover-lexicon.ts";
import { isPredicate, type Predicate, predicateAt } from "./predicate.ts";

/** Words that the lexicon says name an event. */
export interface Trigger {
  readonly entry: PloverEntry;
  readonly token: number;
  /** The token's own, or of a noun that of the verb which does what the noun says; null where no verb does. */
  readonly predicate: Predicate | null;
  /** Of a noun: whether a verb tells that it takes place, or does it. */
  readonly isTold: boolean;
  /** Where it is known otherwise than by the clause: that of a contact. */
  readonly status: EventStatus | null;
}

/** What of a sentence names events by the lexicon, in text order: one entry for a word, the most specific. */
export function findTriggers(where: Surroundings, lexicon: PloverLexicon): readonly Trigger[] {
  const { sentence } = where;
  return sentence.tree.tokens.flatMap(({ upos }, token) => {
    if (isGerundNoun(sentence, token, lexicon)) return nounTrigger(token, lexicon, where);
    if (upos === "VERB" && relationAt(sentence, token) !== "amod") return predicateTrigger(token, lexicon.verbs, where);
    if (isPredicate(sentence, token) || (upos === "ADJ" && /^(?:xcomp|root)$/u.test(relationAt(sentence, token)))) {
      const found = predicateTrigger(token, lexicon.adjectives, where);
      if (found.length > 0) return found;
    }
    return upos === "NOUN" ? nounTrigger(token, lexicon, where) : [];
  });
}

/** "Fighting erupted": a noun that the tagger took for a verb. */
const isGerundNoun = (sentence: EventSentence, token: number, { nouns }: PloverLexicon): boolean =>
  uposAt(sentence, token) === "VERB" &&
  /^(?:nsubj|obj|obl|nmod)$/u.test(relationAt(sentence, token)) &&
  nouns.has(sentence.forms[token] ?? "");

function predicateTrigger(
  token: number,
  entries: ReadonlyMap<string, readonly PloverEntry[]>,
  where: Surroundings,
): readonly Trigger[] {
  const named = entriesOf(entries, where.sentence, token);
  if (named.length === 0) return [];
  const predicate = predicateAt(where.sentence, token);
  const entry = named.find((each) => fitsPredicate(each, predicate, where));
  return entry === undefined ? [] : [{ entry, token, predicate, isTold: true, status: null }];
}

function nounTrigger(token: number, lexicon: PloverLexicon, where: Surroundings): readonly Trigger[] {
  const { sentence } = where;
  const named = entriesOf(lexicon.nouns, sentence, token);
  const fitting = named.filter((each) => fitsNoun(each, token, where));
  if (fitting.length === 0 || /^(?:compound|amod|flat)$/u.test(relationAt(sentence, token))) return [];
  const verb = supportOf(sentence, token, lexicon);
  if (verb === null && relationAt(sentence, token) === "obj" && !isTalkedOf(sentence, token)) return [];
  const isState = sentence.tree.by(token, "cop").length > 0 && /^(?:on|in|under)$/u.test(sentence.tree.caseOf(token));
  const head = verb ?? (isState ? token : null);
  const predicate = head === null ? null : predicateAt(sentence, head);
  const [entry] = (verb === null ? fitting.filter(({ alone }) => alone) : fitting).filter(
    ({ subject }) => subject === null || (predicate !== null && passes(subject, predicate.subjects, where)),
  );
  if (entry === undefined) return [];
  const isAnswered = entry.type === "ACCUSE" && isTalkedOf(sentence, token); // who rejects an accusation was accused
  return [{ entry, token, predicate, isTold: verb !== null, status: isAnswered ? "happened" : null }];
}

/** "rejected accusations by Norland", "acknowledged air strikes": what somebody says of it does not do it. */
const isTalkedOf = (sentence: EventSentence, token: number): boolean =>
  /^(?:acknowledge|admit|confirm|describe|report|reject|dismiss|deny|recall|mention)$/u.test(
    lemmaAt(sentence, headAt(sentence, token)),
  );

/** The verb that does what a noun says ("launched an attack"), or tells that it takes place ("clashes erupted"). */
function supportOf(sentence: EventSentence, token: number, { supports, occurrences }: PloverLexicon): number | null {
  const first = measuringHead(sentence, relationAt(sentence, token) === "conj" ? headAt(sentence, token) : token);
  const head = headAt(sentence, first);
  if (head < 0 || !isPredicate(sentence, head)) return null;
  const lemma = lemmaAt(sentence, head);
  const relation = relationAt(sentence, first);
  if (governs(sentence, head, first)) return supports.has(lemma) ? head : null;
  if (relation === "nsubj") return occurrences.has(lemma) || lemma === "be" ? head : null;
  const preposition = sentence.tree.caseOf(first);
  const isEngaging =
    relation === "obl" && preposition === "in" && /^(?:engage|participate|join|involve|take)$/u.test(lemma);
  return isEngaging ? head : null;
}

/** Of "months of protests" the months, by which the protests hang in the sentence. */
function measuringHead(sentence: EventSentence, token: number): number {
  const head = headAt(sentence, token);
  const isMeasured = relationAt(sentence, token) === "nmod" && sentence.tree.caseOf(token) === "of" && head >= 0;
  return isMeasured && measured(sentence, head).includes(token) ? head : token;
}

/** Whether a noun is what a verb does: its object, or the subject of its passive. */
const governs = (sentence: EventSentence, verb: number, noun: number): boolean =>
  predicateAt(sentence, verb).objects.includes(noun) && uposAt(sentence, verb) === "VERB";

/** By lemma; where the lexicon lacks it, by what the form may come from: a lemma made by rule errs ("boycot"). */
function entriesOf(
  entries: ReadonlyMap<string, readonly PloverEntry[]>,
  sentence: EventSentence,
  token: number,
): readonly PloverEntry[] {
  const form = sentence.forms[token] ?? "";
  const stems = [form, ...[/d$/u, /ed$/u, /ing$/u, /s$/u].map((ending) => form.replace(ending, ""))];
  for (const lemma of [lemmaAt(sentence, token), ...stems]) {
    const found = entries.get(lemma);
    if (found !== undefined) return found;
  }
  return [];
}
