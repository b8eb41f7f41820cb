import { once } from "node:events";
import type { Writable } from "node:stream";

/** What a command may know of the terminal and the world around it. Tests give their own. */
export interface Terminal {
  readonly stdout: Writable;
  readonly stderr: Writable;
  readonly stdin: NodeJS.ReadableStream;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Columns of standard output; 80 where it is not a terminal. */
  readonly width: number;
  /** chalk's colour level for standard output: 0 none, 1 basic, 2 256 colours, 3 true colour. */
  readonly colour: 0 | 1 | 2 | 3;
  readonly colourOfErrors: 0 | 1 | 2 | 3;
  readonly interactive: { readonly stdout: boolean; readonly stderr: boolean };
  /** ISO 8601, UTC. */
  readonly now: () => string;
}

export function systemTerminal(): Terminal {
  const { stdout, stderr, stdin, env } = process;
  return {
    stdout,
    stderr,
    stdin,
    env,
    width: stdout.columns ?? (Number(env.COLUMNS) || 80),
    colour: colourLevel(stdout, env),
    colourOfErrors: colourLevel(stderr, env),
    interactive: { stdout: stdout.isTTY === true, stderr: stderr.isTTY === true },
    now: () => new Date().toISOString(),
  };
}

/** NO_COLOR (no-color.org) wins, then FORCE_COLOR, then whether the stream is a terminal and what it can show. */
function colourLevel(
  stream: NodeJS.WriteStream,
  env: Readonly<Record<string, string | undefined>>,
): Terminal["colour"] {
  if (env.NO_COLOR) return 0;
  const forced = env.FORCE_COLOR;
  if (forced) return forced === "0" || forced === "false" ? 0 : levelOf(Number(forced) || 1);
  if (!stream.isTTY || env.TERM === "dumb") return 0;
  const depth = stream.getColorDepth();
  if (depth >= 24) return 3;
  if (depth >= 8) return 2;
  return depth >= 4 ? 1 : 0;
}

const levelOf = (level: number): Terminal["colour"] => (level >= 3 ? 3 : level === 2 ? 2 : 1);

/** Writes and waits while the reader of the stream is behind, so that long output never sits in memory. */
export async function write(stream: Writable, text: string): Promise<void> {
  if (!stream.write(text)) await once(stream, "drain");
}
