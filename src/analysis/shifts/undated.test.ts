import fc from "fast-check";
import { expect, test } from "vitest";
import { charSpan } from "../../text/span.ts";
import { partyOf, type StandParts, stand, torvask, velmara } from "../testing/rows.ts";
import { undatedMoves } from "./undated.ts";

const at = (start: number, parts: Omit<StandParts, "day">) => {
  const row = stand({ day: null, document: "undated", ...parts });
  return { ...row, position: { ...row.position, evidence: [charSpan(start, start + 5)] as const } };
};
const decree = at(10, { stance: "opposes", issue: "talks-with-person", modality: "acts", toldBy: "article" });
const terms = at(30, { stance: "conditional", conditions: ["under another president"] });
const readiness = at(60, { stance: "supports" });
const rootOf = (issue: string) => (issue === "talks-with-person" ? "talks" : issue);
const isInOrder = () => true;

test("a party's stances in an article without a date follow its text, issues that are part of one together", () => {
  const moves = undatedMoves([readiness, decree, terms], { partyOf, isInOrder, rootOf });
  expect(
    moves.map(({ party, issue, rows }) => [party.name, issue, rows.map(({ position }) => position.stance)]),
  ).toEqual([["Velmara", "talks", ["opposes", "conditional", "supports"]]]);
});

test.each([
  ["one stance told twice", [readiness, at(80, { stance: "supports", words: "again" })]],
  ["what others say of it", [readiness, at(80, { stance: "opposes", toldBy: torvask })]],
  ["different issues", [readiness, at(80, { stance: "opposes", issue: "ceasefire" })]],
  ["different parties", [readiness, at(80, { stance: "opposes", of: torvask })]],
  ["what has a day", [readiness, stand({ day: "2031-03-01", stance: "opposes" })]],
])("%s is no move", (_, rows) => {
  expect(undatedMoves(rows, { partyOf, isInOrder })).toEqual([]);
});

test("where the sentences stand out of order nothing follows", () => {
  expect(undatedMoves([decree, readiness], { partyOf, isInOrder: () => false, rootOf })).toEqual([]);
});

test("the order of the rows changes nothing", () => {
  const rows = [decree, terms, readiness, at(70, { of: velmara, stance: "opposes", words: "no" })];
  fc.assert(
    fc.property(fc.shuffledSubarray(rows, { minLength: rows.length }), (shuffled) => {
      expect(undatedMoves(shuffled, { partyOf, isInOrder, rootOf })).toEqual(
        undatedMoves(rows, { partyOf, isInOrder, rootOf }),
      );
    }),
  );
});
