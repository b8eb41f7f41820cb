import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Likelihood } from "../coding/forecast/forecast.ts";
import type { ForecastRow, NamedActor, Resolution } from "../ledger/ledger.ts";
import type { ActorKey, ForecastId } from "../text/span.ts";
import { forecastState, joinForecasts } from "./forecasts.ts";
import { actor, documentRow, wholeOf } from "./testing/rows.ts";

const today = "2031-03-20";
const official = (key: string): NamedActor =>
  actor("defence official", { key: `anonymous:${key}` as ActorKey, type: "anonymous" });

interface Parts {
  readonly content?: string;
  readonly holder?: NamedActor | null;
  readonly likelihood?: Likelihood;
  /** Days; the first may be open. */
  readonly horizon?: readonly [from: string | null, to: string | null];
  readonly document?: string;
  readonly day?: string | null;
  readonly outcome?: Resolution["outcome"];
  readonly note?: string;
}

function forecast(parts: Parts = {}): ForecastRow {
  const { content = "The bridges at Merrin will fall", holder = actor("Terrell"), likelihood = "will" } = parts;
  const { horizon, document = "one", day = "2031-03-01", outcome, note = null } = parts;
  const id = JSON.stringify([document, content, holder?.key ?? null]) as ForecastId;
  return {
    forecast: {
      id,
      holder: holder?.id ?? null,
      statement: null,
      likelihood,
      content: [wholeOf(content)],
      horizon: horizon === undefined ? null : { from: horizon[0], to: horizon[1], span: wholeOf(content) },
      evidence: [wholeOf(content)],
    },
    document: documentRow(document, day),
    holder,
    resolution: outcome === undefined ? null : { forecast: id, outcome, note },
    words: { content, evidence: content, horizon: null },
  };
}

describe("what is one forecast", () => {
  test.each<{ about: string; one: Parts; other: Parts }>([
    { about: "the same words", one: {}, other: {} },
    {
      about: "a form of one word, words of grammar left out",
      one: { content: "The bridges at Merrin will have fallen by June" },
      other: { content: "that bridges at Merrin will have fallen by this June" },
    },
    {
      about: "an unnamed source, who has a key in each document",
      one: { holder: official("a") },
      other: { holder: official("b") },
    },
    { about: "the article’s own", one: { holder: null }, other: { holder: null } },
    { about: "words of grammar alone", one: { content: "That will be" }, other: { content: "that will be" } },
    { about: "surer the second time", one: { likelihood: "may" }, other: { likelihood: "will" } },
    {
      about: "horizons that meet",
      one: { horizon: ["2031-03-01", "2031-03-20"] },
      other: { horizon: ["2031-03-02", "2031-03-21"] },
    },
  ])("$about", ({ one, other }) => {
    const rows = [forecast(one), forecast({ ...other, document: "two", day: "2031-03-02" })];
    const [found, ...more] = joinForecasts(rows, today);
    expect(more).toEqual([]);
    expect(found?.rows).toEqual(rows);
    expect(found?.origins).toEqual({ atLeast: 1, atMost: 2 });
  });

  test.each<{ about: string; other: Parts }>([
    { about: "of another holder", other: { holder: actor("Pell") } },
    { about: "of the article", other: { holder: null } },
    { about: "of other words", other: { content: "The talks at Ostwick will fail" } },
    { about: "of another figure", other: { content: "The 3 bridges at Merrin will fall" } },
    { about: "that it will not come", other: { likelihood: "not" } },
    { about: "of another time", other: { horizon: ["2031-04-01", "2031-04-30"] } },
  ])("not one $about", ({ other }) => {
    const rows = [
      forecast({ horizon: ["2031-03-01", "2031-03-10"] }),
      forecast({ horizon: ["2031-03-01", "2031-03-10"], ...other, document: "two" }),
    ];
    expect(joinForecasts(rows, today)).toHaveLength(2);
  });
});

describe("where it stands", () => {
  test.each([
    { horizon: ["2031-03-01", "2031-03-19"], state: "due" },
    { horizon: ["2031-03-01", "2031-03-20"], state: "open" },
    { horizon: ["2031-03-01", null], state: "open" },
    { horizon: undefined, state: "open" },
  ] as const)("$horizon: $state", ({ horizon, state }) => {
    expect(joinForecasts([forecast(horizon === undefined ? {} : { horizon })], today)).toMatchObject([{ state }]);
  });

  test("resolved where a person found out, whichever record that was of, also before its time", () => {
    const rows = [
      forecast({ horizon: ["2031-03-01", "2031-04-01"] }),
      forecast({ document: "two", outcome: "partly", note: "one of two fell" }),
    ];
    expect(joinForecasts(rows, today)).toMatchObject([
      { state: "resolved", resolutions: [{ outcome: "partly", note: "one of two fell" }] },
    ]);
  });

  test("what people found is told once where they agree, and each where they do not", () => {
    const rows = (["true", "true", "false"] as const).map((outcome, at) => forecast({ document: `${at}`, outcome }));
    expect(joinForecasts(rows, today)[0]?.resolutions.map(({ outcome }) => outcome)).toEqual(["true", "false"]);
  });

  test("its horizon counts from the first day it was told, not from a copy’s", () => {
    const rows = [
      forecast({ document: "copy", day: "2031-03-03", horizon: ["2031-03-03", "2031-03-24"] }),
      forecast({ document: "undated", day: null }),
      forecast({ document: "first", day: "2031-02-27", horizon: ["2031-02-27", "2031-03-20"] }),
    ];
    const [found] = joinForecasts(rows, "2031-03-21");
    expect(found).toMatchObject({ state: "due", horizon: { from: "2031-02-27", to: "2031-03-20" } });
    expect(found?.rows.map(({ document }) => document.id)).toEqual(["first", "copy", "undated"]);
  });

  test("what is due comes first, then what is open by its end, then what is resolved", () => {
    const rows = [
      forecast({ content: "The dam holds", outcome: "true" }),
      forecast({ content: "Talks begin again" }),
      forecast({ content: "Buses roll", horizon: ["2031-03-01", "2031-04-10"] }),
      forecast({ content: "Winter wheat rots", horizon: ["2031-03-01", "2031-03-05"] }),
    ];
    expect(joinForecasts(rows, today).map(({ rows: [{ words }] }) => words.content)).toEqual([
      "Winter wheat rots",
      "Buses roll",
      "Talks begin again",
      "The dam holds",
    ]);
  });

  test("a day that is not over is not due", () => {
    expect(forecastState({ to: today }, [], today)).toBe("open");
  });
});

const anyRow = fc
  .record({
    words: fc.array(fc.constantFrom("bridge", "fall", "talk", "dam", "war", "ends", "3", "not"), {
      minLength: 1,
      maxLength: 6,
    }),
    holder: fc.constantFrom<NamedActor | null>(actor("Terrell"), actor("Pell"), official("a"), official("b"), null),
    likelihood: fc.constantFrom<Likelihood>("will", "may", "not"),
    day: fc.constantFrom("2031-03-01", "2031-03-05", null),
  })
  .map(({ words, ...parts }) => ({ content: words.join(" "), ...parts }));

test("every record is in one forecast, whatever their order, and candidates lose no pair", () => {
  fc.assert(
    fc.property(fc.array(anyRow, { maxLength: 14 }), fc.nat(), (parts, turn) => {
      const rows = parts.map((one, at) => forecast({ ...one, document: `${at}` }));
      const found = joinForecasts(rows, today);
      expect(
        found
          .flatMap((one) => one.rows)
          .map(({ document }) => document.id)
          .toSorted(),
      ).toEqual(rows.map(({ document }) => document.id).toSorted());
      const at = rows.length === 0 ? 0 : turn % rows.length;
      expect(joinForecasts([...rows.slice(at), ...rows.slice(0, at)].toReversed(), today)).toEqual(found);
      for (const one of rows) {
        for (const other of rows) {
          if (one === other || joinForecasts([one, other], today).length > 1) continue;
          expect(found.some((group) => group.rows.includes(one) && group.rows.includes(other))).toBe(true);
        }
      }
    }),
    { numRuns: 60 },
  );
});
