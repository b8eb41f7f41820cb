import { explainers, functionWords, honorifics, nameLinks, type WordClass, wordClasses } from "./order-words.ts";

/** What one sentence shows, worked out once, so that comparing it with another costs little. */
export interface SentenceFacts {
  /** In words. */
  readonly length: number;
  /** All words, lower case, apostrophes taken out. */
  readonly words: ReadonlySet<string>;
  /** The first word, lower case; empty where there is none. */
  readonly first: string;
  readonly classes: ReadonlySet<WordClass>;
  /** Stems of the words that carry meaning, names included; the names among them; the first three. */
  readonly stems: ReadonlySet<string>;
  readonly names: ReadonlySet<string>;
  readonly topic: ReadonlySet<string>;
  /** The first five letters of long stems: "Russia" and "Russian" are near. */
  readonly roots: ReadonlySet<string>;
  /** Who the sentence is about: a pronoun or the last word of a name among its first four words; else empty. */
  readonly subject: string;
  /** Who says something here: a pronoun or the last word of a name beside a verb of saying; else empty. */
  readonly speaker: string;
  /** Abbreviations in capitals, and the initials of longer names, lower case: "Federal Election Commission" is "fec". */
  readonly acronyms: ReadonlySet<string>;
  readonly initials: ReadonlySet<string>;
  /** Last words of names that stand here with a first name, and without one. */
  readonly full: ReadonlySet<string>;
  readonly bare: ReadonlySet<string>;
  /** Those of the full names that stand behind a role: "spokesperson Ned Price". */
  readonly introduced: ReadonlySet<string>;
  /** Those behind which an apposition may stand: "Ned Price, a spokesperson". */
  readonly explained: ReadonlySet<string>;
  /** Stems after "a" or "an", and after "the", "that", "this", "these" or "those". */
  readonly indefinite: ReadonlySet<string>;
  readonly definite: ReadonlySet<string>;
  /** Shares of the words that begin with a capital (near 1 in some headlines) and that are function words. */
  readonly capitals: number;
  readonly common: number;
  /** Nearly all longer words begin with a capital, as in some headlines. */
  readonly titleCase: boolean;
  /** Share of the characters that stand between double quotation marks. */
  readonly quoted: number;
  readonly startsLower: boolean;
  readonly endsColon: boolean;
  readonly digits: boolean;
  readonly dateline: boolean;
  readonly question: boolean;
  /** Ends in a mark after which a sentence may go on in lower case: "“Really?” he asked." */
  readonly exclaims: boolean;
  /** Has quotation marks; begins with one; closes one that was opened before it; opens one that it does not close. */
  readonly marks: boolean;
  readonly opensFirst: boolean;
  readonly closesEarlier: boolean;
  readonly leavesOpen: boolean;
}

interface Word {
  readonly lower: string;
  readonly capital: boolean;
  /** Only a space, or the full stop of an initial or title and a space, stands before this word. */
  readonly joined: boolean;
  /** A comma and a space stand before it. */
  readonly afterComma: boolean;
}

interface Names {
  isName(word: Word, index: number): boolean;
  /** One key for all mentions of a name. */
  key(word: Word): string;
}

type NamedParts = Pick<
  SentenceFacts,
  "stems" | "names" | "topic" | "roots" | "full" | "bare" | "introduced" | "explained" | "indefinite" | "definite"
>;

const wordPattern = /[\p{L}\p{N}]+(?:[-&'’ʼ][\p{L}\p{N}]+)*/gu;
const articles: ReadonlySet<string> = new Set(["the", "a", "an"]);
const datelinePattern =
  /^(?:By |\p{Lu}{3,}[\p{Lu}\s,.]*[^—–]{0,25}(?:—|–|--| - )|.{0,40}\((?:AP|AFP|Reuters|CNN|Xinhua|\p{Lu}{2,8})\))/u;

/** The facts of all sentences of one text, in order. */
export function sentenceFacts(sentences: readonly string[]): readonly SentenceFacts[] {
  const split = sentences.map(wordsOf);
  const names = namesIn(split);
  return sentences.map((sentence, index) => factsOf(sentence, split[index] ?? [], names));
}

function wordsOf(sentence: string): readonly Word[] {
  const out: Word[] = [];
  let end = 0;
  let before = "";
  for (const match of sentence.matchAll(wordPattern)) {
    const gap = sentence.slice(end, match.index);
    const raw = match[0].replace(/['’ʼ]s$/u, "").replace(/['’ʼ]/gu, "");
    const lower = raw.toLowerCase();
    const joined = gap === " " || (gap === ". " && (before.length === 1 || honorifics.has(before)));
    out.push({
      lower,
      capital: /^\p{Lu}/u.test(raw),
      joined: joined && out.length > 0,
      afterComma: gap === ", ",
    });
    end = match.index + match[0].length;
    before = lower;
  }
  return out;
}

/** A capital at the head of a sentence makes a name only where the word is a name elsewhere, or nowhere in lower case. */
function namesIn(sentences: readonly (readonly Word[])[]): Names {
  const lower = new Set<string>();
  const capital = new Set<string>();
  for (const words of sentences) {
    words.forEach((word, index) => {
      if (!word.capital) lower.add(word.lower);
      else if (index > 0) capital.add(word.lower);
    });
  }
  return {
    isName: ({ capital: isCapital, lower: form }, index) =>
      isCapital && !functionWords.has(form) && (index > 0 || capital.has(form) || !lower.has(form)),
    // "Karsks envoy": where the apostrophe is lost, the name is known by its other mentions
    key: ({ lower: form }) => (form.endsWith("s") && capital.has(form.slice(0, -1)) ? form.slice(0, -1) : form),
  };
}

function factsOf(sentence: string, words: readonly Word[], names: Names): SentenceFacts {
  const all = new Set(words.map((word) => word.lower));
  const share = (test: (word: Word) => boolean): number => words.filter(test).length / Math.max(1, words.length);
  return {
    length: words.length,
    words: all,
    first: words[0]?.lower ?? "",
    classes: classesOf(all),
    ...partsOf(words, names),
    capitals: share((word) => word.capital),
    common: share((word) => functionWords.has(word.lower)),
    subject: subjectOf(words, names),
    speaker: speakerOf(words, names),
    acronyms: acronymsOf(sentence),
    initials: initialsOf(words),
    titleCase: isTitleCase(words),
    quoted: quotedShare(sentence),
    startsLower: /^\P{L}*\p{Ll}/u.test(sentence),
    endsColon: /:["”]?$/u.test(sentence),
    digits: /\p{N}/u.test(sentence),
    dateline: datelinePattern.test(sentence),
    question: /\?["'”’»]?$/u.test(sentence),
    exclaims: /[?!…]["”’»)]*$/u.test(sentence),
    ...marksOf(sentence),
  };
}

function classesOf(words: ReadonlySet<string>): ReadonlySet<WordClass> {
  const out = new Set<WordClass>();
  for (const name of Object.keys(wordClasses) as WordClass[]) {
    for (const word of wordClasses[name]) if (words.has(word)) out.add(name);
  }
  return out;
}

function partsOf(words: readonly Word[], names: Names): NamedParts {
  const parts = {
    stems: new Set<string>(),
    names: new Set<string>(),
    topic: new Set<string>(),
    roots: new Set<string>(),
    full: new Set<string>(),
    bare: new Set<string>(),
    introduced: new Set<string>(),
    explained: new Set<string>(),
    indefinite: new Set<string>(),
    definite: new Set<string>(),
  };
  words.forEach((word, index) => {
    const named = names.isName(word, index);
    if (functionWords.has(word.lower) || (word.lower.length < 3 && !named)) return;
    const stem = named ? names.key(word) : stemOf(word.lower);
    const before = words[index - 1];
    parts.stems.add(stem);
    if (stem.length > 4) parts.roots.add(stem.slice(0, 5));
    if (parts.topic.size < 3) parts.topic.add(stem);
    if (before && /^an?$/u.test(before.lower)) parts.indefinite.add(stem);
    if (before && /^(?:the|that|this|these|those)$/u.test(before.lower)) parts.definite.add(stem);
    if (!named) return;
    parts.names.add(stem);
    const after = words[index + 1];
    if (honorifics.has(word.lower) || (after?.joined && names.isName(after, index + 1))) return;
    const withFirst = before && word.joined && names.isName(before, index - 1) && !honorifics.has(before.lower);
    (withFirst ? parts.full : parts.bare).add(stem);
    const role = words[index - 2];
    if (withFirst && before.joined && role && honorifics.has(role.lower) && !articles.has(role.lower))
      parts.introduced.add(stem);
    if (withFirst && after?.afterComma && (explainers.has(after.lower) || /^\p{N}/u.test(after.lower)))
      parts.explained.add(stem);
  });
  for (const name of parts.full) parts.bare.delete(name);
  return parts;
}

/** The key of the name that begins at `start`, which is that of its last word; empty where none begins there. */
function nameAt(words: readonly Word[], start: number, names: Names): string {
  let key = "";
  for (let index = start; ; index++) {
    const word = words[index];
    if (!word || !names.isName(word, index) || (index > start && !word.joined)) return key;
    key = names.key(word);
  }
}

const subjectPronouns: ReadonlySet<string> = new Set(["he", "she", "they", "it", "i", "we", "you"]);
function subjectOf(words: readonly Word[], names: Names): string {
  for (const [index, { lower }] of words.slice(0, 4).entries()) {
    const subject = subjectPronouns.has(lower) ? lower : nameAt(words, index, names);
    if (subject) return subject;
  }
  return "";
}

function speakerOf(words: readonly Word[], names: Names): string {
  let speaker = "";
  words.forEach(({ lower }, index) => {
    if (!wordClasses.saying.has(lower)) return;
    const before = words[index - 1];
    if (before && names.isName(before, index - 1)) speaker = names.key(before);
    else if (before && /^(?:s?he|they)$/u.test(before.lower)) speaker = before.lower;
    else speaker = nameAt(words, index + 1, names) || speaker;
  });
  return speaker;
}

const acronymsOf = (sentence: string): ReadonlySet<string> =>
  new Set(
    (sentence.match(/\b(?:\p{Lu}{2,6}|(?:\p{Lu}\.){2,5})/gu) ?? []).map((word) =>
      word.replaceAll(".", "").toLowerCase(),
    ),
  );

function initialsOf(words: readonly Word[]): ReadonlySet<string> {
  const out = new Set<string>();
  words.forEach((start, from) => {
    if (!start.capital) return;
    let run = "";
    for (const { capital, lower } of words.slice(from, from + 8)) {
      if (capital && lower.length > 1) run += lower.charAt(0);
      else if (!nameLinks.has(lower)) break;
      if (run.length > 2) out.add(run);
    }
  });
  return out;
}

function isTitleCase(words: readonly Word[]): boolean {
  const long = words.filter(({ lower }) => lower.length > 3);
  const high = long.filter(({ capital, lower }) => capital || /^\p{N}/u.test(lower));
  return long.length > 3 && high.length >= 0.9 * long.length;
}

function quotedShare(sentence: string): number {
  let quoted = 0;
  for (const [words] of sentence.matchAll(/[“"][^”"]*[”"]?/gu)) quoted += words.length;
  return quoted / Math.max(1, sentence.length);
}

/** A stem good enough to see that "talks" and "talk", "agreed" and "agree" are one word. */
function stemOf(word: string): string {
  const cut = word.replace(/(?:ies|ied|ing|edly|ed|es|s|ly|y|e)$/u, "");
  return cut.length >= 3 ? cut : word;
}

/** Double marks open or close by the space beside them, and by their shape where that does not tell: some texts open with "”". */
function marksOf(sentence: string): Pick<SentenceFacts, "marks" | "opensFirst" | "closesEarlier" | "leavesOpen"> {
  let open = false;
  let closesEarlier = false;
  let marks = false;
  for (const { 0: mark, index } of sentence.matchAll(/["“”„«»]/gu)) {
    const spaceBefore = /^$|[\s([—–―-]/u.test(sentence.charAt(index - 1));
    const spaceAfter = /^$|\s/u.test(sentence.charAt(index + 1));
    const opens = mark === '"' || spaceBefore !== spaceAfter ? spaceBefore && !spaceAfter : /[“„«]/u.test(mark);
    if (!opens && !marks) closesEarlier = true;
    open = opens;
    marks = true;
  }
  return {
    marks,
    opensFirst: /^["“”„«]\S/u.test(sentence),
    closesEarlier,
    leavesOpen: open,
  };
}
