/**
 * A range of pieces widened to whole words: a tag may change inside a word that the vocabulary spells in pieces. Ideographs
 * and kana stand without spaces, each a piece of its own, and are left as they are.
 */
export function wholeWords(text: string, start: number, end: number): { readonly start: number; readonly end: number } {
  while (isInsideWord(text, start)) start--;
  while (isInsideWord(text, end)) end++;
  return { start, end };
}

const bothSides = /^[\p{L}\p{N}\p{M}]{2}$/u;
const spaceless = /[\p{Ideographic}\p{Script=Hiragana}\p{Script=Katakana}]/u;

function isInsideWord(text: string, at: number): boolean {
  if (at <= 0 || at >= text.length) return false;
  const around = text.slice(at - 1, at + 1);
  return bothSides.test(around) && !spaceless.test(around);
}
