import { textOf } from "../../text/span.ts";
import { clauseSpan } from "../event/clause-span.ts";
import { type Candidate, type StanceContext, turned } from "./candidate.ts";
import type { IssueFinder, LikeIssue } from "./issue-finder.ts";
import { coreOf, wordsOf } from "./matter.ts";
import type { IssueFound } from "./position.ts";
import type { PlainStance } from "./stance-lexicon.ts";

/** A candidate with the sentence that tells it. */
export interface Told {
  readonly candidate: Candidate;
  readonly context: StanceContext;
}

/** A stance on an issue. */
export interface OnIssue extends Told {
  readonly issue: string;
  readonly stance: PlainStance;
  readonly found: IssueFound;
  /** The word of the sentence that names the issue; null where none does. */
  readonly token: number | null;
}

/** Each with the issues that it names; where it names none and may do without, with the one that its words are like. */
export async function onIssues(told: readonly Told[], finder: IssueFinder): Promise<readonly OnIssue[]> {
  const open = told.filter(isOpen);
  const likes = await finder.like(open.flatMap(textsOf));
  const unnamed = new Map(open.map((one, at) => [one, likest(one, likes[2 * at] ?? null, likes[2 * at + 1] ?? null)]));
  return told.flatMap((one) => unnamed.get(one) ?? namedIssues(one));
}

const isOpen = ({ candidate: { issues, isNamedOnly, matter } }: Told): boolean =>
  issues.length === 0 && !isNamedOnly && matter.length > 0;

const namedIssues = (one: Told): readonly OnIssue[] =>
  one.candidate.issues.map(({ named, isTurned, isHere }) => ({
    ...one,
    issue: named.issue,
    stance: turned(one.candidate.stance, isTurned !== named.isContrary),
    found: { by: "cue", span: named.span },
    token: isHere ? named.token : null,
  }));

/** What the stance is about in the end, and the clause that tells it: the one says less, the other more than is meant. */
function textsOf({ candidate, context: { sentence, lexicon, coded } }: Told): readonly [core: string, clause: string] {
  const { token } = coreOf(sentence, candidate.matter[0] ?? 0, lexicon);
  const words = wordsOf(sentence, token).map((at) => sentence.forms[at]);
  return [words.join(" "), textOf(coded.document.text, clauseSpan(sentence, candidate.token))];
}

/** The likelier of two findings. A clause that is like what counts against an issue, and says "supports", tells nothing. */
function likest(one: Told, core: LikeIssue | null, clause: LikeIssue | null): readonly OnIssue[] {
  const { candidate, context } = one;
  const on = ({ issue, likeness }: LikeIssue, stance: PlainStance): readonly OnIssue[] => [
    { ...one, issue, stance, found: { by: "likeness", likeness }, token: null },
  ];
  if (core !== null && core.likeness >= (clause?.likeness ?? 0)) {
    const { isTurned } = coreOf(context.sentence, candidate.matter[0] ?? 0, context.lexicon);
    return on(core, turned(candidate.stance, isTurned !== core.isContrary));
  }
  if (clause === null || (clause.isContrary && candidate.stance === "supports")) return [];
  return on(clause, candidate.stance);
}
