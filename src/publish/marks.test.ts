import fc from "fast-check";
import { expect, test } from "vitest";
import { charSpan } from "../text/span.ts";
import { marksOf, paragraphsOf, piecesOf } from "./marks.ts";
import { anyArticle, statementOf } from "./testing/articles.ts";

const body = (text: string) => ({ text, regions: [{ kind: "body" as const, ...charSpan(0, text.length) }] });
const words = (document: ReturnType<typeof body>) =>
  paragraphsOf(document).map(({ start, end }) => document.text.slice(start, end));

test.each([
  {
    name: "blank lines part paragraphs and mend hard wraps",
    text: "One\ntwo\n\n three \n",
    want: ["One\ntwo", "three"],
  },
  { name: "without blank lines every line is a paragraph", text: "One\ntwo", want: ["One", "two"] },
  { name: "a carriage return is white space", text: "One\r\n\r\ntwo\r\nthree", want: ["One", "two\r\nthree"] },
  { name: "white space alone has no paragraph", text: " \n\n", want: [] },
])("$name", ({ text, want }) => {
  expect(words(body(text))).toEqual(want);
});

test("a line of another region is a paragraph of its own", () => {
  const text = "Title\nBody\n\nMore";
  const regions = [
    { kind: "title" as const, ...charSpan(0, 5) },
    { kind: "body" as const, ...charSpan(6, 16) },
  ];
  expect(words({ text, regions } as never)).toEqual(["Title", "Body", "More"]);
});

test("a statement inside a statement gives pieces with both marks, the outer first", () => {
  const text = "Verel said the minister had told him it was over.";
  const outer = statementOf(
    text,
    { source: "Verel", cue: "said", content: "the minister had told him it was over" },
    "o",
  );
  const inner = statementOf(text, { source: "the minister", cue: "told", content: "it was over" }, "i");
  const [pieces = []] = piecesOf([charSpan(0, text.length)], [...marksOf(outer, 1), ...marksOf(inner, 2)], []);
  const told = pieces.map(({ start, end, marks }) => [
    text.slice(start, end),
    marks.map(({ role, number }) => `${role} ${number}`).join(", "),
  ]);
  expect(told).toEqual([
    ["Verel", "source 1"],
    [" ", ""],
    ["said", "cue 1"],
    [" ", ""],
    ["the minister", "content 1, source 2"],
    [" had ", "content 1"],
    ["told", "content 1, cue 2"],
    [" him ", "content 1"],
    ["it was over", "content 1, content 2"],
    [".", ""],
  ]);
});

test("pieces are the paragraphs without a gap, and carry exactly the marks and the region over them", () => {
  fc.assert(
    fc.property(anyArticle, ({ document, outcome }) => {
      const statements = outcome.kind === "read" ? outcome.statements : [];
      const marks = statements.flatMap((statement, index) => marksOf(statement, index + 1));
      const paragraphs = paragraphsOf(document);
      const rows = piecesOf(paragraphs, marks, document.regions);
      for (const [index, pieces] of rows.entries()) {
        expect([pieces[0]?.start, pieces.at(-1)?.end]).toEqual([paragraphs[index]?.start, paragraphs[index]?.end]);
        for (const [at, piece] of pieces.entries()) {
          expect(pieces[at + 1]?.start ?? piece.end).toBe(piece.end);
          expect(new Set(piece.marks)).toEqual(
            new Set(marks.filter((m) => m.start < piece.end && piece.start < m.end)),
          );
          for (const mark of piece.marks) expect(mark.start <= piece.start && piece.end <= mark.end).toBe(true);
          const over = document.regions.find((region) => region.start <= piece.start && piece.end <= region.end);
          expect(piece.region).toBe(over?.kind ?? null);
        }
      }
    }),
  );
});

test("paragraphs hold every character that is not white space, in order", () => {
  fc.assert(
    fc.property(anyArticle, ({ document }) => {
      const kept = paragraphsOf(document).map(({ start, end }) => document.text.slice(start, end));
      expect(kept.join("").replace(/\s/gu, "")).toBe(document.text.replace(/\s/gu, ""));
    }),
  );
});
