import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { run } from "../testing/run.ts";
import { brief } from "./brief.ts";

const folder = await mkdtemp(join(tmpdir(), "parley-brief-"));
afterAll(() => rm(folder, { recursive: true }));

const options = { format: "markdown", reader: "lexical", jobs: 1, out: join(folder, "brief.md") } as const;

test("a brief of articles that cannot be read leaves the earlier one where it is", async () => {
  await writeFile(options.out, "the earlier one");
  const { code, stderr, stdout } = await run((terminal) => brief([join(folder, "no.txt")], options, terminal));
  expect([code, stdout]).toEqual([4, ""]);
  expect(stderr).toContain("no.txt");
  expect(await readFile(options.out, "utf8")).toBe("the earlier one");
});

test("a brief of articles, some of which cannot be read, is of the others", async () => {
  const article = join(folder, "article.txt");
  await writeFile(
    article,
    "The minister said on Monday that the talks would go on. He left the city of Sund by train.",
  );
  const { code, stdout } = await run((terminal) => brief([article, join(folder, "no.txt")], options, terminal));
  expect([code, stdout]).toEqual([3, `${options.out}: 1 document\n`]);
  expect(await readFile(options.out, "utf8")).toContain("1 article");
});
