import type { Alignment } from "./align.ts";
import { compareReports, type Likeness } from "./compare.ts";
import type { Entry } from "./entry.ts";
import { daysFrom, type Precedence, precedenceOf } from "./precedence.ts";

/** Two documents, by index, that carry one report or parts of it. */
export interface Edge {
  readonly a: number;
  readonly b: number;
  /** `a` and `b` of it are those of the edge. */
  readonly likeness: Likeness;
  /** Its lead is above 0 where `a` is the source. */
  readonly precedence: Precedence;
}

export function edgeOf<Key extends string>(entries: readonly Entry<Key>[], a: number, b: number): Edge | null {
  const [one, other] = [entries[a], entries[b]];
  if (one === undefined || other === undefined) return null;
  const likeness = compareReports(one.profile, other.profile);
  return likeness && { a, b, likeness, precedence: precedenceOf(one, other, likeness) };
}

/** By so much more than is asked for must two texts agree for nothing else to explain it. */
const clearMargin = 0.06;

/** True where the likeness is beyond doubt and one of the two is, as a whole, in the other. */
export const isStrong = ({ likeness }: Edge): boolean =>
  likeness.margin >= clearMargin && Math.max(likeness.shareA, likeness.shareB) >= wholeShare(likeness.kept);

/** The share of a copy that is nothing but a copy: where words were replaced, some of its sentences are not recognised. */
const wholeShare = (kept: number): number => 0.5 + 0.25 * Math.min(1, Math.max(0, 2 * kept - 1));

/** The edge seen from the copy: `a` of the likeness is the copy, `b` what it was made from. */
export interface Oriented {
  readonly copy: number;
  readonly of: number;
  readonly likeness: Likeness;
  readonly because: Precedence["because"];
}

/** `copy` is `a` or `b` of the edge. What speaks for the other way round is not told as the reason. */
export function orient({ a, b, likeness, precedence }: Edge, copy: number): Oriented {
  const isFirst = copy === a;
  const agrees = isFirst ? precedence.lead < 0 : precedence.lead > 0;
  return {
    copy,
    of: isFirst ? b : a,
    likeness: isFirst ? likeness : turned(likeness),
    because: agrees ? precedence.because : "none",
  };
}

const turned = (likeness: Likeness): Likeness => ({
  ...likeness,
  alignment: turnedAlignment(likeness.alignment),
  shareA: likeness.shareB,
  shareB: likeness.shareA,
});

const turnedAlignment = ({ pairs, coveredA, coveredB }: Alignment): Alignment => ({
  pairs: pairs.map((pair) => ({ ...pair, a: pair.b, b: pair.a })),
  coveredA: coveredB,
  coveredB: coveredA,
});

/** A source that tells so much more of its own, in parts of its words, was written on. */
const muchMore = 0.25;

/**
 * True where the copy is nothing but a copy. Not so where it has much of its own, or where what it would be made from came
 * out later and longer: then both may have it from a third, or the longer has more than one origin.
 */
export function isCertain<Key extends string>(
  entries: readonly Entry<Key>[],
  { copy, of, likeness }: Oriented,
): boolean {
  if (likeness.margin < clearMargin || likeness.shareA < wholeShare(likeness.kept)) return false;
  const [copied, source] = [entries[copy]?.published, entries[of]?.published];
  const isLater = copied && source && daysFrom(copied.to, source.from) > 0;
  return !isLater || likeness.shareB >= 1 - muchMore;
}
