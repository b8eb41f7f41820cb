import { expect, test } from "vitest";
import { charSpan } from "../text/span.ts";
import { canonicalJson, documentFingerprint, readingFingerprint } from "./fingerprint.ts";
import { makeArticle, makeUnread } from "./testing/article.ts";
import { makeReport } from "./testing/report.ts";

test("the order of keys does not matter, the order of lists does", () => {
  expect(canonicalJson({ a: 1, b: [{ d: 1, c: null }] })).toBe(canonicalJson({ b: [{ c: null, d: 1 }], a: 1 }));
  expect(canonicalJson([1, 2])).not.toBe(canonicalJson([2, 1]));
});

const article = makeArticle({ key: "talks", published: "2031-05-01" });

test("the path does not change a fingerprint, all else of a document does", () => {
  const { document } = article;
  const of = (changed: Partial<typeof document>) =>
    documentFingerprint({ ...article, document: { ...document, ...changed } });
  expect(of({ file: "elsewhere.txt" })).toBe(of({}));
  for (const changed of [{ text: "other" }, { title: null }, { published: null }, { order: "suspect" }] as const) {
    expect(of(changed)).not.toBe(of({}));
  }
});

test("why a document was left unread is part of its fingerprint", () => {
  const unread = makeUnread("talks");
  expect(documentFingerprint(unread)).not.toBe(documentFingerprint({ ...unread, outcome: article.outcome }));
});

test("the reader, what it tagged and what was coded from that are all part of a reading's fingerprint", () => {
  const { outcome } = makeArticle({ key: "talks", said: [{ source: "Ilse Varga", content: "the talks go on" }] });
  const { reading, statements } = outcome;
  const quotation = { direct: 0.5, indirect: 0.25, mixed: 0.25 };
  const tagged = { source: [], cue: [], content: [charSpan(0, 4)], quotation, confidence: null };
  const met = makeReport({
    key: "met",
    text: "Ilse Varga met nobody.",
    actors: [{ id: "a1", key: "person:ilse-varga", name: "Ilse Varga", words: ["Ilse Varga"] }],
    met: [{ evidence: "Ilse Varga met nobody", who: ["a1"] }],
  }).outcome;
  const changed = [
    { ...outcome, reading: { ...reading, reader: { ...reading.reader, version: 2 } } },
    { ...outcome, reading: { ...reading, sentences: [{ ...reading.sentences[0], start: 0, end: 5 }] } },
    { ...outcome, statements: statements.map((statement) => ({ ...statement, quotation: "mixed" as const })) },
    { ...outcome, statements: statements.map((statement) => ({ ...statement, quotationConfidence: 0.8 })) },
    { ...outcome, reading: { ...reading, attributions: [tagged] } },
    { ...outcome, reading: { ...reading, attributions: [{ ...tagged, quotation: null }] } },
    { ...outcome, statements: [] },
    { ...outcome, times: [{ ...charSpan(0, 4), from: null, to: null, precision: "day" as const, unresolved: true }] },
    ...(["actors", "events", "contacts"] as const).map((records) => ({ ...outcome, [records]: met[records] })),
  ] as (typeof outcome)[];
  const fingerprints = new Set([outcome, ...changed].map(readingFingerprint));
  expect(fingerprints.size).toBe(1 + changed.length);
});
