import { expect, test } from "vitest";
import { codedOf, type MadeText } from "../event/testing/coded-of.ts";
import { turnsIn } from "./turns.ts";

const actors: MadeText["actors"] = { p: { words: ["I", "we"] } };
const first = "I/PRON/nsubj>1 agree/VERB/root>-1";
const other = "Talks~talk/NOUN/nsubj>1 matter/VERB/root>-1";

test("in a speech whoever says “I” speaks the sentences between, too", () => {
  expect(turnsIn(codedOf({ sentences: [first, other, first, other, first], actors }))).toEqual([
    "p",
    "p",
    "p",
    "p",
    "p",
  ]);
});

test("one “I” makes no speech", () => {
  expect(turnsIn(codedOf({ sentences: [first, other], actors }))).toEqual([null, null]);
});

test("what a statement holds is no speech", () => {
  const coded = codedOf({ sentences: [first, first, first, other], actors, said: { 0: "p", 1: "p", 2: "p" } });
  expect(turnsIn(coded)).toEqual([null, null, null, null]);
});
