import type { Document } from "../../document/document.ts";
import { type CharSpan, charSpan, lastStartingBy, overlaps } from "../../text/span.ts";
import { type Mark, marksOf, type Piece, paragraphsOf, piecesOf, type Role } from "../marks.ts";
import { printable } from "../printable.ts";
import { isFurniture } from "../wording.ts";
import type { BriefDocument } from "./gather.ts";
import { html, type Markup, trusted } from "./markup.ts";
import type { Line } from "./speakers.ts";

/** Where a mark stands and where its line stands, from one to the other. */
export const markId = (document: number, number: number): string => `m${document}-${number}`;
export const lineId = (document: number, number: number): string => `l${document}-${number}`;

const letters: Readonly<Record<Role, string>> = { source: "s", cue: "q", content: "c" };

/** The text of an article, paragraph by paragraph, its statements marked and numbered, furniture dimmed. */
export function articleText(one: BriefDocument, document: number): readonly Markup[] {
  const source = one.article.document;
  const marks = one.statements.flatMap(({ statement }, index) => marksOf(statement, index + 1));
  const text = printable(source.text);
  const numbered = new Set<number>();
  return piecesOf(paragraphsOf(source), marks, source.regions).map((pieces) => {
    const furniture = pieces.every(({ region }) => isFurniture(region));
    const inner = pieces.map((piece) => [
      ...newNumbers(piece, numbered).map((number) => numberLink(document, number)),
      pieceMarkup(text, piece, furniture),
    ]);
    return furniture ? html`<p class="off">${inner.flat()}</p>` : html`<p>${inner.flat()}</p>`;
  });
}

/** The sentences that hold a line's words, with these marked; an ellipsis where some lie between. */
export function passage({ statement, in: { article } }: Line): Markup {
  const { document, outcome } = article;
  const marks = marksOf(statement, 1);
  const sentences = outcome.kind === "read" ? outcome.reading.sentences : [];
  const spans = passageSpans(document, sentences.length > 0 ? sentences : paragraphsOf(document), marks);
  const { text } = document;
  const parts = piecesOf(spans, marks, []).map((pieces, index) => [
    ...(index > 0 ? [adjacent(text, spans[index - 1], spans[index]) ? trusted(" ") : trusted(" … ")] : []),
    ...pieces.map(({ start, end, marks: [mark] }) => roleMarkup(printable(text.slice(start, end)), mark)),
  ]);
  return html`<p class="passage">${parts.flat()}</p>`;
}

/** The sentences under the marks; where a mark lies in none, the mark itself. In text order, not overlapping. */
function passageSpans(document: Document, sentences: readonly CharSpan[], marks: readonly Mark[]): readonly CharSpan[] {
  const under = [...new Set(marks.flatMap((mark) => sentencesUnder(mark, sentences)))];
  const bare = marks.filter((mark) => !under.some((sentence) => overlaps(mark, sentence)));
  const all = [...under, ...bare].toSorted((a, b) => a.start - b.start);
  return all.reduce<CharSpan[]>((merged, { start, end }) => {
    const last = merged.at(-1);
    if (last && start < last.end) merged[merged.length - 1] = charSpan(last.start, Math.max(last.end, end));
    else merged.push(charSpan(start, Math.min(end, document.text.length)));
    return merged;
  }, []);
}

/** A document may hold as many sentences as statements, so each mark looks up its own. */
function sentencesUnder(mark: Mark, sentences: readonly CharSpan[]): readonly CharSpan[] {
  const found: CharSpan[] = [];
  for (let at = Math.max(0, lastStartingBy(sentences, mark.start)); at < sentences.length; at++) {
    const sentence = sentences[at];
    if (sentence === undefined || sentence.start >= mark.end) break;
    if (overlaps(mark, sentence)) found.push(sentence);
  }
  return found;
}

const adjacent = (text: string, before: CharSpan | undefined, after: CharSpan | undefined): boolean =>
  text.slice(before?.end ?? 0, after?.start ?? 0).trim() === "";

/** A statement's number goes before its first marked word. */
function newNumbers({ marks }: Piece, numbered: Set<number>): readonly number[] {
  const fresh = [...new Set(marks.map(({ number }) => number))].filter((number) => !numbered.has(number));
  for (const number of fresh) numbered.add(number);
  return fresh;
}

const numberLink = (document: number, number: number): Markup =>
  html`<a class="n" id="${markId(document, number)}" href="#${lineId(document, number)}" aria-label="statement ${number}">${number}</a>`;

const roleMarkup = (words: string, mark: Mark | undefined): Markup =>
  mark ? html`<span class="${letters[mark.role]}">${words}</span>` : html`${words}`;

/** The innermost mark gives the look; `data-m` tells all ("7c 9s": content of 7, source of 9), for whoever opens one. */
function pieceMarkup(text: string, { start, end, marks, region }: Piece, dimmedAlready: boolean): Markup {
  const words = text.slice(start, end);
  const innermost = marks.at(-1);
  if (innermost) {
    const all = [...new Set(marks.map(({ number, role }) => `${number}${letters[role]}`))].join(" ");
    return html`<span class="${letters[innermost.role]}" data-m="${all}">${words}</span>`;
  }
  return isFurniture(region) && !dimmedAlready ? html`<span class="off">${words}</span>` : html`${words}`;
}
