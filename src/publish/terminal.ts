import { Chalk, type ChalkInstance, type ColorSupportLevel } from "chalk";
import stringWidth from "string-width";

/** What the door found out about the terminal. */
export interface TerminalOptions {
  /** Columns, at least 20 (a smaller number is taken for 20). */
  readonly width: number;
  /** 0: no escape sequence at all, as `NO_COLOR` asks. */
  readonly colour: ColorSupportLevel;
}

export const narrowest = 20;

/**
 * Hues of Okabe and Ito, "Color Universal Design" (2008), told apart by every kind of colour vision. These three can be
 * read on a black and on a white ground; each is given with a second sign, never alone.
 */
export const hues = { source: "#0072B2", cue: "#D55E00", content: "#009E73" } as const;

export const chalkFor = (colour: ColorSupportLevel): ChalkInstance => new Chalk({ level: colour });

export type Style = (text: string) => string;
export const plain: Style = (text) => text;

/** Text in one style. Compared by the identity of `style`: neighbours that share it are styled in one go. */
export interface Run {
  readonly text: string;
  readonly style: Style;
}

interface Cell extends Run {
  readonly width: number;
}

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/** Columns that `text`, without escape sequences, takes. */
export const widthOf = (text: string): number => (/^[ -~]*$/u.test(text) ? text.length : stringWidth(text));

/** The beginning of one line of text that fits `width` columns, with an ellipsis where something was left out. */
export function clip(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  let [kept, used] = ["", 0];
  for (const { segment } of graphemes.segment(text.slice(0, 16 * width))) {
    used += widthOf(segment);
    if (used > width - 1) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}

/**
 * Runs laid out in lines of at most `width` columns, broken at white space, between wide characters (Chinese, Japanese,
 * emoji), and inside a word only where it alone is too wide. Any white space counts as one space. Each line is complete:
 * no style reaches over a line break.
 */
export function wrapRuns(runs: readonly Run[], width: number): readonly string[] {
  const lines: string[] = [];
  let line: Cell[] = [];
  let used = 0;
  let gap: Cell | null = null;
  let word: Cell[] = [];
  const breakLine = () => {
    lines.push(styled(line));
    [line, used, gap] = [[], 0, null];
  };
  const endWord = () => {
    if (word.length === 0) return;
    const wide = word.reduce((sum, cell) => sum + cell.width, 0);
    if (line.length > 0 && used + (gap ? 1 : 0) + wide > width) breakLine();
    if (line.length > 0 && gap) {
      line.push(gap);
      used += 1;
    }
    for (const cell of word) {
      if (line.length > 0 && used + cell.width > width) breakLine();
      line.push(cell);
      used += cell.width;
    }
    [word, gap] = [[], null];
  };
  for (const cell of cellsOf(runs)) {
    if (cell.text === " ") {
      endWord();
      gap ??= cell;
    } else if (cell.width > 1) {
      endWord();
      word.push(cell);
      endWord();
    } else word.push(cell);
  }
  endWord();
  if (line.length > 0) breakLine();
  return lines;
}

/** Plain text laid out in lines of at most `width` columns. */
export const wrapText = (text: string, width: number): readonly string[] => wrapRuns([{ text, style: plain }], width);

/** Runs are measured together: what the eye sees as one character may be cut by a span. */
function* cellsOf(runs: readonly Run[]): Generator<Cell> {
  let [at, end] = [-1, 0];
  for (const { segment, index } of graphemes.segment(runs.map(({ text }) => text).join(""))) {
    while (end <= index) end += runs[++at]?.text.length ?? 1;
    const text = /^\s+$/u.test(segment) ? " " : segment.replace(/\p{Cs}/gu, "\ufffd");
    yield { text, style: runs[at]?.style ?? plain, width: widthOf(text) };
  }
}

function styled(cells: readonly Cell[]): string {
  let out = "";
  for (let at = 0; at < cells.length; ) {
    const style = cells[at]?.style ?? plain;
    let text = "";
    for (; at < cells.length && cells[at]?.style === style; at++) text += cells[at]?.text;
    out += style(text);
  }
  return out;
}
