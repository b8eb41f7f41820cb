import { beforeAll, expect, test } from "vitest";
import { noFurtherActors } from "../src/cli/codebook.ts";
import { readInputs } from "../src/cli/input/input.ts";
import { defaultLimits } from "../src/cli/input/limits.ts";
import { createPipeline } from "../src/cli/reading/pipeline.ts";
import type { Hints } from "../src/document/document.ts";
import { type ReadForecast, type ReadObject, toReadObject } from "../src/publish/read-object.ts";
import { describeWithShared, sharedPath } from "../src/testing/shared.ts";

// The forecasts of the first of the two articles Parley was conceived from, with and without its date.

describeWithShared("the first seed's forecasts", () => {
  let [undated, dated]: (ReadObject | undefined)[] = [];
  beforeAll(async () => {
    const pipeline = await createPipeline({
      reader: "trained",
      actors: noFurtherActors,
      issues: null,
      fields: {},
      limits: defaultLimits,
    });
    const file = sharedPath("seeds", "000_36af8d9ab3091adb.txt");
    const read = async (hints?: Hints): Promise<ReadObject | undefined> => {
      for await (const item of readInputs([file], hints === undefined ? {} : { hints })) {
        const outcome = await pipeline(item);
        if (outcome.kind === "article") return toReadObject(outcome.article);
      }
      return undefined;
    };
    undated = await read();
    dated = await read({ from: "user", publishedAt: "2022-11-07" });
  }, 120_000);

  const words = (object: ReadObject | undefined, spans: ReadForecast["content"]): string =>
    spans.map(([start, end]) => object?.document.text.slice(start, end)).join(" … ");
  const aboutKherson = (object: ReadObject | undefined): ReadForecast | undefined =>
    object?.forecasts.find(({ content }) => words(object, content).includes("Kherson"));

  test("the outcome at Kherson could become clear, says the defense official", () => {
    const forecast = aboutKherson(dated);
    expect(forecast?.likelihood).toBe("may");
    expect(forecast && words(dated, forecast.content)).toBe(
      "The outcome of the fighting around Kherson in southern Ukraine could become clear in the next two to three weeks",
    );
    expect(dated?.actors.find(({ id }) => id === forecast?.holder)).toMatchObject({ type: "anonymous" });
    expect(dated?.actors.find(({ id }) => id === forecast?.holder)?.name).toMatch(/defense official/);
    expect(forecast && words(dated, forecast.evidence)).toMatch(/the official added/);
  });

  test("within three weeks of the article’s day; without that, by nobody knows when", () => {
    expect(aboutKherson(dated)?.horizon).toMatchObject({ from: "2022-11-07", to: "2022-11-28" });
    const horizon = aboutKherson(undated)?.horizon;
    expect(horizon).toMatchObject({ from: null, to: null });
    expect(horizon && words(undated, [horizon.span])).toBe("the next two to three weeks");
  });

  test("a forecast is no intention: what the officials have done or will not do is none", () => {
    const all = (dated?.forecasts ?? []).map(({ content }) => words(dated, content)).join("\n");
    expect(all).toMatch(/static/);
    expect(all).not.toMatch(/formula|decree|ruled out/);
  });
});
