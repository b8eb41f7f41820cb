import type { CueLexicon, CueVerb } from "../lexicon.ts";
import type { Token } from "./tokens.ts";
import { auxiliaries, cueAdverbs, determiners, formsOfBe, possessives } from "./words.ts";

/** A cue found in a sentence; `first`, `head` and `last` are indices of its tokens, all inside. */
interface Tokens {
  readonly first: number;
  readonly head: number;
  readonly last: number;
}
export interface VerbCue extends Tokens {
  readonly kind: "verb";
  readonly verb: CueVerb;
  readonly passive: boolean;
}
export type Cue = VerbCue | (Tokens & { readonly kind: "phrase" | "noun" | "adverb" });

/** Cues outside quotations, in text order. */
export function findCues(tokens: readonly Token[], lexicon: CueLexicon): readonly Cue[] {
  const out: Cue[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (token === undefined || token.kind !== "word" || token.quotation !== -1) continue;
    const cue = phraseAt(tokens, at, lexicon) ?? verbAt(tokens, at, lexicon) ?? nounAt(tokens, at, lexicon);
    if (cue === null) continue;
    out.push(cue);
    at = cue.last;
  }
  return out;
}

function phraseAt(tokens: readonly Token[], at: number, lexicon: CueLexicon): Cue | null {
  for (const phrase of lexicon.phrases) {
    if (phrase.every((word, offset) => tokens[at + offset]?.word === word)) {
      return { kind: "phrase", first: at, head: at, last: at + phrase.length - 1 };
    }
  }
  return null;
}

function verbAt(tokens: readonly Token[], at: number, lexicon: CueLexicon): Cue | null {
  const verb = lexicon.verbs.get(tokens[at]?.word ?? "");
  if (verb === undefined || isNoun(tokens, at, verb)) return null;
  const particle = verb.particles.has(tokens[at + 1]?.word ?? "");
  if ((!particle && !verb.bare) || verb.unless.has(tokens[at + 1]?.word ?? "")) return null;
  const first = firstOfVerbGroup(tokens, at);
  // A small-letter past form that follows a be-form is passive: "was asked about".
  const passive = (verb.form === "past" || verb.form === "participle") && someWord(tokens, first, at, formsOfBe);
  return { kind: "verb", first, head: at, last: particle ? at + 1 : at, verb, passive };
}

/** "the claim", "his calls": nouns by what stands before them. Past and -ing forms are seldom nouns. */
function isNoun(tokens: readonly Token[], at: number, verb: CueVerb): boolean {
  const before = tokens[at - 1];
  if (before === undefined || before.kind !== "word") return verb.form === "base";
  if (before.word === "that" || before.word === "who") return false;
  if (determiners.has(before.word) && !["some", "many", "most", "all", "several"].includes(before.word)) return true;
  if (verb.form !== "base" && verb.form !== "third") return false;
  return (
    possessives.has(before.word) ||
    before.word.endsWith("'s") ||
    ["of", "for", "with", "by", "in", "on"].includes(before.word)
  );
}

function firstOfVerbGroup(tokens: readonly Token[], head: number): number {
  let first = head;
  for (let at = head - 1; at >= 0 && head - at < 7; at--) {
    const token = tokens[at];
    if (token === undefined || token.kind !== "word" || token.quotation !== -1) break;
    if (auxiliaries.has(token.word) || (cueAdverbs.has(token.word) && at > 0) || /.ly$/u.test(token.word)) first = at;
    else break;
  }
  return first;
}

function nounAt(tokens: readonly Token[], at: number, lexicon: CueLexicon): Cue | null {
  const word = tokens[at]?.word ?? "";
  if (lexicon.nouns.has(word) && tokens[at + 1]?.word === "that")
    return { kind: "noun", first: at, head: at, last: at };
  if (lexicon.adverbs.has(word)) return { kind: "adverb", first: at, head: at, last: at };
  return null;
}

const someWord = (tokens: readonly Token[], from: number, to: number, words: ReadonlySet<string>): boolean =>
  tokens.slice(from, to).some((token) => words.has(token.word));
