import { describe, expect, test } from "vitest";
import { parsePage } from "./dom.ts";
import { articleNodes, decodeEntities, firstText, namesOf, ownNodes, plain } from "./structured-data.ts";
import { jsonLd, page } from "./testing.ts";

const nodesIn = (...scripts: readonly string[]) => articleNodes(parsePage(page(scripts.join(""), "<p>text</p>")));
const raw = (source: string) => `<script type="application/ld+json">${source}</script>`;
const talks = { "@type": "NewsArticle", headline: "Talks open in Ravna" };

describe("the article's node is found", () => {
  test.each([
    ["alone", jsonLd(talks)],
    ["in an array", jsonLd([{ "@type": "Organization", name: "Karsk Herald" }, talks])],
    ["in @graph", jsonLd({ "@context": "https://schema.org", "@graph": [{ "@type": "WebSite" }, talks] })],
    ["in @graph in an array", jsonLd([{ "@graph": [[talks]] }])],
    ["as mainEntity", jsonLd({ "@type": "ItemPage", mainEntity: talks })],
    ["with several types", jsonLd({ ...talks, "@type": ["Thing", "ReportageNewsArticle"] })],
    ["as a live page", jsonLd({ ...talks, "@type": "LiveBlogPosting" })],
    ["after a malformed script", `${raw('{"@type": "NewsArticle", "headline": "Cut')}${jsonLd(talks)}`],
    ["after an empty script", `${raw("")}${jsonLd(talks)}`],
    ["in CDATA", raw(`<![CDATA[${JSON.stringify([talks])}]]>`)],
    ["in CDATA behind slashes", raw(`//<![CDATA[\n${JSON.stringify(talks)}\n//]]>`)],
    ["in CDATA in a script's comment", raw(`/* <![CDATA[ */ ${JSON.stringify(talks)} /* ]]> */`)],
    ["in an HTML comment", raw(`<!-- ${JSON.stringify(talks)} -->`)],
    ["with a semicolon", raw(`${JSON.stringify(talks)};\n`)],
    [
      "with a line break in a string",
      raw('{"@type": "NewsArticle", "description": "one\ntwo", "headline": "Talks open in Ravna"}'),
    ],
    [
      "with a parameter in the script's type",
      `<script type="application/ld+json; charset=utf-8">${JSON.stringify(talks)}</script>`,
    ],
  ])("%s", (_, scripts) => {
    expect(nodesIn(scripts).map(({ headline }) => headline)).toEqual(["Talks open in Ravna"]);
  });

  test.each([
    ["a list of other articles", jsonLd({ "@type": "ItemList", itemListElement: [talks] })],
    ["an organisation", jsonLd({ "@type": "NewsMediaOrganization", name: "Karsk Herald" })],
    ["no object", raw("null") + raw("17") + raw('"NewsArticle"') + raw("[[]]")],
    ["a node without a type", jsonLd({ headline: "Talks" })],
    ["a type that is no string", jsonLd({ "@type": [1, null, {}], headline: "Talks" })],
    ["a graph deeper than any page's", jsonLd(Array.from({ length: 20 }).reduce<unknown>((inner) => [inner], talks))],
  ])("but not in %s", (_, scripts) => {
    expect(nodesIn(scripts)).toEqual([]);
  });

  test("before that of its page", () => {
    const nodes = nodesIn(jsonLd([{ "@type": "WebPage", name: "Talks" }, talks]));
    expect(nodes.map((node) => node["@type"])).toEqual(["NewsArticle", "WebPage"]);
  });
});

describe("of several articles, the page's own", () => {
  const other = { "@type": "NewsArticle", headline: "Bridge closed", url: "https://herald.example/bridge" };
  const own = { "@type": "NewsArticle", headline: "Talks open in Ravna", url: "https://www.herald.example/talks/" };
  const none = { titles: [], addresses: [] };

  test.each([
    { by: "headline", names: { ...none, titles: ["Talks open in Ravna | Karsk Herald"] } },
    { by: "address", names: { ...none, addresses: ["http://herald.example/talks?page=1#top"] } },
  ])("by its $by", ({ names }) => {
    expect(ownNodes([other, own], names)).toEqual([own]);
  });

  test("by mainEntityOfPage", () => {
    const named = { ...own, url: undefined, mainEntityOfPage: { "@id": "https://herald.example/talks" } };
    expect(ownNodes([other, named], { ...none, addresses: ["https://herald.example/talks"] })).toEqual([named]);
  });

  test("all of them where it cannot be told", () => {
    expect(ownNodes([other, own], { titles: ["Weather"], addresses: ["https://herald.example/weather"] })).toEqual([
      other,
      own,
    ]);
  });
});

test.each([
  { value: "Mira Oldan", want: ["Mira Oldan"] },
  { value: { "@type": "Person", name: "Mira Oldan" }, want: ["Mira Oldan"] },
  { value: [{ name: "Mira Oldan" }, "Tavo Rask", { name: ["Tavo Rask"] }], want: ["Mira Oldan", "Tavo Rask"] },
  { value: [[{ name: "Mira  Oldan" }]], want: ["Mira Oldan"] },
  { value: "https://herald.example/mira", want: [] },
  { value: { url: "https://herald.example/mira" }, want: [] },
  { value: [null, 7, "", { name: null }], want: [] },
])("the names in $value are $want", ({ value, want }) => {
  expect(namesOf([{ author: value }], "author")).toEqual(want);
});

test("a property is the first text that any node has under its name", () => {
  const nodes = [{ headline: 7 }, { headline: " " }, { headline: "<b>Talks</b>  open" }, { headline: "Other" }];
  expect(firstText(nodes, "headline")).toBe("Talks open");
  expect(firstText(nodes, "name")).toBeNull();
});

test.each([
  { text: "Karsk &amp; Ravna &#8211; &#x2019;one&rsquo;", want: "Karsk & Ravna – ’one’" },
  { text: "Karsk &amp;amp; Ravna", want: "Karsk &amp; Ravna" },
  { text: "&nope; &#0; &#55296; &#x110000; &", want: "&nope; &#0; &#55296; &#x110000; &" },
  { text: "AT&T", want: "AT&T" },
])("'$text' decoded once is '$want'", ({ text, want }) => {
  expect(decodeEntities(text)).toBe(want);
});

test.each([
  { text: "Talks <em>open</em><br/>", want: "Talks open" },
  { text: "<script>alert(1)</script>Talks", want: "Talks" },
  { text: "&lt;script&gt;alert(1)&lt;/script&gt;Talks", want: "Talks" },
  { text: "Talks<script>alert(1)", want: "Talks" },
  { text: "<STYLE>a{}</STYLE >Talks", want: "Talks" },
  { text: "5 < 7 and <3", want: "5 < 7 and <3" },
])("'$text' is '$want' to a reader", ({ text, want }) => {
  expect(plain(text)).toBe(want);
});
