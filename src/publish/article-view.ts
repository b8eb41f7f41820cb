import type { ChalkInstance } from "chalk";
import type { Article } from "../coding/article.ts";
import type { Document } from "../document/document.ts";
import type { Decision } from "../ledger/ledger.ts";
import { recordBlocks } from "./article-records.ts";
import { type Decided, withDecisions } from "./decided.ts";
import { type Mark, marksOf, type Piece, paragraphsOf, piecesOf, type Role } from "./marks.ts";
import { oneLine, printable } from "./printable.ts";
import {
  chalkFor,
  hues,
  narrowest,
  plain,
  type Run,
  type Style,
  type TerminalOptions,
  wrapRuns,
  wrapText,
} from "./terminal.ts";
import {
  damageOf,
  isFurniture,
  isNamedBy,
  originWords,
  outletOf,
  publishedWords,
  quotationTold,
  sourcingWords,
  speakerOf,
  titleOf,
  uncertaintyOf,
  wordsOf,
} from "./wording.ts";

/** How one role is told: a hue and a second sign for those who do not see hues; brackets where there is no colour. */
type Signs = Readonly<Record<Role, { readonly open: string; readonly close: string; readonly style: Style }>>;

interface View {
  readonly chalk: ChalkInstance;
  readonly signs: Signs;
  readonly width: number;
  /** The style of each set of roles and ground, made once: runs are joined by the identity of their style. */
  readonly styles: Map<string, Style>;
}

/**
 * The article for the terminal: what is known of it, its text with the statements marked, and the list of them, tied
 * together by numbers; then its contacts, events, actors and times with their words, which marks of their own would make
 * the text unreadable with. Statements that a person rejected are listed and not marked.
 */
export function renderArticle(article: Article, decisions: readonly Decision[], options: TerminalOptions): string {
  const view = viewFor(options);
  const { document, outcome } = article;
  const decided = withDecisions(outcome.kind === "read" ? outcome.statements : [], decisions);
  const blocks = [
    headOf(article, view),
    ...textOf(document, decided, view),
    ...(decided.length > 0
      ? [legendOf(view), [view.chalk.bold(statementsTitle(decided.length))]]
      : [noStatements(article, view)]),
    ...decided.map((one, index) => statementLines(article, one, index + 1, view)),
    ...recordBlocks(article, view),
  ];
  return blocks.map((lines) => lines.join("\n")).join("\n\n");
}

function viewFor({ width, colour }: TerminalOptions): View {
  const chalk = chalkFor(colour);
  const coloured: Signs = {
    source: { open: "", close: "", style: chalk.bold.hex(hues.source) },
    cue: { open: "", close: "", style: chalk.underline.hex(hues.cue) },
    content: { open: "[", close: "]", style: chalk.hex(hues.content) },
  };
  const bare: Signs = {
    source: { open: "{", close: "}", style: plain },
    cue: { open: "<", close: ">", style: plain },
    content: { open: "[", close: "]", style: plain },
  };
  return { chalk, signs: colour > 0 ? coloured : bare, width: Math.max(narrowest, width), styles: new Map() };
}

function headOf({ document, outcome }: Article, view: View): readonly string[] {
  const title = wrapRuns([{ text: oneLine(titleOf(document)), style: view.chalk.bold }], view.width);
  const reader = outcome.kind === "read" ? outcome.reading.reader : null;
  const fields: readonly (readonly [string, string | null])[] = [
    ["outlet", outletOf(document)],
    ["by", document.bylines.join(", ") || null],
    ["date", publishedWords(document.published)],
    ["origin", document.origin && originWords(document.origin)],
    ["address", document.url],
    ["damage", damageOf(document).join("; ") || null],
    ["unread", outcome.kind === "unread" ? outcome.detail : null],
    ["file", document.file],
    ["id", document.id],
    ["reader", reader && `${reader.name} ${reader.version}`],
  ];
  return [...title, ...fields.flatMap(([name, value]) => (value === null ? [] : fieldLines(name, value, view)))];
}

function fieldLines(name: string, value: string, { chalk, width }: View): readonly string[] {
  const indent = 9;
  const lines = wrapRuns([{ text: oneLine(value), style: plain }], width - indent);
  return lines.map((line, index) => chalk.dim((index === 0 ? name : "").padEnd(indent)) + line);
}

function textOf(document: Document, decided: readonly Decided[], view: View): readonly (readonly string[])[] {
  const marks = decided.flatMap(({ statement, decision }, index) =>
    decision?.verdict === "rejected" ? [] : marksOf(statement, index + 1),
  );
  const text = printable(document.text);
  return piecesOf(paragraphsOf(document), marks, document.regions).map((pieces) =>
    wrapRuns(
      pieces.flatMap((piece) => runsOf(text, piece, view)),
      view.width,
    ),
  );
}

/** The piece between the brackets that open at its start and those that close at its end. */
function runsOf(text: string, piece: Piece, view: View): readonly Run[] {
  const style = styleOf(piece, view);
  const opening = piece.marks.filter((mark) => mark.start === piece.start);
  const closing = piece.marks.filter((mark) => mark.end === piece.end).toReversed();
  return [
    ...opening.map((mark) => ({ text: view.signs[mark.role].open, style: view.signs[mark.role].style })),
    { text: text.slice(piece.start, piece.end), style },
    ...closing.map((mark) => ({ text: closingSign(mark, view), style: view.signs[mark.role].style })),
  ];
}

const closingSign = (mark: Mark, view: View): string => view.signs[mark.role].close + superscript(mark.number);

/** The innermost mark gives the hue; of those around it the second sign stays: bold for a source, a line for a cue. */
function styleOf({ marks, region }: Piece, view: View): Style {
  const { chalk } = view;
  const key = `${isFurniture(region)} ${marks.map(({ role }) => role).join(" ")}`;
  const known = view.styles.get(key);
  if (known) return known;
  const innermost = marks.at(-1)?.role;
  const around = marks.map(({ role }) => role).filter((role) => role !== innermost);
  const layers: readonly Style[] = [
    ...(isFurniture(region) ? [chalk.dim] : []),
    ...(around.includes("source") ? [chalk.bold] : []),
    ...(around.includes("cue") ? [chalk.underline] : []),
    ...(innermost ? [view.signs[innermost].style] : []),
  ];
  const style = layers.length === 0 ? plain : (text: string) => layers.reduce((inner, layer) => layer(inner), text);
  view.styles.set(key, style);
  return style;
}

function legendOf(view: View): readonly string[] {
  const { signs } = view;
  const sample = (role: Role): Run => ({
    text: `${signs[role].open}${role}${signs[role].close}`,
    style: signs[role].style,
  });
  const space = { text: " ", style: plain };
  const rest = { text: " – numbers are those of the statements below", style: view.chalk.dim };
  return wrapRuns([sample("source"), space, sample("cue"), space, sample("content"), rest], view.width);
}

const statementsTitle = (count: number): string => (count === 1 ? "1 statement" : `${count} statements`);
const noStatements = ({ outcome }: Article, { width }: View): readonly string[] =>
  wrapText(outcome.kind === "unread" ? "Not read: no statements." : "No statements found.", width);

function statementLines(
  { document: { text }, outcome }: Article,
  { statement, decision }: Decided,
  number: number,
  view: View,
): readonly string[] {
  const { chalk, signs, width } = view;
  const indent = " ".repeat(5);
  const facts = [
    quotationTold(statement),
    sourcingWords[statement.sourcing],
    ...uncertaintyOf(statement),
    decision?.verdict ?? "not reviewed",
  ];
  const words = (role: Role): Run => {
    const found = oneLine(wordsOf(text, statement[role].spans));
    return { text: found || `(no ${role} in the text)`, style: found ? signs[role].style : chalk.dim };
  };
  const dash = { text: " — ", style: plain };
  const runs = [words("source"), dash, words("cue"), dash, words("content")];
  const speaker = outcome.kind === "read" ? speakerOf(statement, outcome.actors) : null;
  const told = [
    ...detail("who", speaker && !isNamedBy(speaker, wordsOf(text, statement.source.spans)) ? speaker.name : null),
    ...detail("told to", wordsOf(text, statement.relay)),
    ...detail("addressed to", statement.addressee && wordsOf(text, [statement.addressee])),
    ...detail("described as", statement.descriptor && wordsOf(text, [statement.descriptor])),
    ...detail("note", decision?.note ?? null),
  ].map((line) => ({ text: line, style: chalk.dim }));
  const body = [runs, ...told.map((run) => [run])].flatMap((one) => wrapRuns(one, width - indent.length));
  const head = wrapRuns([{ text: facts.join(" · "), style: chalk.dim }], width - indent.length);
  return [
    `${chalk.bold(String(number).padStart(3))}  ${head[0] ?? ""}`,
    ...[...head.slice(1), ...body].map((line) => indent + line),
  ];
}

const detail = (name: string, words: string | null): readonly string[] => (words ? [`${name}: ${oneLine(words)}`] : []);

/** 12 as "¹²". */
const superscript = (number: number): string =>
  String(number).replace(/\d/gu, (digit) => "⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(Number(digit)));
