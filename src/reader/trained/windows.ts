import type { Pieces } from "./wordpiece.ts";

/** In pieces; carried by the settings of the model, which was trained on windows of this size. */
export interface WindowSizes {
  readonly core: number;
  /** Context before and after the core. */
  readonly left: number;
  readonly right: number;
}

/** What the model reads at once: a core and its context. Every piece of a text is in the core of exactly one window. */
export interface ReaderWindow {
  readonly ids: readonly number[];
  readonly shapes: readonly number[];
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** Indices into `ids`, `to` exclusive. */
  readonly core: { readonly from: number; readonly to: number };
}

/** How a piece is written, which the uncased vocabulary does not tell. Numbers as in training/data.py. */
const SHAPE = { noLetter: 0, lower: 1, capitalised: 2, upper: 3, insideWord: 4 } as const;
type Shape = (typeof SHAPE)[keyof typeof SHAPE];

/**
 * The windows of a text in its order; none where it has no pieces. The twin of `cut` in training/data.py.
 * @throws RangeError if the core has no room for a piece.
 */
export function cutWindows(text: string, pieces: Pieces, sizes: WindowSizes): readonly ReaderWindow[] {
  if (!(sizes.core >= 1)) throw new RangeError(`windows with a core of ${sizes.core} pieces, expected 1 or more`);
  const shapes = shapesOf(text, pieces);
  const windows: ReaderWindow[] = [];
  for (let start = 0; start < pieces.ids.length; ) {
    const end = endOfCore(text, pieces, start, sizes.core);
    const from = Math.max(0, start - sizes.left);
    const to = end + sizes.right;
    windows.push({
      ids: pieces.ids.slice(from, to),
      shapes: shapes.slice(from, to),
      starts: pieces.starts.slice(from, to),
      ends: pieces.ends.slice(from, to),
      core: { from: start - from, to: end - from },
    });
    start = end;
  }
  return windows;
}

/** The shape of each piece, by its own letters and the character before it. `text` may be a word given by itself. */
export function shapesOf(text: string, pieces: Pieces): readonly number[] {
  return pieces.starts.map((start, at) => {
    const isInside = isLetterOrDigitBefore(text, start) && isLetterOrDigit(text.codePointAt(start));
    return isInside ? SHAPE.insideWord : shapeOf(text.slice(start, pieces.ends[at]));
  });
}

function shapeOf(word: string): Shape {
  const first = String.fromCodePoint(word.codePointAt(0) ?? 0);
  if (/^\p{Lowercase}$/u.test(first)) return SHAPE.lower;
  if (word.length > first.length && /\p{Uppercase}/u.test(word) && !/[\p{Lowercase}\p{Lt}]/u.test(word)) {
    return SHAPE.upper;
  }
  return /^\p{Uppercase}$/u.test(first) ? SHAPE.capitalised : SHAPE.noLetter;
}

/** Python's `isalnum`, by the Unicode tables of Node. */
function isLetterOrDigit(code: number | undefined): boolean {
  if (code === undefined) return false;
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
  return /^[\p{L}\p{N}]$/u.test(String.fromCodePoint(code));
}

function isLetterOrDigitBefore(text: string, offset: number): boolean {
  const unit = text.charCodeAt(offset - 1);
  const isLow = unit >= 0xdc00 && unit <= 0xdfff;
  const pair = isLow ? text.codePointAt(offset - 2) : undefined;
  return offset > 0 && isLetterOrDigit(pair !== undefined && pair > 0xffff ? pair : unit);
}

/** In its second half a core ends where a line does, or else after a mark that may end a sentence; the last such place. */
function endOfCore(text: string, { starts, ends }: Pieces, start: number, size: number): number {
  const end = start + size;
  if (end >= starts.length) return starts.length;
  const middle = start + Math.floor(size / 2);
  for (let at = end; at > middle; at--) {
    if (text.slice(ends[at - 1], starts[at]).includes("\n")) return at;
  }
  for (let at = end; at > middle; at--) {
    if ('.!?”"'.includes(text.slice(starts[at - 1], ends[at - 1]))) return at;
  }
  return end;
}
