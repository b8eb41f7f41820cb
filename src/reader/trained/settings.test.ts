import { expect, test } from "vitest";
import { ParleyError } from "../../text/errors.ts";
import { parseModelSettings } from "./settings.ts";
import { settings } from "./testing/tiny-model.ts";

test("settings are read, and what else stands in the file is left out", () => {
  expect(parseModelSettings({ ...settings, comment: "left out" })).toEqual(settings);
});

test.each([
  { json: null, place: "the file" },
  { json: [], place: "the file" },
  { json: { ...settings, version: "1" }, place: "version" },
  { json: { ...settings, entityMargin: null }, place: "entityMargin" },
  { json: { ...settings, confidence: { ...settings.confidence, weights: [1] } }, place: "confidence.weights" },
  { json: { ...settings, confidence: { ...settings.confidence, threshold: "low" } }, place: "confidence.threshold" },
  { json: { ...settings, version: 0 }, place: "version" },
  { json: { ...settings, start: 1.5 }, place: "start" },
  { json: { ...settings, left: -1 }, place: "left" },
  { json: { ...settings, tags: [] }, place: "tags" },
  { json: { ...settings, relations: ["nsubj", 3] }, place: "relations[1]" },
  { json: { ...settings, entities: ["person", "person"] }, place: "entities" },
  { json: { ...settings, files: { "vocab.txt": "ABC" } }, place: "files.vocab.txt" },
])("a fault at $place is named", ({ json, place }) => {
  expect(() => parseModelSettings(json)).toThrow(ParleyError);
  expect(() => parseModelSettings(json)).toThrow(`reader.json, ${place}: found `);
});
