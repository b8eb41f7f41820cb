import fc from "fast-check";
import { expect, test } from "vitest";
import { readDate } from "./date-grammar.ts";

test.each([
  { text: "2022-03-11", want: "2022-03-11" },
  { text: "2022-03-11T10:00:00Z", want: "2022-03-11" },
  { text: "2022-03-11T23:30:00-08:00", want: "2022-03-11" }, // the day in that zone, as written
  { text: "2022-03-11 23:30:00 +0200", want: "2022-03-11" },
  { text: "2022/3/11", want: "2022-03-11" },
  { text: "20220312", want: "2022-03-12" },
  { text: "20220312143000", want: "2022-03-12" },
  { text: "20220312T143000Z", want: "2022-03-12" },
  { text: "March 11, 2022", want: "2022-03-11" },
  { text: "Mar. 11th, 2022 at 10:15 a.m. EST", want: "2022-03-11" },
  { text: "Sept. 3, 2021", want: "2021-09-03" },
  { text: "MAY 3 2021", want: "2021-05-03" },
  { text: "11 March 2022", want: "2022-03-11" },
  { text: "11th of March, 2022", want: "2022-03-11" },
  { text: "11-Mar-2022", want: "2022-03-11" },
  { text: "Fri, 11 Mar 2022 10:00:00 GMT", want: "2022-03-11" },
  { text: "Friday March 11, 2022", want: "2022-03-11" },
  { text: "10:15 AM EST, Fri March 11, 2022", want: "2022-03-11" },
  { text: "Fri 6:45 PM, Mar 11, 2022 |", want: "2022-03-11" },
  { text: "on Tuesday, March 1, 2022", want: "2022-03-01" },
  { text: "25/11/2022", want: "2022-11-25" },
  { text: "11/25/2022", want: "2022-11-25" },
  { text: "25.11.2022 14:05", want: "2022-11-25" },
  { text: "03/03/2022", want: "2022-03-03" },
  { text: "March 2022", want: "2022-03" },
  { text: "2022-03", want: "2022-03" },
  { text: "2022", want: "2022" },
  { text: "2024-02-29", want: "2024-02-29" },
])("$text is $want", ({ text, want }) => {
  expect(readDate(text)?.value).toBe(want);
});

test.each([
  "03/11/2022", // one day in Ohio, another in Essex
  "2022-13-40",
  "2023-02-29",
  "31 April 2022",
  "1970-01-01",
  "1970-01-01T00:00:00Z",
  "0001-01-01T00:00:00",
  "1900-01-01",
  "1799-12-31",
  "20221340",
  "202203121", // an identifier
  "12345678",
  "1646956800", // seconds since 1970 have no calendar day without a zone
  "3 March",
  "March 3",
  "yesterday",
  "",
  "2022 was a hard year",
])("%s is no date", (text) => {
  expect(readDate(text)).toBeNull();
});

test("every day there is reads back as itself, in any of the usual forms", () => {
  const day = fc.date({ min: new Date("1800-01-01"), max: new Date("2199-12-31"), noInvalidDate: true });
  fc.assert(
    fc.property(day, (date) => {
      const value = date.toISOString().slice(0, 10);
      fc.pre(!["1970-01-01", "1969-12-31", "1900-01-01"].includes(value));
      for (const options of [
        { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" },
        { weekday: "short", day: "numeric", month: "short", year: "numeric", timeZone: "UTC" },
      ] as const) {
        expect(readDate(date.toLocaleDateString("en-US", options))).toEqual({ value, precision: "day" });
        expect(readDate(date.toLocaleDateString("en-GB", options))).toEqual({ value, precision: "day" });
      }
      expect(readDate(date.toISOString())).toEqual({ value, precision: "day" });
      expect(readDate(date.toUTCString())).toEqual({ value, precision: "day" });
    }),
  );
});

test("no text makes it throw, and what it reads is a date of the calendar", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[0-9/ .-]{0,14}$/)), (text) => {
      const date = readDate(text);
      if (date?.precision === "day") expect(new Date(date.value).toISOString().slice(0, 10)).toBe(date.value);
    }),
  );
});
