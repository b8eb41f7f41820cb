import { splitSentences } from "../text/sentences.ts";
import { type CharSpan, textOf } from "../text/span.ts";
import { sentenceFacts } from "./order-facts.ts";
import { orderScore, orderSignals } from "./order-signals.ts";
import { orderThresholds, orderWeights } from "./order-weights.ts";

/**
 * "suspect" where the sentences of the body cannot have stood in this order when they were published; "original"
 * otherwise, which includes every text too short to tell. Of a long text the beginning is read, which bounds the time.
 * Method and figures: docs/decisions/0007.
 */
export function findOrder(text: string, body: readonly CharSpan[]): "original" | "suspect" {
  const { words, sentences, lines } = opening(text, body);
  if (sentences.length < orderThresholds.minSentences || !isProse(sentences)) return "original";
  const facts = sentenceFacts(sentences);
  const signals = orderSignals(words, facts, orderWeights);
  const score = orderScore(signals, facts.length, orderWeights.signal);
  return score > (lines ? orderThresholds.lines : orderThresholds.paragraphs) ? "suspect" : "original";
}

/** An interview in questions and answers and a list have few sentences that could lean on each other. */
const isProse = (sentences: readonly string[]): boolean =>
  sentences.filter((sentence) => /[.!?…]["'”’)]*$/u.test(sentence) && !/^(?:[-–•*·]|\p{Lu}:)\s/u.test(sentence))
    .length >
  sentences.length / 2;

/** The line above the body and its first sentences, and whether single line breaks part them, as scrapers leave them. */
export function opening(text: string, body: readonly CharSpan[]) {
  const start = body[0]?.start ?? 0;
  const title = /^[^\S\n]*(\S[^\n]{0,250})$/mu.exec(text.slice(0, Math.min(start, 2000)))?.[1];
  const sentences: CharSpan[] = [];
  for (const span of body) {
    const room = orderThresholds.maxCharacters - span.start + start;
    if (room <= 0) break;
    sentences.push(...splitSentences(text, span.start, Math.min(span.end, span.start + room)));
  }
  const kept = sentences.slice(0, orderThresholds.maxSentences);
  const breaks = kept
    .slice(1)
    .filter((span, index) => /^[^\S\n]*\n[^\S\n]*$/u.test(text.slice(kept[index]?.end, span.start)));
  const words = [...(title ? [title.trim()] : []), ...kept.map((span) => textOf(text, span))];
  return {
    words: words.join("\n"),
    sentences: words,
    lines: breaks.length > 0.3 * kept.length,
  };
}
