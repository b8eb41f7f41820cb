import { parseHTML } from "linkedom";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { openMemoryDatabase } from "../../ledger/pglite.ts";
import { ledgerOver } from "../../ledger/repository.ts";
import { prepareSchema } from "../../ledger/schema.ts";
import { makeReport } from "../../ledger/testing/report.ts";
import { renderBriefHtml } from "../../publish/brief/html.ts";
import { renderBriefMarkdown } from "../../publish/brief/markdown.ts";
import { madeTerminal, run } from "../testing/run.ts";
import { gathered } from "./brief.ts";
import { resolveForecast } from "./forecasts.ts";
import { listForecasts, listPositions } from "./list.ts";
import { listOrigins, listShifts } from "./list-analysis.ts";
import { timelineOf } from "./timeline.ts";

const database = await openMemoryDatabase();
vi.mock("../../ledger/open.ts", () => ({
  openLedger: async () => ({ ...ledgerOver(database), close: async () => {} }),
}));
afterAll(() => database.close());

const ostria = {
  id: "a1",
  key: "country:OST",
  name: "Ostria",
  type: "government",
  country: "OST",
  sector: "GOV",
  words: ["Ostria"],
} as const;
const karsk = {
  id: "a2",
  key: "country:KRS",
  name: "Karsk",
  type: "government",
  country: "KRS",
  sector: "GOV",
  words: ["Karsk"],
} as const;
const refusal = makeReport({
  key: "refusal",
  published: "2031-03-01",
  title: "No talks",
  text: "Ostria will not talk with Karsk. The bridges will fall within a week.",
  actors: [ostria, karsk],
  stands: [
    { actor: "a1", issue: "talks", counterpart: "a2", stance: "opposes", evidence: "Ostria will not talk with Karsk" },
  ],
  foretold: [
    {
      holder: null,
      content: "The bridges will fall within a week",
      horizon: ["within a week", "2031-03-01", "2031-03-08"],
    },
  ],
});
const readiness = makeReport({
  key: "readiness",
  published: "2031-03-20",
  outlet: "Lodva Herald",
  title: "Talks, on terms",
  text: "Ostria is ready to talk with Karsk if the guns fall quiet. The two met in Sund.",
  actors: [ostria, karsk],
  stands: [
    {
      actor: "a1",
      issue: "talks",
      counterpart: "a2",
      stance: "conditional",
      modality: "ready",
      conditions: ["if the guns fall quiet"],
      evidence: "Ostria is ready to talk with Karsk if the guns fall quiet",
    },
  ],
  met: [{ evidence: "The two met in Sund", who: ["a1", "a2"], place: "Sund" }],
});

beforeAll(async () => {
  await prepareSchema(database);
  const provenance = { by: "vera@karsk", at: "2031-05-06T07:08:09.123Z", program: "parley 0.0.0" };
  await ledgerOver(database).add([refusal, readiness], provenance);
});

const lines = (text: string): readonly unknown[] =>
  text
    .trimEnd()
    .split("\n")
    .map((line): unknown => JSON.parse(line));

describe("lists", () => {
  test("of positions say how each stands, on which terms, in which words", async () => {
    const { stdout } = await run((terminal) => listPositions({}, terminal));
    expect(stdout).toContain("− opposes");
    expect(stdout).toContain("± on");
    expect(stdout).toContain("talks (Karsk)");
    const { stdout: json } = await run((terminal) => listPositions({ stance: "conditional", json: true }, terminal));
    expect(lines(json)).toMatchObject([
      { issue: "talks", words: { conditions: ["if the guns fall quiet"] }, who: { actor: { name: "Ostria" } } },
    ]);
    const { stdout: csv } = await run((terminal) => listPositions({ since: "2031-03-02", csv: true }, terminal));
    expect(csv.split("\n")).toHaveLength(3);
  });

  test("of shifts have both sides’ words, in their days", async () => {
    const { stdout } = await run((terminal) => listShifts({ json: true }, terminal));
    expect(lines(stdout)).toMatchObject([
      {
        party: { name: "Ostria" },
        issue: "talks",
        size: 1,
        between: { after: "2031-03-01", by: "2031-03-20" },
        from: { stance: "opposes", evidence: { words: { evidence: "Ostria will not talk with Karsk" } } },
        to: { stance: "conditional" },
      },
    ]);
    const none = await run((terminal) => listShifts({ since: "2031-03-21" }, terminal));
    expect([none.stdout, none.code]).toEqual(["", 0]);
    expect(none.stderr).toContain("No shift");
    const byKey = await run((terminal) => listShifts({ actor: "country:OST", json: true }, terminal));
    expect(lines(byKey.stdout)).toHaveLength(1);
    for (const asked of [{ issue: "ceasefire" }, { actor: "karsk" }, { until: "2031-03-02" }]) {
      expect((await run((terminal) => listShifts({ ...asked, json: true }, terminal))).stdout).toBe("");
    }
    const { stdout: table } = await run((terminal) => listShifts({ actor: "óstr" }, terminal));
    expect(table).toContain("▲ 1");
  });

  test("of origins have every article once", async () => {
    const { stdout } = await run((terminal) => listOrigins({ csv: true }, terminal));
    expect(stdout.trimEnd().split("\n")).toHaveLength(3);
    const { stdout: first } = await run((terminal) => listOrigins({ csv: true, limit: 1 }, terminal));
    expect(first.trimEnd().split("\n")).toHaveLength(2);
  });

  test.each([
    { asked: { since: "2031-03-02" }, want: ["Talks, on terms"] },
    { asked: { until: "2031-03-02" }, want: ["No talks"] },
    { asked: { outlet: "herald" }, want: ["Talks, on terms"] },
    { asked: { actor: "ostria" }, want: ["No talks", "Talks, on terms"] },
    { asked: { actor: "country:KRS", issue: "talks" }, want: ["No talks", "Talks, on terms"] },
    { asked: { actor: "velmara" }, want: [] },
    { asked: { issue: "ceasefire" }, want: [] },
  ])("of origins asked by $asked are $want", async ({ asked, want }) => {
    const { stdout } = await run((terminal) => listOrigins({ ...asked, json: true }, terminal));
    const titles = stdout === "" ? [] : lines(stdout).map((line) => (line as { readonly first: unknown }).first);
    expect(titles).toMatchObject(want.map((title) => ({ title })));
  });

  test("of forecasts tell what is due, and what a person found", async () => {
    const state = async (on: string) => {
      const { stdout } = await run((terminal) => listForecasts({ on, json: true }, terminal));
      return lines(stdout).map((line) => (line as { readonly state: string }).state);
    };
    expect([await state("2031-03-08"), await state("2031-03-09")]).toEqual([["open"], ["due"]]);
    const id = refusal.outcome.forecasts[0]?.id ?? "";
    const wrong = await run((terminal) => resolveForecast(id, "maybe", {}, terminal));
    expect(wrong.stderr).toContain('"maybe" is no outcome; there are true, false, partly, undecidable');
    const { stdout } = await run((terminal) =>
      resolveForecast(id.slice(0, 8), "false", { note: "they stand" }, terminal),
    );
    expect(stdout).toBe(`${id.slice(0, 8)}: did not come true\n`);
    const { stdout: csv } = await run((terminal) => listForecasts({ outcome: "false", csv: true }, terminal));
    expect(csv).toContain("they stand");
  });

  test("the timeline has every record on its day", async () => {
    const { stdout } = await run((terminal) => timelineOf({ json: true }, terminal));
    expect(lines(stdout)).toMatchObject([
      { record: "position", period: { from: "2031-03-01", to: "2031-03-01" } },
      { record: "forecast", period: { from: "2031-03-01", to: "2031-03-08" } },
      { record: "contact", period: { from: "2031-03-20" } },
      { record: "position" },
    ]);
    const { stdout: later } = await run((terminal) =>
      timelineOf({ since: "2031-03-10", issue: "talks", csv: true }, terminal),
    );
    expect(later.trimEnd().split("\n")).toHaveLength(2);
    const { stdout: table } = await run((terminal) => timelineOf({}, terminal));
    for (const line of table.split("\n")) expect(line.length).toBeLessThanOrEqual(80);
  });
});

describe("the brief", async () => {
  const brief = async (options: Parameters<typeof gathered>[1]) =>
    gathered(ledgerOver(database), options, madeTerminal().terminal);

  test("as Markdown tells what changed, where each side stands and what to watch", async () => {
    const { data, analysis } = await brief({ since: "2031-03-15" });
    const text = renderBriefMarkdown(data, analysis);
    expect(text).toContain("## What changed since 2031-03-15");
    expect(text).toContain("**Ostria on talks (Karsk): − opposes → ± on conditions**");
    expect(text).toContain("## Where each side stands");
    expect(text).toContain("## What to watch");
    const { data: same, analysis: later } = await brief({ since: "2031-03-21" });
    expect(renderBriefMarkdown(same, later)).toContain("No change of a stance is told.");
  });

  test("as a page opens every piece of evidence to its words in its article", async () => {
    const { data, analysis } = await brief({});
    const { document } = parseHTML(renderBriefHtml(data, analysis));
    const all = (selector: string) => [...document.querySelectorAll(selector)];
    const evidence = all("li.record[id^=e]");
    expect(evidence.length).toBeGreaterThanOrEqual(4);
    for (const line of evidence) {
      const target = line.querySelector(".go a")?.getAttribute("href")?.slice(1) ?? "";
      expect(document.getElementById(target)?.closest("details.article"), line.id).not.toBeNull();
      const number = line.id.split("-")[1];
      const article = all("details.article")[Number(/^e(\d+)/u.exec(line.id)?.[1])];
      const marked = [...(article?.querySelectorAll("[data-m]") ?? [])]
        .filter((node) => node.getAttribute("data-m")?.split(" ").includes(`${number}k`))
        .map((node) => node.textContent)
        .join("");
      expect(marked).toBe(line.querySelector(".words")?.textContent);
    }
    const ids = all("[id]").map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const link of all("a[href^='#']")) {
      expect(document.getElementById(link.getAttribute("href")?.slice(1) ?? ""), link.outerHTML).not.toBeNull();
    }
  });
});
