import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { ParleyError } from "../text/errors.ts";
import { packageRoot } from "./package-root.ts";

/**
 * A file of `codebook/`, as YAML or JSON gives it; whoever asks validates it.
 * @throws ParleyError PARLEY_CODEBOOK_INVALID where it is missing or not YAML.
 */
export function readCodebookFile(name: string): unknown {
  const path = join(packageRoot, "codebook", name);
  try {
    return parse(readFileSync(path, "utf8"));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new ParleyError("PARLEY_CODEBOOK_INVALID", `${path}: ${reason}`, { cause });
  }
}
