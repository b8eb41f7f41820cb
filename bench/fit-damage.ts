/**
 * Fits src/document/order-weights.ts: `npm run build && node dist/bench/fit-damage.js ../shared > /tmp/order-weights.ts`, then move it there.
 * Figures by kind of text, out of fold, go to standard error. Takes about three minutes on one core.
 */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { opening } from "../src/document/order.ts";
import { sentenceFacts } from "../src/document/order-facts.ts";
import { pairFeatureNames, placeFeatureNames } from "../src/document/order-features.ts";
import {
  type OrderWeights,
  orderScore,
  ownSignals,
  type SignalName,
  type Signals,
  signalNames,
  sizeBeyond,
  termSignals,
} from "../src/document/order-signals.ts";
import { type OrderTerms, orderTerms, pairDistances, places } from "../src/document/order-terms.ts";
import { splitSentences } from "../src/text/sentences.ts";
import { charSpan } from "../src/text/span.ts";

interface Degrade {
  stripMarks(text: string): { readonly text: string };
  shuffleSentences(text: string, seed: number): string;
}
/** One text as an outlet or a scraper may show it, in order or out of it. */
interface Variant {
  readonly kind: string;
  readonly text: string;
  /** Where the body begins: what stands above it is known to be the title. */
  readonly start: number;
  readonly disordered: boolean;
  /** In the fits; the figures count every text once. */
  readonly weight: number;
}
interface Row {
  /** Index of the text that it was made from: rows of one text lie in one fold. */
  readonly from: number;
  readonly kind: string;
  readonly disordered: boolean;
  readonly weight: number;
  /** In sentences. */
  readonly size: number;
  readonly lines: boolean;
  readonly terms: OrderTerms;
  readonly own: ReturnType<typeof ownSignals>;
}
type Scored = Row & { readonly score: number };
type TermWeights = Pick<OrderWeights, "pair" | "place">;

const shared = resolve(process.argv[2] ?? "../shared");
const { stripMarks, shuffleSentences }: Degrade = await import(pathToFileURL(`${shared}/eval/degrade.mjs`).href);
const texts = readFileSync(`${shared}/data/polnear/train.jsonl`, "utf8")
  .trim()
  .split("\n")
  .map((line): string => JSON.parse(line).text);
const folds = 3;
const minSentences = 4;
/** Shares of undamaged texts that may be called suspect: in lines, and in any other layout. */
const falseShares = { lines: 0.0075, paragraphs: 0 };

function variants(text: string, seed: number): readonly Variant[] {
  const sentences = splitSentences(text).map(({ start, end }) => text.slice(start, end));
  const bare = withoutTitle(text);
  const title = text.slice(0, text.length - bare.length);
  const stripped = stripMarks(text).text;
  const clean = (kind: string, shown: string, weight = 1): Variant => ({
    ...{ kind: `clean ${kind}`, text: shown, disordered: false, weight },
    start: 0,
  });
  const torn = (kind: string, shown: string, weight = 1): Variant => ({
    ...{ kind: `shuffled ${kind}`, text: shown, disordered: true, weight },
    start: 0,
  });
  const below = (variant: Variant): Variant => ({
    ...variant,
    text: title + variant.text,
    start: title.length,
  });
  const opened = (count: number): readonly Variant[] => {
    const first = sentences.slice(0, count).join(" ");
    return sentences.length < count * 1.3
      ? []
      : [clean(`first ${count}`, first), torn(`first ${count}`, shuffleSentences(first, seed + count))];
  };
  const marked = [
    clean("as published", text, 3),
    clean("in lines", sentences.join("\n")),
    clean("without title", bare, 3),
    clean("without marks", stripped, 2),
    clean("without title and marks", withoutTitle(stripped), 2),
    ...opened(8),
    ...opened(12),
    ...opened(16),
    ...[1, 2, 3, 4].map((more) => torn("in lines", shuffleSentences(text, seed + more))),
    torn("in one paragraph", shuffleSentences(text, seed + 5).replaceAll("\n", " "), 0),
    torn("without title", shuffleSentences(bare, seed + 6)),
    torn("without marks", shuffleSentences(stripped, seed + 7)),
    torn("uncut", shuffled(sentences, seed + 8).join("\n")),
    below(torn("below title", shuffleSentences(bare, seed + 9), 0.5)),
    ...byParagraph(text).map((shown) => torn("by paragraph", shown, 0.2)),
    ...byParagraph(stripMarks(bare).text).map((shown) => below(torn("by paragraph below title", shown, 0.3))),
  ];
  return marked.filter((variant) => variant.text.trim() !== "");

  function byParagraph(from: string): readonly string[] {
    const paragraphs = from.split(/\n+/u).filter((paragraph) => paragraph.trim());
    return paragraphs.length > 6 ? [shuffled(paragraphs, seed).join("\n")] : [];
  }
}

const withoutTitle = (text: string): string => text.replace(/^[^\n]{1,250}\n\n/u, "");

function generator(seed: number): () => number {
  let state = seed >>> 0 || 1;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

function shuffled<T>(items: readonly T[], seed: number): readonly T[] {
  const random = generator(seed);
  return items
    .map((item) => ({ item, key: random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);
}

function rowsOf(text: string, from: number): readonly Row[] {
  return variants(text, from * 13).map(({ kind, text: shown, start, disordered, weight }) => {
    const { words, sentences, lines } = opening(shown, [charSpan(start, shown.length)]);
    const facts = sentenceFacts(sentences.length < 3 ? ["", "", ""] : sentences);
    return {
      ...{ from, kind, disordered, lines, size: sentences.length },
      weight: sentences.length < 4 ? 0 : weight,
      terms: orderTerms(facts),
      own: ownSignals(words, facts),
    };
  });
}

/** The weights of all terms at once, beside the signals that need none. */
function fitTerms(rows: readonly Row[]): TermWeights {
  const fitted = logistic(
    rows,
    ({ terms, own }) => [...Object.values(own), ...terms.pair.flat(), ...terms.place.flat()],
    100,
  );
  let at = Object.keys(rows[0]?.own ?? {}).length;
  const take = (names: readonly string[]): Record<string, number> => {
    at += names.length;
    return Object.fromEntries(
      names
        .map((name, index) => [name, round(fitted[at - names.length + index] ?? 0)] as const)
        .filter(([, weight]) => Math.abs(weight) >= 0.005),
    );
  };
  return {
    pair: pairDistances.map(() => take(pairFeatureNames)),
    place: places.map(() => take(placeFeatureNames)),
  };
}

/** Each row with its signals by weights that were fitted on other texts. */
type Signalled = readonly [Row, Signals];
function crossFit(rows: readonly Row[], foldOf: (row: Row) => number): readonly Signalled[] {
  return Array.from({ length: folds }, (_, fold) => {
    const weights = fitTerms(rows.filter((row) => foldOf(row) !== fold));
    return withSignals(
      rows.filter((row) => foldOf(row) === fold),
      weights,
    );
  }).flat();
}

const withSignals = (rows: readonly Row[], weights: TermWeights): readonly Signalled[] =>
  rows.map((row) => [row, { ...row.own, ...termSignals(row.terms, weights) }]);

/** Evidence may only speak the way it is meant to: what would turn round beside the rest is left out. */
function fitSignals(rows: readonly Signalled[], left: ReadonlySet<string> = new Set()): OrderWeights["signal"] {
  const signalsOf = new Map(rows);
  const fitted = logistic(
    rows.map(([row]) => row),
    (row) => {
      const signals = signalsOf.get(row);
      const values = signalNames.map((name) => (left.has(name) ? 0 : (signals?.[name] ?? 0)));
      return [...values, ...values.map((value, at) => (changesWithSize(at) ? value * sizeBeyond(row.size) : 0))];
    },
    10,
  );
  const turned = signalNames.filter((name, index) => (fitted[index] ?? 0) * (meant[name] ?? 1) < 0);
  if (turned.length > 0) return fitSignals(rows, new Set([...left, ...turned]));
  return Object.fromEntries(
    signalNames.map((name, index) => [
      name,
      [round(fitted[index] ?? 0), round(fitted[signalNames.length + index] ?? 0)],
    ]),
  ) as unknown as OrderWeights["signal"]; // every name of `signalNames` is there
}

/** The bias and the sums of terms, which stand before the evidence in `signalNames`. */
const changesWithSize = (index: number): boolean => index <= signalNames.indexOf("falling");
/** What speaks for the published order is -1, what may speak for either 0; everything else speaks against it. */
const meant: Readonly<Partial<Record<SignalName, number>>> = {
  bias: 0,
  titles: 0,
  fullNameFirst: -1,
  introducedFirst: -1,
  explainedFirst: -1,
  longFormFirst: -1,
  quotationsWhole: -1,
};

const round = (value: number): number => Math.round(value * 1000) / 1000;

/** Logistic regression by Newton's method; the ridge is on weights of features of deviation 1. */
function logistic(rows: readonly Row[], featuresOf: (row: Row) => readonly number[], ridge: number): readonly number[] {
  const used = rows.filter(({ weight }) => weight > 0);
  const features = used.map((row) => Float64Array.from(featuresOf(row)));
  const size = features[0]?.length ?? 0;
  const spread = Array.from({ length: size }, (_, column) => deviation(features.map((row) => row[column] ?? 0)) || 1);
  for (const row of features)
    for (let column = 0; column < size; column++) row[column] = (row[column] ?? 0) / (spread[column] ?? 1);
  const weights = new Float64Array(size);
  for (let round = 0; round < 8; round++) {
    const system = Array.from({ length: size }, () => new Float64Array(size + 1));
    used.forEach(({ disordered, weight }, index) => {
      const values = features[index] ?? weights;
      const chance = 1 / (1 + Math.exp(-dot(weights, values)));
      const curve = weight * Math.max(1e-6, chance * (1 - chance));
      const slope = weight * (chance - (disordered ? 1 : 0));
      system.forEach((line, row) => {
        const value = values[row] ?? 0;
        if (value === 0) return;
        line[size] = (line[size] ?? 0) + slope * value;
        const factor = curve * value;
        for (let column = row; column < size; column++)
          line[column] = (line[column] ?? 0) + factor * (values[column] ?? 0);
      });
    });
    system.forEach((line, row) => {
      for (let column = 0; column < row; column++) line[column] = system[column]?.[row] ?? 0;
      line[row] = (line[row] ?? 0) + ridge;
      line[size] = (line[size] ?? 0) + ridge * (weights[row] ?? 0);
    });
    const step = solve(system);
    step.forEach((value, row) => {
      weights[row] = (weights[row] ?? 0) - value;
    });
    if (step.every((value) => Math.abs(value) < 1e-3)) break;
  }
  return Array.from(weights, (weight, column) => weight / (spread[column] ?? 1));
}

function dot(weights: Float64Array, values: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < values.length; index++) sum += (weights[index] ?? 0) * (values[index] ?? 0);
  return sum;
}

function deviation(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
}

/** Gauss and Jordan; the last column is the right-hand side. */
function solve(system: readonly Float64Array[]): Float64Array {
  const size = system.length;
  system.forEach((line, row) => {
    const pivot = line[row] ?? 1;
    for (let column = row; column <= size; column++) line[column] = (line[column] ?? 0) / pivot;
    system.forEach((other, index) => {
      const factor = other[row] ?? 0;
      if (index === row || !factor) return;
      for (let column = row; column <= size; column++)
        other[column] = (other[column] ?? 0) - factor * (line[column] ?? 0);
    });
  });
  return Float64Array.from(system, (line) => line[size] ?? 0);
}

function scored(rows: readonly Signalled[], weights: OrderWeights["signal"]): readonly Scored[] {
  return rows.map(([row, signals]) => ({
    ...row,
    score: row.size < minSentences ? Number.NEGATIVE_INFINITY : orderScore(signals, row.size, weights),
  }));
}

function exceededBy(share: number, rows: readonly Scored[]): number {
  const scores = rows.map((row) => row.score).sort((a, b) => b - a);
  return round(scores[Math.floor(share * scores.length)] ?? 0);
}

type Thresholds = typeof falseShares;
function thresholdsFor(rows: readonly Scored[]): Thresholds {
  const inLines = rows.filter(({ kind }) => kind === "clean in lines");
  const published = rows.filter(({ kind, lines }) => /^clean (?:as published|without marks)$/u.test(kind) && !lines);
  return {
    lines: exceededBy(falseShares.lines, inLines),
    paragraphs: exceededBy(falseShares.paragraphs, published),
  };
}

function report(rows: readonly Scored[], thresholds: Thresholds): void {
  const say = (line: string) => process.stderr.write(`${line}\n`);
  say(JSON.stringify(thresholds));
  const suspect = (row: Scored) => row.score > (row.lines ? thresholds.lines : thresholds.paragraphs);
  const share = (part: readonly Scored[]) => `${part.filter(suspect).length} of ${part.length}`;
  for (const kind of new Set(rows.map((row) => row.kind))) {
    const group = rows.filter((row) => row.kind === kind);
    say(`${kind}: ${share(group)} suspect`);
    if (!kind.endsWith("in lines")) continue;
    for (const [from, to] of [
      [0, 5],
      [5, 8],
      [8, 13],
      [13, 20],
      [20, 40],
      [40, 401],
    ] as const)
      say(`  ${from} to ${to - 1} sentences: ${share(group.filter(({ size }) => size >= from && size < to))}`);
  }
}

function write(weights: OrderWeights, thresholds: Thresholds): void {
  process.stdout.write(`import type { OrderWeights } from "./order-signals.ts";

/**
 * Origin: bench/fit-damage.ts on the 840 training articles of PolNeAR 1.0 (command there), shuffled and as published.
 * A text whose sentences single line breaks part is suspect above \`lines\`, any other above \`paragraphs\`: the scores
 * that ${100 * falseShares.lines} % and ${100 * falseShares.paragraphs} % of such undamaged texts exceed, out of fold. Sizes bound the time that a long text takes.
 */
export const orderThresholds = { minSentences: ${minSentences}, maxSentences: 400, maxCharacters: 120_000, lines: ${thresholds.lines}, paragraphs: ${thresholds.paragraphs} } as const;

export const orderWeights: OrderWeights = ${JSON.stringify(weights)};
`);
}

const rows = texts.flatMap(rowsOf);
const outer = crossFit(rows, ({ from }) => from % folds);
const outOfFold = Array.from({ length: folds }, (_, fold) => {
  const inner = crossFit(
    rows.filter(({ from }) => from % folds !== fold),
    ({ from }) => Math.floor(from / folds) % folds,
  );
  return scored(
    outer.filter(([{ from }]) => from % folds === fold),
    fitSignals(inner),
  );
}).flat();
const thresholds = thresholdsFor(outOfFold);
report(outOfFold, thresholds);
write({ ...fitTerms(rows), signal: fitSignals(outer) }, thresholds);
