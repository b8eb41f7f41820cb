import fc from "fast-check";
import stringWidth from "string-width";
import { describe, expect, test } from "vitest";
import type { Decision } from "../ledger/ledger.ts";
import { makeReport } from "../ledger/testing/report.ts";
import { charSpan } from "../text/span.ts";
import { renderArticle } from "./article-view.ts";
import { anyArticle, articleOf, onDay, spanOf, statementOf } from "./testing/articles.ts";
import { controlCharacters, stylesOf, unstyled } from "./testing/printed.ts";

const text = [
  "President Anton Verel said on Monday that Ostria was ready to sign.",
  "“Not under fire,” a Western official told Meridian.",
  "Share this story",
].join("\n");
const article = articleOf({
  id: "3fa9",
  text,
  title: "Ostria ready to sign",
  outlet: "The Veld Courier",
  published: { ...onDay("2031-03", "url", "/2031/03/"), precision: "month" },
  damage: ["apostrophes-stripped"],
  origin: { outlet: "Meridian", spans: [spanOf(text, "told Meridian")], basis: "relay", evidence: "told Meridian" },
  regions: [
    { kind: "body", ...charSpan(0, text.indexOf("Share")) },
    { kind: "boilerplate", ...spanOf(text, "Share this story") },
  ],
  said: [
    { source: "President Anton Verel", cue: "said", content: "that Ostria was ready to sign", confidence: 0.874 },
    {
      source: "a Western official",
      cue: "told",
      content: "“Not under fire,”",
      relay: "Meridian",
      quotation: "direct",
      sourcing: "anonymous",
      quotationConfidence: 0.824,
      unresolved: ["source"],
    },
  ],
});

test("without colour the article reads with brackets and numbers", () => {
  expect(renderArticle(article, [], { width: 72, colour: 0 })).toBe(
    `Ostria ready to sign
outlet   The Veld Courier
date     March 2031 (month only; from the address: /2031/03/)
origin   Meridian (told to: “told Meridian”)
damage   apostrophes stripped
file     dispatches/3fa9.txt
id       3fa9
reader   by-hand 1

{President Anton Verel}¹ <said>¹ on Monday [that Ostria was ready to
sign]¹.

[“Not under fire,”]² {a Western official}² <told>² Meridian.

Share this story

{source} <cue> [content] – numbers are those of the statements below

2 statements

  1  indirect · on record · confidence 0.87 · not reviewed
     President Anton Verel — said — that Ostria was ready to sign

  2  direct (0.82) · anonymous · source unresolved · not reviewed
     a Western official — told — “Not under fire,”
     told to: Meridian
     described as: a Western official`,
  );
});

describe("with colour", () => {
  const shown = renderArticle(article, [], { width: 72, colour: 3 });

  test("each role has a hue of its own and a second sign", () => {
    expect(shown).toContain("\u001b[1m\u001b[38;2;0;114;178mPresident Anton Verel");
    expect(shown).toContain("\u001b[4m\u001b[38;2;213;94;0msaid");
    expect(shown).toContain("\u001b[38;2;0;158;115mthat Ostria");
  });

  test("what is not the report is dimmed", () => {
    expect(shown).toContain("\u001b[2mShare this story");
    expect(shown).not.toContain("\u001b[2mPresident");
  });

  test("no style crosses a line break, so that a pager may cut between lines", () => {
    for (const line of shown.split("\n")) {
      const codes = stylesOf(line);
      const opened = codes.filter((code) => [1, 2, 4, 38].includes(code)).length;
      const closed = codes.filter((code) => [22, 24, 39].includes(code)).length;
      expect(closed).toBe(opened);
    }
  });
});

test("contacts, events, actors and times are listed below, each with its words", () => {
  const report = makeReport({
    key: "sund",
    text: "Ilse Varga met Emil Brandt in Sund on Monday. She said the talks go on.",
    actors: [
      {
        id: "a1",
        key: "person:ilse-varga",
        name: "Ilse Varga",
        country: "OST",
        role: "foreign minister",
        words: ["Ilse Varga", "She"],
      },
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
  const shown = renderArticle(report, [], { width: 72, colour: 0 });
  expect(shown.slice(shown.indexOf("1 statement"))).toBe(`1 statement

  1  indirect · on record · not reviewed
     She — (no cue in the text) — the talks go on
     who: Ilse Varga

1 contact
  meeting, held: Ilse Varga, Emil Brandt
     “Ilse Varga met Emil Brandt in Sund on Monday” · 10 March 2031
     (“Monday”) · in “Sund”

1 event
  CONSULT, visit, happened: Ilse Varga → Emil Brandt
     “Ilse Varga met Emil Brandt in Sund on Monday” · 10 March 2031
     (“Monday”) · in “Sund” · diplomatic

2 actors
  Ilse Varga: foreign minister, OST
     “Ilse Varga”, “She”
  Emil Brandt: person
     “Emil Brandt”

1 time
  10 March 2031 (day)
     “Monday”`);
});

test("nested and overlapping statements close every bracket they open", () => {
  const nested = articleOf({
    id: "n",
    text: "Verel said the minister had told him it was over.",
    said: [
      { source: "Verel", cue: "said", content: "the minister had told him it was over" },
      { source: "the minister", cue: "told", content: "it was over" },
    ],
  });
  expect(renderArticle(nested, [], { width: 100, colour: 0 })).toContain(
    "{Verel}¹ <said>¹ [{the minister}² had <told>² him [it was over]²]¹.",
  );
});

describe("decisions", () => {
  const [first, second] = article.outcome.kind === "read" ? article.outcome.statements : [];
  if (!first || !second) throw new Error("the article has two statements");
  const decide = (over: Partial<Decision>): Decision => ({
    statement: first.id,
    verdict: "accepted",
    correction: null,
    note: null,
    ...over,
  });
  const show = (decision: Decision) => renderArticle(article, [decision], { width: 100, colour: 0 });

  test("an accepted statement says so", () => {
    expect(show(decide({}))).toContain("confidence 0.87 · accepted");
  });

  test("a rejected statement is listed and not marked", () => {
    const shown = show(decide({ verdict: "rejected", note: "not a quotation" }));
    expect(shown).toContain("President Anton Verel said on Monday");
    expect(shown).toContain("confidence 0.87 · rejected");
    expect(shown).toContain("note: not a quotation");
  });

  test("a corrected statement is shown as the person says it should be", () => {
    const correction = statementOf(text, { source: "Anton Verel", cue: "said", content: "ready to sign" }, first.id);
    expect(show(decide({ verdict: "corrected", correction }))).toContain(
      "President {Anton Verel}¹ <said>¹ on Monday that Ostria was [ready to sign]¹.",
    );
  });

  test("a corrected statement outlives a reading that no longer has it", () => {
    const correction = statementOf(text, { source: "Western official", content: "fire" }, "gone");
    const shown = show(decide({ statement: correction.id, verdict: "corrected", correction }));
    expect(shown).toContain("3 statements");
    expect(shown).toContain("Western official — (no cue in the text) — fire");
  });
});

test("an article that was not read says why and shows its text", () => {
  const french = articleOf({ id: "f", text: "Les pourparlers reprennent.", unread: "written in French" });
  const shown = renderArticle(french, [], { width: 60, colour: 0 });
  expect(shown).toContain("unread   written in French");
  expect(shown).toContain("Les pourparlers reprennent.\n\nNot read: no statements.");
});

test("no article drives the terminal, and no line is wider than it", () => {
  const colour = fc.constantFrom(0 as const, 1 as const, 2 as const, 3 as const);
  fc.assert(
    fc.property(anyArticle, fc.integer({ min: 20, max: 100 }), colour, (any, width, level) => {
      const shown = renderArticle(any, [], { width, colour: level });
      const bare = level === 0 ? shown : unstyled(shown);
      expect(bare).not.toMatch(controlCharacters);
      for (const line of bare.split("\n")) {
        expect(stringWidth(line)).toBeLessThanOrEqual(width);
      }
    }),
  );
});

test("the text of the article is all there, in order", () => {
  fc.assert(
    fc.property(anyArticle, ({ document }) => {
      const unmarked = { document, outcome: { kind: "unread", reason: "language", detail: "x" } } as const;
      const visible = (shown: string) => shown.replace(/\s/gu, "");
      const source = visible(document.text).replace(/[^\p{L}\p{N}]/gu, "");
      const shown = visible(renderArticle(unmarked, [], { width: 40, colour: 0 })).replace(/[^\p{L}\p{N}]/gu, "");
      expect(shown).toContain(source);
    }),
  );
});
