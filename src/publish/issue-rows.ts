import type { IssueCodebook } from "../coding/position/issue-codebook.ts";
import type { LikeIssue } from "../coding/position/issue-finder.ts";
import type { SentenceIssues } from "../coding/position/issues-in.ts";
import type { StatementRow } from "../ledger/ledger.ts";
import { textOf } from "../text/span.ts";
import { oneLine } from "./printable.ts";
import type { Pair } from "./read-object.ts";
import { documentCells } from "./record-rows.ts";
import { type CsvColumn, shortId } from "./rows.ts";
import type { Column } from "./table.ts";
import { chalkFor, type TerminalOptions, wrapText } from "./terminal.ts";
import { outletOf } from "./wording.ts";

/** A codebook as `parley codebook check` tells of it; nothing is counted in one that is not valid. */
export const checkedCodebook = (file: string, codebook: IssueCodebook | null) => ({
  schema: "parley.codebook/1",
  file,
  valid: codebook !== null,
  name: codebook?.name ?? null,
  issues: codebook === null ? null : codebook.issues.length,
  cues: codebook === null ? null : countIn(codebook, "cues"),
  examples: codebook === null ? null : countIn(codebook, "examples"),
});

/** "issues.yaml: valid; the river: 3 issues, 9 cues, 5 examples". */
export const countsTold = (file: string, codebook: IssueCodebook): string =>
  `${oneLine(file)}: valid; ${oneLine(codebook.name)}: ${counted(codebook.issues.length, "issue")}, ${counted(
    countIn(codebook, "cues"),
    "cue",
  )}, ${counted(countIn(codebook, "examples"), "example")}`;

const countIn = ({ issues }: IssueCodebook, what: "cues" | "examples"): number =>
  issues.reduce((sum, issue) => sum + issue[what].length, 0);

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? "" : "s"}`;

/** An issue found in a sentence, as JSON. */
export type IssueObject =
  | {
      readonly issue: string;
      readonly contrary: boolean;
      readonly by: "cue";
      readonly words: string;
      readonly span: Pair;
    }
  | { readonly issue: string; readonly contrary: boolean; readonly by: "likeness"; readonly likeness: number };

export interface SentenceObject {
  readonly start: number;
  readonly end: number;
  readonly words: string;
  readonly issues: readonly IssueObject[];
}

export const issueObject = ({ text, span, named, like }: SentenceIssues): SentenceObject => ({
  start: span.start,
  end: span.end,
  words: textOf(text, span),
  issues: [
    ...named.map(({ issue, isContrary, span }) => ({
      issue,
      contrary: isContrary,
      by: "cue" as const,
      words: textOf(text, span),
      span: [span.start, span.end] as const,
    })),
    ...(like === null
      ? []
      : [{ issue: like.issue, contrary: like.isContrary, by: "likeness" as const, likeness: rounded(like.likeness) }]),
  ],
});

const rounded = (likeness: number): number => Math.round(likeness * 1000) / 1000;

/** Each sentence with the issues found in it below. */
export function renderIssues(sentences: readonly SentenceIssues[], { width, colour }: TerminalOptions): string {
  const chalk = chalkFor(colour);
  return sentences
    .map(issueObject)
    .map(({ words, issues }) => {
      const told = issues.map((found) => `  ${chalk.bold(found.issue)}${foundTold(found)}`);
      const lines = told.length === 0 ? [chalk.dim("  no issue of the codebook")] : told;
      return [...wrapText(oneLine(words), width), ...lines].join("\n");
    })
    .join("\n\n");
}

function foundTold(found: IssueObject): string {
  const side = found.contrary ? ", the contrary" : "";
  return found.by === "cue" ? `${side}: “${oneLine(found.words)}”` : `${side}: likeness ${found.likeness.toFixed(2)}`;
}

/** A statement of the ledger that is about an issue, and what shows it. */
export interface TriedRow {
  readonly row: StatementRow;
  readonly found:
    | { readonly by: "cue"; readonly named: readonly { readonly words: string; readonly isContrary: boolean }[] }
    | ({ readonly by: "likeness" } & LikeIssue);
}

/** The columns of `parley codebook try` in the terminal. */
export const triedColumns: readonly Column<TriedRow>[] = [
  { header: "Date", value: ({ row }) => row.document.publishedAt ?? "–" },
  { header: "Outlet", value: ({ row }) => outletOf(row.document), shrinksTo: 8, atMost: 18 },
  { header: "Source", value: ({ row }) => row.words.source, shrinksTo: 8, atMost: 22, lines: 3 },
  { header: "Content", value: ({ row }) => row.words.content, shrinksTo: 18, lines: 4 },
  { header: "Found by", value: byTold, shrinksTo: 10, atMost: 28, lines: 3 },
  { header: "Article", value: ({ row }) => row.document.id.slice(0, shortId) },
];

function byTold({ found }: TriedRow): string {
  if (found.by === "likeness") return `likeness ${found.likeness.toFixed(2)}${contraryMark(found.isContrary)}`;
  return found.named.map(({ words, isContrary }) => `“${words}”${contraryMark(isContrary)}`).join("; ");
}

const contraryMark = (isContrary: boolean): string => (isContrary ? " (contrary)" : "");

/** As JSON: the statement by its id, with its article, its words and what shows the issue. */
export const triedLine = ({ row, found }: TriedRow) => ({
  statement: row.statement.id,
  document: row.document,
  words: row.words,
  found:
    found.by === "cue"
      ? { by: found.by, cues: found.named.map(({ words, isContrary }) => ({ words, contrary: isContrary })) }
      : { by: found.by, likeness: rounded(found.likeness), contrary: found.isContrary },
});

export const triedCsvColumns: readonly CsvColumn<TriedRow>[] = [
  { header: "statement", value: ({ row }) => row.statement.id },
  ...documentCells.map(({ header, value }) => ({ header, value: ({ row }: TriedRow) => value(row) })),
  { header: "source", value: ({ row }) => row.words.source },
  { header: "content", value: ({ row }) => row.words.content },
  { header: "found_by", value: ({ found }) => found.by },
  {
    header: "words",
    value: ({ found }) => (found.by === "cue" ? found.named.map(({ words }) => words).join("; ") : null),
  },
  { header: "likeness", value: ({ found }) => (found.by === "likeness" ? rounded(found.likeness) : null) },
  {
    header: "contrary",
    value: ({ found }) =>
      String(found.by === "cue" ? found.named.some(({ isContrary }) => isContrary) : found.isContrary),
  },
];
