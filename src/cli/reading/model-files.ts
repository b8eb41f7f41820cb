import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { ParleyError } from "../../text/errors.ts";

/** @throws ParleyError PARLEY_MODEL_MISSING */
export async function readModelFile(folder: string, name: string): Promise<Buffer> {
  const path = join(folder, name);
  try {
    return await readFile(path);
  } catch (cause) {
    const reason = cause instanceof Error && "code" in cause && cause.code === "ENOENT" ? "not there" : String(cause);
    throw new ParleyError("PARLEY_MODEL_MISSING", `${path}: ${reason}`, { cause });
  }
}

/**
 * A JSON file of a model; whoever asks validates it.
 * @throws ParleyError PARLEY_MODEL_MISSING, or PARLEY_MODEL_INVALID where it is not JSON.
 */
export async function readModelJson(folder: string, name: string): Promise<unknown> {
  const text = (await readModelFile(folder, name)).toString("utf8");
  try {
    return JSON.parse(text);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new ParleyError("PARLEY_MODEL_INVALID", `${join(folder, name)}: ${reason}`, { cause });
  }
}

/**
 * Line n is piece n.
 * @throws ParleyError PARLEY_MODEL_MISSING
 */
export async function readVocabulary(folder: string): Promise<readonly string[]> {
  const text = (await readModelFile(folder, "vocab.txt")).toString("utf8");
  return text.replace(/\r?\n$/, "").split(/\r?\n/);
}

/** Files of a model, and what its settings say of them. */
export interface ReleasedFiles {
  readonly folder: string;
  /** Name of the settings, for messages. */
  readonly settings: string;
  /** Those the model cannot do without, whatever its settings say. */
  readonly needed: readonly string[];
  /** SHA-256 by the path from the folder. */
  readonly hashes: Readonly<Record<string, string>>;
}

/**
 * Compares files with their hashes. Gives their size in bytes.
 * @throws ParleyError PARLEY_MODEL_MISSING or PARLEY_MODEL_INVALID, naming the file.
 */
export async function checkFiles({ folder, settings, needed, hashes }: ReleasedFiles): Promise<number> {
  let size = 0;
  for (const name of new Set([...needed, ...Object.keys(hashes)])) {
    const bytes = await readModelFile(folder, name);
    const [found, expected] = [createHash("sha256").update(bytes).digest("hex"), hashes[name]];
    if (found !== expected) {
      const both = `found sha256 ${found.slice(0, 12)}…, expected ${expected === undefined ? "none" : `${expected.slice(0, 12)}…`}`;
      throw new ParleyError("PARLEY_MODEL_INVALID", `${join(folder, name)} is not the file of ${settings}: ${both}`);
    }
    size += bytes.length;
  }
  return size;
}
