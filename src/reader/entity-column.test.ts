import fc from "fast-check";
import { expect, test } from "vitest";
import type { ConlluColumns } from "./conllu.ts";
import { readEntities, replaceEntities, writeEntities } from "./entity-column.ts";

const none = { lemma: "_", upos: "_", xpos: "_", feats: "_", head: "_", deprel: "_", deps: "_" };
const wordsWith = (miscs: readonly (string | null)[]): readonly ConlluColumns[] =>
  miscs.map((misc, at) => ({ id: String(at + 1), form: "x", ...none, misc: misc ?? "_" }));

test("entities are written in the brackets of GUM", () => {
  const entities = [
    { first: 0, last: 3, type: "event" },
    { first: 0, last: 0, type: "person" },
    { first: 1, last: 3, type: "organization" },
    { first: 3, last: 3, type: "place" },
  ];
  expect(writeEntities(entities, 5, 7)).toEqual([
    "(7-event(8-person)",
    "(9-organization",
    null,
    "(10-place)9)7)",
    null,
  ]);
});

test.each([
  {
    name: "GUM's own",
    miscs: [
      "Entity=(2-abstract-new-nnnns-cf2-1-coref(3-person-giv:act-ssss-cf1-5-coref)",
      "SpaceAfter=No",
      "Entity=2)|XML=</w>",
    ],
    want: ["0 0 person", "0 2 abstract"],
  },
  {
    name: "two with one group",
    miscs: ["Entity=(1-place", "Entity=(1-person", "Entity=1)1)"],
    want: ["1 2 person", "0 2 place"],
  },
  {
    name: "crossing",
    miscs: ["Entity=(1-place", "Entity=(2-person", "Entity=1)", "Entity=2)"],
    want: ["0 2 place", "1 3 person"],
  },
  {
    name: "closed and opened at one word",
    miscs: ["Entity=(1-place", "Entity=1)(2-person", "Entity=2)"],
    want: ["0 1 place", "1 2 person"],
  },
  {
    name: "not closed, not opened, without a type",
    miscs: ["Entity=(1-place", "Entity=2)", "Entity=(3)", "Entity=)("],
    want: [],
  },
])("brackets are read: $name", ({ miscs, want }) => {
  expect(readEntities(wordsWith(miscs)).map(({ first, last, type }) => `${first} ${last} ${type}`)).toEqual(want);
});

test("what is written is read again", () => {
  // nested spans, made by cutting a span and then its parts
  const nested = fc
    .array(fc.tuple(fc.nat(8), fc.nat(8), fc.constantFrom("person", "place")), { maxLength: 12 })
    .map((all) => {
      const kept: { readonly first: number; readonly last: number; readonly type: string }[] = [];
      for (const [a, b, type] of all) {
        const [first, last] = [Math.min(a, b), Math.max(a, b)];
        const fits = kept.every(
          (other) =>
            other.last < first ||
            last < other.first ||
            (other.first <= first && last <= other.last && (other.first !== first || other.last !== last)),
        );
        if (fits) kept.push({ first, last, type });
      }
      return kept.sort((a, b) => a.first - b.first || b.last - a.last);
    });
  fc.assert(
    fc.property(nested, fc.nat(100), (entities, group) => {
      const miscs = writeEntities(entities, 9, group).map((value) => replaceEntities("_", value));
      expect(new Set(readEntities(wordsWith(miscs)).map(({ group: _, ...entity }) => entity))).toEqual(
        new Set(entities),
      );
    }),
  );
});

test.each([
  { misc: "_", value: null, want: "_" },
  { misc: "_", value: "(1-place)", want: "Entity=(1-place)" },
  { misc: "SpaceAfter=No", value: null, want: "SpaceAfter=No" },
  { misc: "Bridge=1<2|Entity=(3-person)|SpaceAfter=No|SplitAnte=1<2", value: "4)", want: "SpaceAfter=No|Entity=4)" },
  { misc: "Entity=(3-person)", value: null, want: "_" },
  { misc: "EntityX=1", value: null, want: "EntityX=1" },
])("$misc with $value becomes $want", ({ misc, value, want }) => {
  expect(replaceEntities(misc, value)).toBe(want);
});
