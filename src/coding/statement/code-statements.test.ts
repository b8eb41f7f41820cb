import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import type { Document } from "../../document/document.ts";
import { toDocument } from "../../document/to-document.ts";
import { createLexicalReader } from "../../reader/lexical/lexical-reader.ts";
import { parseCueLexicon } from "../../reader/lexicon.ts";
import type { Attribution, Reading } from "../../reader/reading.ts";
import { type CharSpan, charSpan } from "../../text/span.ts";
import { codeStatements, statementId } from "./code-statements.ts";
import type { Statement } from "./statement.ts";

const lexicon = parseCueLexicon(parse(readFileSync(new URL("../../../codebook/cues.yaml", import.meta.url), "utf8")));
const reader = createLexicalReader(lexicon);
const documentOf = (text: string, changes: Partial<Document> = {}): Document => ({
  ...toDocument({ kind: "text", file: "test.txt", text, hints: null }, { detectLanguage: () => "en" }),
  ...changes,
});
const codeText = async (text: string, changes: Partial<Document> = {}): Promise<readonly Statement[]> => {
  const document = documentOf(text, changes);
  return codeStatements(document, await reader.read(document));
};

const lead = "KARSK, March 3 (Meridian) – The talks between Velmara and Torvask go on in Port Amsel this week.\n\n";

/** One attribution of a text, by its words; each must stand in it once. */
function attribution(text: string, parts: { source?: string; cue: string; content: readonly string[] }): Attribution {
  const at = (words: string): CharSpan => {
    const start = text.indexOf(words);
    if (start === -1) throw new Error(`not in the text: ${words}`);
    return charSpan(start, start + words.length);
  };
  const [first = "", ...more] = parts.content;
  return {
    source: parts.source === undefined ? [] : [at(parts.source)],
    cue: [at(parts.cue)],
    content: [at(first), ...more.map(at)],
    quotation: null,
    confidence: null,
  };
}

async function codeOne(
  text: string,
  parts: { source?: string; cue: string; content: readonly string[] },
  changes: Partial<Document> = {},
): Promise<Statement> {
  const document = documentOf(text, changes);
  const read = await reader.read(document);
  const reading: Reading = { ...read, attributions: [attribution(text, parts)] };
  const [statement] = codeStatements(document, reading);
  if (statement === undefined) throw new Error("no statement");
  return statement;
}

const words = (text: string, span: CharSpan | null): string | null => span && text.slice(span.start, span.end);

describe("quotation", () => {
  test.each([
    { text: "“We agree,” Oldan said.", source: "Oldan", cue: "said", content: ["“We agree,”"], want: "direct" },
    { text: '"We agree," Oldan said.', source: "Oldan", cue: "said", content: ['"We agree,"'], want: "direct" },
    { text: "“We agree,” Oldan said.", source: "Oldan", cue: "said", content: ["We agree"], want: "direct" },
    { text: "Oldan said they agreed.", source: "Oldan", cue: "said", content: ["they agreed"], want: "indirect" },
    {
      text: "Oldan called the offer “a beginning” of sorts.",
      source: "Oldan",
      cue: "called",
      content: ["the offer “a beginning” of sorts"],
      want: "mixed",
    },
    {
      text: "“We agree,” Oldan said, “on the text.”",
      source: "Oldan",
      cue: "said",
      content: ["“We agree,”", "“on the text.”"],
      want: "direct",
    },
  ])("$text is $want", async ({ text, want, ...parts }) => {
    expect((await codeOne(text, parts)).quotation).toBe(want);
  });

  test.each([
    { text: "We will support it, the envoy said.", content: "We will support it", want: "direct", open: [] },
    {
      text: "Its an open door, and Id walk through it, the envoy said.",
      content: "Its an open door, and Id walk through it",
      want: "direct",
      open: [],
    },
    {
      text: "Were looking at every channel, the envoy said.",
      content: "Were looking at every channel",
      want: "direct",
      open: [],
    },
    {
      text: "The envoy told the Karsk Post, There was no progress.",
      content: "There was no progress",
      want: "direct",
      open: [],
    },
    { text: "The envoy said that we are ready to sign.", content: "we are ready to sign", want: "mixed", open: [] },
    {
      text: "The envoy said there had been no progress.",
      content: "there had been no progress",
      want: "indirect",
      open: [],
    },
    {
      text: "The US were ready to sign it, the envoy said.",
      content: "The US were ready to sign it",
      want: "indirect",
      open: ["quotation"],
    },
  ])("without marks: $text", async ({ text, content, want, open }) => {
    const cue = text.includes("told") ? "told" : "said";
    const source = text.includes("The envoy") ? "The envoy" : "the envoy";
    const statement = await codeOne(text, { source, cue, content: [content] }, { damage: ["quotes-stripped"] });
    expect(statement.quotation).toBe(want);
    expect(statement.unresolved.filter((what) => what === "quotation")).toEqual(open);
  });
});

describe("lost marks", () => {
  const text = "We will support it, the envoy said.";
  const quotation = { direct: 0.1, indirect: 0.8, mixed: 0.1 };
  const statementOf = (shown: string, changes: Partial<Document>): Statement => {
    const parts = { source: "the envoy", cue: "said", content: ["We will support it"] };
    const document = documentOf(shown, changes);
    const attributions = [{ ...attribution(shown, parts), quotation }];
    const reading: Reading = { document: document.id, reader: reader.identity, sentences: [], attributions };
    const [statement] = codeStatements(document, reading);
    if (statement === undefined) throw new Error("no statement");
    return statement;
  };

  test("a statement says how probable its kind of quotation is, and leaves it open where that is little", () => {
    const told = statementOf(text, { damage: ["quotes-stripped"] });
    expect(told).toMatchObject({ quotation: "indirect", unresolved: [] });
    expect(told.quotationConfidence).toBeCloseTo(0.8 / 1.2);
  });

  test.each<{ damage: Document["damage"]; after: string; confidence: unknown }>([
    { damage: [], after: "", confidence: null },
    { damage: ["apostrophes-stripped"], after: " “No,” Rask said.", confidence: null },
    { damage: ["apostrophes-stripped"], after: "", confidence: expect.any(Number) },
    { damage: ["quotes-stripped", "apostrophes-stripped"], after: "", confidence: expect.any(Number) },
  ])("damage $damage, then “$after”: a probability is $confidence", ({ damage, after, confidence }) => {
    expect(statementOf(text + after, { damage }).quotationConfidence).toEqual(confidence);
  });
});

describe("sourcing", () => {
  test("he is as named as the last person who spoke", async () => {
    const text = `${lead}Foreign Minister Tavo Rask said the talks had failed. He said that others would follow.\n\nA Western diplomat said the talks would resume. He said that the date was open.`;
    const statements = await codeText(text);
    expect(statements.map(({ sourcing }) => sourcing)).toEqual(["on-record", "on-record", "anonymous", "anonymous"]);
    expect(words(text, statements[3]?.descriptor ?? null)).toBe("A Western diplomat");
    expect(statements.flatMap(({ unresolved }) => unresolved)).toEqual([]);
  });

  test("in a text whose order is lost, he is unresolved, and so is the official", async () => {
    const text = `${lead}He said that the talks had failed.\nThe official said that a date was open.\nA Western official said that Velmara had agreed.`;
    const statements = await codeText(text, { order: "suspect" });
    expect(statements.map(({ unresolved }) => unresolved)).toEqual([["source"], ["source"], []]);
    expect(statements.map(({ sourcing }) => sourcing)).toEqual(["anonymous", "anonymous", "anonymous"]);
  });

  test("the official is the one that was described", async () => {
    const text = `${lead}A senior Pallanthian official said that the date was open.\n\nThe official said that more would follow.`;
    const [, second] = await codeText(text);
    expect(words(text, second?.descriptor ?? null)).toBe("A senior Pallanthian official");
  });

  test("the spokesman who was introduced by name is on record", async () => {
    const text = `${lead}In Karrod, spokesman Yulen Drask stood before the press. The spokesman said that the door was open.`;
    expect((await codeText(text)).at(-1)).toMatchObject({ sourcing: "on-record", descriptor: null, unresolved: [] });
  });

  test("who is described by what stands before it", async () => {
    const text = `${lead}Western diplomats who said the talks had failed left the city.`;
    const parts = { source: "who", cue: "said", content: ["the talks had failed"] };
    const statement = await codeOne(text, parts);
    expect(statement).toMatchObject({ sourcing: "anonymous", unresolved: [] });
    expect(words(text, statement.descriptor)).toBe("Western diplomats");
  });

  test("a cue without a source leaves the source open", async () => {
    const statement = await codeOne(`${lead}It was reported that the talks had failed.`, {
      cue: "was reported",
      content: ["the talks had failed"],
    });
    expect(statement).toMatchObject({ sourcing: "anonymous", descriptor: null, unresolved: ["source"] });
  });

  test("a document is a source of its own kind", async () => {
    const text = `${lead}The leaders met for an hour, according to a readout of the call.`;
    expect((await codeText(text)).at(-1)).toMatchObject({ sourcing: "documentary", descriptor: null });
  });
});

describe("to whom", () => {
  test.each([
    { sentence: "Oldan told the Karsk Post that it was over.", relay: ["the Karsk Post"], addressee: null },
    { sentence: "Oldan told PBN on Friday that it was over.", relay: ["PBN"], addressee: null },
    { sentence: "Oldan told reporters that it was over.", relay: [], addressee: "reporters" },
    {
      sentence: "Oldan told Torvaskan lawmakers on Monday that it was over.",
      relay: [],
      addressee: "Torvaskan lawmakers",
    },
    { sentence: "Oldan told Prime Minister Rask that it was over.", relay: [], addressee: "Prime Minister Rask" },
    {
      sentence: "Oldan said in an interview with the Karsk Post that it was over.",
      relay: ["Karsk Post"],
      addressee: null,
    },
    { sentence: "Officials inform lawmakers that it was over.", relay: [], addressee: "lawmakers" },
    { sentence: "Oldan told PBN’s Mira Venn that it was over.", relay: ["PBN"], addressee: null },
    { sentence: "Oldan said on Friday that it was over.", relay: [], addressee: null },
  ])("$sentence", async ({ sentence, relay, addressee }) => {
    const cue = /told|inform/.exec(sentence)?.[0] ?? "said";
    const statement = await codeOne(
      sentence,
      { source: sentence.split(" ")[0] ?? "", cue, content: ["it was over"] },
      { outlet: "PBN" },
    );
    expect(statement.relay.map((span) => words(sentence, span))).toEqual(relay);
    expect(words(sentence, statement.addressee)).toBe(addressee);
  });

  test("whom somebody quoted has told does not count", async () => {
    const text = "Oldan said that Rask had spoken to the Karsk Post.";
    const parts = { source: "Oldan", cue: "said", content: ["Rask had spoken to the Karsk Post"] };
    expect((await codeOne(text, parts)).relay).toEqual([]);
  });
});

test("an id is of the document and its spans, and of nothing else", () => {
  const text = "Oldan said it was over.";
  const parts = attribution(text, { source: "Oldan", cue: "said", content: ["it was over"] });
  const { id } = documentOf(text);
  expect(statementId(id, parts)).toBe(statementId(id, { ...parts, confidence: 0.4 } as Attribution));
  expect(statementId(id, parts)).not.toBe(statementId(id, { ...parts, source: [] }));
  expect(statementId(id, parts)).not.toBe(statementId(documentOf(`${text} `).id, parts));
  expect(statementId(id, parts)).toMatch(/^[0-9a-f]{32}$/u);
});

const fragment = fc.oneof(
  fc.constantFrom(
    "Oldan said ",
    "the official told PBN that ",
    "“We agree,” ",
    "he added, ",
    "according to a report. ",
    "\n\n",
    "Were ready, ",
    '"No," ',
    "told us ",
    "who said that ",
    "👩‍👩‍👧 ",
    "é",
  ),
  fc.string({ unit: "grapheme", maxLength: 15 }),
);

test("every span of a statement lies in its text, ids are unique, and reading twice gives the same", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fragment, { minLength: 1, maxLength: 30 }).map((parts) => `x${parts.join("")}`),
      fc.boolean(),
      fc.boolean(),
      async (text, suspect, stripped) => {
        const changes: Partial<Document> = {
          order: suspect ? "suspect" : "original",
          damage: stripped ? ["quotes-stripped"] : [],
        };
        const statements = await codeText(text, changes);
        const spans = statements.flatMap((one) => [
          ...one.source.spans,
          ...one.cue.spans,
          ...one.content.spans,
          ...one.relay,
          ...[one.descriptor, one.addressee].filter((span) => span !== null),
        ]);
        for (const { start, end } of spans) expect(0 <= start && start < end && end <= text.length).toBe(true);
        expect(new Set(statements.map(({ id }) => id)).size).toBe(statements.length);
        for (const one of statements) expect(one.descriptor !== null && one.sourcing !== "anonymous").toBe(false);
        expect(await codeText(text, changes)).toEqual(statements);
      },
    ),
    { numRuns: 150 },
  );
});
