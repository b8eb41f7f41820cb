import { expect, test } from "vitest";
import { readCodebookFile } from "../../cli/codebook.ts";
import { parseOfficeLexicon } from "./office-lexicon.ts";

const lexicon = parseOfficeLexicon(readCodebookFile("actors/offices.yaml"));

test.each([
  ["foreign minister", "office", "foreign minister"],
  ["foreign ministers", "office", "foreign minister"],
  ["heads of state", "office", "head of state"],
  ["secretary of state", "office", "foreign minister"],
  ["spokeswomen", "office", "spokesperson"],
  ["foreign ministries", "body", "foreign ministry"],
  ["parliament", "body", "parliament"],
])("%s is an %s: %s", (form, kind, name) => {
  expect(lexicon.nouns.get(form)).toContainEqual(
    expect.objectContaining(kind === "office" ? { kind, office: name } : { kind, body: name }),
  );
});

test("an official is a person of a government, a source of none", () => {
  expect(lexicon.nouns.get("officials")).toContainEqual({ kind: "person", sector: "GOV" });
  expect(lexicon.nouns.get("source")).toContainEqual({ kind: "person", sector: null });
});

test.each([
  [[], "expected a mapping"],
  [{ offices: "president" }, "offices: expected a list"],
  [{ offices: [{ office: "", sector: null, forms: [] }] }, 'offices 1: found "", expected words'],
  [{ offices: [{ office: "x", sector: "GOVT", forms: [] }] }, 'offices 1: found sector "GOVT"'],
  [{ offices: [], persons: [], bodies: [{ body: "x", sector: null, forms: [] }] }, "bodies 1: a body has a sector"],
])("%j is refused: %s", (given, message) => {
  expect(() => parseOfficeLexicon(given)).toThrow(message);
});
