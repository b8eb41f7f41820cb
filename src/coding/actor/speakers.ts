import type { Document } from "../../document/document.ts";
import type { CharSpan } from "../../text/span.ts";
import { type Cluster, newCluster } from "./cluster.ts";
import type { Description } from "./description.ts";
import type { Registry } from "./registry.ts";

/** Who speaks from an offset of the text to the next one: of an interview, a transcript, an article in the first person. */
export interface Turn {
  readonly from: number;
  readonly cluster: Cluster | null;
}

/** A label of one to eight words at the beginning of a paragraph or sentence: "Teo Castellin:", "Question:". */
const label =
  /(?:^|\n|(?<=[.?!”"]\s))[ \t]*((?:\p{Lu}[\p{L}.’'-]*|of|the|for|and)(?:[ \t]+(?:\p{Lu}[\p{L}.’'-]*|of|the|for|and)){0,7})[ \t]*:(?=\s)/gu;

/** Characters at the beginning of a body in which a single label is taken for a heading. */
const HEADING = 200;

/** Titles of texts that are somebody's own words throughout. */
const spoken =
  /(?<!\p{L})(?:remarks|speech|address|answers|opening statement|open letter|full text|transcript|keynote)(?!\p{L})/iu;

/**
 * The turns of a transcript, by the labels before them, in text order; of remarks under a title that names one speaker, one
 * turn. None where a text is neither.
 */
export function turnsOf(
  document: Document,
  named: ReadonlyMap<Description, Cluster>,
  spanOf: (description: Description) => CharSpan,
): readonly Turn[] {
  const { text } = document;
  const persons = [...named]
    .filter(([, cluster]) => cluster.type === "person")
    .map(([description, cluster]) => ({ span: spanOf(description), cluster }));
  const turns: Turn[] = [];
  for (const { span, cluster } of persons) {
    const colon = /^\s{0,2}:(?=\s)/u.exec(text.slice(span.end, span.end + 4));
    if (colon !== null) turns.push({ from: span.end + colon[0].length, cluster });
  }
  // the title may stand there twice
  const titles = document.regions.slice(0, 3).filter(({ kind }) => kind === "title" || kind === "repeat");
  const titleEnd = titles.at(-1)?.end ?? 0;
  const begun = new Set(turns.flatMap(({ from }) => [from - 2, from - 1, from, from + 1, from + 2]));
  for (const match of text.matchAll(label)) {
    const from = match.index + match[0].length;
    if (!begun.has(from)) turns.push({ from, cluster: null });
  }
  turns.sort((a, b) => a.from - b.from);
  const title = document.regions.find(({ kind }) => kind === "title");
  if (title !== undefined && spoken.test(text.slice(title.start, title.end))) {
    const inTitle = new Set(
      persons.flatMap(({ span, cluster }) => (span.start >= title.start && span.end <= title.end ? [cluster] : [])),
    );
    const [only] = inTitle;
    if (only !== undefined && inTitle.size === 1 && !turns.some(({ cluster }) => cluster !== null))
      return [{ from: title.end, cluster: only }];
  }
  const spokenBy = turns.filter(({ from }) => from > titleEnd);
  // one label alone is as likely a heading, unless a text leads up to it
  const isSpoken = spokenBy.length > 1 || (spokenBy[0]?.from ?? 0) > titleEnd + HEADING;
  return isSpoken && spokenBy.some(({ cluster }) => cluster !== null) ? spokenBy : [];
}

export function turnAt(turns: readonly Turn[], offset: number): Cluster | null {
  let [low, high] = [0, turns.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((turns[middle]?.from ?? Number.POSITIVE_INFINITY) <= offset) low = middle + 1;
    else high = middle;
  }
  return turns[low - 1]?.cluster ?? null;
}

/** Whoever the byline names, where it names one person; a new cluster unless the text speaks of them. */
export function authorOf({ bylines }: Document, registry: Registry): Cluster | null {
  const [byline] = bylines;
  if (byline === undefined || bylines.length > 1 || !/^\p{Lu}[\p{L}.’'-]+(?: \p{Lu}[\p{L}.’'-]+){1,3}$/u.test(byline))
    return null;
  const held = registry.byLast(byline.split(" ").at(-1) ?? "").find((one) => one.names.includes(byline));
  return held ?? registry.add(newCluster("person", byline));
}
