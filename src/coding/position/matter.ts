import { type EventSentence, lemmaAt, relationAt, uposAt } from "../event/event-sentence.ts";
import { isPredicate } from "../event/predicate.ts";
import { isPassive } from "../event/voice.ts";
import { documentNouns } from "../statement/source-words.ts";
import type { NamedIssue } from "./issue-finder.ts";
import type { StanceLexicon } from "./stance-lexicon.ts";
import { isNegated, isTurn, wordOf } from "./turning.ts";

/** An issue that a phrase is about. */
export interface Matter {
  readonly named: NamedIssue;
  /** Whether the phrase means the opposite of it: "an end to sanctions". */
  readonly isTurned: boolean;
  /** How many words lie between it and the head of the phrase. */
  readonly depth: number;
  /** False where the sentence before names it, of which the phrase's "it" takes it up. */
  readonly isHere: boolean;
}

/** How far down a phrase an issue may stand. */
const DEEPEST = 6;

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
      .map((one): Matter => ({ named: one, isTurned, depth, isHere: true }));
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
