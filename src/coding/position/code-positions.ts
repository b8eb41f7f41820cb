import { createHash } from "node:crypto";
import { type ActorId, type CharSpan, charSpan, overlaps, type PositionId, type StatementId } from "../../text/span.ts";
import type { Actor } from "../actor/actor.ts";
import type { Coded } from "../coded.ts";
import { clauseSpan } from "../event/clause-span.ts";
import type { Contact } from "../event/contact.ts";
import type { Event } from "../event/event.ts";
import { statementAt, whenOf } from "../event/event-details.ts";
import { type EventSentence, eventSentence } from "../event/event-sentence.ts";
import type { Statement } from "../statement/statement.ts";
import { type Candidate, findCandidates, sourceOf, turned } from "./candidates.ts";
import type { IssueFinder } from "./issue-finder.ts";
import { coreOf, wordsOf } from "./matter.ts";
import type { IssueFound, Position, Stance, ToldBy } from "./position.ts";
import type { StanceLexicon } from "./stance-lexicon.ts";

/** What coding positions needs of the codebook. */
export interface PositionKnowledge {
  readonly issues: IssueFinder;
  readonly stances: StanceLexicon;
}

export async function codePositions(
  coded: Coded,
  _contacts: readonly Contact[],
  _events: readonly Event[],
  { issues: finder, stances: lexicon }: PositionKnowledge,
): Promise<readonly Position[]> {
  const { document, reading } = coded;
  const told: (Candidate & { sentence: EventSentence })[] = [];
  for (const [index, parse] of (reading.parses ?? []).entries()) {
    const sentence = eventSentence(document.text, parse, index);
    const named = finder.named(sentence);
    for (const one of findCandidates({ sentence, coded, named, lexicon })) told.push({ ...one, sentence });
  }
  const open = told.filter((one) => one.issues.length === 0 && !one.named && one.matter.length > 0);
  const cores = open.map(({ sentence, matter }) => coreOf(sentence, matter[0] ?? 0, lexicon));
  const likes = await finder.like(
    open.map(({ sentence }, at) => wordsOf(sentence, cores[at]?.token ?? 0).map((token) => sentence.forms[token]).join(" ")),
  );
  const positions: Position[] = [];
  for (const one of told) {
    for (const { named, isTurned } of one.issues) {
      const stance = turned(one.stance, isTurned !== named.isContrary);
      positions.push(...positionsOf(one, named.issue, stance, { by: "cue", span: named.span }, coded));
    }
    const at = open.indexOf(one);
    const like = likes[at];
    if (at >= 0 && like) {
      const stance = turned(one.stance, (cores[at]?.isTurned ?? false) !== like.isContrary);
      positions.push(...positionsOf(one, like.issue, stance, { by: "likeness", likeness: like.likeness }, coded));
    }
  }
  return distinct(positions, coded);
}

/** One for the same words; what the title tells and the text below tells again is told by the text. */
function distinct(positions: readonly Position[], { document }: Coded): readonly Position[] {
  const titles = document.regions.filter(({ kind }) => kind === "title");
  const isTitle = ({ evidence }: Position): boolean => titles.some((title) => overlaps(title, evidence[0]));
  const isSame = (a: Position, b: Position): boolean =>
    a.actor === b.actor && a.issue === b.issue && a.stance === b.stance;
  return positions.filter((one, at) => {
    if (positions.slice(0, at).some((other) => isSame(one, other) && overlaps(one.evidence[0], other.evidence[0]))) return false;
    return !isTitle(one) || !positions.some((other) => !isTitle(other) && isSame(one, other));
  });
}

function positionsOf(
  one: Candidate & { sentence: EventSentence },
  issue: string,
  stance: Stance,
  found: IssueFound,
  coded: Coded,
): readonly Position[] {
  const { sentence, token, holders, how } = one;
  const evidence = clauseSpan(sentence, token);
  const span = sentence.tree.tokens[token];
  const trigger = charSpan(span?.start ?? 0, span?.end ?? 1);
  return holders.map((actor) => ({
    id: positionId(coded, actor, issue, [evidence]),
    actor,
    issue,
    found,
    counterpart: null,
    stance,
    conditions: [],
    modality: how,
    audience: "public" as const,
    toldBy: toldBy(actor, trigger, sentence, token, coded),
    when: whenOf(coded.times, evidence, trigger),
    statement: statementOf(trigger, sentence, token, coded)?.id ?? null,
    evidence: [evidence] as const,
  }));
}

const statementOf = (trigger: CharSpan, sentence: EventSentence, token: number, coded: Coded): Statement | null =>
  coded.statements.find(({ cue }) => cue.spans.some((span) => overlaps(span, trigger))) ??
  statementAt(coded, sentence, token);

function toldBy(actor: ActorId, trigger: CharSpan, sentence: EventSentence, token: number, coded: Coded): ToldBy {
  const isCue = coded.statements.some(({ cue }) => cue.spans.some((span) => overlaps(span, trigger)));
  const outer = statementAt(coded, sentence, token);
  if (outer === null) return isCue ? { kind: "self" } : { kind: "article" };
  const speaker = sourceOf(outer, coded);
  if (speaker === null) return { kind: "other", actor: null };
  return speaker === actor || speaksFor(speaker, actor, coded.actors.actors)
    ? { kind: "self" }
    : { kind: "other", actor: speaker };
}

function speaksFor(speaker: ActorId, holder: ActorId, known: readonly Actor[]): boolean {
  const [a, b] = [speaker, holder].map((id) => known.find((one) => one.id === id));
  if (!a || !b || a.country === null || a.country !== b.country) return false;
  return b.type === "government" && a.sector === "GOV";
}

/** SHA-256 of document and words, first 128 bits. */
function positionId({ document }: Coded, actor: ActorId, issue: string, evidence: readonly CharSpan[]): PositionId {
  const spans = evidence.map(({ start, end }) => [start, end]);
  const digest = createHash("sha256").update(JSON.stringify([document.id, "position", actor, issue, spans]));
  return digest.digest("hex").slice(0, 32) as PositionId;
}

export type { StatementId };
