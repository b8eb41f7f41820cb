import { overlaps } from "../../text/span.ts";
import type { Coded } from "../coded.ts";
import type { Event } from "../event/event.ts";
import { type EventSentence, eventSentence } from "../event/event-sentence.ts";
import type { StanceContext } from "./candidate.ts";
import { candidatesIn } from "./candidates-in.ts";
import { effortCandidates } from "./effort-candidates.ts";
import type { IssueFinder, NamedIssue } from "./issue-finder.ts";
import { onIssues, type Told } from "./on-issues.ts";
import type { Position } from "./position.ts";
import type { StanceLexicon } from "./stance-lexicon.ts";
import { toPositions } from "./to-positions.ts";
import { turnsIn } from "./turns.ts";

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
  events: readonly Event[],
  { issues, stances }: PositionKnowledge,
): Promise<readonly Position[]> {
  const { document, reading } = coded;
  const turns = turnsIn(coded);
  let before: NamedIssue | null = null;
  const contexts = (reading.parses ?? []).map((parse, index): StanceContext => {
    const sentence = eventSentence(document.text, parse, index);
    const named = issues.named(sentence, (token) => isPerson(coded, index, token));
    const context = { sentence, coded, named, before, turn: turns[index] ?? null, lexicon: stances };
    before = document.order === "original" ? nearestToRoot(sentence, named) : null;
    return context;
  });
  const told = contexts.flatMap((context) =>
    candidatesIn(events, context).map((candidate): Told => ({ candidate, context })),
  );
  const isTold = (one: Told): boolean =>
    told.some(({ context, candidate }) => context === one.context && candidate.token === one.candidate.token);
  const efforts = effortCandidates(contexts).filter((one) => !isTold(one));
  const positions = (await onIssues([...told, ...efforts], issues)).flatMap(toPositions);
  return distinct(
    positions.toSorted((a, b) => a.evidence[0].start - b.evidence[0].start),
    coded,
  );
}

function isPerson({ actors }: Coded, sentence: number, token: number): boolean | null {
  const [id] = actors.at(sentence, token);
  const actor = actors.actors.find((one) => one.id === id);
  return actor === undefined ? null : actor.type === "person";
}

function nearestToRoot({ tree }: EventSentence, named: readonly NamedIssue[]): NamedIssue | null {
  const depth = (token: number): number => {
    let steps = 0;
    for (let at = token; at >= 0 && steps < tree.tokens.length; at = tree.tokens[at]?.head ?? -1) steps++;
    return steps;
  };
  return named.toSorted((a, b) => depth(a.token) - depth(b.token))[0] ?? null;
}

/** One for the same words; what the title tells and the text below tells again is told by the text. */
function distinct(positions: readonly Position[], { document }: Coded): readonly Position[] {
  const titles = document.regions.filter(({ kind }) => kind === "title");
  const isTitle = ({ evidence }: Position): boolean => titles.some((title) => overlaps(title, evidence[0]));
  const isSame = (a: Position, b: Position): boolean => a.issue === b.issue && a.stance === b.stance;
  const isAgain = (one: Position, other: Position): boolean =>
    isSame(one, other) && one.actor === other.actor && overlaps(one.evidence[0], other.evidence[0]);
  return positions.filter((one, at) => {
    if (positions.slice(0, at).some((other) => isAgain(one, other))) return false;
    return !isTitle(one) || !positions.some((other) => !isTitle(other) && isSame(one, other));
  });
}
