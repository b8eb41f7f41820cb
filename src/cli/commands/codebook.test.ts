import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { madeIssuesYaml } from "../../coding/position/testing/made-issues.ts";
import { openMemoryDatabase } from "../../ledger/pglite.ts";
import { ledgerOver } from "../../ledger/repository.ts";
import { prepareSchema } from "../../ledger/schema.ts";
import { makeReport } from "../../ledger/testing/report.ts";
import { temporaryFolder } from "../input/testing/inputs.ts";
import { run } from "../testing/run.ts";
import { checkCodebook } from "./codebook-check.ts";
import { tryIssue } from "./codebook-try.ts";

const database = await openMemoryDatabase();
vi.mock("../../ledger/open.ts", () => ({
  openLedger: async () => ({ ...ledgerOver(database), close: async () => {} }),
}));
afterAll(() => database.close());

const folder = temporaryFolder();
const made = join(folder, "river.yaml");
const broken = join(folder, "broken.yaml");
beforeAll(() => {
  writeFileSync(made, madeIssuesYaml);
  writeFileSync(
    broken,
    madeIssuesYaml.replace("threshold: 0.5", "threshold: 5").replace("id: withdrawal", "id: talks"),
  );
});

describe("parley codebook check", () => {
  const pretty = { format: "pretty" } as const;
  const json = { format: "json" } as const;

  test("counts what the codebook that comes with Parley has", async () => {
    const { code, stdout } = await run((terminal) => checkCodebook(null, pretty, terminal));
    expect(code).toBe(0);
    expect(stdout).toMatch(/issues\.yaml: valid; armed-conflict negotiations: \d+ issues, \d+ cues, \d+ examples\n$/u);
  });

  test("lists every fault with its place, and fails", async () => {
    const { code, stdout } = await run((terminal) => checkCodebook(broken, pretty, terminal));
    expect(code).toBe(4);
    const lines = stdout.trimEnd().split("\n");
    expect(lines[0]).toBe(`${broken}:2:24: the codebook, likeness, threshold is number 5; give a number from 0 to 1`);
    expect(lines[1]).toContain(':27:9: the id "talks" is taken by the issue of line 6; ');
    expect(lines[2]).toBe("2 faults");
  });

  test("as JSON: the faults, or the counts", async () => {
    const bad = await run((terminal) => checkCodebook(broken, json, terminal));
    expect(JSON.parse(bad.stdout)).toMatchObject({
      schema: "parley.codebook/1",
      valid: false,
      faults: [{ line: 2 }, { line: 27 }],
    });
    const good = await run((terminal) => checkCodebook(made, json, terminal));
    expect(JSON.parse(good.stdout)).toMatchObject({ valid: true, name: "the river", issues: 3, cues: 15, faults: [] });
  });

  test("a file that is not there is an error that says so", async () => {
    const { code, stderr } = await run((terminal) => checkCodebook(join(folder, "none.yaml"), pretty, terminal));
    expect(code).toBe(4);
    expect(stderr).toContain("PARLEY_INPUT_MISSING");
  });

  test("on a text: the issues of each sentence, by their words or by likeness", async () => {
    const text = "The brigades pulled out. We should sit at one table, or nothing is solved. It rained.";
    const told = await run((terminal) => checkCodebook(made, { ...json, text: "-" }, terminal), text);
    expect(told.code).toBe(0);
    const { sentences } = JSON.parse(told.stdout) as { sentences: { words: string; issues: { issue: string }[] }[] };
    expect(sentences.map(({ words }) => words).join(" ")).toBe(text);
    expect(sentences.map(({ issues }) => issues.map(({ issue }) => issue))).toEqual([["withdrawal"], ["talks"], []]);
    expect(sentences[0]?.issues[0]).toEqual({
      issue: "withdrawal",
      contrary: false,
      by: "cue",
      words: "brigades pulled out",
      span: [4, 23],
    });
    expect(sentences[1]?.issues[0]).toMatchObject({ by: "likeness" });
    const shown = await run((terminal) => checkCodebook(made, { ...pretty, text: "-" }, terminal), text);
    expect(shown.stdout).toContain("The brigades pulled out.\n  withdrawal: “brigades pulled out”\n");
    expect(shown.stdout).toMatch(/\n {2}talks: likeness 0\.\d\d\n/u);
    expect(shown.stdout).toContain("It rained.\n  no issue of the codebook\n");
  });
});

describe("parley codebook try", () => {
  beforeAll(async () => {
    await prepareSchema(database);
    const report = makeReport({
      key: "yssa",
      published: "2031-03-10",
      title: "Ministers speak",
      text: "Varga said the brigade would be withdrawn. Brandt said it rained. Ruhl said nothing will be solved unless we sit at one table.",
      actors: [],
      said: [
        { source: "Varga", content: "the brigade would be withdrawn", actor: null },
        { source: "Brandt", content: "it rained", actor: null },
        { source: "Ruhl", content: "nothing will be solved unless we sit at one table", actor: null },
      ],
    });
    await ledgerOver(database).add([report], { by: "test", at: "2031-03-10T00:00:00Z", program: "parley test" });
  });

  test("lists the statements about an issue with the words that show it", async () => {
    const { code, stdout } = await run((terminal) => tryIssue("withdrawal", { codebook: made, json: true }, terminal));
    expect(code).toBe(0);
    const rows = stdout
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as unknown);
    expect(rows).toMatchObject([
      {
        words: { source: "Varga" },
        found: { by: "cue", cues: [{ words: "brigade would be withdrawn", contrary: false }] },
        document: { title: "Ministers speak" },
      },
    ]);
  });

  test("or by likeness, as CSV", async () => {
    const { stdout } = await run((terminal) => tryIssue("talks", { codebook: made, csv: true }, terminal));
    const [header, row, ...more] = stdout.trimEnd().split("\n");
    expect(header).toBe(
      "statement,document,published_at,outlet,title,file,source,content,found_by,words,likeness,contrary",
    );
    expect(row).toMatch(/,Ruhl,nothing will be solved unless we sit at one table,likeness,,0\.\d+,false$/u);
    expect(more).toEqual([]);
  });

  test("as a table, and no more rows than asked for", async () => {
    const { stdout, stderr } = await run((terminal) => tryIssue("withdrawal", { codebook: made, limit: 1 }, terminal));
    expect(stdout).toContain("Found by");
    expect(stderr).toBe("");
  });

  test("says that there is nothing", async () => {
    const { code, stdout, stderr } = await run((terminal) =>
      tryIssue("talks-with-person", { codebook: made }, terminal),
    );
    expect([code, stdout]).toEqual([0, ""]);
    expect(stderr).toContain("No statement of this ledger is about talks-with-person");
  });

  test("an issue that the codebook does not have, or a codebook that is not valid, is an error", async () => {
    const other = await run((terminal) => tryIssue("water", { codebook: made }, terminal));
    expect(other.code).toBe(2);
    expect(other.stderr).toContain("it has talks, talks-with-person, withdrawal");
    const invalid = await run((terminal) => tryIssue("talks", { codebook: broken }, terminal));
    expect(invalid.code).toBe(4);
    expect(invalid.stderr).toContain("broken.yaml:2:24: the codebook, likeness, threshold is number 5");
    expect(invalid.stderr).toContain("(and 1 more)");
  });
});
