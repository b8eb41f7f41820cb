import { expect, test } from "vitest";
import { ParleyError } from "../../text/errors.ts";
import { parseForecastLexicon } from "./forecast-lexicon.ts";
import { forecastFile, forecastLexicon } from "./testing/forecast-lexicon.ts";

const file = forecastFile as Readonly<Record<string, object>>; // validated by what is tested

test("the codebook's words of forecasts are valid, each with how sure it is", () => {
  expect(forecastLexicon.frames.get("unlikely")).toBe("unlikely");
  expect(forecastLexicon.expectations.get("fear")).toBe("may");
  expect(forecastLexicon.acts.has("meet")).toBe(true);
  for (const word of forecastLexicon.foresights) expect(forecastLexicon.expectations.has(word), word).toBe(true);
});

test.each([
  { change: null, place: "the file" },
  { change: { verbs: [] }, place: "the file" },
  { change: { frames: ["likely"] }, place: "frames" },
  { change: { frames: { sure: ["likely"] } }, place: "frames" },
  { change: { frames: { likely: ["Likely"] } }, place: "frames.likely[0]" },
  { change: { verdicts: { will: ["likely"], likely: ["likely"] } }, place: "verdicts.likely" },
  { change: { acts: undefined }, place: "acts" },
  { change: { acts: [true] }, place: "acts[0]" },
])("a fault at $place is named", ({ change, place }) => {
  const faulty = change === null ? null : { ...file, ...change };
  expect(() => parseForecastLexicon(faulty)).toThrow(ParleyError);
  expect(() => parseForecastLexicon(faulty)).toThrow(`forecast lexicon, ${place}:`);
});
