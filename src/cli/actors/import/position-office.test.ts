import { expect, test } from "vitest";
import { parseOfficeLexicon } from "../../../coding/actor/office-lexicon.ts";
import { readCodebookFile } from "../../codebook.ts";
import { officeOf } from "./position-office.ts";

const lexicon = parseOfficeLexicon(readCodebookFile("actors/offices.yaml"));
const countries = new Map([
  ["ostria", "OST"],
  ["karsk", "KRS"],
  ["united provinces", "UPR"],
]);
const of = (label: string) => officeOf(label, lexicon, (name) => countries.get(name.toLowerCase()) ?? null);

test.each([
  { label: "President of Ostria", want: "president OST" },
  { label: "president", want: "president" },
  { label: "acting President of the United Provinces", want: "president UPR, acting President" },
  { label: "Federal Chancellor of Ostria", want: "chancellor OST, Federal Chancellor" },
  { label: "Vice President of Ostria", want: "vice president OST" },
  { label: "Prime Minister (Karsk)", want: "prime minister KRS" },
  { label: "King of Ostria", want: "monarch OST, King" },
  { label: "Minister of Foreign Affairs of Ostria", want: "foreign minister OST, Minister of Foreign Affairs" },
  {
    label: "Minister for Foreign Affairs and Trade of Ostria",
    want: "foreign minister OST, Minister for Foreign Affairs and Trade",
  },
  { label: "United Provinces Secretary of State", want: "foreign minister UPR, Secretary of State" },
  { label: "Minister of Defence", want: "defence minister, Minister of Defence" },
  { label: "ambassador of Ostria to Karsk", want: "ambassador, ambassador of Ostria to Karsk" },
  { label: "Mayor of Sund", want: "mayor, Mayor of Sund" },
  { label: "member of the Karsk Assembly", want: "legislator" },
  { label: "United Provinces Senator", want: "legislator UPR" },
  {
    label: "Secretary-General of the Lake Council",
    want: "secretary-general, Secretary-General of the Lake Council, of Lake Council",
  },
])("“$label” is $want", ({ label, want }) => {
  const found = of(label);
  const parts = [found?.title ?? null, found?.body ? `of ${found.body}` : null].filter((part) => part !== null);
  expect([`${found?.office}${found?.country ? ` ${found.country}` : ""}`, ...parts].join(", ")).toBe(want);
});

test.each([
  "President of the Senate of Ostria", // of a chamber
  "President of the Chess Club of Ostria",
  "President of Lake University",
  "Deputy Minister of Foreign Affairs of Ostria",
  "Shadow Minister of Foreign Affairs",
  "Minister of Fisheries of Ostria", // the actor base has no such office
  "member of the Lake Academy",
  "professor",
  "director of the Ostrian Museum",
  "Prince of Sund",
])("“%s” is no office that the actor base knows", (label) => {
  expect(of(label)).toBeNull();
});
