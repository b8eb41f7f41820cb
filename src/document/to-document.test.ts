import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { describeWithShared, sharedPath } from "../testing/shared.ts";
import { ParleyError } from "../text/errors.ts";
import { textOf } from "../text/span.ts";
import { loadLanguageDetector } from "./language.ts";
import { type ArticleRecord, type DocumentTools, type Draft, toDocument } from "./to-document.ts";

const tools: DocumentTools = { detectLanguage: await loadLanguageDetector() };
const lead = "Envoys of Karsk and Ravna met on Tuesday in a hotel by the lake, two officials said.";
const more = "They will meet again next week, the officials said, if the road is open.";

const textDraft = (text: string, hints: Draft["hints"] = null): Draft => ({ kind: "text", file: "a.txt", text, hints });
const record = (fields: Partial<ArticleRecord>): Draft => ({
  kind: "record",
  file: "a.jsonl#1",
  record: {
    title: null,
    text: lead,
    isHtml: false,
    url: null,
    date: null,
    outlet: null,
    bylines: [],
    language: null,
    ...fields,
  },
  hints: null,
});
const shown = (draft: Draft) => {
  const { text, regions } = toDocument(draft, tools);
  return regions.map((region) => [region.kind, textOf(text, region)]);
};

describe("plain text", () => {
  test("its metadata is what it prints", () => {
    const address = "https://www.herald.example/2022/03/03/talks/";
    const text = `Talks open in Ravna\n\nBy Jane Doe and John Roe\n${address}\n\nRAVNA (AP) — ${lead}\n\n${more}\n`;
    expect(toDocument(textDraft(text), tools)).toMatchObject({
      file: "a.txt",
      text,
      title: "Talks open in Ravna",
      url: address,
      outlet: "herald.example",
      bylines: ["Jane Doe", "John Roe"],
      published: { value: "2022-03-03", source: "url" },
      language: "en",
      origin: { outlet: "Associated Press", basis: "dateline" },
      order: "original",
      damage: [],
    });
  });

  test("a hint is trusted over it", () => {
    const hints = {
      from: "user",
      publishedAt: "2022-03-04",
      outlet: "Karsk Herald",
      url: "https://example.org/b",
      title: "Envoys meet",
      bylines: ["By Mary Major"],
    } as const;
    const text = `Talks open in Ravna\nhttps://herald.example/2022/03/03/talks/\n${lead}\n${more}`;
    expect(toDocument(textDraft(text, hints), tools)).toMatchObject({
      text,
      title: "Envoys meet",
      url: "https://example.org/b",
      outlet: "Karsk Herald",
      bylines: ["Mary Major"],
      published: { value: "2022-03-04", source: "user" },
    });
  });

  test("an outlet named by its address is its host", () => {
    const hints = { from: "sidecar", outlet: "https://www.herald.example" } as const;
    expect(toDocument(textDraft(lead, hints), tools).outlet).toBe("herald.example");
  });

  test("a dated masthead names its outlet and its day", () => {
    const text = `Talks open in Ravna\nBy Jane Doe\nThe Karsk Herald, 4 March 2022\n\n${lead}`;
    expect(toDocument(textDraft(text), tools)).toMatchObject({
      outlet: "The Karsk Herald",
      bylines: ["Jane Doe"],
      published: { value: "2022-03-04", source: "byline", evidence: "4 March 2022" },
      origin: null,
    });
  });

  test("a link below the article is not its address", () => {
    const text = `Talks open in Ravna\n\n${lead}\n\nhttps://other.example/a`;
    expect(toDocument(textDraft(text), tools)).toMatchObject({ url: null, outlet: null });
  });

  test("what it does not say is null", () => {
    expect(toDocument(textDraft(lead), tools)).toMatchObject({
      title: null,
      url: null,
      outlet: null,
      bylines: [],
      published: null,
      dateCandidates: [],
      origin: null,
    });
  });

  test("a reporting credit names who wrote it where no byline does", () => {
    const text = `Talks open in Ravna\n\n${lead}\n\n(Reporting by Jane Doe in Ravna; Editing by John Roe)`;
    expect(toDocument(textDraft(text), tools).bylines).toEqual(["Jane Doe"]);
  });
});

describe("a record", () => {
  test("its title stands above its text", () => {
    const draft = record({ title: "Talks open in Ravna" });
    expect(shown(draft)).toEqual([
      ["title", "Talks open in Ravna"],
      ["body", lead],
    ]);
    expect(toDocument(draft, tools).text).toBe(`Talks open in Ravna\n\n${lead}`);
  });

  test("a title its text begins with is not printed twice", () => {
    const text = `Talks Open in Ravna.\n\n${lead}`;
    const document = toDocument(record({ title: "Talks open in Ravna", text }), tools);
    expect(document.text).toBe(text);
    expect(document.title).toBe("Talks open in Ravna");
    expect(shown(record({ title: "Talks open in Ravna", text }))[0]).toEqual(["title", "Talks Open in Ravna."]);
  });

  test("its fields are the document's metadata", () => {
    const fields = {
      url: "https://www.herald.example/a",
      outlet: "Karsk Herald",
      date: "2022-03-03T23:00:00-05:00",
      bylines: ["By Jane Doe and John Roe"],
      language: "en-GB",
      text: "Talks open.",
    };
    expect(toDocument(record(fields), tools)).toMatchObject({
      url: fields.url,
      outlet: "Karsk Herald",
      bylines: ["Jane Doe", "John Roe"],
      language: "en", // too short to tell, so what the record declares
      published: { value: "2022-03-03", source: "sidecar", evidence: fields.date },
    });
  });

  test("its markup is read as a page's", () => {
    const html = `<p>${lead}</p><p>${more}</p><script>alert(1)</script>`;
    const document = toDocument(record({ title: "Talks open in Ravna", text: html, isHtml: true }), tools);
    expect(document.text).toBe(`Talks open in Ravna\n\n${lead}\n\n${more}`);
    expect(document.regions.map(({ kind }) => kind)).toEqual(["title", "body"]);
  });
});

test("a page's blocks are joined by an empty line, with the kinds its markup gives", () => {
  const html = `<!doctype html><html lang="en"><head><title>Talks open in Ravna - Karsk Herald</title>
    <meta property="og:title" content="Talks open in Ravna"><meta property="og:site_name" content="Karsk Herald">
    <meta property="article:published_time" content="2022-03-03T09:00:00+01:00">
    <link rel="canonical" href="https://herald.example/a"></head>
    <body><article><h1>Talks open in Ravna</h1><p>${lead}</p><p>${more}</p><p>${"The lake was calm. ".repeat(20)}</p></article></body></html>`;
  const document = toDocument({ kind: "html", file: "a.html", html, hints: null }, tools);
  expect(document).toMatchObject({
    title: "Talks open in Ravna",
    outlet: "Karsk Herald",
    url: "https://herald.example/a",
    published: { value: "2022-03-03", source: "meta-tag" },
    language: "en",
  });
  expect(document.text.startsWith(`Talks open in Ravna\n\n${lead}\n\n${more}`)).toBe(true);
  expect(document.regions.map(({ kind }) => kind)).toEqual(["title", "body"]);
});

test.each([
  textDraft(""),
  textDraft(" \n\t\u00a0\ufeff"),
  record({ text: "  " }),
  { kind: "html", file: "a.html", html: "<html><body><script>alert(1)</script></body></html>", hints: null },
] satisfies Draft[])("a draft without text is an error that names its file", (draft) => {
  expect(() => toDocument(draft, tools)).toThrow(
    expect.objectContaining({ code: "PARLEY_INPUT_NO_TEXT", message: expect.stringContaining(draft.file) }),
  );
  expect(() => toDocument(draft, tools)).toThrow(ParleyError);
});

const article = fc
  .array(
    fc.oneof(
      fc.constantFrom("Talks open in Ravna", lead, more, "By Jane Doe", "20220303", "#a #b", "https://example.org/a"),
      fc.string({ unit: "binary" }),
      fc.constantFrom("\0", "\u2028", "\r", "\ud800", "\ufeff", "<p>"),
    ),
  )
  .map((lines) => lines.join("\n"))
  .filter((text) => text.trim() !== "");

test("plain text is never changed, and reading it twice gives the same document", () => {
  fc.assert(
    fc.property(article, (text) => {
      const document = toDocument(textDraft(text), tools);
      expect(document.text).toBe(text);
      expect(toDocument(textDraft(text), tools)).toEqual(document);
    }),
    { numRuns: 200 },
  );
});

test("every span lies in the text", () => {
  fc.assert(
    fc.property(article, fc.option(fc.string()), (text, title) => {
      const document = toDocument(record({ text, title }), tools);
      const dates = document.dateCandidates.flatMap(({ span }) => (span ? [span] : []));
      for (const { start, end } of [...document.regions, ...dates, ...(document.origin?.spans ?? [])]) {
        expect(start).toBeGreaterThanOrEqual(0);
        expect(start).toBeLessThan(end);
        expect(end).toBeLessThanOrEqual(document.text.length);
      }
    }),
    { numRuns: 200 },
  );
});

test("a date or a byline given later does not change the id", () => {
  const hints = { from: "user", publishedAt: "2022-03-04", bylines: ["Jane Doe"], title: "Talks" } as const;
  expect(toDocument(textDraft(lead, hints), tools).id).toBe(toDocument(textDraft(lead), tools).id);
});

describeWithShared("the seeds", () => {
  const seed = (file: string) => readFileSync(sharedPath("seeds", file), "utf8");

  test("the first: no date, no outlet, CNN's, whole and undamaged", () => {
    const text = seed("000_36af8d9ab3091adb.txt");
    expect(toDocument(textDraft(text), tools)).toMatchObject({
      text,
      title: "US officials are urging Ukraine to signal that it is still open to diplomatic talks with Russia",
      published: null,
      outlet: null,
      origin: { outlet: "CNN", basis: "relay" },
      language: "en",
      order: "original",
      damage: [],
    });
    const dated = toDocument(textDraft(text, { from: "user", publishedAt: "2022-11-07" }), tools);
    expect(dated.published).toMatchObject({ value: "2022-11-07", source: "user" });
  });

  test("the second: the address's day before the record's, a station that carries CNN", () => {
    const document = toDocument(textDraft(seed("002_0ec0a1f0684b4921.txt")), tools);
    expect(document).toMatchObject({
      title: "No diplomatic offramp in sight for Russias war in Ukraine",
      outlet: "localnews8.com",
      published: { value: "2022-03-11", source: "url", evidence: "/2022/03/11/" },
      origin: { outlet: "CNN", basis: "url-path" },
      language: "en",
    });
    expect(document.dateCandidates.map(({ source, value }) => [source, value])).toEqual([
      ["url", "2022-03-11"],
      ["record-line", "2022-03-12"],
    ]);
  });
});
