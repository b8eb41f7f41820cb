import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { calibrationError, judge } from "../bench/calibration.ts";
import { measureCoding } from "../bench/coding.ts";
import { type Figures, figureTables, measureQuality } from "../bench/quality.ts";
import { describeWithShared, sharedPath } from "../src/testing/shared.ts";

// The figures in docs/quality.md of the trained reader and of what is coded from its readings are what the program from
// dist/ reaches, which `npm test` builds first. `npm run bench -- quality --table` and `coding --table` print them anew.

/** In points. */
const mayFallBy = 1.0;

/**
 * What the tables of a section say, that have "figure" as their first column: by the name in it and the heads of the
 * others. Other tables are passed over, and so are cells that are no number.
 */
function figuresIn(markdown: string, title = "The trained reader"): Figures {
  const [, section = ""] = markdown.split(new RegExp(`^## ${title}$`, "mu"));
  const figures: Record<string, Record<string, number>> = {};
  let columns: readonly string[] = [];
  for (const line of (section.split(/^## /mu)[0] ?? "").split("\n")) {
    const [name = "", ...cells] = line.startsWith("|")
      ? line
          .split("|")
          .slice(1, -1)
          .map((cell) => cell.trim())
      : [];
    if (name === "") columns = [];
    else if (name === "figure") columns = cells;
    else {
      const numbers = columns.flatMap((column, at) =>
        /^\d+(?:\.\d+)?$/u.test(cells[at] ?? "") ? [[column, Number(cells[at])] as const] : [],
      );
      if (numbers.length > 0) figures[name] = Object.fromEntries(numbers);
    }
  }
  return figures;
}

const draft = `## Speed

| figure | clean |
| --- | --- |
| source, exact F1 | 11.0 |

## The trained reader

Words between.

| figure | clean | marks stripped |
| --- | --- | --- |
| source, exact F1 | 78.0 | 76.4 |
| calibration error | 2.1 | 3.0 |

| figure | EWT | GUM |
| --- | --- | --- |
| UPOS | 96.0 | 97.1 |

| who | clean |
| --- | --- |
| two coders | 76.8 |

## The ledger

| figure | clean |
| --- | --- |
| cue, exact F1 | 12.0 |
`;

test("the figures are read from their section of the page, and written as they are read", () => {
  const figures = figuresIn(draft);
  expect(figures).toEqual({
    "source, exact F1": { clean: 78, "marks stripped": 76.4 },
    "calibration error": { clean: 2.1, "marks stripped": 3 },
    UPOS: { EWT: 96, GUM: 97.1 },
  });
  expect(figuresIn(`## The trained reader\n\n${figureTables(figures)}`)).toEqual(figures);
});

describe("a statement is right", () => {
  const text = "The envoy said the talks would resume. A clerk said so too.";
  const gold = { source: [[0, 9]], content: [[15, 37]] } as const;
  test.each([
    { name: "where half of its words are shared", found: { source: [[4, 9]], content: [[19, 37]] }, want: true },
    { name: "not where fewer are", found: { source: [[0, 9]], content: [[31, 37]] }, want: false },
    { name: "not where another says it", found: { source: [[39, 46]], content: [[15, 37]] }, want: false },
    { name: "not where nobody says it", found: { source: [], content: [[15, 37]] }, want: false },
  ] as const)("$name", ({ found, want }) => {
    expect(judge(text, [gold], [{ ...found, confidence: 0.5 }])).toEqual([{ confidence: 0.5, isRight: want }]);
  });

  test("once: of two, the closer", () => {
    const [near, far] = [
      { source: gold.source, content: [[19, 37]], confidence: 0.9 },
      { source: gold.source, content: [[15, 37]], confidence: 0.2 },
    ] as const;
    expect(judge(text, [gold], [near, far]).map(({ isRight }) => isRight)).toEqual([false, true]);
  });

  test("without a source where the coder saw none", () => {
    const unsourced = { source: [], content: gold.content };
    expect(judge(text, [unsourced], [{ ...unsourced, confidence: 1 }])).toEqual([{ confidence: 1, isRight: true }]);
  });
});

test.each([
  { claims: "", want: 0 },
  { claims: "0.75+ 0.75+ 0.75+ 0.75-", want: 0 },
  { claims: "1+ 1+", want: 0 },
  { claims: "1- 0+", want: 1 },
  { claims: "0.95+ 0.85- 0.85+ 0.2-", want: (0.05 + 0.7 + 0.2) / 4 },
])("the calibration error of $claims is $want", ({ claims, want }) => {
  const judged = claims
    .split(" ")
    .filter(Boolean)
    .map((claim) => ({ confidence: Number.parseFloat(claim), isRight: claim.endsWith("+") }));
  expect(calibrationError(judged)).toBeCloseTo(want, 12);
});

const page = readFileSync(fileURLToPath(new URL("../docs/quality.md", import.meta.url)), "utf8");

describe.each([
  { section: "The trained reader", bench: "quality", measure: measureQuality },
  { section: "Actors, times, events and contacts", bench: "coding", measure: measureCoding },
])("docs/quality.md, $section", ({ section, bench, measure }) => {
  const quoted = figuresIn(page, section);

  describeWithShared("says what is reached on dev", () => {
    let measured: Figures = {};
    beforeAll(async () => {
      measured = await measure(sharedPath());
    }, 900_000);

    test("every figure that is measured, and no other", () => {
      const names = (figures: Figures): unknown =>
        Object.fromEntries(Object.entries(figures).map(([name, values]) => [name, Object.keys(values).sort()]));
      expect(names(quoted), `\`npm run bench -- ${bench} --table\` prints the tables`).toEqual(names(measured));
    });

    const cells = Object.entries(quoted).flatMap(([name, values]) =>
      Object.entries(values).map(([column, value]) => ({ name, column, value })),
    );
    test.each(cells)("$name, $column: $value", ({ name, column, value }) => {
      const reached = measured[name]?.[column] ?? Number.NaN;
      const fall = name === "calibration error" ? reached - value : value - reached;
      expect(fall, `reached ${reached}`).toBeLessThanOrEqual(mayFallBy + 1e-9);
    });
  });
});
