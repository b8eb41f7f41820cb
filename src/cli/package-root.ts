import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder that holds package.json, `codebook/` and `examples/`, from the sources as well as from `dist/`. */
export const packageRoot: string = findRoot(dirname(fileURLToPath(import.meta.url)));

/** Version of this Parley, from package.json. */
export const version: string = readVersion();

function findRoot(from: string): string {
  if (existsSync(join(from, "package.json"))) return from;
  const parent = dirname(from);
  if (parent === from) throw new Error("package.json of Parley was not found above the program: install it again");
  return findRoot(parent);
}

function readVersion(): string {
  const content: unknown = JSON.parse(readFileSync(join(packageRoot, "package.json"), "utf8"));
  const found = typeof content === "object" && content !== null && "version" in content ? content.version : null;
  return typeof found === "string" ? found : "unknown";
}
