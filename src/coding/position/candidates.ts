import { type ActorId, lastStartingBy } from "../../text/span.ts";
import type { Coded } from "../coded.ts";
import { statementAt } from "../event/event-details.ts";
import { roleFinder } from "../event/event-roles.ts";
import { type EventSentence, eventSentence, headAt, lemmaAt, relationAt, uposAt } from "../event/event-sentence.ts";
import { isPredicate, predicateAt } from "../event/predicate.ts";
import type { Statement } from "../statement/statement.ts";
import type { NamedIssue } from "./issue-finder.ts";
import { coreOf, issueBehind, issuesIn, type Matter } from "./matter.ts";
import type { Modality } from "./position.ts";
import type { PlainStance, StanceLexicon } from "./stance-lexicon.ts";
import { findStanceWords, type StanceWord, verdictOf } from "./stance-words.ts";
import { type Standing, standingOf } from "./standing.ts";

/** Somebody's stance as words tell it, before it is known on which issue. */
export interface Candidate {
  /** "word": one of the lexicon; "duty": "must"; "will"; "verdict": "is unacceptable". */
  readonly by: "word" | "duty" | "will" | "verdict" | "absence" | "only";
  readonly token: number;
  readonly stance: PlainStance;
  readonly how: Modality;
  readonly holders: readonly ActorId[];
  readonly named: boolean;
  /** Heads of what it is about. */
  readonly matter: readonly number[];
  readonly issues: readonly Matter[];
  readonly word: StanceWord | null;
}

export interface CandidateContext {
  readonly sentence: EventSentence;
  readonly coded: Coded;
  readonly named: readonly NamedIssue[];
  readonly lexicon: StanceLexicon;
}

const opposite = { supports: "opposes", opposes: "supports", ambivalent: "ambivalent" } as const;
export const turned = (stance: PlainStance, isTurned: boolean): PlainStance => (isTurned ? opposite[stance] : stance);

/** What a sentence tells of anybody's stance, in text order. */
export function findCandidates(context: CandidateContext): readonly Candidate[] {
  const { sentence, lexicon } = context;
  if (isQuestion(sentence)) return [];
  const words = findStanceWords(sentence, lexicon);
  const own = words.flatMap((word) => (isConsumed(sentence, word, words) ? [] : ofWord(word, context)));
  const duties = plainPredicates(sentence).flatMap((token) => ofDuty(token, context));
  const verdicts = sentence.tree.tokens.flatMap((_, token) => ofVerdict(token, context));
  const wills = plainPredicates(sentence).flatMap((token) => ofWill(token, context));
  const negations = sentence.tree.tokens.flatMap((_, token) => ofAbsence(token, context));
  const onlys = plainPredicates(sentence).flatMap((token) => ofOnly(token, context));
  const all = [...duties, ...own, ...verdicts, ...wills, ...negations, ...onlys];
  const covering = (one: Candidate): boolean =>
    all.some((other) => other !== one && other.by === "duty" && isBelow(sentence, one.token, other.token));
  return all.filter((one, at) => !covering(one) && all.findIndex((other) => other.token === one.token) === at);
}

const isQuestion = ({ forms }: EventSentence): boolean => forms.slice(-3).includes("?");

const plainPredicates = (sentence: EventSentence): readonly number[] =>
  sentence.tree.tokens.flatMap(({ upos }, token) => (upos === "VERB" || isPredicate(sentence, token) ? [token] : []));

/** What another word of the kind governs is part of what that one says: "urged X to support Y". */
function isConsumed(sentence: EventSentence, word: StanceWord, words: readonly StanceWord[]): boolean {
  return words.some(
    (other) =>
      other !== word &&
      !(other.entry.how === "states" && isNounOfOther(sentence, word)) &&
      other.matter.some((root) => root === word.token || isBelow(sentence, word.token, root)) &&
      other.token !== word.token,
  );
}

/** "condemned Russia's refusal": whose it is is told, too. */
const isNounOfOther = (sentence: EventSentence, { token }: StanceWord): boolean =>
  uposAt(sentence, token) === "NOUN" && sentence.tree.by(token, "nmod", "amod", "compound").length > 0;

/** Whether a token hangs from another without a clause of its own between. */
function isBelow(sentence: EventSentence, token: number, root: number): boolean {
  let at = token;
  for (let steps = 0; steps < 20; steps++) {
    const relation = relationAt(sentence, at);
    const isFinite = sentence.tree.by(at, "nsubj").length > 0;
    if (relation === "parataxis" || (relation === "acl" && isFinite) || (relation === "advcl" && isFinite)) return false;
    at = headAt(sentence, at);
    if (at < 0) return false;
    if (at === root) return true;
  }
  return false;
}

function speakerAt({ coded, sentence }: CandidateContext, token: number): ActorId | null {
  const statement = statementAt(coded, sentence, token);
  return statement === null ? null : sourceOf(statement, coded);
}

/** Whom a statement is by; of "who" and of a source that stands for nobody the subject of its cue. */
export function sourceOf({ source, cue }: Statement, { actors, reading, document }: Coded): ActorId | null {
  const own = source.actor ?? actors.of(source.spans);
  const [first] = cue.spans;
  if (own !== null || first === undefined) return own;
  const index = lastStartingBy(reading.sentences, first.start);
  const parse = reading.parses?.[index];
  const token = parse?.tokens.findIndex(({ start, upos }) => start >= first.start && start < first.end && upos === "VERB") ?? -1;
  if (parse === undefined || token < 0) return null;
  const sentence = eventSentence(document.text, parse, index);
  const [found = null] = roleFinder({ token, predicate: predicateAt(sentence, token) }, sentence, actors, null).in(["subject"]);
  return found;
}

function ofWord(word: StanceWord, context: CandidateContext): readonly Candidate[] {
  const { sentence, lexicon, named, coded } = context;
  const { token, entry, predicate, matter } = word;
  const carrier = predicate !== null && predicate.token !== token ? predicate.token : null;
  const standing = standingOf(sentence, token);
  if (standing === null || isPurpose(sentence, token)) return [];
  const how = howOf(entry.how, standing);
  if (how === null) return [];
  let stance: PlainStance = entry.stance;
  const verdict = entry.matter.includes("verdict") ? verdictOf(sentence, token, lexicon) : null;
  if (verdict !== null) stance = lexicon.verdicts.get(lemmaAt(sentence, verdict)) ?? stance;
  if (standing.isTurned) {
    if (entry.negated === "none") return [];
    if (entry.how === "acts" && standing.how === null) return [];
    stance = entry.negated === "ambivalent" ? "ambivalent" : opposite[stance];
  }
  const speaker = speakerAt(context, token);
  const isNeeded = predicate?.isPassive === true && /^(?:need|want|require)$/u.test(lemmaAt(sentence, token));
  const isSpeakers = standing.isDuty || isNeeded;
  const holders = (
    isSpeakers ? (speaker === null ? [] : [speaker]) : holdersOf(word, context, speaker, carrier)
  ).filter((id) => isHolder(id, coded));
  if (holders.length === 0) return [];
  const inside = nearest(matter.map((root) => issuesIn(sentence, root, named, lexicon)));
  const issues = inside.length > 0 ? inside : issueBehind(sentence, token, named, lexicon);
  return [{ by: "word", token, stance, how, holders, named: entry.named, matter, issues, word }];
}

/** Somebody in politics: a body, a person in office or of a country, a group of one; not the press, not "people". */
function isHolder(id: ActorId, { actors }: Coded): boolean {
  const actor = actors.actors.find((one) => one.id === id);
  if (actor === undefined || actor.sector === "MED" || actor.sector === "JRN") return false;
  if (actor.base !== null || actor.type === "government" || actor.type === "organization") return true;
  return actor.sector !== null || actor.country !== null || actor.role !== null;
}

/** "sent troops to support them": what something is done for. */
const isPurpose = (sentence: EventSentence, token: number): boolean =>
  relationAt(sentence, token) === "advcl" &&
  sentence.tree.by(token, "mark").some((mark) => lemmaAt(sentence, mark) === "to");

const nearest = (found: readonly (readonly Matter[])[]): readonly Matter[] => found.find((one) => one.length > 0) ?? [];

function howOf(how: Modality, { how: helped, isDuty, isTurned }: Standing): Modality | null {
  if (isDuty) return "demands";
  if (how !== "states" && how !== "acts") return how;
  if (helped === null) return how;
  return isTurned ? "ruled-out" : helped;
}

function holdersOf(
  { token, entry, predicate }: StanceWord,
  { sentence, coded }: CandidateContext,
  speaker: ActorId | null,
  carrier: number | null,
): readonly ActorId[] {
  if (entry.holder === "speaker") return speaker === null ? [] : [speaker];
  const roles = roleFinder({ token, predicate }, sentence, coded.actors, speaker);
  if (predicate !== null && speaker !== null && predicate.subjects.some((at) => isOurs(sentence, at))) return [speaker];
  const isVerbal = predicate?.token === token && uposAt(sentence, token) !== "NOUN";
  if (isVerbal) return roles.in(predicate.isPassive ? ["subject", "between"] : ["subject"]);
  const prepositions = ["by", "from", "of"].filter((one) => !entry.matter.includes(one));
  return roles.in(["owner", ...prepositions, ...(carrier === null ? [] : ["subject"])]);
}

/** "our government": whoever speaks speaks for it. */
const isOurs = (sentence: EventSentence, token: number): boolean =>
  /^(?:government|country|nation|state|people|side|party|administration|parliament|position)$/u.test(lemmaAt(sentence, token)) &&
  sentence.tree.by(token, "nmod", "det").some((at) => /^(?:our|my)$/u.test(sentence.forms[at] ?? ""));

/** "must be lifted", "has to end": what a speaker says has to be done. */
function ofDuty(token: number, context: CandidateContext): readonly Candidate[] {
  const { sentence, lexicon, named } = context;
  const { tree } = sentence;
  const isMust = tree.by(token, "aux").some((at) => /^(?:must|should|ought)$/u.test(sentence.forms[at] ?? ""));
  const head = headAt(sentence, token);
  const isHave =
    relationAt(sentence, token) === "xcomp" && /^(?:have|need)$/u.test(lemmaAt(sentence, head)) && tree.by(head, "obj").length === 0;
  if (!isMust && !isHave) return [];
  const standing = standingOf(sentence, token);
  const speaker = speakerAt(context, token);
  if (standing === null || speaker === null) return [];
  const issues = issuesIn(sentence, token, named, lexicon).filter((one) => isKnownPath(sentence, token, one, lexicon));
  if (issues.length === 0) return [];
  const stance = "supports"; // a negated matter is turned already
  return [{ by: "duty", token, stance, how: "demands", holders: [speaker], named: true, matter: [token], issues, word: null }];
}

/** "will lift the sanctions", "will not sit down with": what somebody says it will do, or will not. */
function ofWill(token: number, context: CandidateContext): readonly Candidate[] {
  const { sentence, lexicon, named, coded } = context;
  const { tree } = sentence;
  const helpers = tree.by(token, "aux").map((at) => sentence.forms[at] ?? "");
  const isWill = helpers.some((form) => /^(?:will|wo|'ll|’ll|would|shall)$/u.test(form));
  const isNot = sentence.tree.by(token, "advmod").some((at) => /^(?:not|n't|n’t|never)$/u.test(sentence.forms[at] ?? ""));
  const isCannot = isNot && helpers.some((form) => /^(?:can|ca|could)$/u.test(form));
  if (!isWill && !isCannot) return [];
  const standing = standingOf(sentence, token);
  if (standing === null) return [];
  const predicate = predicateAt(sentence, token);
  const speaker = speakerAt(context, token);
  const isSpeaker = speaker !== null && predicate.subjects.some((at) => isOurs(sentence, at));
  const found = isSpeaker
    ? [speaker]
    : roleFinder({ token, predicate }, sentence, coded.actors, speaker).in(["subject"]);
  const holders: ActorId[] = found.filter((id) => isHolder(id, coded));
  if (predicate.isPassive && holders.length === 0 && speaker !== null && isAnnounced(sentence, token)) holders.push(speaker);
  if (holders.length === 0) return [];
  const issues = issuesIn(sentence, token, named, lexicon).filter((one) => isKnownPath(sentence, token, one, lexicon));
  if (issues.length === 0) return [];
  const how: Modality = isNot ? "ruled-out" : "will";
  return [
    { by: "will", token, stance: "supports", how, holders, named: true, matter: [token], issues, word: null },
  ];
}

/** Whether all verbs from a predicate down to an issue either further what they are said of or turn it round. */
function isKnownPath(sentence: EventSentence, root: number, { named }: Matter, lexicon: StanceLexicon): boolean {
  for (let at = named.token; ; at = headAt(sentence, at)) {
    const isCue = at === named.token;
    const word = lemmaAt(sentence, at);
    const next = sentence.forms[at + 1] ?? "";
    const isKnown = [word, `${word} ${next}`].some((one) => lexicon.turns.has(one) || lexicon.furthers.has(one));
    if (!isCue && uposAt(sentence, at) === "VERB" && !isKnown && !lexicon.verbs.has(word)) return false;
    if (at === root || at < 0) return true;
  }
}

/** "is unacceptable", "was a farce", of what stands before it. */
function ofVerdict(token: number, context: CandidateContext): readonly Candidate[] {
  const { sentence, lexicon, named } = context;
  const stance = lexicon.verdicts.get(lemmaAt(sentence, token));
  const { tree } = sentence;
  if (stance === undefined || tree.by(token, "cop").length === 0) return [];
  const standing = standingOf(sentence, token);
  const speaker = speakerAt(context, token);
  if (standing === null || speaker === null) return [];
  const predicate = predicateAt(sentence, token);
  const isIt = predicate.subjects.some((at) => /^(?:it|this|that)$/u.test(sentence.forms[at] ?? ""));
  const matter = isIt ? [...predicate.clauses, ...tree.by(token, "advcl", "acl")] : tree.by(token, "nsubj", "csubj");
  const issues = nearest(matter.map((root) => issuesIn(sentence, root, named, lexicon)));
  if (matter.length === 0) return [];
  return [
    {
      by: "verdict",
      token,
      stance: turned(stance, standing.isTurned),
      how: "states",
      holders: [speaker],
      named: false,
      matter,
      issues,
      word: null,
    },
  ];
}

/** "announced that the truce will be suspended": what is announced is done by who announces it. */
const isAnnounced = (sentence: EventSentence, token: number): boolean =>
  relationAt(sentence, token) === "ccomp" &&
  /^(?:announce|declare|promise|pledge|vow)$/u.test(lemmaAt(sentence, headAt(sentence, token)));

/** "There is no military solution", "There will be no talks", "No withdrawal, no timetable": what a speaker says shall not be. */
function ofAbsence(token: number, context: CandidateContext): readonly Candidate[] {
  const { sentence, lexicon, named } = context;
  const { tree } = sentence;
  if (uposAt(sentence, token) !== "NOUN" || !tree.by(token, "det").some((at) => sentence.forms[at] === "no")) return [];
  const speaker = speakerAt(context, token);
  if (speaker === null) return [];
  const head = headAt(sentence, token);
  const isThere = head >= 0 && lemmaAt(sentence, head) === "be" && tree.by(head, "expl").length > 0;
  const helpers = isThere ? tree.by(head, "aux").map((at) => sentence.forms[at] ?? "") : [];
  const isWay = /^(?:solution|alternative|option|way)$/u.test(lemmaAt(sentence, token));
  const isMeant = helpers.some((form) => /^(?:will|would|can|could|must|should|shall)$/u.test(form)) || (isThere && isWay);
  const isFragment = head < 0 && tree.by(token, "cop", "nsubj").length === 0;
  if (!isMeant && !isFragment) return [];
  const issues = issuesIn(sentence, token, named, lexicon); // turned by the "no"
  if (issues.length === 0) return [];
  return [
    { by: "absence", token, stance: "supports", how: "ruled-out", holders: [speaker], named: true, matter: [token], issues, word: null },
  ];
}

/** "only talks can end it", "can only be settled through talks": what a speaker says is the one way. */
function ofOnly(token: number, context: CandidateContext): readonly Candidate[] {
  const { sentence, lexicon, named } = context;
  const { tree } = sentence;
  const speaker = speakerAt(context, token);
  const isAble = tree.by(token, "aux").some((at) => /^(?:can|will|could|would)$/u.test(sentence.forms[at] ?? ""));
  if (speaker === null || !isAble || isNegatedClause(sentence, token)) return [];
  const isOnly = (at: number): boolean => tree.by(at, "advmod").some((one) => /^(?:only|solely|exclusively)$/u.test(lemmaAt(sentence, one)));
  const subjects = tree.by(token, "nsubj").filter(isOnly);
  const means = tree
    .by(token, "obl")
    .filter((at) => /^(?:through|by|via|with|at)$/u.test(tree.caseOf(at)) && (isOnly(at) || isOnly(token)));
  const roots = [...subjects, ...means];
  const issues = nearest(roots.map((root) => issuesIn(sentence, root, named, lexicon)));
  if (issues.length === 0) return [];
  return [{ by: "only", token, stance: "supports", how: "states", holders: [speaker], named: true, matter: roots, issues, word: null }];
}

const isNegatedClause = (sentence: EventSentence, token: number): boolean => standingOf(sentence, token)?.isTurned === true;

export { coreOf };
