import { splitSentences } from "../text/sentences.ts";
import { type CharSpan, textOf } from "../text/span.ts";

/**
 * "suspect" where the sentences of the body cannot have stood in this order when they were published; "original"
 * otherwise, which includes every text too short to tell.
 */
export function findOrder(text: string, body: readonly CharSpan[]): "original" | "suspect" {
  const sentences = body.flatMap((span) => splitSentences(text, span.start, span.end));
  let depth = 0;
  let orphans = 0;
  for (const span of sentences) {
    for (const [mark] of textOf(text, span).matchAll(/[“”]/gu)) {
      if (mark === "”" && depth === 0) orphans++;
      depth = mark === "“" ? 1 : 0;
    }
  }
  return orphans > 2 ? "suspect" : "original";
}
