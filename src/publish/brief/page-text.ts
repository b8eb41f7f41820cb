import type { Article } from "../../coding/article.ts";
import type { Document } from "../../document/document.ts";
import { type CharSpan, charSpan, lastStartingBy, overlaps } from "../../text/span.ts";
import { marksOf, type Numbered, type Piece, paragraphsOf, piecesOf, type Role } from "../marks.ts";
import { printable } from "../printable.ts";
import { isFurniture } from "../wording.ts";
import type { ContactLine } from "./contacts.ts";
import type { Evidence } from "./findings/finding.ts";
import type { BriefDocument } from "./gather.ts";
import { html, type Markup, trusted } from "./markup.ts";
import type { Line } from "./speakers.ts";

/** Where a mark stands and where its line stands, from one to the other. */
export const markId = (document: number, number: number): string => `m${document}-${number}`;
export const lineId = (document: number, number: number): string => `l${document}-${number}`;
/** The same of a contact, and of evidence, which is numbered after the contacts. */
export const recordMarkId = (document: number, number: number): string => `n${document}-${number}`;
export const contactId = (document: number, number: number): string => `k${document}-${number}`;
export const evidenceId = (document: number, number: number): string => `e${document}-${number}`;

/** A span of a statement, or of what tells another record; their numbers are counted apart. */
type PageMark = Numbered & { readonly role: Role | "record" };

const letters: Readonly<Record<PageMark["role"], string>> = { source: "s", cue: "q", content: "c", record: "k" };

/** The text of an article, paragraph by paragraph, its statements marked and numbered, furniture dimmed. */
export function articleText(one: BriefDocument, document: number, evidence: readonly Evidence[]): readonly Markup[] {
  const { document: source, outcome } = one.article;
  const contacts = outcome.kind === "read" ? outcome.contacts : [];
  const marks: readonly PageMark[] = [
    ...one.statements.flatMap(({ statement }, index) => marksOf(statement, index + 1)),
    ...contacts.flatMap((contact, index) => recordMarks(contact.evidence, index + 1)),
    ...evidence.flatMap(({ spans, at }) => recordMarks(spans, at?.number ?? 0)),
  ];
  const text = printable(source.text);
  const numbered = new Set<string>();
  return piecesOf(paragraphsOf(source), marks, source.regions).map((pieces) => {
    const furniture = pieces.every(({ region }) => isFurniture(region));
    const inner = pieces.map((piece) => [
      ...newMarks(piece, numbered).map(({ role, number }) =>
        role === "record" ? html`<span id="${recordMarkId(document, number)}"></span>` : numberLink(document, number),
      ),
      pieceMarkup(text, piece, furniture),
    ]);
    return furniture ? html`<p class="off">${inner.flat()}</p>` : html`<p>${inner.flat()}</p>`;
  });
}

const recordMarks = (spans: readonly CharSpan[], number: number): readonly PageMark[] =>
  spans.map((span) => ({ ...span, role: "record", number }));

/** The sentences that hold a line's words, with these marked; an ellipsis where some lie between. */
export const passage = ({ statement, in: { article } }: Line): Markup => passageOf(article, marksOf(statement, 1));

/** The sentences that tell a contact. */
export const contactPassage = ({ contact, in: { article } }: ContactLine): Markup =>
  passageOf(article, recordMarks(contact.evidence, 1));

/** The sentences that hold evidence; null where it is a whole article. */
export const evidencePassage = (spans: readonly CharSpan[], { article }: BriefDocument): Markup | null =>
  spans.length === 0 ? null : passageOf(article, recordMarks(spans, 1));

function passageOf({ document, outcome }: Article, marks: readonly PageMark[]): Markup {
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
function passageSpans(
  document: Document,
  sentences: readonly CharSpan[],
  marks: readonly CharSpan[],
): readonly CharSpan[] {
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
function sentencesUnder(mark: CharSpan, sentences: readonly CharSpan[]): readonly CharSpan[] {
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

/** A statement's number, and the place that a record's line leads to, go before its first marked word. */
function newMarks({ marks }: Piece<PageMark>, numbered: Set<string>): readonly PageMark[] {
  return marks.filter(({ role, number }) => {
    const name = `${role === "record" ? role : "statement"} ${number}`;
    if (numbered.has(name)) return false;
    numbered.add(name);
    return true;
  });
}

const numberLink = (document: number, number: number): Markup =>
  html`<a class="n" id="${markId(document, number)}" href="#${lineId(document, number)}" aria-label="statement ${number}">${number}</a>`;

const roleMarkup = (words: string, mark: PageMark | undefined): Markup =>
  mark ? html`<span class="${letters[mark.role]}">${words}</span>` : html`${words}`;

/**
 * The innermost mark of a statement gives the look; `data-m` tells all ("7c 9s 2k": content of 7, source of 9, record
 * 2), for whoever opens one.
 */
function pieceMarkup(text: string, { start, end, marks, region }: Piece<PageMark>, dimmedAlready: boolean): Markup {
  const words = text.slice(start, end);
  const all = [...new Set(marks.map(({ number, role }) => `${number}${letters[role]}`))].join(" ");
  const innermost = marks.findLast(({ role }) => role !== "record");
  if (innermost) return html`<span class="${letters[innermost.role]}" data-m="${all}">${words}</span>`;
  const isOff = isFurniture(region) && !dimmedAlready;
  if (all !== "") return html`<span${isOff ? trusted(' class="off"') : null} data-m="${all}">${words}</span>`;
  return isOff ? html`<span class="off">${words}</span>` : html`${words}`;
}
