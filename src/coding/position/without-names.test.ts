import { expect, test } from "vitest";
import { withoutNames } from "./without-names.ts";

test.each([
  ["Velmara is ready for dialogue with Torvask", "Velmara is ready for dialogue with the country"],
  ["The Torvaskan army left", "The country army left"],
  ["They met Marena Aldovar in Port Amsel on Friday", "They met the country in the country on Friday"],
  ["it wants to join NATO and the European Union", "it wants to join NATO and the European Union"],
  [
    "“Observers may come,” said Tessil Morrag. “Talks may not.”",
    "“Observers may come,” said the country. “Talks may not.”",
  ],
  ["Marena Aldovar ruled it out", "the country ruled it out"],
  ["no name at all", "no name at all"],
  ["", ""],
])("%s", (text, want) => {
  expect(withoutNames(text)).toBe(want);
});
