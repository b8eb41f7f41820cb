import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { parse } from "yaml";
import type { Document } from "../../document/document.ts";
import { plainDocument } from "../../document/testing/plain-document.ts";
import type { CharSpan } from "../../text/span.ts";
import { charSpan } from "../../text/span.ts";
import { parseCueLexicon } from "../lexicon.ts";
import { createLexicalReader } from "./lexical-reader.ts";

const yaml: unknown = parse(readFileSync(new URL("../../../codebook/cues.yaml", import.meta.url), "utf8"));
const reader = createLexicalReader(parseCueLexicon(yaml));

async function read(text: string, over: Partial<Document> = {}): Promise<readonly string[]> {
  const reading = await reader.read({ ...plainDocument(text), ...over });
  const words = (spans: readonly CharSpan[]): string =>
    spans.map(({ start, end }) => text.slice(start, end)).join(" + ");
  return reading.attributions.map(({ source, cue, content }) => `${words(source)} | ${words(cue)} | ${words(content)}`);
}

test.each([
  { text: "The talks failed, the sources said.", want: ["the sources | said | The talks failed"] },
  { text: "Ana Velt said the talks had failed.", want: ["Ana Velt | said | the talks had failed"] },
  {
    text: "Ana Velt, a minister, has also said that Orlania agrees.",
    want: ["Ana Velt, a minister | has also said | that Orlania agrees"],
  },
  { text: "“We agree,” she said, “on the text.”", want: ["she | said | “We agree,” + “on the text.”"] },
  { text: "“We agree,” she said. “We will sign. Soon.”", want: ["she | said | “We agree,” + “We will sign. Soon.”"] },
  { text: "“We agree. We will sign,” said Ana Velt.", want: ["Ana Velt | said | “We agree. We will sign,”"] },
  { text: '"We agree," a Velian official told the Karsk Times.', want: ['a Velian official | told | "We agree,"'] },
  {
    text: "Velt told lawmakers on Monday that the talks had failed.",
    want: ["Velt | told | that the talks had failed"],
  },
  { text: "“He may come,” one of them said.", want: ["one of them | said | “He may come,”"] },
  {
    text: "A person briefed on the talks said they failed.",
    want: ["A person briefed on the talks | said | they failed"],
  },
  {
    text: "Officials who had attended the talks said they failed.",
    want: ["Officials who had attended the talks | said | they failed"],
  },
  { text: "The WHO said the talks failed.", want: ["The WHO | said | the talks failed"] },
  { text: "An official asked not to be named.", want: [] },
  { text: "Velt called off a second round of talks.", want: [] },
  { text: "Velt called for a second round of talks.", want: ["Velt | called for | a second round of talks"] },
  { text: "According to the ministry, the talks failed.", want: ["the ministry | According to | the talks failed"] },
  { text: "The talks failed, according to two officials.", want: ["two officials | according to | The talks failed"] },
  {
    text: "Velt said the talks failed, adding that he would return.",
    want: ["Velt | said | the talks failed", "Velt | adding | that he would return"],
  },
  {
    text: "Velt said the talks failed and declined to explain.",
    want: ["Velt | said | the talks failed", "Velt | declined | to explain"],
  },
  { text: "Velt rejected the proposal.", want: ["Velt | rejected | the proposal"] },
  { text: "The claim was long. The talks went on.", want: [] },
])("$text", async ({ text, want }) => {
  expect(await read(text)).toEqual(want);
});

test("a quotation that lost its marks keeps the comma that stood inside them", async () => {
  expect(await read("We are ready, Velt said.", { damage: ["quotes-stripped"] })).toEqual([
    "Velt | said | We are ready,",
  ]);
});

test("only title and body are read", async () => {
  const text = "Velt said the talks failed.";
  const regions = [{ kind: "boilerplate" as const, ...charSpan(0, text.length) }];
  expect(await reader.read({ ...plainDocument(text), regions })).toMatchObject({ sentences: [], attributions: [] });
});

const piece = fc.constantFrom(
  "Velt",
  "said",
  "told",
  "the official",
  ",",
  ".",
  "“",
  "”",
  '"',
  "''",
  "according to",
  "that",
  "and",
  "adding",
  "\n\n",
  "rejected",
  "who",
  ":",
  "(",
  ")",
  "has",
  "his claim",
  "we",
  ";",
);
const anyText = fc.oneof(
  fc.string(),
  fc.array(piece, { maxLength: 40 }).map((parts) => parts.join(" ")),
);

test("spans lie in the text, in order, without white space at their edges; parts of one attribution do not overlap", async () => {
  await fc.assert(
    fc.asyncProperty(anyText, async (text) => {
      const { attributions } = await reader.read(plainDocument(text));
      for (const { source, cue, content } of attributions) {
        for (const list of [source, cue, content]) {
          let at = 0;
          for (const { start, end } of list) {
            expect(start).toBeGreaterThanOrEqual(at);
            expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
            at = end;
          }
          expect(at).toBeLessThanOrEqual(text.length);
        }
        const all = [...source, ...cue, ...content].sort((a, b) => a.start - b.start);
        for (const [at, span] of all.entries()) expect(span.start).toBeGreaterThanOrEqual(all[at - 1]?.end ?? 0);
      }
    }),
    { numRuns: 500 },
  );
});

test.each([
  "said ",
  "said, ",
  "“ ” ",
  '" ',
  "''",
  ", he said, a",
  "“a” said. ",
  "according to ",
  "(",
  "A.",
  "a’",
  "\n ",
  'he said "a. ',
  "and told ",
])("a megabyte of %j is read before the test's time is up, which takes linear time", async (unit) => {
  const text = unit.repeat(Math.ceil(1e6 / unit.length));
  const { sentences } = await reader.read(plainDocument(text));
  expect(sentences.at(-1)?.end ?? 0).toBeLessThanOrEqual(text.length);
});
