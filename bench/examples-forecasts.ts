import type { ReadForecast, ReadObject } from "../src/publish/read-object.ts";

// How many of the forecasts that a person finds in the examples does `parley read` find, and does it know who forecasts
// and by when? One of the key is looked for in every document that has words for it. It is found where the content of
// one of the reader's shares at least three tenths of its words (Dice) with the key's content or with those words; each
// of either side counts once, the closest pairs first.

export interface KeyForecast {
  readonly id: string;
  readonly holder: string;
  readonly content: string;
  /** Days YYYY-MM-DD, both inclusive. */
  readonly horizon: { readonly from: string; readonly to: string } | null;
  readonly evidence: readonly { readonly document: string; readonly words: string }[];
}

export interface ScoredForecasts {
  /** `lastDay`, `bothDays`: of those found for which the key has a horizon, the share with the same last day, and with the same two, within one. */
  readonly figures: Readonly<Record<string, number>>;
  readonly differences: Readonly<Record<"missed" | "beyond" | "holders" | "horizons", readonly string[]>>;
}

interface Pair {
  readonly document: string;
  readonly key: KeyForecast;
  readonly read: ReadForecast;
  readonly dice: number;
  /** The name of the actor that the reader holds for it. */
  readonly holder: string | null;
}

/** @param reads the documents that are scored, by their names in the key. */
export function scoreForecasts(key: readonly KeyForecast[], reads: ReadonlyMap<string, ReadObject>): ScoredForecasts {
  const documents = [...reads].map(([document, object]) => {
    const wanted = key.filter(({ evidence }) => evidence.some((one) => one.document === document));
    return { document, object, wanted, pairs: pairsIn(document, wanted, object) };
  });
  const pairs = documents.flatMap((one) => one.pairs);
  const dated = pairs.filter((pair) => pair.key.horizon !== null);
  const [wanted, read] = [
    documents.flatMap((one) => one.wanted.map((forecast) => ({ ...one, forecast }))),
    documents.flatMap((one) => one.object.forecasts.map((forecast) => ({ ...one, forecast }))),
  ];
  const share = (part: readonly unknown[], whole: readonly unknown[]): number =>
    Math.round((1000 * part.length) / Math.max(1, whole.length)) / 1000;
  const missed = wanted.filter(({ pairs: own, forecast }) => !own.some((pair) => pair.key === forecast));
  const beyond = read.filter(({ pairs: own, forecast }) => !own.some((pair) => pair.read === forecast));
  return {
    figures: {
      key: wanted.length,
      read: read.length,
      found: pairs.length,
      precision: share(pairs, read),
      recall: share(pairs, wanted),
      holder: share(pairs.filter(hasHolder), pairs),
      dated: dated.length,
      lastDay: share(dated.filter(endsRight), dated),
      bothDays: share(
        dated.filter((pair) => endsRight(pair) && beginsRight(pair)),
        dated,
      ),
    },
    differences: {
      missed: missed.map(({ document, forecast }) => `${document}: ${forecast.id} ${forecast.content}`),
      beyond: beyond.map(({ document, object, forecast }) => `${document}: ${contentOf(forecast, object)}`),
      holders: pairs
        .filter((pair) => !hasHolder(pair))
        .map((pair) => `${placeOf(pair)} ${pair.holder} for ${pair.key.holder}`),
      horizons: dated
        .filter((pair) => !(endsRight(pair) && beginsRight(pair)))
        .map((pair) => `${placeOf(pair)} ${JSON.stringify(pair.read.horizon)} for ${JSON.stringify(pair.key.horizon)}`),
    },
  };
}

function pairsIn(document: string, wanted: readonly KeyForecast[], object: ReadObject): readonly Pair[] {
  const candidates = wanted
    .flatMap((key) =>
      object.forecasts.map((read): Pair => {
        const told = key.evidence.filter((one) => one.document === document).map(({ words }) => words);
        const dice = Math.max(...[key.content, ...told].map((words) => overlap(words, contentOf(read, object))));
        return { document, key, read, dice, holder: object.actors.find(({ id }) => id === read.holder)?.name ?? null };
      }),
    )
    .filter(({ dice }) => dice >= 0.3)
    .toSorted((a, b) => b.dice - a.dice);
  const used = new Set<KeyForecast | ReadForecast>();
  return candidates.filter(({ key, read }) => {
    if (used.has(key) || used.has(read)) return false;
    used.add(key).add(read);
    return true;
  });
}

const placeOf = ({ document, key }: Pair): string => `${document}: ${key.id}`;

const contentOf = ({ content }: ReadForecast, { document }: ReadObject): string =>
  content.map(([start, end]) => document.text.slice(start, end)).join(" … ");

const tokens = (words: string): ReadonlySet<string> => new Set(words.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);

function overlap(a: string, b: string): number {
  const [left, right] = [tokens(a), tokens(b)];
  return (2 * [...left].filter((word) => right.has(word)).length) / Math.max(1, left.size + right.size);
}

/** A word of the key's name for the holder that is longer than three letters. */
function hasHolder({ key, holder }: Pair): boolean {
  const own = tokens(holder ?? "");
  return [...tokens(key.holder)].some((word) => word.length > 3 && own.has(word));
}

const endsRight = ({ key, read }: Pair): boolean => isNear(read.horizon?.to ?? null, key.horizon?.to ?? null);
const beginsRight = ({ key, read }: Pair): boolean => isNear(read.horizon?.from ?? null, key.horizon?.from ?? null);

const isNear = (a: string | null, b: string | null): boolean =>
  a === null || b === null ? a === b : Math.abs(Date.parse(a) - Date.parse(b)) <= 86_400_000;
