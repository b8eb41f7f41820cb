import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { describeWithShared, sharedPath } from "../../testing/shared.ts";
import { parseConllu, wordsOf } from "../conllu.ts";
import { createLemmatiser } from "./lemmas.ts";

const data: unknown = JSON.parse(readFileSync(new URL("../../../models/reader/lemmas.json", import.meta.url), "utf8"));
const lemmatise = createLemmatiser(data);

test.each([
  {
    tag: "VERB",
    words: "said say, told tell, brokered broker, vetoed veto, urging urge, Sidelined sideline, denies deny",
  },
  {
    tag: "VERB",
    words: "planned plan, travelled travel, travelling travel, panicked panic, underwent undergo, HALTED halt",
  },
  { tag: "AUX", words: "was be, 's be, 'll will, ca can, HAS have, been be" },
  { tag: "NOUN", words: "envoys envoy, allies ally, crises crisis, wives wife, spokeswomen spokeswoman, TALKS talk" },
  {
    tag: "NOUN",
    words: "ceasefires ceasefire, headquarters headquarters, Ministers minister, MPs MP, NGOs NGO, TV TV",
  },
  { tag: "PROPN", words: "Velmara Velmara, Oldan Oldan, McTorvask McTorvask, KARSK KARSK, TORVASK Torvask, UN UN" },
  { tag: "PROPN", words: "Brussels Brussels, Paris Paris, States State, Democrats Democrat, Velmarans Velmaran" },
  { tag: "ADJ", words: "tougher tough, easiest easy, worse bad, Velmaran Velmaran, American American, eager eager" },
  { tag: "PRON", words: "me I, them they, I I, these this, WE we" },
  { tag: "DET", words: "an a, those that, The the" },
  { tag: "NUM", words: "40,000 40000, 1,234,567.5 1234567.5, 3,5 3,5, Two two, XIV XIV" },
  { tag: "PUNCT", words: '“ ", – -, . ., , ,' },
  { tag: "NONE", words: "Whatever whatever" },
])("$tag: $words", ({ tag, words }) => {
  const pairs = words.split(/, (?=\S+ )/).map((pair) => pair.split(" "));
  expect(pairs.map(([form = ""]) => [form, lemmatise(form, tag)])).toEqual(pairs);
});

test("no word is without a lemma, and names of what objects inherit are words", () => {
  const tags = fc.constantFrom("NOUN", "VERB", "ADJ", "ADV", "PROPN", "NUM", "PUNCT", "X", "constructor", "__proto__");
  const unit = fc.constantFrom("s", "e", "d", "i", "n", "g", "r", "S", "A", "1", ",", "İ", "ß", "𝐎", "\ud83d");
  fc.assert(
    fc.property(fc.string({ unit, minLength: 1, maxLength: 8 }), tags, (form, tag) => {
      expect(lemmatise(form, tag)).not.toBe("");
    }),
  );
  expect(lemmatise("constructor", "NOUN")).toBe("constructor");
  expect(lemmatise("__proto__", "NOUN")).toBe("__proto__");
});

const sound = { cases: {}, ends: {}, forms: {}, words: {} };
test.each([
  { name: "nothing", value: null, place: "the file" },
  { name: "a list", value: [], place: "the file" },
  { name: "no table of ends", value: { ...sound, ends: undefined }, place: "ends" },
  { name: "an unknown case", value: { ...sound, cases: { NOUN: { short: "upper" } } }, place: "cases.NOUN.short" },
  { name: "a script without a number", value: { ...sound, ends: { NOUN: { ies: "y" } } }, place: "ends.NOUN.ies" },
  { name: "a script that takes off too much", value: { ...sound, ends: { NOUN: { s: "12" } } }, place: "ends.NOUN.s" },
  { name: "an empty lemma", value: { ...sound, words: { VERB: { x: "" } } }, place: "words.VERB.x" },
  { name: "a lemma that is a number", value: { ...sound, forms: { VERB: { x: 1 } } }, place: "forms.VERB.x" },
])("a file with $name is refused", ({ value, place }) => {
  expect(() => createLemmatiser(value)).toThrow(
    expect.objectContaining({
      code: "PARLEY_MODEL_INVALID",
      message: expect.stringContaining(`lemmas.json, ${place}:`),
    }),
  );
});

describeWithShared("the shared treebanks, with gold parts of speech", () => {
  test.each([
    { name: "ewt-dev", least: 98.3 },
    { name: "gum-dev", least: 99 },
  ])("$name: at least $least in a hundred lemmas are right", ({ name, least }) => {
    const words = parseConllu(readFileSync(sharedPath("data", "ud", `${name}.conllu`), "utf8")).flatMap(wordsOf);
    const right = words.filter(({ form, upos, lemma }) => lemmatise(form, upos) === lemma).length;
    expect((100 * right) / words.length).toBeGreaterThanOrEqual(least);
  });
});
