import type { Coded } from "../coded.ts";
import { headAt, lemmaAt, relationAt, uposAt } from "../event/event-sentence.ts";
import { horizonOf } from "./forecast-horizon.ts";
import type { ForecastLexicon } from "./forecast-lexicon.ts";
import type { Teller } from "./forecast-teller.ts";
import { contentOf } from "./forecast-words.ts";
import { isNegated, type Prospect } from "./prospect.ts";
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
    isAwaited(prospect)
  );
}

/** "Will it last?", "asked whether it would last", "how it might end". */
function isQuestion({ sentence, matter, top }: Prospect): boolean {
  if (sentence.forms.slice(-3).includes("?")) return true;
  const isAsking = (word: number): boolean => /^(?:how|what|why|whether|where)$/u.test(lemmaAt(sentence, word));
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
  const isDated = horizon?.to !== null && horizon?.to !== undefined;
  if (lemma === "can") return !isDated;
  return abilities.has(lemmaAt(sentence, matter)) || (isNegated(sentence, matter) && !isDated);
}

/** "The ill will appears to stem from": no verb after an auxiliary is inflected. */
function isNoVerb({ sentence, sign, matter, token }: Prospect): boolean {
  if (sign !== "auxiliary" || uposAt(sentence, matter) !== "VERB" || token > matter) return false;
  const isAlone = sentence.tree.by(matter, "aux").length === 1;
  return isAlone && sentence.forms[matter] === `${lemmaAt(sentence, matter)}s`;
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
  sign === "foresight" && sentence.tree.by(token, "nsubj").some((at) => /^(?:i|we)$/u.test(lemmaAt(sentence, at)));
