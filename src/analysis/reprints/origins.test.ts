import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Origin } from "../../document/document.ts";
import { findReprints } from "./find-reprints.ts";
import { originsBehind } from "./origins.ts";
import type { Report } from "./reprint.ts";
import { dispatch, otherDispatch, reportOf } from "./testing/reports.ts";

const credit = (outlet: string, basis: Origin["basis"] = "credit-line"): Origin => ({
  outlet,
  spans: [],
  basis,
  evidence: outlet,
});
const boundsOf = (reports: readonly Report<string>[], keys = reports.map(({ key }) => key)) =>
  originsBehind(findReprints(reports), keys);

const wire = reportOf("wire", dispatch, { outlet: "Meridian", day: "2031-03-06" });
const copy = reportOf("copy", dispatch.slice(0, 7), { outlet: "Coast 6", day: "2031-03-07" });
const other = reportOf("other", otherDispatch, { outlet: "The Karrod Standard", day: "2031-03-07" });

describe("how many origins stand behind some documents", () => {
  test.each([
    { what: "none", reports: [], bounds: [0, 0] },
    { what: "a report and its copy", reports: [wire, copy], bounds: [1, 1] },
    { what: "two reports of two outlets", reports: [wire, other], bounds: [2, 2] },
    { what: "two reports and a copy of one", reports: [wire, copy, other], bounds: [2, 2] },
    {
      what: "different articles of one outlet",
      reports: [wire, reportOf("later", otherDispatch, { outlet: "Meridian" })],
      bounds: [1, 1],
    },
    {
      what: "different articles that credit one outlet, as both seeds do CNN",
      reports: [
        reportOf("a", dispatch, { origin: credit("CNN", "relay") }),
        reportOf("b", otherDispatch, { outlet: "localnews8.com", origin: credit("CNN", "url-path") }),
      ],
      bounds: [1, 1],
    },
    {
      what: "an outlet by its name and by its address",
      reports: [
        reportOf("a", dispatch, { outlet: "Karsk Herald" }),
        reportOf("b", otherDispatch, { outlet: "karskherald.example" }),
      ],
      bounds: [1, 1],
    },
    {
      what: "another was first with one fact, which makes the rest nobody else's",
      reports: [wire, reportOf("b", otherDispatch, { outlet: "PBN", origin: credit("Meridian", "first-reported") })],
      bounds: [2, 2],
    },
    {
      what: "texts that name no outlet may be of any",
      reports: [reportOf("a", dispatch), reportOf("b", otherDispatch)],
      bounds: [1, 2],
    },
    {
      what: "a copy that credits a third, which the others may have it from too",
      reports: [wire, reportOf("b", dispatch, { outlet: "Coast 6", origin: credit("PBN") })],
      bounds: [1, 1],
    },
    {
      what: "copies that credit two outlets",
      reports: [
        reportOf("a", dispatch, { outlet: "Coast 6", origin: credit("PBN") }),
        reportOf("b", dispatch, { outlet: "Coast 7", origin: credit("Meridian") }),
      ],
      bounds: [1, 2],
    },
    {
      what: "two that share only a part",
      reports: [wire, reportOf("b", [...dispatch.slice(0, 5), ...otherDispatch.slice(4)], { outlet: "PBN" })],
      bounds: [1, 2],
    },
  ])("$what: $bounds", ({ reports, bounds: [atLeast, atMost] }) => {
    expect(boundsOf(reports)).toEqual({ atLeast, atMost });
  });

  test("two copies count once though their source is not among those asked for", () => {
    const second = reportOf("second", dispatch.slice(3), { outlet: "NewsHarbor24", day: "2031-03-08" });
    expect(boundsOf([wire, copy, second], ["copy", "second"])).toEqual({ atLeast: 1, atMost: 1 });
  });

  test("a local station's copies of two wires are two origins, not the station's one", () => {
    const two = reportOf("two", otherDispatch.slice(0, 7), { outlet: "Coast 6", day: "2031-03-09" });
    expect(boundsOf([wire, copy, other, two])).toEqual({ atLeast: 2, atMost: 2 });
    expect(boundsOf([wire, copy, other, two], ["copy", "two"])).toEqual({ atLeast: 2, atMost: 2 });
  });
});

const report = fc.record({
  text: fc.constantFrom(dispatch, dispatch.slice(0, 7), dispatch.slice(3), otherDispatch),
  outlet: fc.constantFrom(null, "Meridian", "Coast 6", "PBN"),
  origin: fc.constantFrom(null, credit("Meridian"), credit("The Karrod Standard")),
  day: fc.constantFrom(null, "2031-03-06", "2031-03-09"),
});
const reports = fc
  .array(report, { minLength: 1, maxLength: 6 })
  .map((all) => all.map(({ text, ...known }, at) => reportOf(`report ${at}`, text, known)));

test("of some documents there is an origin at least, and as many as there are at most", () => {
  fc.assert(
    fc.property(reports, (all) => {
      const { atLeast, atMost } = boundsOf(all);
      expect(atLeast).toBeGreaterThanOrEqual(1);
      expect(atMost).toBeGreaterThanOrEqual(atLeast);
      expect(atMost).toBeLessThanOrEqual(all.length);
    }),
    { numRuns: 60 },
  );
});

test("a verbatim reprint that credits its source adds no origin", () => {
  fc.assert(
    fc.property(fc.constantFrom("Coast 6", "NewsHarbor24", null), (outlet) => {
      const reprint = reportOf("reprint", dispatch, { outlet, origin: credit("Meridian"), day: "2031-03-09" });
      expect(boundsOf([wire, other, reprint])).toEqual(boundsOf([wire, other]));
    }),
  );
});

test("what is asked of fewer documents is never more", () => {
  fc.assert(
    fc.property(reports, fc.nat(), (all, number) => {
      const found = findReprints(all);
      const keys = all.map(({ key }) => key);
      const whole = originsBehind(found, keys);
      const part = originsBehind(found, keys.slice(0, 1 + (number % keys.length)));
      expect(part.atMost).toBeLessThanOrEqual(whole.atMost);
      expect(part.atLeast).toBeLessThanOrEqual(whole.atLeast);
    }),
    { numRuns: 60 },
  );
});
