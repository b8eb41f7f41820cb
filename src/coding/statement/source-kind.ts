import { isOutletName, outletPattern } from "../../document/outlet-names.ts";
import {
  bodyNouns,
  definiteOpeners,
  documentNouns,
  indefiniteOpeners,
  officeNouns,
  personNouns,
  plainCapitals,
  pluralPersons,
  postmodifiers,
  pronouns,
  quantifiers,
  relativePronouns,
  singularPersons,
} from "./source-words.ts";

/** What the words of a source say of it, without the rest of the text. */
export type SourceKind =
  /** A name, or an office or body that is known: "Foreign Minister Teo Castellin", "the ministry", "the president". */
  | {
      readonly kind: "named";
      readonly isPlural: boolean;
      /** A ministry or an outlet, which no "he" takes up. */
      readonly isBody: boolean;
    }
  /** Somebody whose name is not given: "a Western official". `isAnaphor`: "the official", of whom the text has spoken. */
  | {
      readonly kind: "unnamed";
      readonly head: string;
      readonly isPlural: boolean;
      readonly isAnaphor: boolean;
      /** "the official", with nothing else to know this one by. */
      readonly isBare: boolean;
    }
  /** "the indictment", "a readout of the call". */
  | { readonly kind: "document" }
  | { readonly kind: "pronoun"; readonly refersTo: "singular" | "plural" | "thing" | "speaker" | "relative" };

/** Reads a source by the head of its noun phrase: the last word before what modifies it from behind. */
export function sourceKindOf(source: string): SourceKind {
  const words = wordsOf(source);
  const [first] = words;
  if (first === undefined) return { kind: "unnamed", head: "", isPlural: false, isAnaphor: false, isBare: true };
  if (words.length === 1 && pronouns.has(lower(first)) && first !== "WHO") return pronoun(lower(first));
  const phrase = headPhrase(words);
  const whole = phrase.join(" ");
  if (isOutletName(whole) || outletFirst.test(whole)) return { kind: "named", isPlural: false, isBody: true };
  const head = (phrase.at(-1) ?? first).replace(/['’]s?$/u, "");
  const small = lower(head);
  // "Officials said": the capital is the sentence's
  const isName = /^\p{Lu}/u.test(head) && !(phrase.length === 1 && isCommonNoun(small));
  if (documentNouns.has(small) || (/^\d/u.test(head) && phrase.some((word) => documentNouns.has(lower(word)))))
    return { kind: "document" };
  if (isName && !plainCapitals.has(small)) return named(phrase, source);
  if (!isPluralHead(small) && isIntroducedByName(source, whole.length))
    return { kind: "named", isPlural: false, isBody: false };
  const opener = lower(phrase[0] ?? "");
  const isIndefinite = indefiniteOpeners.has(opener) || /^\d+$/u.test(opener);
  if (bodyNouns.has(small) && !isIndefinite) return { kind: "named", isPlural: small.endsWith("s"), isBody: true };
  const isKnownOffice =
    officeNouns.has(small) && phrase.length > 1 && !isIndefinite && !/^(?:former|ex-)/u.test(opener);
  if (isKnownOffice || isOfficesOf(small, words, phrase.length))
    return { kind: "named", isPlural: !isKnownOffice, isBody: false };
  const isAnaphor = definiteOpeners.has(opener) && !possessives.has(opener);
  const isBare = phrase.length === 2 && words.length === 2;
  return {
    kind: "unnamed",
    head: singular(small),
    isPlural: isPluralHead(small) || joinsAnother(phrase, source),
    isAnaphor,
    isBare,
  };
}

/** "the foreign ministers of Velmara and Torvask" */
const isOfficesOf = (head: string, words: readonly string[], end: number): boolean =>
  lower(words[0] ?? "") === "the" &&
  officeNouns.has(singular(head)) &&
  words[end] === "of" &&
  /^\p{Lu}/u.test(words[end + 1] ?? "");

const possessives = new Set(["its", "his", "her", "their", "our", "your", "my"]);

/** "The Karsk Post first", with an adverb of the cue still on it. */
const outletFirst = new RegExp(`^(?:[Tt]he )?${outletPattern}(?: \\p{Ll}+){0,2}$`, "u");

function pronoun(word: string): SourceKind {
  if (singularPersons.has(word)) return { kind: "pronoun", refersTo: "singular" };
  if (word === "i" || word === "we" || word === "you") return { kind: "pronoun", refersTo: "speaker" };
  if (pluralPersons.has(word)) return { kind: "pronoun", refersTo: "plural" };
  return { kind: "pronoun", refersTo: relativePronouns.has(word) ? "relative" : "thing" };
}

const named = (phrase: readonly string[], source: string): SourceKind => ({
  kind: "named",
  isPlural: joinsAnother(phrase, source) || /(?:[in]ans|crats|ists|istas)$/u.test(phrase.at(-1) ?? ""),
  isBody: bodyNouns.has(lower(phrase.at(-1) ?? "")),
});

/** "Orlan and Velt", of which the phrase is the first. */
const joinsAnother = (phrase: readonly string[], source: string): boolean =>
  / and /u.test(source.slice(0, phrase.join(" ").length + 5));

const lower = (word: string): string => word.toLowerCase().replaceAll("’", "'");

const wordsOf = (source: string): readonly string[] =>
  source.match(/[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}.'’&-]*[\p{L}\p{M}\p{N}'’])?(?:(?<=\p{Lu})\.)?|[,;:()—–]/gu) ?? [];

/** "a senior official in the ministry" up to "official"; "some of the lawmakers" from "the lawmakers" on. */
function headPhrase(words: readonly string[]): readonly string[] {
  const of = words.indexOf("of");
  const counts = of > 0 && of < 5 && quantifiers.has(lower(words[of - 1] ?? ""));
  if (counts && words[of + 1] !== undefined && !/^(?:them|us|whom)$/u.test(words[of + 1] ?? ""))
    return headPhrase(words.slice(of + 1));
  const end = words.findIndex((word, at) => at > 0 && endsPhrase(words, at, word));
  return end === -1 ? words : words.slice(0, end);
}

function endsPhrase(words: readonly string[], at: number, word: string): boolean {
  if (/^[,;:()—–]$/u.test(word)) return true;
  // "Orlan and Velt": the first; "US and European officials": one phrase
  if (word === "and" || word === "or") return !isModifier(words[at - 1] ?? "", words.slice(at + 1));
  // "a summary prepared by the ministry", "a copy read to PBN"
  if (at > 1 && /^\p{Ll}+(?:ed|en|ad|wn)$/u.test(word) && /^(?:by|to|in|on|for|at|from)$/u.test(words[at + 1] ?? ""))
    return true;
  if (!postmodifiers.has(word)) return false;
  // "the Conference of River States", "Secretary of State Mirabel Stroud", "the Ministry for Water"
  const before = words[at - 1] ?? "";
  const isPerson = personNouns.has(lower(before)) && !officeNouns.has(lower(before));
  const joins = word === "of" || word === "for" || word === "on" || word === "at";
  return !(joins && /^\p{Lu}/u.test(before) && !isPerson && isInName(words, at + 1));
}

const isInName = (words: readonly string[], at: number): boolean =>
  /^\p{Lu}/u.test(words[at] ?? "") || (words[at] === "the" && /^\p{Lu}/u.test(words[at + 1] ?? ""));

/** Before "and" stands an adjective of the noun to come: "US and European officials". Two names are two sources. */
function isModifier(before: string, after: readonly string[]): boolean {
  const [next = "", beyond = ""] = after;
  if (isCommonNoun(lower(before))) return false;
  return /^\p{Ll}/u.test(beyond) && !/^\p{Ll}/u.test(next) && isCommonNoun(lower(beyond));
}

const isCommonNoun = (word: string): boolean =>
  personNouns.has(word) || quantifiers.has(word) || bodyNouns.has(word) || documentNouns.has(word);

const singular = (word: string): string =>
  word === "people"
    ? "person"
    : word
        .replace(/men$/u, "man")
        .replace(/ies$/u, "y")
        .replace(/(?<=[^s])s$/u, "");

const isPluralHead = (head: string): boolean =>
  head === "people" || /[^s]s$|men$/u.test(head) || /^(?:many|some|both|several|most|few|two|three|all)$/u.test(head);

/**
 * "its spokesman, Yulen Drask" and "a spokeswoman for the government, Irian Pell": the name follows in commas. Not so
 * "officials, including Mirabel Stroud".
 */
function isIntroducedByName(source: string, length: number): boolean {
  const rest = source.slice(length).replace(/^['’]?s?/u, "");
  return /^,\s+\p{Lu}[\p{L}’'.-]+(?:\s+\p{Lu}[\p{L}’'.-]+)*|^[^,]{0,60},\s+\p{Lu}[\p{L}’'.-]+\s+\p{Lu}[\p{L}’'.-]+,?$/u.test(
    rest,
  );
}
