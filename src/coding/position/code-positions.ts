import { createHash } from "node:crypto";
import { type ActorId, type CharSpan, charSpan, overlaps, type PositionId } from "../../text/span.ts";
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
import { formCandidates } from "./form-candidates.ts";
import type { IssueFinder } from "./issue-finder.ts";
import { coreOf, wordsOf } from "./matter.ts";
import type { IssueFound, Position } from "./position.ts";
import type { PlainStance, StanceLexicon } from "./stance-lexicon.ts";
import { tellingOf } from "./told-by.ts";
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
  _contacts: readonly Contact[],
  _events: readonly Event[],
  knowledge: PositionKnowledge,
): Promise<readonly Position[]> {
  const { document, reading } = coded;
  const told = (reading.parses ?? []).flatMap((parse, index) => {
    const sentence = eventSentence(document.text, parse, index);
    const context = { sentence, coded, named: knowledge.issues.named(sentence), lexicon: knowledge.stances };
    return candidatesIn(context).map((candidate): Told => ({ candidate, context }));
  });
  const onIssues = await withIssues(told, knowledge);
  return distinct(
    onIssues.flatMap((one) => positionsOf(one)),
    coded,
  );
}

interface Told {
  readonly candidate: Candidate;
  readonly context: StanceContext;
}

/** A stance on an issue. */
interface OnIssue extends Told {
  readonly issue: string;
  readonly stance: PlainStance;
  readonly found: IssueFound;
  /** The word that names the issue; null where none does. */
  readonly token: number | null;
}

/** One for a word, and none below what must be. */
function candidatesIn(context: StanceContext): readonly Candidate[] {
  const { sentence } = context;
  if (sentence.forms.slice(-3).includes("?")) return [];
  const all = [...formCandidates(context), ...wordCandidates(context)];
  const isCovered = (one: Candidate): boolean =>
    all.some((other) => other.by === "duty" && other.token !== one.token && isBelow(sentence, one.token, other.token));
  return all
    .filter((one, at) => !isCovered(one) && all.findIndex(({ token }) => token === one.token) === at)
    .toSorted((a, b) => a.token - b.token);
}

/** Each with the issues that it names; where it names none and may do without, with the one that its words are like. */
async function withIssues(told: readonly Told[], { issues, stances }: PositionKnowledge): Promise<readonly OnIssue[]> {
  const isOpen = ({ candidate: { issues: named, isNamedOnly, matter } }: Told): boolean =>
    named.length === 0 && !isNamedOnly && matter.length > 0;
  const open = told.filter(isOpen).map((one) => {
    const { sentence } = one.context;
    const core = coreOf(sentence, one.candidate.matter[0] ?? 0, stances);
    const words = wordsOf(sentence, core.token).map((token) => sentence.forms[token]);
    return { one, isTurned: core.isTurned, words: words.join(" ") };
  });
  const likes = await issues.like(open.map(({ words }) => words));
  const byLikeness = new Map(open.map((each, at) => [each.one, { ...each, like: likes[at] ?? null }]));
  return told.flatMap((one): readonly OnIssue[] => {
    const unnamed = byLikeness.get(one);
    if (unnamed === undefined) return namedIssues(one);
    const { like, isTurned } = unnamed;
    if (like === null) return [];
    const stance = turned(one.candidate.stance, isTurned !== like.isContrary);
    return [{ ...one, issue: like.issue, stance, found: { by: "likeness", likeness: like.likeness }, token: null }];
  });
}

const namedIssues = (one: Told): readonly OnIssue[] =>
  one.candidate.issues.map(({ named, isTurned }) => ({
    ...one,
    issue: named.issue,
    stance: turned(one.candidate.stance, isTurned !== named.isContrary),
    found: { by: "cue", span: named.span },
    token: named.token,
  }));

function positionsOf({ candidate, context, issue, stance, found, token }: OnIssue): readonly Position[] {
  const { sentence, coded, lexicon } = context;
  const { holders, how } = candidate;
  const clause = clauseSpan(sentence, candidate.token);
  const word = wordSpan(sentence, candidate.token);
  const telling = tellingOf(sentence, candidate.token, coded);
  const conditions = conditionsOf(sentence, candidate, stance, lexicon);
  const evidence = evidenceOf(clause, conditions);
  return holders.map((actor) => {
    const toldBy = telling.by(actor);
    return {
      id: positionId(coded, actor, issue, [word, ...evidence]),
      actor,
      issue,
      found,
      counterpart: counterpartOf(sentence, candidate, token, actor, coded),
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
function distinct(positions: readonly Position[], { document }: Coded): readonly Position[] {
  const titles = document.regions.filter(({ kind }) => kind === "title");
  const isTitle = ({ evidence }: Position): boolean => titles.some((title) => overlaps(title, evidence[0]));
  const isSame = (a: Position, b: Position): boolean => a.issue === b.issue && a.stance === b.stance;
  return positions.filter((one, at) => {
    const isTold = positions
      .slice(0, at)
      .some((other) => isSame(one, other) && one.actor === other.actor && overlaps(one.evidence[0], other.evidence[0]));
    return !isTold && !(isTitle(one) && positions.some((other) => !isTitle(other) && isSame(one, other)));
  });
}

/** SHA-256 of document, actor, issue and words, first 128 bits; the word of the stance keeps two of one clause apart. */
function positionId({ document }: Coded, actor: ActorId, issue: string, spans: readonly CharSpan[]): PositionId {
  const words = spans.map(({ start, end }) => [start, end]);
  const digest = createHash("sha256").update(JSON.stringify([document.id, "position", actor, issue, words]));
  return digest.digest("hex").slice(0, 32) as PositionId; // the door through which a digest becomes an id
}
