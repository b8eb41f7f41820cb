import { type ForecastOutcome, forecastOutcomes } from "../../ledger/ledger.ts";
import { outcomeWords } from "../../publish/forecast-rows.ts";
import { ParleyError } from "../../text/errors.ts";
import type { ForecastId } from "../../text/span.ts";
import { type LedgerOptions, provenance } from "../options.ts";
import { type Terminal, write } from "../terminal.ts";
import { withLedger } from "../with-ledger.ts";

export interface ResolveOptions extends LedgerOptions {
  readonly note?: string;
}

/** `parley forecasts resolve ID OUTCOME`. */
export function resolveForecast(
  id: string,
  outcome: string,
  options: ResolveOptions,
  terminal: Terminal,
): Promise<number> {
  const found = outcomeOf(outcome);
  return withLedger(options, terminal, async (ledger) => {
    const forecast = id.toLowerCase() as ForecastId; // or its beginning, which the ledger takes
    await ledger.resolveForecast({ forecast, outcome: found, note: options.note ?? null }, provenance(terminal));
    await write(terminal.stdout, `${forecast}: ${outcomeWords[found]}\n`);
  });
}

/** @throws ParleyError PARLEY_OPTION_INVALID */
function outcomeOf(word: string): ForecastOutcome {
  const found = forecastOutcomes.find((one) => one === word.toLowerCase());
  if (found !== undefined) return found;
  const accepted = forecastOutcomes.join(", ");
  throw new ParleyError("PARLEY_OPTION_INVALID", `${JSON.stringify(word)} is no outcome; there are ${accepted}`);
}
