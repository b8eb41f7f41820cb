import type { Document } from "../../document/document.ts";
import { type CharSpan, charSpan, overlaps, textOf } from "../../text/span.ts";
import type { Forecast } from "./forecast.ts";
import type { Spans } from "./forecast-words.ts";

/**
 * Each forecast once: of two of which one tells the other within it the whole, a headline's only where the body has
 * none of its holder or in its words, and what is told again in the same words beside the first, as evidence.
 */
export function mergeForecasts(found: readonly Forecast[], document: Document): readonly Forecast[] {
  const outer = found.filter((one) => !found.some((other) => other !== one && isWithin(one, other)));
  const titles = document.regions.filter(({ kind }) => kind === "title");
  const isTitle = ({ content: [first] }: Forecast): boolean => titles.some((title) => overlaps(title, first));
  const body = outer.filter((one) => !isTitle(one));
  const repeats = (one: Forecast): boolean =>
    body.some((other) => isSame(one, other) || overlap(wordsOf(one, document), wordsOf(other, document)) >= 0.3);
  const told = outer.filter((one) => !isTitle(one) || !repeats(one)).toSorted((a, b) => startOf(a) - startOf(b));
  const merged: Forecast[] = [];
  for (const one of told) {
    const before = merged.findIndex(
      (other) => other.holder === one.holder && overlap(wordsOf(one, document), wordsOf(other, document)) === 1,
    );
    const first = merged[before];
    if (first === undefined) merged.push(one);
    else merged[before] = { ...first, evidence: [...first.evidence, ...one.evidence] };
  }
  return merged;
}

const isSame = (one: Forecast, other: Forecast): boolean => one.holder !== null && one.holder === other.holder;

const startOf = ({ content }: Forecast): number => content[0].start;

/** The same stretch is within itself: of two of those the first is kept. */
function isWithin(one: Forecast, other: Forecast): boolean {
  const [inner, outer] = [wholeOf(one.content), wholeOf(other.content)];
  return (
    outer.start <= inner.start && inner.end <= outer.end && (inner.start !== outer.start || inner.end !== outer.end)
  );
}

const wholeOf = (spans: Spans): CharSpan => charSpan(spans[0].start, spans.at(-1)?.end ?? spans[0].end);

const wordsOf = ({ content }: Forecast, { text }: Document): readonly string[] =>
  content.flatMap(
    (span) =>
      textOf(text, span)
        .toLowerCase()
        .match(/[\p{L}\p{N}]+/gu) ?? [],
  );

/** Twice the words in common over all, each counted once (Dice). */
function overlap(a: readonly string[], b: readonly string[]): number {
  const [left, right] = [new Set(a), new Set(b)];
  const common = [...left].filter((word) => right.has(word)).length;
  return (2 * common) / Math.max(1, left.size + right.size);
}
