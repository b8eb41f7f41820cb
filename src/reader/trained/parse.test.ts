import fc from "fast-check";
import { expect, test } from "vitest";
import { parseSentence, parseWords } from "./parse.ts";
import { createFakeModel, createFakeParser, fakeVocabulary } from "./testing/fake-parser.ts";

const idOf = (piece: string): number => fakeVocabulary.indexOf(piece);

test("a sentence gets tags, lemmas, a tree, its relations and its entities", async () => {
  const model = createFakeModel({
    tag: (id) => (id === idOf("o") ? 1 : id === idOf(".") ? 2 : id === idOf("l") ? 3 : 0),
    arc: (word, head) => (head === [2, 0, 2][word - 1] ? 0 : -5),
    relation: (word, _head, relation) => ([1, 4, 3][word - 1] === relation ? 0 : -5),
    entity: (first, last, type) => (first === 0 && last === 0 && type === 0 ? 0 : -9),
  });
  expect(await parseSentence(["Oldan", "left", "."], createFakeParser(model))).toEqual({
    tags: ["PROPN", "VERB", "PUNCT"],
    lemmas: ["oldan", "left", "."],
    heads: [2, 0, 2],
    relations: ["nsubj", "root", "punct"],
    entities: [{ first: 0, last: 0, type: "person" }],
  });
});

test("each word is read by itself, and one without pieces as an unknown piece without letters", async () => {
  const model = createFakeModel();
  await parseSentence(["We", "", "n't", "\u200b", "Ümlaut!", "中"], createFakeParser(model));
  const pieces = ["w", "##e", "[UNK]", "n", "'", "t", "[UNK]", "u", "##m", "##l", "##a", "##u", "##t", "!", "[UNK]"];
  expect(model.windows).toEqual([{ ids: pieces.map(idOf), shapes: [2, 4, 0, 1, 0, 1, 0, 2, 4, 4, 4, 4, 4, 0, 0] }]);
  expect(model.parsed[0]?.map(({ at }) => at)).toEqual([0, 2, 3, 6, 7, 14]);
});

test("the root is called root, and nothing else is", async () => {
  const model = createFakeModel({
    relation: (word, _head, relation) => (relation === (word === 1 ? 1 : 4) ? 0 : -relation - 1),
  });
  const { heads, relations } = await parseSentence(["a", "b", "c"], createFakeParser(model));
  expect(heads).toEqual([0, 1, 1]);
  expect(relations).toEqual(["root", "conj", "conj"]);
});

test("no words are an empty sentence, which no model is asked for", async () => {
  const model = createFakeModel();
  const empty = { tags: [], lemmas: [], heads: [], relations: [], entities: [] };
  expect(await parseSentence([], createFakeParser(model))).toEqual(empty);
  expect(model.windows.length + model.parsed.length).toBe(0);
});

test("up to 480 pieces are read at once", async () => {
  const model = createFakeModel();
  await parseSentence(
    Array.from({ length: 240 }, () => "ab"),
    createFakeParser(model),
  );
  expect(model.windows.map(({ ids }) => ids.length)).toEqual([480]);
});

test("the words of a longer sentence are taken from where they have most around them, into one tree", async () => {
  const word = fc.integer({ min: 1, max: 40 });
  await fc.assert(
    fc.asyncProperty(fc.array(word, { minLength: 60, maxLength: 120 }), async (lengths) => {
      const model = createFakeModel();
      const parsed = await parseSentence(
        lengths.map((length) => "a".repeat(length)),
        createFakeParser(model),
      );
      const count = lengths.reduce((sum, length) => sum + length, 0);
      expect(parsed.heads).toEqual(lengths.map((_, at) => (at === 0 ? 0 : 1)));
      expect(Math.max(...model.windows.map(({ ids }) => ids.length))).toBe(Math.min(480, count));
      let before = 0;
      for (const [at, found] of model.parsed[0]?.entries() ?? []) {
        const after = count - before - 1;
        const seen = Math.min(found.at, found.length - found.at - 1);
        expect(found.id).toBe(idOf("a"));
        // what is cut off is at least 120 pieces away
        expect(seen).toBeGreaterThanOrEqual(Math.min(119, before, after));
        before += lengths[at] ?? 0;
      }
    }),
    { numRuns: 20 },
  );
});

test("a sentence of thousands of words is a row of trees that hang from the first", async () => {
  const model = createFakeModel({ entity: (first, last) => (first === 0 && last === 1 ? 0 : -9) });
  const words = Array.from({ length: 2300 }, () => "a");
  const { heads, relations, tags, lemmas, entities } = await parseSentence(words, createFakeParser(model));
  expect([heads.length, relations.length, tags.length, lemmas.length]).toEqual([2300, 2300, 2300, 2300]);
  expect(heads.flatMap((head, at) => (head === 0 ? [at] : []))).toEqual([0]);
  expect([heads[1], heads[999], heads[1000], heads[1001], heads[2000], heads[2299]]).toEqual([1, 1, 1, 1001, 1, 2001]);
  expect([relations[0], relations[999], relations[1000], relations[1001]]).toEqual(["root", "obj", "parataxis", "obj"]);
  expect(entities.map(({ first, last }) => [first, last])).toEqual([
    [0, 1],
    [1000, 1001],
    [2000, 2001],
  ]);
});

test("words of running text are parsed from their states alike", async () => {
  const words = Array.from({ length: 1200 }, (_, at) => (at % 3 === 0 ? "left" : "talks"));
  const [one, two] = [createFakeModel({ tag: (id) => (id === idOf("l") ? 3 : 0) }), createFakeModel()];
  const parser = createFakeParser(one);
  const whole = await parseSentence(words, parser);
  const hidden = Float32Array.from(
    one.parsed.flat().flatMap(({ id, length, at }) => [id, length, at, ...Array.from({ length: 381 }, () => 0)]),
  );
  const tags = Float32Array.from(words.flatMap((word) => (word === "left" ? [-9, -9, -9, 0] : [0, -9, -9, -9])));
  expect(await parseWords(words, { hidden, tags }, createFakeParser(two))).toEqual(whole);
  expect(two.parsed).toEqual(one.parsed);
  expect(two.windows).toEqual([]);
});
