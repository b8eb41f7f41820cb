import { type EventSentence, headAt, relationAt, uposAt } from "../event/event-sentence.ts";
import type { StanceContext } from "./candidate.ts";
import type { NamedIssue } from "./issue-finder.ts";
import type { Matter } from "./matter.ts";
import type { StanceLexicon } from "./stance-lexicon.ts";
import { isNegated, isTurn } from "./turning.ts";

/** How far down an issue may stand where the relations between say little. */
const NEAR = 3;
/** How many words behind a stance word an issue may stand that the parser has not hung from it. */
const FARTHEST = 12;

/**
 * The first issue named behind a word, where nothing but words of its phrase stand between: the parser may have hung it
 * elsewhere ("supporting anti-government protests").
 */
export function issueBehind(
  sentence: EventSentence,
  token: number,
  named: readonly NamedIssue[],
  lexicon: StanceLexicon,
): readonly Matter[] {
  let isTurned = false;
  for (let at = token + 1; at <= token + FARTHEST && at < sentence.forms.length; at++) {
    const found = named.find((one) => one.token === at);
    if (found !== undefined)
      return [{ named: found, isTurned: isTurned !== isNegated(sentence, at), depth: at - token, isHere: true }];
    if (isBreak(sentence, at)) return [];
    if (isTurn(sentence, at, lexicon)) isTurned = !isTurned;
  }
  return [];
}

/** The issue named nearest below a word, through whatever relations the parser hung it by. */
export function issueBelow(
  sentence: EventSentence,
  head: number,
  named: readonly NamedIssue[],
  lexicon: StanceLexicon,
): readonly Matter[] {
  const found = named.flatMap((one): readonly Matter[] => {
    let isTurned = isNegated(sentence, one.token);
    for (let at = one.token, depth = 0; at >= 0 && depth <= NEAR; depth++) {
      if (at === head) return [{ named: one, isTurned, depth, isHere: true }];
      if (isLoose(sentence, at)) return [];
      at = headAt(sentence, at);
      if (at >= 0 && (at !== head && isNegated(sentence, at)) !== isTurn(sentence, at, lexicon)) isTurned = !isTurned;
    }
    return [];
  });
  return found.toSorted((a, b) => a.depth - b.depth).slice(0, 1);
}

/** Of "rejected it" what "it" takes up: the last issue named before it in its sentence, else that of the sentence before. */
export function issueBefore(
  token: number,
  { sentence, named, before }: Pick<StanceContext, "sentence" | "named" | "before">,
): readonly Matter[] {
  if (!/^(?:it|this|that)$/u.test(sentence.forms[token] ?? "") || uposAt(sentence, token) !== "PRON") return [];
  const own = named.filter((one) => one.token < token).at(-1) ?? null;
  const found = own ?? before;
  return found === null ? [] : [{ named: found, isTurned: false, depth: 1, isHere: own !== null }];
}

/** Asides, purposes, times and reasons. */
function isLoose(sentence: EventSentence, token: number): boolean {
  const { tree } = sentence;
  if (/^(?:parataxis|advcl|dep|discourse)$/u.test(relationAt(sentence, token))) return true;
  return /^(?:after|before|during|since|despite|amid|because of|because|following|over|as|without|until|through)$/u.test(
    tree.caseOf(token),
  );
}

/** Where a phrase ends: at a comma or dash, a conjunction, a finite verb, what is told of time or reason. */
function isBreak(sentence: EventSentence, token: number): boolean {
  const [form = "", upos] = [sentence.forms[token], uposAt(sentence, token)];
  if (upos === "PUNCT") return !/^["'“”‘’«»()[\]-]$/u.test(form);
  if (upos === "SCONJ" || upos === "CCONJ" || upos === "PRON")
    return !/^(?:its|his|her|their|our|all|any|of|on|for|to|from)$/u.test(form);
  if (/^(?:after|before|during|since|despite|amid|because|following|over)$/u.test(form)) return true;
  return upos === "AUX" || (upos === "VERB" && sentence.tree.by(token, "nsubj", "aux").length > 0);
}
