import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { IssueCodebook } from "../coding/position/issue-codebook.ts";
import { type ParsedIssueCodebook, parseIssueCodebook } from "../coding/position/parse-issue-codebook.ts";
import { ParleyError } from "../text/errors.ts";
import type { YamlFault } from "../text/yaml-reader.ts";
import { failureOf, shownPath } from "./input/failures.ts";
import { packageRoot } from "./package-root.ts";

/** The codebook of issues that comes with Parley. */
export const shippedIssues: string = join(packageRoot, "codebook", "issues.yaml");

/** A codebook of issues from a file, or what is wrong with it. @throws ParleyError PARLEY_INPUT_MISSING, PARLEY_INPUT_UNREADABLE */
export function parseIssueFile(file: string): ParsedIssueCodebook {
  try {
    return parseIssueCodebook(readFileSync(file, "utf8"));
  } catch (error) {
    throw failureOf(file, error);
  }
}

/**
 * A codebook of issues to work with.
 * @param file null: the one that comes with Parley.
 * @throws ParleyError PARLEY_ISSUES_INVALID with its first fault, PARLEY_INPUT_MISSING, PARLEY_INPUT_UNREADABLE
 */
export function readIssueCodebook(file: string | null = null): IssueCodebook {
  const path = file ?? shippedIssues;
  const parsed = parseIssueFile(path);
  if (parsed.kind === "valid") return parsed.codebook;
  const [first, ...others] = parsed.faults;
  const more = others.length === 0 ? "" : ` (and ${others.length} more)`;
  throw new ParleyError("PARLEY_ISSUES_INVALID", `${first === undefined ? path : faultLine(path, first)}${more}`);
}

/** "issues.yaml:12:5: what is wrong; what to do", as editors and compilers have it. */
export const faultLine = (file: string, { line, column, problem, remedy }: YamlFault): string =>
  `${shownPath(file)}:${line}:${column}: ${problem}; ${remedy}`;
