import type { Article } from "../../coding/article.ts";
import { renderArticle } from "../../publish/article-view.ts";
import { toReadObject } from "../../publish/read-object.ts";
import { jsonLine } from "../../publish/rows.ts";
import { countInputs, type InputEvent, readInputs } from "../input/input.ts";
import { inputOptions, pipelineSettings, type ReadingOptions } from "../options.ts";
import { startProgress } from "../progress.ts";
import { readAll } from "../reading/pool.ts";
import { countWords, exitCodeOf, noteEvent, reportError } from "../report.ts";
import { type Terminal, write } from "../terminal.ts";

const readFormats = ["jsonl", "json", "pretty"] as const;

export interface ReadOptions extends ReadingOptions {
  readonly format: (typeof readFormats)[number];
}

/** `parley read PATH…`: reads without touching any ledger. Returns the exit code. */
export async function read(paths: readonly string[], options: ReadOptions, terminal: Terminal): Promise<number> {
  // Output on a terminal shows the progress itself.
  const watched = terminal.interactive.stdout
    ? null
    : await startProgress(terminal, "reading", () => countInputs(paths));
  const onEvent = (event: InputEvent): void =>
    event.kind === "file-done" ? watched?.file() : noteEvent(terminal, event);
  const items = readInputs(paths, { ...inputOptions(options, terminal), onEvent });
  let [done, failed] = [0, 0];
  try {
    for await (const outcome of readAll(items, pipelineSettings(options), options.jobs)) {
      if (outcome.kind === "failed") {
        failed++;
        await reportError(terminal, outcome.error);
        continue;
      }
      await write(terminal.stdout, formatted(outcome.article, options, terminal, done === 0));
      watched?.document(countWords(outcome.article.document.text));
      done++;
    }
  } finally {
    watched?.stop(); // its timer would keep the process alive
  }
  if (options.format === "json") await write(terminal.stdout, done === 0 ? "[]\n" : "\n]\n");
  return exitCodeOf({ done, failed });
}

function formatted(article: Article, options: ReadOptions, terminal: Terminal, isFirst: boolean): string {
  switch (options.format) {
    case "jsonl":
      return `${jsonLine(toReadObject(article))}\n`;
    case "json":
      return `${isFirst ? "[" : ","}\n${jsonLine(toReadObject(article), 2)}`;
    case "pretty":
      return `${isFirst ? "" : "\n"}${renderArticle(article, [], terminal)}\n`;
    default:
      return options.format satisfies never;
  }
}
