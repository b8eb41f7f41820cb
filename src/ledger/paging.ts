import type { SqlRow } from "./sql.ts";

const defaultSize = 500;

/** Rows page by page, each page starting after the last row of the one before. */
export async function* paged(
  limit: number | undefined,
  page: (after: SqlRow | null, limit: number) => Promise<readonly SqlRow[]>,
  pageSize = defaultSize,
): AsyncGenerator<SqlRow, void, undefined> {
  let left = limit ?? Number.POSITIVE_INFINITY;
  let after: SqlRow | null = null;
  while (left > 0) {
    const size = Math.min(left, pageSize);
    const rows: readonly SqlRow[] = await page(after, size);
    yield* rows;
    left -= rows.length;
    after = rows.at(-1) ?? null;
    if (rows.length < size) return;
  }
}
