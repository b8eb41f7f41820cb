import { readdirSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { describeWithShared, sharedPath } from "../../testing/shared.ts";
import { textOf } from "../../text/span.ts";
import { decode } from "../decode.ts";
import { toDocument } from "../to-document.ts";

/** Measured 0.989 on these pages (Readability alone: 0.954); a change that costs more than this margin is a mistake. */
const floor = 0.985;

describeWithShared("the article-extraction benchmark", () => {
  test(`F1 of the body's four-word shingles is above ${floor}`, () => {
    const truth: Readonly<Record<string, { readonly articleBody?: string }>> = JSON.parse(
      readFileSync(sharedPath("data/articles/ground-truth.json"), "utf8"),
    );
    const pages = readdirSync(sharedPath("data/articles/html"));
    const scores = pages.map((file) => {
      const wanted = truth[file.replace(".html.gz", "")]?.articleBody ?? "";
      return score(
        shinglesOf(wanted),
        shinglesOf(bodyOf(gunzipSync(readFileSync(sharedPath("data/articles/html", file))))),
      );
    });
    const [precision, recall] = [mean(scores.map((s) => s.precision)), mean(scores.map((s) => s.recall))];
    expect(pages.length).toBeGreaterThan(80);
    expect((2 * precision * recall) / (precision + recall)).toBeGreaterThan(floor);
  });
});

function bodyOf(bytes: Uint8Array): string {
  const html = decode(bytes, { format: "html" }).text;
  const document = toDocument({ kind: "html", file: "page.html", html, hints: null }, { detectLanguage: () => null });
  const body = document.regions.filter(({ kind }) => kind === "body");
  return body.map((region) => textOf(document.text, region)).join("\n");
}

type Counts = ReadonlyMap<string, number>;

function shinglesOf(text: string): Counts {
  const words = text.match(/[\p{L}\p{N}\p{M}_]+/gu) ?? [];
  const counts = new Map<string, number>();
  for (let start = 0; start < Math.max(1, words.length - 3); start++) {
    const shingle = words.slice(start, start + 4).join(" ");
    if (shingle !== "") counts.set(shingle, (counts.get(shingle) ?? 0) + 1);
  }
  return counts;
}

/** Of a page where nothing is wanted or nothing found, what was not asked for is full. */
function score(wanted: Counts, found: Counts): { readonly precision: number; readonly recall: number } {
  const sum = (counts: Counts) => [...counts.values()].reduce((total, count) => total + count, 0);
  const common = [...found].reduce((total, [key, count]) => total + Math.min(count, wanted.get(key) ?? 0), 0);
  return {
    precision: found.size === 0 ? 1 : common / sum(found),
    recall: wanted.size === 0 ? 1 : common / sum(wanted),
  };
}

const mean = (numbers: readonly number[]): number => numbers.reduce((sum, n) => sum + n, 0) / numbers.length;
