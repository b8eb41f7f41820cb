import { Readable, Writable } from "node:stream";
import { ParleyError } from "../../text/errors.ts";
import { exitCodeOfError, reportError } from "../report.ts";
import type { Terminal } from "../terminal.ts";

export interface Run {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A terminal of 80 columns that nobody watches, and what is written to it. */
export function madeTerminal(stdin = ""): { readonly terminal: Terminal; readonly written: Omit<Run, "code"> } {
  const written = { stdout: "", stderr: "" };
  const streamTo = (name: keyof typeof written): Writable =>
    new Writable({
      write(chunk, _, done) {
        written[name] += chunk;
        done();
      },
    });
  const terminal: Terminal = {
    stdout: streamTo("stdout"),
    stderr: streamTo("stderr"),
    stdin: Readable.from([Buffer.from(stdin)]),
    env: {},
    width: 80,
    colour: 0,
    colourOfErrors: 0,
    interactive: { stdout: false, stderr: false },
    now: () => "2031-03-04T00:00:00Z",
  };
  return { terminal, written };
}

/** Runs a command as `main` does, in such a terminal. */
export async function run(command: (terminal: Terminal) => Promise<number>, stdin = ""): Promise<Run> {
  const { terminal, written } = madeTerminal(stdin);
  try {
    return { code: await command(terminal), ...written };
  } catch (error) {
    if (!(error instanceof ParleyError)) throw error;
    await reportError(terminal, error);
    return { code: exitCodeOfError(error.code), ...written };
  }
}
