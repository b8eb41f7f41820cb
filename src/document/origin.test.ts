import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { describeWithShared, sharedPath } from "../testing/shared.ts";
import { textOf } from "../text/span.ts";
import { type DeclaredOrigin, findOrigin } from "./origin.ts";
import { isSameOutlet, outletName } from "./outlet-names.ts";
import { findRegions } from "./regions.ts";

interface Given {
  readonly text: string;
  readonly url?: string | null;
  readonly outlet?: string | null;
  readonly declared?: DeclaredOrigin | null;
}
const originOf = ({ text, url = null, outlet = null, declared = null }: Given) =>
  findOrigin({ text, regions: findRegions(text, null), url, outlet, declared });

const lead = "Envoys of Karsk and Ravna met on Tuesday in a hotel by the lake, two aides said.";
const filler = "The road was closed for a week, and the bridge was closed for longer than that. ".repeat(8);

describe("where the outlet of publication is not known", () => {
  test.each([
    { text: `${lead} “We will sign,” the envoy told CNN.`, outlet: "CNN", basis: "relay", evidence: "told CNN" },
    {
      text: `${lead} “We will sign,” the envoy told the Karsk Herald.`,
      outlet: "Karsk Herald",
      basis: "relay",
      evidence: "told the Karsk Herald",
    },
    {
      text: `${lead} “We will sign,” she said in an interview with Meridian News.`,
      outlet: "Meridian News",
      basis: "relay",
      evidence: "an interview with Meridian News",
    },
    {
      text: `${lead} As the Karsk Herald previously reported, the road is shut.`,
      outlet: "Karsk Herald",
      basis: "relay",
      evidence: "the Karsk Herald previously reported",
    },
    {
      text: `RAVNA, March 3 (Meridian Wire) – ${lead}`,
      outlet: "Meridian Wire",
      basis: "dateline",
      evidence: "RAVNA, March 3 (Meridian Wire) –",
    },
    { text: `(Reuters) - ${lead}`, outlet: "Reuters", basis: "dateline", evidence: "(Reuters) -" },
    { text: `WASHINGTON (AP) — ${lead}`, outlet: "Associated Press", basis: "dateline", evidence: "WASHINGTON (AP) —" },
    {
      text: `Talks open in Ravna\n\nBy The Associated Press\n\n${lead}`,
      outlet: "Associated Press",
      basis: "credit-line",
      evidence: "By The Associated Press",
    },
    {
      text: `Talks open in Ravna\n\nBy Jane Doe | Meridian Wire\n\n${lead}`,
      outlet: "Meridian Wire",
      basis: "credit-line",
      evidence: "By Jane Doe | Meridian Wire",
    },
    {
      text: `${lead}\n\n© 2022 The Associated Press. All rights reserved.`,
      outlet: "Associated Press",
      basis: "credit-line",
      evidence: "© 2022 The Associated Press",
    },
    {
      text: `${lead}\n\nSource: Karsk Herald`,
      outlet: "Karsk Herald",
      basis: "credit-line",
      evidence: "Source: Karsk Herald",
    },
    {
      text: `${lead}\n\nThis story was first published by the Karsk Herald.`,
      outlet: "Karsk Herald",
      basis: "credit-line",
      evidence: "This story was first published by the Karsk Herald",
    },
    {
      text: `${lead} ${filler} The meeting was first reported by the Karsk Herald.`,
      outlet: "Karsk Herald",
      basis: "first-reported",
      evidence: "first reported by the Karsk Herald",
    },
    {
      text: `${lead} The Karsk Herald first reported the meeting.`,
      outlet: "Karsk Herald",
      basis: "first-reported",
      evidence: "The Karsk Herald first reported",
    },
  ])("$evidence", ({ text, outlet, basis, evidence }) => {
    const origin = originOf({ text });
    expect(origin).toMatchObject({ outlet, basis, evidence });
    expect(origin?.spans.map((span) => textOf(text, span))).toEqual([evidence]);
  });

  test.each([
    lead,
    `${lead}\n\nThis article was reprinted on Wired.com.`, // says where it went
    `${lead} “We will sign,” the envoy told reporters.`,
    `${lead} “We will sign,” he told White House Press Secretary Jane Doe.`,
    `${lead} The envoy told the Post Office to close.`,
    `${lead}\n\n(Reporting by Jane Doe; Editing by John Roe)`, // names no outlet
    `${lead}\n\nSource: Ministry of Roads`,
    `${lead} He told them the Sun rises in the east.`,
  ])("%s speaks for none", (text) => {
    expect(originOf({ text })).toBeNull();
  });
});

describe("where another outlet published it", () => {
  const outlet = "Karsk Herald";
  test.each([
    {
      name: "one relay by a named speaker is too little",
      text: `${lead} “We will sign,” the envoy told CNN.`,
      want: null,
    },
    {
      name: "two are enough",
      text: `${lead} “We will sign,” the envoy told CNN. The minister told CNN it was late.`,
      want: "CNN",
    },
    {
      name: "one by an unnamed source is enough",
      text: `${lead} The road is shut, officials familiar with the plan told CNN.`,
      want: "CNN",
    },
    {
      name: "as many for two outlets decide nothing",
      text: `${lead} A source told CNN so. A source told the BBC so.`,
      want: null,
    },
    {
      name: "first reported, in the lead",
      text: "The meeting, first reported by CNN, was held on Tuesday in a hotel by the lake.",
      want: "CNN",
    },
    {
      name: "first reported, of a fact further down",
      text: `${lead} ${filler} Her illness was first reported by CNN.`,
      want: null,
    },
    {
      name: "its own relay",
      text: `${lead} Two officials told the Karsk Herald so. An aide told the Karsk Herald so.`,
      want: null,
    },
    {
      name: "its own copyright line hides nothing",
      text: `RAVNA (AP) — ${lead}\n\n© 2022 Karsk Herald`,
      want: "Associated Press",
    },
    {
      name: "its own dateline beats a relay",
      text: `RAVNA (Karsk Herald) — ${lead} Sources told CNN so. Sources told CNN more.`,
      want: null,
    },
  ])("$name", ({ text, want }) => {
    expect(originOf({ text, outlet })?.outlet ?? null).toBe(want);
    expect(originOf({ text, outlet: "karskherald.example" })?.outlet ?? null).toBe(want);
  });
});

test.each([
  { url: "https://station.example/politics/cnn-us-politics/2022/03/11/talks/", want: "CNN" },
  { url: "https://station.example/ap/talks-open", want: "Associated Press" },
  { url: "https://station.example/news/reuters/talks-open", want: "Reuters" },
  { url: "https://station.example/cnn-poll-shows-envoys-ahead/", want: null }, // a headline
  { url: "https://station.example/news/cnn-poll-shows-envoys-ahead", want: null },
  { url: "https://station.example/ap-courses/talks", want: null },
  { url: "https://edition.cnn.com/cnn/2022/talks", want: null }, // its own folder
])("$url names $want", ({ url, want }) => {
  const outlet = new URL(url).hostname;
  expect(originOf({ text: lead, url, outlet })?.outlet ?? null).toBe(want);
});

test("what the markup declares is taken, in its place in the order of trust", () => {
  const declared = {
    outlet: "karskherald.example",
    basis: "canonical-link",
    evidence: "https://karskherald.example/a",
  } as const;
  expect(originOf({ text: lead, outlet: "station.example", declared })).toEqual({ ...declared, spans: [] });
  const wire = `RAVNA (AP) — ${lead}`;
  expect(originOf({ text: wire, outlet: "station.example", declared })?.outlet).toBe("Associated Press");
});

test.each([
  ["Associated Press", "the AP"],
  ["Associated Press", "apnews.com"],
  ["CNN", "edition.cnn.com"],
  ["The Washington Post", "washingtonpost.com"],
  ["Karsk Herald", "The Karsk Herald"],
  ["Karsk Herald", "news.karsk-herald.co.uk"],
])("%s is %s", (a, b) => {
  expect(isSameOutlet(a, b)).toBe(true);
  expect(isSameOutlet(b, a)).toBe(true);
});

test("two outlets are not the same for a word they share", () => {
  expect(isSameOutlet("Karsk Herald", "Ravna Herald")).toBe(false);
  expect(isSameOutlet("Fox News", "Sky News")).toBe(false);
  expect(outletName("Karsk Herald")).toBe("Karsk Herald");
});

test("evidence stands where its spans say, whatever the text", () => {
  const piece = fc.constantFrom(
    "Sources told CNN",
    " the Karsk Herald first reported",
    ". ",
    "\n\n",
    "RAVNA (AP) — ",
    "© 2022 Karsk Herald",
    lead,
    " as CNN previously reported",
    "x",
  );
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const text = pieces.join("");
      const origin = originOf({ text });
      for (const span of origin?.spans ?? []) {
        expect(span.end).toBeLessThanOrEqual(text.length);
        expect(outletName(origin?.outlet ?? "")).toBe(origin?.outlet);
        expect(textOf(text, span)).toMatch(/CNN|Herald|AP/);
      }
    }),
  );
});

describeWithShared("the seeds", () => {
  test.each([
    { file: "000_36af8d9ab3091adb.txt", basis: "relay", evidence: "told CNN", url: null, outlet: null },
    {
      file: "002_0ec0a1f0684b4921.txt",
      basis: "url-path",
      evidence: "/cnn-us-politics/",
      url: "https://localnews8.com/politics/cnn-us-politics/2022/03/11/no-diplomatic-off-ramp-in-sight-for-russias-war-in-ukraine/",
      outlet: "localnews8.com",
    },
  ])("$file is CNN's", ({ file, basis, evidence, url, outlet }) => {
    const text = readFileSync(sharedPath("seeds", file), "utf8");
    const origin = originOf({ text, url, outlet });
    expect(origin).toMatchObject({ outlet: "CNN", basis, evidence });
    expect(origin?.spans.length).toBeGreaterThan(2);
  });
});
