/** What single line breaks mean in one text. */
export interface LineWrapping {
  /** True if the break between `at` (end of the line before) and `next` (start of the line after) is only layout. */
  isWrapped(at: number, next: number): boolean;
}

/** In wrapped English prose about four lines in five start with a small letter; in lines of sentences hardly any. */
const smallStartShare = 0.4;
const fewestBreaks = 2;

/**
 * Decides from the text whether its single line breaks wrap prose at a width. Wrapped lines start with small letters
 * as often as words do; lines that are sentences or headlines of their own start with capitals. In wrapped text a line
 * whose successor's first word would have fitted on it was ended on purpose ("TALKS STALL⏎The ministers met …").
 */
export function areLinesWrapped(text: string): LineWrapping {
  let breaks = 0;
  let small = 0;
  const lengths: number[] = [];
  for (let at = text.indexOf("\n"), line = 0; at !== -1; line = at + 1, at = text.indexOf("\n", at + 1)) {
    const next = text.charCodeAt(at + 1);
    if (Number.isNaN(next) || next === 10 || next === 13 || at === line) continue;
    breaks++;
    lengths.push(at - line);
    if (/[\p{Ll}]/u.test(text.charAt(at + 1))) small++;
  }
  if (breaks < fewestBreaks || small < breaks * smallStartShare) return { isWrapped: () => false };
  const width = lengths.sort((a, b) => a - b)[Math.floor(lengths.length * 0.75)] ?? 0;
  return {
    isWrapped: (at, next) => at - (text.lastIndexOf("\n", at - 1) + 1) + 1 + firstWord(text, next) >= width * 0.9,
  };
}

function firstWord(text: string, at: number): number {
  let end = at;
  while (end < text.length && end - at < 30 && text.charCodeAt(end) > 32) end++;
  return end - at;
}
