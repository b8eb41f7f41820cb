import { expect, test } from "vitest";
import { printRows } from "./print-rows.ts";
import { madeTerminal } from "./testing/run.ts";

const views = {
  table: [{ header: "Row", value: (row: number) => String(row) }],
  csv: [{ header: "row", value: (row: number) => row }],
  line: (row: number) => String(row),
};

test.each([
  { rows: 0, limit: 3, want: 0 },
  { rows: 3, limit: 3, want: 3 },
  { rows: 250, limit: 190, want: 190 }, // the limit falls into the first chunk, and more chunks follow it
  { rows: 900, limit: 50, want: 50 },
  { rows: 900, limit: 450, want: 450 },
])("of $rows rows at most $limit are $want, the first ones, in every form", async ({ rows, limit, want }) => {
  const all = Array.from({ length: rows }, (_, at) => at + 1);
  const printed = async (form: { readonly json?: true; readonly csv?: true }) => {
    const { terminal, written } = madeTerminal();
    await printRows(all, views, { limit, ...form }, terminal);
    return { ...written, lines: written.stdout.split("\n").filter((line) => /^\d+$/u.test(line.trim())) };
  };
  const first = all.slice(0, want).map(String);
  expect((await printed({ json: true })).lines).toEqual(first);
  expect((await printed({ csv: true })).lines).toEqual(first);
  const table = await printed({});
  expect(table.lines.map((line) => line.trim())).toEqual(first);
  expect(table.stderr.includes("There are more than these")).toBe(rows > limit);
});
