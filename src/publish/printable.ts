/**
 * Characters that could drive a terminal or turn the order of a line round: C0 (but for line feed and tab), DEL, C1,
 * the bidirectional embeddings, overrides and isolates of Unicode (UAX #9), line and paragraph separators, lone surrogates.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding control characters is what this expression is for
const dangerous = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]|\p{Cs}/gu;

/** The visible stand-in: Unicode's control pictures for C0 and DEL, the replacement character for the rest. */
function picture(character: string): string {
  const code = character.charCodeAt(0);
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  return code === 0x7f ? "\u2421" : "\ufffd";
}

/**
 * Text of an article made safe to print. Same length in UTF-16 code units as `text`, so that spans still fit; line
 * feeds and tabs stay, a carriage return before a line feed becomes a space.
 */
export const printable = (text: string): string => text.replaceAll("\r\n", " \n").replace(dangerous, picture);

/** The same on one line: every run of white space is one space, none at the edges. */
export const oneLine = (text: string): string => printable(text.replace(/\s+/gu, " ").trim());
