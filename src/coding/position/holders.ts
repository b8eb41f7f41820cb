import { type ActorId, overlaps } from "../../text/span.ts";
import { type EventSentence, headAt, lemmaAt, relationAt, uposAt } from "../event/event-sentence.ts";
import { measured } from "../event/match-entry.ts";
import { isPredicate, type Predicate, predicateAt } from "../event/predicate.ts";
import { documentNouns } from "../statement/source-words.ts";
import type { StanceContext } from "./candidate.ts";
import { nearestSubjects } from "./issued.ts";
import { sourceOf } from "./source-of.ts";
import type { StanceWord } from "./stance-words.ts";

/** Whose stance a word tells; nobody where the words do not say, or where it is nobody in politics. */
export function holdersOf(word: StanceWord, context: StanceContext, speaker: ActorId | null): readonly ActorId[] {
  const { token, entry, predicate } = word;
  const { sentence } = context;
  if (entry.holder === "speaker") return inPolitics(speaker === null ? [] : [speaker], context);
  if (entry.holder === "self") return inPolitics(selvesOf(token, context), context);
  const isVerbal = predicate?.token === token && uposAt(sentence, token) !== "NOUN";
  if (isVerbal) {
    const found = subjectsOf(predicate, context, speaker);
    return found.length > 0 ? found : inPolitics(sourceByCue(token, context), context);
  }
  const owners = ownersOf(token, entry.matter, context);
  if (owners.length > 0 || predicate === null) return inPolitics(owners, context);
  return subjectsOf(predicate, context, speaker);
}

/** "The statement called for a truce": of a thing that says so whoever it was found to speak for. */
function sourceByCue(token: number, { sentence, coded }: StanceContext): readonly ActorId[] {
  const word = sentence.tree.tokens[token];
  const statement = coded.statements.find(
    ({ cue }) => word !== undefined && cue.spans.some((span) => overlaps(span, word)),
  );
  const source = statement === undefined ? null : sourceOf(statement, coded);
  return source === null ? [] : [source];
}

/** "Lund, an opponent of the treaty", "Moreau is a supporter": whom a noun names. */
function selvesOf(token: number, context: StanceContext): readonly ActorId[] {
  const { sentence } = context;
  const own = standingFor(token, context);
  if (own.length > 0) return own;
  const beside = relationAt(sentence, token) === "appos" ? [headAt(sentence, token)] : [];
  return [...sentence.tree.by(token, "nsubj", "appos"), ...beside].flatMap((at) => standingFor(at, context));
}

/** Who a verb's subjects are; of what a document says whoever issued it; of "our government" who speaks. */
export function subjectsOf(predicate: Predicate, context: StanceContext, speaker: ActorId | null): readonly ActorId[] {
  const { sentence } = context;
  const subjects = predicate.isPassive
    ? [...predicate.subjects, ...partiesOf(predicate)]
    : (nearestSubjects(sentence, predicate.token) ?? predicate.subjects);
  if (speaker !== null && subjects.some((at) => isOurs(sentence, at))) {
    return inPolitics([bodyOf(speaker, context)], context);
  }
  const from = signalling(sentence, predicate.token, subjects);
  if (from.length > 0)
    return inPolitics(
      from.flatMap((at) => standingFor(at, context)),
      context,
    );
  const found = agreeing(sentence, predicate.token, subjects)
    .flatMap((at) => measured(sentence, at))
    .flatMap((at) => namedBy(at, context));
  return inPolitics([...new Set(found)], context);
}

/** "no signal from the Russians that they are open": "they" are whom the signal comes from. */
function signalling(sentence: EventSentence, token: number, subjects: readonly number[]): readonly number[] {
  const { tree } = sentence;
  const noun = headAt(sentence, token);
  const isPronoun = subjects.some((at) => uposAt(sentence, at) === "PRON");
  if (relationAt(sentence, token) !== "acl" || !isPronoun || uposAt(sentence, noun) !== "NOUN") return [];
  return tree.by(noun, "nmod").filter((at) => /^(?:from|by|of|'s|’s)$/u.test(tree.caseOf(at)));
}

/** "was signed between X and Y". */
const partiesOf = ({ obliques }: Predicate): readonly number[] =>
  obliques.filter(({ preposition }) => preposition === "between").map(({ token }) => token);

/** Whom a noun stands for, or whose it is: "Norlandic tanks", of a decree who signed it. */
function namedBy(token: number, context: StanceContext): readonly ActorId[] {
  const { sentence, coded } = context;
  const own = standingFor(token, context);
  if (own.length > 0) return own;
  if (documentNouns.has(lemmaAt(sentence, token)) || lemmaAt(sentence, token) === "deal")
    return issuersOf(token, context);
  const several = severalAbove(token, context);
  if (several.length > 0) return several;
  const { tree } = sentence;
  const before = tree.by(token, "amod", "compound", "nmod").filter((at) => at < token);
  const found = before.flatMap((at) => standingFor(at, context));
  if (found.length > 0 || !isCollective(sentence, token)) return found;
  const of = tree.by(token, "nmod").filter((at) => tree.caseOf(at) === "of");
  return of.flatMap((at) => coded.actors.at(sentence.index, at));
}

const isCollective = (sentence: EventSentence, token: number): boolean =>
  /^(?:member|leader|leadership|government|parliament|representative|part|side|people|population|resident|citizen|head)$/u.test(
    lemmaAt(sentence, token),
  );

function standingFor(token: number, { sentence, coded: { actors } }: StanceContext): readonly ActorId[] {
  const own = actors.at(sentence.index, token);
  if (own.length > 0) return own;
  const government = actors.placeAt(sentence.index, token);
  return government === null ? [] : [government];
}

/** "Putin's decree", "a decree by Putin", "Putin signed a decree": who a document is by. */
function issuersOf(token: number, context: StanceContext): readonly ActorId[] {
  const { sentence } = context;
  const owners = ownersOf(token, [], context);
  if (owners.length > 0) return owners;
  const makers = sentence.tree
    .by(token, "acl")
    .map((at) => predicateAt(sentence, at))
    .filter(({ isPassive }) => isPassive) // "a deal negotiated by Norland and Estria"
    .flatMap(({ subjects }) => subjects)
    .flatMap((at) => standingFor(at, context));
  if (makers.length > 0) return makers;
  const head = headAt(sentence, token);
  if (head < 0 || relationAt(sentence, token) !== "obj" || !isPredicate(sentence, head)) return [];
  return predicateAt(sentence, head).subjects.flatMap((at) => standingFor(at, context));
}

/** Whose a noun is: its possessive or what stands before it, or whom "by", "from" or "of" names. */
function ownersOf(token: number, matter: readonly string[], context: StanceContext): readonly ActorId[] {
  const { tree } = context.sentence;
  const possessive = tree.by(token, "nmod").filter((at) => /^(?:'s|’s|'|’|)$/u.test(tree.caseOf(at)));
  const before = [...possessive, ...tree.by(token, "amod", "compound")].filter((at) => at < token);
  const found = before.flatMap((at) => tree.conjuncts(at)).flatMap((at) => standingFor(at, context));
  if (found.length > 0) return [...new Set(found)];
  for (const preposition of ["by", "from", "of"].filter((one) => !matter.includes(one))) {
    const behind = tree.by(token, "nmod").filter((at) => tree.caseOf(at) === preposition);
    const ids = behind.flatMap((at) => tree.conjuncts(at)).flatMap((at) => standingFor(at, context));
    if (ids.length > 0) return [...new Set(ids)];
  }
  return [];
}

/** "we", "our government": whoever speaks speaks for it. */
const isOurs = (sentence: EventSentence, token: number): boolean =>
  sentence.forms[token] === "we" ||
  (/^(?:government|country|nation|state|people|side|party|administration|parliament|position)$/u.test(
    lemmaAt(sentence, token),
  ) &&
    sentence.tree.by(token, "nmod", "det").some((at) => /^(?:our|my)$/u.test(sentence.forms[at] ?? "")));

/** Whose "we" it is: of a spokesperson's or an unnamed official's that of the government; anybody else's own. */
function bodyOf(speaker: ActorId, { coded: { actors } }: StanceContext): ActorId {
  const one = actors.actors.find(({ id }) => id === speaker);
  const isVoice = one?.type === "anonymous" || /\bspokes/iu.test(one?.role ?? "");
  if (one === undefined || one.country === null || !isVoice || (one.sector !== null && one.sector !== "GOV"))
    return speaker;
  const governments = actors.actors.filter(
    ({ type, sector, country }) => type === "government" && sector === "GOV" && country === one.country,
  );
  return governments.toSorted((a, b) => b.mentions.length - a.mentions.length)[0]?.id ?? speaker;
}

/** "all the countries that have been talking and has no plans": a verb in the singular is not said of several, but of the subject above. */
function agreeing(sentence: EventSentence, token: number, subjects: readonly number[]): readonly number[] {
  const { tree, forms } = sentence;
  const isBorrowed = tree.by(token, "nsubj").length === 0 && relationAt(sentence, token) === "conj";
  const isSingular = /^(?:has|is|was|does)$/u.test(forms[token] ?? "");
  const isSeveral = subjects.length > 0 && subjects.every((at) => isPlural(sentence, at));
  if (!isBorrowed || !isSingular || !isSeveral) return subjects;
  for (let at = headAt(sentence, token); at >= 0; at = headAt(sentence, at)) {
    const own = tree
      .by(at, "nsubj")
      .filter((subject) => !isPlural(sentence, subject) && uposAt(sentence, subject) !== "PRON");
    if (own.length > 0) return own;
  }
  return subjects;
}

const isPlural = (sentence: EventSentence, token: number): boolean =>
  uposAt(sentence, token) === "NOUN" && (sentence.forms[token] ?? "") !== lemmaAt(sentence, token);

/** "Lund and Moreau held a call, where the leaders demanded": of nobody named, those above who are several. */
function severalAbove(token: number, context: StanceContext): readonly ActorId[] {
  const { sentence, coded } = context;
  const isDefinite = sentence.tree.by(token, "det").some((at) => sentence.forms[at] === "the");
  if (
    !isDefinite ||
    !/^(?:leaders|presidents|ministers|sides|parties|envoys|men|two)$/u.test(sentence.forms[token] ?? "")
  )
    return [];
  for (let at = headAt(sentence, token); at >= 0; at = headAt(sentence, at)) {
    const subjects = sentence.tree.by(at, "nsubj").filter((subject) => subject !== token);
    const found = subjects.flatMap((subject) => coded.actors.at(sentence.index, subject));
    if (found.length > 1) return found;
  }
  return [];
}

/** Those who have a stand: bodies, persons in office or of a country, groups of one; not the press, not "people". */
export const inPolitics = (ids: readonly ActorId[], { coded, lexicon }: StanceContext): readonly ActorId[] =>
  ids.filter((id) => {
    const actor = coded.actors.actors.find((one) => one.id === id);
    if (actor === undefined || actor.sector === "MED" || actor.sector === "JRN") return false;
    if (actor.base !== null || actor.country !== null || actor.role !== null || actor.type === "person") return true;
    if (actor.sector !== null && actor.sector !== "CVL") return true;
    return actor.name.split(/[^\p{L}]+/u).some((word) => lexicon.collectives.has(word.toLowerCase()));
  });
