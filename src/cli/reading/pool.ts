import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import type { Article } from "../../coding/article.ts";
import { type ErrorCode, ParleyError } from "../../text/errors.ts";
import type { InputItem } from "../input/input.ts";
import { createPipeline, type PipelineSettings, type ReadingTime, type ReadOutcome } from "./pipeline.ts";
import { beforeExit } from "./threads.ts";

/** What a worker thread answers; errors as data, because a thread boundary keeps no classes. */
export type WorkerReply =
  | { readonly kind: "article"; readonly file: string; readonly article: Article }
  | { readonly kind: "failed"; readonly file: string; readonly code: ErrorCode; readonly message: string }
  | { readonly kind: "broken"; readonly code: ErrorCode | null; readonly message: string };

export interface WorkerMessage {
  readonly reply: WorkerReply;
  /** Null where nothing was read. */
  readonly time: ReadingTime | null;
}

type OnTime = (time: ReadingTime) => void;

/** Below this many inputs a thread's start costs more than it saves. */
const FEW_INPUTS = 8;
/** How many inputs each thread may have waiting: enough to keep it busy, few enough to bound memory. */
const QUEUE_PER_THREAD = 8;

/** How long a thread may take to end by itself: a run of the model, not a whole article. */
const ENDING_MS = 10_000;

const workerModule = new URL("./worker.js", import.meta.url);

/**
 * Reads inputs on up to `threads` threads and gives the outcomes in the order of the inputs, which arrive only as fast
 * as they are read. An input that exhausts or crashes its thread is reported as failed and the rest goes on. `onTime` is
 * told what each input took the thread that read it.
 */
export async function* readAll(
  items: AsyncIterable<InputItem>,
  settings: PipelineSettings,
  threads: number,
  onTime: OnTime = () => {},
): AsyncGenerator<ReadOutcome> {
  const source = items[Symbol.asyncIterator]();
  const first: InputItem[] = [];
  let ended = false;
  const inThreads = threads > 1 && existsSync(fileURLToPath(workerModule));
  while (inThreads && !ended && first.length < FEW_INPUTS) {
    const next = await source.next();
    if (next.done) ended = true;
    else first.push(next.value);
  }
  const all = chain(first, ended ? null : source);
  if (!inThreads || ended) yield* readHere(all, settings, onTime);
  else yield* readInThreads(all, settings, threads, onTime);
}

async function* chain(first: readonly InputItem[], rest: AsyncIterator<InputItem> | null): AsyncGenerator<InputItem> {
  yield* first;
  if (rest) for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}

async function* readHere(
  items: AsyncIterable<InputItem>,
  settings: PipelineSettings,
  onTime: OnTime,
): AsyncGenerator<ReadOutcome> {
  const pipeline = await createPipeline(settings, onTime);
  for await (const item of items) yield await pipeline(item);
}

async function* readInThreads(
  items: AsyncIterable<InputItem>,
  settings: PipelineSettings,
  threads: number,
  onTime: OnTime,
): AsyncGenerator<ReadOutcome> {
  const pool = Array.from({ length: threads }, () => new ReaderThread(settings, onTime));
  const close = async (): Promise<void> => {
    await Promise.all(pool.map((thread) => thread.close()));
  };
  const forget = beforeExit(close);
  const pending: Promise<ReadOutcome>[] = [];
  try {
    for await (const item of items) {
      const idlest = pool.reduce((a, b) => (b.waiting < a.waiting ? b : a));
      // what failed before it was read stays here: a thread boundary would take its error's class away
      const outcome = item.kind === "failed" ? Promise.resolve(item) : idlest.read(item);
      outcome.catch(() => {}); // awaited below, in order; until then a rejection is not unhandled
      pending.push(outcome);
      if (pending.length >= threads * QUEUE_PER_THREAD) yield await (pending.shift() as Promise<ReadOutcome>);
    }
    for (const outcome of pending) yield await outcome;
  } finally {
    await close();
    forget();
  }
}

interface Waiting {
  readonly item: InputItem;
  readonly resolve: (outcome: ReadOutcome) => void;
  readonly reject: (error: unknown) => void;
}

/** One worker thread; a queue in front of it, one input inside it, and a new thread where one died. */
class ReaderThread {
  private readonly settings: PipelineSettings;
  private readonly onTime: OnTime;
  private worker: Worker;
  private readonly queue: Waiting[] = [];
  private closing: Promise<void> | null = null;

  constructor(settings: PipelineSettings, onTime: OnTime) {
    this.settings = settings;
    this.onTime = onTime;
    this.worker = this.start();
  }

  get waiting(): number {
    return this.queue.length;
  }

  read(item: InputItem): Promise<ReadOutcome> {
    return new Promise((resolve, reject) => {
      this.queue.push({ item, resolve, reject });
      if (this.queue.length === 1) this.worker.postMessage(item);
    });
  }

  close(): Promise<void> {
    this.closing ??= this.end();
    return this.closing;
  }

  /** Asks the thread to end. Ended from outside while ONNX Runtime is at work in it, it would abort the whole process. */
  private async end(): Promise<void> {
    const { worker } = this;
    worker.removeAllListeners();
    worker.on("error", () => {}); // it is going anyway
    const ended = new Promise((resolve) => worker.once("exit", resolve));
    worker.postMessage("end");
    const timer = setTimeout(() => worker.terminate(), ENDING_MS);
    await ended;
    clearTimeout(timer);
  }

  private start(): Worker {
    const worker = new Worker(workerModule, { workerData: this.settings });
    worker.on("message", (message: WorkerMessage) => this.answer(message));
    worker.on("error", (error) => this.restart(error));
    return worker;
  }

  private answer({ reply, time }: WorkerMessage): void {
    if (time) this.onTime(time);
    const done = this.queue.shift();
    if (!done) return;
    const next = this.queue[0];
    if (next) this.worker.postMessage(next.item);
    if (reply.kind === "article") done.resolve(reply);
    else if (reply.kind === "failed") {
      done.resolve({ kind: "failed", file: reply.file, error: new ParleyError(reply.code, reply.message) });
    } else done.reject(reply.code ? new ParleyError(reply.code, reply.message) : new Error(reply.message));
  }

  /** The thread died of the input in it: out of memory, or a crash below JavaScript. */
  private restart(error: Error): void {
    const dead = this.queue.shift();
    this.worker = this.start();
    const next = this.queue[0];
    if (next) this.worker.postMessage(next.item);
    if (!dead) return;
    const message = `${dead.item.file}: reading it ended its thread (${error.message})`;
    dead.resolve({
      kind: "failed",
      file: dead.item.file,
      error: new ParleyError("PARLEY_INPUT_TOO_LARGE", message, { cause: error }),
    });
  }
}
