import { expect, test } from "vitest";
import { isDay, publicationInterval } from "./interval.ts";

test.each([
  { value: "2031", precision: "year", want: { from: "2031-01-01", to: "2031-12-31" } },
  { value: "2031-04", precision: "month", want: { from: "2031-04-01", to: "2031-04-30" } },
  { value: "2032-02", precision: "month", want: { from: "2032-02-01", to: "2032-02-29" } },
  { value: "2031-02", precision: "month", want: { from: "2031-02-01", to: "2031-02-28" } },
  { value: "2031-04-05", precision: "day", want: { from: "2031-04-05", to: "2031-04-05" } },
  { value: "2031-02-29", precision: "day", want: null },
  { value: "2031-13", precision: "month", want: null },
  { value: "0000", precision: "year", want: null },
  { value: "2031-04", precision: "day", want: null },
  { value: "soon", precision: "day", want: null },
] as const)("$value by the $precision is $want", ({ value, precision, want }) => {
  expect(publicationInterval({ value, precision })).toEqual(want);
});

test.each(["2031-2-3", "2031-02-30", "2031-02-03T00:00:00Z", "0000-01-01", ""])("%j is no day", (value) => {
  expect(isDay(value)).toBe(false);
});
