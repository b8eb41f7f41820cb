import { expect, test } from "vitest";
import { canonicalJson, fingerprint } from "./fingerprint.ts";
import { makeArticle, makeUnread } from "./testing/article.ts";

test("the order of keys does not matter, the order of lists does", () => {
  expect(canonicalJson({ a: 1, b: [{ d: 1, c: null }] })).toBe(canonicalJson({ b: [{ c: null, d: 1 }], a: 1 }));
  expect(canonicalJson([1, 2])).not.toBe(canonicalJson([2, 1]));
});

const article = makeArticle({ key: "talks", published: "2031-05-01" });

test("the path does not change a fingerprint, all else of a document does", () => {
  const { document } = article;
  const of = (changed: Partial<typeof document>) => fingerprint({ ...article, document: { ...document, ...changed } });
  expect(of({ file: "elsewhere.txt" })).toBe(of({}));
  for (const changed of [{ text: "other" }, { title: null }, { published: null }, { order: "suspect" }] as const) {
    expect(of(changed)).not.toBe(of({}));
  }
});

test("why a document was left unread is part of its fingerprint", () => {
  const unread = makeUnread("talks");
  expect(fingerprint(unread)).not.toBe(fingerprint({ ...unread, outcome: article.outcome }));
});
