import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { textOf } from "../text/span.ts";
import type { Hints } from "./document.ts";
import { type DateEvidence, findDates } from "./published.ts";
import { findRegions } from "./regions.ts";

const lead = "Envoys of Karsk and Ravna met on Tuesday in a hotel by the lake, two officials said.";
interface Given {
  readonly text?: string;
  readonly url?: string | null;
  readonly hints?: Hints | null;
  readonly declared?: readonly DateEvidence[];
}
function datesOf({ text = lead, url = null, hints = null, declared = [] }: Given) {
  return findDates({ text, regions: findRegions(text, null), url, hints, declared });
}
const declare = (source: DateEvidence["source"], evidence: string): DateEvidence => ({ source, evidence, span: null });

describe("an address", () => {
  test.each([
    { url: "https://example.org/news/2022/03/11/talks", value: "2022-03-11", evidence: "/2022/03/11/" },
    { url: "https://example.org/2022/03/11", value: "2022-03-11", evidence: "/2022/03/11" },
    { url: "https://example.org/world/2022/mar/11/talks", value: "2022-03-11", evidence: "/2022/mar/11/" },
    { url: "https://example.org/2022-03-11-talks-open", value: "2022-03-11", evidence: "/2022-03-11" },
    { url: "https://example.org/world/talks-open-2022-03-11/", value: "2022-03-11", evidence: "-2022-03-11/" },
    { url: "https://example.org/world/talks-open-2022-03-11.html", value: "2022-03-11", evidence: "-2022-03-11" },
    { url: "https://example.org/20220311/talks", value: "2022-03-11", evidence: "/20220311/" },
    { url: "https://example.org/a/20220311-talks", value: "2022-03-11", evidence: "/20220311" },
    { url: "https://example.org/news/2022/0311/1285", value: "2022-03-11", evidence: "/2022/0311/" },
    { url: "https://example.org/2022/03/talks", value: "2022-03", evidence: "/2022/03/" },
    // the archive's date is that of its copy
    {
      url: "https://archive.example/web/20230405060708/https://example.org/2022/03/11/a",
      value: "2022-03-11",
      evidence: "/2022/03/11/",
    },
  ])("$url says $value", ({ url, value, evidence }) => {
    expect(datesOf({ url }).published).toMatchObject({ value, evidence, source: "url", span: null });
  });

  test.each([
    "https://example.org/2022/13/40/talks",
    "https://example.org/elections/2022/talks",
    "https://example.org/talks-of-2022-03-11-remembered",
    "https://example.org/story/202203111234567",
    "https://example.org/a?date=2022-03-11",
    "https://example.org/1970/01/01/a",
    "https://archive.example/web/20230405060708/https://example.org/a",
  ])("%s says none", (url) => {
    expect(datesOf({ url }).dateCandidates).toEqual([]);
  });
});

describe("the text", () => {
  test.each([
    {
      text: `Talks open\n20220312\n${lead}`,
      want: { value: "2022-03-12", source: "record-line", evidence: "20220312" },
    },
    { text: `Talks open\n2022-03-12T10:00:00Z\n${lead}`, want: { value: "2022-03-12", source: "record-line" } },
    {
      text: `Talks open in Ravna\n\nPublished: March 11, 2022\n\n${lead}`,
      want: { value: "2022-03-11", source: "byline", evidence: "March 11, 2022" },
    },
    {
      text: `Talks open in Ravna\n\nPublished 11 March 2022 at 10:15\n\n${lead}`,
      want: { value: "2022-03-11", source: "byline" },
    },
    {
      text: `Talks open in Ravna\n\nMarch 11, 2022\n\n${lead}`,
      want: { value: "2022-03-11", source: "byline", evidence: "March 11, 2022" },
    },
    {
      text: `Talks open in Ravna\n\nBy Jane Doe | March 11, 2022\n\n${lead}`,
      want: { value: "2022-03-11", source: "byline" },
    },
    {
      text: `Talks open in Ravna\n\nDate: 2022-03-11\n\n${lead}`,
      want: { value: "2022-03-11", source: "record-line" },
    },
    {
      text: `KARSK, March 11, 2022 (Agency) – ${lead}`,
      want: { value: "2022-03-11", source: "dateline", evidence: "March 11, 2022" },
    },
  ])("$text", ({ text, want }) => {
    const { published } = datesOf({ text });
    expect(published).toMatchObject(want);
    expect(published?.span && textOf(text, published.span)).toBe(published?.evidence);
  });

  test.each([
    { name: "a date on furniture below the article", text: `${lead}\n\nRelated Articles\nPosted: March 11, 2022` },
    { name: "a date in prose", text: `Talks open\n\n${lead} The truce of March 3, 2021 has failed.` },
    { name: "a date that opens a sentence", text: `Talks open\n\nOn March 3, 2021 the truce failed. ${lead}` },
    { name: "a date of modification", text: `Talks open in Ravna\n\nUpdated: March 11, 2022\n\n${lead}` },
    { name: "an impossible record line", text: `Talks open in Ravna\n20221340\n${lead}` },
    { name: "a template's default", text: `Talks open in Ravna\n19700101\n${lead}` },
    {
      name: "day and month that cannot be told apart",
      text: `Talks open in Ravna\n\nPublished: 03/11/2022\n\n${lead}`,
    },
    { name: "a dateline without a year", text: `KARSK, March 3 (Agency) – ${lead}` },
    { name: "a date below the article, as of a related one", text: `${lead}\n\nMarch 11, 2022` },
  ])("$name is no candidate", ({ text }) => {
    expect(datesOf({ text }).dateCandidates).toEqual([]);
  });
});

test("candidates stand in the order of trust, each once, and the first is published", () => {
  const { published, dateCandidates } = datesOf({
    text: `Talks open in Ravna\n20220312\n\nPublished: March 10, 2022\n\nKARSK, March 9 (Agency) – ${lead}`,
    url: "https://example.org/2022/03/11/a",
    hints: { publishedAt: "2022-03-08", from: "user" },
    declared: [
      declare("time-element", "2022-03-07"),
      declare("meta-tag", "2022-03-06T23:30:00-08:00"),
      declare("structured-data", "2022-03-05"),
      declare("structured-data", "2022-03-05T10:00:00Z"),
    ],
  });
  expect(dateCandidates.map(({ source, value }) => `${source} ${value}`)).toEqual([
    "user 2022-03-08",
    "structured-data 2022-03-05",
    "meta-tag 2022-03-06",
    "time-element 2022-03-07",
    "url 2022-03-11",
    "byline 2022-03-10",
    "record-line 2022-03-12",
    "dateline 2022-03-09",
  ]);
  expect(published).toEqual(dateCandidates[0]);
});

test("a sidecar is trusted after a user and before the page", () => {
  const hints: Hints = { publishedAt: "8 March 2022", from: "sidecar" };
  const { published } = datesOf({ hints, declared: [declare("structured-data", "2022-03-05")] });
  expect(published).toEqual({
    value: "2022-03-08",
    precision: "day",
    source: "sidecar",
    span: null,
    evidence: "8 March 2022",
  });
});

test("a month is made a day by a less trusted source that agrees with it, and by no other", () => {
  const url = "https://example.org/2022/03/a";
  expect(datesOf({ url, text: `Talks open\n20220312\n${lead}` }).published?.value).toBe("2022-03-12");
  expect(datesOf({ url, text: `Talks open\n20220412\n${lead}` }).published?.value).toBe("2022-03");
});

test.each([
  { known: "2022-03-04", want: "2022-03-03" },
  { known: "2022", want: "2022-03-03" },
  { known: "2022-03", want: "2022-03-03" },
  { known: "2022-09-04", want: undefined }, // half a year away: another text's dateline
])("a dateline of March 3 beside $known is $want", ({ known, want }) => {
  const declared = [declare("meta-tag", known)];
  const { dateCandidates } = datesOf({ text: `KARSK, March 3 (Agency) – ${lead}`, declared });
  expect(dateCandidates.find(({ source }) => source === "dateline")?.value).toBe(want);
});

test("a dateline of the last day of December belongs to the year before an article of January 1", () => {
  const declared = [declare("meta-tag", "2023-01-01")];
  const { dateCandidates } = datesOf({ text: `KARSK, Dec. 31 (Agency) – ${lead}`, declared });
  expect(dateCandidates[1]?.value).toBe("2022-12-31");
});

test("where the text prints the address, the candidate points at its words", () => {
  const url = "https://example.org/2022/03/11/a";
  const text = `Talks open in Ravna\n${url}\n${lead}`;
  const { published } = datesOf({ text, url });
  expect(published?.span && textOf(text, published.span)).toBe("/2022/03/11/");
});

test("every candidate's span is its evidence, and published is among the candidates", () => {
  const line = fc.constantFrom(
    "Talks open in Ravna",
    "20220312",
    "Published: March 11, 2022",
    "https://example.org/2022/03/11/a",
    "By Jane Doe | 3 March 2022",
    `KARSK, March 3 (Agency) – ${lead}`,
    lead,
    "Updated: 2022-03-05",
    "20220312",
  );
  fc.assert(
    fc.property(
      fc.array(line),
      fc.option(fc.constantFrom("https://example.org/2022/03/11/a", "20220312", "x")),
      (lines, url) => {
        const text = lines.join("\n");
        const { published, dateCandidates } = datesOf({ text, url });
        for (const { span, evidence } of dateCandidates) if (span) expect(textOf(text, span)).toBe(evidence);
        if (published) expect(dateCandidates).toContainEqual(published);
        else expect(dateCandidates).toEqual([]);
      },
    ),
  );
});
