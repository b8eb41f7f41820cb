import { stat } from "node:fs/promises";
import { type ConlluSentence, wordsOf, writeConllu } from "../../reader/conllu.ts";
import { parseSentence, type SentenceParser } from "../../reader/trained/parse.ts";
import { withParse } from "../../reader/trained/with-parse.ts";
import { ParleyError } from "../../text/errors.ts";
import { readConlluFiles } from "../input/conllu.ts";
import { shownPath } from "../input/failures.ts";
import { appendOutput, writeOutput } from "../output.ts";
import { startProgress } from "../progress.ts";
import { loadSentenceParser } from "../reading/sentence-parser.ts";
import { exitCodeOf, reportError } from "../report.ts";
import { type Terminal, write } from "../terminal.ts";

export interface ReaderParseOptions {
  readonly out?: string;
  readonly entities?: boolean;
}

/** `parley reader parse FILE…`: the words of CoNLL-U files, tagged and parsed. Returns the exit code. */
export async function readerParse(
  paths: readonly string[],
  options: ReaderParseOptions,
  terminal: Terminal,
): Promise<number> {
  const output = await openOutput(paths, options, terminal); // before the model, which takes a while to load
  const parser = await loadSentenceParser({ env: terminal.env });
  try {
    return await parseFiles(paths, { output, parser, terminal, entities: options.entities === true });
  } finally {
    await parser.release();
  }
}

export interface ParseFilesOptions {
  readonly output: Output;
  readonly parser: SentenceParser;
  readonly terminal: Terminal;
  /** Whether `Entity=` is written. */
  readonly entities: boolean;
}

/** The command without its model. */
export async function parseFiles(paths: readonly string[], options: ParseFilesOptions): Promise<number> {
  const { output, parser, terminal } = options;
  const watched = output.isWatched ? null : await startProgress(terminal, "parsing", async () => paths.length);
  let [done, failed, words, entities] = [0, 0, 0, 0];
  const countDocument = (): void => {
    if (words > 0) watched?.document(words);
    words = 0;
  };
  try {
    for await (const item of readConlluFiles(paths, terminal.stdin)) {
      if (item.kind !== "sentence") {
        countDocument();
        watched?.file();
        if (item.kind === "file-done") continue;
        failed++;
        await reportError(terminal, item.error);
        continue;
      }
      const { sentence, isFirst } = item;
      if (beginsDocument(sentence)) countDocument();
      const forms = wordsOf(sentence).map(({ form }) => form);
      const parse = await parseSentence(forms, parser);
      const entitiesFrom = options.entities ? entities + 1 : null;
      await output.write(writeConllu([withParse(sentence, parse, { entitiesFrom, isFirst })]));
      entities += parse.entities.length;
      words += forms.length;
      if (forms.length > 0) done++;
    }
    await output.finish();
  } finally {
    watched?.stop(); // its timer would keep the process alive
  }
  return exitCodeOf({ done, failed });
}

const beginsDocument = ({ lines }: ConlluSentence): boolean =>
  lines.some((line) => line.kind === "comment" && /^#\s*newdoc\b/.test(line.text));

/** Where the sentences go. */
export interface Output {
  /** A terminal shows by it how far the work is. */
  readonly isWatched: boolean;
  write(text: string): Promise<void>;
  finish(): Promise<void>;
}

const BATCH_CHARACTERS = 1 << 16;

/** @throws ParleyError PARLEY_OUTPUT_UNWRITABLE, or PARLEY_OPTION_INVALID for a file that is also an input. */
export async function openOutput(
  paths: readonly string[],
  { out = "-" }: ReaderParseOptions,
  terminal: Terminal,
): Promise<Output> {
  if (out === "-") {
    const { stdout, interactive } = terminal;
    return { isWatched: interactive.stdout, write: (text) => write(stdout, text), finish: async () => {} };
  }
  if (await isAmong(paths, out)) {
    throw new ParleyError("PARLEY_OPTION_INVALID", `--out ${shownPath(out)}: is also read, and would be overwritten`);
  }
  await writeOutput(out, "");
  let waiting = "";
  const flush = async (): Promise<void> => {
    const text = waiting;
    waiting = "";
    await appendOutput(out, text);
  };
  return {
    isWatched: false,
    write: async (text) => {
      waiting += text;
      if (waiting.length >= BATCH_CHARACTERS) await flush();
    },
    finish: flush,
  };
}

async function isAmong(paths: readonly string[], out: string): Promise<boolean> {
  const identity = async (path: string): Promise<string | null> =>
    stat(path, { bigint: true }).then(
      ({ dev, ino }) => `${dev}:${ino}`,
      () => null, // what is not there is no other file
    );
  const own = await identity(out);
  const inputs = await Promise.all(paths.filter((path) => path !== "-").map(identity));
  return own !== null && inputs.includes(own);
}
