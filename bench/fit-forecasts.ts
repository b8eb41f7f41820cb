/**
 * Fits src/coding/forecast/forecast-weights.ts: `npm run build && node dist/bench/fit-forecasts.js ../shared > /tmp/forecast-weights.ts`,
 * then move it there. Figures, out of fold by document, go to standard error. Takes about three minutes on two cores.
 */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { loadCodebook } from "../src/cli/load-codebook.ts";
import { packageRoot } from "../src/cli/package-root.ts";
import { loadReader } from "../src/cli/reading/pipeline.ts";
import type { Codebook } from "../src/coding/codebook.ts";
import { eventSentence } from "../src/coding/event/event-sentence.ts";
import { findProspects } from "../src/coding/forecast/find-prospects.ts";
import { tellerOf } from "../src/coding/forecast/forecast-teller.ts";
import { contentOf } from "../src/coding/forecast/forecast-words.ts";
import { isDuty, isOutspoken } from "../src/coding/forecast/is-forecast.ts";
import { featuresOf } from "../src/coding/forecast/prospect-features.ts";
import { isRuledOut } from "../src/coding/forecast/ruled-out.ts";
import { loadLanguageDetector } from "../src/document/language.ts";
import { toDocument } from "../src/document/to-document.ts";
import type { CharSpan } from "../src/text/span.ts";
import { codedBy } from "./coded-by.ts";
import { type Example, fitLogistic } from "./logistic.ts";

type Collection = "crisis" | "polnear";

/** A text with what people found in it. */
interface Text {
  readonly collection: Collection;
  readonly text: string;
  readonly date: string | null;
  /** Where the coded forecasts stand; null of a text of which single words are labelled. */
  readonly coded: readonly (readonly [start: number, end: number])[] | null;
}

/** A prospect, with what it is labelled. */
interface Row {
  readonly collection: Collection;
  readonly document: number;
  readonly features: readonly string[];
  readonly isOutspoken: boolean;
  /** Null: left out of the fit, and wrong where it is found. */
  readonly label: boolean | null;
  /** Of the coded forecasts of its document those that share three tenths of its words. */
  readonly hits: readonly number[];
}

const shared = resolve(process.argv[2] ?? "../shared");
const threshold = -0.2;
/** What sixty articles have of their own is believed less than what all texts share. */
const penaltyOf = (name: string): number => (name.startsWith("crisis: ") ? 12 : 4);
/** A coded article says more of what a person calls a forecast than a labelled word of an election campaign. */
const weightOf: Readonly<Record<Collection, number>> = { crisis: 2, polnear: 1 };
const folds = 10;

const lines = (path: string): readonly string[] => readFileSync(path, "utf8").trim().split("\n");
const hashOf = (text: string): string => createHash("sha256").update(text).digest("hex").slice(0, 12);

const labels = new Map(
  lines(join(packageRoot, "training", "forecast-labels.tsv")).map((line) => {
    const [, text = "", start = "", forecast = ""] = line.split("\t");
    return [`${text} ${start}`, forecast] as const;
  }),
);

function readTexts(): readonly Text[] {
  const labelled = new Set([...labels.keys()].map((key) => key.split(" ")[0]));
  const crisis = lines(join(shared, "data/crisis-coded.jsonl")).map((line): Text => {
    const { text, forecasts } = JSON.parse(line) as { text: string; forecasts: { span: [number, number] }[] };
    return { collection: "crisis", text, date: null, coded: forecasts.map(({ span }) => span) };
  });
  const polnear = lines(join(shared, "data/polnear/train.jsonl")).flatMap((line): readonly Text[] => {
    const { text, date } = JSON.parse(line) as { text: string; date: string };
    return labelled.has(hashOf(text)) ? [{ collection: "polnear", text, date, coded: null }] : [];
  });
  return [...crisis, ...polnear];
}

async function rowsOf(texts: readonly Text[]): Promise<readonly Row[]> {
  const [reader, codebook, detectLanguage] = [
    await loadReader("trained"),
    loadCodebook(),
    await loadLanguageDetector(),
  ];
  const rows: Row[] = [];
  for (const [index, text] of texts.entries()) {
    const hints = text.date === null ? null : { publishedAt: text.date, from: "sidecar" as const };
    const document = toDocument({ kind: "text", file: `${index}`, text: text.text, hints }, { detectLanguage });
    const parsed = await reader.read(document);
    rows.push(...prospectsOf(text, index, codedBy(document, parsed, codebook), codebook));
  }
  return rows;
}

function prospectsOf(
  { collection, coded: gold, text }: Text,
  document: number,
  coded: ReturnType<typeof codedBy>,
  { forecasts: lexicon }: Codebook,
): readonly Row[] {
  const shift = text.indexOf(coded.document.text.trim()) - coded.document.text.search(/\S/u);
  return (coded.reading.parses ?? []).flatMap((parse, index) =>
    findProspects(eventSentence(coded.document.text, parse, index), lexicon).flatMap((prospect): readonly Row[] => {
      const teller = tellerOf(prospect, coded);
      const outspoken = isOutspoken(prospect, teller, coded, lexicon);
      if (isRuledOut(prospect, teller, coded, lexicon) || (isDuty(prospect) && !outspoken)) return [];
      const content = contentOf(prospect, teller.statement);
      const hits = (gold ?? []).flatMap((span, at) => (dice(text, [span], content, shift) >= 0.3 ? [at] : []));
      const start = prospect.sentence.tree.tokens[prospect.matter]?.start ?? 0;
      const own = labels.get(`${hashOf(coded.document.text)} ${start}`);
      const label =
        hits.length > 0 || own === "yes" ? true : own === "no" || (gold !== null && own === undefined) ? false : null;
      const features = featuresOf(prospect, teller, coded, lexicon);
      return [{ collection, document, features, isOutspoken: outspoken, label, hits }];
    }),
  );
}

function dice(
  text: string,
  gold: readonly (readonly [number, number])[],
  content: readonly CharSpan[],
  shift: number,
): number {
  const words = [...text.matchAll(/[\p{L}\p{N}]+/gu)].map(({ index }) => index);
  const wanted = words.filter((at) => gold.some(([start, end]) => start <= at && at < end));
  const own = words.filter((at) => content.some(({ start, end }) => start + shift <= at && at < end + shift));
  return (2 * wanted.filter((at) => own.includes(at)).length) / Math.max(1, wanted.length + own.length);
}

/**
 * Every feature twice, once of all texts and once of its collection (Daumé 2007, "Frustratingly easy domain
 * adaptation"): what is particular to an election campaign stays there.
 */
const withOwn = (collection: Collection, features: readonly string[]): readonly string[] => [
  ...features,
  ...["", ...features.filter((name) => !name.includes(","))].map((name) => `${collection}: ${name}`),
];

function weigh(rows: readonly Row[]): ReadonlyMap<string, number> {
  const examples = rows.flatMap(({ collection, features, label }): readonly Example[] =>
    label === null ? [] : [{ features: withOwn(collection, features), label, weight: weightOf[collection] }],
  );
  const weights = fitLogistic(examples, penaltyOf);
  const names = [...weights.keys()].filter((name) => !/^(?:crisis|polnear): /u.test(name));
  return new Map(names.map((name) => [name, (weights.get(name) ?? 0) + (weights.get(`crisis: ${name}`) ?? 0)]));
}

const scoreBy = (weights: ReadonlyMap<string, number>, { features }: Row): number =>
  features.reduce((sum, name) => sum + (weights.get(name) ?? 0), weights.get("") ?? 0);

/** Each row of the coded articles with its score by weights fitted without its document. */
function outOfFold(rows: readonly Row[], foldOf: (document: number) => number): readonly (readonly [Row, number])[] {
  const coded = rows.filter(({ collection }) => collection === "crisis");
  return [...new Set(coded.map(({ document }) => foldOf(document)))].flatMap((fold) => {
    const isIn = ({ collection, document }: Row): boolean => collection === "crisis" && foldOf(document) === fold;
    const weights = weigh(rows.filter((row) => !isIn(row)));
    return coded.filter(isIn).map((row) => [row, scoreBy(weights, row)] as const);
  });
}

function report(name: string, scored: readonly (readonly [Row, number])[], texts: readonly Text[]): void {
  const found = scored.filter(([row, score]) => row.isOutspoken || score >= threshold).map(([row]) => row);
  const right = found.filter(({ hits }) => hits.length > 0).length;
  const hit = new Set(found.flatMap(({ document, hits }) => hits.map((at) => `${document} ${at}`))).size;
  const gold = texts.reduce((sum, { coded }) => sum + (coded?.length ?? 0), 0);
  const figures = { found: found.length, right, gold, hit, p: right / found.length, r: hit / gold };
  process.stderr.write(`${name}: ${JSON.stringify(figures)}\n`);
}

const texts = readTexts();
const rows = await rowsOf(texts);
report(
  "ten folds",
  outOfFold(rows, (document) => document % folds),
  texts,
);
const third = outOfFold(rows, (document) => (document % 3 === 2 ? 1 : 0));
report(
  "third third, fitted on the two others",
  third.filter(([{ document }]) => document % 3 === 2),
  texts.filter((_, document) => document % 3 === 2),
);
const count = (label: boolean | null, collection: Collection): number =>
  rows.filter((row) => row.label === label && row.collection === collection).length;
const weights = [...weigh(rows)]
  .filter(([, weight]) => Math.abs(weight) >= 0.005)
  .toSorted(([a], [b]) => (a < b ? -1 : 1));
process.stdout.write(`/**
 * Origin: bench/fit-forecasts.ts on the 60 coded articles of crisis-coded.jsonl (${count(true, "crisis")} prospects that fit a coded forecast,
 * ${count(false, "crisis")} that fit none, ${count(null, "crisis")} left out) and on ${count(true, "polnear") + count(false, "polnear")} prospects in articles of PolNeAR's training half that
 * training/forecast-labels.tsv labels (${count(true, "polnear")} forecasts). The empty name is the intercept.
 */
export const forecastThreshold = ${threshold};

export const forecastWeights: ReadonlyMap<string, number> = new Map([
${weights.map(([name, weight]) => `  [${JSON.stringify(name)}, ${Math.round(weight * 100) / 100}],`).join("\n")}
]);
`);
process.exit(0);
