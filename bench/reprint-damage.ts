import { mulberry32 } from "./synthetic-articles.ts";

/** An article as damage is done to it: its sentences, and how many of them stand in a paragraph. */
export interface Copy {
  readonly sentences: readonly string[];
  readonly inParagraph: number;
}

/** One way of making a copy; `random` gives numbers from 0 up to 1. */
export type Damage = (copy: Copy, words: Vocabulary, random: () => number) => Copy;

/** Words that others are replaced by, as often as they stand in the articles: small words apart, names by themselves. */
export interface Vocabulary {
  readonly words: readonly string[];
  readonly names: readonly string[];
  /** Each word once: what takes any of these takes mostly rare ones, as machines that reword do. */
  readonly different: readonly string[];
}

const word = /[\p{L}\p{N}]+(?:['’]\p{L}+)*/gu;
const smallWords = new Set(
  `a about after all also an and are as at be been before but by can could did do does for from had has have he her him
   his how i if in into is it its may might more must no not of on or our out over said she should so than that the their
   then there they this to up was we were what when where which who will with would you your`.split(/\s+/u),
);

export function vocabularyOf(sentences: Iterable<string>): Vocabulary {
  const [words, names]: [string[], string[]] = [[], []];
  for (const sentence of sentences) {
    for (const { 0: form, index } of sentence.matchAll(word)) {
      if (index === 0 || smallWords.has(form.toLowerCase()) || /^\d/u.test(form)) continue;
      (/^\p{Lu}/u.test(form) ? names : words).push(form);
    }
  }
  return { words, names, different: [...new Set(words.map((form) => form.toLowerCase()))] };
}

/** Takes quotation marks and apostrophes out. */
export const stripMarks: Damage = (copy) => ({
  ...copy,
  sentences: copy.sentences.map((sentence) => sentence.replace(/["'`“”‘’«»„‚‹›]/gu, "")),
});

/** One sentence a line, in another order. */
export const shuffle: Damage = (copy, _, random) => ({ sentences: shuffled(copy.sentences, random), inParagraph: 1 });

/** Keeps such a share of the sentences: the first, or any. */
export const cut =
  (share: number, which: "first" | "any"): Damage =>
  (copy, _, random) => {
    const count = Math.max(1, Math.round(share * copy.sentences.length));
    const order = copy.sentences.map((_, at) => at);
    const kept = new Set((which === "first" ? order : shuffled(order, random)).slice(0, count));
    return { ...copy, sentences: copy.sentences.filter((_, at) => kept.has(at)) };
  };

/** Puts others in the place of such a share of the words: of those with a meaning, of all, or of all but names. */
export const replaceWords =
  (share: number, which: "content" | "all" | "no names"): Damage =>
  (copy, { words, names }, random) => {
    const other = (form: string, at: number): string => {
      const isName = at > 0 && /^\p{Lu}/u.test(form);
      if (which !== "all" && smallWords.has(form.toLowerCase())) return form;
      if ((which === "no names" && isName) || random() >= share) return form;
      if (/^\d/u.test(form)) return String(2 + Math.floor(random() * 98));
      return capitalised(pick(isName ? names : words, random), at === 0);
    };
    return { ...copy, sentences: copy.sentences.map((sentence) => sentence.replace(word, other)) };
  };

/**
 * As machines reword: one word always by the same other, now and then by two or by none, names respelled, clauses turned
 * round.
 */
export const reword =
  (share: number): Damage =>
  (copy, { different }, random) => {
    const synonyms = new Map<string, string>();
    const synonym = (form: string): string => {
      if (random() >= share) return form;
      const chance = random();
      if (chance < 0.1) return "";
      return chance < 0.2 ? `${pick(different, random)} ${pick(different, random)}` : pick(different, random);
    };
    const other = (form: string, at: number): string => {
      const small = form.toLowerCase();
      if (smallWords.has(small) || /^\d/u.test(form)) return form;
      if (at > 0 && /^\p{Lu}/u.test(form)) return random() < 0.3 ? respelled(form) : form;
      if (!synonyms.has(small)) synonyms.set(small, synonym(small));
      return capitalised(synonyms.get(small) ?? small, at === 0);
    };
    const reworded = (sentence: string): string => {
      const plain = sentence.replace(word, other);
      return random() < 0.2 ? turned(plain) : plain;
    };
    return { ...copy, sentences: copy.sentences.map(reworded) };
  };

/** One damage after the other. */
export const all =
  (...damages: readonly Damage[]): Damage =>
  (copy, words, random) =>
    damages.reduce((made, damage) => damage(made, words, random), copy);

/** What a copyist's page prints around a report. */
export const furniture =
  "Share this: Facepage | Chirper | Print\n\nRelated Articles\n\nTen river fish you should never cook\n\nLeave a Reply\n";

const headlines = [
  "What we know so far",
  "Leaders weigh next steps after a long week",
  "Here is what happened",
  "The story behind the news today",
];

/** The text of a page that prints the copy under a headline of its own, one in three with furniture. */
export function pageOf({ sentences, inParagraph }: Copy, title: string | null, random: () => number): string {
  const paragraphs: string[] = [];
  for (let at = 0; at < sentences.length; at += inParagraph)
    paragraphs.push(sentences.slice(at, at + inParagraph).join(" "));
  const head = title ?? pick(headlines, random);
  return `${head}\n\n${paragraphs.join("\n\n")}\n${title === null && random() < 1 / 3 ? `\n${furniture}` : ""}`;
}

export const randomFor = (name: string): (() => number) =>
  mulberry32([...name].reduce((hash, char) => Math.imul(hash ^ char.charCodeAt(0), 0x01000193), 0x811c9dc5));

const pick = (list: readonly string[], random: () => number): string => list[Math.floor(random() * list.length)] ?? "";

export function shuffled<T>(list: readonly T[], random: () => number): readonly T[] {
  const keyed = list.map((item) => ({ item, key: random() }));
  return keyed.sort((one, other) => one.key - other.key).map(({ item }) => item);
}

const capitalised = (form: string, isFirst: boolean): string =>
  isFirst ? form.charAt(0).toUpperCase() + form.slice(1) : form;

const respelled = (name: string): string =>
  name
    .replace(/^K(?=[aeiou])/u, "C")
    .replace(/w/gu, "v")
    .replace(/ei|ey/gu, "i")
    .replace(/ph/gu, "f");

/** "When the guns fell silent, they met." as "They met, when the guns fell silent." */
function turned(sentence: string): string {
  const comma = sentence.indexOf(", ");
  if (comma < 10 || comma > sentence.length - 15) return sentence;
  return `${capitalised(sentence.slice(comma + 2).replace(/[.]$/u, ""), true)}, ${sentence.slice(0, comma)}.`;
}
