import { parentPort, workerData } from "node:worker_threads";
import { ParleyError } from "../../text/errors.ts";
import type { InputItem } from "../input/input.ts";
import { createPipeline, type PipelineSettings, type ReadingTime } from "./pipeline.ts";
import type { WorkerMessage, WorkerReply } from "./pool.ts";

if (!parentPort) throw new Error("this module runs in a worker thread");
const port = parentPort;
let time: ReadingTime | null = null;
const pipeline = createPipeline(
  workerData as PipelineSettings, // what pool.ts passes
  (took) => {
    time = took;
  },
);
pipeline.catch(() => {}); // answered to the first input; until then its rejection must not end the thread

port.on("message", (item: InputItem | "end") => {
  if (item === "end") process.exit(); // this thread, not the process
  pipeline
    .then((read) => read(item))
    .then(
      (outcome): WorkerReply =>
        outcome.kind === "failed"
          ? { kind: "failed", file: outcome.file, code: outcome.error.code, message: outcome.error.message }
          : outcome,
      (error: unknown): WorkerReply =>
        error instanceof ParleyError
          ? { kind: "broken", code: error.code, message: error.message }
          : {
              kind: "broken",
              code: null,
              message: error instanceof Error ? (error.stack ?? error.message) : String(error),
            },
    )
    .then((reply) => port.postMessage({ reply, time } satisfies WorkerMessage));
});
