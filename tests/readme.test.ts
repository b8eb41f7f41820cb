import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

// The README's transcripts and its library example are run as they stand there.
const root = fileURLToPath(new URL("..", import.meta.url));
const readme = readFileSync(join(root, "README.md"), "utf8");
const blocks = (language: string): readonly string[] =>
  [...readme.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, "gmu"))].map((match) => match[1] ?? "");

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "parley-readme-"));
  cpSync(join(root, "examples"), join(folder, "examples"), { recursive: true });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Step {
  readonly command: string;
  /** Lines as printed; "…" stands for any number of lines. */
  readonly printed: readonly string[];
}

const steps = blocks("console").flatMap((block) =>
  block.split(/^\$ /mu).flatMap((part): readonly Step[] => {
    const [command = "", ...printed] = part.trimEnd().split("\n");
    return command === "" ? [] : [{ command, printed: printed.filter((line, at) => line !== "" || at > 0) }];
  }),
);

describe("the README's transcript", () => {
  test("has commands in it", () => {
    expect(steps.length).toBeGreaterThanOrEqual(3);
  });

  test.each(steps)("$ $command", ({ command, printed }) => {
    const [npx, parley, ...args] = command.split(" ");
    expect([npx, parley]).toEqual(["npx", "parley"]);
    const { DATABASE_URL: _, FORCE_COLOR: __, ...env } = process.env;
    const { stdout, status, stderr } = spawnSync(process.execPath, [join(root, "dist/src/cli/main.js"), ...args], {
      cwd: folder,
      encoding: "utf8",
      env: { ...env, NO_COLOR: "1" },
    });
    expect(status, stderr).toBe(0);
    expect(withElisions(stdout.trimEnd().split("\n"), printed)).toEqual(printed);
  });
});

/** What was printed, with "…" put where `expected` has it and the lines after it are found. */
function withElisions(actual: readonly string[], expected: readonly string[]): readonly string[] {
  const out: string[] = [];
  let at = 0;
  expected.forEach((line, index) => {
    if (line !== "…") {
      if (at < actual.length) out.push(actual[at++] ?? "");
      return;
    }
    out.push("…");
    const next = expected[index + 1];
    const found = next === undefined ? actual.length : actual.indexOf(next, at);
    at = found === -1 ? actual.length : found;
  });
  return [...out, ...actual.slice(at)];
}

test("the README's library example runs", () => {
  const [example = ""] = blocks("ts");
  // From inside the package, its own name resolves to what `exports` gives its users.
  const file = join(root, "dist", "readme-example.mjs");
  writeFileSync(file, example);
  try {
    const { stdout, stderr, status } = spawnSync(process.execPath, [file], { encoding: "utf8", cwd: folder });
    expect(status, stderr).toBe(0);
    const [printed = ""] = blocks("text");
    expect(stdout).toBe(printed);
  } finally {
    rmSync(file);
  }
});

test("every file that the README links to is there", () => {
  const links = [...readme.matchAll(/\]\((?!https?:|#)([^)#]+)/gu)].map((match) => match[1] ?? "");
  expect(links.length).toBeGreaterThan(5);
  for (const link of links) expect(() => readFileSync(join(root, link)), link).not.toThrow(/ENOENT/);
});
