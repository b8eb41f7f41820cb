import type { Coded } from "../coded.ts";
import { hasMark, headAt, lemmaAt, relationAt, uposAt } from "../event/event-sentence.ts";
import { horizonOf } from "./forecast-horizon.ts";
import type { ForecastLexicon } from "./forecast-lexicon.ts";
import type { Teller } from "./forecast-teller.ts";
import { contentOf, contentTokens } from "./forecast-words.ts";
import { isNegated, isUs, type Prospect } from "./prospect.ts";
import { tellingOf } from "./prospect-telling.ts";

/** What is no forecast by its form: a question, a wish, a hope, what one is able to do. */
export function isRuledOut(prospect: Prospect, teller: Teller, coded: Coded, lexicon: ForecastLexicon): boolean {
  return (
    isQuestion(prospect) ||
    isWish(prospect, lexicon) ||
    isAbility(prospect, teller, coded, lexicon) ||
    isNoVerb(prospect) ||
    isProposal(prospect) ||
    isHope(prospect, teller, coded, lexicon) ||
    isResolve(prospect, coded) ||
    isDescription(prospect) ||
    isFormer(prospect, teller) ||
    isFragment(prospect) ||
    isAwaited(prospect)
  );
}

/** "Will it last?", "asked whether it would last", "has not said when it will end". */
function isQuestion({ sentence, matter, top }: Prospect): boolean {
  if (sentence.forms.slice(-3).includes("?")) return true;
  const above = headAt(sentence, top);
  const isUnknown = above >= 0 && isNegated(sentence, above);
  const isAsking = (word: number): boolean =>
    /^(?:how|what|why|whether|where)$/u.test(lemmaAt(sentence, word)) ||
    (isUnknown && /^(?:when|who|which)$/u.test(lemmaAt(sentence, word)) && relationAt(sentence, top) !== "acl");
  return [top, matter].some((at) => sentence.tree.of(at).some((word) => word < at && isAsking(word)));
}

/** "I would like". */
const isWish = ({ sentence, matter, token }: Prospect, { wishes }: ForecastLexicon): boolean =>
  lemmaAt(sentence, token) === "would" &&
  wishes.has(lemmaAt(sentence, matter)) &&
  sentence.tree.by(matter, "nsubj").some((at) => /^(?:i|we|you)$/u.test(lemmaAt(sentence, at)));

/** "can vote", "could not be reached": unless it is told when, or that it is expected. */
function isAbility(prospect: Prospect, { statement }: Teller, coded: Coded, { abilities }: ForecastLexicon): boolean {
  const { sentence, token, matter, sign, expectation } = prospect;
  const lemma = lemmaAt(sentence, token);
  if (sign !== "auxiliary" || expectation !== null || !/^(?:can|could)$/u.test(lemma)) return false;
  const horizon = horizonOf(prospect, contentOf(prospect, statement), coded);
  const isDated = coded.document.published !== null && horizon !== null && horizon.to !== null;
  if (lemma === "can") return !isDated;
  return abilities.has(lemmaAt(sentence, matter)) || (isNegated(sentence, matter) && !isDated);
}

/** "The ill will appears to stem from", "they'd agreed": no verb after an auxiliary is inflected. */
function isNoVerb({ sentence, sign, matter, token }: Prospect): boolean {
  if (sign !== "auxiliary" || uposAt(sentence, matter) !== "VERB" || token > matter) return false;
  if (sentence.tree.by(matter, "aux").length > 1) return false;
  const [form = "", lemma] = [sentence.forms[matter], lemmaAt(sentence, matter)];
  const isHad = /^['’]d$/u.test(sentence.forms[token] ?? "") && form !== lemma;
  return isHad || form === `${lemma}s`;
}

/** "The easiest way would be to leave." */
const isProposal = ({ sentence, token, matter }: Prospect): boolean =>
  lemmaAt(sentence, token) === "would" &&
  sentence.tree.by(matter, "cop").length > 0 &&
  sentence.tree.by(matter, "mark").some((at) => lemmaAt(sentence, at) === "to");

/** "I hope that reason will prevail." */
function isHope({ sentence, top }: Prospect, teller: Teller, coded: Coded, lexicon: ForecastLexicon): boolean {
  const isBelow = relationAt(sentence, top) === "ccomp" && lexicon.hopes.has(lemmaAt(sentence, headAt(sentence, top)));
  return isBelow || tellingOf(teller, coded, lexicon) === "hope";
}

/** "We are expecting an answer." */
const isAwaited = ({ sentence, sign, token }: Prospect): boolean =>
  sign === "foresight" &&
  (sentence.forms[token] ?? "").endsWith("ing") &&
  sentence.tree.by(token, "nsubj").some((at) => /^(?:i|we)$/u.test(lemmaAt(sentence, at)));

/** "Nothing will stop me." */
const isResolve = ({ sentence, matter, token }: Prospect, { document }: Coded): boolean =>
  lemmaAt(sentence, token) === "will" &&
  isNegated(sentence, matter) &&
  isUs(sentence.tree.by(matter, "obj"), sentence, document);

/** "a law that would let them sue", "the changes they may make": which one is meant, and no more. */
function isDescription({ sentence, sign, top, expectation }: Prospect): boolean {
  const { tree } = sentence;
  if (relationAt(sentence, top) !== "acl" || expectation !== null || sign === "verdict") return false;
  if (hasMark(sentence, top, "that") || hasMark(sentence, top, "to")) return false;
  const [first] = tree.reach(top);
  const isApart = [first - 1, first].some((at) => uposAt(sentence, at) === "PUNCT" && at > headAt(sentence, top));
  return !isApart && (sign === "auxiliary" || tree.by(top, "aux", "cop").length > 0);
}

/** "did not expect them to leave", "had feared that"; "was doomed to fail", where nobody says so of what was then to come. */
function isFormer({ sentence, sign, token, expectation }: Prospect, { statement }: Teller): boolean {
  const hasForm = (at: number, forms: RegExp): boolean =>
    sentence.tree.by(at, "aux", "cop").some((helper) => forms.test(sentence.forms[helper] ?? ""));
  if (expectation !== null) return hasForm(expectation, /^(?:did|had)$/u);
  const isThen = statement === null || statement.quotation === "direct";
  return isThen && (sign === "frame" || sign === "verdict") && hasForm(token, /^(?:was|were|had)$/u);
}

const isFragment = (prospect: Prospect): boolean =>
  contentTokens(prospect).filter((at) => uposAt(prospect.sentence, at) !== "PUNCT").length < 3;
