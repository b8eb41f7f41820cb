import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { readIssueCodebook } from "../src/cli/issues.ts";
import { packageRoot, version } from "../src/cli/package-root.ts";
import { loadSentenceEncoder } from "../src/cli/reading/sentence-encoder.ts";
import { type LoadedParser, loadSentenceParser } from "../src/cli/reading/sentence-parser.ts";
import { eventSentence } from "../src/coding/event/event-sentence.ts";
import type { IssueFinder } from "../src/coding/position/issue-finder.ts";
import { createIssueFinder } from "../src/coding/position/issue-index.ts";
import { parseSpan } from "../src/reader/trained/trained-reader.ts";
import { splitSentences } from "../src/text/sentences.ts";
import { charSpan, overlaps } from "../src/text/span.ts";

const sharedBeside = join(packageRoot, "..", "shared");

/**
 * A content labelled by hand with the issues it is about: where it stands in which article of `shared/data`, and the
 * beginning of its hash, but not its words. `also` holds issues that may be found and need not be.
 */
interface Label {
  /** `tuned`: threshold and cues were chosen on it; `held-out`: labelled after they had been. */
  readonly split: "tuned" | "held-out";
  readonly set: string;
  readonly article: string;
  readonly spans: readonly (readonly [start: number, end: number])[];
  readonly sha256: string;
  readonly issues: readonly string[];
  readonly also: readonly string[];
}

/**
 * `npm run bench -- issues [--shared FOLDER]`
 *
 * Does the codebook find the issue of a content: by its cues, by likeness alone, by likeness where no cue names one, by
 * both as positions are coded? On contents of PolNeAR train and of the coded crisis articles, labelled by one person.
 * Precision: found issues that are among the labels. Recall: of contents about an issue those of which one is found.
 */
export async function run(argv: readonly string[]): Promise<void> {
  const { values } = parseArgs({ args: [...argv], options: { shared: { type: "string", default: sharedBeside } } });
  const [parser, encoder] = await Promise.all([loadSentenceParser(), loadSentenceEncoder()]);
  try {
    const finder = createIssueFinder(readIssueCodebook(), encoder);
    const contents = await readContents(values.shared);
    const likes = await finder.like(contents.map(({ words }) => words));
    const tallies = new Map<string, Tally>();
    for (const [at, content] of contents.entries()) {
      const named = await namedIn(content, finder, parser);
      const like = new Set([likes[at]?.issue ?? []].flat());
      const ways = { cues: named, likeness: like, both: named.size > 0 ? named : like };
      const asked = named.size > 0 ? ways : { ...ways, "likeness where no cue names one": like };
      for (const [way, found] of Object.entries(asked)) count(tallies, content.label, way, found);
    }
    const figures = Object.fromEntries([...tallies].map(([name, tally]) => [name, figuresOf(tally)]));
    process.stdout.write(`${JSON.stringify({ bench: "issues", version, figures }, null, 2)}\n`);
  } finally {
    await Promise.all([parser.release(), encoder.release()]);
  }
}

interface Content {
  readonly label: Label;
  readonly text: string;
  readonly words: string;
}

/** @throws Error where a labelled content is not what it was. */
async function readContents(shared: string): Promise<readonly Content[]> {
  const texts = new Map<string, string>();
  for (const file of ["polnear/train.jsonl", "crisis-coded.jsonl"]) {
    for (const { id, text } of await readJsonl<{ id: string; text: string }>(join(shared, "data", file))) {
      texts.set(id, text);
    }
  }
  const labels = await readJsonl<Label>(join(packageRoot, "bench", "issue-labels.jsonl"));
  return labels.map((label) => {
    const text = texts.get(label.article) ?? "";
    const words = label.spans.map(([start, end]) => text.slice(start, end)).join(" … ");
    const hash = createHash("sha256").update(words).digest("hex");
    if (!hash.startsWith(label.sha256)) throw new Error(`${label.article} is not the text that was labelled`);
    return { label, text, words };
  });
}

const readJsonl = async <T>(path: string): Promise<readonly T[]> =>
  (await readFile(path, "utf8"))
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as T);

async function namedIn(
  { text, label }: Content,
  finder: IssueFinder,
  parser: LoadedParser,
): Promise<ReadonlySet<string>> {
  const spans = label.spans.map(([start, end]) => charSpan(start, end));
  const found = new Set<string>();
  for (const sentence of splitSentences(text).filter((each) => spans.some((span) => overlaps(span, each)))) {
    const parse = await parseSpan(text, sentence, parser);
    for (const named of finder.named(eventSentence(text, parse, 0))) {
      if (spans.some((span) => overlaps(span, named.span))) found.add(named.issue);
    }
  }
  return found;
}

interface Tally {
  found: number;
  right: number;
  about: number;
  hit: number;
}

function count(tallies: Map<string, Tally>, label: Label, way: string, found: ReadonlySet<string>): void {
  const name = `${label.split}, ${label.set}, ${way}`;
  const tally = tallies.get(name) ?? { found: 0, right: 0, about: 0, hit: 0 };
  tallies.set(name, tally);
  tally.found += found.size;
  tally.right += [...found].filter((issue) => label.issues.includes(issue) || label.also.includes(issue)).length;
  if (label.issues.length === 0) return;
  tally.about++;
  if (label.issues.some((issue) => found.has(issue))) tally.hit++;
}

const figuresOf = ({ found, right, about, hit }: Tally) => ({
  precision: percent(right, found),
  recall: percent(hit, about),
  found,
  right,
  about,
  hit,
});

const percent = (part: number, whole: number): number | null =>
  whole === 0 ? null : Math.round((1000 * part) / whole) / 10;
