import { type EventSentence, headAt, lemmaAt, relationAt, uposAt } from "../event/event-sentence.ts";
import { isPredicate } from "../event/predicate.ts";
import { isPassive } from "../event/voice.ts";
import { documentNouns } from "../statement/source-words.ts";
import type { StanceContext } from "./candidate.ts";
import type { NamedIssue } from "./issue-finder.ts";
import type { StanceLexicon } from "./stance-lexicon.ts";

/** An issue that a phrase is about. */
export interface Matter {
  readonly named: NamedIssue;
  /** Whether the phrase means the opposite of it: "an end to sanctions". */
  readonly isTurned: boolean;
  /** How many words lie between it and the head of the phrase. */
  readonly depth: number;
  /** Where it was found: within the phrase, behind the stance word, or somewhere below the phrase's head. */
  readonly at: "inside" | "behind" | "below" | "before";
}

/** How far down a phrase an issue may stand; and how far, where the relations between say little. */
const [DEEPEST, NEAR] = [6, 3];

/** The issues named in a phrase nearest to its head, of each of its coordinated parts those nearest to the part's. */
export function issuesIn(
  sentence: EventSentence,
  head: number,
  named: readonly NamedIssue[],
  lexicon: StanceLexicon,
): readonly Matter[] {
  const { tree } = sentence;
  const at = (token: number): readonly NamedIssue[] => named.filter((one) => one.token === token);
  const search = (token: number, turned: boolean, depth: number): readonly Matter[] => {
    if (depth > DEEPEST) return [];
    const isTurned = turned !== isNegated(sentence, token);
    const own = [token, ...tree.by(token, "compound", "amod").filter((one) => uposAt(sentence, one) !== "VERB")]
      .flatMap(at)
      .map((one): Matter => ({ named: one, isTurned, depth, at: "inside" }));
    const joined = tree
      .by(token, "conj", "appos")
      .filter((one) => tree.by(one, "nsubj").length === 0 || /^(?:ccomp|xcomp)$/u.test(relationAt(sentence, token)))
      .flatMap((one) => search(one, turned, depth));
    if (own.length > 0) return [...own.slice(0, 1), ...joined];
    const below = tree.of(token).filter((one) => isWithin(sentence, token, one, lexicon));
    const turns = isTurned !== isTurn(sentence, token, lexicon);
    const found = below.flatMap((one) => search(one, turns, depth + 1));
    const nearest = Math.min(...found.map((one) => one.depth));
    return [...found.filter((one) => one.depth === nearest), ...joined];
  };
  return search(head, false, 0);
}

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
      return [{ named: found, isTurned: isTurned !== isNegated(sentence, at), depth: at - token, at: "behind" }];
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
      if (at === head) return [{ named: one, isTurned, depth, at: "below" }];
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
  const found = named.filter((one) => one.token < token).at(-1) ?? before;
  return found === null ? [] : [{ named: found, isTurned: false, depth: 1, at: "before" }];
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

/** What a phrase is about in the end, and whether it means the opposite: of "stop the shelling of towns" the shelling. */
export function coreOf(
  sentence: EventSentence,
  head: number,
  lexicon: StanceLexicon,
): { readonly token: number; readonly isTurned: boolean } {
  const { tree } = sentence;
  let [token, isTurned] = [head, isNegated(sentence, head)];
  for (let steps = 0; steps < DEEPEST; steps++) {
    const turns = isTurn(sentence, token, lexicon);
    if (!turns && !(isPredicate(sentence, token) && lexicon.furthers.has(wordOf(sentence, token)))) break;
    const [below] = tree
      .of(token)
      .filter(
        (one) => isWithin(sentence, token, one, lexicon) && !/^(?:nsubj|csubj)$/u.test(relationAt(sentence, one)),
      );
    if (below === undefined) break;
    isTurned = (isTurned !== turns) !== isNegated(sentence, below);
    token = below;
  }
  return { token, isTurned };
}

/** The words of a phrase in text order, without what is only said of it besides. */
export function wordsOf(sentence: EventSentence, head: number): readonly number[] {
  const { tree } = sentence;
  const found: number[] = [];
  const add = (token: number): void => {
    found.push(token);
    for (const child of tree.of(token)) if (!isAside(sentence, child)) add(child);
  };
  add(head);
  const words = found.toSorted((a, b) => a - b);
  return words.filter((token) => uposAt(sentence, token) !== "PUNCT");
}

const isAside = (sentence: EventSentence, token: number): boolean => {
  const relation = relationAt(sentence, token);
  if (/^(?:parataxis|discourse|appos|dep)$/u.test(relation)) return true;
  if (relation === "advcl") return sentence.tree.by(token, "nsubj").length > 0;
  return relation === "acl" && sentence.tree.by(token, "nsubj").length > 0;
};

/** Whether a dependent belongs to what its head is about: not a time, a reason, an aside, who does it. */
function isWithin(sentence: EventSentence, head: number, token: number, { occurrences }: StanceLexicon): boolean {
  const { tree } = sentence;
  const relation = relationAt(sentence, token);
  switch (relation) {
    case "obj":
    case "xcomp":
    case "ccomp":
    case "csubj":
      return true;
    case "nsubj":
      return isPassive(sentence, head) || uposAt(sentence, head) !== "VERB" || occurrences.has(lemmaAt(sentence, head));
    case "nmod":
      return /^(?:of|on|for|with|to|in|into|between|from|by|against|about|over|'s|’s|'|)$/u.test(tree.caseOf(token));
    case "obl":
      if (tree.caseOf(token) === "") return !isTime(sentence, token) && tree.by(head, "obj").length === 0;
      return /^(?:to|on|for|from|with|in|into|of|about|over|against|by|toward|towards|out of)$/u.test(
        tree.caseOf(token),
      );
    case "acl":
      if (isText(sentence, head)) return true; // "a resolution demanding …"
      return tree.by(token, "nsubj").length === 0 && tree.by(token, "mark").length > 0;
    case "advcl":
      return (
        tree.by(token, "nsubj").length === 0 &&
        tree.by(token, "mark").some((mark) => /^(?:of|from|on|for|against|into)$/u.test(lemmaAt(sentence, mark)))
      );
    default:
      return false;
  }
}

const isText = (sentence: EventSentence, token: number): boolean =>
  documentNouns.has(lemmaAt(sentence, token)) || /^(?:act|idea|measure|offer|package)$/u.test(lemmaAt(sentence, token));

const isTime = ({ entities }: EventSentence, token: number): boolean =>
  entities.some(({ type, first, last }) => type === "time" && first <= token && token <= last);

/** Whether a word turns round what hangs from it: it ends it, or is against it. */
export function isTurn(sentence: EventSentence, token: number, { turns, verbs }: StanceLexicon): boolean {
  const word = wordOf(sentence, token);
  if (turns.has(word)) return true;
  if (uposAt(sentence, token) !== "VERB") return false;
  const entries = (verbs.get(lemmaAt(sentence, token)) ?? []).filter(
    ({ particle, object }) =>
      object === null && (particle === null ? !word.includes(" ") : word.endsWith(` ${particle}`)),
  );
  return entries.length > 0 && entries.every(({ stance }) => stance === "opposes");
}

/** With its particle: "give up". */
function wordOf(sentence: EventSentence, token: number): string {
  const lemma = lemmaAt(sentence, token);
  const next = sentence.forms[token + 1] ?? "";
  return /^(?:up|off|out|down)$/u.test(next) ? `${lemma} ${next}` : lemma;
}

const negations = /^(?:not|n't|n’t|never|no|neither|nor)$/u;

/** "not to negotiate", "no sanctions", "without talks". */
export function isNegated(sentence: EventSentence, token: number): boolean {
  const { tree } = sentence;
  if (tree.by(token, "advmod", "det", "cc").some((at) => negations.test(sentence.forms[at] ?? ""))) return true;
  if (tree.by(token, "advmod").some((at) => isNoLonger(sentence, at))) return true;
  if (tree.by(token, "advmod").some((at) => sentence.forms[at] === "t" || sentence.forms[at] === "nt")) return true; // "dont"
  return tree.by(token, "case", "mark").some((at) => lemmaAt(sentence, at) === "without");
}

/** "no longer", "not … anymore". */
const isNoLonger = ({ forms }: EventSentence, token: number): boolean =>
  forms[token] === "longer" && forms[token - 1] === "no";
