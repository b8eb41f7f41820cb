import { type OnCompared, ReprintFinder } from "../../analysis/reprints/find-reprints.ts";
import { type ReprintsObject, toReprintsObject } from "../../publish/reprints-object.ts";
import { renderReprints } from "../../publish/reprints-view.ts";
import { jsonLine } from "../../publish/rows.ts";
import { countInputs, type InputEvent, readInputs } from "../input/input.ts";
import { draftSettings, type InputFlags, sharedInputOptions } from "../options.ts";
import { newBar, startProgress } from "../progress.ts";
import { createDocumentMaker } from "../reading/documents.ts";
import { countWords, exitCodeOf, noteEvent, reportError } from "../report.ts";
import { type Terminal, write } from "../terminal.ts";

export interface ReprintsOptions extends InputFlags {
  readonly format: "json" | "pretty";
}

/** `parley reprints PATH…`: compares articles without touching any ledger. Returns the exit code. */
export async function reprints(
  paths: readonly string[],
  options: ReprintsOptions,
  terminal: Terminal,
): Promise<number> {
  const finder = new ReprintFinder<string>();
  const tally = await takeIn(paths, options, terminal, finder);
  const comparing = startComparing(terminal);
  const found = finder.reprints(comparing.onCompared);
  comparing.stop();
  if (options.format === "pretty") await write(terminal.stdout, `${renderReprints(found, tally.done, terminal)}\n`);
  else for (const part of jsonParts(toReprintsObject(found))) await write(terminal.stdout, part);
  return exitCodeOf(tally);
}

/** One object, a group a line, in parts of a writable size. */
function* jsonParts({ groups, ...rest }: ReprintsObject): Generator<string> {
  yield `${jsonLine(rest).slice(0, -1)},"groups":[`;
  for (const [at, group] of groups.entries()) yield `${at === 0 ? "" : ","}\n${jsonLine(group)}`;
  yield "]}\n";
}

/** Gives the finder every document of the inputs, and reports those that cannot be read. */
async function takeIn(
  paths: readonly string[],
  options: ReprintsOptions,
  terminal: Terminal,
  finder: ReprintFinder<string>,
): Promise<{ readonly done: number; readonly failed: number }> {
  const toDocument = await createDocumentMaker(draftSettings(options));
  const progress = await startProgress(terminal, "taking in", () => countInputs(paths));
  const onEvent = (event: InputEvent): void =>
    event.kind === "file-done" ? progress.file() : noteEvent(terminal, event);
  let [done, failed] = [0, 0];
  try {
    for await (const item of readInputs(paths, { ...sharedInputOptions(options, terminal), onEvent })) {
      const outcome = toDocument(item);
      if (outcome.kind === "failed") {
        failed++;
        await reportError(terminal, outcome.error);
        continue;
      }
      finder.add({ key: outcome.file, document: outcome.document });
      progress.document(countWords(outcome.document.text));
      done++;
    }
  } finally {
    progress.stop(); // its timer would keep the process alive
  }
  return { done, failed };
}

/** A bar for the comparing, where somebody watches; it is told of every pair and drawn now and then. */
function startComparing(terminal: Terminal): { readonly onCompared: OnCompared; readonly stop: () => void } {
  if (!terminal.interactive.stderr) return { onCompared: () => {}, stop: () => {} };
  const bar = newBar(terminal, "comparing {bar} {value}/{total} pairs");
  bar.start(1, 0);
  return {
    onCompared: (done, all) => {
      if (done % 200 !== 0) return;
      bar.setTotal(all);
      bar.update(done);
      bar.render(); // nothing else runs meanwhile, so its timer does not either
    },
    stop: () => bar.stop(),
  };
}
