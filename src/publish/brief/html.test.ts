import { createHash } from "node:crypto";
import fc from "fast-check";
import { parseHTML } from "linkedom";
import { describe, expect, test } from "vitest";
import { makeReport } from "../../ledger/testing/report.ts";
import { anyArticle, articleOf, onDay } from "../testing/articles.ts";
import { dispatches } from "../testing/dispatches.ts";
import { memoryLedger } from "../testing/memory-ledger.ts";
import { gatherBrief } from "./gather.ts";
import { renderBriefHtml } from "./html.ts";
import { safeAddress } from "./markup.ts";

const render = async (articles: Parameters<typeof memoryLedger>[0]) =>
  renderBriefHtml(await gatherBrief(memoryLedger(articles)));
const parse = (page: string) => parseHTML(page).document;
const all = (page: ReturnType<typeof parse>, selector: string) => [...page.querySelectorAll(selector)];

describe("a page of dispatches", async () => {
  const page = await render(dispatches);
  const document = parse(page);

  test("has a line for every statement, which opens to its words and leads to its place in the article", () => {
    const lines = all(document, "li.line");
    expect(lines.length).toBe(15);
    for (const line of lines) {
      expect(line.querySelector("details > summary")).not.toBeNull();
      const mark = document.getElementById(line.querySelector(".go a")?.getAttribute("href")?.slice(1) ?? "");
      expect(mark?.closest("details.article")).not.toBeNull();
      expect(mark?.getAttribute("href")).toBe(`#${line.id}`);
    }
  });

  test("marks source, cue and content in the passage and at its place", () => {
    const line = all(document, "li.line").find((one) => one.textContent?.includes("zero progress"));
    const marked = (root: ReturnType<typeof document.querySelector> | undefined, selector: string) =>
      [...(root?.querySelectorAll(selector) ?? [])].map((node) => node.textContent);
    expect(marked(line, ".passage .s")).toEqual(["Brandt"]);
    expect(marked(line, ".passage .c")).toEqual([
      "“There was zero progress,”",
      "“and anyone who says otherwise was not in the room.”",
    ]);
    expect(marked(document.getElementById("a0"), '[data-m="5s"],[data-m="5q"]')).toEqual(["Brandt", "said"]);
  });

  test("says what is uncertain: what is unresolved, how sure the reader is, how a date is known", () => {
    expect(page).toContain("source unresolved");
    expect(page).toContain("confidence 0.58");
    expect(page).toContain("direct (0.91)");
    expect(page).toContain("March 2031 (month only; from the page’s metadata: ");
    expect(page).toContain("5 March 2031 (from a record line: 20310305)");
  });

  test("warns of what is damaged, out of order, unread, undated, or another outlet’s", () => {
    const warnings = document.querySelector(".cautions")?.textContent ?? "";
    expect(warnings).toContain("1 article not read: written in French; Parley reads English");
    expect(warnings).toContain("1 article with sentences out of order");
    expect(warnings).toContain("1 article damaged: quotation marks stripped, apostrophes stripped");
    expect(warnings).toContain("1 article that another outlet first reported");
    expect(warnings).toContain("1 article without a date");
    expect(warnings).toContain("2 statements word for word in more than one article");
  });

  test("has landmarks, one first heading, and a name for every control", () => {
    expect(all(document, "main, header, aside[aria-label], footer, form[role=search]").length).toBe(5);
    expect(all(document, "h1").length).toBe(1);
    for (const control of all(document, "input, select")) expect(control.closest("label")?.textContent).not.toBe("");
  });

  test("has no two elements of one id, and no link inside that leads nowhere", () => {
    const ids = all(document, "[id]").map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const link of all(document, 'a[href^="#"]')) expect(ids).toContain(link.getAttribute("href")?.slice(1));
  });

  test("is the same for the same ledger", async () => {
    expect(await render(dispatches.toReversed())).toBe(page);
  });
});

describe("contacts", async () => {
  const report = (key: string, status: "held" | "planned") =>
    makeReport({
      key,
      published: "2031-03-11",
      text: "Talks. Ilse Varga met Emil Brandt in Sund on Monday. She said the talks go on.",
      actors: [
        { id: "a1", key: "person:ilse-varga", name: "Ilse Varga", words: ["Ilse Varga", "She"] },
        { id: "a2", key: "person:KRS:emil brandt", name: "Emil <b>Brandt", words: ["Emil Brandt"] },
      ],
      said: [{ source: "She", content: "the talks go on", actor: "a1" }],
      met: [
        {
          evidence: "Ilse Varga met Emil Brandt in Sund on Monday",
          who: ["a1", "a2"],
          status,
          place: "Sund",
          when: ["Monday", "2031-03-10", "2031-03-10"],
        },
      ],
    });
  const page = await render([report("one", "held"), report("two", "planned")]);
  const document = parse(page);

  test("stand by parties, and every line opens to its words and leads to its place in the article", () => {
    expect(all(document, "#contacts h3").map((node) => node.textContent)).toEqual(["Ilse Varga – Emil <b>Brandt 2"]);
    const lines = all(document, "#contacts .line");
    expect(lines.length).toBe(2);
    for (const line of lines) {
      expect(line.querySelector(".passage .k")?.textContent).toBe("Ilse Varga met Emil Brandt in Sund on Monday");
      expect(line.querySelector(".when")?.textContent).toBe("10 March 2031");
      expect(line.querySelector(".place")?.textContent).toBe("Sund");
      const mark = document.getElementById(line.querySelector(".go a")?.getAttribute("href")?.slice(1) ?? "");
      expect(mark?.closest("details.article")).not.toBeNull();
      expect(mark?.nextElementSibling?.getAttribute("data-m")).toBe("1k");
    }
    expect(
      all(document, "#contacts .tag")
        .map((node) => node.textContent)
        .sort(),
    ).toEqual(["meeting, held", "meeting, planned"]);
    expect(document.querySelector(".glance")?.textContent).toContain("2 contacts told of, 1 as held.");
  });

  test("do not stand where there are none", async () => {
    expect(await render(dispatches)).not.toContain('id="contacts"');
  });

  test("of statements, whom “she” refers to is said, and both stand under the name", () => {
    const group = document.querySelector(".named .group");
    expect(group?.querySelector("h4")?.textContent).toBe("Ilse Varga 2");
    expect(all(document, ".named .who").map((node) => node.textContent)).toEqual(["(Ilse Varga)", "(Ilse Varga)"]);
  });
});

describe("what comes from articles", () => {
  const check = (page: string) => {
    const document = parse(page);
    // One style and one script, ours: the policy names their hashes, so a browser runs nothing else.
    const policy = document.querySelector("meta[http-equiv]")?.getAttribute("content") ?? "";
    for (const tag of ["style", "script"]) {
      const found = [...page.matchAll(new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`, "giu"))];
      expect(found.length).toBe(1);
      expect(policy).toContain(
        `'sha256-${createHash("sha256")
          .update(found[0]?.[1] ?? "")
          .digest("base64")}'`,
      );
      expect(page.match(new RegExp(`<${tag}\\b`, "giu"))?.length).toBe(1);
    }
    expect(all(document, "img, iframe, object, embed, base, link, svg[onload]")).toEqual([]);
    for (const element of all(document, "*")) {
      for (const { name } of element.attributes) expect(name).not.toMatch(/^on|^style$|^src$/u);
    }
    for (const link of all(document, "a")) expect(link.getAttribute("href")).toMatch(/^(?:#|https?:)/u);
  };

  test("cannot get out of the page: titles, outlets, words and addresses of a hostile article", async () => {
    const page = await render(dispatches);
    check(page);
    expect(page).toContain("&lt;/title&gt;&lt;/script&gt;&lt;script&gt;alert(&#39;title&#39;)");
    expect(page).not.toContain("\u001b");
    expect(page).toContain("<dd>javascript:alert(4)</dd>");
  });

  test("cannot get out of the page, whatever the articles", async () => {
    const unique = fc.uniqueArray(anyArticle, { selector: ({ document }) => document.id, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(unique, async (articles) => check(await render(articles))),
      { numRuns: 60 },
    );
  });
});

test.each([
  ["https://courier.example/a?b=1&c=2", "https://courier.example/a?b=1&c=2"],
  ["http://courier.example", "http://courier.example/"],
  ["javascript:alert(1)", null],
  [" java\nscript:alert(1)", null],
  ["data:text/html,<script>", null],
  ["/relative", null],
  ["not an address", null],
  [null, null],
])("the address %j may be followed as %j", (address, want) => {
  expect(safeAddress(address)).toBe(want);
});

test("an empty ledger says what to do next", async () => {
  const page = await render([]);
  expect(page).toContain("The ledger holds no articles.");
  expect(page).toContain("parley add PATH…");
});

test("a filter that nothing fits says so", async () => {
  const data = await gatherBrief(memoryLedger(dispatches), { outlet: "<Nobody>" });
  expect(renderBriefHtml(data)).toContain("No article in the ledger fits: outlet “&lt;Nobody&gt;”.");
});

test("articles that the bounds left out are told of", async () => {
  const data = await gatherBrief(memoryLedger(dispatches), { limit: 2 });
  expect(renderBriefHtml(data)).toContain("the newest 2 of 6 articles are here, the others are left out");
});

test("a month of articles has a calendar, a week has none", async () => {
  const on = (value: string) => articleOf({ id: value, text: "x", published: onDay(value) });
  const month = await render([on("2031-03-01"), on("2031-03-02"), on("2031-03-31")]);
  expect(month).toContain('aria-label="Articles by day, 1 March 2031 to 31 March 2031, at most 1"');
  expect(await render([on("2031-03-01"), on("2031-03-06")])).not.toContain("Articles by day");
  expect(await render([on("2029-12-01"), on("2031-03-06")])).toContain("Articles by month, 1 December 2029");
});

test("thirty articles of a dozen statements stay well under a megabyte", async () => {
  const sentence = (n: number) =>
    `Verel said on day ${n} that the border commission would meet in Sund before the end of the month, and that the drafts exchanged in private were of no use to anyone.`;
  const text = Array.from({ length: 30 }, (_, n) => sentence(n)).join("\n\n");
  const said = Array.from({ length: 12 }, (_, n) => ({ source: "Verel", cue: "said", content: sentence(n).slice(20) }));
  const articles = Array.from({ length: 30 }, (_, n) => articleOf({ id: `d${n}`, text, said }));
  expect(Buffer.byteLength(await render(articles))).toBeLessThan(700_000);
});
