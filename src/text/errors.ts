/** What a person should do next, by code. Codes are stable and never reused; `docs/errors.md` lists them. */
const nextSteps = {
  PARLEY_INPUT_MISSING: "check the path; a pattern must match at least one file",
  PARLEY_INPUT_UNREADABLE: "check that the file exists and that you may read it",
  PARLEY_INPUT_TOO_LARGE: "split the file, or raise the limit named above with --raise NAME=NUMBER if you trust it",
  PARLEY_INPUT_NOT_TEXT: "give a .txt, .html, .json or .jsonl file (any of them may be gzipped)",
  PARLEY_INPUT_MALFORMED: "mend the file at the place named, or leave it out",
  PARLEY_INPUT_NO_TEXT: "leave the file out, or for JSON give the field that holds the article with --field text=NAME",
  PARLEY_OPTION_INVALID: "see `parley --help` for what is accepted",
  PARLEY_INPUT_FAULT: "this is a fault in Parley, not in the file: report the message above, with the file if you may",
  PARLEY_LEDGER_LOCKED: "wait for the other process to end, or give another folder with --ledger",
  PARLEY_LEDGER_UNREACHABLE: "check DATABASE_URL and that the server runs; `parley doctor` tests the connection",
  PARLEY_LEDGER_BEHIND: "run `parley migrate`, then retry",
  PARLEY_LEDGER_AHEAD: "this ledger was written by a newer Parley: update Parley, then retry",
  PARLEY_LEDGER_CHECKSUM: "open this ledger with the release of Parley that made it, or add the articles to a new one",
  PARLEY_LEDGER_FOLDER: "check the path given with --ledger, and that you may write there",
  PARLEY_LEDGER_DAMAGED: "restore the folder from a backup, or move it away and add the articles again",
  PARLEY_LEDGER_NOT_FOUND:
    "run `parley list documents`, or `parley list` with statements, actors or forecasts, to see what is there",
  PARLEY_LEDGER_ABSENT: "run `parley add PATH…` to make one there, or give the folder of another with --ledger",
  PARLEY_ACTOR_AMBIGUOUS:
    "give more of the name, or one of the keys named above (`parley list actors --json` has them all)",
  PARLEY_OUTPUT_UNWRITABLE: "give a file in a folder that exists and that you may write to with --out",
  PARLEY_CODEBOOK_INVALID: "mend the codebook file at the place named",
  PARLEY_ISSUES_INVALID: "mend the line named; `parley codebook check FILE` lists all that is wrong",
  PARLEY_CONLLU_INVALID: "mend the line named: each word on a line of ten columns, a blank line after each sentence",
  PARLEY_MODEL_MISSING: "install Parley again: its models come with it, in models/",
  PARLEY_MODEL_INVALID: "install Parley again; `parley doctor` tells which file of models/ is not as released",
  PARLEY_MODEL_RUNTIME: "install again with `npm ci`, or set PARLEY_ONNX to native, wasm or nothing to choose another",
} as const;

export type ErrorCode = keyof typeof nextSteps;
export const errorCodes = Object.keys(nextSteps) as readonly ErrorCode[];

/**
 * A broken assumption or unusable input. The message says what was wrong and where, with the value found and the
 * values accepted; `nextStep` says what to do. Neither ever holds article text or a connection string.
 */
export class ParleyError extends Error {
  override readonly name = "ParleyError";
  readonly code: ErrorCode;
  readonly nextStep: string;
  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
    this.nextStep = nextSteps[code];
  }
}
