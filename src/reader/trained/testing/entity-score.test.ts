import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { describeWithShared, sharedPath } from "../../../testing/shared.ts";
import { scoreEntities } from "./entity-score.ts";

const file = (...entities: readonly string[]): string =>
  entities.map((misc, at) => `${at + 1}\tword${"\t_".repeat(7)}\t${misc === "" ? "_" : `Entity=${misc}`}\n`).join("");

test.each([
  { name: "all right", gold: ["(1-person", "1)(2-place)"], found: ["(5-person", "(6-place)5)"], right: 2, f1: 1 },
  { name: "a wrong type", gold: ["(1-person)"], found: ["(1-place)"], right: 0, f1: 0 },
  { name: "a wrong end", gold: ["(1-person", "1)", ""], found: ["(1-person", "", "1)"], right: 0, f1: 0 },
  {
    name: "two of the same words and type",
    gold: ["(1-person)(2-person)"],
    found: ["(1-person)"],
    right: 1,
    f1: 2 / 3,
  },
  { name: "one found twice", gold: ["(1-person)"], found: ["(1-person)(2-person)"], right: 1, f1: 2 / 3 },
  { name: "none at all", gold: [""], found: [""], right: 0, f1: 0 },
])("$name", ({ gold, found, right, f1 }) => {
  const score = scoreEntities(file(...gold), file(...found));
  expect(score.right).toBe(right);
  expect(score.f1).toBeCloseTo(f1);
});

test("files of other words are not compared", () => {
  expect(() => scoreEntities(file("", ""), file(""))).toThrow(RangeError);
});

describeWithShared("the shared treebank", () => {
  test("GUM agrees with itself in all entities that training finds in it", () => {
    const gum = readFileSync(sharedPath("data", "ud", "gum-dev.conllu"), "utf8");
    const { precision, recall, f1, gold, right } = scoreEntities(gum, gum);
    expect([precision, recall, f1]).toEqual([1, 1, 1]);
    expect([gold, right]).toEqual([4494, 4494]);
  });
});
