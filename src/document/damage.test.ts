import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import fc from "fast-check";
import { expect, test } from "vitest";
import { describeWithShared, sharedPath } from "../testing/shared.ts";
import { charSpan } from "../text/span.ts";
import { findDamage } from "./damage.ts";
import type { Damage } from "./document.ts";

const damageOf = (text: string): readonly Damage[] => findDamage(text, text ? [charSpan(0, text.length)] : []);

test.each<{ case: string; text: string; want: readonly Damage[] }>([
  { case: "all marks there", text: "“We don’t accept this,” Minister Ilva Torm said.", want: [] },
  {
    case: "all marks lost",
    text: "We dont accept this, Minister Ilva Torm said.",
    want: ["quotes-stripped", "apostrophes-stripped"],
  },
  { case: "a possessive lost", text: "Karsk denied it. Karsks envoy left Vell.", want: ["apostrophes-stripped"] },
  { case: "a singular in -y", text: "The countrys envoys left Vell.", want: ["apostrophes-stripped"] },
  { case: "it is", text: "Its not over, the envoy said.", want: ["apostrophes-stripped"] },
  { case: "a possessive pronoun", text: "Karsk lost its way. Its fleet, its army and its envoys left.", want: [] },
  {
    case: "plurals of names",
    text: "A Karskian spoke. Karskians gathered. The Alliance met other Alliances.",
    want: [],
  },
  { case: "a plural inside a name", text: "The Election Commission met. The Elections system failed.", want: [] },
  {
    case: "words that only look broken",
    text: "Were all well in Vell? The shell fell ill, and wed to its id, he said.",
    want: [],
  },
  { case: "abbreviations", text: "The IM service and the HES fund paid Karsk.", want: [] },
  { case: "no need of marks", text: "Talks resumed in Vell on Monday. Both delegations met for two hours.", want: [] },
  { case: "single marks", text: "'We accept,' said Ilva Torm. 'I have nothing to add,' the envoy said.", want: [] },
  { case: "guillemets", text: "«We accept», said Ilva Torm. «I have nothing to add», the envoy said.", want: [] },
  {
    case: "encoded marks",
    text: "&quot;We accept,&quot; said Torm. &quot;I don&#39;t,&quot; we said. I added more.",
    want: [],
  },
  {
    case: "a column in the first person",
    text: "I went to Karsk's capital. I saw our ships. We ate. I said so to my wife. I slept. We left. I wept. We sang.",
    want: [],
  },
  {
    case: "quotation marks alone lost",
    text: `We accept, Torm's envoy said. I have nothing to add, she said. We will go on, said the minister.
      Our door is open, the envoy added. We ask for an answer, he said.`,
    want: ["quotes-stripped"],
  },
  { case: "nothing", text: "", want: [] },
])("$case: $want", ({ text, want }) => {
  expect(damageOf(text)).toEqual(want);
});

test("only the body is looked at", () => {
  const text = "Dont miss our newsletter\nTalks resumed in Vell on Monday.";
  expect(findDamage(text, [charSpan(25, text.length)])).toEqual([]);
});

test("a text with both kinds of marks is never damaged", () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (before, after) => {
      expect(damageOf(`${before} “Karsk’s” ${after}`)).toEqual([]);
    }),
  );
});

describeWithShared("PolNeAR's development texts", () => {
  const texts = readFileSync(sharedPath("data", "polnear", "dev.jsonl"), "utf8")
    .trim()
    .split("\n")
    .map((line): string => JSON.parse(line).text);
  const strip = async (text: string): Promise<string> => {
    const degrade: { stripMarks(from: string): { text: string } } = await import(
      pathToFileURL(sharedPath("eval", "degrade.mjs")).href
    );
    return degrade.stripMarks(text).text;
  };

  test("fewer than 1 in 100 is called damaged as published", () => {
    expect(texts.filter((text) => damageOf(text).length > 0).length / texts.length).toBeLessThan(0.01);
  });

  test("at least 95 in 100 are once their marks are taken out", async () => {
    const stripped = await Promise.all(texts.map(strip));
    expect(stripped.filter((text) => damageOf(text).length > 0).length / texts.length).toBeGreaterThanOrEqual(0.95);
  });
});
