import fc from "fast-check";
import { expect, test } from "vitest";
import { jsonChunks } from "./bulk.ts";

test("chunks hold every row once, in order, and are no longer than they must be", () => {
  const rows = fc.array(fc.record({ text: fc.string() }));
  fc.assert(
    fc.property(rows, fc.integer({ min: 1, max: 100 }), (given, maxLength) => {
      const chunks = [...jsonChunks(given, maxLength)];
      expect(chunks.flatMap((chunk): unknown => JSON.parse(chunk))).toEqual(given);
      for (const chunk of chunks) {
        const parts: readonly unknown[] = JSON.parse(chunk);
        const length = parts.reduce((sum: number, part) => sum + JSON.stringify(part).length, 0);
        expect(length <= maxLength || parts.length === 1).toBe(true);
      }
    }),
  );
});
