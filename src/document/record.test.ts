import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkFieldMap, recordsIn, toArticleRecord } from "./record.ts";

const text = "The delegations met in Karsk.";
const code = (name: string) => expect.objectContaining({ code: name });

describe("usual field names", () => {
  test.each([
    "text",
    "body",
    "content",
    "articleBody",
    "article_body",
    "article",
    "maintext",
    "fulltext",
    "full-text",
    "story",
    "TEXT",
    "Body",
    "content_html",
    "content_text",
  ])("text in %s", (name) => {
    expect(toArticleRecord({ [name]: text }, {}).text).toBe(text);
  });
  test.each(["title", "headline", "name", "Headline", "webTitle"])("title in %s", (name) => {
    expect(toArticleRecord({ text, [name]: "  Talks\n resume " }, {}).title).toBe("Talks resume");
  });
  test.each(["url", "link", "uri", "permalink", "canonical", "canonical_url"])("address in %s", (name) => {
    expect(toArticleRecord({ text, [name]: "https://karsk-courier.example/1" }, {}).url).toBe(
      "https://karsk-courier.example/1",
    );
  });
  test.each([
    "date",
    "published",
    "publishedAt",
    "published_at",
    "pubDate",
    "publish_date",
    "datePublished",
    "date_published",
    "created",
    "date_publish",
    "webPublicationDate",
  ])("date in %s", (name) => {
    expect(toArticleRecord({ text, [name]: "2031-03-11T08:00:00Z" }, {}).date).toBe("2031-03-11T08:00:00Z");
  });
  test.each(["outlet", "source", "publisher", "publication", "site", "sitename", "site_name", "domain"])(
    "outlet in %s",
    (name) => {
      expect(toArticleRecord({ text, [name]: "Karsk Courier" }, {}).outlet).toBe("Karsk Courier");
      expect(toArticleRecord({ text, [name]: { id: 3, name: "Karsk Courier" } }, {}).outlet).toBe("Karsk Courier");
    },
  );
  test.each([
    ["byline", "Ada Venn", ["Ada Venn"]],
    ["author", "Ada Venn; Ilo Marr", ["Ada Venn", "Ilo Marr"]],
    ["authors", ["Ada Venn", " Ilo Marr "], ["Ada Venn", "Ilo Marr"]],
    ["author", { name: "Ada Venn" }, ["Ada Venn"]],
    ["creator", [{ "@type": "Person", name: "Ada Venn" }, { name: "" }], ["Ada Venn"]],
    ["authors", [], []],
  ])("bylines in %s: %j", (name, value, want) => {
    expect(toArticleRecord({ text, [name]: value }, {}).bylines).toEqual(want);
  });
  test("the language as written, and null for what is not there", () => {
    expect(toArticleRecord({ text, lang: "en-GB" }, {})).toEqual({
      title: null,
      text,
      isHtml: false,
      url: null,
      date: null,
      outlet: null,
      bylines: [],
      language: "en-GB",
    });
  });
  test("an empty field gives way to the next usual one", () => {
    expect(toArticleRecord({ text: " ", body: null, content: text, title: "", headline: "Talks" }, {})).toMatchObject({
      text,
      title: "Talks",
    });
  });
  test("paragraphs in a list, plain or as objects, and WordPress's objects", () => {
    expect(toArticleRecord({ paragraphs: ["One.", "", { text: "Two." }] }, {}).text).toBe("One.\n\nTwo.");
    const post = { title: { rendered: "Talks" }, content: { rendered: "<p>One.</p>", protected: false } };
    expect(toArticleRecord(post, {})).toMatchObject({ title: "Talks", text: "<p>One.</p>", isHtml: true });
  });
});

test.each([
  [1_646_956_800, "2022-03-11"],
  [1_646_956_800_000, "2022-03-11"],
  ["1646956800", "2022-03-11"],
  [20220312, "2022-03-12"],
  ["20220312", "2022-03-12"],
  [2022, "2022"],
  ["11 March 2022", "11 March 2022"],
  [{ $date: "2022-03-11T00:00:00Z" }, "2022-03-11T00:00:00Z"],
  [20221399, null],
  [9e15, null],
  [Number.MAX_VALUE, null],
  [true, null],
])("the date %j is %s", (date, want) => {
  expect(toArticleRecord({ text, date }, {}).date).toBe(want);
});

test.each([
  ["<p>One.</p><p>Two.</p>", true],
  ["One.<br>Two.", true],
  ['She <a href="/x">said</a> so.', true],
  ["<!DOCTYPE html><title>x</title>", true],
  ["If a <b and c> d, the talks fail.", false],
  ["The <ministry> of x < y said 1 > 0.", false],
  [text, false],
])("%s: markup is %s", (body, want) => {
  expect(toArticleRecord({ body }, {}).isHtml).toBe(want);
});

describe("mapped fields", () => {
  const record = { text: "teaser", data: { body: text, "a.b": "T" }, "x.y": "dotted", my_title: "Talks" };
  test("by name, by path, by a name with a dot in it", () => {
    expect(toArticleRecord(record, { text: "data.body", title: "MyTitle" })).toMatchObject({ text, title: "Talks" });
    expect(toArticleRecord(record, { text: "x.y" }).text).toBe("dotted");
  });
  test("a mapped field is not looked for elsewhere", () => {
    expect(() => toArticleRecord(record, { text: "data.missing" })).toThrow(
      'no text in the field "data.missing": the record\'s fields are text, data, x.y, my_title',
    );
  });
  test("only fields that a record has can be mapped", () => {
    expect(checkFieldMap({ text: "a", byline: "b" })).toEqual({ text: "a", byline: "b" });
    expect(() => checkFieldMap({ txt: "a" })).toThrow(code("PARLEY_OPTION_INVALID"));
  });
});

describe("what is no article", () => {
  test("no text: the fields are named, ten at most, clipped", () => {
    const wide = Object.fromEntries(Array.from({ length: 14 }, (_, i) => [`k${i}${"x".repeat(90)}`, 1]));
    expect(() => toArticleRecord(wide, {})).toThrow(code("PARLEY_INPUT_NO_TEXT"));
    expect(() => toArticleRecord(wide, {})).toThrow(/k9x{38}… and 4 more$/);
    expect(() => toArticleRecord({}, {})).toThrow("the record has no fields");
  });
  test.each([
    [null, "null"],
    [3, "a number"],
    ["x", "a string"],
    [[1], "an array"],
  ])("%j is no record", (value, found) => {
    expect(() => toArticleRecord(value, {})).toThrow(`found ${found}`);
  });
  test("__proto__ is a name like any other", () => {
    const value: unknown = JSON.parse('{"__proto__": {"text": "inherited"}, "constructor": "x", "text": "own"}');
    expect(toArticleRecord(value, {}).text).toBe("own");
    expect(() => toArticleRecord(JSON.parse('{"__proto__": {"text": "inherited"}}'), {})).toThrow(
      "fields are __proto__",
    );
    expect(({} as { text?: string }).text).toBeUndefined();
  });
});

test("what PostgreSQL cannot store is replaced in its place", () => {
  const record = toArticleRecord(
    JSON.parse('{"text": "a\\u0000b\\ud800c", "title": "\\udc00x", "author": ["\\u0000A"]}'),
    {},
  );
  expect(record).toMatchObject({ text: "a\uFFFDb\uFFFDc", title: "\uFFFDx", bylines: ["\uFFFDA"] });
});

describe("lists of records", () => {
  test.each(["articles", "items", "data", "documents", "results", "Articles"])("under %s", (name) => {
    expect(recordsIn({ status: "ok", [name]: [{ text }] }, {})).toEqual([{ text }]);
  });
  test("an array is a list; an article that has a list is an article; the mapped text counts", () => {
    expect(recordsIn([{ text }, 3], {})).toEqual([{ text }, 3]);
    expect(recordsIn({ text, items: [{ name: "tag" }] }, {})).toBeNull();
    expect(recordsIn({ mine: text, items: [{ name: "tag" }] }, { text: "mine" })).toBeNull();
    expect(recordsIn({ data: { articles: [] } }, {})).toBeNull();
  });
});

test("any JSON value becomes a record or a ParleyError", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      try {
        expect(toArticleRecord(value, {}).text).toMatch(/\S/);
      } catch (error) {
        expect(error).toMatchObject({ name: "ParleyError" });
      }
    }),
  );
});
