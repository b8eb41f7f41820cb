import { describe, expect, test } from "vitest";
import type { Origin } from "../../document/document.ts";
import { findReprints } from "./find-reprints.ts";
import { dispatch, reportOf, rewordedDispatch } from "./testing/reports.ts";

const credit = (outlet: string): Origin => ({ outlet, spans: [], basis: "credit-line", evidence: outlet });
const half = dispatch.slice(0, 6);
const stripped = dispatch.map((sentence) => sentence.replace(/[“”’]/gu, ""));

describe("who has it from whom", () => {
  test.each([
    {
      what: "who credits the other has it from there, whatever the dates",
      a: reportOf("a", dispatch, { outlet: "Coast 6", origin: credit("Meridian"), day: "2031-03-06" }),
      b: reportOf("b", dispatch, { outlet: "Meridian", day: "2031-03-07" }),
      want: { copy: "a", of: "b", direction: "credit", certain: true },
    },
    {
      what: "the later one",
      a: reportOf("a", dispatch, { day: "2031-03-09" }),
      b: reportOf("b", dispatch, { day: "2031-03-06" }),
      want: { copy: "a", of: "b", direction: "date", certain: true },
    },
    {
      what: "the one with fewer sentences",
      a: reportOf("a", half),
      b: reportOf("b", dispatch),
      want: { copy: "a", of: "b", direction: "completeness", kind: "cut" },
    },
    {
      what: "the one that lost its marks",
      a: reportOf("a", stripped, { damage: ["quotes-stripped", "apostrophes-stripped"] }),
      b: reportOf("b", dispatch),
      want: { copy: "a", of: "b", direction: "damage", kind: "verbatim" },
    },
    {
      what: "a day's difference yields to what is missing: records are dated late, and time zones differ",
      a: reportOf("a", half, { day: "2031-03-06" }),
      b: reportOf("b", dispatch, { day: "2031-03-07" }),
      want: { copy: "a", of: "b", direction: "completeness" },
    },
    {
      what: "three days do not: the longer one was written on, and may have more origins",
      a: reportOf("a", half, { day: "2031-03-06" }),
      b: reportOf("b", dispatch, { day: "2031-03-09" }),
      want: { copy: "b", of: "a", direction: "date", certain: false },
    },
    {
      what: "nothing tells, and the first is taken for the source",
      a: reportOf("a", dispatch),
      b: reportOf("b", dispatch),
      want: { copy: "b", of: "a", direction: "none" },
    },
    {
      what: "dates of different precision that may be the same day tell nothing",
      a: reportOf("a", dispatch, {
        published: { value: "2031-03", precision: "month", source: "url", span: null, evidence: "2031/03" },
      }),
      b: reportOf("b", dispatch, { day: "2031-03-02" }),
      want: { copy: "b", of: "a", direction: "none" },
    },
  ])("$what", ({ a, b, want }) => {
    expect(findReprints([a, b]).groups[0]?.links).toMatchObject([want]);
  });

  test("a copy of a reworded copy is that one's, and a cut copy the source's", () => {
    const links = findReprints([
      reportOf("cut", dispatch.slice(0, 7), { day: "2031-03-08" }),
      reportOf("wire", dispatch, { day: "2031-03-06" }),
      reportOf("reworded", rewordedDispatch, { day: "2031-03-07" }),
      reportOf("reworded again", rewordedDispatch, { day: "2031-03-09" }),
    ]).groups[0]?.links.map(({ copy, of }) => `${copy} of ${of}`);
    expect(links).toEqual(["cut of wire", "reworded of wire", "reworded again of reworded"]);
  });
});
