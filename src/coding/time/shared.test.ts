import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { describeWithShared, sharedPath } from "../../testing/shared.ts";
import { splitSentences } from "../../text/sentences.ts";
import { overlaps } from "../../text/span.ts";
import { findTimes } from "./find-times.ts";
import type { TimeExpression } from "./time-expression.ts";

/** An article whose expressions were marked by hand; the guide is `times.md` beside it. */
interface Marked {
  readonly date: string;
  readonly text: string;
  readonly times: readonly TimeExpression[];
}

const dayOf = (iso: string): number => Date.parse(iso) / 86_400_000;
const isNear = (a: string | null, b: string | null): boolean =>
  a === null || b === null ? a === b : Math.abs(dayOf(a) - dayOf(b)) <= 1;

describeWithShared("articles marked by hand", () => {
  test("the expressions are found, and their days are right within one, without parses", () => {
    const lines = readFileSync(sharedPath("data/times-dev.jsonl"), "utf8").trim().split("\n");
    let [marked, found, hit, overlapping, right] = [0, 0, 0, 0, 0];
    for (const line of lines) {
      const { date, text, times } = JSON.parse(line) as Marked;
      const ours = findTimes({ text, sentences: splitSentences(text), published: date, tenseAt: null });
      marked += times.length;
      found += ours.length;
      overlapping += ours.filter((our) => times.some((time) => overlaps(our, time))).length;
      for (const time of times) {
        const met = ours.filter((our) => overlaps(our, time));
        hit += met.length > 0 ? 1 : 0;
        right += met.some(({ from, to }) => isNear(from, time.from) && isNear(to, time.to)) ? 1 : 0;
      }
    }
    const [precision, recall] = [overlapping / found, hit / marked];
    expect((2 * precision * recall) / (precision + recall)).toBeGreaterThanOrEqual(0.97);
    expect(right / marked).toBeGreaterThanOrEqual(0.95);
  });
});
