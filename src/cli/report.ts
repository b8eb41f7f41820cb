import { Chalk } from "chalk";
import { oneLine } from "../publish/printable.ts";
import type { ErrorCode, ParleyError } from "../text/errors.ts";
import { exitCodes } from "./exit-codes.ts";
import type { InputEvent } from "./input/input.ts";
import { type Terminal, write } from "./terminal.ts";

/** Says on standard error what was wrong and what to do next. */
export async function reportError(terminal: Terminal, error: ParleyError): Promise<void> {
  const chalk = new Chalk({ level: terminal.colourOfErrors });
  const head = chalk.red.bold("error");
  await write(terminal.stderr, `${head} ${oneLine(error.message)} ${chalk.dim(`[${error.code}]`)}\n`);
  await write(terminal.stderr, `      ${chalk.dim("next:")} ${error.nextStep}\n`);
}

/** A row of the sidecar CSV that fits no input is worth knowing of; a skipped file in a folder is not. */
export function noteEvent(terminal: Terminal, event: InputEvent): void {
  if (event.kind !== "row-unused") return;
  terminal.stderr.write(`note  the sidecar's row for ${oneLine(event.file)} fits none of the inputs\n`);
}

/** How a batch went, for the exit code. */
export interface Tally {
  readonly done: number;
  readonly failed: number;
}

export function exitCodeOf({ done, failed }: Tally): number {
  if (failed === 0) return exitCodes.ok;
  return done === 0 ? exitCodes.allInputsFailed : exitCodes.someInputsFailed;
}

/** The exit code of a command that could not go on. */
export function exitCodeOfError(code: ErrorCode): number {
  if (code.startsWith("PARLEY_LEDGER_") || code === "PARLEY_ACTOR_AMBIGUOUS") return exitCodes.ledger;
  if (code.startsWith("PARLEY_INPUT_") || code === "PARLEY_ISSUES_INVALID") return exitCodes.allInputsFailed;
  return code === "PARLEY_OPTION_INVALID" || code === "PARLEY_OUTPUT_UNWRITABLE" ? exitCodes.usage : exitCodes.fault;
}

/** The number of words of a text, as progress and summaries count them: stretches of letters and digits. */
export function countWords(text: string): number {
  let count = 0;
  for (const _ of text.matchAll(/[\p{L}\p{N}]+/gu)) count++;
  return count;
}
