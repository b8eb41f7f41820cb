import unbzip2 from "unbzip2-stream";
import { ParleyError } from "../../../text/errors.ts";
import { fileBytes, gunzip, isGzip, PeekableBytes } from "../../input/bytes.ts";
import { defaultLimits, overLimit } from "../../input/limits.ts";

const isBzip2 = (head: Uint8Array): boolean => Buffer.from(head.subarray(0, 3)).toString("latin1") === "BZh";

/** A file's bytes, or those of standard input for "-", decompressed where they begin as gzip or bzip2 does. */
export async function openBytes(
  path: string,
  stdin: NodeJS.ReadableStream,
  onRead: (bytes: number) => void = () => {},
): Promise<PeekableBytes> {
  const source = path === "-" ? (stdin as AsyncIterable<Uint8Array>) : fileBytes(path, undefined); // stdin gives buffers
  const bytes = new PeekableBytes(counted(source, onRead));
  const head = await bytes.peek(3);
  if (isGzip(head)) return new PeekableBytes(gunzip(bytes, defaultLimits));
  return isBzip2(head) ? new PeekableBytes(bunzip2(bytes)) : bytes;
}

async function* counted(
  source: AsyncIterable<Uint8Array>,
  onRead: (bytes: number) => void,
): AsyncGenerator<Uint8Array> {
  for await (const chunk of source) {
    onRead(chunk.length);
    yield chunk;
  }
}

/**
 * Also several streams one after another, as the tools that compress on many processors write them. Whatever is written
 * to the decompressor comes out before `write` returns, so that no more than a block waits. Stops where a file grows as
 * `gunzip` lets none grow.
 */
async function* bunzip2(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const unzip = unbzip2();
  let [out, failure]: [Uint8Array[], Error | null] = [[], null];
  let [taken, given] = [0, 0];
  unzip.on("error", (error: Error) => {
    failure ??= error;
  });
  unzip.on("data", (chunk: Uint8Array) => {
    out.push(chunk);
    given += chunk.length;
    const { jsonBytes, compressionRatio } = defaultLimits;
    if (given > jsonBytes && given > compressionRatio * taken) {
      throw overLimit("decompresses to more times its size", "compressionRatio", defaultLimits); // met as an error
    }
  });
  const come = (): readonly Uint8Array[] => {
    if (failure instanceof ParleyError) throw failure;
    if (failure !== null) {
      const { message } = failure as Error; // set by a listener, which the compiler does not see
      throw new ParleyError("PARLEY_INPUT_MALFORMED", `is not a sound bzip2 file (${message})`, { cause: failure });
    }
    const chunks = out;
    out = [];
    return chunks;
  };
  for await (const chunk of source) {
    taken += chunk.length;
    unzip.write(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength));
    yield* come();
  }
  unzip.end();
  yield* come();
}
