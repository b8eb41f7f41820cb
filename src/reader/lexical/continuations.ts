import type { CharSpan } from "../../text/span.ts";
import type { Attribution } from "../reading.ts";

/**
 * Gives a quotation without a cue of its own, right after a sentence that ends an attributed quotation, to that
 * attribution: "“We agree,” she said. “We will sign.”" White space alone, and no blank line, may stand between.
 * All lists are in text order; attributions by their cues.
 */
export function continueQuotations(
  text: string,
  quotations: readonly CharSpan[],
  sentences: readonly CharSpan[],
  attributions: readonly Attribution[],
): readonly Attribution[] {
  const taken = attributions.flatMap(({ content }) => content).sort((a, b) => a.start - b.start);
  const starts = new Set(sentences.map(({ start }) => start));
  const added = new Map<number, CharSpan[]>();
  let owner = -1;
  let sentence = 0;
  let used = 0;
  let reached = 0;
  for (const quotation of quotations) {
    while ((attributions[owner + 1]?.cue[0]?.start ?? Number.POSITIVE_INFINITY) < quotation.start) {
      owner++;
      reached = endOf(attributions[owner]);
    }
    while ((taken[used]?.end ?? Number.POSITIVE_INFINITY) <= quotation.start) used++;
    while ((sentences[sentence]?.end ?? Number.POSITIVE_INFINITY) < reached) sentence++;
    const attribution = attributions[owner];
    if (attribution === undefined || !starts.has(quotation.start)) continue;
    if ((taken[used]?.start ?? Number.POSITIVE_INFINITY) < quotation.end) continue;
    const gap = text.slice(Math.max(reached, sentences[sentence]?.end ?? reached), quotation.start);
    if (gap.trim() !== "" || /\n\s*\n/u.test(gap) || !isQuoted(text, attribution)) continue;
    const more = added.get(owner) ?? [];
    more.push(quotation);
    added.set(owner, more);
    reached = quotation.end;
  }
  return attributions.map((attribution, at) => {
    const more = added.get(at);
    const [first, ...rest] = attribution.content;
    return more === undefined ? attribution : { ...attribution, content: [first, ...rest, ...more] };
  });
}

const endOf = (one: Attribution | undefined): number =>
  [...(one?.source ?? []), ...(one?.cue ?? []), ...(one?.content ?? [])].reduce(
    (most, { end }) => Math.max(most, end),
    0,
  );

const isQuoted = (text: string, { content }: Attribution): boolean =>
  content.some(({ start, end }) => /["“”]|''/u.test(text.slice(start, start + 2) + text.slice(end - 2, end)));
