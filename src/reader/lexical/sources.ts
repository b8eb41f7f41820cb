import type { CueLexicon } from "../lexicon.ts";
import type { Token } from "./tokens.ts";
import {
  auxiliaries,
  clauseOpeners,
  connectives,
  cueAdverbs,
  days,
  determiners,
  irregularPasts,
  months,
  objectPronouns,
  prepositions,
  pronouns,
  relatives,
} from "./words.ts";

/** Indices of the first and the last token, both inside. */
export interface Range {
  readonly first: number;
  readonly last: number;
}

const longestSource = 30;

/** The noun phrase that ends right before the cue at `cue` and starts at `floor` or after it. */
export function sourceBefore(tokens: readonly Token[], cue: number, floor: number, lexicon: CueLexicon): Range | null {
  let last = cue - 1;
  const comma = tokens[last]?.kind === "comma";
  if (comma) {
    const opening = commaBefore(tokens, last, floor);
    if (opening === null) return null;
    if (last - opening <= 5 && isAside(tokens, opening + 1, last)) last = opening - 1;
    else {
      const named = nounPhraseBefore(tokens, opening - 1, floor, lexicon);
      return named === null ? null : { first: named.first, last: last - 1 };
    }
  }
  return nounPhraseBefore(tokens, beforeTime(tokens, last, floor), floor, lexicon);
}

/** "however", "for example", "meanwhile", "in turn": no part of the source. */
function isAside(tokens: readonly Token[], first: number, end: number): boolean {
  const word = tokens[first]?.word ?? "";
  return (
    connectives.has(word) ||
    cueAdverbs.has(word) ||
    prepositions.has(word) ||
    /.ly$/u.test(word) ||
    (end - first === 1 && !tokens[first]?.capital)
  );
}

function commaBefore(tokens: readonly Token[], before: number, floor: number): number | null {
  for (let at = before - 1; at > floor && before - at < longestSource; at--)
    if (tokens[at]?.kind === "comma") return at;
  return null;
}

/** "Orlan on Tuesday said", "Orlan himself said": the source ends earlier. */
function beforeTime(tokens: readonly Token[], last: number, floor: number): number {
  let at = last;
  if (days.has(tokens[at]?.word ?? "")) at -= tokens[at - 1]?.word === "on" ? 2 : 1;
  else if (
    ["week", "month", "year"].includes(tokens[at]?.word ?? "") &&
    ["this", "last"].includes(tokens[at - 1]?.word ?? "")
  )
    at -= 2;
  else if (/^(?:him|her|them)sel(?:f|ves)$/u.test(tokens[at]?.word ?? "")) at -= 1;
  return at < floor ? last : at;
}

function nounPhraseBefore(tokens: readonly Token[], last: number, floor: number, lexicon: CueLexicon): Range | null {
  const head = tokens[last];
  if (last < floor || head === undefined) return null;
  if (head.kind !== "word" && head.word !== ")") return null;
  if (pronouns.has(head.word) || head.word === "that")
    return head.word === "that" && !isRelativeThat(tokens, last) ? null : { first: last, last };
  if (
    clauseOpeners.has(head.word) ||
    prepositions.has(head.word) ||
    auxiliaries.has(head.word) ||
    (objectPronouns.has(head.word) && tokens[last - 1]?.word !== "of") // "one of them said"
  )
    return null;
  let first = last;
  while (first > floor && last - first < longestSource && continuesLeft(tokens, first, floor, lexicon)) first--;
  return trimLeft(tokens, first, last);
}

const isRelativeThat = (tokens: readonly Token[], at: number): boolean =>
  tokens[at - 1]?.kind === "word" && !auxiliaries.has(tokens[at - 1]?.word ?? "");

function continuesLeft(tokens: readonly Token[], first: number, floor: number, lexicon: CueLexicon): boolean {
  const left = tokens[first - 1];
  if (left === undefined) return false;
  if (left.kind === "bracket")
    return (
      tokens[first]?.kind === "bracket" || left.word === ")" || (!left.capital && insideBracket(tokens, first, floor))
    );
  if (left.kind !== "word" || left.quotation !== -1) return false;
  if (isInWhoClause(tokens, first - 1, floor, lexicon)) return true;
  if (left.word === "and" || left.word === "or") return joinsNames(tokens, first, lexicon);
  if (clauseOpeners.has(left.word) || relatives.has(left.word) || auxiliaries.has(left.word)) return false;
  if (pronouns.has(left.word) && !determiners.has(left.word)) return false;
  return !isFiniteVerb(tokens, first - 1, lexicon);
}

function insideBracket(tokens: readonly Token[], first: number, floor: number): boolean {
  for (let at = first; at >= floor && first - at < 8; at--) if (tokens[at]?.word === "(") return true;
  return false;
}

/** "Orlan and Velt said", "officials and diplomats said"; not "he left, and officials said". */
function joinsNames(tokens: readonly Token[], first: number, lexicon: CueLexicon): boolean {
  const before = tokens[first - 2];
  const after = tokens[first];
  if (before === undefined || after === undefined || before.kind !== "word") return false;
  if (before.capital && after.capital) return true;
  return (
    !determiners.has(after.word) &&
    !isFiniteVerb(tokens, first - 2, lexicon) &&
    !prepositions.has(tokens[first - 3]?.word ?? "")
  );
}

/** By form alone, for want of a tagger: auxiliaries, listed pasts, cues, and small-letter words in -ed not after a determiner. */
export function isFiniteVerb(tokens: readonly Token[], at: number, lexicon: CueLexicon): boolean {
  const token = tokens[at];
  if (token === undefined || token.kind !== "word" || token.capital) return false;
  if (auxiliaries.has(token.word) || irregularPasts.has(token.word)) return true;
  const before = tokens[at - 1];
  const inPhrase = before !== undefined && (determiners.has(before.word) || prepositions.has(before.word));
  if (inPhrase) return false;
  const cue = lexicon.verbs.get(token.word);
  if (cue && (cue.form === "past" || cue.form === "third")) return true;
  if (!/.{2}ed$/u.test(token.word) || (tokens[at + 1]?.capital ?? false)) return false;
  return !isParticiple(tokens, at);
}

/** At "who" or the verbs right behind it, where a person stands before: "officials who had attended". */
function isInWhoClause(tokens: readonly Token[], verb: number, floor: number, lexicon: CueLexicon): boolean {
  let at = verb;
  while (at > floor && verb - at < 3 && tokens[at]?.word !== "who" && isFiniteVerb(tokens, at, lexicon)) at--;
  return at > floor && tokens[at]?.word === "who" && personNoun.test(tokens[at - 1]?.word ?? "");
}

/** "a person briefed on the talks", "a diplomat based in Ravna": of a noun, with a preposition behind. */
const isParticiple = (tokens: readonly Token[], at: number): boolean =>
  /^(?:on|in|by|with|at|to|near)$/u.test(tokens[at + 1]?.word ?? "") &&
  personNoun.test(tokens[at - 1]?.word ?? "") &&
  tokens[at - 1]?.capital === false;

/** Unnamed people whose participle tells how they know. */
const personNoun =
  /^(?:persons?|people|sources?|officials?|diplomats?|aides?|advis[eo]rs?|individuals?|analysts?|lawmakers?|members?)$/u;

/** What is no part of the phrase at its start: "But", "Meanwhile", and "In May" of "In May officials said". */
function trimLeft(tokens: readonly Token[], from: number, last: number): Range | null {
  let first = from;
  for (;;) {
    const word = tokens[first]?.word ?? "";
    if (first > last) return null;
    if (
      clauseOpeners.has(word) ||
      connectives.has(word) ||
      (cueAdverbs.has(word) && word !== "all" && word !== "both") ||
      word === ")" ||
      /.{2}ly$/u.test(word)
    )
      first++;
    else if (prepositions.has(word)) first = afterLeadingPhrase(tokens, first, last);
    else break;
  }
  return { first, last };
}

function afterLeadingPhrase(tokens: readonly Token[], preposition: number, last: number): number {
  for (let at = last; at > preposition; at--) {
    const word = tokens[at]?.word ?? "";
    if (days.has(word) || months.has(word) || /^\d{4}$/u.test(word)) return at + 1;
  }
  let at = last;
  while (at > preposition + 1 && tokens[at]?.capital && tokens[at - 1]?.capital) at--;
  if (tokens[last]?.capital) return at;
  for (at = last; at > preposition + 1; at--) if (determiners.has(tokens[at]?.word ?? "")) return at;
  return last;
}

/** The noun phrase that starts at `from`: after "according to", or inverted ("said Orlan, a minister"). With or without appositions. */
export function sourceAfter(
  tokens: readonly Token[],
  from: number,
  lexicon: CueLexicon,
  appositions = true,
): Range | null {
  const head = tokens[from];
  if (head === undefined || head.kind !== "word" || head.quotation !== -1) return null;
  if (pronouns.has(head.word) && !determiners.has(head.word)) return { first: from, last: from };
  if (clauseOpeners.has(head.word) || auxiliaries.has(head.word) || prepositions.has(head.word) || days.has(head.word))
    return null;
  let last = from;
  while (last + 1 < tokens.length && last - from < longestSource) {
    const step = stepRight(tokens, last, lexicon, appositions);
    if (step === 0) break;
    last += step;
  }
  return { first: from, last };
}

/** How many tokens the phrase goes on: none, one, or a whole apposition with its comma. */
function stepRight(tokens: readonly Token[], last: number, lexicon: CueLexicon, appositions: boolean): number {
  const next = tokens[last + 1];
  if (next === undefined || next.quotation !== -1) return 0;
  if (next.kind === "comma") return appositions ? apposition(tokens, last + 1) : 0;
  if (next.kind !== "word") return 0;
  if (next.word === "and")
    return tokens[last + 2]?.capital === true || !isClauseAhead(tokens, last + 2, lexicon) ? 1 : 0;
  if (days.has(next.word) || auxiliaries.has(next.word)) return 0;
  if (next.word === "who") return 1;
  if (clauseOpeners.has(next.word)) return 0;
  if (["on", "during", "after", "before"].includes(next.word)) return 0;
  if (
    (next.word === "in" || next.word === "at") &&
    /^(?:an?|his|her|their|last|\d{4})$/u.test(tokens[last + 2]?.word ?? "")
  )
    return 0;
  if (next.word === "last" || next.word === "this") return 0;
  return 1;
}

function isClauseAhead(tokens: readonly Token[], from: number, lexicon: CueLexicon): boolean {
  for (let at = from; at < tokens.length && at < from + 4 && tokens[at]?.kind === "word"; at++)
    if (isFiniteVerb(tokens, at, lexicon)) return true;
  return false;
}

/** ", a minister," or ", who leads it." after a name: up to the next comma or the end. */
function apposition(tokens: readonly Token[], comma: number): number {
  const opening = tokens[comma + 1];
  if (opening === undefined || opening.kind !== "word") return 0;
  if (!["a", "an", "the", "who", "whose"].includes(opening.word)) return 0;
  let at = comma + 1;
  while (
    at + 1 < tokens.length &&
    at - comma < 20 &&
    !["comma", "stop", "quote", "dash"].includes(tokens[at + 1]?.kind ?? "stop")
  )
    at++;
  return at - comma + 1;
}
