import { type ConlluSentence, createConlluReader, wordsOf } from "../../reader/conllu.ts";
import { ParleyError } from "../../text/errors.ts";
import { fileBytes, gunzip, isGzip, PeekableBytes } from "./bytes.ts";
import { failureOf } from "./failures.ts";
import { defaultLimits } from "./limits.ts";

export type ConlluItem =
  /** `isFirst`: of its file. */
  | { readonly kind: "sentence"; readonly sentence: ConlluSentence; readonly isFirst: boolean }
  | { readonly kind: "file-done"; readonly file: string }
  /** What could not be read on; its sentences before that were given, and the files after it are. */
  | { readonly kind: "failed"; readonly file: string; readonly error: ParleyError };

/** Reads CoNLL-U files and `-`, standard input, gzipped or not, as fast as sentences are taken and no faster. */
export async function* readConlluFiles(
  paths: readonly string[],
  stdin: NodeJS.ReadableStream,
): AsyncGenerator<ConlluItem> {
  let stdinTaken = false;
  for (const file of paths) {
    try {
      if (file === "-" && stdinTaken) {
        throw new ParleyError("PARLEY_OPTION_INVALID", "standard input was given twice");
      }
      stdinTaken ||= file === "-";
      yield* readFile(file === "-" ? bytesOf(stdin) : fileBytes(file, undefined));
      yield { kind: "file-done", file };
    } catch (error) {
      yield { kind: "failed", file, error: failureOf(file, error) };
    }
  }
}

async function* bytesOf(stream: NodeJS.ReadableStream): AsyncGenerator<Uint8Array> {
  for await (const chunk of stream) yield typeof chunk === "string" ? Buffer.from(chunk) : chunk;
}

async function* readFile(source: AsyncIterable<Uint8Array>): AsyncGenerator<ConlluItem> {
  const bytes = new PeekableBytes(source);
  try {
    const plain = isGzip(await bytes.peek(2)) ? gunzip(bytes, defaultLimits) : bytes;
    let isFirst = true;
    let words = 0;
    for await (const sentence of sentencesOf(plain)) {
      yield { kind: "sentence", sentence, isFirst };
      isFirst = false;
      words += wordsOf(sentence).length;
    }
    if (words === 0) throw new ParleyError("PARLEY_INPUT_NO_TEXT", "holds no words");
  } finally {
    await bytes.close();
  }
}

async function* sentencesOf(source: AsyncIterable<Uint8Array>): AsyncGenerator<ConlluSentence> {
  const reader = createConlluReader();
  const decoder = new TextDecoder("utf-8", { fatal: true });
  for await (const chunk of source) yield* reader.push(decoded(() => decoder.decode(chunk, { stream: true })));
  yield* reader.push(decoded(() => decoder.decode()));
  yield* reader.end();
}

function decoded(decode: () => string): string {
  try {
    return decode();
  } catch (cause) {
    throw new ParleyError("PARLEY_CONLLU_INVALID", "found bytes that are not UTF-8, accepted: CoNLL-U, which is", {
      cause,
    });
  }
}
