import fc from "fast-check";
import { expect, test } from "vitest";
import { makeReport } from "../../ledger/testing/report.ts";
import { anyArticle } from "../testing/articles.ts";
import { dispatches } from "../testing/dispatches.ts";
import { memoryLedger } from "../testing/memory-ledger.ts";
import { controlCharacters } from "../testing/printed.ts";
import { gatherBrief } from "./gather.ts";
import { renderBriefMarkdown } from "./markdown.ts";

const render = async (articles: Parameters<typeof memoryLedger>[0]) =>
  renderBriefMarkdown(await gatherBrief(memoryLedger(articles)));

test("says who said what, how sourced, where and when, and links the article", async () => {
  const brief = await render(dispatches.slice(0, 3));
  expect(brief).toContain("# Parley brief: 5 March 2031 – 9 March 2031\n\n12 statements in 3 articles from 3 outlets.");
  expect(brief).toContain(
    "**Brandt** (2)\n\n- *said*: “There was zero progress,” … “and anyone who says otherwise was not in the room.” — The Veld Courier · 2031-03-09 · on record · direct · confidence 0.91 · origin: Meridian · `c1`",
  );
  expect(brief).toContain(
    "### Anonymous sources (never merged across articles)\n\n**A Western diplomat** (1), in [Ostria ready to sign, Verel says](<https://courier.example/2031/03/09/ready-to-sign>)",
  );
  expect(brief).toContain("source unresolved");
  expect(brief).toContain("on record · direct (0.91) · confidence 0.58");
});

test("says who was in contact with whom: how, when, where, to what outcome, in which words", async () => {
  const report = makeReport({
    key: "sund",
    published: "2031-03-11",
    text: "Ilse Varga met Emil Brandt in Sund on Monday. She said the talks go on.",
    actors: [
      { id: "a1", key: "person:ilse-varga", name: "Ilse Varga", words: ["Ilse Varga", "She"] },
      { id: "a2", key: "person:KRS:emil brandt", name: "Emil Brandt", words: ["Emil Brandt"] },
    ],
    said: [{ source: "She", content: "the talks go on", actor: "a1" }],
    met: [
      {
        evidence: "Ilse Varga met Emil Brandt in Sund on Monday",
        who: ["a1", "a2"],
        place: "Sund",
        when: ["Monday", "2031-03-10", "2031-03-10"],
      },
    ],
  });
  const brief = await render([report]);
  expect(brief).toContain(
    `## Contacts\n\n**Ilse Varga – Emil Brandt** (1)\n\n- *meeting, held*: Ilse Varga met Emil Brandt in Sund on Monday — 10 March 2031 · in Sund · Karsk Courier · 2031-03-11 · \`${report.document.id}\``,
  );
  expect(brief).toContain("**Ilse Varga** (1)\n\n- She *no cue*: the talks go on — ");
});

test("words of articles are words: no markup, no HTML, no link of their own", async () => {
  const brief = await render(dispatches);
  expect(brief).toContain("“\\</title\\>\\</script\\>\\<script\\>alert('title')\\</script\\>”");
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(anyArticle, { selector: ({ document }) => document.id, maxLength: 4 }),
      async (articles) => {
        const shown = await render(articles);
        expect(shown).not.toMatch(controlCharacters);
        const links = [...shown.matchAll(/(?<!\\)\]\(<([^>\n]*)>\)/gu)].map(([, address]) => address);
        for (const address of links) expect(address).toMatch(/^https?:/u);
        // Past our own links, headings and emphasis, every sign of Markdown or HTML has its backslash.
        const rest = shown.replace(/(?<!\\)\[(?=(?:[^\n\]]|\\\])*\]\(<)|(?<!\\)\]\(<[^>\n]*>\)/gu, "");
        expect(rest.replace(/\\[^\n]/gu, "")).not.toMatch(/[<>[\]]/u);
      },
    ),
    { numRuns: 60 },
  );
});

test("an empty ledger is told in one line", async () => {
  expect(await render([])).toBe("# Parley brief\n\nThe ledger holds no articles.\n");
});
