declare const brand: unique symbol;
/** A `T` that the compiler keeps apart from other `T`s. Made by a parser or constructor, never by a bare literal. */
export type Brand<T, Name extends string> = T & { readonly [brand]: Name };

/** Offset into `Document.text` in UTF-16 code units, which is what `slice` counts. */
export type CharOffset = Brand<number, "CharOffset">;
/** SHA-256 of what makes a document itself (see `document/identity.ts`), first 128 bits, lower-case hex. */
export type DocumentId = Brand<string, "DocumentId">;
/** Derived from document and spans: the same words of the same document have the same id in every reading. */
export type StatementId = Brand<string, "StatementId">;
/** Of an actor within its document: "a1". */
export type ActorId = Brand<string, "ActorId">;
/** Of an actor across documents: see docs/decisions/0010. */
export type ActorKey = Brand<string, "ActorKey">;
/** Derived from document, type and spans, as a statement's is. */
export type EventId = Brand<string, "EventId">;
export type ContactId = Brand<string, "ContactId">;
export type PositionId = Brand<string, "PositionId">;
export type ForecastId = Brand<string, "ForecastId">;

/** Half-open: `start` is inside, `end` is not, and `start < end`. */
export interface Span<Offset extends number> {
  readonly start: Offset;
  readonly end: Offset;
}
export type CharSpan = Span<CharOffset>;

/**
 * The one door through which plain numbers become a span.
 * @throws RangeError if the offsets are not integers with `0 <= start < end`.
 */
export function charSpan(start: number, end: number): CharSpan {
  if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0 || start >= end) {
    throw new RangeError(`not a span: ${start}..${end}, expected integers with 0 <= start < end`);
  }
  return { start: start as CharOffset, end: end as CharOffset };
}

/** The words of a span. */
export const textOf = (text: string, span: CharSpan): string => text.slice(span.start, span.end);

/** The span without the white space at its edges, or null if nothing else was in it. */
export function trimSpan(text: string, start: number, end: number): CharSpan | null {
  let from = start;
  let to = end;
  while (from < to && /\s/u.test(text.charAt(from))) from++;
  while (to > from && /\s/u.test(text.charAt(to - 1))) to--;
  return from < to ? charSpan(from, to) : null;
}

/** True if the two spans share at least one code unit. */
export const overlaps = (a: CharSpan, b: CharSpan): boolean => a.start < b.end && b.start < a.end;

/** Index of the last of the `spans` that starts at or before `offset`, or -1. They are in order and do not overlap. */
export function lastStartingBy(spans: readonly CharSpan[], offset: number): number {
  let [low, high] = [0, spans.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.start ?? Number.POSITIVE_INFINITY) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
