import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { type ActorBase, parseActorBase } from "../coding/actor/actor-base.ts";
import { ParleyError } from "../text/errors.ts";
import { packageRoot } from "./package-root.ts";

/**
 * A file of `codebook/`, as YAML or JSON gives it; whoever asks validates it.
 * @throws ParleyError PARLEY_CODEBOOK_INVALID where it is missing or not YAML.
 */
export function readCodebookFile(name: string): unknown {
  return reading(name, (path) => parse(readFileSync(path, "utf8")));
}

/**
 * The actor base of `codebook/actors/`.
 * @throws ParleyError PARLEY_CODEBOOK_INVALID where a file is missing or at fault.
 */
export function readActorBase(): ActorBase {
  const files = reading("actors/persons", (path) => readdirSync(path).filter((file) => file.endsWith(".csv")));
  return parseActorBase({
    about: readCodebookFile("actors/about.yaml"),
    countries: readCodebookFile("actors/countries.yaml"),
    organizations: readCodebookFile("actors/organizations.yaml"),
    groups: readCodebookFile("actors/groups.yaml"),
    persons: files.sort().map((file) => ({
      file: `persons/${file}`,
      text: reading(`actors/persons/${file}`, (path) => readFileSync(path, "utf8")),
    })),
  });
}

function reading<T>(name: string, read: (path: string) => T): T {
  const path = join(packageRoot, "codebook", name);
  try {
    return read(path);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new ParleyError("PARLEY_CODEBOOK_INVALID", `${path}: ${reason}`, { cause });
  }
}
