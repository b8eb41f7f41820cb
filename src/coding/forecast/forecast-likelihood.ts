import { lemmaAt } from "../event/event-sentence.ts";
import { negations } from "../event/status-words.ts";
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
  if (expectation === null) return told;
  const held = lexicon.expectations.get(lemmaAt(sentence, expectation)) ?? "likely";
  const weighed = expectation === token ? told : weigh(told, held);
  return tree.by(expectation, "advmod").some((at) => negations.has(lemmaAt(sentence, at)))
    ? opposite[weighed]
    : weighed;
}

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
