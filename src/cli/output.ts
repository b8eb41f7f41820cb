import { appendFile, writeFile } from "node:fs/promises";
import { ParleyError } from "../text/errors.ts";
import { shownPath } from "./input/failures.ts";

/** @throws ParleyError PARLEY_OUTPUT_UNWRITABLE */
export const writeOutput = (path: string, text: string): Promise<void> => naming(path, () => writeFile(path, text));

/** @throws ParleyError PARLEY_OUTPUT_UNWRITABLE */
export const appendOutput = (path: string, text: string): Promise<void> => naming(path, () => appendFile(path, text));

/** Before long work: that there will be a file to write its result to. @throws ParleyError PARLEY_OUTPUT_UNWRITABLE */
export const checkOutput = (path: string): Promise<void> => naming(path, () => appendFile(path, ""));

async function naming(path: string, write: () => Promise<void>): Promise<void> {
  try {
    await write();
  } catch (cause) {
    const reason = cause instanceof Error && "code" in cause ? String(cause.code) : String(cause);
    throw new ParleyError("PARLEY_OUTPUT_UNWRITABLE", `${shownPath(path)} cannot be written (${reason})`, { cause });
  }
}
