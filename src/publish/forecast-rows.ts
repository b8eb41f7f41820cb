import { type ForecastState, forecastState } from "../analysis/forecasts.ts";
import type { Likelihood } from "../coding/forecast/forecast.ts";
import type { ForecastOutcome, ForecastRow } from "../ledger/ledger.ts";
import { forecastObject, type ReadForecast } from "./read-object.ts";
import { documentCells } from "./record-rows.ts";
import { type CsvColumn, shortId, spansCell } from "./rows.ts";
import type { Column } from "./table.ts";
import { daysShort } from "./wording.ts";

/** How sure the holder is of what is forecast. */
export const likelihoodWords: Readonly<Record<Likelihood, string>> = {
  will: "will come",
  likely: "is likely",
  may: "may come",
  unlikely: "is unlikely",
  not: "will not come",
};

export const outcomeWords: Readonly<Record<ForecastOutcome, string>> = {
  true: "came true",
  false: "did not come true",
  partly: "came true in part",
  undecidable: "cannot be decided",
};

/** Where a forecast stands on a day. */
export const stateOf = (
  { forecast, resolution }: Pick<ForecastRow, "forecast" | "resolution">,
  today: string,
): ForecastState => forecastState(forecast.horizon, resolution === null ? [] : [resolution], today);

/** "due", "open", "came true (he did)". */
export function stateTold(row: Pick<ForecastRow, "forecast" | "resolution">, today: string): string {
  const { resolution } = row;
  if (resolution === null) return stateOf(row, today);
  const note = resolution.note === null ? "" : ` (${resolution.note})`;
  return `${outcomeWords[resolution.outcome]}${note}`;
}

/** The horizon's days, else its words; "no time set" where there are none. */
export const horizonTold = ({ forecast, words }: Pick<ForecastRow, "forecast" | "words">): string =>
  (forecast.horizon && daysShort(forecast.horizon)) ?? words.horizon ?? "no time set";

export const holderOf = ({ holder, forecast }: Pick<ForecastRow, "holder" | "forecast">): string =>
  holder?.name ?? (forecast.statement === null ? "the article’s narration" : "(unresolved)");

/** The columns of `parley list forecasts` in the terminal, on a day. */
export const forecastColumns = (today: string): readonly Column<ForecastRow>[] => [
  { header: "ID", value: ({ forecast }) => forecast.id.slice(0, shortId) },
  { header: "Date", value: ({ document }) => document.publishedAt ?? "–" },
  { header: "Holder", value: holderOf, shrinksTo: 10, atMost: 26, lines: 3 },
  { header: "Forecast", value: ({ words }) => words.content, shrinksTo: 18, lines: 4 },
  { header: "Horizon", value: horizonTold, shrinksTo: 10, atMost: 23, lines: 3 },
  { header: "State", value: (row) => stateTold(row, today), shrinksTo: 8, atMost: 22, lines: 3 },
  { header: "Article", value: ({ document }) => document.id.slice(0, shortId) },
];

/** A forecast of a list as JSON: by the contract of `parley read`, with its article, words, holder and what it came to. */
export interface ForecastLine extends ReadForecast {
  readonly document: ForecastRow["document"];
  readonly words: ForecastRow["words"];
  readonly who: Pick<ForecastRow, "holder">;
  readonly state: ForecastState;
  readonly resolution: { readonly outcome: ForecastOutcome; readonly note: string | null } | null;
}

export const forecastLine = (row: ForecastRow, today: string): ForecastLine => ({
  ...forecastObject(row.forecast),
  document: row.document,
  words: row.words,
  who: { holder: row.holder },
  state: stateOf(row, today),
  resolution: row.resolution && { outcome: row.resolution.outcome, note: row.resolution.note },
});

export const forecastCsvColumns = (today: string): readonly CsvColumn<ForecastRow>[] => [
  { header: "id", value: ({ forecast }) => forecast.id },
  ...documentCells,
  { header: "holder", value: ({ holder }) => holder?.name ?? null },
  { header: "likelihood", value: ({ forecast }) => forecast.likelihood },
  { header: "content", value: ({ words }) => words.content },
  { header: "horizon_from", value: ({ forecast }) => forecast.horizon?.from ?? null },
  { header: "horizon_to", value: ({ forecast }) => forecast.horizon?.to ?? null },
  { header: "horizon", value: ({ words }) => words.horizon },
  { header: "state", value: (row) => stateOf(row, today) },
  { header: "outcome", value: ({ resolution }) => resolution?.outcome ?? null },
  { header: "note", value: ({ resolution }) => resolution?.note ?? null },
  { header: "evidence", value: ({ words }) => words.evidence },
  { header: "statement", value: ({ forecast }) => forecast.statement },
  { header: "holder_key", value: ({ holder }) => holder?.key ?? null },
  { header: "content_spans", value: ({ forecast }) => spansCell(forecast.content) },
];
