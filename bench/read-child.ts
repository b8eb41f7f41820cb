import { noFurtherActors } from "../src/cli/codebook.ts";
import { defaultLimits, readInputs } from "../src/cli/input/input.ts";
import { readerNames } from "../src/cli/reading/pipeline.ts";
import { readAll } from "../src/cli/reading/pool.ts";
import { toReadObject } from "../src/publish/read-object.ts";
import { jsonLine } from "../src/publish/rows.ts";

/** What one run prints as JSON. Seconds are summed over the threads that read. */
export interface ChildReport {
  readonly readingSeconds: number;
  /** Of them, inside ONNX Runtime. */
  readonly modelSeconds: number;
  readonly statements: number;
  /** Length of the output that was thrown away. */
  readonly characters: number;
  readonly peakKilobytes: number;
}

// What bench/read.ts times: `parley read FILE --jobs N --reader NAME` to printed JSON that is thrown away, in a process
// of its own so that its peak memory is its own.
const [file = "", threads = "1", name] = process.argv.slice(2);
const reader = readerNames.find((each) => each === name);
if (reader === undefined) throw new Error(`no reader ${name}: ${readerNames.join(", ")}`);
let [readingSeconds, modelSeconds, statements, characters] = [0, 0, 0, 0];
const settings = { reader, actors: noFurtherActors, issues: null, fields: {}, limits: defaultLimits };
const outcomes = readAll(readInputs([file]), settings, Number(threads), ({ all, model }) => {
  readingSeconds += all;
  modelSeconds += model;
});
for await (const outcome of outcomes) {
  if (outcome.kind === "failed") throw outcome.error;
  const read = toReadObject(outcome.article);
  statements += read.statements.length;
  characters += jsonLine(read).length;
}
const peakKilobytes = process.resourceUsage().maxRSS;
const report: ChildReport = { readingSeconds, modelSeconds, statements, characters, peakKilobytes };
process.stdout.write(`${JSON.stringify(report)}\n`);
