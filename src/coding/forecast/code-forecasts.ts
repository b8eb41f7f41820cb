import { createHash } from "node:crypto";
import { type CharSpan, charSpan, type DocumentId, type ForecastId, overlaps } from "../../text/span.ts";
import type { Coded } from "../coded.ts";
import { eventSentence } from "../event/event-sentence.ts";
import { predicateAt } from "../event/predicate.ts";
import { findProspects } from "./find-prospects.ts";
import type { Forecast } from "./forecast.ts";
import { horizonOf } from "./forecast-horizon.ts";
import type { ForecastLexicon } from "./forecast-lexicon.ts";
import { likelihoodOf } from "./forecast-likelihood.ts";
import { type Teller, tellerOf } from "./forecast-teller.ts";
import { contentOf, type Spans } from "./forecast-words.ts";
import { isForecast } from "./is-forecast.ts";
import { mergeForecasts } from "./merge-forecasts.ts";
import type { Prospect } from "./prospect.ts";

/** The forecasts of a document, in text order, each once. None without parses. */
export function codeForecasts(coded: Coded, lexicon: ForecastLexicon): readonly Forecast[] {
  const { document, reading } = coded;
  const found = (reading.parses ?? []).flatMap((parse, index) => {
    const prospects = findProspects(eventSentence(document.text, parse, index), lexicon);
    return prospects.flatMap((prospect) => {
      const teller = tellerOf(prospect, coded);
      return isForecast(prospect, teller, coded, lexicon) ? [toForecast(prospect, teller, coded, lexicon)] : [];
    });
  });
  return mergeForecasts(found, document);
}

function toForecast(prospect: Prospect, teller: Teller, coded: Coded, lexicon: ForecastLexicon): Forecast {
  const content = contentOf(prospect, teller.statement);
  return {
    id: forecastId(coded.document.id, content),
    holder: teller.holder,
    statement: teller.statement?.id ?? null,
    likelihood: likelihoodOf(prospect, lexicon),
    content,
    horizon: horizonOf(prospect, content, coded),
    evidence: evidenceOf(prospect, teller, content, coded),
  };
}

/** The content with the words that say it of the future and by whom: one stretch where they stand in its sentence. */
function evidenceOf(
  { sentence, token, expectation }: Prospect,
  { statement }: Teller,
  content: Spans,
  coded: Coded,
): Spans {
  const { tree } = sentence;
  const within = coded.reading.sentences[sentence.index];
  const told = [...(statement?.source.spans ?? []), ...(statement?.cue.spans ?? [])];
  const near = told.filter((span) => within !== undefined && overlaps(span, within));
  const far = told.filter((span) => !near.includes(span));
  const sign = tree.tokens[token];
  const holding = expectation === null ? [] : [expectation, ...predicateAt(sentence, expectation).subjects];
  const words = holding.flatMap((at) => tree.tokens[at] ?? []);
  const whole = hull([...content, ...near, ...words, ...(sign === undefined ? [] : [sign])]);
  return far.length === 0 ? [whole] : [whole, hull(far)];
}

const hull = (spans: readonly CharSpan[]): CharSpan =>
  charSpan(Math.min(...spans.map(({ start }) => start)), Math.max(...spans.map(({ end }) => end)));

/** SHA-256 over the document's id and the offsets of the content; first 128 bits, lower-case hex. */
export function forecastId(document: DocumentId, content: Spans): ForecastId {
  const digest = createHash("sha256").update(JSON.stringify([document, content.map(({ start, end }) => [start, end])]));
  return digest.digest("hex").slice(0, 32) as ForecastId; // the door through which a digest becomes an id
}
