import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { brief } from "../src/cli/commands/brief.ts";
import { run } from "../src/cli/testing/run.ts";
import { describeWithShared, sharedPath } from "../src/testing/shared.ts";

// What the brief of the two articles Parley was conceived from shows, as an analyst reads it.

describeWithShared("the brief of the seeds", () => {
  const folder = mkdtempSync(join(tmpdir(), "parley-seeds-"));
  let sections: ReadonlyMap<string, string> = new Map();
  beforeAll(async () => {
    const out = join(folder, "brief.md");
    const options = { format: "markdown", out, reader: "trained", jobs: 1, on: "2022-12-01" } as const;
    const { code } = await run((terminal) => brief([sharedPath("seeds")], options, terminal));
    expect(code).toBe(0);
    const parts = readFileSync(out, "utf8").split(/^## /mu);
    sections = new Map(parts.map((part) => [part.split("\n", 1)[0] ?? "", part]));
  }, 240_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const lineWith = (title: string, ...words: readonly string[]): string =>
    (sections.get(title) ?? "").split("\n").find((line) => words.every((each) => line.includes(each))) ?? "";

  test("Zelensky’s stand on talks moves from the decree over another president to peace", () => {
    const changed = sections.get("What changed") ?? "";
    const places = [
      "ruling out any talks with Russian President Vladimir Putin",
      "dialogue with Russia, but with another Russian president",
      "ready for peace, for a fair and just peace",
    ].map((words) => changed.indexOf(words));
    expect(places.every((place) => place >= 0)).toBe(true);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(lineWith("What changed", "another Russian president")).toContain("on conditions");
    expect(changed).toContain("the article has no date");
  });

  test.each([
    ["Vladimir Putin", "certain positive advances"],
    ["Dmytro Kuleba", "zero progress"],
    ["US officials", "have yet to see any tangible progress in any channel"],
    ["own narration", "yielded no discernible progress"],
  ])("progress in the talks is disputed: %s, “%s”", (by, words) => {
    expect(lineWith("Accounts that differ", words)).toContain(by);
  });

  test("Russia is open by its own word, and not willing by the account of others", () => {
    expect(lineWith("Accounts that differ", "“open” to negotiations")).toContain("Russia");
    expect(lineWith("Accounts that differ", "has shown no willingness to negotiate")).toContain("sources");
  });

  test.each(["Turkey", "Israel", "France", "Germany"])("%s would mediate", (state) => {
    const mediators = sections.get("Mediators and go-betweens") ?? "";
    expect(mediators).toMatch(new RegExp(`^\\*\\*${state}\\*\\*`, "mu"));
  });

  test("the outcome of the fighting around Kherson is to watch, with its horizon", () => {
    const forecast = lineWith("What to watch", "outcome of the fighting around Kherson");
    expect(forecast).toContain("defense official");
    expect(forecast).toContain("in the next two to three weeks");
  });

  test("the private urging stands beside what is said in public", () => {
    expect(lineWith("Where each side stands", "urging Ukraine", "signal that it is still open")).toContain(
      "in private",
    );
  });

  test("CNN is the origin of both articles: one, not two", () => {
    expect(lineWith("Sources, and how independent they are", "CNN: origin of 2 articles")).toContain("1 origin");
  });
});
