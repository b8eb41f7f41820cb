import { expect, test } from "vitest";
import type { SentenceEncoder } from "../../reader/sentence-encoder.ts";
import type { IssueCodebook } from "./issue-codebook.ts";
import { issueLikeness } from "./issue-likeness.ts";
import { valid } from "./testing/made-issues.ts";

/** Two issues whose texts are directions in a plane: "0" is along one axis, "90" along the other. */
const issue = (id: string, degrees: readonly [label: number, definition: number, example: string, counter: number]) => `
  - id: ${id}
    label: "${degrees[0]}"
    definition: "${degrees[1]}"
    for: all
    against: none
    examples: [${degrees[2]}]
    counter-examples: ["${degrees[3]}"]
    cues: [${id}]`;
const book = (rest = "threshold: 0.9, margin: 0.05"): IssueCodebook =>
  valid(`name: a plane
likeness: { ${rest} }
issues:${issue("east", [0, 4, '{ text: "-6", contrary: true }', -30])}${issue("north", [90, 94, '"86"', 120])}
`);

const asked: string[][] = [];
const plane: SentenceEncoder = {
  encode: async (texts) => {
    asked.push([...texts]);
    return texts.map((text) => {
      const angle = (Number(text) * Math.PI) / 180;
      return Float32Array.of(Math.cos(angle), Math.sin(angle));
    });
  },
};
const cosine = (degrees: number): number => Math.cos((degrees * Math.PI) / 180);

test.each([
  { text: "1", want: { issue: "east", likeness: (cosine(1) + cosine(3)) / 2, isContrary: false } },
  { text: "-8", want: { issue: "east", likeness: (cosine(2) + cosine(8)) / 2, isContrary: true } },
  { text: "90", want: { issue: "north", likeness: (cosine(0) + cosine(4)) / 2, isContrary: false } },
  { text: "60", want: null }, // below the threshold
  { text: "-28", want: null }, // nearer to a counter-example
])("what points to $text is like $want.issue", async ({ text, want }) => {
  const [found] = await issueLikeness(book(), plane)([text]);
  if (want === null) return expect(found).toBeNull();
  expect(found).toMatchObject({ issue: want.issue, isContrary: want.isContrary });
  expect(found?.likeness).toBeCloseTo(want.likeness, 5);
});

test("two issues that are as near make it neither", async () => {
  const near = book("threshold: 0.5, margin: 0.05");
  expect(await issueLikeness(near, plane)(["46"])).toEqual([null]);
  const [sure] = await issueLikeness({ ...near, margin: 0 }, plane)(["48"]);
  expect(sure?.issue).toBe("north");
});

test("an issue with a threshold of its own is out of the way below it", async () => {
  const near = book("threshold: 0.5, margin: 0.05");
  const issues = near.issues.map((each) => (each.id === "north" ? { ...each, threshold: 0.99 } : each));
  const [found] = await issueLikeness({ ...near, issues }, plane)(["46"]);
  expect(found?.issue).toBe("east");
});

test("the codebook's texts are encoded once, when they are first needed", async () => {
  asked.length = 0;
  const like = issueLikeness(book(), plane);
  expect(await like([])).toEqual([]);
  expect(asked).toHaveLength(0);
  await like(["1"]);
  await like(["2", "3"]);
  expect(asked.map((texts) => texts.length)).toEqual([8, 1, 2]);
});
