import { expect, test } from "vitest";
import { parseStanceLexicon } from "./stance-lexicon.ts";

const file = {
  verbs: [
    { verbs: ["rule"], stance: "supports", how: "acts", matter: ["object"] },
    { verbs: ["rule out"], stance: "opposes", how: "ruled-out", matter: ["object"], negated: "none" },
  ],
  adjectives: [],
  nouns: [],
  verdicts: { supports: ["right"], opposes: ["wrong"] },
  effects: { supports: ["benefit"], opposes: ["harm"] },
  epithets: [],
  carriers: [],
  turns: [],
  furthers: [],
  occurrences: [],
  collectives: [],
  conditions: { marks: ["if"], phrases: [], prepositions: [] },
  private: [],
  efforts: [],
};

test("a verb with its particle comes before the verb alone", () => {
  expect(parseStanceLexicon(file).verbs.get("rule")).toMatchObject([
    { particle: "out", stance: "opposes", negated: "none" },
    { particle: null, stance: "supports", negated: "turned" },
  ]);
});

test.each([
  {
    changed: { verbs: [{ verbs: ["back"], stance: "likes", how: "states", matter: ["object"] }] },
    place: "verbs[0].stance",
  },
  { changed: { nouns: [{ nouns: ["call"], stance: "supports", how: "shouts", matter: [] }] }, place: "nouns[0].how" },
  { changed: { adjectives: [{ adjectives: ["ready"], says: "yes" }] }, place: "adjectives[0]" },
  { changed: { verdicts: { supports: ["right"] } }, place: "verdicts.opposes" },
  { changed: { turns: ["Stop"] }, place: "turns[0]" },
  { changed: { conditions: { marks: [] } }, place: "conditions.phrases" },
])("a fault is told by its place: $place", ({ changed, place }) => {
  expect(() => parseStanceLexicon({ ...file, ...changed })).toThrow(place);
});
