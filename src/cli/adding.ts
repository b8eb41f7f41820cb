import type { Article } from "../coding/article.ts";
import type { AddOutcome, Ledger } from "../ledger/ledger.ts";
import type { ParleyError } from "../text/errors.ts";
import { knownPersons } from "./actors/known-persons.ts";
import { countInputs, type InputEvent, readInputs } from "./input/input.ts";
import { inputOptions, pipelineSettings, provenance, type ReadingOptions } from "./options.ts";
import { startProgress } from "./progress.ts";
import { readAll } from "./reading/pool.ts";
import { countWords, noteEvent } from "./report.ts";
import type { Terminal } from "./terminal.ts";

/** What became of one input on its way into the ledger. */
export type Added =
  | { readonly kind: "kept"; readonly article: Article; readonly outcome: AddOutcome }
  | { readonly kind: "failed"; readonly file: string; readonly error: ParleyError };

/** A batch is one transaction: large enough to be fast, small enough that little is read again after a crash. */
const BATCH_DOCUMENTS = 64;
const BATCH_CHARACTERS = 4_000_000;

/** Reads inputs and adds them to the ledger in batches; gives what became of each once it is acknowledged. */
export async function* addInputs(
  paths: readonly string[],
  ledger: Ledger,
  options: ReadingOptions,
  terminal: Terminal,
): AsyncGenerator<Added> {
  const progress = await startProgress(terminal, "adding", () => countInputs(paths));
  let batch: Article[] = [];
  let characters = 0;
  const flush = async (): Promise<readonly Added[]> => {
    const articles = batch;
    [batch, characters] = [[], 0];
    if (articles.length === 0) return [];
    const outcomes = await ledger.add(articles, provenance(terminal));
    for (const { document } of articles) progress.document(countWords(document.text));
    return articles.map((article, i) => ({ kind: "kept", article, outcome: outcomes[i] as AddOutcome }));
  };
  try {
    const onEvent = (event: InputEvent): void =>
      event.kind === "file-done" ? progress.file() : noteEvent(terminal, event);
    const items = readInputs(paths, { ...inputOptions(options, terminal), onEvent });
    const settings = pipelineSettings(options);
    const known = { ...settings, actors: { ...settings.actors, persons: await knownPersons(ledger) } };
    for await (const outcome of readAll(items, known, options.jobs)) {
      if (outcome.kind === "failed") {
        yield outcome;
        continue;
      }
      batch.push(outcome.article);
      characters += outcome.article.document.text.length;
      if (batch.length >= BATCH_DOCUMENTS || characters >= BATCH_CHARACTERS) yield* await flush();
    }
    yield* await flush();
  } finally {
    progress.stop();
  }
}
