import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { ParleyError } from "../text/errors.ts";
import { parseCueLexicon } from "./lexicon.ts";

const empty = { verbs: [], nouns: [], phrases: [], adverbs: [] };
const say = { class: "say", complement: "clause", forms: ["say", "says", "said", "said", "saying"] };

test("the codebook's cues are valid, and say which form each word is", () => {
  const yaml: unknown = parse(readFileSync(new URL("../../codebook/cues.yaml", import.meta.url), "utf8"));
  const lexicon = parseCueLexicon(yaml);
  expect(lexicon.verbs.get("said")).toMatchObject({ lemma: "say", form: "past", class: "say" });
  expect(lexicon.verbs.get("told")).toMatchObject({ addressee: true });
  expect(lexicon.phrases).toContainEqual(["according", "to"]);
});

test.each([
  { yaml: null, place: "the file" },
  { yaml: { ...empty, verbs: {} }, place: "verbs" },
  { yaml: { ...empty, verbs: [{ ...say, class: "shout" }] }, place: "verbs[0].class" },
  { yaml: { ...empty, verbs: [say, { ...say, forms: ["say"] }] }, place: "verbs[1].forms" },
  { yaml: { ...empty, verbs: [{ ...say, addressee: "yes" }] }, place: "verbs[0].addressee" },
  { yaml: { ...empty, nouns: ["Claim"] }, place: "nouns[0]" },
  { yaml: { ...empty, verbs: [{ ...say, particles: [true] }] }, place: "verbs[0].particles[0]" },
])("a fault at $place is named", ({ yaml, place }) => {
  expect(() => parseCueLexicon(yaml)).toThrow(ParleyError);
  expect(() => parseCueLexicon(yaml)).toThrow(`cue lexicon, ${place}:`);
});
