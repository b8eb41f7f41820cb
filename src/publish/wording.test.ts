import { expect, test } from "vitest";
import { outletsOf } from "./wording.ts";

test("an outlet under its name and under its address is one; the unknown is counted apart", () => {
  const documents = ["coast6.example", "Meridian", "Coast 6", null, "Coast 6", null].map((outlet) => ({ outlet }));
  expect(outletsOf(documents)).toEqual([
    { outlet: "Coast 6", count: 3 },
    { outlet: "Meridian", count: 1 },
    { outlet: null, count: 2 },
  ]);
});
