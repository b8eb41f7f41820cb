import { splitSentences } from "../text/sentences.ts";
import { type CharSpan, textOf } from "../text/span.ts";
import { sentenceFacts } from "./order-facts.ts";
import { orderSignals, type SignalName } from "./order-signals.ts";
import { orderThresholds, orderWeights } from "./order-weights.ts";

/**
 * "suspect" where the sentences of the body cannot have stood in this order when they were published; "original"
 * otherwise, which includes every text too short to tell. Of a long text the beginning is read, which bounds the time.
 * Method and figures: docs/decisions/0005.
 */
export function findOrder(text: string, body: readonly CharSpan[]): "original" | "suspect" {
  const { words, sentences, paragraphs } = opening(text, body);
  if (sentences.length < orderThresholds.minSentences) return "original";
  const signals = orderSignals(words, sentenceFacts(sentences), orderWeights);
  let score = 0;
  for (const [name, value] of Object.entries(signals)) score += value * orderWeights.signal[name as SignalName];
  return score > (paragraphs ? orderThresholds.paragraphs : orderThresholds.lines) ? "suspect" : "original";
}

/** The first sentences of the body, and whether they still stand in paragraphs of more than one. */
export function opening(text: string, body: readonly CharSpan[]) {
  const sentences: CharSpan[] = [];
  for (const { start, end } of body) {
    const room = orderThresholds.maxCharacters - start + (body[0]?.start ?? 0);
    if (room <= 0) break;
    sentences.push(...splitSentences(text, start, Math.min(end, start + room)));
  }
  const kept = sentences.slice(0, orderThresholds.maxSentences);
  const words = kept.map((span) => textOf(text, span));
  const joins = kept.slice(1).filter((span, index) => !/\n/u.test(text.slice(kept[index]?.end, span.start))).length;
  return { words: words.join("\n"), sentences: words, paragraphs: joins > 0.1 * kept.length };
}
