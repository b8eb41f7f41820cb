import fc from "fast-check";
import { expect, test } from "vitest";
import { byPeriod, periodOf, publishedOn } from "./period.ts";
import { anyDay } from "./testing/arbitraries.ts";

test.each([
  ["no words of time", null, "2031-03-06", "2031-03-06", "2031-03-06"],
  ["words that resolve to nothing", { from: null, to: null }, "2031-03-06", "2031-03-06", "2031-03-06"],
  ["a day", { from: "2031-03-01", to: "2031-03-01" }, "2031-03-06", "2031-03-01", "2031-03-01"],
  ["since a day", { from: "2031-01-14", to: null }, "2031-03-06", "2031-01-14", "2031-03-06"],
  ["by a day to come", { from: null, to: "2031-04-10" }, "2031-03-06", "2031-03-06", "2031-04-10"],
  ["a document of a month", null, "2031-02", "2031-02-01", "2031-02-28"],
  ["a day, without a date of the document", { from: "2031-03-01", to: null }, null, "2031-03-01", "2031-03-01"],
])("%s", (_name, when, publishedAt, from, to) => {
  expect(periodOf(when, { publishedAt })).toEqual({ from, to });
});

test("without any day there is no period", () => {
  expect(periodOf(null, { publishedAt: null })).toBeNull();
  expect(publishedOn({ publishedAt: null })).toBeNull();
});

test("a period never ends before it begins, and the order of periods is one", () => {
  const side = fc.option(anyDay);
  fc.assert(
    fc.property(side, side, side, (from, to, publishedAt) => {
      const period = periodOf({ from, to }, { publishedAt });
      if (period !== null) expect(period.from <= period.to).toBe(true);
      expect(byPeriod(period, period)).toBe(0);
    }),
  );
});
