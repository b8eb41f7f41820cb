import { constants } from "node:fs";
import { open } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { ParleyError } from "../../text/errors.ts";
import { type InputLimits, overLimit } from "./limits.ts";

const CHUNK_BYTES = 128 * 1024;

/**
 * A file's bytes, opened when the first are asked for and closed when the last were or the caller stops. A pipe or a
 * device is refused rather than waited for.
 */
export async function* fileBytes(path: string, signal: AbortSignal | undefined): AsyncGenerator<Uint8Array> {
  const handle = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)); // a FIFO would block the opening
  try {
    const stat = await handle.stat();
    if (!stat.isFile()) {
      throw new ParleyError("PARLEY_INPUT_UNREADABLE", `is ${kindOf(stat)}, expected a regular file`);
    }
    yield* handle.createReadStream({ highWaterMark: CHUNK_BYTES, autoClose: false, ...(signal ? { signal } : {}) });
  } finally {
    await handle.close();
  }
}

interface FileKind {
  readonly isDirectory: () => boolean;
  readonly isFIFO: () => boolean;
  readonly isSocket: () => boolean;
}

const kindOf = (stat: FileKind): string =>
  stat.isDirectory() ? "a directory" : stat.isFIFO() ? "a named pipe" : stat.isSocket() ? "a socket" : "a device";

/** Bytes that can be looked at before they are read. Reads no further than it is asked to. */
export class PeekableBytes implements AsyncIterable<Uint8Array> {
  private readonly source: AsyncIterator<Uint8Array>;
  private head: Uint8Array = new Uint8Array(0);
  private ended = false;

  constructor(source: AsyncIterable<Uint8Array>) {
    this.source = source[Symbol.asyncIterator]();
  }

  /** The first bytes, `size` or more; fewer only if there are no more. */
  async peek(size: number): Promise<Uint8Array> {
    const chunks = [this.head];
    let length = this.head.length;
    while (length < size && !this.ended) {
      const next = await this.source.next();
      if (next.done) this.ended = true;
      else {
        chunks.push(next.value);
        length += next.value.length;
      }
    }
    if (chunks.length > 1) this.head = Buffer.concat(chunks);
    return this.head;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array> {
    const head = this.head;
    this.head = new Uint8Array(0);
    if (head.length > 0) yield head;
    while (!this.ended) {
      const next = await this.source.next();
      if (next.done) this.ended = true;
      else yield next.value;
    }
  }

  async close(): Promise<void> {
    await this.source.return?.();
  }
}

export const isGzip = (head: Uint8Array): boolean => head[0] === 0x1f && head[1] === 0x8b;

/**
 * Decompresses as far as it is read. Beyond `jsonBytes` it stops where it has grown more than `compressionRatio` times.
 * @throws errors of zlib, whose codes start with Z_.
 */
export async function* gunzip(source: AsyncIterable<Uint8Array>, limits: InputLimits): AsyncGenerator<Uint8Array> {
  const gunzip = createGunzip({ chunkSize: CHUNK_BYTES });
  const feeding = pipeline(Readable.from(source, { objectMode: false }), gunzip);
  feeding.catch(() => {}); // the loop below meets the same error
  let bytes = 0;
  for await (const chunk of gunzip as AsyncIterable<Uint8Array>) {
    bytes += chunk.length;
    if (bytes > limits.jsonBytes && bytes > limits.compressionRatio * gunzip.bytesWritten) {
      throw overLimit("decompresses to more times its size", "compressionRatio", limits);
    }
    yield chunk;
  }
}

/** All the bytes, in a buffer of their own. Stops reading at the limit. */
export async function readWhole(
  source: AsyncIterable<Uint8Array>,
  limit: "textBytes" | "jsonBytes" | "sidecarBytes",
  limits: InputLimits,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of source) {
    bytes += chunk.length;
    if (bytes > limits[limit]) throw overLimit("has more bytes", limit, limits);
    chunks.push(chunk);
  }
  return joined(chunks, bytes);
}

/** UTF-16 as UTF-8, whose lines end at a byte. */
export async function* utf16ToUtf8(
  source: AsyncIterable<Uint8Array>,
  encoding: "utf-16le" | "utf-16be",
): AsyncGenerator<Uint8Array> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of source) yield Buffer.from(decoder.decode(chunk, { stream: true }));
  yield Buffer.from(decoder.decode());
}

/** One line that is not blank, without its end. `bytes` is null for a line beyond the limit, which was passed over. */
export interface Line {
  /** From 1, blank lines counted. */
  readonly number: number;
  readonly bytes: Uint8Array | null;
}

const LINE_FEED = 0x0a;

/** Lines as they come, each in a buffer of its own; never holds more than one line and one chunk. */
export async function* linesOf(source: AsyncIterable<Uint8Array>, maxBytes: number): AsyncGenerator<Line> {
  let parts: Uint8Array[] = [];
  let length = 0;
  let number = 1;
  const add = (part: Uint8Array): void => {
    length += part.length;
    if (length <= maxBytes) parts.push(part);
    else parts = []; // too long: only its length goes on
  };
  const take = (): Line | null => {
    const bytes = length <= maxBytes ? joined(parts, length) : null;
    parts = [];
    length = 0;
    return bytes && isBlank(bytes) ? null : { number, bytes };
  };
  for await (const chunk of source) {
    let start = 0;
    for (let end = chunk.indexOf(LINE_FEED); end !== -1; end = chunk.indexOf(LINE_FEED, start)) {
      if (end > start) add(chunk.subarray(start, end));
      const line = length > 0 ? take() : null; // a bomb of line feeds must cost as little as one of letters
      if (line) yield line;
      number++;
      start = end + 1;
    }
    add(chunk.subarray(start));
  }
  const last = take();
  if (last) yield last;
}

const isBlank = (bytes: Uint8Array): boolean => bytes.every((byte) => byte === 0x20 || (byte >= 9 && byte <= 13));

function joined(parts: readonly Uint8Array[], length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
