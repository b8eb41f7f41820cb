import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { expect, test } from "vitest";
import { printable } from "./printable.ts";
import { actorCsvColumns, contactCsvColumns, contactLine, eventCsvColumns, eventLine } from "./record-rows.ts";
import { documentCsvColumns, jsonLine, statementCsvColumns, statementLine, toCsv } from "./rows.ts";
import { hostileText } from "./testing/articles.ts";
import { anyActorRow, anyDocumentRow, anyRecordRows, anyStatementRows, documentRow } from "./testing/rows.ts";

const one = [{ header: "cell", value: (text: string | number) => text }];

test.each([
  { cell: "=HYPERLINK(1)", want: "'=HYPERLINK(1)" },
  { cell: "+1", want: "'+1" },
  { cell: "-1", want: "'-1" },
  { cell: "@SUM(1)", want: "'@SUM(1)" },
  { cell: "\t=1", want: "'\t=1" },
  { cell: "  =1", want: "'  =1" },
  { cell: "＝1", want: "'＝1" },
  { cell: "a=1", want: "a=1" },
  { cell: -1, want: "-1" },
  { cell: "", want: '""' },
])("the cell $cell is written as $want", ({ cell, want }) => {
  expect(parse(toCsv(one, [cell]), { columns: true })).toEqual([{ cell: want === '""' ? "" : want }]);
});

test("a CSV of documents reads back", () => {
  const row = documentRow({ title: 'He said "no", twice\nand left', damage: ["quotes-stripped"], order: "suspect" });
  expect(parse(toCsv(documentCsvColumns, [row]), { columns: true })).toEqual([
    {
      id: row.id,
      published_at: "2031-03-03",
      precision: "day",
      outlet: "The Veld Courier",
      title: 'He said "no", twice\nand left',
      url: "",
      file: "dispatches/1.txt",
      language: "en",
      order: "suspect",
      damage: "quotes-stripped",
      unread: "",
      reader: "by-hand 1",
      statements: "4",
    },
  ]);
});

test("later chunks of a stream carry no header", () => {
  expect(toCsv(documentCsvColumns, [], { header: false })).toBe("");
  expect(toCsv(one, ["x"], { header: false })).toBe("x\n");
});

test("any text reads back as printed, but for the mark before a formula", () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      const [[back]] = parse(toCsv(one, [text], { header: false })) as [[string]];
      expect([printable(text), `'${printable(text)}`]).toContain(back);
      expect(back).not.toMatch(/^[=+\-@\t]/u);
    }),
  );
});

test("the spans of a CSV of statements are pairs as in the contract", () => {
  fc.assert(
    fc.property(anyStatementRows, (rows) => {
      const back = parse(toCsv(statementCsvColumns, rows), { columns: true }) as Record<string, string>[];
      expect(back.map((row) => JSON.parse(row.content_spans ?? ""))).toEqual(
        rows.map(({ statement }) => statementLine({ statement } as never).content.spans),
      );
    }),
  );
});

test("a CSV of statements says how probable a kind of quotation is, where that is told", () => {
  fc.assert(
    fc.property(anyStatementRows, (rows) => {
      const back = parse(toCsv(statementCsvColumns, rows), { columns: true }) as Record<string, string>[];
      expect(back.map((row) => row.quotation_confidence)).toEqual(
        rows.map(({ statement: { quotationConfidence } }) => quotationConfidence?.toString() ?? ""),
      );
    }),
  );
});

test("a line of JSON is one line, drives no terminal and reads back as it was", () => {
  fc.assert(
    fc.property(anyDocumentRow, anyStatementRows, (document, statements) => {
      for (const value of [document, ...statements.map(statementLine)]) {
        const line = jsonLine(value);
        // biome-ignore lint/suspicious/noControlCharactersInRegex: the characters this test looks for
        expect(line).not.toMatch(/[\u0000-\u001f\u007f-\u009f]/u);
        expect(JSON.parse(line)).toEqual(JSON.parse(JSON.stringify(value)));
      }
    }),
  );
});

test("rows of actors, events and contacts read back from CSV, and as JSON are one line that drives no terminal", () => {
  fc.assert(
    fc.property(anyActorRow, anyRecordRows, (actor, { events, contacts }) => {
      const back = (text: string) => parse(text, { columns: true }) as Record<string, string>[];
      expect(back(toCsv(actorCsvColumns, [actor]))[0]?.key).toBe(actor.key);
      expect(back(toCsv(eventCsvColumns, events)).map((row) => JSON.parse(row.evidence_spans ?? ""))).toEqual(
        events.map((row) => eventLine(row).evidence),
      );
      expect(back(toCsv(contactCsvColumns, contacts)).map((row) => row.id)).toEqual(
        contacts.map(({ contact }) => contact.id),
      );
      for (const value of [actor, ...events.map(eventLine), ...contacts.map(contactLine)]) {
        const line = jsonLine(value);
        // biome-ignore lint/suspicious/noControlCharactersInRegex: the characters this test looks for
        expect(line).not.toMatch(/[\u0000-\u001f\u007f-\u009f]/u);
        expect(JSON.parse(line)).toEqual(JSON.parse(JSON.stringify(value)));
      }
    }),
  );
});
