import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const src = fileURLToPath(new URL("../src/", import.meta.url));
const files = readdirSync(src, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));

/** Data flows down this list; a room imports from itself and from rooms above it. `testing` may be used by tests alone. */
const rooms = ["text", "document", "reader", "coding", "ledger", "analysis", "publish", "cli"];
const pure = new Set(["text", "document", "reader", "coding", "analysis", "publish"]);
const impureModules = /^(node:)?(fs|net|http|https|child_process|worker_threads|dns|os|process|readline|timers)(\/|$)/;

const isTest = (file: string): boolean => file.endsWith(".test.ts") || file.split("/").includes("testing");
const importsOf = (file: string): readonly string[] =>
  [...readFileSync(join(src, file), "utf8").matchAll(/(?:from|import)\s*\(?\s*"([^"]+)"/g)].map(
    (match) => match[1] ?? "",
  );

test.each(files.filter((file) => !isTest(file) && file !== "index.ts"))(
  "%s imports only from rooms above its own",
  (file) => {
    const room = file.split("/")[0] ?? "";
    expect(rooms).toContain(room);
    for (const target of importsOf(file).filter((name) => name.startsWith("."))) {
      const other = relative(src, normalize(join(src, dirname(file), target))).split("/")[0] ?? "";
      expect(rooms.indexOf(other), `${file} imports ${target}`).toBeGreaterThanOrEqual(0);
      expect(rooms.indexOf(other), `${file} imports ${target}`).toBeLessThanOrEqual(rooms.indexOf(room));
    }
  },
);

test.each(files.filter((file) => !isTest(file) && pure.has(file.split("/")[0] ?? "")))("%s is pure", (file) => {
  for (const target of importsOf(file)) expect(target, file).not.toMatch(impureModules);
  const code = readFileSync(join(src, file), "utf8").replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, "");
  expect(code, file).not.toMatch(
    /\bDate\.now\(|new Date\(\)|Math\.random\(|\bfetch\(|\bprocess\.(env|argv|stdout|stderr|cwd)/,
  );
});
