import fc from "fast-check";
import { expect, test } from "vitest";
import { sourceKindOf } from "./source-kind.ts";

test.each([
  "Foreign Minister Teo Castellin",
  "Yulen Drask, spokesman for the Iron Court,",
  "its spokesman, Yulen Drask",
  "Aldovar’s",
  "the Russian President",
  "the president",
  "Director of National Intelligence Dara Whitlow",
  "Minister of Defence Gorm Ittavi",
  "the Conference of River States",
  "the Iron Court",
  "Torvask’s Defence Ministry",
  "Torvask’s foreign ministry",
  "The ministry",
  "police",
  "The Karsk Post",
  "The Karsk Post first",
  "Republicans",
  "Senator Mira Oldan of New Karsk, who leads the committee",
  "Belu Sandreth (chief negotiator)",
])("%j is named", (source) => {
  expect(sourceKindOf(source).kind).toBe("named");
});

test.each([
  { source: "a Western official", head: "official", isPlural: false, isAnaphor: false },
  { source: "Officials", head: "official", isPlural: true, isAnaphor: false },
  { source: "Officials, including National Security Adviser Mirabel Stroud,", head: "official", isPlural: true },
  { source: "Officials at the Chancery", head: "official", isPlural: true },
  { source: "sources familiar with the discussions", head: "source", isPlural: true },
  { source: "five people with knowledge of the conversations", head: "person", isPlural: true },
  { source: "one of them", head: "one", isPlural: false },
  { source: "two of the officials", head: "official", isPlural: true, isAnaphor: true },
  { source: "the official", head: "official", isPlural: false, isAnaphor: true, isBare: true },
  { source: "the State Department official", head: "official", isAnaphor: true, isBare: false },
  { source: "US and European officials and diplomats", head: "official", isPlural: true },
  { source: "a spokesman", head: "spokesman", isAnaphor: false },
  { source: "a former minister", head: "minister", isAnaphor: false },
  { source: "a rights group", head: "group" },
  { source: "many", head: "many", isPlural: true },
  { source: "his supporters", head: "supporter", isAnaphor: false },
])("$source is unnamed", ({ source, ...want }) => {
  expect(sourceKindOf(source)).toMatchObject({ kind: "unnamed", ...want });
});

test.each([
  "an Aubrine Palace readout of the call",
  "the decree",
  "Decree No. 31",
  "a report by the Conference of River States",
  "court papers",
  "a Karsk Post poll",
])("%j is a document", (source) => {
  expect(sourceKindOf(source).kind).toBe("document");
});

test.each([
  { source: "He", refersTo: "singular" },
  { source: "they", refersTo: "plural" },
  { source: "it", refersTo: "thing" },
  { source: "we", refersTo: "speaker" },
  { source: "who", refersTo: "relative" },
])("$source is a pronoun for a $refersTo", ({ source, refersTo }) => {
  expect(sourceKindOf(source)).toEqual({ kind: "pronoun", refersTo });
});

test("US is a country, and us is not a source that these rules know", () => {
  expect(sourceKindOf("US").kind).toBe("named");
});

test("any words have a kind", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 60 }), (source) => {
      expect(["named", "unnamed", "document", "pronoun"]).toContain(sourceKindOf(source).kind);
    }),
  );
});
