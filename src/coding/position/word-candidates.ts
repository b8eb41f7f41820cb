import { type EventSentence, hasMark, headAt, lemmaAt, relationAt, uposAt } from "../event/event-sentence.ts";
import { type Candidate, firstFound, type StanceContext, speakerAt, turned } from "./candidate.ts";
import { holdersOf, inPolitics } from "./holders.ts";
import { issueBefore, issueBehind, issueBelow } from "./issue-near.ts";
import { issuedBy } from "./issued.ts";
import { issuesIn, type Matter } from "./matter.ts";
import type { Modality } from "./position.ts";
import { type StanceWord, verdictOf } from "./stance-words.ts";
import { type Standing, standingOf } from "./standing.ts";

/** Stances that words of the lexicon tell; what another such word governs is part of what that one says. */
export function wordCandidates(words: readonly StanceWord[], context: StanceContext): readonly Candidate[] {
  return words.flatMap((word) => (isConsumed(context.sentence, word, words) ? [] : ofWord(word, context)));
}

/** "urged X to support Y" is X's position on nothing. */
function isConsumed(sentence: EventSentence, word: StanceWord, words: readonly StanceWord[]): boolean {
  return words.some(
    (other) =>
      other.token !== word.token &&
      !(other.entry.how === "states" && isNounOfAnother(sentence, word)) &&
      other.matter.some((root) => root === word.token || isBelow(sentence, word.token, root)),
  );
}

/** "condemned Russia's refusal", "rejected the call by Norland": that Russia refused is told, too. */
function isNounOfAnother(sentence: EventSentence, { token }: StanceWord): boolean {
  const { tree } = sentence;
  if (uposAt(sentence, token) !== "NOUN") return false;
  return tree
    .by(token, "nmod", "amod", "compound")
    .some((at) => (at < token && tree.tokens[at]?.upos === "PROPN") || /^(?:by|from|'s|’s)$/u.test(tree.caseOf(at)));
}

/** Whether a token hangs from another without a clause of its own between. */
export function isBelow(sentence: EventSentence, token: number, root: number): boolean {
  for (let at = token, steps = 0; at >= 0 && steps < 30; steps++) {
    if (at === root) return true;
    const hasSubject = sentence.tree.by(at, "nsubj").length > 0;
    const relation = relationAt(sentence, at);
    if (relation === "parataxis" || (hasSubject && /^(?:acl|advcl)$/u.test(relation))) return false;
    at = headAt(sentence, at);
  }
  return false;
}

function ofWord(word: StanceWord, context: StanceContext): readonly Candidate[] {
  const { sentence, named, lexicon } = context;
  const { token, entry, matter } = word;
  const standing = standingOf(sentence, token);
  if (standing === null || isNobodys(sentence, token)) return [];
  const stance = stanceOf(word, standing, context);
  if (stance === null) return [];
  const speaker = speakerAt(context, token);
  const isSpeakers = standing.isDuty || isNeeded(sentence, word);
  const holders = isSpeakers
    ? inPolitics(speaker === null ? [] : [speaker], context)
    : holdersOf(word, context, speaker);
  if (holders.length === 0) return [];
  const inside = matter.map((root) => issuesIn(sentence, root, named, lexicon));
  const isStrict = entry.how === "acts" || entry.matter.includes("verdict");
  const issues = firstFound([
    ...inside,
    ...(isStrict && matter.length > 0 ? [] : [behind(word, context)]),
    ...(isStrict ? [] : matter.map((root) => issueBelow(sentence, root, named, lexicon))),
    ...(entry.named ? [] : matter.map((root) => issueBefore(root, context))),
  ]);
  const how = modalityOf(entry.how, standing);
  const through = isSpeakers ? null : issuedBy(sentence, token);
  const common = {
    by: "word",
    token,
    how: through === null ? how : "acts",
    holders,
    matter,
    isNamedOnly: entry.named,
    through,
  } as const;
  const own = named.filter((one) => one.token === token);
  if (issues.length > 0 || own.length === 0) return [{ ...common, stance, issues }];
  // "recognise the state", "lift the sanctions": the word itself names the issue, or what counts against it
  const done = own.slice(0, 1).map((one) => ({ named: one, isTurned: false, depth: 0, isHere: true }));
  return [{ ...common, stance: turned("supports", standing.isTurned), issues: done }];
}

/** The issue behind the word, unless it is on whom a demand is made: "urged the observers to leave". */
function behind({ token, matter }: StanceWord, { sentence, named, lexicon }: StanceContext): readonly Matter[] {
  const { tree } = sentence;
  const addressed = tree.by(token, "obj", "iobj").filter((at) => !matter.includes(at) && matter.length > 0);
  return issueBehind(sentence, token, named, lexicon).filter((one) => !addressed.includes(one.named.token));
}

function stanceOf(
  { token, entry }: StanceWord,
  { isTurned, how }: Standing,
  { sentence, lexicon }: StanceContext,
): Candidate["stance"] | null {
  const verdict = entry.matter.includes("verdict") ? verdictOf(sentence, token, lexicon) : null;
  const own = verdict === null ? entry.stance : (lexicon.verdicts.get(lemmaAt(sentence, verdict)) ?? entry.stance);
  if (!isTurned) return entry.isNegatedOnly ? null : own;
  if (entry.negated === "none") return null;
  if (entry.how === "acts" && how === null) return null; // "has not signed"
  return entry.negated === "ambivalent" ? "ambivalent" : turned(own, true);
}

function modalityOf(how: Modality, { how: helped, isDuty, isTurned }: Standing): Modality {
  if (isDuty) return "demands";
  if ((how !== "states" && how !== "acts") || helped === null) return how;
  return isTurned ? "ruled-out" : helped;
}

/** "is urgently needed": by who says so. */
const isNeeded = (sentence: EventSentence, { token, predicate }: StanceWord): boolean =>
  predicate?.isPassive === true && /^(?:need|want|require)$/u.test(lemmaAt(sentence, token));

/**
 * "sent troops to support them", "ruling out talks plays into his hands", "the pressure to abandon it": what something is
 * done for, what doing it does, what is only spoken of.
 */
function isNobodys(sentence: EventSentence, token: number): boolean {
  const { tree } = sentence;
  const relation = relationAt(sentence, token);
  if (uposAt(sentence, token) !== "VERB") return false;
  const isGerund = (sentence.forms[token] ?? "").endsWith("ing") && tree.by(token, "aux", "nsubj").length === 0;
  const [first] = tree.reach(token);
  if (relation === "csubj" || (isGerund && sentence.forms[first - 1] === "that")) return true;
  if (!hasMark(sentence, token, "to")) return false;
  const head = lemmaAt(sentence, headAt(sentence, token));
  if (relation === "acl") return !/^(?:decision|move|step|vote|effort|attempt|readiness)$/u.test(head);
  if (relation === "xcomp") return !/^(?:continue|begin|start|go|help|dare|choose|proceed|appear|have)$/u.test(head);
  return relation === "advcl";
}
