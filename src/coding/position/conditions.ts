import { type CharSpan, charSpan } from "../../text/span.ts";
import { type EventSentence, headAt, lemmaAt, relationAt, uposAt } from "../event/event-sentence.ts";
import type { Candidate } from "./candidate.ts";
import type { PlainStance, StanceLexicon } from "./stance-lexicon.ts";

/** The words that set a condition for a stance, in text order; none where it holds as it is. */
export function conditionsOf(
  sentence: EventSentence,
  candidate: Pick<Candidate, "token" | "matter" | "how">,
  stance: PlainStance,
  lexicon: StanceLexicon,
): readonly CharSpan[] {
  const heads = headsOf(sentence, candidate);
  const clauses = [
    ...heads.flatMap((head) => sentence.tree.by(head, "advcl")),
    ...besideQuote(sentence, candidate.token),
  ].filter((at) => setsCondition(at));
  const phrases = phraseConditions(sentence, candidate.token, lexicon);
  const without = stance === "opposes" ? withouts(sentence, heads) : [];
  const spans = [...clauses.map((at) => spanOf(sentence, at)), ...phrases, ...without];
  return distinct(spans);

  function setsCondition(clause: number): boolean {
    const mark = markOf(sentence, clause);
    const [first] = sentence.tree.reach(clause);
    if (/^(?:even|as|not)$/u.test(sentence.forms[first - 1] ?? "")) return false; // "even if"
    if (mark === "before") return candidate.how === "ruled-out" && sentence.tree.by(clause, "nsubj").length > 0;
    if (!lexicon.conditions.marks.has(mark)) return isLater(clause, mark);
    if (mark === "until") return stance === "opposes";
    return !isCourtesy(sentence, clause);
  }

  /** "will come when …", "would admit them after …": with what is only promised, a time is a condition. */
  function isLater(clause: number, mark: string): boolean {
    const isPromised = candidate.how === "will" || candidate.how === "ready";
    const [first] = sentence.tree.reach(clause);
    const marked = sentence.tree.by(clause, "mark", "advmod")[0] ?? first;
    const isTimed = sentence.forms.some(
      (_, at) => first <= at && at < marked && /^(?:NOUN|NUM)$/u.test(uposAt(sentence, at)),
    );
    return isPromised && !isTimed && /^(?:when|after)$/u.test(mark) && sentence.tree.by(clause, "nsubj").length > 0;
  }
}

/** "A meeting is possible, he said, if …": a condition that the parser hung from the verb of saying. */
function besideQuote(sentence: EventSentence, token: number): readonly number[] {
  const head = headAt(sentence, token);
  if (head < 0 || !/^(?:ccomp|parataxis)$/u.test(relationAt(sentence, token)) || head < token) return [];
  return sentence.tree
    .by(head, "ccomp", "advcl", "parataxis")
    .filter(
      (at) => at > head && (sentence.tree.by(at, "mark").length > 0 || /^provided$/u.test(sentence.forms[at] ?? "")),
    );
}

/** "if they wish", "if necessary". */
const isCourtesy = (sentence: EventSentence, clause: number): boolean =>
  /^(?:wish|want|like|need|necessary|possible|please|choose)$/u.test(lemmaAt(sentence, clause));

/** The word of the stance, what it is about, and the verbs above it in its clause. */
function headsOf(sentence: EventSentence, { token, matter }: Pick<Candidate, "token" | "matter">): readonly number[] {
  const above: number[] = [];
  const isGoverned = (at: number): boolean =>
    /^(?:xcomp|acl|obj|conj|csubj)$/u.test(relationAt(sentence, at)) ||
    (relationAt(sentence, at) === "nsubj" && lemmaAt(sentence, headAt(sentence, at)) === "be");
  for (let at = token; isGoverned(at); at = headAt(sentence, at)) {
    above.push(headAt(sentence, at));
    if (above.length > 4) break;
  }
  const below = matter.flatMap((root) => [root, ...sentence.tree.by(root, "xcomp", "obj", "acl")]);
  return [...new Set([token, ...below, ...above])].filter((at) => at >= 0);
}

function markOf(sentence: EventSentence, clause: number): string {
  const marks = sentence.tree.by(clause, "mark", "advmod").filter((at) => at < clause);
  const found = marks.map((at) => lemmaAt(sentence, at)).find((mark) => mark !== "only");
  return found ?? (/^(?:provided|providing)$/u.test(sentence.forms[clause] ?? "") ? "provided" : "");
}

function spanOf({ tree }: EventSentence, head: number): CharSpan {
  let [first, last] = tree.reach(head);
  while (first < last && tree.tokens[first]?.upos === "PUNCT") first++;
  while (last > first && tree.tokens[last]?.upos === "PUNCT") last--;
  return charSpan(tree.tokens[first]?.start ?? 0, tree.tokens[last]?.end ?? 1);
}

/** "but with another president", "on condition that", "in exchange for", however they are parsed. */
function phraseConditions(sentence: EventSentence, token: number, lexicon: StanceLexicon): readonly CharSpan[] {
  const { forms, tree } = sentence;
  return [...lexicon.conditions.phrases].flatMap((phrase) => {
    const words = phrase.split(" ");
    const at = forms.findIndex((_, from) => from > token && words.every((word, nth) => forms[from + nth] === word));
    if (at < 0 || isIdle(forms.slice(at + words.length))) return [];
    const first = words[0] === "but" ? at + 1 : at;
    const last = endOf(sentence, at + words.length - 1);
    return [charSpan(tree.tokens[first]?.start ?? 0, tree.tokens[last]?.end ?? 1)];
  });
}

/** "as soon as possible", "for as long as it takes". */
const isIdle = ([first = "", second = ""]: readonly string[]): boolean =>
  /^(?:possible|practicable|necessary|needed)$/u.test(first) ||
  (first === "it" && /^(?:takes|took|is|was)$/u.test(second));

/** The last word before the next mark that ends a phrase. */
function endOf({ tree, forms }: EventSentence, from: number): number {
  let at = from;
  while (
    at + 1 < forms.length &&
    !(tree.tokens[at + 1]?.upos === "PUNCT" && /^[,.;:”"!?–—]$/u.test(forms[at + 1] ?? ""))
  )
    at++;
  return at;
}

/** "no entry without a permit". */
const withouts = (sentence: EventSentence, heads: readonly number[]): readonly CharSpan[] =>
  heads
    .flatMap((head) => sentence.tree.by(head, "obl", "nmod"))
    .filter((at) => sentence.tree.caseOf(at) === "without" && uposAt(sentence, at) !== "PRON")
    .map((at) => spanOf(sentence, at));

const distinct = (spans: readonly CharSpan[]): readonly CharSpan[] =>
  spans
    .toSorted((a, b) => a.start - b.start || b.end - a.end)
    .filter((one, at, all) => !all.slice(0, at).some((other) => other.start <= one.start && one.end <= other.end));
