import { describe, expect, test } from "vitest";
import { extractHtml } from "./extract-html.ts";
import { article, asParagraphs, jsonLd, page, paragraphs } from "./testing.ts";

const read = (head: string, body = article) => extractHtml(page(head, body));
const meta = (name: string, content: string) => `<meta property="${name}" content="${content}">`;
const news = (fields: object) => jsonLd({ "@type": "NewsArticle", ...fields });

describe("the title", () => {
  test.each([
    ["of JSON-LD before Open Graph", news({ headline: "Talks open" }) + meta("og:title", "Other"), "", "Talks open"],
    ["of Open Graph before <title>", `${meta("og:title", "Talks open")}<title>Other</title>`, "", "Talks open"],
    ["of a Twitter card", `<meta name="twitter:title" content="Talks open">`, "", "Talks open"],
    ["of <title> without the site", "<title>Talks open in Ravna - Herald</title>", "", "Talks open in Ravna"],
    [
      "without the outlet, whichever stands first",
      meta("og:title", "Karsk Herald | Talks open") + meta("og:site_name", "Karsk Herald"),
      "",
      "Talks open",
    ],
    [
      "as readers see it, where the metadata's is cut",
      news({ headline: "Talks open in Ravna, and the envoys…" }),
      "<h1>Talks open in Ravna, and the envoys <i>stay</i></h1>",
      "Talks open in Ravna, and the envoys stay",
    ],
    [
      "of the metadata, where the heading is another",
      meta("og:title", "Talks open"),
      "<h1>World news</h1>",
      "Talks open",
    ],
    ["of a heading, where nothing else is", "", "<h1></h1><h1>Talks open</h1>", "Talks open"],
    ["of a drawing is none", "", "<svg><title>Logo of the Herald</title></svg>", null],
    ["with entities", meta("og:title", "Karsk &amp;amp; Ravna: &quot;we talk&quot;"), "", 'Karsk & Ravna: "we talk"'],
    ["longer than any title is none", `<title>${"Talks ".repeat(200)}</title>`, "<h1>Talks</h1>", "Talks"],
  ])("%s", (_, head, body, want) => {
    expect(read(head, body + article).title).toBe(want);
  });

  const script = "<script>alert(1)</script>";
  test.each([
    ["<title>", `<title>${script}Talks open</title>`, ""],
    ["an escaped <title>", `<title>&lt;script>alert(1)&lt;/script>Talks open</title>`, ""],
    ["Open Graph", meta("og:title", "&lt;script&gt;alert(1)&lt;/script&gt;Talks open"), ""],
    ["a heading", "", "<h1>Talks open<script>alert(1)</script></h1>"],
    ["JSON-LD", news({ headline: "Talks <img src=x onerror=alert(1)>open" }), ""],
    ["JSON-LD, escaped", news({ headline: "&lt;script&gt;alert(1)&lt;/script&gt;Talks open" }), ""],
  ])("with a script in %s is harmless", (_, head, body) => {
    const { title, blocks } = read(head, body + article);
    expect(title).toBe("Talks open");
    expect(JSON.stringify(blocks)).not.toMatch(/alert|script|<|onerror/);
  });
});

describe("the address and what it tells of the origin", () => {
  const canonical = (href: string) => `<link rel="canonical" href="${href}">`;
  test.each([
    ["a canonical link", canonical("https://herald.example/a"), "https://herald.example/a", null],
    ["og:url", meta("og:url", "https://herald.example/a?b=1&amp;c=2"), "https://herald.example/a?b=1&c=2", null],
    [
      "the canonical link before og:url at one site",
      canonical("https://www.herald.example/a") + meta("og:url", "https://m.herald.example/a?share=1"),
      "https://www.herald.example/a",
      null,
    ],
    [
      "one site with and without www., though its name is short",
      canonical("https://www.krn.com/a") + meta("og:url", "https://krn.com/a"),
      "https://www.krn.com/a",
      null,
    ],
    [
      "a canonical link at another site: a reprint",
      canonical("https://www.post.example/b") + meta("og:url", "https://herald.example/a"),
      "https://herald.example/a",
      "post.example",
    ],
    [
      "two sites under one country's registry",
      canonical("https://post.co.uk/b") + meta("og:url", "https://herald.co.uk/a"),
      "https://herald.co.uk/a",
      "post.co.uk",
    ],
    [
      "a canonical link that is no address",
      canonical("/a") + meta("og:url", "https://herald.example/a"),
      "https://herald.example/a",
      null,
    ],
    ["a script as address", canonical("javascript:alert(1)") + meta("og:url", "data:text/html,a"), null, null],
    ["none", "", null, null],
  ])("%s", (_, head, url, origin) => {
    const read = extractHtml(page(head, article));
    expect([read.url, read.origin?.outlet ?? null]).toEqual([url, origin]);
  });

  const outlet = meta("og:site_name", "Karsk Herald");
  test.each([
    ["a source organisation", news({ sourceOrganization: { name: "Meridian Wire" } }), "Meridian Wire"],
    ["what it is based on", news({ isBasedOn: "https://www.post.example/b" }), "post.example"],
    ["an agency as author", news({ author: "Reuters Staff" }), "Reuters"],
    ["an author at an agency", meta("author", "Mira Oldan, Associated Press"), "Associated Press"],
    ["the outlet itself", news({ sourceOrganization: { name: "The Karsk Herald" } }), null],
    ["an author whose name holds an agency's letters", news({ author: "Jan Reutersward" }), null],
  ])("metadata that names %s", (_, head, want) => {
    expect(read(outlet + head).origin?.outlet ?? null).toBe(want);
  });
});

describe("the outlet", () => {
  test.each([
    ["og:site_name first", meta("og:site_name", "Karsk Herald") + news({ publisher: "Other" }), "Karsk Herald"],
    ["the publisher", news({ publisher: { "@type": "Organization", name: "Karsk Herald" } }), "Karsk Herald"],
    ["the application's name", `<meta name="application-name" content="Karsk Herald">`, "Karsk Herald"],
    ["none", "", null],
  ])("is %s", (_, head, want) => {
    expect(read(head).outlet).toBe(want);
  });
});

describe("who wrote it", () => {
  test.each([
    ["JSON-LD", news({ author: [{ name: "Mira Oldan" }, { name: "Tavo Rask" }] }), "", ["Mira Oldan", "Tavo Rask"]],
    ["<meta>", `<meta name="author" content="Mira Oldan">`, "", ["Mira Oldan"]],
    [
      "the second <meta>, where the first is an address",
      `${meta("article:author", "https://a.example/mira")}<meta name="parsely-author" content="Mira Oldan">`,
      "",
      ["Mira Oldan"],
    ],
    [
      "the visible byline",
      "",
      '<div class="story-byline">By <a rel="author" href="/m">Mira Oldan</a></div>',
      ["Mira Oldan"],
    ],
    [
      "a byline in parts",
      "",
      '<div class="byline"><p>By Mira Oldan</p><p>Karsk Herald</p></div>',
      ["By Mira Oldan Karsk Herald"],
    ],
    ["no byline in a list of others", "", '<aside><p class="byline">By Mira Oldan</p></aside>', []],
    ["no byline of a comment", "", '<ol class="comments"><li><b class="byline">By Mira</b></li></ol>', []],
    ["no paragraph that only has the class", "", `<div class="byline">${article}</div>`, []],
  ])("%s", (_, head, body, want) => {
    expect(read(head, body + article).bylines).toEqual(want);
  });

  test("the byline as readers see it stands between title and text", () => {
    const html = `<header><h1>Talks open in Ravna</h1><p class="byline">By Mira Oldan</p></header><article>${article}</article>`;
    expect(read("", html).blocks.slice(0, 3)).toEqual([
      { kind: "title", text: "Talks open in Ravna" },
      { kind: "byline", text: "By Mira Oldan" },
      { kind: "body", text: paragraphs[0] },
    ]);
  });
});

test.each([
  ["<html lang>", `<html lang="en-GB"><body>${article}</body></html>`, "en-GB"],
  [
    "<html lang> behind a conditional comment",
    `<!--[if IE 6]><html class="ie"><![endif]--><html lang="en"><body>${article}</body></html>`,
    "en",
  ],
  ["JSON-LD", `<html><body>${news({ inLanguage: "fr" })}${article}</body></html>`, "fr"],
  ["Open Graph's locale", `<html><head>${meta("og:locale", "de_AT")}</head><body>${article}</body></html>`, "de_AT"],
  ["nothing", `<html lang=""><body>${article}</body></html>`, null],
])("the language is declared by %s", (_, html, want) => {
  expect(extractHtml(html).language).toBe(want);
});

describe("the dates of publication", () => {
  const time = (attributes: string, text = "today") => `<time ${attributes}>${text}</time>`;
  test.each([
    [
      "in order of trust",
      news({ datePublished: "2022-03-04T10:00:00+01:00", dateModified: "2022-03-09" }) +
        meta("article:published_time", "2022-03-05") +
        meta("article:modified_time", "2022-03-10"),
      time('datetime="2022-03-06"'),
      ["structured-data 2022-03-04T10:00:00+01:00", "meta-tag 2022-03-05", "time-element 2022-03-06"],
    ],
    [
      "once each",
      `${meta("date", "2022-03-04")}<meta name="dc.date" content="2022-03-04">`,
      "",
      ["meta-tag 2022-03-04"],
    ],
    [
      "of a <time> marked as such before the first",
      "",
      time('datetime="2022-03-06"') + time('datetime="2022-03-04" itemprop="datePublished"'),
      ["time-element 2022-03-04"],
    ],
    ["of a <time>'s text", "", time("", "4 March 2022"), ["time-element 4 March 2022"]],
    ["not of an update", "", time('class="updated" datetime="2022-03-06"'), []],
    ["not of a <time> without a year", "", time("", "10:15 a.m."), []],
    ["not of another article", "", `<ul><li>${time('datetime="2022-03-06"')}</li></ul>`, []],
    ["not of a related article", "", `<div class="related-box">${time('datetime="2022-03-06"')}</div>`, []],
    ["not of a footer", "", `<footer>${time('datetime="2022-03-06"')}</footer>`, []],
    [
      "of a page whose layout has a sidebar",
      "",
      `<main class="main">${time('datetime="2022-03-06"')}</main>`,
      ["time-element 2022-03-06"],
    ],
  ])("%s", (_, head, body, want) => {
    const html = page(head, body + article).replace("<body>", '<body class="has-sidebar">');
    expect(extractHtml(html).dates.map(({ source, evidence }) => `${source} ${evidence}`)).toEqual(want);
  });

  test("of the page's own article alone, where it describes others too", () => {
    const others = jsonLd([
      { "@type": "NewsArticle", headline: "Bridge closed", datePublished: "2021-01-01", author: "Jo Other" },
      { "@type": "NewsArticle", headline: "Talks open", datePublished: "2022-03-04", author: "Mira Oldan" },
    ]);
    const read = extractHtml(page(others + meta("og:title", "Talks open"), article));
    expect(read.dates).toEqual([{ source: "structured-data", evidence: "2022-03-04" }]);
    expect(read.bylines).toEqual(["Mira Oldan"]);
  });
});

describe("the article's text in structured data", () => {
  test("is taken where the page shows little of it", () => {
    const body = asParagraphs([paragraphs[0] ?? ""]);
    const text = paragraphs.join("\n\n").replace("Mira Oldan", "<b>Mira</b> &lt;i&gt;Oldan&lt;/i&gt;");
    const { blocks } = read(news({ headline: "Talks open", articleBody: text }), `<p>Loading…</p>${body}`);
    expect(blocks).toEqual([
      { kind: "title", text: "Talks open" },
      ...paragraphs.map((text) => ({ kind: "body", text })),
    ]);
  });

  test("keeps the paragraphs that its markup sets", () => {
    const text = paragraphs.map((paragraph) => `&lt;p&gt;${paragraph}&lt;/p&gt;`).join("");
    expect(read(news({ articleBody: text }), "<p>Loading</p>").blocks.map(({ text }) => text)).toEqual(paragraphs);
  });

  test("tells what stands before and after the article from the article", () => {
    const before = "A summary of the day, for the hurried.";
    const after = "Our reporters follow the talks on foot.";
    const html = `<div>${asParagraphs([before, ...paragraphs, after])}</div>`;
    const kinds = (head: string) => read(head, html).blocks.map(({ kind }) => kind);
    expect(kinds("")).toEqual(["body", "body", "body", "body", "body", "body"]);
    const whole = news({ articleBody: paragraphs.join(" ") });
    expect(kinds(whole)).toEqual(["boilerplate", "body", "body", "body", "body", "boilerplate"]);
    const teaser = news({ articleBody: paragraphs[1] });
    expect(kinds(teaser)).toEqual(["body", "body", "body", "body", "body", "body"]);
  });
});
