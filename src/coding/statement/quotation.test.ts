import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { QuotationProbabilities } from "../../reader/reading.ts";
import { findQuotations } from "../../text/quotations.ts";
import { type CharSpan, charSpan } from "../../text/span.ts";
import { quotationOf } from "./quotation.ts";

const spanOf = (text: string, words: string): CharSpan => {
  const start = text.indexOf(words);
  if (start === -1) throw new Error(`not in the text: ${words}`);
  return charSpan(start, start + words.length);
};

interface Case {
  readonly text: string;
  readonly content: string;
  readonly reader?: QuotationProbabilities | null;
  readonly areLost?: boolean;
}

const tell = ({ text, content, reader = null, areLost = true }: Case) =>
  quotationOf(
    text,
    { content: [spanOf(text, content)], cue: [spanOf(text, "said")], quotation: reader },
    { quotations: findQuotations(text, 0, text.length), areLost },
  );

const unsure = { direct: 0.3, indirect: 0.5, mixed: 0.2 };
const sure = { direct: 0.05, indirect: 0.9, mixed: 0.05 };
const quiet = "The road was open, the envoy said.";
const own = "We will keep the road open, the envoy said.";

describe("without marks, by a reader that gives probabilities", () => {
  test.each([
    { name: "the likeliest kind stands", text: quiet, reader: sure, want: ["indirect", 0.9, true] },
    { name: "an improbable one is open", text: quiet, reader: unsure, want: ["indirect", 0.5, false] },
    {
      name: "0.6 is enough",
      text: quiet,
      reader: { direct: 0.2, indirect: 0.6, mixed: 0.2 },
      want: ["indirect", 0.6, true],
    },
    { name: "a first person tells what is unsure", text: own, reader: unsure, want: ["direct", 0.5625, false] },
    { name: "and not what is sure", text: own, reader: sure, want: ["indirect", 0.9 / 1.1, true] },
    {
      name: "a reader may see a mixed one",
      text: quiet,
      reader: { direct: 0.1, indirect: 0.1, mixed: 0.8 },
      want: ["mixed", 0.8, true],
    },
    {
      name: "of two alike the lesser claim",
      text: quiet,
      reader: { direct: 0.5, indirect: 0.5, mixed: 0 },
      want: ["indirect", 0.5, false],
    },
  ] as const)("$name", ({ text, reader, want: [quotation, confidence, isCertain] }) => {
    const found = tell({ text, content: text.slice(0, text.indexOf(",")), reader });
    expect(found).toEqual({ quotation, confidence: expect.closeTo(confidence), isCertain });
  });

  test("a first person in a clause is no sign of a direct quotation", () => {
    const text = "The envoy said that we are ready.";
    expect(tell({ text, content: "we are ready", reader: unsure })).toMatchObject({
      quotation: "indirect",
      confidence: 0.5,
    });
  });
});

describe("no probability is told", () => {
  const unlike = { direct: 0, indirect: 0, mixed: 1 };
  test.each([
    {
      where: "where marks tell",
      text: "“The road is open,” the envoy said.",
      content: "“The road is open,”",
      reader: unlike,
      want: "direct",
    },
    {
      where: "where they tell in a text that lost others",
      text: "“The road is open,” he said.",
      content: "“The road is open,”",
      reader: unlike,
      areLost: true,
      want: "direct",
    },
    {
      where: "where there are none and none was lost",
      text: quiet,
      content: "The road was open",
      reader: unlike,
      want: "indirect",
    },
    {
      where: "by a reader that gives none",
      text: own,
      content: "We will keep the road open",
      areLost: true,
      want: "direct",
    },
  ] as const)("$where", ({ text, content, want, ...rest }) => {
    const found = tell({ text, content, reader: null, areLost: false, ...rest });
    expect(found).toEqual({ quotation: want, confidence: null, isCertain: true });
  });
});

const share = fc.double({ min: 0.001, max: 1, noNaN: true });
const probabilities: fc.Arbitrary<QuotationProbabilities> = fc
  .record({ direct: share, indirect: share, mixed: share })
  .map(({ direct, indirect, mixed }) => {
    const sum = direct + indirect + mixed;
    return { direct: direct / sum, indirect: indirect / sum, mixed: mixed / sum };
  });

test("a kind is as probable as a third at least; signs of the source's own words never speak for another kind", () => {
  fc.assert(
    fc.property(probabilities, (reader) => {
      const plain = tell({ text: quiet, content: "The road was open", reader });
      const shown = tell({ text: own, content: "We will keep the road open", reader });
      for (const { confidence } of [plain, shown]) {
        expect(confidence).toBeGreaterThan(0.333);
        expect(confidence).toBeLessThanOrEqual(1);
      }
      expect(plain.confidence).toBe(
        Math.max(reader.direct, reader.indirect, reader.mixed) / (reader.direct + reader.indirect + reader.mixed),
      );
      if (plain.quotation === "direct") expect(shown.quotation).toBe("direct");
      expect(shown.quotation === plain.quotation || shown.quotation === "direct").toBe(true);
    }),
  );
});
