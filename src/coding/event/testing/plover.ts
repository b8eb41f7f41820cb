import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { type PloverFile, type PloverLexicon, parsePloverLexicon, ploverFiles } from "../plover-lexicon.ts";

/** The codebook's files, as they were parsed. */
export function readPloverFiles(): Readonly<Record<PloverFile, unknown>> {
  const read = (name: PloverFile): unknown =>
    parse(readFileSync(new URL(`../../../../codebook/plover/${name}.yaml`, import.meta.url), "utf8"));
  return Object.fromEntries(ploverFiles.map((name) => [name, read(name)])) as Record<PloverFile, unknown>; // each is there
}

export const readPlover = (): PloverLexicon => parsePloverLexicon(readPloverFiles());
