import fc from "fast-check";
import { expect, test } from "vitest";
import { findDateline } from "./dateline.ts";

test.each([
  {
    text: "KARSK, March 3 (Agency) – Talks opened.",
    cut: "KARSK, March 3 (Agency) –",
    agency: "Agency",
    date: "March 3",
  },
  { text: "RAVNA (MW) — Talks opened.", cut: "RAVNA (MW) —", agency: "MW", date: null },
  {
    text: "HEMPSTEAD, N.Y., Sept. 26 (UPI) — A candidate left.",
    cut: "HEMPSTEAD, N.Y., Sept. 26 (UPI) —",
    agency: "UPI",
    date: "Sept. 26",
  },
  { text: "New York (AFP) – An actress left.", cut: "New York (AFP) –", agency: "AFP", date: null },
  {
    text: "(ANSA) - Rome, January 24 - Italy asked.",
    cut: "(ANSA) - Rome, January 24 -",
    agency: "ANSA",
    date: "January 24",
  },
  { text: "(Reuters) - Talks opened.", cut: "(Reuters) -", agency: "Reuters", date: null },
  { text: "MOSCOW, June 30. /TASS/. Talks opened.", cut: "MOSCOW, June 30. /TASS/.", agency: "TASS", date: "June 30" },
  {
    text: "MOSCOW. March 3 (Interfax) - Talks opened.",
    cut: "MOSCOW. March 3 (Interfax) -",
    agency: "Interfax",
    date: "March 3",
  },
  {
    text: "KIEV, March 3 (Xinhua) -- Talks opened.",
    cut: "KIEV, March 3 (Xinhua) --",
    agency: "Xinhua",
    date: "March 3",
  },
  {
    text: "RAVNA, 3 March 2022 (Meridian News Agency): Talks opened.",
    cut: "RAVNA, 3 March 2022 (Meridian News Agency):",
    agency: "Meridian News Agency",
    date: "3 March 2022",
  },
  { text: "DONETSK, Ukraine — Strains emerged.", cut: "DONETSK, Ukraine —", agency: null, date: null },
  { text: "MIDWAY ATOLL - Seventy-four years ago", cut: "MIDWAY ATOLL -", agency: null, date: null },
  { text: "WASHINGTON ― An obsession is an insult.", cut: "WASHINGTON ―", agency: null, date: null },
  { text: "KARSK, March 3 - Talks opened.", cut: "KARSK, March 3 -", agency: null, date: "March 3" },
])("$text", ({ text, cut, agency, date }) => {
  const found = findDateline(text);
  expect({ ...found, length: text.slice(0, found?.length) }).toEqual({ length: cut, agency, date });
});

test.each([
  "UPDATE 1 - Talks opened in Ravna.",
  "BREAKING — Talks opened in Ravna.",
  "The EU (European Union) said talks opened.",
  "NATO-led forces left the town.",
  "Talks - the third round - opened in Ravna on March 3.",
  "The minister (Karsk) - who was ill - left.",
  "PENCE: And that is why we are here.",
  "US officials are urging Ravna to signal openness.",
  "On March 3 (Agency) talks opened.",
  "I - we - left.",
  "",
])("%s has none", (text) => {
  expect(findDateline(text)).toBeNull();
});

test("no text makes it throw, and a dateline leaves something of the text", () => {
  const piece = fc.constantFrom("KARSK", ", ", "March 3", " (", "Agency", ") ", "– ", "- ", "/", "Ravna", " ", "x");
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const text = pieces.join("");
      const found = findDateline(text);
      if (found) expect(text.slice(found.length).trim()).not.toBe("");
    }),
  );
});
