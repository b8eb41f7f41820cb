const small =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );
const tens = "zero ten twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const ordinals = "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(" ");

const single = `(?:\\d{1,3}(?:\\.\\d)?|(?:${tens.slice(2).join("|")})(?:[-\\s](?:${small.slice(1, 10).join("|")}))?|${small.slice(1).reverse().join("|")}|an?\\s+couple(?:\\s+of)?|couple(?:\\s+of)?|half\\s+a\\s+dozen|a\\s+dozen|a\\s+hundred)`;

/** "two", "24", "a couple of", "two to three", "10-15", "two and a half"; never "a" alone. For the flag `i`. */
export const countPattern = `${single}(?:\\s*(?:to|or|-|–)\\s*${single})?(?:[\\s-]+and[\\s-]+a[\\s-]+half)?`;

/** "few", "several": a number that the words leave open. */
export const vaguePattern = "(?:a\\s+|these\\s+)?(?:few|several|handful\\s+of|number\\s+of)";

export const ordinalPattern = `(?:${ordinals.slice(1).join("|")}|\\d{1,2}(?:st|nd|rd|th))`;

const laterOrdinals =
  "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third twenty-fourth twenty-fifth twenty-sixth twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first".split(
    " ",
  );
const days = [...ordinals, ...laterOrdinals];

/** The days of a month in words: "tenth", "twenty-first". */
export const dayWords = days.slice(1).reverse().join("|");
export const readDayWord = (word: string): number => days.indexOf(word.toLowerCase());

/** The number that `countPattern` matched: the longer of two; "two and a half" is 2.5. */
export function readCount(words: string): number {
  const text = words.toLowerCase();
  const half = /[\s-]and[\s-]+a[\s-]+half$/u.exec(text);
  const whole = half ? text.slice(0, half.index) : text;
  const numbers = whole.split(/\s*(?:\bto\b|\bor\b|–|(?<=\d)-(?=\d))\s*/u).map(readSingle);
  return Math.max(...numbers) + (half ? 0.5 : 0);
}

/** The number of a word that `ordinalPattern` matched: "third" and "3rd" are 3. */
export function readOrdinal(word: string): number {
  const at = ordinals.indexOf(word.toLowerCase());
  return at < 0 ? Number.parseInt(word, 10) : at;
}

function readSingle(text: string): number {
  if (/^\d/u.test(text)) return Number(text);
  if (text.includes("couple")) return 2;
  if (text.includes("dozen")) return text.startsWith("half") ? 6 : 12;
  if (text.includes("hundred")) return 100;
  const at = small.indexOf(text);
  if (at >= 0) return at;
  // "twenty-four"; "two-three" is not written of units of time
  const [ten = "", one = ""] = text.split(/[-\s]/u);
  return 10 * Math.max(0, tens.indexOf(ten)) + Math.max(0, small.indexOf(one));
}
