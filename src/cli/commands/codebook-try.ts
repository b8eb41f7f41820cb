import type { IssueCodebook } from "../../coding/position/issue-codebook.ts";
import type { IssueFinder } from "../../coding/position/issue-finder.ts";
import { createIssueFinder } from "../../coding/position/issue-index.ts";
import { issuesIn, type SentenceIssues, type SentenceToTry } from "../../coding/position/issues-in.ts";
import type { Ledger, StatementRow } from "../../ledger/ledger.ts";
import { type TriedRow, triedColumns, triedCsvColumns, triedLine } from "../../publish/issue-rows.ts";
import { jsonLine } from "../../publish/rows.ts";
import type { SentenceParser } from "../../reader/trained/parse.ts";
import { parseSpan } from "../../reader/trained/trained-reader.ts";
import { ParleyError } from "../../text/errors.ts";
import { splitSentences } from "../../text/sentences.ts";
import { textOf } from "../../text/span.ts";
import { readIssueCodebook } from "../issues.ts";
import type { LedgerOptions } from "../options.ts";
import { type PrintOptions, printRows, shownRows } from "../print-rows.ts";
import { newBar } from "../progress.ts";
import { loadSentenceEncoder } from "../reading/sentence-encoder.ts";
import { loadSentenceParser } from "../reading/sentence-parser.ts";
import type { Terminal } from "../terminal.ts";
import { withLedger } from "../with-ledger.ts";

export interface TryIssueOptions extends LedgerOptions, PrintOptions {
  readonly codebook?: string;
}

/** `parley codebook try ISSUE`. Returns the exit code. */
export async function tryIssue(issue: string, options: TryIssueOptions, terminal: Terminal): Promise<number> {
  const codebook = readIssueCodebook(options.codebook ?? null);
  checkIssue(issue, codebook);
  return withLedger(options, terminal, async (ledger) => {
    const [parser, encoder] = await Promise.all([
      loadSentenceParser({ env: terminal.env }),
      loadSentenceEncoder({ env: terminal.env }),
    ]);
    try {
      const finder = createIssueFinder(codebook, encoder);
      await printTried(ledger, issue, { finder, parser, options, terminal });
    } finally {
      await Promise.all([parser.release(), encoder.release()]);
    }
  });
}

function checkIssue(issue: string, { issues }: IssueCodebook): void {
  if (issues.some(({ id }) => id === issue)) return;
  const ids = issues.map(({ id }) => id).join(", ");
  throw new ParleyError("PARLEY_OPTION_INVALID", `the codebook has no issue "${issue}"; it has ${ids}`);
}

interface Trial {
  readonly finder: IssueFinder;
  readonly parser: SentenceParser;
  readonly options: TryIssueOptions;
  readonly terminal: Terminal;
}

async function printTried(ledger: Ledger, issue: string, trial: Trial): Promise<void> {
  const { options, terminal } = trial;
  const views = { table: triedColumns, csv: triedCsvColumns, line: (row: TriedRow) => jsonLine(triedLine(row)) };
  const nothing = `No statement of this ledger is about ${issue} by this codebook.\n`;
  const bar = terminal.interactive.stderr
    ? newBar(terminal, "trying · {value} statements · {found} found · {duration_formatted}")
    : null;
  bar?.start(0, 0, { found: 0 });
  try {
    const rows = matching(ledger.statements(), issue, trial, (tried, found) => bar?.update(tried, { found }));
    // a terminal that shows the rows cannot show the progress beside them
    await printRows(
      terminal.interactive.stdout ? await gathered(rows, () => bar?.stop()) : rows,
      views,
      options,
      terminal,
      nothing,
    );
  } finally {
    bar?.stop(); // its timer would keep the process alive
  }
}

async function gathered<Row>(rows: AsyncIterable<Row>, then: () => void): Promise<readonly Row[]> {
  const found: Row[] = [];
  for await (const row of rows) found.push(row);
  then();
  return found;
}

/** Statements that are tried together, so that likeness is asked for many at a time. */
const BATCH = 32;

/** One row more than is shown, which tells that there are more. */
async function* matching(
  statements: AsyncIterable<StatementRow>,
  issue: string,
  { finder, parser, options, terminal }: Trial,
  onTried: (tried: number, found: number) => void,
): AsyncGenerator<TriedRow> {
  const most = shownRows(options, terminal) + 1;
  let [tried, found] = [0, 0];
  for await (const batch of batches(statements)) {
    for (const row of await tryBatch(batch, issue, finder, parser)) {
      yield row;
      if (++found >= most) return;
    }
    tried += batch.length;
    onTried(tried, found);
  }
}

async function* batches(rows: AsyncIterable<StatementRow>): AsyncGenerator<readonly StatementRow[]> {
  let batch: StatementRow[] = [];
  for await (const row of rows) {
    batch.push(row);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

async function tryBatch(
  rows: readonly StatementRow[],
  issue: string,
  finder: IssueFinder,
  parser: SentenceParser,
): Promise<readonly TriedRow[]> {
  const sentences: (SentenceToTry & { readonly row: StatementRow })[] = [];
  for (const row of rows) {
    const text = row.words.content;
    for (const span of splitSentences(text))
      sentences.push({ row, text, span, parse: await parseSpan(text, span, parser) });
  }
  const issues = await issuesIn(sentences, finder);
  return rows.flatMap((row) => {
    const own = issues.filter((sentence) => sentence.row === row);
    return triedRow(row, issue, own) ?? [];
  });
}

function triedRow(row: StatementRow, issue: string, sentences: readonly SentenceIssues[]): TriedRow | null {
  const named = sentences.flatMap(({ text, named }) =>
    named
      .filter((each) => each.issue === issue)
      .map(({ span, isContrary }) => ({ words: textOf(text, span), isContrary })),
  );
  if (named.length > 0) return { row, found: { by: "cue", named } };
  const like = sentences.flatMap((sentence) => (sentence.like?.issue === issue ? [sentence.like] : []));
  const [best] = like.sort((a, b) => b.likeness - a.likeness);
  return best === undefined ? null : { row, found: { by: "likeness", ...best } };
}
