import { splitSentences } from "../text/sentences.ts";
import { type CharSpan, charSpan, textOf, trimSpan } from "../text/span.ts";
import { readByline, readMasthead } from "./byline.ts";
import { readDate } from "./date-grammar.ts";
import { findDateline } from "./dateline.ts";
import type { Region, RegionKind } from "./document.ts";
import { furnitureHeadings, furnitureLines, hashtagLine, longestFurniture, metadataLines } from "./furniture.ts";
import { headlineLength, lettersOf, matchTitle } from "./headline.ts";
import { type Line, splitLines } from "./lines.ts";

/** A sentence shorter than this, in letters and digits, may stand twice in an article on purpose: a refrain, a vow. */
const shortestRepeat = 50;
/** A headline of fewer words may open a lead by chance: "Ukraine crisis" begins "Ukraine crisis talks resumed". */
const fewestTitleWords = 4;
/** Lines from the start of the body in which a dateline may stand: some print a summary first. */
const datelineLines = 4;

/**
 * The regions of `text`, in order, covering every character that is not white space: neighbours of one kind are one
 * region. What is not clearly something else is body: a body sentence marked as furniture is lost, the reverse only
 * noise.
 *
 * `title` is what the headline is known to be from elsewhere (a hint, a record, a page's metadata), or null. `given`
 * are the blocks of a page, in order, with the kinds its markup gave them; empty for plain text. Where there are any,
 * no headline is guessed, and only what they call body is looked at again.
 */
export function findRegions(text: string, title: string | null, given: readonly Region[] = []): readonly Region[] {
  const lines = splitLines(text);
  const kinds = kindsOfLines(lines, given);
  if (given.length === 0) markMasthead(lines, kinds);
  const head = markTitle(text, lines, kinds, { title, mayGuess: given.length === 0 });
  markHead(lines, kinds);
  markListsUnderHeadings(lines, kinds);
  const pieces = lines.flatMap((line, at) => splitLine(text, line, kinds[at] ?? "body", head));
  return mergeNeighbours(markRepeats(text, markDateline(text, pieces)));
}

/** The headline as printed, white space folded, or null. */
export function titleOf(text: string, regions: readonly Region[]): string | null {
  const region = regions.find(({ kind }) => kind === "title");
  return region ? textOf(text, region).replace(/\s+/gu, " ") : null;
}

function kindsOfLines(lines: readonly Line[], given: readonly Region[]): RegionKind[] {
  let at = 0;
  return lines.map((line) => {
    while (at < given.length - 1 && (given[at]?.end ?? 0) <= line.span.start) at++;
    const kind = given[at]?.kind ?? "body";
    return kind === "body" ? kindOfLine(line) : kind;
  });
}

/** What a line says of itself, wherever it stands. */
function kindOfLine({ text }: Line): RegionKind {
  if (text.length > longestFurniture) return "body";
  if (isRecordDate(text) || (isMetadata(text) && !isSentence(text))) return "metadata";
  if (hashtagLine.test(text) || furnitureLines.some((pattern) => pattern.test(text))) return "boilerplate";
  return credits.test(text) ? "byline" : "body";
}

const isMetadata = (text: string): boolean => metadataLines.some((pattern) => pattern.test(text));

/** "(Reporting by Jane Doe; Editing by John Roe.)" */
const credits =
  /^\(?(?:additional |with )?(?:reporting|writing|editing|compiled|translated|edited) by \p{Lu}.{3,200}$/iu;

/** A line that holds a number such as 20220312 or 2022-03-12T10:00:00Z and nothing else: only records print these. */
export const isRecordDate = (line: string): boolean =>
  /^\d{4}-?\d\d-?\d\d[\dT:.Z+ -]*$/u.test(line) && readDate(line) !== null;

/** An outlet's name above the headline; one without a date only if a headline follows, as "Good News" may be one. */
function markMasthead(lines: readonly Line[], kinds: RegionKind[]): void {
  const at = kinds.indexOf("body");
  const masthead = readMasthead(lines[at]?.text ?? "");
  if (masthead === null) return;
  if (masthead.date !== null || headlineLength(lines.slice(at + 1, at + maxHeadLines), isPlain) > 0)
    kinds[at] = "metadata";
}

/** True of a line that may belong to a headline or to the article. */
const isPlain = (line: Line): boolean => kindOfLine(line) === "body" && !isHeadLine(line.text);

/** A byline, a masthead with its date or a date alone: such only above the article. */
const isHeadLine = (text: string): boolean =>
  readByline(text) !== null || isDateAlone(text) || (readMasthead(text)?.date ?? null) !== null;

/** What `text` prints as headline, and its letters for finding it printed again; null where it prints none. */
interface Headline {
  readonly start: number;
  readonly end: number;
  readonly title: string;
}

function markTitle(
  text: string,
  lines: readonly Line[],
  kinds: RegionKind[],
  { title, mayGuess }: { readonly title: string | null; readonly mayGuess: boolean },
): Headline | null {
  const at = kinds.findIndex((kind) => kind === "body" || kind === "title");
  const first = lines[at];
  if (first === undefined) return null;
  const label = mayGuess ? (titleLabel.exec(first.text)?.[0].length ?? 0) : 0;
  const start = first.span.start + label;
  const guess = (): number | null => (label > 0 ? first.span.end : guessedTitleEnd(lines, at));
  const end = titleEnd(text, lines, kinds, at, title) ?? (mayGuess ? guess() : null);
  if (end === null || end <= start) return null;
  for (let of = at; of < lines.length && (lines[of]?.span.end ?? end + 1) <= end; of++) kinds[of] = "title";
  return { start, end, title: text.slice(start, end) };
}

/** "Title: Talks open in Ravna", as records print it. */
const titleLabel = /^(?:title|headline)\s*:\s*(?=\S)/iu;

/** Where the headline ends if the markup or a known title tells. */
function titleEnd(
  text: string,
  lines: readonly Line[],
  kinds: readonly RegionKind[],
  at: number,
  title: string | null,
): number | null {
  const marked = kinds.slice(at).findIndex((kind) => kind !== "title");
  if (marked !== 0) return lines[marked < 0 ? lines.length - 1 : at + marked - 1]?.span.end ?? null;
  const start = lines[at]?.span.start ?? 0;
  return title === null ? null : (matchTitle(text, start, text.length, title)?.end ?? null);
}

function guessedTitleEnd(lines: readonly Line[], at: number): number | null {
  const count = headlineLength(lines.slice(at, at + maxHeadLines), isPlain);
  return count === 0 ? null : (lines[at + count - 1]?.span.end ?? null);
}

/** Lines looked at for a headline: with the few it may have, enough to see what follows. */
const maxHeadLines = 8;

/** Bylines and lines with nothing but a date are such only above the article, where no other line has stood yet. */
function markHead(lines: readonly Line[], kinds: RegionKind[]): void {
  for (const [at, line] of lines.entries()) {
    if (kinds[at] !== "body") continue;
    if (readByline(line.text) !== null) kinds[at] = "byline";
    else if (isHeadLine(line.text)) kinds[at] = "metadata";
    else if (!isSubheading(line, lines[at + 1])) return;
  }
}

/** "March 11, 2022", "Published March 11, 2022 at 10:15 a.m. EST", "Updated 3 March 2022". */
export const isDateAlone = (line: string): boolean =>
  line.length <= 90 &&
  readDate(line.replace(dateLabel, "")) !== null &&
  /^\P{L}*(?:\p{L}+\P{L}*){0,9}$/u.test(line) &&
  !/[.!?]$/u.test(line.replace(/[ap]\.m\.$/iu, ""));
const dateLabel =
  /^(?:(?:first |originally |last )?(?:published|posted|updated|modified|created|issued)(?: on| at)?:?\s*)/iu;

/** A second deck between headline and byline: one short line without an end mark, with a byline or date right after. */
const isSubheading = (line: Line, next: Line | undefined): boolean =>
  line.text.length <= 200 && !/[.!?…]["”’'»)\]]*$/u.test(line.text) && next !== undefined && isHeadLine(next.text);

/** Under "Related Articles" everything is furniture until a sentence begins. */
function markListsUnderHeadings(lines: readonly Line[], kinds: RegionKind[]): void {
  let under = false;
  for (const [at, line] of lines.entries()) {
    if (isHeading(line)) under = true;
    else if (kinds[at] === "body" && isSentence(line.text)) under = false;
    if (under && (kinds[at] === "body" || kinds[at] === "metadata")) kinds[at] = "boilerplate";
  }
}

const isHeading = ({ text }: Line): boolean =>
  text.length <= 80 && furnitureHeadings.some((pattern) => pattern.test(text));

/** Four words or more with an end mark, and not set in title case as the headlines of other articles are. */
function isSentence(text: string): boolean {
  const words = text.match(/[\p{L}\p{N}][\p{L}\p{N}’'.-]*/gu) ?? [];
  if (words.length < 4) return false;
  const capitals = words.filter((word) => /^[\p{Lu}\p{N}]/u.test(word)).length;
  return text.length > longestFurniture || (/[.!?…:]["”’'»)\]]*$/u.test(text) && capitals / words.length < 0.7);
}

/** A line as one region, or as two where the headline stands at its start, for the first time or again. */
function splitLine(text: string, line: Line, kind: RegionKind, head: Headline | null): readonly Region[] {
  const { start, end } = line.span;
  if (head !== null && kind === "title" && start < head.start)
    return cut(text, line.span, head.start, "metadata", "title");
  if (head === null || (kind !== "body" && kind !== "boilerplate")) return [{ kind, ...line.span }];
  if (start >= head.start && start < head.end) return cut(text, line.span, Math.min(head.end, end), "title", kind);
  const again = matchTitle(text, start, end, head.title);
  if (again === null) return [{ kind, ...line.span }];
  const goesOn = text.slice(again.end, end).trimStart();
  if (goesOn === "") return [{ kind: "repeat", ...line.span }];
  const isCopy = /^[\p{Lu}\p{N}"“‘'(«]/u.test(goesOn) && head.title.trim().split(/\s+/u).length >= fewestTitleWords;
  return isCopy ? cut(text, line.span, again.end, "repeat", kind) : [{ kind, ...line.span }];
}

/** `span` in two at `at`, without the white space between; one region where nothing is left of the second. */
function cut(text: string, span: CharSpan, at: number, first: RegionKind, second: RegionKind): readonly Region[] {
  const before = trimSpan(text, span.start, at);
  const after = trimSpan(text, at, span.end);
  return [...(before ? [{ kind: first, ...before }] : []), ...(after ? [{ kind: second, ...after }] : [])];
}

/** The first of the article's opening lines that begins with a dateline, cut after it. */
function markDateline(text: string, pieces: readonly Region[]): readonly Region[] {
  const body = pieces.filter(({ kind }) => kind === "body").slice(0, datelineLines);
  for (const piece of body) {
    const dateline = findDateline(text.slice(piece.start, Math.min(piece.end, piece.start + 250)));
    if (dateline === null) continue;
    return pieces.flatMap((p) => (p === piece ? cut(text, p, p.start + dateline.length, "dateline", "body") : [p]));
  }
  return pieces;
}

/** Sentences of the body that have stood before, word for word. */
function markRepeats(text: string, pieces: readonly Region[]): readonly Region[] {
  const seen = new Set<string>();
  return pieces.flatMap((piece) => {
    if (piece.kind !== "body") return [piece];
    return splitSentences(text, piece.start, piece.end).map((span): Region => {
      const letters = lettersOf(textOf(text, span));
      const isRepeat = letters.length >= shortestRepeat && seen.has(letters);
      seen.add(letters);
      return { kind: isRepeat ? "repeat" : "body", ...span };
    });
  });
}

function mergeNeighbours(pieces: readonly Region[]): readonly Region[] {
  const out: Region[] = [];
  for (const piece of pieces) {
    const last = out.at(-1);
    if (last?.kind === piece.kind) out[out.length - 1] = { kind: piece.kind, ...charSpan(last.start, piece.end) };
    else out.push(piece);
  }
  return out;
}
