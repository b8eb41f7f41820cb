import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ParleyError } from "../../text/errors.ts";
import { extractHtml } from "./extract-html.ts";
import { article, asParagraphs, page, paragraphs } from "./testing.ts";

/** The article's text with something between its second and third paragraph. */
const around = (inside: string) =>
  page(
    "",
    `<main><article>${asParagraphs(paragraphs.slice(0, 2))}${inside}${asParagraphs(paragraphs.slice(2))}</article></main>`,
  );
const bodyOf = (html: string) => extractHtml(html).blocks.flatMap(({ kind, text }) => (kind === "body" ? [text] : []));

describe("furniture inside the article", () => {
  test.each([
    ["navigation", '<nav><a href="/">World</a> <a href="/k">Karsk</a></nav>'],
    [
      "an aside",
      "<aside><p>Subscribers read the whole map, with every village in the valley, in our magazine.</p></aside>",
    ],
    ["a role", '<div role="complementary"><p>Subscribers read the whole map in our magazine.</p></div>'],
    ["an advertisement by class", '<div class="ad-slot ad"><p>Buy the valley’s best cheese, sent by post.</p></div>'],
    ["an advertisement by label", "<p>Anzeige</p>"],
    ["a newsletter", '<div class="newsletter-signup"><p>Get the news from Karsk in your mail every morning.</p></div>'],
    [
      "related articles by class",
      '<div class="related-posts"><h3>Related</h3><p>The bridge of Ravna is closed again</p></div>',
    ],
    [
      "a list of links",
      '<ul><li><a href="/a">Bridge closed again</a></li><li><a href="/b">Mediators named</a></li></ul>',
    ],
    ["a line that is one link", '<p><a href="/a">Ravna closes the bridge for the second time</a></p>'],
    ["a labelled link", '<p>Read more: <a href="/a">Ravna closes the bridge</a></p>'],
    ["a link labelled in another language", '<p>Lire aussi : <a href="/a">Le pont est fermé</a></p>'],
    ["buttons", "<button>Share</button>"],
    ["share links", '<div class="social-share"><span>Share on</span> <a href="/f">Chirper</a></div>'],
    [
      "a figure with its caption",
      '<figure><img src="a.jpg" alt=""><figcaption>The hotel by the lake.</figcaption></figure>',
    ],
    ["a caption by class", '<div class="photo-box"><img src="a.jpg"><p>The hotel by the lake, on Monday.</p></div>'],
    ["a caption in italics", '<p><img src="a.jpg"></p><p><em>The hotel by the lake, on Monday.</em></p>'],
    ["a credit", "<p>Photo: Karsk Herald</p>"],
    ["a credit with a name", "<p>Photograph by Jo Lens</p>"],
    ["a call to sign up", "<p>Sign up here for our newsletter.</p>"],
    ["a counter", "<p>Image 3 of 12</p>"],
  ])("%s is not the text", (_, furniture) => {
    expect(bodyOf(around(furniture))).toEqual(paragraphs);
  });
});

describe("what only looks like furniture stays", () => {
  test.each([
    ["a bank's name", "<p>Credit Suisse said on Tuesday that it would lend to both sides.</p>"],
    ["a sentence about pictures", "<p>Images by a Karsk company showed trucks on the bridge on Monday.</p>"],
    [
      "a sentence that begins with a date of publication",
      "<p>Published in 2019, the first draft had named the villages.</p>",
    ],
    ["a sentence about a posting", "<p>Posted at 10:15 on Monday, the map was gone by noon, reporters said.</p>"],
    ["a short list", "<ul><li>The bridge stays closed.</li><li>The road opens in May.</li></ul>"],
    ["a list with links in it", '<ul><li><a href="/b">The bridge</a> stays closed.</li><li>The road opens.</li></ul>'],
    ["a subheading", "<h2>What the map shows</h2>"],
    ["a subheading whose anchor is its words", '<h2 id="related-talks">Talks of former years</h2>'],
    ["an embedded quotation", "<blockquote><p>We will come back if the road is open.</p></blockquote>"],
    ["a quotation in a figure", "<figure><blockquote>We will come back if the road is open.</blockquote></figure>"],
    ["a paragraph in italics", "<p><em>The road through the valley is older than both states.</em></p>"],
    [
      "what an article is filed under",
      '<div class="entry tag-ads tag-poll category-social"><p>The road is older than both states.</p></div>',
    ],
    ["a sentence that begins as a heading might", "<p>More than 200 villages lie along the road.</p>"],
    ["a table", "<table><tr><td>Karsk: 40 villages</td></tr></table>"],
  ])("%s", (_, inside) => {
    const shown = inside
      .replace(/<\/li>/gu, "\n")
      .replace(/<[^>]*>/gu, "")
      .trim()
      .split("\n");
    expect(bodyOf(around(inside))).toEqual([...paragraphs.slice(0, 2), ...shown, ...paragraphs.slice(2)]);
  });

  test("most of the article, whatever its class says", () => {
    expect(bodyOf(page("", `<div class="sponsored social related">${article}</div>`))).toEqual(paragraphs);
  });
});

describe("the end of the article", () => {
  test.each([
    ["More on the talks", "<h3>More on the talks</h3>"],
    ["More Karsk Herald stories", "<p><b>More Karsk Herald stories</b></p>"],
    ["Related", "<p>Related</p>"],
    ["You might also like", "<h4>You might also like:</h4>"],
    ["About the author", "<h2>About the author</h2>"],
    ["Leave a reply", "<h3>Leave a Reply</h3>"],
    ["Mehr zum Thema", "<h3>Mehr zum Thema</h3>"],
  ])("is under '%s'", (_, heading) => {
    const after =
      "<p>The bridge of Ravna was closed again on Friday, and no one in the town could say for how long.</p>";
    expect(bodyOf(page("", `<article>${article}${heading}${after}</article>`))).toEqual(paragraphs);
  });

  test("is not under such a heading in its first half, nor at a sentence", () => {
    const early = bodyOf(page("", `<article><p>${paragraphs[0]}</p><h3>More on the talks</h3>${article}</article>`));
    expect(early).toEqual([paragraphs[0], "More on the talks", ...paragraphs]);
    const sentences = ["More from the map was not shown.", "Related questions wait."];
    expect(bodyOf(page("", `<article>${article}${asParagraphs(sentences)}</article>`))).toEqual([
      ...paragraphs,
      ...sentences,
    ]);
  });

  test("is before a comment form and the comments", () => {
    const comments = `<section class="comments-area" id="comments"><h2>2 comments</h2><ol class="comment-list">
      <li><p>I crossed that bridge as a child, and I hope that my children will cross it as well one day.</p></li>
      <li><p>They should ask the villages first, as everyone who has been there will tell you at once.</p></li></ol>
      <form><label>Name *</label><input name="n"><textarea>Comment</textarea><button>Post Comment</button></form></section>`;
    expect(bodyOf(page("", `<main><article>${article}</article>${comments}</main>`))).toEqual(paragraphs);
  });
});

describe("the page's own structure", () => {
  const other =
    "<p>Our readers in both countries write to us by post, and we print what they write on Saturdays, cut.</p>";

  test.each([
    ["itemprop", '<div itemprop="articleBody">'],
    ["a class", '<div class="article-body">'],
    ["a class in camel case", '<section class="page_articleBody__x1">'],
    ["an id", '<div id="story-text">'],
  ])("names the body by %s, and what follows it is furniture", (_, open) => {
    const close = open.startsWith("<section") ? "</section>" : "</div>";
    const html = page("", `<article><h1>Talks open in Ravna</h1>${open}${article}${close}${other}</article>`);
    expect(bodyOf(html)).toEqual(paragraphs);
  });

  test("a lead set above the body element is the article's", () => {
    const [lead, ...rest] = paragraphs;
    const html = page(
      "",
      `<article><p class="summary">${lead}</p><div class="article-body">${asParagraphs(rest)}</div></article>`,
    );
    expect(bodyOf(html)).toEqual(paragraphs);
  });

  test("an element that holds a part of the article is not its body", () => {
    const part = `<div class="story-text">${asParagraphs(paragraphs.slice(0, 2))}</div>`;
    expect(bodyOf(page("", `<article>${part}${asParagraphs(paragraphs.slice(2))}</article>`))).toEqual(paragraphs);
  });

  test("the entries of a live page are read in order", () => {
    const entries = paragraphs.map(
      (text, at) =>
        `<article class="entry tag-talks"><h3>Entry ${at + 1} of the day</h3><time datetime="2022-03-04">10:0${at}</time><p>${text}</p></article>`,
    );
    const body = bodyOf(page("", `<main><h1>Talks in Ravna: the day as it went</h1>${entries.join("")}</main>`));
    expect(body.filter((text) => text.length > 80)).toEqual(paragraphs);
    expect(body.filter((text) => text.startsWith("Entry"))).toHaveLength(4);
  });

  test("lines set apart by <br> are paragraphs", () => {
    expect(bodyOf(page("", `<div>${paragraphs.join("<br><br>")}</div>`))).toEqual(paragraphs);
  });

  test("a title shown again is marked as that", () => {
    const html = page(
      "<title>Talks open in Ravna - Herald</title>",
      `<article><div><p>Talks open in Ravna</p>${article}</div></article>`,
    );
    const kinds = extractHtml(html).blocks.map(({ kind }) => kind);
    expect(kinds).toEqual(["title", "repeat", "body", "body", "body", "body"]);
  });
});

test.each([
  ["a fragment", asParagraphs(paragraphs)],
  ["no body element", `<html><head><title></title></head>${article}</html>`],
  ["no head", `<body>${article}</body>`],
  ["a document type alone", `<!doctype html>${article}`],
  ["a byte order mark and NULs", `\ufeff<html><body>\0${article.replaceAll("e", "e\0")}</body></html>`],
  [
    "text after its body",
    `<html><body>${asParagraphs(paragraphs.slice(0, 2))}</body></html>${asParagraphs(paragraphs.slice(2))}`,
  ],
  ["frames in a script", page("<script>w('<html><body></body></html>')</script>", article)],
  ["two bodies", `<html><body>${asParagraphs(paragraphs.slice(0, 2))}<body>${asParagraphs(paragraphs.slice(2))}`],
  ["upper case", page("", article).replace(/<\/?\w+/gu, (tag) => tag.toUpperCase())],
])("markup with %s is read", (_, html) => {
  expect(bodyOf(html)).toEqual(paragraphs);
});

test.each([
  ["nothing", ""],
  ["white space", " \n\t"],
  ["an empty body", page("", "")],
  ["script and style alone", page("", "<script>alert(1)</script><style>p { color: red }</style>")],
  ["hidden text alone", page("", "<p hidden>one</p><template><p>two</p></template>")],
  ["a title without a text", page("<title>Talks open</title>", "")],
])("a page with %s has no blocks", (_, html) => {
  expect(extractHtml(html).blocks).toEqual([]);
});

const secret = "zqxjk";
const word = fc.constantFrom(
  "envoys",
  "Karsk",
  "talks",
  "said.",
  "“We",
  "&amp;",
  "&lt;b&gt;",
  "<",
  ">",
  "«",
  "谈判",
  "1 < 2",
  "\u0000",
  "\u2028",
);
const words = fc.array(word, { maxLength: 30 }).map((list) => `${list.join(" ")} `); // "<p" would open a tag
const name = fc.constantFrom(
  "div",
  "p",
  "section",
  "article",
  "aside",
  "ul",
  "li",
  "table",
  "td",
  "h1",
  "h2",
  "a",
  "em",
  "span",
  "blockquote",
  "figure",
  "header",
  "body",
  "html",
  "head",
  "form",
);
const attributes = fc.constantFrom(
  "",
  ' class="article-body"',
  ' class="related"',
  ' id="comments"',
  ' itemprop="articleBody"',
  ' rel="author"',
  " hidden",
  " class=",
  ' title=">"',
  ' href="javascript:alert(1)"',
);
const hidden = fc.constantFrom(
  `<script>var ${secret} = "<p>${secret}</p>";</script>`,
  `<style>.${secret} { color: red }</style>`,
  `<!-- ${secret} -->`,
  `<script type="application/ld+json">{"@type": "NewsArticle", "${secret}": 1}</script>`,
  `<p onclick="${secret}()">a</p>`,
  "<title></title>",
  "<time datetime='2022-03-04'></time>",
  '<meta property="og:title" content="Talks">',
);
const markup = fc.letrec<{ node: string }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 5 },
    words,
    hidden,
    fc.constantFrom("<br>", "<img src=a>", "</div>", "</p>", "</body>", "<p>", "<![CDATA[ ]]>", "<!doctype html>"),
    fc
      .tuple(name, attributes, fc.array(tie("node"), { maxLength: 5 }))
      .map(([tag, attribute, inner]) => `<${tag}${attribute}>${inner.join("")}</${tag}>`),
  ),
})).node;
const anyPage = fc.oneof(
  fc.array(markup, { maxLength: 12 }).map((nodes) => page("", nodes.join(""))),
  fc.array(markup, { maxLength: 12 }).map((nodes) => nodes.join("")),
  fc.tuple(markup, markup).map(([before, after]) => page("", `${before}<article>${article}</article>${after}`)),
  fc.string({ unit: "binary" }),
);

test("any page is read or refused with an error of ours; blocks hold text, and none of a script's or a style's", () => {
  fc.assert(
    fc.property(anyPage, (html) => {
      try {
        for (const { text } of extractHtml(html).blocks) {
          expect(text.trim()).toBe(text);
          expect(text).not.toBe("");
          expect(text).not.toContain(secret);
        }
      } catch (error) {
        if (!(error instanceof ParleyError)) throw error;
      }
    }),
    { numRuns: 400 },
  );
});

const sentence = fc
  .array(
    fc.constantFrom(
      "the envoys",
      "a draft",
      "two officials",
      "said",
      "met",
      "by the lake",
      "in Karsk",
      "on Tuesday",
      "with Ravna",
      "again",
    ),
    { minLength: 8, maxLength: 20 },
  )
  .map((parts) => `They ${parts.join(" ")}.`);

test("paragraphs written into an article are read whole and in order", () => {
  fc.assert(
    fc.property(fc.array(sentence, { minLength: 5, maxLength: 20 }), (texts) => {
      expect(
        bodyOf(page("", `<header><a href="/">Herald</a></header><article>${asParagraphs(texts)}</article>`)),
      ).toEqual(texts);
    }),
    { numRuns: 100 },
  );
});

test("the same page is read the same way twice", () => {
  fc.assert(
    fc.property(anyPage, (html) => {
      expect(extractHtml(html)).toEqual(extractHtml(html));
    }),
    { numRuns: 50 },
  );
});
