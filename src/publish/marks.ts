import type { Statement } from "../coding/statement/statement.ts";
import type { Document, Region, RegionKind } from "../document/document.ts";
import { type CharSpan, charSpan, trimSpan } from "../text/span.ts";

export type Role = "source" | "cue" | "content";

/** One span of one statement. `number` ties it to the list of statements, from 1. */
export interface Mark extends CharSpan {
  readonly role: Role;
  readonly number: number;
}

/** What piecesOf cuts by: any span with a number. */
export type Numbered = CharSpan & { readonly number: number };

/** A stretch of text over which the same marks hold. */
export interface Piece<M extends Numbered = Mark> extends CharSpan {
  /** Outermost first: in order of start, the longer first. */
  readonly marks: readonly M[];
  readonly region: RegionKind | null;
}

/** The spans of a statement as marks. */
export function marksOf(statement: Statement, number: number): readonly Mark[] {
  const mark = (role: Role) => (span: CharSpan) => ({ ...span, role, number });
  return [
    ...statement.source.spans.map(mark("source")),
    ...statement.cue.spans.map(mark("cue")),
    ...statement.content.spans.map(mark("content")),
  ];
}

/**
 * `paragraphs` cut where a mark or region begins or ends, so that overlapping and nested marks become a flat row of
 * pieces. One list of pieces for each paragraph; together they are the paragraph, without a gap.
 */
export function piecesOf<M extends Numbered>(
  paragraphs: readonly CharSpan[],
  marks: readonly M[],
  regions: readonly Region[],
): readonly (readonly Piece<M>[])[] {
  const ordered = marks.toSorted(outermostFirst);
  const edges = [...new Set([...ordered, ...regions].flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b);
  let [nextMark, nextEdge, region] = [0, 0, 0];
  let active: readonly M[] = [];
  const pieceAt = (start: number, end: number): Piece<M> => {
    const opened: M[] = [];
    for (let mark = ordered[nextMark]; mark && mark.start <= start; mark = ordered[++nextMark]) opened.push(mark);
    active = [...active, ...opened].filter((mark) => mark.end > start);
    while ((regions[region]?.end ?? Number.POSITIVE_INFINITY) <= start) region++;
    const here = regions[region];
    return { ...charSpan(start, end), marks: active, region: here && here.start <= start ? here.kind : null };
  };
  return paragraphs.map((paragraph) => {
    const pieces: Piece<M>[] = [];
    let start: number = paragraph.start;
    while ((edges[nextEdge] ?? Number.POSITIVE_INFINITY) <= start) nextEdge++;
    while (start < paragraph.end) {
      const edge = edges[nextEdge] ?? Number.POSITIVE_INFINITY;
      const end = Math.min(edge, paragraph.end);
      pieces.push(pieceAt(start, end));
      if (end === edge) nextEdge++;
      start = end;
    }
    return pieces;
  });
}

/**
 * The paragraphs of a document, in order, without white space at their edges. Blank lines part them where the text has
 * any (a hard-wrapped text is put together again), else every line is one; a line of another region is always its own.
 */
export function paragraphsOf({ text, regions }: Pick<Document, "text" | "regions">): readonly CharSpan[] {
  const byBlankLine = /\n[^\S\n]*\n/u.test(text);
  const out: CharSpan[] = [];
  const kindAt = regionKinds(regions);
  let [open, kind]: [CharSpan | null, RegionKind | null] = [null, null];
  const close = () => {
    if (open) out.push(open);
    open = null;
  };
  for (const line of linesOf(text)) {
    if (!line) {
      close();
      continue;
    }
    const lineKind = kindAt(line.start);
    if (!byBlankLine || lineKind !== kind) close();
    open = open ? charSpan((open as CharSpan).start, line.end) : line;
    kind = lineKind;
  }
  close();
  return out;
}

const outermostFirst = (a: Numbered, b: Numbered): number => a.start - b.start || b.end - a.end || a.number - b.number;

/** The lines without white space at their edges; null for a blank one. */
function* linesOf(text: string): Generator<CharSpan | null> {
  let start = 0;
  while (start <= text.length) {
    const feed = text.indexOf("\n", start);
    const end = feed === -1 ? text.length : feed;
    yield trimSpan(text, start, end);
    start = end + 1;
  }
}

/** Looks up the region at offsets that only grow. */
function regionKinds(regions: readonly Region[]): (offset: number) => RegionKind | null {
  let at = 0;
  return (offset) => {
    while ((regions[at]?.end ?? Number.POSITIVE_INFINITY) <= offset) at++;
    const here = regions[at];
    return here && here.start <= offset ? here.kind : null;
  };
}
