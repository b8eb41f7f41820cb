import type { TextWord } from "../content-words.ts";

/** A number told, with what it counts. */
export interface Quantity {
  /** What the words allow: "about 40" is 34 to 46, "at least 300" has no end. */
  readonly least: number;
  readonly most: number;
  readonly value: number;
  readonly isHedged: boolean;
  /** Stems of the words it counts, nearest first; empty where none follow: "two hundred will go home". */
  readonly unit: readonly string[];
  /** Index of its first word and of the one after its last. */
  readonly from: number;
  readonly to: number;
}

const small = new Map(
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
    .split(" ")
    .map((word, value) => [word, value] as const),
);
const tens = new Map(
  "twenty thirty forty fifty sixty seventy eighty ninety".split(" ").map((word, at) => [word, 20 + 10 * at] as const),
);
const scales = new Map([
  ["hundred", 100],
  ["thousand", 1000],
  ["million", 1e6],
  ["billion", 1e9],
  ["trillion", 1e12],
]);
/** "about", "at least", "up to": from which part of the number to which. */
const hedges: readonly (readonly [pattern: RegExp, least: number, most: number])[] = [
  [/(?:about|around|roughly|approximately|some|nearly|almost|close to|estimated|circa|perhaps)$/u, 0.85, 1.15],
  [/(?:at least|more than|over|no fewer than|no less than|above|minimum of|upwards of)$/u, 1, Number.POSITIVE_INFINITY],
  [/(?:at most|up to|fewer than|less than|under|no more than|maximum of|below)$/u, 0, 1],
];

/** The numbers in a text that count or measure something; years, days of the month, ordinals and clock times are none. */
export function quantitiesIn(words: readonly TextWord[]): readonly Quantity[] {
  const found: Quantity[] = [];
  for (let at = 0; at < words.length; at++) {
    const number = numberAt(words, at);
    if (number === null) continue;
    const quantity = isCalendar(words, at, number.to, number.value) ? null : quantityOf(words, at, number);
    if (quantity !== null) found.push(quantity);
    at = number.to - 1;
  }
  return found;
}

interface NumberWords {
  readonly value: number;
  readonly to: number;
}

/** "212", "1.5 million", "two hundred", "a hundred and twenty", "forty-five". */
function numberAt(words: readonly TextWord[], start: number): NumberWords | null {
  const first = words[start]?.form ?? "";
  const isArticle = first === "a" && scales.has(words[start + 1]?.form ?? "");
  let [total, part, at, isNumber] = [0, isArticle ? 1 : 0, isArticle ? start + 1 : start, isArticle];
  for (; at < words.length; at++) {
    const form = words[at]?.form ?? "";
    const value = unitValue(form);
    const scale = scales.get(form);
    if (value !== null && (part === 0 || part % 100 === 0 || (part % 10 === 0 && value < 10 && part < 100))) {
      part += value;
      isNumber = true;
    } else if (scale !== undefined && isNumber) {
      if (scale === 100) part *= 100;
      else [total, part] = [total + part * scale, 0];
    } else if ((form === "and" || form === "-") && isNumber && unitValue(words[at + 1]?.form ?? "") !== null) {
      if (form === "and" && part % 100 !== 0) break;
    } else break;
  }
  if (!isNumber) return null;
  const isHalf = ["and", "a", "half"].every((form, nth) => words[at + nth]?.form === form);
  return isHalf ? { value: total + part + 0.5, to: at + 3 } : { value: total + part, to: at };
}

/** True for a word that numbers are made of: "twenty", "hundred", "1,200". */
export const isNumberWord = (form: string): boolean => unitValue(form) !== null || scales.has(form);

function unitValue(form: string): number | null {
  if (/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$|^\d+(?:\.\d+)?$/u.test(form)) return Number(form.replace(/,/gu, ""));
  return small.get(form) ?? tens.get(form) ?? null;
}

const months = /^(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)/u;

function isCalendar(words: readonly TextWord[], from: number, to: number, value: number): boolean {
  const [before, after] = [words[from - 1]?.form ?? "", words[to]?.form ?? ""];
  const isDigits = /^\d+$/u.test(words[from]?.form ?? "");
  if (isDigits && value <= 31 && (months.test(before) || months.test(after))) return true;
  if (isDigits && to === from + 1 && value >= 1900 && value <= 2100) return true;
  return (
    /^(?:a\.m\.?|p\.m\.?|am|pm|o'clock)$/u.test(after) ||
    (before === "at" && value <= 24 && !/\p{L}/u.test(after)) ||
    before === "no."
  );
}

function quantityOf(words: readonly TextWord[], from: number, { value, to }: NumberWords): Quantity | null {
  const before = words
    .slice(Math.max(0, from - 3), from)
    .map(({ form }) => form)
    .join(" ");
  const hedge = hedges.find(([pattern]) => pattern.test(before));
  const [, least, most] = hedge ?? [null, 1, 1];
  const unit = unitAfter(words, to);
  // "one of them", "the two": no count
  if (value < 3 && unit.length === 0) return null;
  return { value, least: value * least, most: value * most, isHedged: hedge !== undefined, unit, from, to };
}

/** Up to three content words that follow at once, over "of" and "the". */
function unitAfter(words: readonly TextWord[], start: number): readonly string[] {
  const unit: string[] = [];
  for (let at = start; at < words.length && unit.length < 3; at++) {
    const word = words[at];
    if (word?.isContent) unit.push(word.stem);
    else if (word === undefined || !/^(?:of|the|per|%|-)$/u.test(word.form)) break;
  }
  return unit;
}
