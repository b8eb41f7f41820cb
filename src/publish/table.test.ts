import fc from "fast-check";
import stringWidth from "string-width";
import { describe, expect, test } from "vitest";
import { actorColumns, contactColumns, eventColumns } from "./record-rows.ts";
import { documentColumns, statementColumns } from "./rows.ts";
import { type Column, fitTable, renderTable } from "./table.ts";
import { controlCharacters, unstyled } from "./testing/printed.ts";
import { anyActorRow, anyDocumentRow, anyRecordRows, anyStatementRows, documentRow } from "./testing/rows.ts";

const pairs: readonly Column<readonly [string, string]>[] = [
  { header: "Who", value: ([who]) => who },
  { header: "What", value: ([, what]) => what, shrinksTo: 8, lines: 2 },
];
const rows: readonly (readonly [string, string])[] = [
  ["Verel", "ready to sign"],
  ["平和大使", "the talks have made certain positive advances in the last few days, and more will follow"],
];

test("a table that fits is as wide as its cells", () => {
  expect(renderTable(pairs, rows.slice(0, 1), { width: 80, colour: 0 })).toBe(
    ["Who    What", "─────  ─────────────", "Verel  ready to sign"].join("\n"),
  );
});

test("the column that may shrink does, wraps, and says with an ellipsis what is left out", () => {
  expect(renderTable(pairs, rows, { width: 52, colour: 0 })).toBe(
    [
      "Who       What",
      "────────  ──────────────────────────────────────────",
      "Verel     ready to sign",
      "平和大使  the talks have made certain positive",
      "          advances in the last few days, and more w…",
    ].join("\n"),
  );
});

test("a narrow terminal gets records", () => {
  expect(renderTable(pairs, rows, { width: 40, colour: 0 })).toBe(
    [
      "────",
      "Who   Verel",
      "What  ready to sign",
      "────",
      "Who   平和大使",
      "What  the talks have made certain",
      "      positive advances in the last few",
      "      days, and more will follow",
    ].join("\n"),
  );
});

test("columns that cannot shrink enough give records too", () => {
  const stiff: readonly Column<string>[] = [
    { header: "A", value: (row) => row.repeat(30) },
    { header: "B", value: (row) => row.repeat(30) },
  ];
  expect(renderTable(stiff, ["x"], { width: 55, colour: 0 })).toBe(`─\nA  ${"x".repeat(30)}\nB  ${"x".repeat(30)}`);
});

test("no rows, no table", () => {
  expect(renderTable(pairs, [], { width: 80, colour: 0 })).toBe("");
});

test("numbers stand at the right", () => {
  const shown = renderTable(documentColumns, [documentRow({ statements: 4 }), documentRow({ statements: 120 })], {
    width: 120,
    colour: 0,
  });
  expect(shown).toMatch(/sign {5}4\n.*sign {3}120$/u);
});

describe("in chunks", () => {
  test("rows keep the widths of the first chunk", () => {
    const table = fitTable(pairs, rows.slice(0, 1), { width: 60, colour: 0 });
    expect(table.render([["A longer name", "sign"]])).toBe("A lo…  sign");
  });

  test("the chunks together are the table", () => {
    fc.assert(
      fc.property(
        fc.array(anyDocumentRow, { minLength: 1, maxLength: 6 }),
        fc.nat(5),
        fc.constantFrom(40, 90),
        (all, cut, width) => {
          const options = { width, colour: 0 } as const;
          const table = fitTable(documentColumns, all, options);
          const chunks = [all.slice(0, cut), all.slice(cut)].filter((chunk) => chunk.length > 0);
          const parts = [...(table.head === "" ? [] : [table.head]), ...chunks.map((chunk) => table.render(chunk))];
          expect(parts.join("\n")).toBe(renderTable(documentColumns, all, options));
        },
      ),
    );
  });
});

describe("whatever the rows hold", () => {
  const level = fc.constantFrom(0 as const, 3 as const);
  const check = (shown: string, width: number) => {
    for (const line of shown.split("\n")) {
      const bare = unstyled(line);
      expect(bare).not.toMatch(controlCharacters);
      expect(stringWidth(bare)).toBeLessThanOrEqual(width);
    }
  };

  test("a table of documents fits and is harmless", () => {
    fc.assert(
      fc.property(
        fc.array(anyDocumentRow, { maxLength: 5 }),
        fc.integer({ min: 20, max: 160 }),
        level,
        (all, width, colour) => check(renderTable(documentColumns, all, { width, colour }), width),
      ),
    );
  });

  test("a table of statements fits and is harmless", () => {
    fc.assert(
      fc.property(anyStatementRows, fc.integer({ min: 20, max: 160 }), level, (all, width, colour) =>
        check(renderTable(statementColumns, all, { width, colour }), width),
      ),
    );
  });

  test("tables of actors, events and contacts fit and are harmless", () => {
    fc.assert(
      fc.property(
        fc.array(anyActorRow, { maxLength: 3 }),
        anyRecordRows,
        fc.integer({ min: 20, max: 160 }),
        level,
        (actors, { events, contacts }, width, colour) => {
          check(renderTable(actorColumns, actors, { width, colour }), width);
          check(renderTable(eventColumns, events, { width, colour }), width);
          check(renderTable(contactColumns, contacts, { width, colour }), width);
        },
      ),
    );
  });
});
