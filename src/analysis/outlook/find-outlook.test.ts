import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { eventTypes } from "../../coding/event/event.ts";
import type { EventRow, PositionRow } from "../../ledger/ledger.ts";
import { anyDay, anyPositions, shuffled } from "../testing/arbitraries.ts";
import { happening, nerevia, partyOf, stand, torvask, velmara } from "../testing/rows.ts";
import { findOutlook } from "./find-outlook.ts";
import type { Outlook, OutlookInput } from "./outlook.ts";
import { parseOutlookWeights } from "./outlook-weights.ts";

const yaml: unknown = parse(readFileSync(new URL("../../../codebook/outlook.yaml", import.meta.url), "utf8"));
const weights = parseOutlookWeights(yaml);
const pair = [velmara.key, torvask.key] as const;

const outlook = (
  rows: { readonly positions?: readonly PositionRow[]; readonly events?: readonly EventRow[] },
  over: Partial<OutlookInput> = {},
): Outlook | null => findOutlook({ positions: [], events: [], ...rows, pair, step: "week", weights, partyOf, ...over });

test("every week from the first signal to the last has a point, each with its records", () => {
  const positions = [
    stand({ day: "2031-03-03", stance: "opposes", counterpart: torvask }),
    stand({ of: torvask, day: "2031-03-20", counterpart: velmara }),
  ];
  const found = outlook({ positions });
  expect(found?.pair.map(({ name }) => name)).toEqual(["Velmara", "Torvask"]);
  expect(found?.points.map(({ period, index, signals }) => [period.from, period.to, index, signals.length])).toEqual([
    ["2031-03-03", "2031-03-09", -1, 1],
    ["2031-03-10", "2031-03-16", null, 0],
    ["2031-03-17", "2031-03-23", 1, 1],
  ]);
});

test("the band narrows with independent origins, and holds the index", () => {
  const positions = ["a", "b", "c"].map((document) =>
    stand({ day: "2031-03-03", counterpart: torvask, document, words: document }),
  );
  const bandOf = (atLeast: number) =>
    outlook({ positions }, { originsBehind: () => ({ atLeast, atMost: 3 }) })?.points[0]?.band ?? { low: 0, high: 0 };
  const [one, three] = [bandOf(1), bandOf(3)];
  expect(one.high).toBe(1);
  expect(three.high).toBe(1);
  expect(three.low).toBeGreaterThan(one.low);
});

test("deeds count by their type, half where they are only planned, and not at all where they are denied", () => {
  const event = (status: EventRow["event"]["status"], type: EventRow["event"]["type"]): EventRow =>
    happening({ type, by: [velmara], to: [torvask], day: "2031-03-03", status });
  const weightOf = (row: EventRow): number | undefined => outlook({ events: [row] })?.points[0]?.signals[0]?.weight;
  expect(weightOf(event("happened", "ASSAULT"))).toBe(-0.9);
  expect(weightOf(event("planned", "AID"))).toBe(0.35);
  expect(weightOf(event("denied", "ASSAULT"))).toBeUndefined();
  expect(weightOf(event("happened", "PROTEST"))).toBeUndefined();
});

test("two who act together signal to each other, a third party's deeds are of another pair", () => {
  const together = happening({ type: "AGREE", by: [velmara, torvask], to: [], day: "2031-03-03" });
  const others = happening({ type: "AGREE", by: [velmara], to: [nerevia], day: "2031-03-03" });
  expect(outlook({ events: [together] })?.points[0]?.signals).toHaveLength(1);
  expect(outlook({ events: [others] })).toBeNull();
});

test("who names no counterpart speaks towards the one it names most elsewhere", () => {
  const unnamed = stand({ day: "2031-03-03" });
  const named = stand({ day: "2031-03-04", issue: "ceasefire", counterpart: torvask });
  expect(outlook({ positions: [unnamed] })).toBeNull();
  expect(outlook({ positions: [unnamed, named] })?.points[0]?.signals).toHaveLength(2);
});

test("what an adversary says of a party is no signal of it", () => {
  const claimed = stand({ of: torvask, day: "2031-03-03", stance: "opposes", counterpart: velmara, toldBy: velmara });
  expect(outlook({ positions: [claimed] })).toBeNull();
});

test("the order of the rows changes nothing, no signal is lost or counted twice, and the index is in its band", () => {
  const anyEvents = fc.uniqueArray(
    fc
      .record({ type: fc.constantFrom(...eventTypes), day: anyDay, by: fc.constantFrom(velmara, torvask, nerevia) })
      .map(({ type, day, by }) => happening({ type, day, by: [by], to: [torvask] })),
    { selector: ({ event }) => event.id },
  );
  const rows = fc.record({ positions: anyPositions, events: anyEvents });
  const both = rows.chain((one) =>
    fc.tuple(fc.constant(one), fc.record({ positions: shuffled(one.positions), events: shuffled(one.events) })),
  );
  fc.assert(
    fc.property(both, fc.constantFrom("day", "week", "month" as const), ([one, other], step) => {
      const found = outlook(one, { step });
      expect(outlook(other, { step })).toEqual(found);
      const signals = (found?.points ?? []).flatMap((point) => point.signals);
      const given = new Set<unknown>([...one.positions, ...one.events]);
      expect(new Set(signals.map(({ row }) => row)).size).toBe(signals.length);
      for (const { row } of signals) expect(given.has(row)).toBe(true);
      for (const { index, band } of found?.points ?? []) {
        if (index === null || band === null) continue;
        expect(index).toBeGreaterThanOrEqual(band.low - 1e-9);
        expect(index).toBeLessThanOrEqual(band.high + 1e-9);
      }
    }),
  );
});

test.each([
  [
    { events: { FIGHT: -1 }, issues: {}, conditional: 0.5, planned: 0.5 },
    "events: found string FIGHT, accepted: AGREE",
  ],
  [
    { events: {}, issues: { talks: 4 }, conditional: 0.5, planned: 0.5 },
    "issues.talks: found 4, accepted: a number from -1 to 1",
  ],
  [{ events: {}, issues: {}, conditional: 0.5 }, "planned: found undefined"],
])("weights at fault are refused with their place", (file, message) => {
  expect(() => parseOutlookWeights(file)).toThrow(message);
});
