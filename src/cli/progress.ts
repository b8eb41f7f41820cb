import { SingleBar } from "cli-progress";
import type { Terminal } from "./terminal.ts";

/** How far long work is, on standard error: a bar on a terminal, nothing where nobody watches. */
export interface Progress {
  /** One more document done, `words` long. */
  readonly step: (words: number) => void;
  readonly stop: () => void;
}

const silent: Progress = { step: () => {}, stop: () => {} };

/**
 * @param total documents expected, or null where it cannot be told beforehand (one file of many records, a stream).
 */
export function startProgress(terminal: Terminal, label: string, total: number | null): Progress {
  if (!terminal.interactive.stderr) return silent;
  let done = 0;
  let words = 0;
  const startedAt = Date.now();
  const known = total === null ? "{value} documents" : "{value}/{total} documents";
  const format = `${label} ${total === null ? "" : "{bar} "}${known} · {rate} words/s · {elapsed}`;
  const bar = new SingleBar({
    format,
    stream: terminal.stderr as NodeJS.WriteStream, // interactive.stderr says that it is one
    barCompleteChar: "█",
    barIncompleteChar: "░",
    hideCursor: true,
    clearOnComplete: true,
    gracefulExit: false,
    etaBuffer: 50,
  });
  const fields = () => ({ elapsed: elapsed(Date.now() - startedAt), rate: rate(words, Date.now() - startedAt) });
  bar.start(total ?? 0, 0, fields());
  return {
    step: (count) => {
      done += 1;
      words += count;
      if (total !== null && done > total) bar.setTotal(done);
      bar.update(done, fields());
    },
    stop: () => bar.stop(),
  };
}

const rate = (words: number, milliseconds: number): string =>
  Math.round((1000 * words) / Math.max(1, milliseconds)).toLocaleString("en");

const elapsed = (milliseconds: number): string => {
  const seconds = Math.round(milliseconds / 1000);
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
};
