import { type CharSpan, trimSpan } from "./span.ts";

const segmenter = new Intl.Segmenter("en", { granularity: "sentence" });

/**
 * Sentences of `text` between `from` and `to`, in order, without the white space at their edges.
 */
export function splitSentences(text: string, from = 0, to = text.length): readonly CharSpan[] {
  const out: CharSpan[] = [];
  for (const { segment, index } of segmenter.segment(text.slice(from, to))) {
    const span = trimSpan(text, from + index, from + index + segment.length);
    if (span) out.push(span);
  }
  return out;
}
