import { headAt, lemmaAt, relationAt } from "../event/event-sentence.ts";
import type { Likelihood } from "./forecast.ts";
import type { ForecastLexicon } from "./forecast-lexicon.ts";
import { isNegated, type Prospect } from "./prospect.ts";

/**
 * How sure it is by its words: the sign's, made surer or less so by an adverb ("will probably"), turned round where it
 * is negated, then by who expects it ("fears it will" is no more than that it may), turned round where that is negated.
 */
export function likelihoodOf(prospect: Prospect, lexicon: ForecastLexicon): Likelihood {
  const { sentence, sign, token, matter, top, expectation } = prospect;
  const { tree } = sentence;
  const [adverb] = [matter, top]
    .flatMap((at) => tree.by(at, "advmod"))
    .flatMap((at) => lexicon.adverbs.get(lemmaAt(sentence, at)) ?? []);
  const isAuxiliary = sign === "auxiliary";
  const said = isAuxiliary && adverb !== undefined ? adverb : prospect.likelihood;
  // of an expectation its own likelihood is that of the sign, and is not told twice
  const isOpposed = sign === "expectation" || sign === "foresight" ? isNegated(sentence, matter) : isDenied(prospect);
  const told = isOpposed ? opposite[said] : said;
  const held = expectation === null ? null : (lexicon.expectations.get(lemmaAt(sentence, expectation)) ?? "likely");
  const weighed = held === null || expectation === token ? told : weigh(told, held);
  const holding = expectation ?? thinkingOver(prospect, lexicon);
  if (holding === null || !isHeldByNobody(prospect, holding)) return weighed;
  return weighed === "will" ? "unlikely" : opposite[weighed];
}

/** The "think" of "does not think it will": what is not thought is thought not to be. */
function thinkingOver({ sentence, top }: Prospect, { beliefs, expectations }: ForecastLexicon): number | null {
  const above = headAt(sentence, top);
  const lemma = lemmaAt(sentence, above);
  const isOver = relationAt(sentence, top) === "ccomp" && (beliefs.has(lemma) || expectations.has(lemma));
  return isOver ? above : null;
}

/** "does not expect", "few think", "nobody doubts". */
const isHeldByNobody = ({ sentence }: Prospect, holding: number): boolean =>
  isNegated(sentence, holding) ||
  sentence.tree.by(holding, "nsubj").some((at) => /^(?:few|nobody|none)$/u.test(lemmaAt(sentence, at)));

const isDenied = ({ sentence, token, matter, top }: Prospect): boolean =>
  [...new Set([token, matter, top])].filter((at) => isNegated(sentence, at)).length === 1;

/** Of "may not come" it is said that it may stay away: less than that it will not. */
const opposite: Readonly<Record<Likelihood, Likelihood>> = {
  will: "not",
  likely: "unlikely",
  may: "unlikely",
  unlikely: "likely",
  not: "will",
};

/** What is told, by one who expects it so: the less sure of the two. */
function weigh(told: Likelihood, held: Likelihood): Likelihood {
  if (held === "unlikely") return opposite[told] === "not" ? "unlikely" : opposite[told];
  if (told === "will") return held;
  return told === "not" && held !== "will" ? "unlikely" : told;
}
