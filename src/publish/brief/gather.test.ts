import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Decision, Ledger } from "../../ledger/ledger.ts";
import { anyArticle, articleOf, onDay, statementOf } from "../testing/articles.ts";
import { dispatches } from "../testing/dispatches.ts";
import { memoryLedger } from "../testing/memory-ledger.ts";
import { gatherBrief } from "./gather.ts";

const ids = (data: Awaited<ReturnType<typeof gatherBrief>>) => data.documents.map(({ article }) => article.document.id);

test("the newest come first, those without a date last", async () => {
  const data = await gatherBrief(memoryLedger(dispatches));
  expect(ids(data)).toEqual(["c1", "m1", "f1", "s1", "h1", "u1"]);
  expect(data.matching).toBe(6);
});

describe("bounds", () => {
  test("the newest N are taken, and the others counted", async () => {
    const data = await gatherBrief(memoryLedger(dispatches), { limit: 2 });
    expect([ids(data), data.matching]).toEqual([["c1", "m1"], 6]);
  });

  test("a long article that does not fit is left out, shorter ones behind it are not", async () => {
    const long = articleOf({ id: "long", text: "x".repeat(2000), published: onDay("2031-03-10") });
    const data = await gatherBrief(memoryLedger([...dispatches, long]), {}, { documents: 9, characters: 1999 });
    expect([ids(data).includes("long" as never), data.documents.length, data.matching]).toEqual([false, 6, 7]);
  });

  test("nothing is nothing", async () => {
    expect(await gatherBrief(memoryLedger([]))).toEqual({ filter: {}, matching: 0, documents: [] });
    expect((await gatherBrief(memoryLedger(dispatches), { limit: 0 })).documents).toEqual([]);
  });

  test("of a long ledger only the chosen are read whole", async () => {
    const read: string[] = [];
    const many = Array.from({ length: 500 }, (_, n) => articleOf({ id: `d${n}`, text: "x", published: onDay(day(n)) }));
    const ledger = memoryLedger(many);
    const article: Ledger["article"] = (id) => {
      read.push(id);
      return ledger.article(id);
    };
    const watched = { ...ledger, article };
    const data = await gatherBrief(watched, { limit: 3 });
    expect([ids(data), read, data.matching]).toEqual([["d499", "d498", "d497"], ["d499", "d498", "d497"], 500]);
  });
});

describe("filters", () => {
  test("on documents keep articles without statements", async () => {
    expect(ids(await gatherBrief(memoryLedger(dispatches), { outlet: "sund" }))).toEqual(["f1"]);
  });

  test("on statements keep the statements that fit, and their articles alone", async () => {
    const data = await gatherBrief(memoryLedger(dispatches), { sourcing: "anonymous" });
    expect([ids(data), data.matching]).toEqual([["c1", "m1", "u1"], 3]);
    for (const { statements } of data.documents) {
      expect(statements.map(({ statement }) => statement.sourcing)).toEqual(["anonymous"]);
    }
  });
});

describe("decisions", () => {
  const [courier] = dispatches;
  if (courier?.outcome.kind !== "read") throw new Error("the first dispatch was read");
  const [first] = courier.outcome.statements;
  if (!first) throw new Error("the first dispatch has statements");
  const decide = (over: Partial<Decision>): Decision => ({
    statement: first.id,
    verdict: "accepted",
    correction: null,
    note: null,
    ...over,
  });
  const gathered = async (decision: Decision) => (await gatherBrief(memoryLedger([courier], [decision]))).documents[0];

  test("a rejected statement is left out and counted", async () => {
    const document = await gathered(decide({ verdict: "rejected" }));
    expect([document?.statements.length, document?.rejected]).toEqual([5, 1]);
  });

  test("a corrected statement stands as corrected", async () => {
    const correction = statementOf(
      courier.document.text,
      { source: "Anton Verel", content: "ready to sign" },
      first.id,
    );
    const document = await gathered(decide({ verdict: "corrected", correction }));
    expect(document?.statements[0]).toEqual({
      statement: correction,
      decision: decide({ verdict: "corrected", correction }),
    });
  });
});

test("the order in which articles were added changes nothing", async () => {
  const unique = fc.uniqueArray(anyArticle, { selector: ({ document }) => document.id, maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(unique, fc.nat(6), async (articles, limit) => {
      const forth = await gatherBrief(memoryLedger(articles), { limit });
      expect(await gatherBrief(memoryLedger(articles.toReversed()), { limit })).toEqual(forth);
      expect([forth.documents.length, forth.matching]).toEqual([Math.min(limit, articles.length), articles.length]);
    }),
    { numRuns: 40 },
  );
});

const day = (n: number): string => new Date(Date.UTC(2031, 0, 1 + n)).toISOString().slice(0, 10);
