import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import fc from "fast-check";
import { expect, test } from "vitest";
import { describeWithShared, sharedPath } from "../testing/shared.ts";
import { splitSentences } from "../text/sentences.ts";
import { charSpan } from "../text/span.ts";
import { findOrder } from "./order.ts";

const orderOf = (text: string) => findOrder(text, text ? [charSpan(0, text.length)] : []);

const dispatch = [
  "VELL, March 3 (Agency) — Karsk's government said on Monday it would reopen talks with the Isles on fishing rights.",
  "Foreign Minister Ilva Torm told reporters in Vell that a delegation would travel to the Isles next week.",
  "“We have waited long enough. It is time to sit down again,” Torm said.",
  "She added that Karsk would not accept a deal that left its northern ports closed.",
  "A spokesman for the Isles, Gov. Oren Dask, welcomed the announcement.",
  "“We will listen. We will not be hurried,” Dask said.",
  "He declined to say whether the Isles would lift a ban on Karsk's trawlers.",
  "The ban, imposed in January, followed a collision between a trawler and a patrol ship.",
  "Two sailors from the patrol ship died in that collision.",
  "Their families have asked Sen. Maud Ferrin to open an inquiry.",
  "Ferrin, who chairs the defence committee, said she would decide in April.",
  "But she also warned that an inquiry could take a year.",
];
/** The same sentences as a scraper that lost their order gives them. */
const disordered = [11, 5, 2, 9, 6, 0, 10, 7, 3, 8, 1, 4].map((index) => dispatch[index] ?? "");

test.each([
  { case: "one paragraph", lay: (sentences: readonly string[]) => sentences.join(" ") },
  { case: "one sentence a line", lay: (sentences: readonly string[]) => sentences.join("\n") },
  { case: "one sentence a paragraph", lay: (sentences: readonly string[]) => sentences.join("\n\n") },
])("a dispatch laid out as $case is suspect out of order and not in order", ({ lay }) => {
  expect(orderOf(lay(dispatch))).toBe("original");
  expect(orderOf(lay(disordered))).toBe("suspect");
});

test("a title above the body belongs to the order, and saves no body out of order", () => {
  const under = (title: string, sentences: readonly string[]) =>
    findOrder(title + sentences.join("\n"), [charSpan(title.length, title.length + sentences.join("\n").length)]);
  const title = "Karsk and the Isles Return to Talks on Fishing Rights\n\n";
  expect(under(title, dispatch)).toBe("original");
  expect(under(title, disordered)).toBe("suspect");
});

test.each([
  { case: "nothing", text: "" },
  { case: "one sentence", text: "But he also added that it was late." },
  { case: "two sentences", text: "But he added that it was late. Minister Ilva Torm met Oren Dask in Vell on Monday." },
  { case: "three sentences", text: "Torm left. Minister Ilva Torm met Oren Dask. But she did not stay in Vell." },
  {
    case: "an interview",
    text: "Q: Will you meet?\nA: We will.\nQ: When?\nA: Next week, in Vell.\nQ: Who else will come?\nA: The Isles will.\nQ: Why now?\nA: Because the season opens.",
  },
  {
    case: "a list",
    text: "What was agreed:\n- Fishing rights until June\n- A joint patrol\n- A hotline between the ports\n- An inquiry into the collision\n- Talks on the northern ports",
  },
  {
    case: "no speech",
    text: "The ban was imposed in January. It followed a collision. Two sailors died in the collision. The ban covers all trawlers. It ends in June unless both governments renew it.",
  },
  {
    case: "a column in single marks",
    text: "I met Ilva Torm in Vell last week. 'You are late,' she said. 'I am,' I said. We sat down. She ordered tea and spoke of her years in the ports. 'They were hard years,' she said. I asked her about the talks. She laughed, and said that talks are always hard.",
  },
])("$case is original: too short or too plain to tell", ({ text }) => {
  expect(orderOf(text)).toBe("original");
});

test("any text has an order, whatever it is made of", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 400 }), (text) => {
      expect(["original", "suspect"]).toContain(orderOf(text));
    }),
  );
});

test("a text of 200,000 words takes no longer than its beginning", () => {
  const text = Array.from({ length: 1400 }, () => dispatch.join(" ")).join("\n");
  orderOf(dispatch.join(" "));
  const before = performance.now();
  orderOf(text);
  expect(performance.now() - before).toBeLessThan(2_000);
});

interface Degrade {
  stripMarks(text: string): { readonly text: string };
  shuffleSentences(text: string, seed: number): string;
}

describeWithShared("PolNeAR's development texts", () => {
  const texts = readFileSync(sharedPath("data", "polnear", "dev.jsonl"), "utf8")
    .trim()
    .split("\n")
    .map((line): string => JSON.parse(line).text);
  const degrade = async (): Promise<Degrade> => import(pathToFileURL(sharedPath("eval", "degrade.mjs")).href);
  const suspect = (of: readonly string[]): number =>
    of.filter((text) => orderOf(text) === "suspect").length / of.length;
  const inLines = (text: string): string =>
    splitSentences(text)
      .map(({ start, end }) => text.slice(start, end))
      .join("\n");

  test("fewer than 1 in 100 is suspect as published", () => {
    expect(suspect(texts)).toBeLessThan(0.01);
  });

  test("one sentence a line makes hardly any more suspect", () => {
    expect(suspect(texts.map(inLines))).toBeLessThan(0.02);
  });

  test("most are suspect once their sentences are shuffled", async () => {
    const { shuffleSentences } = await degrade();
    expect(
      suspect(texts.flatMap((text) => [1, 2, 3].map((seed) => shuffleSentences(text, seed)))),
    ).toBeGreaterThanOrEqual(0.95);
  });
});

describeWithShared("the two articles of the seeds", () => {
  const seed = (name: string): string => readFileSync(sharedPath("seeds", name), "utf8");

  test("the rewritten wire story keeps its order", () => {
    const text = seed("000_36af8d9ab3091adb.txt");
    const [start, end] = [text.indexOf("Senior US"), text.indexOf("#officials")];
    expect(findOrder(text, [charSpan(start, end)])).toBe("original");
  });

  test("the scraped record has lost its order", () => {
    const text = seed("002_0ec0a1f0684b4921.txt");
    expect(findOrder(text, [charSpan(text.indexOf("Asked about"), text.length)])).toBe("suspect");
  });
});
