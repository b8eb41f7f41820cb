import { overlaps } from "../../text/span.ts";
import { type EventSentence, lemmaAt } from "../event/event-sentence.ts";
import type { Statement } from "../statement/statement.ts";
import { type Candidate, type StanceContext, turned } from "./candidate.ts";
import { inPolitics } from "./holders.ts";
import { isNegated } from "./matter.ts";
import { sourceOf } from "./source-of.ts";
import type { PlainStance } from "./stance-lexicon.ts";

/** What statements say of the issues that they name by words that judge, however these are joined: "an illegal annexation". */
export function toneCandidates(context: StanceContext): readonly Candidate[] {
  const { sentence, coded } = context;
  const [first, last] = [sentence.tree.tokens[0], sentence.tree.tokens.at(-1)];
  if (first === undefined || last === undefined) return [];
  const here = { start: first.start, end: last.end };
  return coded.statements
    .filter(({ content }) => content.spans.some((span) => overlaps(span, here)))
    .flatMap((statement) => toneOf(statement, context));
}

function toneOf(statement: Statement, context: StanceContext): readonly Candidate[] {
  const { sentence, named, lexicon, coded } = context;
  const isSaid = (token: number): boolean => {
    const word = sentence.tree.tokens[token];
    return word !== undefined && statement.content.spans.some((span) => overlaps(span, word));
  };
  const said = named.filter(({ token }) => isSaid(token));
  const speaker = sourceOf(statement, coded);
  const holders = inPolitics(speaker === null ? [] : [speaker], context);
  if (said.length === 0 || holders.length === 0) return [];
  const judging = sentence.forms.flatMap((_, token) => {
    const verdict = isSaid(token) ? lexicon.verdicts.get(lemmaAt(sentence, token)) : undefined;
    return verdict === undefined ? [] : [{ token, stance: turned(verdict, isNegated(sentence, token)) }];
  });
  const stance = common(judging.map((one) => one.stance));
  const [word] = judging;
  const [issue] = said.toSorted((a, b) => nearness(sentence, a.token) - nearness(sentence, b.token));
  if (stance === null || word === undefined || issue === undefined) return [];
  const issues = [{ named: issue, isTurned: false, depth: Math.abs(issue.token - word.token), at: "below" as const }];
  return [{ by: "tone", token: word.token, stance, how: "states", holders, matter: [], issues, isNamedOnly: true }];
}

/** How many words lie between a token and the root. */
function nearness({ tree }: EventSentence, token: number): number {
  let depth = 0;
  for (let at = token; at >= 0 && depth < 40; at = tree.tokens[at]?.head ?? -1) depth++;
  return depth;
}

function common(stances: readonly PlainStance[]): PlainStance | null {
  const [first] = stances;
  return first !== undefined && stances.every((one) => one === first) ? first : null;
}
