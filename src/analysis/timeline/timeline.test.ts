import fc from "fast-check";
import { expect, test } from "vitest";
import type { ForecastRow } from "../../ledger/ledger.ts";
import type { EventId, ForecastId } from "../../text/span.ts";
import { anyPositions, shuffled } from "../testing/arbitraries.ts";
import { documentRow, happening, meeting, stand, torvask, velmara, wholeOf } from "../testing/rows.ts";
import { type TimelineEntry, timeline } from "./timeline.ts";

const shown = (entries: readonly TimelineEntry[]): unknown[] => entries.map(({ kind, period }) => [kind, period?.from]);

function forecast(day: string, from: string | null, to: string | null): ForecastRow {
  const span = wholeOf("it will be decided");
  return {
    forecast: {
      id: `${from}` as ForecastId,
      holder: null,
      statement: null,
      likelihood: "will",
      content: [span],
      horizon: { from, to, span },
      evidence: [span],
    },
    document: documentRow("f", day),
    holder: null,
    resolution: null,
    words: { content: "", evidence: "", horizon: null },
  };
}

test("records stand on the day they are of, forecasts on their horizon, what has no day comes last", () => {
  const entries = timeline({
    positions: [stand({ day: "2031-03-09" }), stand({ day: null })],
    contacts: [meeting({ who: [velmara, torvask], on: "2031-02-20", day: "2031-03-20" })],
    events: [happening({ type: "ASSAULT", by: [torvask], to: [velmara], day: "2031-03-01" })],
    forecasts: [forecast("2031-03-01", "2031-03-13", "2031-03-20")],
  });
  expect(shown(entries)).toEqual([
    ["contact", "2031-02-20"],
    ["event", "2031-03-01"],
    ["position", "2031-03-09"],
    ["forecast", "2031-03-13"],
    ["position", undefined],
  ]);
});

test("the event that tells a contact is not shown beside it", () => {
  const event = happening({ type: "CONSULT", by: [velmara], to: [torvask], day: "2031-03-01" });
  const row = meeting({ who: [velmara, torvask], on: "2031-03-01" });
  const contact = { ...row, contact: { ...row.contact, event: event.event.id as EventId } };
  expect(shown(timeline({ events: [event], contacts: [contact] }))).toEqual([["contact", "2031-03-01"]]);
});

test("a window leaves out what is of other days or of none, an issue what is no position on it", () => {
  const rows = {
    positions: [stand({ day: "2031-03-09" }), stand({ day: "2031-03-09", issue: "ceasefire" }), stand({ day: null })],
    contacts: [meeting({ who: [velmara, torvask], on: "2031-02-20" })],
  };
  expect(timeline(rows, { window: { from: "2031-03-01" } })).toHaveLength(2);
  expect(timeline(rows, { window: { to: "2031-03-01" } })).toHaveLength(1);
  expect(timeline(rows, { issue: "ceasefire" })).toHaveLength(1);
});

test("the order of the rows changes nothing, and all of them are there once", () => {
  fc.assert(
    fc.property(
      anyPositions.chain((rows) => fc.tuple(fc.constant(rows), shuffled(rows))),
      ([rows, others]) => {
        const entries = timeline({ positions: rows });
        expect(timeline({ positions: others })).toEqual(entries);
        expect(new Set(entries.map(({ row }) => row))).toEqual(new Set(rows));
      },
    ),
  );
});
