import fc from "fast-check";
import stringWidth from "string-width";
import { expect, test } from "vitest";
import { anyArticle } from "../testing/articles.ts";
import { dispatches } from "../testing/dispatches.ts";
import { memoryLedger } from "../testing/memory-ledger.ts";
import { controlCharacters, unstyled } from "../testing/printed.ts";
import { gatherBrief } from "./gather.ts";
import { renderBriefSummary } from "./summary.ts";

test("says what there is, who is quoted most with a telling line, and what to bear in mind", async () => {
  const data = await gatherBrief(memoryLedger(dispatches.slice(0, 3)));
  expect(
    renderBriefSummary(data, { width: 80, colour: 0 }),
  ).toBe(`12 statements in 3 articles from 3 outlets, 5 March 2031 – 9 March 2031
33 % direct, 8 % mixed, 58 % indirect; 67 % on record, 17 % anonymous, 17 %
documentary

Outlets
  Local 8 1, Meridian 1, The Veld Courier 1

Most quoted by name
  Brandt  2 (17 %)
    said: “There was zero progress,” … “and anyone who says otherwise was not in
    the room.”
    The Veld Courier, 9 March 2031
  Verel  2 (17 %)
    told: “We will not sign under fire, and we will not sign without the
    prisoners,”
    The Veld Courier, 9 March 2031
  Karsk’s foreign minister, Ilse Brandt  1 (8 %)
    denied: that any date had been agreed
    The Veld Courier, 9 March 2031
  President Anton Verel  1 (8 %)
    said: that Ostria was ready to sign an armistice within two weeks
    The Veld Courier, 9 March 2031

Bear in mind
  ! 1 article with sentences out of order
  ! 1 article damaged: quotation marks stripped, apostrophes stripped
  ! 1 article that another outlet first reported, in whole or part
  ! 2 statements word for word in more than one article: not independent
  ! 1 statement the text leaves open: see “unresolved”`);
});

test("an empty ledger is told in one line", async () => {
  expect(renderBriefSummary(await gatherBrief(memoryLedger([])), { width: 80, colour: 3 })).toBe(
    "The ledger holds no articles.",
  );
});

test("fits the terminal and cannot drive it, whatever the articles", async () => {
  const unique = fc.uniqueArray(anyArticle, { selector: ({ document }) => document.id, maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(unique, fc.integer({ min: 20, max: 100 }), async (articles, width) => {
      const shown = unstyled(renderBriefSummary(await gatherBrief(memoryLedger(articles)), { width, colour: 1 }));
      expect(shown).not.toMatch(controlCharacters);
      for (const line of shown.split("\n")) expect(stringWidth(line)).toBeLessThanOrEqual(width);
    }),
    { numRuns: 60 },
  );
});
