import { type CharSpan, trimSpan } from "../text/span.ts";

/** One line with something on it, without the white space at its edges. */
export interface Line {
  readonly span: CharSpan;
  readonly text: string;
  /** True for the first line of a paragraph: at the start of the text, or after an empty line. */
  readonly opensParagraph: boolean;
}

/** The lines of `text` in order, empty ones left out. Every character that is not white space lies in one of them. */
export function splitLines(text: string): readonly Line[] {
  const lines: Line[] = [];
  let opensParagraph = true;
  let start = 0;
  for (const end of lineEnds(text)) {
    const span = trimSpan(text, start, end);
    if (span) lines.push({ span, text: text.slice(span.start, span.end), opensParagraph });
    opensParagraph = span === null;
    start = end + (text.startsWith("\r\n", end) ? 2 : 1);
  }
  return lines;
}

function* lineEnds(text: string): Generator<number> {
  for (const match of text.matchAll(/\r\n|[\n\r\v\f\u2028\u2029]/gu)) yield match.index;
  yield text.length;
}
