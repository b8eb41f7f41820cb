import fc from "fast-check";
import { expect, test } from "vitest";
import { bylinesOf, readByline } from "./byline.ts";

test.each([
  { line: "By Jane Doe", names: ["Jane Doe"] },
  { line: "BY JANE DOE", names: ["JANE DOE"] },
  { line: "By Jane Doe and John Roe", names: ["Jane Doe", "John Roe"] },
  {
    line: "By Jane Doe, John Roe and Miroslava Dvořáčková-Nagy",
    names: ["Jane Doe", "John Roe", "Miroslava Dvořáčková-Nagy"],
  },
  { line: "By Jane Doe and John Roe | Meridian Wire", names: ["Jane Doe", "John Roe"], outlet: "Meridian Wire" },
  { line: "By Jane Doe and John Roe, PBN", names: ["Jane Doe", "John Roe"], outlet: "PBN" },
  { line: "By J. R. van der Berg in Ravna", names: ["J. R. van der Berg"] },
  { line: "By Jane Doe in Ravna and John Roe in Karsk", names: ["Jane Doe", "John Roe"] },
  { line: "Jane Doe, Staff Writer", names: ["Jane Doe"] },
  { line: "Jane Doe, Foreign Correspondent", names: ["Jane Doe"] },
  { line: "Jane Doe | Karsk Herald", names: ["Jane Doe"], outlet: "Karsk Herald" },
  { line: "By Jane Doe, Special to the Karsk Herald", names: ["Jane Doe"] },
  { line: "By The Associated Press", names: [], outlet: "The Associated Press" },
  { line: "By Jane Doe March 3, 2022 10:15 am", names: ["Jane Doe"], date: "March 3, 2022 10:15 am" },
  { line: "By Jane Doe | Published: 3 March 2022", names: ["Jane Doe"], date: "3 March 2022" },
  { line: "By Jane Doe • Updated March 4, 2022", names: ["Jane Doe"], date: null },
])("$line", ({ line, names, outlet, date }) => {
  expect(readByline(line)).toEqual({ names, outlet: outlet ?? null, date: date ?? null });
});

test.each([
  "By Monday the talks had failed",
  "By the time envoys met, the town had fallen.",
  "By March 3, 2022 the talks had failed",
  "Jane Doe", // a name alone may be anything
  "Foreign Minister Jane Doe said on Tuesday that talks would resume.",
  "Ravna and Karsk",
  "Ravna, UN",
  "",
])("%s is no byline", (line) => {
  expect(readByline(line)).toBeNull();
});

test.each([
  { stated: ["By Jane Doe and John Roe"], want: ["Jane Doe", "John Roe"] },
  { stated: ["Jane Doe", "Jane Doe"], want: ["Jane Doe"] },
  { stated: ["by Jane Doe, Meridian Wire"], want: ["Jane Doe"] },
  { stated: ["Newsroom"], want: ["Newsroom"] },
  { stated: ["佐藤 花子"], want: ["佐藤 花子"] },
  { stated: ["  "], want: [] },
  { stated: ["Jane Doe | November 18", "2019 12:01 PM Print this article"], want: ["Jane Doe"] },
  { stated: ["MAY STAFF NOVEMBER 20"], want: ["MAY STAFF"] },
])("$stated is by $want", ({ stated, want }) => {
  expect(bylinesOf(stated, "", [])).toEqual(want);
});

test("no line makes it throw", () => {
  const piece = fc.constantFrom(
    "By ",
    "Jane Doe",
    ", ",
    " and ",
    " | ",
    "March 3, 2022",
    "Staff Writer",
    " in Ravna",
    "x ",
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(piece).map((pieces) => pieces.join("")),
      ),
      (line) => {
        for (const name of readByline(line)?.names ?? []) expect(line).toContain(name);
      },
    ),
  );
});
