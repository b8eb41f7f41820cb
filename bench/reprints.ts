import { join } from "node:path";
import { parseArgs } from "node:util";
import { findReprints } from "../src/analysis/reprints/find-reprints.ts";
import type { ReprintKind, Reprints } from "../src/analysis/reprints/reprint.ts";
import { packageRoot, version } from "../src/cli/package-root.ts";
import type { Document } from "../src/document/document.ts";
import { loadLanguageDetector } from "../src/document/language.ts";
import { toDocument } from "../src/document/to-document.ts";
import { type Article, closestPairs, loadArticles, type Part } from "./reprint-articles.ts";
import {
  all,
  cut,
  type Damage,
  pageOf,
  randomFor,
  replaceWords,
  reword,
  shuffle,
  stripMarks,
  vocabularyOf,
} from "./reprint-damage.ts";
import { measureExamples } from "./reprint-examples.ts";
import { measureGrowth } from "./reprint-growth.ts";

/** A way of copying: what is done, and what Parley should call it. */
interface Way {
  readonly damage: Damage;
  readonly kind: ReprintKind;
}

const part = cut(0.6, "any");
/** By name. Where a share of words is told, so many words were replaced by others. */
const ways: Readonly<Record<string, Way>> = {
  "headline changed": { damage: (copy) => copy, kind: "verbatim" },
  "marks stripped": { damage: stripMarks, kind: "verbatim" },
  "first half": { damage: cut(0.5, "first"), kind: "cut" },
  "any third": { damage: cut(0.34, "any"), kind: "cut" },
  shuffled: { damage: shuffle, kind: "shuffled" },
  "cut, shuffled, stripped": { damage: all(part, shuffle, stripMarks), kind: "shuffled" },
  "10 % of words": { damage: replaceWords(0.1, "all"), kind: "reworded" },
  "30 % of content words": { damage: replaceWords(0.3, "content"), kind: "reworded" },
  "30 % of words": { damage: replaceWords(0.3, "all"), kind: "reworded" },
  "30 %, as machines do": { damage: reword(0.3), kind: "reworded" },
  "50 % of content words": { damage: replaceWords(0.5, "content"), kind: "reworded" },
  "50 %, names kept": { damage: replaceWords(0.5, "no names"), kind: "reworded" },
  "50 % of words": { damage: replaceWords(0.5, "all"), kind: "reworded" },
  "50 %, as machines do": { damage: reword(0.5), kind: "reworded" },
  "50 % of content words, cut": { damage: all(part, replaceWords(0.5, "content")), kind: "reworded" },
  "50 % of words, cut, shuffled, stripped": {
    damage: all(part, replaceWords(0.5, "all"), shuffle, stripMarks),
    kind: "mixed",
  },
  "50 %, as machines do, cut, shuffled": { damage: all(part, reword(0.5), shuffle), kind: "mixed" },
};

type ToDocument = (file: string, text: string) => Document;

/**
 * `npm run bench -- reprints [--shared FOLDER] [--part tune|report] [--growth LARGEST] [--table]`
 *
 * How many copies are found whatever was done to them, and how many pairs are wrongly taken for copies? Copies are made
 * of each article of one half of PolNeAR and of the crisis articles, one way at a time, and looked for among the originals
 * and all the other copies; then the closest pairs of different articles alone. With --growth instead, the time for 1,000
 * articles and more. Prints one JSON object, or with --table the tables of docs/quality.md.
 */
export async function run(argv: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      shared: { type: "string", default: join(packageRoot, "..", "shared") },
      part: { type: "string", default: "report" },
      growth: { type: "string" },
      table: { type: "boolean", default: false },
    },
  });
  if (values.growth !== undefined) return print({ growth: measureGrowth(Number(values.growth)) });
  const figures = await measureReprints(values.shared, values.part === "tune" ? "tune" : "report");
  return values.table ? void process.stdout.write(tablesOf(figures)) : print(figures);
}

const print = (figures: object): void =>
  void process.stdout.write(`${JSON.stringify({ bench: "reprints", version, ...figures }, null, 2)}\n`);

interface Figures {
  readonly part: Part;
  readonly articles: number;
  readonly copies: Readonly<Record<string, WayFigures>>;
  readonly different: Readonly<Record<string, { readonly pairs: number; readonly linked: number }>>;
  readonly examples: Awaited<ReturnType<typeof measureExamples>>;
}

interface WayFigures {
  readonly copies: number;
  /** Copies in one group with their original; all shares in percent. */
  readonly found: number;
  /** Of copies of fewer than 60 words. */
  readonly foundOfShort: number;
  /** Of the pairs in groups, those of different articles. */
  readonly wrongPairs: number;
  readonly pairs: number;
  /** Of the links of a copy and its original: the kind is right; something tells the direction; and tells it right. */
  readonly kind: number;
  readonly directionTold: number;
  readonly directionRight: number;
}

/** Takes some minutes of one core. */
export async function measureReprints(shared: string, part: Part): Promise<Figures> {
  const articles = await loadArticles(shared, part);
  const detectLanguage = await loadLanguageDetector();
  const read: ToDocument = (file, text) => toDocument({ kind: "text", file, text, hints: null }, { detectLanguage });
  const words = vocabularyOf(articles.flatMap(({ sentences }) => sentences));
  const originals = articles.map((article, at) => ({
    key: `original ${at}`,
    document: read(
      article.id,
      pageOf({ sentences: article.sentences, inParagraph: 3 }, article.title, () => 1),
    ),
  }));
  const copies: Record<string, WayFigures> = {};
  for (const [name, way] of Object.entries(ways)) {
    const random = randomFor(`${part} ${name}`);
    const made = articles.map(({ id, sentences }, at) => {
      const copy = way.damage({ sentences, inParagraph: 3 }, words, random);
      return { key: `copy ${at}`, document: read(id, pageOf(copy, null, random)), words: wordsIn(copy.sentences) };
    });
    copies[name] = score(
      articles,
      findReprints([...originals, ...made]),
      made.map((one) => one.words),
      way.kind,
    );
  }
  return {
    part,
    articles: articles.length,
    copies,
    different: differentArticles(articles, read, part),
    examples: await measureExamples(),
  };
}

const wordsIn = (sentences: readonly string[]): number => sentences.join(" ").split(/\s+/u).length;

function score(
  articles: readonly Article[],
  { groups }: Reprints<string>,
  lengths: readonly number[],
  kind: ReprintKind,
): WayFigures {
  const numberOf = (key: string): number => Number(key.split(" ")[1]);
  const familyOf = (key: string): string => articles[numberOf(key)]?.family ?? "";
  let [pairs, wrongPairs] = [0, 0];
  const found = new Set<number>();
  for (const { documents } of groups) {
    documents.forEach((one, at) => {
      for (const other of documents.slice(at + 1)) {
        pairs++;
        if (familyOf(one) !== familyOf(other)) wrongPairs++;
        else if (numberOf(one) === numberOf(other)) found.add(numberOf(one));
      }
    });
  }
  const links = groups.flatMap((group) => group.links).filter(({ copy, of }) => numberOf(copy) === numberOf(of));
  const told = links.filter(({ direction }) => direction !== "none");
  const short = articles.map((_, at) => at).filter((at) => (lengths[at] ?? 0) < 60);
  return {
    copies: articles.length,
    found: percent(found.size, articles.length),
    foundOfShort: percent(short.filter((at) => found.has(at)).length, short.length),
    pairs,
    wrongPairs: percent(wrongPairs, pairs),
    kind: percent(links.filter((link) => link.kind === kind).length, links.length),
    directionTold: percent(told.length, links.length),
    directionRight: percent(told.filter(({ copy }) => copy.startsWith("copy")).length, told.length),
  };
}

/** Pairs of different articles by themselves, where nothing but the comparison stands between them and a wrong link. */
function differentArticles(articles: readonly Article[], read: ToDocument, part: Part): Figures["different"] {
  const random = randomFor(`${part} different`);
  const closest = closestPairs(articles, 500);
  const any = Array.from({ length: 2000 }, () => [at(articles, random), at(articles, random)] as const);
  const linked = (pairs: readonly (readonly [readonly string[], readonly string[]])[]) => ({
    pairs: pairs.length,
    linked: pairs.filter((pair) => {
      const reports = pair.map((sentences, nth) => ({
        key: String(nth),
        document: read(
          "",
          pageOf({ sentences, inParagraph: 3 }, `Article ${nth}`, () => 1),
        ),
      }));
      return findReprints(reports).groups.length > 0;
    }).length,
  });
  const texts = (pairs: readonly (readonly [number, number])[]) =>
    pairs.flatMap(([a, b]): (readonly [readonly string[], readonly string[]])[] => {
      const [one, other] = [articles[a], articles[b]];
      return one && other && one.family !== other.family ? [[one.sentences, other.sentences]] : [];
    });
  const events = texts(closest);
  const quotation = events.flatMap(([one, other]): typeof events => {
    const quoted = one.find((sentence) => /["“]/u.test(sentence) && sentence.length > 60);
    return quoted && other.length > 7 ? [[one, [...other.slice(0, 4), quoted, ...other.slice(4, 9)]]] : [];
  });
  return {
    "same event": linked(events),
    "same event, the second a brief": linked(events.map(([one, other]) => [one, other.slice(0, 3)])),
    "same event, a quotation in common": linked(quotation),
    "any two": linked(texts(any)),
  };
}

const at = (list: readonly unknown[], random: () => number): number => Math.floor(random() * list.length);
const percent = (of: number, all: number): number => (all === 0 ? 100 : Math.round((1000 * of) / all) / 10);

function tablesOf({ copies, different, examples }: Figures): string {
  const rows = Object.entries(copies).map(
    ([way, { found, foundOfShort, wrongPairs, kind, directionTold, directionRight }]) =>
      `| ${way} | ${found} | ${foundOfShort} | ${wrongPairs} | ${kind} | ${directionTold} | ${directionRight} |`,
  );
  const apart = Object.entries(different).map(([name, { pairs, linked }]) => `| ${name} | ${pairs} | ${linked} |`);
  return [
    "| copy | found | of short ones | wrong pairs | kind right | direction told | and right |",
    "| --- | --- | --- | --- | --- | --- | --- |",
    ...rows,
    "",
    "| different articles | pairs | linked |",
    "| --- | --- | --- |",
    ...apart,
    "",
    `examples: ${JSON.stringify(examples)}`,
    "",
  ].join("\n");
}
