import { readFileSync } from "node:fs";
import { createWordPiece } from "../wordpiece.ts";

/** A text as parts, each repeated: how the fixture keeps long ones. */
interface Recipe {
  readonly name: string;
  readonly parts: readonly { readonly text: string; readonly times: number }[];
}

/** What training/fixtures.py writes. Lists of numbers are words in a string. */
interface Fixture {
  readonly pieces: readonly (Recipe & { readonly ids: string; readonly starts: string; readonly ends: string })[];
  readonly sizes: { readonly core: number; readonly left: number; readonly right: number };
  readonly windows: readonly (Recipe & { readonly windows: string; readonly shapes: string })[];
}

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), "utf8");

// The file is written by our own script and compared whole: a wrong shape fails the tests.
export const fixture = JSON.parse(read("./wordpiece.json")) as Fixture;

export const vocabulary: readonly string[] = read("../../../../models/reader/vocab.txt").trimEnd().split("\n");
export const wordPiece = createWordPiece(vocabulary);

export const textOf = ({ parts }: Recipe): string => parts.map(({ text, times }) => text.repeat(times)).join("");

export const numbers = (list: string): readonly number[] => (list === "" ? [] : list.split(" ").map(Number));
