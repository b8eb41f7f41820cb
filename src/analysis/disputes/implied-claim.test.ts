import { expect, test } from "vitest";
import { dispatch, lexicon } from "../testing/accounts.ts";
import { partyOf, torvask } from "../testing/rows.ts";
import { accountSpace } from "./account-space.ts";
import { impliedClaim } from "./implied-claim.ts";

test.each([
  ["Velmaran reports that artillery had fired on Merrin", "Velmaran", "artillery had fired on Merrin"],
  ["recent Velmaran accusations that it broke the truce as propaganda", "Velmaran", "it broke the truce"],
  ["claims that it broke the truce", null, null],
  ["Aldovar’s claim", null, null],
  ["that artillery had fired on Merrin", null, null],
])("%s: by %s, %s", (words, claimer, told) => {
  const accounts = dispatch("one", "2031-03-06", [torvask, "rejected", words]);
  const space = accountSpace({ accounts, positions: [], lexicon, partyOf });
  const [denial] = space.propositions;
  const claim = denial === undefined ? null : impliedClaim(denial, space);
  expect(claim?.account.by ?? null).toEqual(claimer === null ? null : { kind: "source", words: claimer });
  expect(claim?.account.words ?? null).toBe(told);
  for (const { start, end } of claim?.account.spans ?? []) expect(words.slice(start, end)).toBe(told);
});
