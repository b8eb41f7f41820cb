const closing = new Set<() => Promise<void>>();

/** Has `close` called should the program end early. Gives what forgets it again. */
export function beforeExit(close: () => Promise<void>): () => void {
  closing.add(close);
  return () => closing.delete(close);
}

/** Ends the threads, then the program: a thread cut off inside ONNX Runtime aborts the process, with a core dump. */
export async function exitWhenEnded(code: number): Promise<never> {
  await Promise.all([...closing].map((close) => close()));
  process.exit(code);
}
