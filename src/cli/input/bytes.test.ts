import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { gunzip, linesOf, PeekableBytes, utf16ToUtf8 } from "./bytes.ts";
import { defaultLimits } from "./limits.ts";

const decoder = new TextDecoder();

async function* cut(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function whole(source: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks = [];
  for await (const chunk of source) chunks.push(chunk);
  return Buffer.concat(chunks);
}

const text = fc.string({ unit: fc.constantFrom("a", "ä", " ", "\n", "\r", "🕊"), maxLength: 60 });
const size = fc.integer({ min: 1, max: 9 });

test("lines are those of the text, numbered as an editor numbers them, however the bytes arrive", async () => {
  await fc.assert(
    fc.asyncProperty(text, size, async (input, chunk) => {
      const found: (readonly [number, string])[] = [];
      for await (const line of linesOf(cut(Buffer.from(input), chunk), 1000)) {
        found.push([line.number, decoder.decode(line.bytes ?? undefined)]);
      }
      const want = input.split("\n").map((line, i) => [i + 1, line] as const);
      expect(found).toEqual(want.filter(([, line]) => line.trim() !== ""));
    }),
  );
});

test("a line beyond the limit is given without its bytes, one at the limit with them", async () => {
  const lines = [];
  for await (const line of linesOf(cut(Buffer.from("12345\n123456\n\n1234567890\n1"), 4), 5)) {
    lines.push([line.number, line.bytes && decoder.decode(line.bytes)]);
  }
  expect(lines).toEqual([
    [1, "12345"],
    [2, null],
    [4, null],
    [5, "1"],
  ]);
});

test("looking at the first bytes takes none of them away", async () => {
  await fc.assert(
    fc.asyncProperty(text, size, fc.array(fc.nat(80), { maxLength: 3 }), async (input, chunk, looks) => {
      const bytes = Buffer.from(input);
      const peekable = new PeekableBytes(cut(bytes, chunk));
      for (const look of looks) {
        const head = await peekable.peek(look);
        expect(head.length).toBeGreaterThanOrEqual(Math.min(look, bytes.length));
        expect(Buffer.from(head)).toEqual(bytes.subarray(0, head.length));
      }
      expect(await whole(peekable)).toEqual(bytes);
    }),
  );
});

test("gzip in pieces comes out whole", async () => {
  await fc.assert(
    fc.asyncProperty(text, size, async (input, chunk) => {
      expect((await whole(gunzip(cut(gzipSync(input), chunk), defaultLimits))).toString()).toBe(input);
    }),
    { numRuns: 30 },
  );
});

test("UTF-16 in pieces becomes UTF-8", async () => {
  await fc.assert(
    fc.asyncProperty(text, size, async (input, chunk) => {
      expect((await whole(utf16ToUtf8(cut(Buffer.from(input, "utf16le"), chunk), "utf-16le"))).toString()).toBe(input);
    }),
  );
});
