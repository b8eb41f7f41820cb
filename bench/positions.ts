import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { noFurtherActors } from "../src/cli/codebook.ts";
import { loadCodebook } from "../src/cli/load-codebook.ts";
import { packageRoot, version } from "../src/cli/package-root.ts";
import { loadReader } from "../src/cli/reading/pipeline.ts";
import { loadSentenceEncoder } from "../src/cli/reading/sentence-encoder.ts";
import { readArticle } from "../src/coding/read-article.ts";
import { loadLanguageDetector } from "../src/document/language.ts";
import { toDocument } from "../src/document/to-document.ts";
import { type ReadObject, toReadObject } from "../src/publish/read-object.ts";

// Positions in 60 articles of PolNeAR train that two people coded by the guide of the crisis articles (10 of them both):
// training/position-labels.jsonl has offsets and a hash of each text, no words. They were coded before anything was tuned
// on them, of elections and foreign policy, so they tell how positions are found in articles that nobody looked at.
// One fits where words of the evidence are shared, the actor fits (by country, or by a word of its name) and the stance is
// the same, as in score-coding.mjs.

interface Label {
  readonly actor: readonly [number, number];
  readonly country: string | null;
  readonly stance: string;
  readonly evidence: readonly [number, number];
}

interface Coding {
  readonly document: string;
  readonly coder: string;
  readonly positions: readonly Label[];
}

/** One of either side. */
interface Side {
  readonly names: readonly string[];
  readonly country: string | null;
  readonly stance: string;
  readonly evidence: readonly (readonly [number, number])[];
}

export async function run(argv: readonly string[]): Promise<void> {
  const { values } = parseArgs({ args: [...argv], options: { shared: { type: "string", default: "../shared" } } });
  const lines = (path: string): readonly string[] => readFileSync(path, "utf8").trim().split("\n");
  const codings = lines(join(packageRoot, "training/position-labels.jsonl")).map((line) => JSON.parse(line) as Coding);
  const texts = new Map(
    lines(join(resolve(values.shared), "data/polnear/train.jsonl")).map((line) => {
      const { text, date } = JSON.parse(line) as { readonly text: string; readonly date: string };
      return [createHash("sha256").update(text).digest("hex").slice(0, 32), { text, date }] as const;
    }),
  );
  const [reader, detectLanguage, encoder] = await Promise.all([
    loadReader("trained"),
    loadLanguageDetector(),
    loadSentenceEncoder(),
  ]);
  const codebook = loadCodebook(noFurtherActors, encoder);
  const total = { coded: 0, read: 0, found: 0, right: 0 };
  const firsts = [...new Map(codings.toReversed().map((one) => [one.document, one])).values()];
  for (const { document, positions } of firsts) {
    const { text = "", date = "" } = texts.get(document) ?? {};
    const hints = { from: "user", publishedAt: date } as const;
    const draft = { kind: "text", file: `${document}.txt`, text, hints } as const;
    const article = await readArticle(toDocument(draft, { detectLanguage }), reader, codebook);
    const read = sidesOf(toReadObject(article));
    const coded = positions.map((label) => labelSide(label, text));
    total.coded += coded.length;
    total.read += read.length;
    total.found += coded.filter((one) => read.some((other) => fits(one, other))).length;
    total.right += read.filter((other) => coded.some((one) => fits(one, other))).length;
  }
  const result = {
    bench: "positions",
    version,
    documents: firsts.length,
    ...total,
    precision: share(total.right, total.read),
    recall: share(total.found, total.coded),
    coders: agreement(codings, texts),
  };
  process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
}

/** How far the two coders of the same articles agree, F1. */
function agreement(codings: readonly Coding[], texts: ReadonlyMap<string, { readonly text: string }>) {
  const pairs = codings.flatMap((one) =>
    codings.filter((other) => other.document === one.document && other.coder > one.coder).map((other) => [one, other]),
  );
  const sides = pairs.map(([one, other]) =>
    [one, other].map(
      (each) => each?.positions.map((label) => labelSide(label, texts.get(each.document)?.text ?? "")) ?? [],
    ),
  );
  const count = (of: 0 | 1): readonly [hits: number, all: number] => {
    const all = sides.flatMap((pair) =>
      (pair[of] ?? []).map((one) => (pair[1 - of] ?? []).some((other) => fits(one, other))),
    );
    return [all.filter(Boolean).length, all.length];
  };
  const [[hitsA, a], [hitsB, b]] = [count(0), count(1)];
  return { documents: pairs.length, f1: share(hitsA + hitsB, a + b) };
}

const labelSide = ({ actor, country, stance, evidence }: Label, text: string): Side => ({
  names: namesIn(text.slice(...actor)),
  country,
  stance,
  evidence: [evidence],
});

const sidesOf = ({ positions, actors }: ReadObject): readonly Side[] =>
  positions.map(({ actor, stance, evidence }) => {
    const found = actors.find(({ id }) => id === actor);
    return { names: namesIn(found?.name ?? ""), country: found?.country ?? null, stance, evidence };
  });

const namesIn = (name: string): readonly string[] =>
  name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 3);

function fits(one: Side, other: Side): boolean {
  const isActor =
    (one.country !== null && one.country === other.country) || one.names.some((name) => other.names.includes(name));
  const stances = [one.stance, other.stance].map((stance) => (stance === "conditional" ? "supports" : stance));
  const isShared = one.evidence.some(([start, end]) => other.evidence.some(([from, to]) => from < end && start < to));
  return isActor && stances[0] === stances[1] && isShared;
}

const share = (part: number, whole: number): number => Math.round((1000 * part) / Math.max(1, whole)) / 1000;
