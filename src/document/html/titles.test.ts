import { expect, test } from "vitest";
import { sameTitle, withoutOutlet, withoutSiteName } from "./titles.ts";

test.each([
  { one: "Talks open in Ravna", other: "TALKS OPEN IN RAVNA!", want: true },
  { one: "Talks open in Ravna", other: "Talks open in Ravna | Karsk Herald", want: true },
  { one: "Talks open in Ravna, and end in…", other: "Talks open in Ravna, and end in Karsk", want: true },
  { one: "Talks open in Ravna", other: "Talks end in Ravna", want: false },
  { one: "—", other: "Talks open", want: false },
])("'$one' and '$other' are one title: $want", ({ one, other, want }) => {
  expect(sameTitle(one, other)).toBe(want);
  expect(sameTitle(other, one)).toBe(want);
});

test.each([
  { title: "Talks open in Ravna - The Karsk Herald", outlet: "Karsk Herald", want: "Talks open in Ravna" },
  {
    title: "Talks open – and end – in Ravna | Karsk Herald",
    outlet: "Karsk Herald",
    want: "Talks open – and end – in Ravna",
  },
  { title: "Karsk Herald: Talks open", outlet: "Karsk Herald", want: "Karsk Herald: Talks open" }, // may be a quotation
  { title: "Karsk Herald | Talks open", outlet: "Karsk Herald", want: "Talks open" },
  { title: "Talks open | Herald.example", outlet: "herald.example", want: "Talks open" },
  { title: "Talks open - a day of hope", outlet: "Karsk Herald", want: "Talks open - a day of hope" },
  { title: "Talks open - Karsk Herald", outlet: null, want: "Talks open - Karsk Herald" },
])("'$title' of $outlet is '$want'", ({ title, outlet, want }) => {
  expect(withoutOutlet(title, outlet)).toBe(want);
});

test.each([
  { title: "Talks open in Ravna - Karsk Herald", want: "Talks open in Ravna" },
  { title: "Talks open in Ravna - World - Karsk", want: "Talks open in Ravna - World" },
  { title: "Ravna: a town - that has waited for its bridge", want: "Ravna: a town - that has waited for its bridge" },
  { title: "Talks re-open", want: "Talks re-open" },
])("the <title> '$title' is '$want'", ({ title, want }) => {
  expect(withoutSiteName(title)).toBe(want);
});
