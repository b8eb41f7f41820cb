import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { describeWithShared, sharedPath } from "../src/testing/shared.ts";

// The whole program as a user runs it, from dist/, which `npm test` builds first.
const program = fileURLToPath(new URL("../dist/src/cli/main.js", import.meta.url));
let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "parley-cli-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function parley(
  args: readonly string[],
  options: { input?: string | Buffer; env?: Record<string, string> } = {},
): Promise<Run> {
  return new Promise((resolve, reject) => {
    const { DATABASE_URL: _, ...env } = process.env;
    const child = spawn(process.execPath, [program, ...args], { cwd: folder, env: { ...env, ...options.env } });
    let [stdout, stderr] = ["", ""];
    child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
      stdout += chunk;
    });
    child.stderr.setEncoding("utf8").on("data", (chunk: string) => {
      stderr += chunk;
    });
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, stdout, stderr }));
    child.stdin.on("error", () => {}); // a program that ends before it has read all of its input is one of the cases
    child.stdin.end(options.input ?? "");
  });
}

interface ReadLine {
  readonly document: { readonly file: string; readonly text: string; readonly publishedAt: string | null };
  readonly statements: readonly { readonly content: { readonly spans: readonly [number, number][] } }[];
}
const lines = (text: string): readonly ReadLine[] =>
  text
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as ReadLine);

const article = (name: string): string =>
  `Talks to resume, ${name} says\n\nKARSK, March 3 — The talks will resume on Thursday, ${name} said on Monday.\n\n“We are ready,” ${name} told reporters, “and we shall stay ready.”\n`;

describe("parley read", () => {
  test("prints one line a document, in the order of the inputs, whatever the number of threads", async () => {
    const records = Array.from({ length: 60 }, (_, i) =>
      JSON.stringify({ text: article(`Minister ${i}`), date: "2031-03-04" }),
    );
    writeFileSync(join(folder, "many.jsonl.gz"), gzipSync(`${records.join("\n")}\n`));
    const [one, two] = await Promise.all([
      parley(["read", "many.jsonl.gz", "--jobs", "1"]),
      parley(["read", "many.jsonl.gz", "--jobs", "2"]),
    ]);
    expect(one.code).toBe(0);
    expect(lines(one.stdout).map((line) => line.document.file)).toEqual(
      records.map((_, i) => `many.jsonl.gz#${i + 1}`),
    );
    expect(two.stdout).toBe(one.stdout);
    for (const line of lines(one.stdout)) expect(line.statements.length).toBeGreaterThan(0);
  });

  test("an input that cannot be read is reported with what to do, and the rest goes on", async () => {
    writeFileSync(join(folder, "good.txt"), article("Ilva Teren"));
    const { code, stdout, stderr } = await parley(["read", "nowhere.txt", "good.txt"]);
    expect(code).toBe(3);
    expect(lines(stdout).map((line) => line.document.file)).toEqual(["good.txt"]);
    expect(stderr).toContain("nowhere.txt");
    expect(stderr).toContain("PARLEY_INPUT_");
    expect(stderr).toContain("next:");
  });

  test("in a batch read on several threads every error names its file, its code and what to do", async () => {
    const batch = join(folder, "batch");
    mkdirSync(batch);
    for (let i = 0; i < 12; i++) writeFileSync(join(batch, `good-${i}.txt`), article(`Minister ${i}`));
    writeFileSync(join(batch, "binary.txt"), Buffer.from([0, 1, 2, 3, 0, 255, 254, 0, 0, 0, 1, 7]));
    writeFileSync(join(batch, "deep.html"), `<body>${"<div>".repeat(5000)}<p>deep</p>`);
    writeFileSync(join(batch, "wide.json"), `{${Array.from({ length: 20_000 }, (_, i) => `"k${i}":1`).join(",")}}`);
    writeFileSync(join(batch, "cut.txt.gz"), gzipSync(article("Ilva Teren")).subarray(0, 40));
    const { code, stdout, stderr } = await parley(["read", "batch", "--jobs", "2"]);
    expect(code).toBe(3);
    expect(lines(stdout)).toHaveLength(12);
    const errors = stderr.split("\n").filter((line) => line.startsWith("error"));
    expect(errors.map((line) => /batch\/[a-z]+/.exec(line)?.[0]).sort()).toEqual([
      "batch/binary",
      "batch/cut",
      "batch/deep",
      "batch/wide",
    ]);
    for (const line of errors) expect(line).toMatch(/\[PARLEY_INPUT_[A-Z_]+\]$/);
    expect(stderr).not.toContain("undefined");
  });

  test("says by its exit code that nothing could be read", async () => {
    expect((await parley(["read", "nowhere.txt"])).code).toBe(4);
  });

  test("reads standard input, and takes the date from its user", async () => {
    const { code, stdout } = await parley(["read", "-", "--published", "2031-03-04"], { input: article("Ilva Teren") });
    expect(code).toBe(0);
    expect(lines(stdout)[0]?.document).toMatchObject({
      file: "-",
      text: article("Ilva Teren"),
      publishedAt: "2031-03-04",
    });
  });

  test("bylines may be repeated, before the path too; JSON holds no raw control characters", async () => {
    writeFileSync(join(folder, "control.txt"), `${article("Ilva Teren")}\u009b\u007f`);
    const args = ["read", "--byline", "Ann Orlo", "--byline", "Bo Vesk", "control.txt"];
    const { code, stdout } = await parley(args);
    expect(code).toBe(0);
    expect(lines(stdout)[0]?.document).toMatchObject({ bylines: ["Ann Orlo", "Bo Vesk"] });
    expect(stdout).not.toMatch(/[\u007f-\u009f]/u);
  });

  test("--format json is one array, also of nothing", async () => {
    writeFileSync(join(folder, "good.txt"), article("Ilva Teren"));
    const both = JSON.parse((await parley(["read", "good.txt", "good.txt", "--format", "json"])).stdout) as unknown[];
    expect(both).toHaveLength(2);
    expect(JSON.parse((await parley(["read", "nowhere.txt", "--format", "json"])).stdout)).toEqual([]);
  });

  test("no colours under NO_COLOR, colours under FORCE_COLOR", async () => {
    writeFileSync(join(folder, "good.txt"), article("Ilva Teren"));
    const args = ["read", "good.txt", "--format", "pretty"];
    const escapeSequence = "\u001b[";
    expect((await parley(args, { env: { NO_COLOR: "1", FORCE_COLOR: "3" } })).stdout).not.toContain(escapeSequence);
    expect((await parley(args, { env: { FORCE_COLOR: "3", NO_COLOR: "" } })).stdout).toContain(escapeSequence);
  });

  test("a reader that closes our output early is no fault", async () => {
    const records = Array.from({ length: 3000 }, (_, i) => JSON.stringify({ text: article(`Minister ${i}`) }));
    writeFileSync(join(folder, "long.jsonl"), records.join("\n"));
    const code = await new Promise<number | null>((resolve) => {
      const child = spawn(process.execPath, [program, "read", "long.jsonl"], {
        cwd: folder,
        stdio: ["ignore", "pipe", "inherit"],
      });
      child.stdout.once("data", () => child.stdout.destroy());
      child.on("close", resolve);
    });
    expect(code).toBe(0);
  });
});

describe("the command line", () => {
  test("may be executed as it is built, which npx relies on", () => {
    expect(statSync(program).mode & 0o111).toBe(0o111);
  });

  test.each([
    [["--help"]],
    [["read", "--help"]],
    [["list", "statements", "--help"]],
    [["actors", "--help"]],
    [["actors", "import", "--help"]],
    [["--version"]],
  ])("%j exits with 0", async (args) => {
    const { code, stdout } = await parley(args);
    expect(code).toBe(0);
    expect(stdout).not.toBe("");
  });

  test.each([
    [["reed"]],
    [["read"]],
    [["read", "x.txt", "--format", "xml"]],
    [["list", "documents", "--from", "yesterday"]],
    [["list", "documents", "--json", "--csv"]],
    [["list", "actors", "--sector", "XYZ"]],
    [["actors", "split", "a", "--into", "b", "--name", "c"]],
  ])("%j is not understood: exit code 2, and help", async (args) => {
    const { code, stderr } = await parley(args);
    expect(code).toBe(2);
    expect(stderr).toMatch(/error:/);
  });
});

describe("the ledger's commands", () => {
  test("what was added is listed, shown and briefed; adding it again changes nothing", async () => {
    writeFileSync(join(folder, "a.txt"), article("Ilva Teren"));
    writeFileSync(
      join(folder, "a.meta.json"),
      JSON.stringify({ publishedAt: "2031-03-04", outlet: "The Karsk Courier" }),
    );
    const ledger = ["--ledger", "ledger"];
    const first = await parley(["add", "a.txt", "--json", ...ledger]);
    expect(first.code, first.stderr).toBe(0);
    const { id, outcome } = JSON.parse(first.stdout) as { id: string; outcome: string };
    expect(outcome).toBe("added");
    expect((await parley(["add", "a.txt", ...ledger])).stdout).toContain("1 already there");

    const documents = await parley(["list", "documents", "--json", ...ledger]);
    expect(JSON.parse(documents.stdout)).toMatchObject({ id, outlet: "The Karsk Courier", publishedAt: "2031-03-04" });
    const statements = await parley(["list", "statements", "--actor", "teren", "--csv", ...ledger]);
    expect(statements.stdout.split("\n").length).toBeGreaterThan(2);
    expect((await parley(["list", "statements", "--actor", "nobody", "--json", ...ledger])).stdout).toBe("");
    const shown = await parley(["show", id.slice(0, 8), ...ledger]);
    expect(shown.stdout).toContain("The Karsk Courier");
    const brief = await parley(["brief", "--format", "markdown", "--out", "-", ...ledger]);
    expect(brief.stdout).toContain("Ilva Teren");
    expect((await parley(["brief", "--out", "brief.html", ...ledger])).code).toBe(0);
    expect(readFileSync(join(folder, "brief.html"), "utf8")).toContain("<!doctype html>");
    expect((await parley(["doctor", ...ledger])).code).toBe(0);
    expect((await parley(["migrate", ...ledger])).code).toBe(0);
  });

  test.each([
    ["list", "documents"],
    ["list", "statements"],
    ["list", "contacts"],
    ["actors", "list"],
    ["show", "abc"],
    ["brief"],
    ["migrate"],
  ])("%s %s of a folder without a ledger makes none there: exit code 5", async (...args) => {
    const { code, stderr } = await parley([...args, "--ledger", "mistyped"]);
    expect(code).toBe(5);
    expect(stderr).toContain("PARLEY_LEDGER_ABSENT");
    expect(existsSync(join(folder, "mistyped"))).toBe(false);
  });

  test("an output that cannot be written is said before anything is read: exit code 2", async () => {
    writeFileSync(join(folder, "a.txt"), article("Ilva Teren"));
    const started = await parley(["start", "a.txt", "--out", "nowhere/brief.html", "--ledger", "unmade"]);
    expect(started.code).toBe(2);
    expect(started.stderr).toContain("PARLEY_OUTPUT_UNWRITABLE");
    expect(existsSync(join(folder, "unmade"))).toBe(false);
    expect((await parley(["brief", "--out", ".", "--ledger", "ledger"])).code).toBe(2);
  });

  test("an id that is not there: exit code 5, and where to look", async () => {
    const { code, stderr } = await parley(["show", "ffffffff", "--ledger", "ledger"]);
    expect(code).toBe(5);
    expect(stderr).toContain("PARLEY_LEDGER_NOT_FOUND");
  });
});

describeWithShared("parley read on the two seeds", () => {
  test("prints two objects by the contract, with what a careful human sees in them", async () => {
    const { code, stdout } = await parley(["read", sharedPath("seeds")]);
    expect(code).toBe(0);
    const [first, second] = stdout
      .split("\n")
      .filter(Boolean)
      .map((line) => JSON.parse(line));
    expect(first.document.title).toBe(
      "US officials are urging Ukraine to signal that it is still open to diplomatic talks with Russia",
    );
    expect(first.document).toMatchObject({
      publishedAt: null,
      order: "original",
      damage: [],
      origin: { outlet: "CNN" },
    });
    expect(second.document.title).toBe("No diplomatic offramp in sight for Russias war in Ukraine");
    expect(["2022-03-11", "2022-03-12"]).toContain(second.document.publishedAt);
    expect(second.document.dateCandidates.map((candidate: { value: string }) => candidate.value).sort()).toEqual([
      "2022-03-11",
      "2022-03-12",
    ]);
    expect(second.document.order).toBe("suspect");
    expect(second.document.damage).toEqual(expect.arrayContaining(["quotes-stripped", "apostrophes-stripped"]));
    expect(second.document.origin.outlet).toBe("CNN");
    const furniture = first.document.regions.filter((region: { kind: string }) => region.kind === "boilerplate");
    const covered = (needle: string): boolean => {
      const at = first.document.text.indexOf(needle);
      return furniture.some(
        (region: { start: number; end: number }) => region.start <= at && at + needle.length <= region.end,
      );
    };
    expect(
      [
        "#officials #urging",
        "Related Articles",
        "Leave a Reply",
        "Your email address will not be published.",
        "Back to top button",
      ].map(covered),
    ).not.toContain(false);
  });

  test("--published dates the one that has no date of its own", async () => {
    const { stdout } = await parley([
      "read",
      sharedPath("seeds", "000_36af8d9ab3091adb.txt"),
      "--published",
      "2022-11-07",
    ]);
    expect(lines(stdout)[0]?.document.publishedAt).toBe("2022-11-07");
  });
});
