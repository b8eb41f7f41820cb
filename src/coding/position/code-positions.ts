import { createHash } from "node:crypto";
import { type ActorId, type CharSpan, charSpan, overlaps, type PositionId, textOf } from "../../text/span.ts";
import type { Coded } from "../coded.ts";
import { clauseSpan } from "../event/clause-span.ts";
import type { Contact } from "../event/contact.ts";
import type { Event } from "../event/event.ts";
import { whenOf } from "../event/event-details.ts";
import { type EventSentence, eventSentence } from "../event/event-sentence.ts";
import { audienceOf } from "./audience.ts";
import { type Candidate, type StanceContext, turned } from "./candidate.ts";
import { conditionsOf } from "./conditions.ts";
import { counterpartOf } from "./counterpart.ts";
import { eventCandidates } from "./event-candidates.ts";
import { featuresOf, type OnIssue, type Told } from "./features.ts";
import { formCandidates } from "./form-candidates.ts";
import type { IssueFinder, LikeIssue, NamedIssue } from "./issue-finder.ts";
import { coreOf, wordsOf } from "./matter.ts";
import type { Position } from "./position.ts";
import type { StanceLexicon } from "./stance-lexicon.ts";
import { findStanceWords } from "./stance-words.ts";
import { tellingOf } from "./told-by.ts";
import { turnsIn } from "./turns.ts";
import { isBelow, wordCandidates } from "./word-candidates.ts";

/** What coding positions needs of the codebook. */
export interface PositionKnowledge {
  readonly issues: IssueFinder;
  readonly stances: StanceLexicon;
}

/**
 * Where actors stand on the codebook's issues, as the document tells it place by place, in text order: actor, issue and
 * stance of each. None without parses; none where the words name no issue and are like none; none of what is asked or
 * supposed, and none of what nobody in politics stands for.
 */
export async function codePositions(
  coded: Coded,
  contacts: readonly Contact[],
  events: readonly Event[],
  knowledge: PositionKnowledge,
): Promise<readonly Position[]> {
  const readings = await readPositions(coded, contacts, events, knowledge);
  return readings.map(({ position }) => position);
}

/** A position with what speaks for and against it. */
export interface PositionReading {
  readonly position: Position;
  readonly features: readonly string[];
}

/** All that the words may be read as, likely or not. */
export async function readPositions(
  coded: Coded,
  _contacts: readonly Contact[],
  events: readonly Event[],
  knowledge: PositionKnowledge,
): Promise<readonly PositionReading[]> {
  const { document, reading } = coded;
  const isPerson = (index: number) => (token: number): boolean | null => {
    const [id] = coded.actors.at(index, token);
    const actor = coded.actors.actors.find((one) => one.id === id);
    return actor === undefined ? null : actor.type === "person";
  };
  const turns = turnsIn(coded);
  let before: NamedIssue | null = null;
  const told = (reading.parses ?? []).flatMap((parse, index) => {
    const sentence = eventSentence(document.text, parse, index);
    const named = knowledge.issues.named(sentence, isPerson(index));
    const context = { sentence, coded, named, before, turn: turns[index] ?? null, lexicon: knowledge.stances };
    before = document.order === "original" ? nearestToRoot(sentence, named) : null;
    return candidatesIn(events, context).map((candidate): Told => ({ candidate, context }));
  });
  const onIssues = await withIssues(told, knowledge);
  return distinct(
    onIssues.flatMap((one) => positionsOf(one).map((position) => ({ position, features: featuresOf(one, position) }))),
    coded,
  );
}

/** Those with an issue first, then by what tells them. */
const rank = ({ issues, by }: Candidate): number => (issues.length > 0 ? 0 : ranks.length) + ranks.indexOf(by);

function nearestToRoot({ tree }: EventSentence, named: readonly NamedIssue[]): NamedIssue | null {
  const depth = (token: number): number => {
    let steps = 0;
    for (let at = token; at >= 0 && steps < 40; at = tree.tokens[at]?.head ?? -1) steps++;
    return steps;
  };
  return named.toSorted((a, b) => depth(a.token) - depth(b.token))[0] ?? null;
}

const ranks: readonly Candidate["by"][] = [
  "duty",
  "word",
  "verdict",
  "side",
  "effect",
  "command",
  "absence",
  "only",
  "will",
  "event",
  "tone",
];

/** One for a word; none below what must be, and no form of words below what a stance word is about. */
function candidatesIn(events: readonly Event[], context: StanceContext): readonly Candidate[] {
  const { sentence, lexicon } = context;
  if (sentence.forms.slice(-3).includes("?")) return [];
  const words = findStanceWords(sentence, lexicon);
  const all = [
    ...formCandidates(context),
    ...wordCandidates(words, context),
    ...eventCandidates(events, context),
  ].toSorted((a, b) => rank(a) - rank(b),);
  const isBelowDuty = (one: Candidate): boolean =>
    all.some((other) => other.by === "duty" && other.token !== one.token && isBelow(sentence, one.token, other.token));
  const isMatter = ({ by, token }: Candidate): boolean =>
    (by === "will" || by === "event") &&
    words.some(({ entry, matter }) => entry.how !== "states" && matter.some((root) => isBelow(sentence, token, root)));
  return all
    .filter(
      (one, at) => !isBelowDuty(one) && !isMatter(one) && all.findIndex(({ token }) => token === one.token) === at,
    )
    .toSorted((a, b) => a.token - b.token);
}

/** Each with the issues that it names; where it names none and may do without, with the one that its words are like. */
async function withIssues(told: readonly Told[], { issues, stances }: PositionKnowledge): Promise<readonly OnIssue[]> {
  const isOpen = ({ candidate: { issues: named, isNamedOnly, matter } }: Told): boolean => named.length === 0 && !isNamedOnly && matter.length > 0;
  const open = told.filter(isOpen).map((one) => {
    const { sentence } = one.context;
    const core = coreOf(sentence, one.candidate.matter[0] ?? 0, stances);
    const words = wordsOf(sentence, core.token).map((token) => sentence.forms[token]);
    const clause = textOf(one.context.coded.document.text, clauseSpan(sentence, one.candidate.token));
    return { one, isTurned: core.isTurned, words: words.join(" "), clause };
  });
  const likes = await issues.like(open.flatMap(({ words, clause }) => [words, clause]));
  const likest = (at: number): LikeIssue | null => {
    const [first = null, second = null] = [likes[2 * at], likes[2 * at + 1]];
    return first !== null && first.likeness >= (second?.likeness ?? 0) ? first : second;
  };
  const byLikeness = new Map(open.map((each, at) => [each.one, { ...each, like: likest(at) }]));
  return told.flatMap((one): readonly OnIssue[] => {
    const unnamed = byLikeness.get(one);
    if (unnamed === undefined) return namedIssues(one);
    const { like, isTurned } = unnamed;
    if (like === null) return [];
    const stance = turned(one.candidate.stance, isTurned !== like.isContrary);
    return [{ ...one, issue: like.issue, stance, found: { by: "likeness", likeness: like.likeness }, matter: null }];
  });
}

const namedIssues = (one: Told): readonly OnIssue[] =>
  one.candidate.issues.map(({ named, isTurned, depth, at }) => ({
    ...one,
    issue: named.issue,
    stance: turned(one.candidate.stance, isTurned !== named.isContrary),
    found: { by: "cue", span: named.span },
    matter: { named, isTurned, depth, at },
  }));

function positionsOf({ candidate, context, issue, stance, found, matter }: OnIssue): readonly Position[] {
  const { sentence, coded, lexicon } = context;
  const { holders, how } = candidate;
  const clause = clauseSpan(sentence, candidate.token);
  const word = wordSpan(sentence, candidate.token);
  const telling = tellingOf(sentence, candidate, coded, context.turn);
  const conditions = conditionsOf(sentence, candidate, stance, lexicon);
  const evidence = evidenceOf(clause, conditions);
  return holders.map((actor) => {
    const toldBy = telling.by(actor);
    return {
      id: positionId(coded, actor, issue, [word, ...evidence]),
      actor,
      issue,
      found,
      counterpart: counterpartOf(sentence, candidate, matter === null || matter.at === "before" ? null : matter.named.token, actor, coded),
      stance: conditions.length > 0 && stance !== "ambivalent" ? "conditional" : stance,
      conditions: stance === "ambivalent" ? [] : conditions,
      modality: how,
      audience: audienceOf(clause, how, toldBy, telling, coded, lexicon),
      toldBy,
      when: whenOf(coded.times, clause, word),
      statement: telling.statement?.id ?? null,
      evidence,
    };
  });
}

function wordSpan({ tree }: EventSentence, token: number): CharSpan {
  const word = tree.tokens[token];
  return charSpan(word?.start ?? 0, word?.end ?? 1);
}

/** The clause, and the conditions that stand outside of it. */
const evidenceOf = (clause: CharSpan, conditions: readonly CharSpan[]): readonly [CharSpan, ...CharSpan[]] => [
  clause,
  ...conditions.filter((one) => !overlaps(one, clause)),
];

/** One for the same words; what the title tells and the text below tells again is told by the text. */
function distinct(readings: readonly PositionReading[], { document }: Coded): readonly PositionReading[] {
  const titles = document.regions.filter(({ kind }) => kind === "title");
  const isTitle = ({ position: { evidence } }: PositionReading): boolean =>
    titles.some((title) => overlaps(title, evidence[0]));
  const isSame = ({ position: a }: PositionReading, { position: b }: PositionReading): boolean =>
    a.issue === b.issue && a.stance === b.stance;
  const isAgain = (one: PositionReading, other: PositionReading): boolean =>
    isSame(one, other) &&
    one.position.actor === other.position.actor &&
    overlaps(one.position.evidence[0], other.position.evidence[0]);
  return readings.filter((one, at) => {
    if (readings.slice(0, at).some((other) => isAgain(one, other))) return false;
    return !(isTitle(one) && readings.some((other) => !isTitle(other) && isSame(one, other)));
  });
}

/** SHA-256 of document, actor, issue and words, first 128 bits; the word of the stance keeps two of one clause apart. */
function positionId({ document }: Coded, actor: ActorId, issue: string, spans: readonly CharSpan[]): PositionId {
  const words = spans.map(({ start, end }) => [start, end]);
  const digest = createHash("sha256").update(JSON.stringify([document.id, "position", actor, issue, words]));
  return digest.digest("hex").slice(0, 32) as PositionId; // the door through which a digest becomes an id
}
