import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { describeWithShared, sharedPath } from "../testing/shared.ts";
import { loadLanguageDetector, primarySubtag } from "./language.ts";

const detect = await loadLanguageDetector();

test.each([
  {
    want: "en",
    text: "Foreign Minister Miroslava Dvořáčková met Recep Şahinoğlu and Jean-Baptiste Lefèvre in Ravna on Tuesday.",
  },
  {
    want: "fr",
    text: "Les pourparlers ont repris mardi à Ravna, a déclaré le ministre des Affaires étrangères de Karsk.",
  },
  {
    want: "de",
    text: "Die Gespräche in Ravna wurden am Dienstag fortgesetzt, sagte der Außenminister von Karsk vor Journalisten.",
  },
  { want: "ru", text: "Переговоры возобновились во вторник, сообщил министр." },
  { want: "uk", text: "Переговори відновилися у вівторок, повідомив міністр." },
  { want: "zh", text: "外交部长星期二在首都举行了会谈，双方表示愿意继续对话，但没有达成协议。" },
  { want: null, text: "Talks open in Ravna" }, // too short
  { want: null, text: "Karsk" },
  { want: null, text: "" },
  { want: null, text: "20220312 4 7 11 2 3 5 8 13 21 34 55 89 144 233 377 610 987 1597 2584 4181 6765" },
])("$text is $want", ({ text, want }) => {
  expect(detect(text)).toBe(want);
});

test.each([
  { declared: "en", want: "en" },
  { declared: "en-GB", want: "en" },
  { declared: "PT_br", want: "pt" },
  { declared: "English", want: null },
  { declared: "", want: null },
  { declared: null, want: null },
])("$declared declares $want", ({ declared, want }) => {
  expect(primarySubtag(declared)).toBe(want);
});

describeWithShared("on real articles", () => {
  test("every English article is English, whatever names are in it", () => {
    const rows = readFileSync(sharedPath("data", "crisis-coded.jsonl"), "utf8").trim().split("\n");
    const texts = rows.map((row) => (JSON.parse(row) as { text: string }).text);
    expect(texts.filter((text) => detect(text) !== "en")).toEqual([]);
  });
});
