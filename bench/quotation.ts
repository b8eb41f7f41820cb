import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { loadReader } from "../src/cli/reading/pipeline.ts";
import { quotationOf } from "../src/coding/statement/quotation.ts";
import type { Quotation } from "../src/coding/statement/statement.ts";
import type { Document } from "../src/document/document.ts";
import { loadLanguageDetector } from "../src/document/language.ts";
import { toDocument } from "../src/document/to-document.ts";
import type { Pair } from "../src/publish/read-object.ts";
import type { Attribution } from "../src/reader/reading.ts";

const kinds: readonly Quotation[] = ["direct", "indirect", "mixed"];

/** A text without its marks, one attribution that the reader found in it, and the kind that the marks told. */
interface Sample {
  readonly text: string;
  readonly attribution: Attribution;
  readonly kind: Quotation;
}

/**
 * `npm run bench -- quotation [--shared FOLDER] [--train]`
 *
 * How well are the kinds of quotation told when all marks are lost? PolNeAR dev, or with --train every twentieth article
 * of train, which training keeps apart. Gold is what the marks of the undamaged text say (at most a tenth of the letters
 * outside them: direct), over those of the trained reader's statements that are in the gold: half of the content's words
 * shared and a word of the cue. Prints what the rules make of them, the reader alone, and both together.
 */
export async function run(argv: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...argv],
    options: { shared: { type: "string", default: "../shared" }, train: { type: "boolean", default: false } },
  });
  const samples = await samplesOf(values.shared, values.train);
  const together = samples.map((sample) => ({ sample, ...told(sample, sample.attribution) }));
  const figures = {
    bench: "quotation",
    articles: values.train ? "PolNeAR train, every twentieth" : "PolNeAR dev",
    statements: samples.length,
    rules: confusion(samples, (sample) => told(sample, { ...sample.attribution, quotation: null }).quotation),
    reader: confusion(samples, ({ attribution }) => likeliest(attribution)),
    together: confusion(samples, (sample) => told(sample, sample.attribution).quotation),
    unresolved: shareRight(together.filter(({ isCertain }) => !isCertain)),
    resolved: shareRight(together.filter(({ isCertain }) => isCertain)),
  };
  process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`);
}

const told = ({ text }: Sample, attribution: Attribution) =>
  quotationOf(text, attribution, { quotations: [], areLost: true });

function likeliest({ quotation }: Attribution): Quotation {
  if (quotation === null) throw new Error("the trained reader gave no probabilities");
  return kinds.reduce((best, kind) => (quotation[kind] > quotation[best] ? kind : best), "indirect");
}

/** Accuracy in percent, and for each kind of the gold how often each was called. */
function confusion(samples: readonly Sample[], call: (sample: Sample) => Quotation) {
  const called = samples.map((sample) => ({ kind: sample.kind, call: call(sample) }));
  const count = (kind: Quotation, as: Quotation) =>
    called.filter((each) => each.kind === kind && each.call === as).length;
  const rows = kinds.map((kind) => [kind, Object.fromEntries(kinds.map((as) => [as, count(kind, as)]))] as const);
  const right = kinds.reduce((sum, kind) => sum + count(kind, kind), 0);
  return { accuracy: percent(right, samples.length), called: Object.fromEntries(rows) };
}

const shareRight = (told: readonly { readonly sample: Sample; readonly quotation: Quotation }[]) => ({
  statements: told.length,
  accuracy: percent(told.filter(({ sample, quotation }) => sample.kind === quotation).length, told.length),
});

const percent = (part: number, whole: number): number => Math.round((1000 * part) / whole) / 10;

interface Gold {
  readonly id: string;
  readonly text: string;
  readonly attributions: readonly { readonly cue: readonly Pair[]; readonly content: readonly Pair[] }[];
}

interface Degrade {
  stripMarks(text: string): { readonly text: string; map(offset: number): number };
}

async function samplesOf(shared: string, isTrain: boolean): Promise<readonly Sample[]> {
  const { stripMarks }: Degrade = await import(pathToFileURL(join(shared, "eval", "degrade.mjs")).href);
  const file = await readFile(join(shared, "data", "polnear", `${isTrain ? "train" : "dev"}.jsonl`), "utf8");
  const all = file
    .trim()
    .split("\n")
    .map((line): Gold => JSON.parse(line)); // as shared/data describes it
  const articles = isTrain ? all.filter((_, at) => at % 20 === 7) : all; // as training/export.py keeps them apart
  const [reader, detectLanguage] = [await loadReader("trained"), await loadLanguageDetector()];
  const samples: Sample[] = [];
  for (const { id, text, attributions } of articles) {
    const stripped = stripMarks(text);
    const document: Document = {
      ...toDocument({ kind: "text", file: id, text: stripped.text, hints: null }, { detectLanguage }),
      damage: ["quotes-stripped", "apostrophes-stripped"],
    };
    const found = (await reader.read(document)).attributions;
    const quoted = quotedCharacters(text);
    const moved = (spans: readonly Pair[]) => spans.map(([start, end]) => [stripped.map(start), stripped.map(end)]);
    const gold = attributions
      .filter(({ cue, content }) => cue.length > 0 && content.length > 0)
      .map(({ cue, content }) => ({
        kind: kindOf(text, content, quoted),
        cue: wordsIn(stripped.text, moved(cue)),
        content: wordsIn(stripped.text, moved(content)),
      }));
    for (const { kind, attribution } of matched(stripped.text, gold, found)) {
      samples.push({ text: stripped.text, attribution, kind });
    }
  }
  return samples;
}

/** By code unit: whether it stands between quotation marks; a line's end closes what was left open. */
function quotedCharacters(text: string): readonly boolean[] {
  let isOpen = false;
  return text.split("").map((char) => {
    if (char === "\n" || char === "”" || (char === '"' && isOpen)) isOpen = false;
    else if (char === "“" || char === '"') isOpen = true;
    return isOpen;
  });
}

/** As `quotation_of` in training/data.py. */
function kindOf(text: string, content: readonly Pair[], quoted: readonly boolean[]): Quotation {
  const letters = content.flatMap(([start, end]) =>
    [...text.slice(start, end).matchAll(/[\p{L}\p{N}]/gu)].map(({ index }) => quoted[start + index] === true),
  );
  const inside = letters.filter((isInside) => isInside).length;
  if (inside === 0) return "indirect";
  return letters.length - inside <= 0.1 * letters.length ? "direct" : "mixed";
}

interface GoldWords {
  readonly kind: Quotation;
  readonly cue: ReadonlySet<number>;
  readonly content: ReadonlySet<number>;
}

/** Each of either side once, the closest pairs first. */
function matched(text: string, gold: readonly GoldWords[], found: readonly Attribution[]) {
  const pairs = gold.flatMap((want) =>
    found.flatMap((attribution) => {
      const content = wordsIn(text, asPairs(attribution.content));
      const dice = (2 * shared(want.content, content)) / Math.max(1, want.content.size + content.size);
      const meet = shared(want.cue, wordsIn(text, asPairs(attribution.cue))) > 0;
      return dice >= 0.5 && meet ? [{ dice, want, attribution }] : [];
    }),
  );
  const taken = new Set<object>();
  const kept: { readonly kind: Quotation; readonly attribution: Attribution }[] = [];
  for (const { want, attribution } of pairs.sort((a, b) => b.dice - a.dice)) {
    if (taken.has(want) || taken.has(attribution)) continue;
    taken.add(want).add(attribution);
    kept.push({ kind: want.kind, attribution });
  }
  return kept;
}

const asPairs = (spans: Attribution["cue"]) => spans.map(({ start, end }) => [start, end]);

/** Where words begin. */
const wordsIn = (text: string, spans: readonly (readonly number[])[]): ReadonlySet<number> =>
  new Set(
    spans.flatMap(([start = 0, end = 0]) =>
      [...text.slice(start, end).matchAll(/[\p{L}\p{N}]+/gu)].map(({ index }) => start + index),
    ),
  );

const shared = (a: ReadonlySet<number>, b: ReadonlySet<number>): number => [...a].filter((each) => b.has(each)).length;
