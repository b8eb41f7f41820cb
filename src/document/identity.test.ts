import fc from "fast-check";
import { expect, test } from "vitest";
import { documentId } from "./identity.ts";

const parts = fc.record({
  text: fc.string({ unit: "binary" }),
  url: fc.option(fc.string()),
  outlet: fc.option(fc.string()),
});

test("an id is 128 bits of lower-case hex, and the same parts give the same id", () => {
  fc.assert(
    fc.property(parts, (p) => {
      expect(documentId(p)).toMatch(/^[0-9a-f]{32}$/);
      expect(documentId({ ...p })).toBe(documentId(p));
    }),
  );
});

test("an id stays what it is from release to release", () => {
  expect(documentId({ text: "Talks open in Ravna", url: "https://example.org/a", outlet: null })).toBe(
    "34a0332e5ddaa9438504f09f62c30f41",
  );
  expect(documentId({ text: "Talks open in Ravna", url: null, outlet: "Karsk Herald" })).toBe(
    "601a154c09cb6e6334ae8b1e45e16cba",
  );
});

test("the same words elsewhere are another document", () => {
  const text = "Talks open in Ravna";
  const ids = [
    documentId({ text, url: "https://example.org/a", outlet: null }),
    documentId({ text, url: "https://example.org/b", outlet: null }),
    documentId({ text, url: null, outlet: "Karsk Herald" }),
    documentId({ text, url: null, outlet: "https://example.org/a" }),
    documentId({ text, url: null, outlet: null }),
  ];
  expect(new Set(ids).size).toBe(ids.length);
});

test("where there is an address, the outlet's name changes nothing", () => {
  const text = "Talks open in Ravna";
  const url = "https://example.org/a";
  expect(documentId({ text, url, outlet: "Herald" })).toBe(documentId({ text, url, outlet: null }));
});

test("a lone surrogate is not lost", () => {
  expect(documentId({ text: "a\ud800", url: null, outlet: null })).not.toBe(
    documentId({ text: "a\ufffd", url: null, outlet: null }),
  );
});
