import { SingleBar } from "cli-progress";
import type { Terminal } from "./terminal.ts";

/** How far long work is, on standard error: a bar on a terminal, nothing where nobody watches. */
export interface Progress {
  /** One more document done, `words` long. */
  readonly document: (words: number) => void;
  /** One more file taken in whole. */
  readonly file: () => void;
  readonly stop: () => void;
}

const silent: Progress = { document: () => {}, file: () => {}, stop: () => {} };

/**
 * @param countFiles tells how many files there are; asked only if somebody watches. One file, however many documents it
 * holds, shows counts and no bar.
 */
export async function startProgress(
  terminal: Terminal,
  label: string,
  countFiles: () => Promise<number>,
): Promise<Progress> {
  if (!terminal.interactive.stderr) return silent;
  const files = await countFiles();
  const startedAt = Date.now();
  let [documents, words, filesDone] = [0, 0, 0];
  const bar = newBar(
    terminal,
    `${label} ${files > 1 ? "{bar} {value}/{total} files · " : ""}{documents} documents · {rate} words/s · {elapsed}`,
  );
  const update = () => {
    const milliseconds = Math.max(1, Date.now() - startedAt);
    const rate = Math.round((1000 * words) / milliseconds).toLocaleString("en");
    bar.update(filesDone, { documents: documents.toLocaleString("en"), rate, elapsed: duration(milliseconds) });
  };
  bar.start(Math.max(1, files), 0, { documents: "0", rate: "0", elapsed: duration(0) });
  return {
    document: (count) => {
      documents += 1;
      words += count;
      update();
    },
    file: () => {
      filesDone += 1;
      update();
    },
    stop: () => bar.stop(),
  };
}

/** A bar as all of Parley's are; for a terminal whose standard error somebody watches. */
export const newBar = (terminal: Terminal, format: string): SingleBar =>
  new SingleBar({
    format,
    stream: terminal.stderr as NodeJS.WriteStream, // interactive.stderr says that it is one
    barCompleteChar: "█",
    barIncompleteChar: "░",
    barsize: 24,
    hideCursor: true,
    clearOnComplete: true,
    gracefulExit: true,
  });

const duration = (milliseconds: number): string => {
  const seconds = Math.round(milliseconds / 1000);
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
};
