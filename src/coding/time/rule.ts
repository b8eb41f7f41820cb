import type { TimeTerm } from "./time-term.ts";

/** Named groups of a match. */
export type Groups = Readonly<Record<string, string | undefined>>;

/** What stands around a match in its sentence. */
export interface Place {
  readonly before: string;
  readonly after: string;
}

/** One form of expression: a pattern, and what it says; null where the place shows that it is no time after all. */
export interface Rule {
  readonly pattern: RegExp;
  readonly read: (groups: Groups, place: Place) => TimeTerm | null;
}

/** Words before an expression that change what it says: "early", "the end of". */
export interface Opening {
  readonly pattern: RegExp;
  readonly read: (groups: Groups, found: Found) => TimeTerm | null;
}

export interface Found {
  readonly term: TimeTerm;
  /** Offset in the sentence where the expression ends. */
  readonly end: number;
}

/** White space may be a line break in a hard-wrapped text; a match ends with a word, and case counts nowhere. */
export const rule = (pattern: string, read: Rule["read"]): Rule => ({
  pattern: new RegExp(`(?:${pattern})(?![\\p{L}\\p{N}])`, "iuy"),
  read,
});

export const opening = (pattern: string, read: Opening["read"]): Opening => ({
  pattern: new RegExp(pattern, "iuy"),
  read,
});

/** The first of the two where they are equally long. */
export const longer = (a: Found | null, b: Found | null): Found | null => (b && (!a || b.end > a.end) ? b : a);

/** The longest expression that one of the rules finds at this offset of the sentence. */
export function readRules(rules: readonly Rule[], sentence: string, at: number): Found | null {
  let best: Found | null = null;
  for (const { pattern, read } of rules) {
    pattern.lastIndex = at;
    const match = pattern.exec(sentence);
    if (!match) continue;
    const end = at + match[0].length;
    if (best && end <= best.end) continue;
    const term = read(match.groups ?? {}, around(sentence, at, end));
    if (term) best = { term, end };
  }
  return best;
}

/** Enough to see what stands around a match; a sentence may be as long as its text. */
export const around = (sentence: string, start: number, end: number): Place => ({
  before: sentence.slice(Math.max(0, start - 200), start),
  after: sentence.slice(end, end + 200),
});

/** The longest expression that opens with one of the openings at this offset and goes on as `readRest` reads it. */
export function readOpenings(
  openings: readonly Opening[],
  sentence: string,
  at: number,
  readRest: (at: number) => Found | null,
): Found | null {
  let best: Found | null = null;
  for (const { pattern, read } of openings) {
    pattern.lastIndex = at;
    const match = pattern.exec(sentence);
    const rest = match && readRest(at + match[0].length);
    const term = match && rest ? read(match.groups ?? {}, rest) : null;
    if (rest && term) best = longer(best, { term, end: rest.end });
  }
  return best;
}

export const isCapital = (word: string | undefined): boolean => /^\p{Lu}/u.test(word ?? "");
