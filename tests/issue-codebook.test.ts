import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { parseIssueFile, readIssueCodebook } from "../src/cli/issues.ts";
import { packageRoot } from "../src/cli/package-root.ts";
import { type LoadedSentenceEncoder, loadSentenceEncoder } from "../src/cli/reading/sentence-encoder.ts";
import { type LoadedParser, loadSentenceParser } from "../src/cli/reading/sentence-parser.ts";
import type { Issue, IssueCodebook } from "../src/coding/position/issue-codebook.ts";
import { createIssueFinder } from "../src/coding/position/issue-index.ts";
import { issuesIn } from "../src/coding/position/issues-in.ts";
import type { SentenceEncoder } from "../src/reader/sentence-encoder.ts";
import { parseSpan } from "../src/reader/trained/trained-reader.ts";
import { splitSentences } from "../src/text/sentences.ts";

// The codebook that comes with Parley, with the models that come with it: some 1,400 sentences are parsed and encoded.
vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });
const codebook = readIssueCodebook();
let encoder: LoadedSentenceEncoder;
let parser: LoadedParser;
beforeAll(async () => {
  [encoder, parser] = await Promise.all([loadSentenceEncoder(), loadSentenceParser()]);
});
afterAll(async () => {
  await Promise.all([encoder.release(), parser.release()]);
});

/** Ids of the issues found in each text, by cue or by likeness. */
async function issuesOf(texts: readonly string[], book: IssueCodebook): Promise<readonly (readonly string[])[]> {
  const sentences = [];
  for (const [at, text] of texts.entries()) {
    for (const span of splitSentences(text)) {
      sentences.push({ at, text, span, parse: await parseSpan(text, span, parser) });
    }
  }
  const found = await issuesIn(sentences, createIssueFinder(book, remembering(encoder)));
  return texts.map((_, at) =>
    found
      .filter((sentence) => sentence.at === at)
      .flatMap(({ named, like }) => [...named.map(({ issue }) => issue), ...(like === null ? [] : [like.issue])]),
  );
}

/** Encodes every text once. */
function remembering(encoder: SentenceEncoder): SentenceEncoder {
  return {
    encode: async (texts) => {
      const unknown = [...new Set(texts.filter((text) => !vectors.has(text)))];
      for (const [at, vector] of (await encoder.encode(unknown)).entries()) vectors.set(unknown[at] ?? "", vector);
      return texts.flatMap((text) => vectors.get(text) ?? []);
    },
  };
}
const vectors = new Map<string, Float32Array>();

describe.each(["codebook/issues.yaml", "examples/issues.yaml"])("%s", (file) => {
  const parsed = parseIssueFile(`${packageRoot}/${file}`);
  const issues = parsed.kind === "valid" ? parsed.codebook.issues : [];
  const book = parsed.kind === "valid" ? parsed.codebook : codebook;

  test("is valid", () => {
    expect(parsed).toMatchObject({ kind: "valid" });
  });

  test("every example is about its issue: by a cue, or because nothing is liker", async () => {
    const finder = createIssueFinder(book, remembering(encoder));
    for (const { id, examples } of issues) {
      const texts = examples.map(({ text }) => text);
      const [found, likes] = [await issuesOf(texts, book), await finder.like(texts)];
      for (const [at, text] of texts.entries()) {
        expect([...(found[at] ?? []), likes[at]?.issue], `${id}: ${text}`).toContain(id);
      }
    }
  });

  test("no counter-example is about its issue", async () => {
    for (const { id, counterExamples } of issues) {
      const found = await issuesOf(counterExamples, book);
      for (const [at, text] of counterExamples.entries()) expect(found[at], `${id}: ${text}`).not.toContain(id);
    }
  });
});

test("likeness finds the issue of examples that the codebook does not have", async () => {
  let [right, wrong, all] = [0, 0, 0];
  for (const { without, text, id } of leftOut(codebook)) {
    const [like] = await createIssueFinder(without, remembering(encoder)).like([text]);
    all++;
    if (like?.issue === id) right++;
    else if (like !== null) wrong++;
  }
  expect(right / all).toBeGreaterThan(leftOutFloor.found);
  expect(right / (right + wrong)).toBeGreaterThan(leftOutFloor.precision);
});

/** A little below what was measured: 0.33 of these found (of all examples 0.35), 0.60 of what was found right (0.64). */
const leftOutFloor = { found: 0.28, precision: 0.5 };

/** Each tenth example, with the codebook as it is without it. */
function* leftOut({ issues, ...rest }: IssueCodebook) {
  let nth = 0;
  for (const issue of issues) {
    for (const example of issue.examples) {
      if (nth++ % 10 !== 0) continue;
      const [first, ...others] = issue.examples.filter((each) => each !== example);
      if (first === undefined) continue;
      const shorter: Issue = { ...issue, examples: [first, ...others] };
      const without = { ...rest, issues: issues.map((each) => (each === issue ? shorter : each)) };
      yield { id: issue.id, text: example.text, without };
    }
  }
}
