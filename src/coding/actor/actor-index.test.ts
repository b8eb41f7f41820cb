import { describe, expect, test } from "vitest";
import { readCodebookFile } from "../../cli/codebook.ts";
import { indexActors, isHeldOn, surnamesOf } from "./actor-index.ts";
import { parseOfficeLexicon } from "./office-lexicon.ts";
import { madeBase } from "./testing/made-base.ts";

const index = indexActors(madeBase, parseOfficeLexicon(readCodebookFile("actors/offices.yaml")));

/** What the first words of a row of words are known to be. */
function known(words: string): string {
  const match = index.match(words.split(" "), 0);
  if (match === null) return "nothing";
  const [first] = match.known;
  switch (first.kind) {
    case "country":
      return `${first.country.iso3} ${first.use} ${match.length}`;
    case "organization":
      return `${first.organization.id} ${match.length}`;
    case "person":
      return `${first.person.id} ${match.length}`;
    default:
      return first satisfies never;
  }
}

test.each([
  ["Velmara said", "VLM name 1"],
  ["Velmaran officials", "VLM adjective 1"],
  ["Velmarans voted", "VLM people 1"],
  ["Lisaan denied it", "VLM capital 1"],
  ["Lantern Palace sources", "VLM government 2"],
  ["Republic of Velmara and", "VLM name 3"],
  ["V.R. troops", "VLM name 1"],
  ["vr headset", "nothing"], // an abbreviation has its capitals
  ["velmara", "nothing"],
  ["Marsh - Front men", "marsh-front 3"],
  ["Ilse Varenko spoke", "ilse-varenko 2"],
  ["Odran Zelevskyy spoke", "odran-zelevsky 2"],
  ["Varenko spoke", "nothing"], // a last name alone needs the text
])("“%s” begins with %s", (words, want) => {
  expect(known(words)).toBe(want);
});

test("the longest name wins", () => {
  expect(index.match(["Republic", "of", "Velmara"], 0)?.length).toBe(3);
});

test("a last name is found however it was written over", () => {
  expect(index.bySurname("Zelevskiy").map(({ id }) => id)).toEqual(["odran-zelevsky", "maro-zelevsky"]);
});

describe("who holds an office", () => {
  test.each([
    ["TVS", "president", "2022-03-01", "odran-zelevsky"],
    ["TVS", "president", "2030-06-01", "maro-zelevsky"],
    ["TVS", "president", "2010-01-01", null],
    ["TVS", "president", "2030-01-15", null], // both may have: the month of the change
    ["VLM", "president", "2031-05-01", "ilse-varenko"],
    ["VLM", "president", "2031-08-01", null], // after the base was last checked
    ["VLM", "foreign minister", "2024-06-01", "ilse-varenko"],
    ["VLM", "chancellor", "2031-01-01", null],
  ])("%s %s on %s: %s", (country, office, day, want) => {
    expect(index.holder(country, office, day)?.id ?? null).toBe(want);
  });
});

test("a tenure without a beginning is held on no day", () => {
  const tenure = {
    country: "VLM",
    office: "envoy",
    title: null,
    body: null,
    sector: "GOV",
    from: null,
    to: null,
  } as const;
  expect(isHeldOn(tenure, "2031-01-01", "2031-06")).toBe(false);
});

test.each([
  ["Ursula von der Marn", ["Marn", "von der Marn"]],
  ["Khalid al-Marrun", ["al-Marrun", "Marrun"]],
  ["Harl Denz Jr.", ["Denz"]],
])("%s has the last names %j", (name, want) => {
  expect(surnamesOf(name)).toEqual(want);
});
