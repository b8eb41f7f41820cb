import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { parseForecastLexicon } from "../forecast-lexicon.ts";

/** The codebook's file, as it was parsed. */
export const forecastFile: unknown = parse(
  readFileSync(new URL("../../../../codebook/forecasts.yaml", import.meta.url), "utf8"),
);

export const forecastLexicon = parseForecastLexicon(forecastFile);
