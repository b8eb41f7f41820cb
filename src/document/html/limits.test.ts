import { describe, expect, test } from "vitest";
import { ParleyError } from "../../text/errors.ts";
import { extractHtml } from "./extract-html.ts";
import { checkMarkup, maxNesting, maxPieces } from "./limits.ts";
import { article, page } from "./testing.ts";

const malformed = (message: RegExp) =>
  expect.objectContaining({ code: "PARLEY_INPUT_MALFORMED", message: expect.stringMatching(message) });

test.each([
  ["as deep as allowed", "<div>".repeat(maxNesting) + "</div>".repeat(maxNesting)],
  ["many void elements", "<br>".repeat(2 * maxNesting)],
  ["paragraphs and items left open", `<ul>${"<li>one".repeat(2 * maxNesting)}${"<p>one".repeat(2 * maxNesting)}`],
  ["tags in a comment", `<!--${"<div>".repeat(maxPieces)}-->`],
  ["tags in a script", `<script>${"<div>&amp;".repeat(maxPieces)}</script>`],
  ["tags in a title", `<title>${"<div>".repeat(maxPieces)}</title>`],
  ["a comment left open", `<p>one</p><!--${"<div>".repeat(maxPieces)}`],
  ["as many tags as allowed", "<b></b>".repeat(maxPieces / 2)],
  ["a long text", "a".repeat(10_000_000)],
])("%s is within the limits", (_, html) => {
  expect(() => checkMarkup(html)).not.toThrow();
});

test.each([
  ["elements", "<div>".repeat(maxNesting + 1), /has 513 elements within each other and the limit is 512/],
  ["upper case", "<DIV>".repeat(maxNesting + 1), /513 elements/],
  ["unclosed inline elements", "<font>a".repeat(600), /600 elements/],
  ["wrong closing tags", "<div></span>".repeat(600), /600 elements/],
  ["a million elements", "<div>".repeat(1_000_000), /1000000 elements/],
  ["tags side by side", "<b></b>".repeat(maxPieces), /has 200000 tags, comments and entities and the limit is 100000/],
  ["comments", "<!-- -->".repeat(maxPieces + 1), /100001 tags/],
  ["entities", "&amp;".repeat(maxPieces + 1), /100001 tags/],
  ["signs that open nothing", "<".repeat(maxPieces + 1), /100001 tags/],
  ["a long text in deep elements", "<div>".repeat(400) + "a".repeat(1_000_000), /characters, each counted once/],
  ["long rows in deep elements", "<div>".repeat(400) + "<p>a</p>".repeat(20_000), /characters, each counted once/],
])("%s beyond a limit are refused with the amount and the limit", (_, html, message) => {
  expect(() => checkMarkup(html)).toThrow(malformed(message));
  expect(() => checkMarkup(html)).toThrow(ParleyError);
});

describe("within the limits no page takes long, whatever its author wanted", () => {
  const long = 300_000;
  test.each([
    ["a title of megabytes", page(`<title>${"a ".repeat(long)}</title>`, `${"<h1>a a a</h1>".repeat(2000)}${article}`)],
    ["an og:title of megabytes", page(`<meta property="og:title" content="${"a ".repeat(long)}">`, article)],
    ["white space in JSON-LD", page(`<script type="application/ld+json">{"a":${" ".repeat(long)}x}</script>`, article)],
    ["brackets in JSON-LD", page(`<script type="application/ld+json">${"[".repeat(long)}</script>`, article)],
    [
      "open tags in JSON-LD",
      page(
        `<script type="application/ld+json">{"@type":"NewsArticle","articleBody":"${"<a".repeat(long)}"}</script>`,
        article,
      ),
    ],
    ["tags that never end", `${"<body".repeat(20_000)}`],
    ["an attribute left open", `<p title="${"a>".repeat(long)}`],
    ["comments left open", "<!-- a --".repeat(20_000)],
    ["closing tags cut short", `<script>${"</script ".repeat(long)}`],
    ["a paragraph of dots", page("", `${article}<p>${".…".repeat(long)} a</p>`)],
    ["a caption in a thousand lines", page("", `${article}<em>${"<img>one line of it<br>".repeat(5000)}</em>`)],
    ["many times", page("", `<div>${'<time datetime="2022-03-04">today</time>'.repeat(10_000)}</div>${article}`)],
  ])("%s", (_, html) => {
    const start = performance.now();
    expect(() => extractHtml(html)).not.toThrow();
    expect(performance.now() - start).toBeLessThan(15_000);
  });

  test("a list of classes that exhausts the parser's stack is a clear error", () => {
    const html = page("", `<div class="${"x ".repeat(400_000)}">${article}</div>`);
    expect(() => extractHtml(html)).toThrow(malformed(/^the HTML is beyond its parser/));
  });
});
