import { ReprintFinder } from "../src/analysis/reprints/find-reprints.ts";
import type { ReportText } from "../src/analysis/reprints/reprint.ts";
import { charSpan } from "../src/text/span.ts";
import { mulberry32, persons } from "./synthetic-articles.ts";

/** Time and memory for so many articles. Seconds are the processor's, so that what else runs beside it changes little. */
export interface Growth {
  readonly articles: number;
  /** Taking the texts in; finding what belongs together. */
  readonly secondsToAdd: number;
  readonly secondsToFind: number;
  readonly millisecondsAnArticle: number;
  readonly pairsCompared: number;
  readonly groups: number;
  /** Of the copies among them, in percent, those found. */
  readonly found: number;
  /** Of the whole process, at its most so far. */
  readonly peakMegabytes: number;
}

const sizes = [1000, 2000, 5000, 10_000, 20_000, 50_000, 100_000, 200_000, 500_000, 1_000_000];

/**
 * For 1,000 articles, 2,000 and so on up to `largest`. Every tenth is a copy of an earlier one, shuffled, with a third of
 * its words replaced. The articles are of one news: 40 stories of 400 words each besides the common ones, the same
 * persons in all, so that many have words and names in common.
 */
export function measureGrowth(largest: number): readonly Growth[] {
  return sizes
    .filter((size) => size <= largest)
    .map((size) => {
      const growth = growthAt(size);
      process.stderr.write(`${JSON.stringify(growth)}\n`); // the larger ones take long
      return growth;
    });
}

function growthAt(articles: number): Growth {
  const finder = new ReprintFinder<string>();
  const begin = processorSeconds();
  for (let number = 0; number < articles; number++) finder.add({ key: String(number), document: documentOf(number) });
  const added = processorSeconds();
  let pairsCompared = 0;
  const { groups } = finder.reprints((_, all) => {
    pairsCompared = all;
  });
  const end = processorSeconds();
  const together = new Set(
    groups.flatMap(({ links }) => links.flatMap(({ copy, of }) => [`${copy} ${of}`, `${of} ${copy}`])),
  );
  const copies = Array.from({ length: Math.floor(articles / 10) }, (_, nth) => 10 * nth + 9);
  const found = copies.filter((copy) => together.has(`${copy} ${originalOf(copy)}`)).length;
  return {
    articles,
    secondsToAdd: hundredths(added - begin),
    secondsToFind: hundredths(end - added),
    millisecondsAnArticle: hundredths((1000 * (end - begin)) / articles),
    pairsCompared,
    groups: groups.length,
    found: Math.round((1000 * found) / copies.length) / 10,
    peakMegabytes: Math.round(process.resourceUsage().maxRSS / 2 ** 10),
  };
}

const processorSeconds = (): number => process.cpuUsage().user / 1e6;
const hundredths = (number: number): number => Math.round(100 * number) / 100;

/** Any article before it that is no copy itself. */
const originalOf = (copy: number): number => {
  const at = Math.floor(mulberry32(copy)() * copy);
  return at % 10 === 9 ? at - 1 : at;
};

function documentOf(number: number): ReportText {
  const text = (number % 10 === 9 ? copyOf(number) : sentencesOf(number)).join(" ");
  return {
    text,
    regions: [{ kind: "body", ...charSpan(0, text.length) }],
    title: null,
    outlet: null,
    published: null,
    language: "en",
    order: "original",
    damage: [],
    origin: null,
  };
}

/** About 300 words. */
function sentencesOf(number: number): readonly string[] {
  const random = mulberry32(number);
  const story = Math.floor(random() * 40);
  return Array.from({ length: 14 }, () => {
    const words = Array.from({ length: 20 }, () => wordOf(random, story));
    words.splice(Math.floor(random() * 3), 0, persons[Math.floor(persons.length ** random()) - 1] ?? "");
    return `${words.join(" ")}.`;
  });
}

function copyOf(number: number): readonly string[] {
  const random = mulberry32(number + 1e7);
  const sentences = sentencesOf(originalOf(number)).map((sentence) =>
    sentence.replace(/\p{L}+/gu, (word) => (random() < 1 / 3 ? wordOf(random, 40) : word)),
  );
  return sentences
    .map((sentence) => ({ sentence, key: random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ sentence }) => sentence);
}

const little = "the of to and in a that for on with as was at by it from is had not be were their has which".split(" ");

/** Half little words, a third words of any article, the rest of the story; of each, the first much more often. */
function wordOf(random: () => number, story: number): string {
  const kind = random();
  if (kind < 0.5) return little[Math.floor(random() * little.length)] ?? "";
  if (kind < 0.83) return madeUp(Math.floor(20_000 ** random()));
  return madeUp(100_000 + 400 * story + Math.floor(400 ** random()));
}

function madeUp(number: number): string {
  const syllables = ["ka", "lo", "ves", "tir", "mo", "ran", "sel", "du", "vik", "os"];
  let word = "";
  for (let left = number + 100; left > 0; left = Math.floor(left / 10)) word += syllables[left % 10];
  return word;
}
