import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { describeWithShared, sharedPath } from "../testing/shared.ts";
import { charSpan, textOf } from "../text/span.ts";
import type { Region } from "./document.ts";
import { findRegions, titleOf } from "./regions.ts";

const shown = (text: string, regions: readonly Region[]) => regions.map((r) => [r.kind, textOf(text, r)]);
const lead = "Envoys of Karsk and Ravna met on Tuesday in a hotel by the lake, two officials said.";
const more = "They will meet again next week, the officials said, if the road is open.";

describe("an article in plain text", () => {
  test.each([
    {
      name: "headline, byline, date, dateline, article, credit",
      text: `Talks open in Ravna\n\nBy Jane Doe | Meridian Wire\nMarch 3, 2022\n\nRAVNA, March 3 (Meridian Wire) – ${lead}\n\n${more}\n\n(Reporting by Jane Doe; Editing by John Roe)`,
      want: [
        ["title", "Talks open in Ravna"],
        ["byline", "By Jane Doe | Meridian Wire"],
        ["metadata", "March 3, 2022"],
        ["dateline", "RAVNA, March 3 (Meridian Wire) –"],
        ["body", `${lead}\n\n${more}`],
        ["byline", "(Reporting by Jane Doe; Editing by John Roe)"],
      ],
    },
    {
      name: "headline printed twice, on lines of its own",
      text: `Talks open in Ravna\n\nTALKS OPEN IN RAVNA\n\n${lead}`,
      want: [
        ["title", "Talks open in Ravna"],
        ["repeat", "TALKS OPEN IN RAVNA"],
        ["body", lead],
      ],
    },
    {
      name: "headline printed again before the lead, in one line",
      text: `Talks open in Ravna\n\nTalks open in Ravna ${lead}`,
      want: [
        ["title", "Talks open in Ravna"],
        ["repeat", "Talks open in Ravna"],
        ["body", lead],
      ],
    },
    {
      name: "a record: headline, date, address, one sentence a line",
      text: `Talks open in Ravna\n20220303\nhttps://example.org/2022/03/03/talks/\n${lead}\n${more}`,
      want: [
        ["title", "Talks open in Ravna"],
        ["metadata", "20220303\nhttps://example.org/2022/03/03/talks/"],
        ["body", `${lead}\n${more}`],
      ],
    },
    {
      name: "headline in title case with a full stop",
      text: `Envoys Meet Over Border Road Near Ravna.\n\n${lead}`,
      want: [
        ["title", "Envoys Meet Over Border Road Near Ravna."],
        ["body", lead],
      ],
    },
    {
      name: "headline directly above one sentence a line",
      text: `Talks open in Ravna\n${lead}\n${more}`,
      want: [
        ["title", "Talks open in Ravna"],
        ["body", `${lead}\n${more}`],
      ],
    },
    {
      name: "headline, byline and masthead without empty lines between",
      text: `Talks open in Ravna\nBy Jane Doe, Diplomatic Correspondent\nThe Karsk Herald, 4 March 2022\n\n${lead}`,
      want: [
        ["title", "Talks open in Ravna"],
        ["byline", "By Jane Doe, Diplomatic Correspondent"],
        ["metadata", "The Karsk Herald, 4 March 2022"],
        ["body", lead],
      ],
    },
    {
      name: "masthead above the headline",
      text: `MERIDIAN WIRE\n\nTalks open in Ravna\n\n${lead}`,
      want: [
        ["metadata", "MERIDIAN WIRE"],
        ["title", "Talks open in Ravna"],
        ["body", lead],
      ],
    },
    {
      name: "a headline that might be a masthead, with the article right under it",
      text: `Good News\n\n${lead}`,
      want: [
        ["title", "Good News"],
        ["body", lead],
      ],
    },
    {
      name: "labelled lines of a record",
      text: `Title: Talks open in Ravna\nDate: March 4, 2022\nSource: Meridian Wire\n\n${lead}`,
      want: [
        ["metadata", "Title:"],
        ["title", "Talks open in Ravna"],
        ["metadata", "Date: March 4, 2022\nSource: Meridian Wire"],
        ["body", lead],
      ],
    },
    { name: "no headline", text: `${lead}\n\n${more}`, want: [["body", `${lead}\n\n${more}`]] },
    {
      name: "text wrapped at a fixed width has no headline",
      text: "Envoys of Karsk and Ravna met on Tuesday in a hotel by\nLake Ravna, two officials said. They will meet again\nnext week, the officials said, if the road is open.",
      want: [
        [
          "body",
          "Envoys of Karsk and Ravna met on Tuesday in a hotel by\nLake Ravna, two officials said. They will meet again\nnext week, the officials said, if the road is open.",
        ],
      ],
    },
    {
      name: "a quotation first is no headline",
      text: `“We will sign,” the envoy said.\n\n${lead}`,
      want: [["body", `“We will sign,” the envoy said.\n\n${lead}`]],
    },
    {
      name: "a paragraph printed again",
      text: `${lead}\n\n${more}\n\n${lead}`,
      want: [
        ["body", `${lead}\n\n${more}`],
        ["repeat", lead],
      ],
    },
    {
      name: "a list of other articles inside, after which the article goes on",
      text: `${lead}\n\nRelated Articles\nRavna Bridge Reopens After Flood\nHerald Poll: Voters Want Peace\n\n${more}`,
      want: [
        ["body", lead],
        ["boilerplate", "Related Articles\nRavna Bridge Reopens After Flood\nHerald Poll: Voters Want Peace"],
        ["body", more],
      ],
    },
    {
      name: "furniture at the end",
      text: `${lead}\n\n#talks #Ravna #Karsk\n\nRelated Articles\n\nRavna bridge reopens\n\nLeave a Reply\n\nYour email address will not be published. Required fields are marked *\n\nBack to top button`,
      want: [
        ["body", lead],
        [
          "boilerplate",
          "#talks #Ravna #Karsk\n\nRelated Articles\n\nRavna bridge reopens\n\nLeave a Reply\n\nYour email address will not be published. Required fields are marked *\n\nBack to top button",
        ],
      ],
    },
  ])("$name", ({ text, want }) => {
    expect(shown(text, findRegions(text, null))).toEqual(want);
  });
});

test.each([
  "Advertisement",
  "Read more: Ravna bridge reopens after flood",
  "Read the rest here.",
  "Follow us on Twitter @karskherald",
  "Sign up for our daily newsletter",
  "Subscribe to our newsletter for more news.",
  "© 2022 Karsk Herald. All rights reserved.",
  "Copyright 2022 Karsk Herald",
  "This website uses cookies to improve your experience.",
  "Photo: Jane Doe / Karsk Herald",
  "Photo by Jane Doe",
  "Video credit: Karsk Herald",
  "Getty Images",
  "Share this article",
  "Facebook Twitter WhatsApp Email",
  "Click to share on Facebook (Opens in new window)",
  "Leave a comment",
  "12 Comments",
  "Related Stories",
  "You may also like",
])("%s is furniture", (line) => {
  const text = `${lead}\n\n${line}\n\n${more}`;
  expect(shown(text, findRegions(text, null))).toContainEqual(["boilerplate", line]);
});

test.each([
  "The minister asked reporters to read more: nobody had, she said.",
  "Related articles of the treaty were struck out, the envoy said.",
  "Copyright holders in Karsk said they would sue.",
  "Cookies were served at the talks, an official said.",
  "Follow the money, the envoy told the court on Tuesday.",
  "“Leave a reply,” she said.",
  "Share the road or lose it, he told them.",
  "Subscribe to that view and you lose the south, an aide said.",
  "« Nous sommes prêts », a dit la ministre.",
  "(c) the parties shall withdraw behind the line;",
  "9:15 p.m.",
  "VIDEO: They all told me the road was open when they knew it was not.",
  "By Monday the talks had failed.",
  "Newspaper: the minister used a private road, records show.",
  "#Ravna is where it began, she wrote.",
])("%s is body", (line) => {
  const text = `Talks open in Ravna\n\n${lead}\n\n${line}\n\n${more}`;
  expect(shown(text, findRegions(text, null)).slice(1)).toEqual([["body", `${lead}\n\n${line}\n\n${more}`]]);
});

test("a title known from elsewhere is found at the text's start though it looks like a sentence", () => {
  const text = `The envoys said they had signed.\n\n${lead}`;
  expect(shown(text, findRegions(text, null))).toEqual([["body", text]]);
  const regions = findRegions(text, "The envoys said they had signed");
  expect(shown(text, regions)).toEqual([
    ["title", "The envoys said they had signed."],
    ["body", lead],
  ]);
  expect(titleOf(text, regions)).toBe("The envoys said they had signed.");
});

test("of a page's blocks only those called body are looked at again, and no headline is guessed", () => {
  const blocks = [
    ["body", "Talks open in Ravna"],
    ["boilerplate", "A box about the lake and its hotels, with a full sentence in it."],
    ["body", `RAVNA (MW) — ${lead}`],
    ["body", "Advertisement"],
  ] as const;
  const text = blocks.map(([, block]) => block).join("\n\n");
  let at = 0;
  const given = blocks.map(([kind, block]) => {
    at += block.length + 2;
    return { kind, ...charSpan(at - block.length - 2, at - 2) };
  });
  expect(shown(text, findRegions(text, null, given))).toEqual([
    ["body", "Talks open in Ravna"],
    ["boilerplate", "A box about the lake and its hotels, with a full sentence in it."],
    ["dateline", "RAVNA (MW) —"],
    ["body", lead],
    ["boilerplate", "Advertisement"],
  ]);
});

const block = fc.constantFrom(
  "Talks open in Ravna",
  lead,
  more,
  "By Jane Doe",
  "20220303",
  "RAVNA (MW) — Talks opened.",
  "Related Articles",
  "#a #b",
  "https://example.org/a",
  "Advertisement",
  "\u00a0",
  "\ufeff",
);
const breaks = fc.constantFrom("\n", "\n\n", "\r\n", " ", "\u2028", "\n \t\n", "");
const article = fc
  .array(
    fc.tuple(
      fc.oneof({ weight: 4, arbitrary: block }, { weight: 1, arbitrary: fc.string({ unit: "binary" }) }),
      breaks,
    ),
  )
  .map((pieces) => pieces.flat().join(""));

test("regions lie in the text in order, do not overlap, have no white space at their edges and cover every word", () => {
  fc.assert(
    fc.property(article, fc.option(fc.constantFrom("Talks open in Ravna", lead, "")), (text, title) => {
      const regions = findRegions(text, title);
      let at = 0;
      for (const { start, end } of regions) {
        expect(start).toBeGreaterThanOrEqual(at);
        expect(text.slice(at, start).trim()).toBe("");
        expect(text.slice(start, end).trim()).toBe(text.slice(start, end));
        expect(end).toBeGreaterThan(start);
        at = end;
      }
      expect(text.slice(at).trim()).toBe("");
      for (const [i, region] of regions.entries()) expect(regions[i + 1]?.kind).not.toBe(region.kind);
    }),
    { numRuns: 500 },
  );
});

describeWithShared("on real articles", () => {
  interface Coded {
    readonly text: string;
    readonly attributions: readonly Readonly<Record<string, readonly (readonly [number, number])[]>>[];
  }
  const coded = (set: string): readonly Coded[] =>
    readFileSync(sharedPath("data", "polnear", `${set}.jsonl`), "utf8")
      .trim()
      .split("\n")
      .map((row) => JSON.parse(row) as Coded);

  test.each(["dev", "train"])("PolNeAR %s: under 0.1 %% of what is attributed is lost as furniture", (set) => {
    let attributed = 0;
    let lost = 0;
    for (const { text, attributions } of coded(set)) {
      const isRead = new Uint8Array(text.length);
      for (const { kind, start, end } of findRegions(text, null)) {
        if (["body", "title", "dateline", "repeat"].includes(kind)) isRead.fill(1, start, end);
      }
      const spans = attributions.flatMap((a) => ["source", "cue", "content"].flatMap((part) => a[part] ?? []));
      const gold = new Set(spans.flatMap(([start, end]) => Array.from({ length: end - start }, (_, i) => start + i)));
      for (const at of gold) {
        if (/\s/u.test(text.charAt(at))) continue;
        attributed++;
        if (isRead[at] === 0) lost++;
      }
    }
    expect(attributed).toBeGreaterThan(100_000);
    expect(lost / attributed).toBeLessThan(0.001);
  });

  test("PolNeAR dev: nine headlines in ten are found, and one lead in ten at most is taken for one", () => {
    const texts = coded("dev").map(({ text }) => text);
    const hasTitle = (text: string) => findRegions(text, null)[0]?.kind === "title";
    expect(texts.filter(hasTitle).length / texts.length).toBeGreaterThan(0.9);
    const leads = texts.map((text) => text.slice(text.indexOf("\n\n")).trimStart());
    expect(leads.filter(hasTitle).length / leads.length).toBeLessThanOrEqual(0.1);
  });

  test("the first seed: title, its repeat, body, and furniture from the hashtag line to the end", () => {
    const text = readFileSync(sharedPath("seeds", "000_36af8d9ab3091adb.txt"), "utf8");
    const regions = findRegions(text, null);
    expect(regions.map(({ kind }) => kind)).toEqual(["title", "repeat", "body", "boilerplate"]);
    const furniture = text.slice(regions[3]?.start);
    expect(furniture.startsWith("#officials")).toBe(true);
    expect(furniture.endsWith("Back to top button")).toBe(true);
  });

  test("the second seed: title, record lines, body", () => {
    const text = readFileSync(sharedPath("seeds", "002_0ec0a1f0684b4921.txt"), "utf8");
    const regions = findRegions(text, null);
    expect(regions.map(({ kind }) => kind)).toEqual(["title", "metadata", "body"]);
    expect(text.slice(regions[1]?.start, regions[1]?.end)).toMatch(/^20220312\nhttps:\S+$/);
  });
});
