import type { ActorsInText } from "../actor/actors-in-text.ts";
import { type EventSentence, hasMark, lemmaAt, relationAt, uposAt } from "./event-sentence.ts";
import type { ClauseKind, PloverEntry, WordTest } from "./plover-entry.ts";
import type { Predicate } from "./predicate.ts";

/** What a word test is made against. */
export interface Surroundings {
  readonly sentence: EventSentence;
  readonly actors: ActorsInText;
  /** Whether a token is among the words by which a statement is attributed: what it says is then its clause. */
  readonly isCue: (token: number) => boolean;
}

/** Whether a verb or predicate adjective stands in the words as an entry asks. */
export function fitsPredicate(entry: PloverEntry, predicate: Predicate, where: Surroundings): boolean {
  const { sentence } = where;
  const { token, subjects, objects, indirects, clauses } = predicate;
  if (entry.particle !== null && !hasParticle(sentence, token, entry.particle)) return false;
  if (entry.negated && !isNegated(sentence, token)) return false;
  if (entry.clause !== null && !hasClause(entry.clause, predicate, where)) return false;
  if (
    entry.about !== null &&
    ![...objects, ...clauses, ...ofRole(predicate, /^(?:as|to|with)$/u)].some((at) => mentions(entry.about, at, where))
  )
    return false;
  if (entry.subject !== null && !passes(entry.subject, subjects, where)) return false;
  const done = [...objects, ...(objects.length > 0 ? [] : indirects)];
  if (entry.object !== null && !passes(entry.object, done, where)) return false;
  if (entry.modifier !== null && !done.some((object) => hasModifier(entry.modifier, object, where))) return false;
  if (!fitsPrepositions(entry, predicate, where)) return false;
  return !isExcluded(entry, predicate, where);
}

/** "will not", "does not": of what one stands by; "did not" tells what did not happen, but of leave that was not given. */
function isNegated(sentence: EventSentence, token: number): boolean {
  const { tree } = sentence;
  if (!tree.by(token, "advmod").some((at) => /^(?:not|n't|n’t|never)$/u.test(lemmaAt(sentence, at)))) return false;
  const isLeave = /^(?:allow|permit|let|grant|admit)$/u.test(lemmaAt(sentence, token));
  const isStance = /^(?:accept|recogni[sz]e|tolerate|support|want|acknowledge)$/u.test(lemmaAt(sentence, token));
  const auxiliaries = isLeave
    ? /^(?:will|wo|would|do|does|did|'ll)$/u
    : isStance
      ? /^(?:will|wo|would|do|does|'ll)$/u
      : /^(?:will|wo|would|'ll)$/u;
  return tree.by(token, "aux").some((at) => auxiliaries.test(sentence.forms[at] ?? ""));
}

const ofRole = ({ obliques }: Predicate, wanted: RegExp): readonly number[] =>
  obliques.filter(({ preposition }) => wanted.test(preposition)).map(({ token }) => token);

function hasClause(kind: ClauseKind, { token, clauses }: Predicate, { sentence, isCue }: Surroundings): boolean {
  if (kind !== "to" && clauses.length === 0 && isCue(token)) return true;
  return clauses.some((at) => kind === "any" || hasMark(sentence, at, "to") === (kind === "to"));
}

function mentions(test: WordTest | null, token: number, where: Surroundings): boolean {
  if (test === null) return true;
  const [first, last] = where.sentence.tree.reach(token);
  return where.sentence.forms.some((_, at) => first <= at && at <= last && passesOne(test, at, where));
}

/** Whether a noun stands in the words as an entry asks; its verb is looked at elsewhere. */
export function fitsNoun(entry: PloverEntry, noun: number, where: Surroundings): boolean {
  const { sentence } = where;
  const { tree } = sentence;
  if (entry.modifier !== null && !hasModifier(entry.modifier, noun, where)) return false;
  const modifiers = tree.by(noun, "amod", "compound", "nmod").map((at) => lemmaAt(sentence, at));
  if (entry.unless !== null && modifiers.some((lemma) => entry.unless?.words.has(lemma))) return false;
  if (entry.prepositions === null) return true;
  return tree.by(noun, "nmod", "acl", "obl", "ccomp").some((at) => {
    const preposition = tree.caseOf(at) || tree.by(at, "mark").map((mark) => lemmaAt(sentence, mark))[0] || "";
    const test = entry.prepositions?.get(preposition);
    return test === null || (test !== undefined && passes(test, tree.conjuncts(at), where));
  });
}

/** Whether any of the tokens is of the words or kinds a test asks for. */
export function passes(test: WordTest, tokens: readonly number[], where: Surroundings): boolean {
  return tokens.some((token) => readings(where.sentence, token).some((at) => passesOne(test, at, where)));
}

function passesOne(test: WordTest, token: number, { sentence, actors }: Surroundings): boolean {
  if (hasLemma(test.words, sentence, token)) return true;
  if (test.kinds.has("actor") && isActor(sentence, token, actors)) return true;
  if (!test.kinds.has("place") || uposAt(sentence, token) !== "PROPN") return false;
  return actors.placeAt(sentence.index, token) !== null || isPlace(sentence, token);
}

const isActor = ({ index }: EventSentence, token: number, actors: ActorsInText): boolean =>
  actors.at(index, token).length > 0 || actors.placeAt(index, token) !== null;

/** A name of a place, which need not be a state: "in Vellmar". */
export const isPlace = (sentence: EventSentence, token: number): boolean =>
  uposAt(sentence, token) === "PROPN" &&
  sentence.entities.some(({ type, first, last }) => type === "place" && first <= token && token <= last);

/** A word may be listed by its form where its lemma is not what one expects ("talks", "arms"). */
export function hasLemma(words: ReadonlySet<string>, sentence: EventSentence, token: number): boolean {
  return words.has(lemmaAt(sentence, token)) || words.has(sentence.forms[token] ?? "");
}

const quantities =
  /^(?:series|number|wave|round|string|group|dozens?|hundreds?|thousands?|millions?|billions?|spate|type|kind|sort|form|set|pair|lot|amount|piece|batch|majority|part|rest|couple|score|tonnes?|tons?|kg|kilogram|litres?|shipment|campaign|act|range|host|handful|member|minute|hour|day|week|month|year|decade|evening|night|outbreak|%|percent)$/u;

const generalNouns =
  /^(?:effort|programme|program|process|activity|project|scheme|work|plan|action|measure|initiative|move)$/u;

/** Of "61 percent of voters" the voters; any other word itself. */
export function measured(sentence: EventSentence, token: number): readonly number[] {
  if (!quantities.test(lemmaAt(sentence, token))) return [token];
  const of = sentence.tree.by(token, "nmod").filter((at) => sentence.tree.caseOf(at) === "of");
  return of.length > 0 ? of.flatMap((at) => sentence.tree.conjuncts(at)) : [token];
}

/** A word and what it stands for: "a series of bombs", "mediation efforts", "Ambassador Lund". */
export function readings(sentence: EventSentence, token: number): readonly number[] {
  const { tree } = sentence;
  const lemma = lemmaAt(sentence, token);
  if (uposAt(sentence, token) === "PROPN") return [token, ...tree.by(token, "compound", "nmod", "appos", "flat")];
  if (generalNouns.test(lemma)) return [token, ...tree.by(token, "compound", "amod")];
  return [token, ...measured(sentence, token).filter((at) => at !== token)];
}

const hasModifier = (test: WordTest | null, noun: number, where: Surroundings): boolean =>
  test === null ||
  where.sentence.tree
    .by(noun, "amod", "compound", "nmod", "det")
    .some(
      (at) =>
        passesOne(test, at, where) ||
        where.sentence.tree.by(at, "compound", "amod").some((deeper) => passesOne(test, deeper, where)),
    );

function hasParticle(sentence: EventSentence, token: number, particle: string): boolean {
  if (sentence.tree.by(token, "compound", "advmod", "case").some((at) => lemmaAt(sentence, at) === particle))
    return true;
  return sentence.forms[token + 1] === particle && relationAt(sentence, token + 1) !== "mark";
}

/** A preposition stands with the verb, or with its object where the parser hung it there: "blamed X for". */
function fitsPrepositions(entry: PloverEntry, predicate: Predicate, where: Surroundings): boolean {
  const { obliques, objects } = predicate;
  const wanted = entry.prepositions;
  if (wanted === null) return true;
  const { tree } = where.sentence;
  const attached = objects.flatMap((object) =>
    tree
      .by(object, "nmod")
      .flatMap((at) => tree.conjuncts(at).map((token) => ({ preposition: tree.caseOf(at), token }))),
  );
  const clausal = [predicate.token, ...objects]
    .flatMap((head) => tree.by(head, "advcl", "ccomp", "xcomp", "acl"))
    .flatMap((at) => tree.by(at, "mark").map((mark) => ({ preposition: lemmaAt(where.sentence, mark), token: at })));
  return [...obliques, ...attached, ...clausal].some(({ preposition, token }) => {
    const test = wanted.get(preposition);
    return test === null || (test !== undefined && passes(test, [token], where));
  });
}

function isExcluded(
  entry: PloverEntry,
  { token, objects, obliques, clauses }: Predicate,
  where: Surroundings,
): boolean {
  if (entry.unless === null) return false;
  const { tree } = where.sentence;
  const near = [...objects, ...obliques.map((oblique) => oblique.token), ...clauses];
  const modifiers = objects.flatMap((object) => tree.by(object, "amod", "compound", "det"));
  const beside = tree.by(token, "advmod", "compound", "mark");
  return [...near, ...modifiers, ...beside].some((at) =>
    hasLemma(entry.unless?.words ?? new Set(), where.sentence, at),
  );
}
