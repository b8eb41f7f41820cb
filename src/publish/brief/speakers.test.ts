import { describe, expect, test } from "vitest";
import type { Article } from "../../coding/article.ts";
import { makeReport } from "../../ledger/testing/report.ts";
import { articleOf, onDay } from "../testing/articles.ts";
import { dispatches } from "../testing/dispatches.ts";
import { memoryLedger } from "../testing/memory-ledger.ts";
import { gatherBrief } from "./gather.ts";
import { linesOf, speakersOf } from "./speakers.ts";

const voiceIn = async (text: string, source: string, sourcing: "on-record" | "anonymous" = "on-record") => {
  const article = articleOf({ id: "v", text, said: [{ source, cue: "said", content: "it was over", sourcing }] });
  return linesOf(await gatherBrief(memoryLedger([article])))[0]?.voice;
};

test.each([
  { text: "On Monday Verel said it was over.", source: "Verel", want: "named" },
  { text: "Ilse Brandt said it was over.", source: "Ilse Brandt", want: "named" },
  { text: "foreign minister Brandt said it was over.", source: "foreign minister Brandt", want: "named" },
  { text: "Brandt, the minister, said it was over. They met Brandt.", source: "Brandt, the minister,", want: "named" },
  {
    text: "The foreign minister, Ilse Brandt, said it was over.",
    source: "The foreign minister, Ilse Brandt,",
    want: "named",
  },
  { text: "“We know,” Verel said it was over.", source: "Verel", want: "named" }, // after a quotation, not a sentence
  { text: "Verel said it was over. Reporters had asked Verel.", source: "Verel", want: "named" },
  { text: "Ministry of Grain said it was over at the Ministry.", source: "Ministry of Grain", want: "named" },
  { text: "Officials said it was over.", source: "Officials", want: "described" },
  { text: "Officials said it was over, as other officials had.", source: "Officials", want: "described" },
  { text: "He said it was over.", source: "He", want: "described" },
  { text: "The minister said it was over.", source: "The minister", want: "described" },
  { text: "The Ostrian minister said it was over.", source: "The Ostrian minister", want: "described" },
  { text: "A diplomat from Sund said it was over.", source: "A diplomat from Sund", want: "described" },
])("in “$text” the source is $want", async ({ text, source, want }) => {
  expect(await voiceIn(text, source)).toBe(want);
});

test("an anonymous source stays so, whatever capitals it has", async () => {
  expect(await voiceIn("A Western Official said it was over.", "A Western Official", "anonymous")).toBe("anonymous");
});

const groups = async () => speakersOf(linesOf(await gatherBrief(memoryLedger(dispatches))));

test("a name is one speaker in all articles", async () => {
  const brandt = (await groups()).filter(({ name }) => name === "Brandt");
  expect(brandt.map(({ lines, within }) => [lines.length, within])).toEqual([[2, null]]);
});

test("the same anonymous wording in three articles is three speakers", async () => {
  const diplomats = (await groups()).filter(({ name }) => name.toLowerCase() === "a western diplomat");
  expect(diplomats.map(({ voice, lines, within }) => [voice, lines.length, within?.article.document.id])).toEqual([
    ["anonymous", 1, "c1"],
    ["anonymous", 1, "m1"],
    ["anonymous", 1, "u1"],
  ]);
});

test("“he” in two articles is two speakers", async () => {
  const he = (id: string) =>
    articleOf({ id, text: "He said no.", said: [{ source: "He", cue: "said", content: "no" }] });
  const speakers = speakersOf(linesOf(await gatherBrief(memoryLedger([he("a"), he("b")]))));
  expect(speakers.map(({ lines }) => lines.length)).toEqual([1, 1]);
});

describe("where the source refers to an actor", () => {
  const said = (id: string, source: string, actor: { key: string; name: string; type?: "person" | "anonymous" }) => {
    const text = `${source} said no.`;
    return makeReport({
      key: id,
      text,
      actors: [{ id: "a1", ...actor, words: [source] }],
      said: [{ source, content: "no", actor: "a1" }],
    });
  };
  const speakers = async (...articles: readonly Article[]) =>
    speakersOf(linesOf(await gatherBrief(memoryLedger(articles)))).map(({ name, voice, lines }) => [
      name,
      voice,
      lines.length,
    ]);
  const brandt = { key: "person:KRS:ilse brandt", name: "Ilse Brandt" };

  test("it is one speaker under its name, whatever the words", async () => {
    expect(
      await speakers(said("a", "Brandt", brandt), said("b", "She", brandt), said("c", "The minister", brandt)),
    ).toEqual([["Ilse Brandt", "named", 3]]);
  });

  test("one who has no name is told apart within its article alone", async () => {
    const minister = (id: string) => ({ key: `document:${id}:0`, name: "The minister" });
    expect(await speakers(said("a", "The minister", minister("a")), said("b", "The minister", minister("b")))).toEqual([
      ["The minister", "described", 1],
      ["The minister", "described", 1],
    ]);
  });

  test("one who is kept from being named stays so", async () => {
    const source = { key: "document:a:0", name: "A Western Official", type: "anonymous" } as const;
    expect(await speakers(said("a", "A Western Official", source))).toEqual([["A Western Official", "anonymous", 1]]);
  });
});

test("every line belongs to exactly one speaker", async () => {
  const lines = linesOf(await gatherBrief(memoryLedger(dispatches)));
  const grouped = speakersOf(lines).flatMap((speaker) => speaker.lines);
  expect(new Set(grouped)).toEqual(new Set(lines));
  expect(grouped.length).toBe(lines.length);
});

test("words that stand in several articles say in how many others, marks and case aside", async () => {
  const article = (id: string, content: string) =>
    articleOf({ id, text: `Verel: ${content}`, published: onDay("2031-03-01"), said: [{ source: "Verel", content }] });
  const data = await gatherBrief(
    memoryLedger([
      article("a", "“We will not sign under fire, never, ever again.”"),
      article("b", "we will not sign under fire never ever again"),
      article("c", "No."),
      article("d", "No."), // too short to tell of a reprint
    ]),
  );
  expect(linesOf(data).map(({ alsoIn }) => alsoIn)).toEqual([1, 1, 0, 0]);
});
