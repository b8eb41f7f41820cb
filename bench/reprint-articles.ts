import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { splitSentences } from "../src/text/sentences.ts";

/** An article of the shared data, in sentences, without its headline. */
export interface Article {
  readonly id: string;
  readonly title: string;
  readonly sentences: readonly string[];
  /** Articles of one family carry one report of themselves: the data have some. */
  readonly family: string;
}

/** On the one thresholds were tuned, on the other figures are taken. */
export type Part = "tune" | "report";

/** PolNeAR and the 60 crisis articles: every second of train and of the crisis to tune; the others, with dev, to report. */
export async function loadArticles(shared: string, part: Part): Promise<readonly Article[]> {
  const lines = async (file: string): Promise<readonly unknown[]> =>
    (await readFile(join(shared, "data", file), "utf8"))
      .split("\n")
      .filter(Boolean)
      .map((line) => JSON.parse(line));
  const mine = (_: unknown, at: number): boolean => at % 2 === (part === "tune" ? 0 : 1);
  const news = (await lines("polnear/train.jsonl")).filter(mine);
  if (part === "report") news.push(...(await lines("polnear/dev.jsonl")));
  const crisis = (await lines("ukraine-crisis.jsonl")).filter(mine);
  const articles = [
    ...(news as readonly NewsArticle[]).map(({ id, title, text }) => ({
      id,
      title,
      sentences: splitSentences(text).map(({ start, end }) => text.slice(start, end)),
    })),
    ...(crisis as readonly CrisisArticle[]),
  ].map((article) => ({ ...article, sentences: withoutTitle(article.title, article.sentences) }));
  const families = familiesOf(articles.map(({ sentences }) => sentences));
  return articles.map((article, at) => ({ ...article, family: String(families[at]) }));
}

interface NewsArticle {
  readonly id: string;
  readonly title: string;
  readonly text: string;
}
interface CrisisArticle {
  readonly id: string;
  readonly title: string;
  readonly sentences: readonly string[];
}

function withoutTitle(title: string, sentences: readonly string[]): readonly string[] {
  const letters = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
  return sentences.filter((sentence, at) => at > 1 || letters(sentence) !== letters(title));
}

/**
 * By article, the first one that shares two fifths of the shorter one's runs of eight words with it. Told by this alone,
 * not by Parley.
 */
function familiesOf(articles: readonly (readonly string[])[]): readonly number[] {
  const runs = articles.map((sentences) => runsOf(sentences.join(" ")));
  const byRun = new Map<string, number[]>();
  runs.forEach((own, at) => {
    for (const run of own) byRun.set(run, [...(byRun.get(run) ?? []), at]);
  });
  const families: number[] = [];
  runs.forEach((own, at) => {
    const shared = new Map<number, number>();
    for (const run of own) for (const other of byRun.get(run) ?? []) shared.set(other, (shared.get(other) ?? 0) + 1);
    const first = [...shared].find(
      ([other, count]) => other < at && count >= 0.4 * Math.min(own.size, runs[other]?.size ?? 0),
    )?.[0];
    families.push(first === undefined ? at : (families[first] ?? at));
  });
  return families;
}

function runsOf(text: string): ReadonlySet<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(words.slice(7).map((_, at) => words.slice(at, at + 8).join(" ")));
}

/** The pairs of different articles with most in common by TF-IDF: the same event, the same people, the same numbers. */
export function closestPairs(articles: readonly Article[], count: number): readonly (readonly [number, number])[] {
  const bags = articles.map(({ sentences }) => bagOf(sentences.join(" ")));
  const counts = new Map<string, number>();
  for (const bag of bags) for (const word of bag.keys()) counts.set(word, (counts.get(word) ?? 0) + 1);
  const vectors = bags.map((bag) => normal(bag, (word) => Math.log(bags.length / (counts.get(word) ?? 1))));
  const scored: { readonly pair: readonly [number, number]; readonly score: number }[] = [];
  vectors.forEach((own, a) => {
    for (let b = a + 1; b < vectors.length; b++) {
      if (articles[a]?.family === articles[b]?.family) continue;
      let score = 0;
      for (const [word, weight] of own) score += weight * (vectors[b]?.get(word) ?? 0);
      scored.push({ pair: [a, b], score });
    }
  });
  return scored
    .sort((one, other) => other.score - one.score)
    .slice(0, count)
    .map(({ pair }) => pair);
}

function bagOf(text: string): ReadonlyMap<string, number> {
  const bag = new Map<string, number>();
  for (const word of text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []) bag.set(word, (bag.get(word) ?? 0) + 1);
  return bag;
}

function normal(bag: ReadonlyMap<string, number>, weight: (word: string) => number): ReadonlyMap<string, number> {
  const weighted = [...bag].map(([word, count]) => [word, (1 + Math.log(count)) * weight(word)] as const);
  const length = Math.sqrt(weighted.reduce((sum, [, own]) => sum + own * own, 0)) || 1;
  return new Map(weighted.map(([word, own]) => [word, own / length]));
}
