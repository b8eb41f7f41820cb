import { type CharSpan, charSpan } from "../text/span.ts";

/**
 * The words of a stretch of running text, as Universal Dependencies' English treebanks divide it: punctuation apart,
 * hyphenated words at their hyphens, "don't" as "do" and "n't", "Putin's" as "Putin" and "'s". Abbreviations keep their
 * period ("U.S.", "Mr."), numbers their commas and points.
 */
export function splitWords(text: string, { start, end }: CharSpan): readonly CharSpan[] {
  const words: CharSpan[] = [];
  for (const match of text.slice(start, end).matchAll(pattern)) {
    const [form] = match;
    const at = start + match.index;
    const cut = cliticAt(form);
    if (cut === null) words.push(charSpan(at, at + form.length));
    else words.push(charSpan(at, at + cut), charSpan(at + cut, at + form.length));
  }
  return words;
}

/** Where "n't", "'s" and their like begin in a word; null where it has none. */
function cliticAt(form: string): number | null {
  const clitic = /(?:n['’]t|['’](?:s|re|ve|ll|d|m)|(?<=s)['’])$/iu.exec(form);
  if (clitic !== null) return clitic.index > 0 ? clitic.index : null;
  return /^cannot$/iu.test(form) ? 3 : null;
}

const titles = "Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Maj|Capt|Sgt|Sen|Rep|Gov|Rev|Hon|St|Jr|Sr|Adm|Amb|Pres|Sec";
const capitals = titles.toUpperCase();
const shortened = "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|No|vs|etc|Inc|Corp|Co|Ltd|Bros|approx|est|Ave|Blvd";
const pattern = new RegExp(
  [
    String.raw`https?:\/\/[^\s<>"“”]+|www\.[^\s<>"“”]+`,
    String.raw`[\w.+-]+@[\w-]+(?:\.[\w-]+)+`,
    String.raw`\p{L}+(?:-\p{L}+)*\.(?:com|org|net|gov|edu|co\.uk)\b`,
    String.raw`(?:\p{Lu}\.){2,}`, // U.S.
    String.raw`\b(?:a\.m|p\.m|i\.e|e\.g)\.`,
    String.raw`\b(?:${titles}|${capitals}|${shortened})\.`,
    String.raw`\b\p{Lu}\.(?=\s*\p{Lu}\p{Ll})`, // the initial of a name
    String.raw`\d+(?:[.,:]\d+)*(?:st|nd|rd|th|s)?(?![\p{L}\p{M}])`,
    String.raw`[\p{L}\p{M}\p{N}_]+(?:['’][\p{L}\p{M}]+)*(?:(?<=s)['’](?!\p{L}))?`,
    String.raw`['’](?:s|re|ve|ll|d|m|em|til|cause)\b`,
    String.raw`([.!?*=~#-])\1+`,
    String.raw`[^\s]`,
  ].join("|"),
  "gu",
);
