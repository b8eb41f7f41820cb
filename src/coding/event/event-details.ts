import { type CharSpan, charSpan } from "../../text/span.ts";
import type { Coded } from "../coded.ts";
import type { Statement } from "../statement/statement.ts";
import type { TimeExpression } from "../time/time-expression.ts";
import type { When } from "../time/when.ts";
import type { EventContext } from "./event.ts";
import { type EventSentence, lemmaAt, relationAt } from "./event-sentence.ts";
import type { Trigger } from "./find-triggers.ts";
import { isPlace } from "./match-entry.ts";
import type { PloverLexicon } from "./plover-lexicon.ts";

/** The innermost statement whose content holds a token. */
export function statementAt({ statements }: Coded, { tree }: EventSentence, token: number): Statement | null {
  const at = tree.tokens[token]?.start ?? -1;
  const size = ({ content }: Statement): number => content.spans.reduce((sum, { start, end }) => sum + end - start, 0);
  const holding = statements.filter(({ content }) => content.spans.some(({ start, end }) => start <= at && at < end));
  return holding.toSorted((a, b) => size(a) - size(b))[0] ?? null;
}

/** The expression of time within the clause that stands nearest to the trigger. */
export function whenOf(times: readonly TimeExpression[], clause: CharSpan, trigger: CharSpan): When | null {
  const distance = ({ start, end }: TimeExpression): number => Math.max(start - trigger.end, trigger.start - end);
  const [nearest] = times
    .filter(({ start, end }) => clause.start <= start && end <= clause.end)
    .toSorted((a, b) => distance(a) - distance(b));
  if (nearest === undefined) return null;
  const { from, to, start, end } = nearest;
  return { from, to, span: charSpan(start, end) };
}

/** "in Vellmar", "near the border of Estria": where the clause says it was. */
export function placeOf(sentence: EventSentence, clause: readonly number[]): CharSpan | null {
  const { tree } = sentence;
  const at = clause.find(
    (token) =>
      /^(?:obl|nmod)$/u.test(relationAt(sentence, token)) &&
      /^(?:in|at|near|outside|inside|around|across)$/u.test(tree.caseOf(token)) &&
      (isPlace(sentence, token) || tree.by(token, "nmod", "flat", "compound").some((name) => isPlace(sentence, name))),
  );
  if (at === undefined) return null;
  const named = tree.of(at).filter((token) => /^(?:det|amod|compound|flat|nmod)$/u.test(relationAt(sentence, token)));
  const all = [at, ...named.flatMap((token) => tree.reach(token))].toSorted((a, b) => a - b);
  const [first, last] = [tree.tokens[all[0] ?? at], tree.tokens[all.at(-1) ?? at]];
  return charSpan(first?.start ?? 0, last?.end ?? 1);
}

export function contextsOf(
  { entry }: Trigger,
  sentence: EventSentence,
  clause: readonly number[],
  { contexts }: PloverLexicon,
): readonly EventContext[] {
  const ofWords = clause.flatMap((token) => contexts.get(lemmaAt(sentence, token)) ?? []);
  return [...new Set([...entry.contexts, ...ofWords])];
}
