import { ParleyError } from "../text/errors.ts";

/** Every line as it stood, the blank ones after the words included: written again, it is the text that was read. */
export interface ConlluSentence {
  readonly lines: readonly ConlluLine[];
}

export type ConlluLine = ConlluText | ConlluToken;

export interface ConlluText {
  readonly kind: "comment" | "blank";
  readonly text: string;
  readonly end: LineEnd;
}

/** `range`: a token of several words, numbered "3-4". `empty`: a word that is not in the text, numbered "3.1". */
export interface ConlluToken {
  readonly kind: "word" | "range" | "empty";
  readonly columns: ConlluColumns;
  readonly end: LineEnd;
}

/** As written: "_" where a column says nothing. */
export interface ConlluColumns {
  readonly id: string;
  readonly form: string;
  readonly lemma: string;
  readonly upos: string;
  readonly xpos: string;
  readonly feats: string;
  readonly head: string;
  readonly deprel: string;
  readonly deps: string;
  readonly misc: string;
}

/** Empty at the end of a file whose last line is not ended. */
export type LineEnd = "\n" | "\r\n" | "";

/**
 * The sentences of a whole file. Comments after its last sentence are a sentence without words.
 * @throws ParleyError PARLEY_CONLLU_INVALID with the number of the line.
 */
export function parseConllu(text: string): readonly ConlluSentence[] {
  const reader = createConlluReader();
  return [...reader.push(text), ...reader.end()];
}

export const writeConllu = (sentences: readonly ConlluSentence[]): string =>
  sentences.map(({ lines }) => lines.map(writeLine).join("")).join("");

export const wordsOf = ({ lines }: ConlluSentence): readonly ConlluColumns[] =>
  lines.flatMap((line) => (line.kind === "word" ? [line.columns] : []));

/**
 * Takes a file in pieces of any length, each to be read to its end before the next, and gives a sentence when it is
 * known to have ended.
 * @throws ParleyError PARLEY_CONLLU_INVALID with the number of the line, after the sentences before it.
 */
export interface ConlluReader {
  push(text: string): Iterable<ConlluSentence>;
  end(): Iterable<ConlluSentence>;
}

export function createConlluReader(): ConlluReader {
  let rest = "";
  let number = 0;
  let open = newSentence();

  /** Gives the sentence before, if the line begins another. */
  function* take(text: string, end: LineEnd): Generator<ConlluSentence> {
    number++;
    const isBlank = BLANK.test(text);
    if (isBlank ? open.blanks === MOST_BLANKS : open.hasText && open.blanks > 0) yield* close();
    checkLength(text, number);
    const line = parseLine(text, end, number);
    open.lines.push(line);
    open.blanks = isBlank ? open.blanks + 1 : 0;
    open.hasText ||= !isBlank;
    if ("columns" in line) checkNumber(open, line.columns.id, line.kind, number);
  }

  function* close(): Generator<ConlluSentence> {
    const { lines, words, rangeEnd, rangeLine } = open;
    if (rangeEnd > words) throw invalid(rangeLine, `a token up to word ${rangeEnd}`, `${words} words in the sentence`);
    if (lines.length > 0) yield { lines };
    open = newSentence();
  }

  return {
    *push(text) {
      const all = rest + text;
      let start = 0;
      for (let at = all.indexOf("\n", rest.length); at !== -1; at = all.indexOf("\n", start)) {
        const hasReturn = at > start && all.charCodeAt(at - 1) === CARRIAGE_RETURN;
        yield* take(all.slice(start, hasReturn ? at - 1 : at), hasReturn ? "\r\n" : "\n");
        start = at + 1;
      }
      rest = all.slice(start);
      checkLength(rest, number + 1);
    },
    *end() {
      if (rest !== "") yield* take(rest, "");
      rest = "";
      yield* close();
    },
  };
}

/** Between tabs there may be nothing in all ten columns, which is no blank line. */
const BLANK = /^[^\S\t]*$/;
const CARRIAGE_RETURN = 13;
/** In characters; what is longer is no line of words, and would have to be held whole. */
const LONGEST_LINE = 1_000_000;
/** More blank lines in a row are a sentence of their own, so that a file of nothing else is not held whole either. */
const MOST_BLANKS = 1000;

function checkLength(text: string, number: number): void {
  if (text.length > LONGEST_LINE) throw invalid(number, `more than ${LONGEST_LINE} characters`, "that many at most");
}

interface OpenSentence {
  readonly lines: ConlluLine[];
  hasText: boolean;
  /** The last lines that are blank. */
  blanks: number;
  words: number;
  /** Last word of the last range, and the line where that stands. */
  rangeEnd: number;
  rangeLine: number;
}

const newSentence = (): OpenSentence => ({ lines: [], hasText: false, blanks: 0, words: 0, rangeEnd: 0, rangeLine: 0 });

function parseLine(text: string, end: LineEnd, number: number): ConlluLine {
  if (text.startsWith("#")) return { kind: "comment", text, end };
  if (BLANK.test(text)) return { kind: "blank", text, end };
  const columns = text.split("\t");
  const [
    id = "",
    form = "",
    lemma = "",
    upos = "",
    xpos = "",
    feats = "",
    head = "",
    deprel = "",
    deps = "",
    misc = "",
  ] = columns;
  if (columns.length !== 10) throw invalid(number, counted(columns.length, "column"), "10, with tabs between them");
  const kind = kindOf(id);
  if (kind === null) throw invalid(number, "a first column that numbers no word", "1, 2-3 or 4.1");
  if (form === "") throw invalid(number, "an empty second column", "the form of the word");
  return { kind, columns: { id, form, lemma, upos, xpos, feats, head, deprel, deps, misc }, end };
}

function kindOf(id: string): ConlluToken["kind"] | null {
  if (/^[1-9]\d{0,8}$/.test(id)) return "word";
  if (/^[1-9]\d{0,8}-[1-9]\d{0,8}$/.test(id)) return "range";
  return /^\d{1,9}\.[1-9]\d{0,8}$/.test(id) ? "empty" : null;
}

function checkNumber(open: OpenSentence, id: string, kind: ConlluToken["kind"], number: number): void {
  const [first = 0, last = 0] = id.split(/[-.]/).map(Number);
  const next = open.words + 1;
  switch (kind) {
    case "word":
      if (first !== next) throw invalid(number, `word ${first}`, `word ${next}`);
      open.words = next;
      break;
    case "range":
      if (first !== next || last < first || first <= open.rangeEnd) {
        throw invalid(number, `a token of words ${id}`, `one from word ${next} on`);
      }
      open.rangeEnd = last;
      open.rangeLine = number;
      break;
    case "empty":
      if (first !== open.words) throw invalid(number, `an empty word ${id}`, `one numbered ${open.words}.…`);
      break;
    default:
      kind satisfies never;
  }
}

const invalid = (number: number, found: string, accepted: string): ParleyError =>
  new ParleyError("PARLEY_CONLLU_INVALID", `line ${number}: found ${found}, accepted: ${accepted}`);

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? "" : "s"}`;

function writeLine(line: ConlluLine): string {
  if ("text" in line) return line.text + line.end;
  const { id, form, lemma, upos, xpos, feats, head, deprel, deps, misc } = line.columns;
  return `${[id, form, lemma, upos, xpos, feats, head, deprel, deps, misc].join("\t")}${line.end}`;
}
