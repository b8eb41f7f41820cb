import { type TimelineEntry, timeline } from "../../analysis/timeline/timeline.ts";
import type { RecordFilter } from "../../ledger/ledger.ts";
import { jsonLine } from "../../publish/rows.ts";
import { timelineColumns, timelineCsvColumns, timelineLine } from "../../publish/timeline-rows.ts";
import { collect } from "../collect.ts";
import { printRows } from "../print-rows.ts";
import type { Terminal } from "../terminal.ts";
import { withLedger } from "../with-ledger.ts";
import { picked } from "./list.ts";
import { type ListAnalysisOptions, nothing } from "./list-analysis.ts";

/** `parley timeline`. */
export function timelineOf(options: ListAnalysisOptions, terminal: Terminal): Promise<number> {
  const { since: from, until: to, issue } = options;
  const window = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
  const today = terminal.now().slice(0, "YYYY-MM-DD".length);
  return withLedger(options, terminal, async (ledger) => {
    // by their own days: what is told later of a day in the window belongs to it
    const filter: RecordFilter = picked(options, ["outlet", "actor"]);
    const entries = timeline(
      {
        positions: await collect(ledger.positions({ ...filter, ...(issue === undefined ? {} : { issue }) })),
        events: await collect(ledger.events(filter)),
        contacts: await collect(ledger.contacts(filter)),
        forecasts: await collect(ledger.forecasts(filter)),
      },
      { ...(from === undefined && to === undefined ? {} : { window }), ...(issue === undefined ? {} : { issue }) },
    );
    const line = (entry: TimelineEntry): string => jsonLine(timelineLine(entry, today));
    await printRows(
      entries,
      { table: timelineColumns, csv: timelineCsvColumns, line },
      options,
      terminal,
      nothing("record"),
    );
  });
}
