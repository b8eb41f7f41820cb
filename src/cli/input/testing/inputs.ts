import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { type InputItem, type InputOptions, readInputs } from "../input.ts";

/** A folder for one test file's inputs, removed after its tests. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "parley-input-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export async function readList(paths: readonly string[], options: InputOptions = {}): Promise<InputItem[]> {
  const items: InputItem[] = [];
  for await (const item of readInputs(paths, options)) items.push(item);
  return items;
}

/** One line an item: `text dir/a.txt`, or `PARLEY_INPUT_MISSING dir/b.txt`. */
export const outline = (items: readonly InputItem[], folder = ""): readonly string[] =>
  items.map((item) => {
    const kind = item.kind === "failed" ? item.error.code : item.kind === "bytes" ? item.format : item.kind;
    return `${kind} ${item.file.replace(`${folder}/`, "")}`;
  });

export const messages = (items: readonly InputItem[]): readonly string[] =>
  items.flatMap((item) => (item.kind === "failed" ? [item.error.message] : []));
