import { overlaps } from "../../text/span.ts";
import type { Coded } from "../coded.ts";
import { type EventSentence, hasMark, headAt, lemmaAt, relationAt, uposAt } from "../event/event-sentence.ts";
import { isPassive } from "../event/voice.ts";
import { isBound, timesAhead } from "./forecast-horizon.ts";
import type { ForecastLexicon } from "./forecast-lexicon.ts";
import type { Teller } from "./forecast-teller.ts";
import { contentOf, contentTokens } from "./forecast-words.ts";
import { isInfinitive, isNegated, isUs, type Prospect } from "./prospect.ts";
import { partyOf, subjectKind } from "./prospect-subject.ts";
import { tellerKind, tellingOf } from "./prospect-telling.ts";

/** What speaks for or against a prospect's being a forecast, by name: `forecast-weights.ts` weighs it. */
export function featuresOf(
  prospect: Prospect,
  teller: Teller,
  coded: Coded,
  lexicon: ForecastLexicon,
): readonly string[] {
  const { sentence, expectation } = prospect;
  const matter = begun(sentence, prospect.matter);
  const telling = tellingOf(teller, coded, lexicon);
  const voice = teller.statement === null ? "narration" : "statement";
  const sign = signOf(prospect, lexicon);
  const subject = subjectKind(prospect, teller, coded, lexicon);
  const party = partyOf(subject);
  const verb = verbKind(sentence, matter, lexicon);
  const done = isPassive(sentence, matter) ? `${verb} done` : verb;
  const holder = tellerKind(teller, coded, lexicon);
  const marks = marksOf(prospect, matter, coded, lexicon);
  return [
    `sign ${sign}`,
    `sign ${sign}, ${voice}`,
    `sign ${sign}, party ${party}`,
    `told ${telling}`,
    `${voice}, party ${party}`,
    `subject ${subject}`,
    `party ${party}`,
    `verb ${verb}`,
    `verb ${verb}, ${voice}`,
    `verb ${done}, party ${party}`,
    `place ${placeOf(prospect)}`,
    ...(expectation === null ? [] : [`expectation ${lexicon.expectations.get(lemmaAt(sentence, expectation))}`]),
    ...(teller.statement === null ? [] : [`quotation ${teller.statement.quotation}`]),
    ...(holder === null ? [] : [`holder ${holder}`]),
    ...(holder === "observer" ? [`holder observer, party ${party}`] : []),
    ...timeFeatures(prospect, teller, coded).flatMap((time) => [`time ${time}`, `time ${time}, ${voice}`]),
    ...marks,
  ];
}

function signOf({ sentence, sign, token, matter, likelihood }: Prospect, lexicon: ForecastLexicon): string {
  const lemma = lemmaAt(sentence, token);
  switch (sign) {
    case "auxiliary":
      return lemma === "can" && isNegated(sentence, matter) ? "cannot" : lemma === "shall" ? "will" : lemma;
    case "frame":
      return /^(?:go|about|set)$/u.test(lemma) ? lemma : `frame ${likelihood}`;
    case "expectation":
      return `expectation ${lexicon.foresights.has(lemma) ? "foresight" : likelihood}`;
    default:
      return sign;
  }
}

/** Of "continue to fall" the fall. */
function begun(sentence: EventSentence, matter: number): number {
  const isCarrying = /^(?:continue|begin|start|keep|help|have|need|be)$/u.test(lemmaAt(sentence, matter));
  return (isCarrying ? sentence.tree.by(matter, "xcomp")[0] : undefined) ?? matter;
}

function verbKind(sentence: EventSentence, matter: number, { acts, outcomes }: ForecastLexicon): string {
  if (sentence.tree.by(matter, "cop").length > 0) return "copula";
  const lemma = lemmaAt(sentence, matter);
  if (lemma === "be" || lemma === "have") return lemma;
  const [isAct, isOutcome] = [acts.has(lemma), outcomes.has(lemma)];
  if (isAct || isOutcome) return isAct && isOutcome ? "either" : isAct ? "act" : "outcome";
  return uposAt(sentence, matter) === "VERB" ? "other" : "none";
}

/** Where the clause stands: what is said itself, or something within it. */
function placeOf({ sentence, top, expectation }: Prospect): string {
  if (expectation !== null) return "expected";
  const relation = relationAt(sentence, top);
  switch (relation) {
    case "root":
    case "parataxis":
      return "main";
    case "acl":
      if (hasMark(sentence, top, "that")) return "ccomp";
      return isOfObject(sentence, top) ? "acl of its object" : "acl";
    case "conj":
      return /^(?:root|ccomp|parataxis)$/u.test(relationAt(sentence, headAt(sentence, top))) ? "conj" : "conj below";
    default:
      return relation;
  }
}

/** "the means that they may use". */
const isOfObject = ({ tree }: EventSentence, top: number): boolean =>
  !tree.by(top, "nsubj").some((at) => /^(?:who|which|that)$/u.test(tree.tokens[at]?.lemma ?? ""));

/** "by Tuesday" bounds, "on Tuesday" is a day, "this spring" a stretch. */
function timeFeatures(prospect: Prospect, { statement }: Teller, coded: Coded): readonly string[] {
  const content = contentOf(prospect, statement);
  const [time] = timesAhead(content, coded);
  if (time === undefined) return [];
  return ["any", isBound(time, coded) ? "bound" : time.precision === "day" ? "day" : "stretch"];
}

function marksOf(prospect: Prospect, matter: number, coded: Coded, lexicon: ForecastLexicon): readonly string[] {
  const { sentence, token, top } = prospect;
  const { tree, forms } = sentence;
  const tokens = contentTokens(prospect);
  const lemmaOf = (at: number): string => lemmaAt(sentence, at);
  const adverbs = [matter, top].flatMap((at) => tree.by(at, "advmod", "obl"));
  const spoken = coded.document.regions.filter(({ kind }) => kind === "title");
  const word = tree.tokens[matter];
  const holds: readonly (readonly [string, boolean])[] = [
    ["done", isPassive(sentence, matter)],
    ["negated", isNegated(sentence, matter) || isNegated(sentence, token)],
    [
      "condition",
      tokens.some((at) => /^(?:if|unless|otherwise|should)$/u.test(lemmaOf(at)) && relationAt(sentence, at) !== "aux"),
    ],
    ["certainty", adverbs.some((at) => lexicon.adverbs.has(lemmaOf(at)))],
    ["in time", adverbs.some((at) => inTime.test(lemmaOf(at)))],
    ["to do", tree.of(top).some((at) => isInfinitive(sentence, at)) && relationAt(sentence, top) !== "xcomp"],
    ["comparative", tokens.some((at) => isComparative(sentence, at))],
    ["number", tokens.some((at) => /\d/u.test(forms[at] ?? ""))],
    ["short", tokens.length < 5],
    ["long", tokens.length > 25],
    ["first person about", forms.some((form) => /^(?:we|our|i|my|ours)$/u.test(form))],
    ["done to us", isUs(tree.by(matter, "obj"), sentence, coded.document)],
    ["title", word !== undefined && spoken.some((region) => overlaps(region, word))],
  ];
  return holds.flatMap(([name, isSo]) => (isSo ? [name] : []));
}

const inTime = /^(?:soon|eventually|ultimately|then|still|ever|never|again|further|finally|long)$/u;

function isComparative(sentence: EventSentence, token: number): boolean {
  const lemma = lemmaAt(sentence, token);
  if (/^(?:more|less|worse|better|further|most|fewer|worst|best)$/u.test(lemma)) return true;
  const isGraded = /^(?:ADJ|ADV)$/u.test(uposAt(sentence, token));
  return isGraded && /..er$/u.test(sentence.forms[token] ?? "") && !lemma.endsWith("er");
}
