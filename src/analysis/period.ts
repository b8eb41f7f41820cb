import { daysOfPartialDate, isoOf } from "../coding/time/calendar.ts";
import type { When } from "../coding/time/when.ts";
import type { RowDocument } from "../ledger/ledger.ts";

/** Days YYYY-MM-DD, both inside. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

/** The days on which a document may have been published; null without a date. */
export function publishedOn({ publishedAt }: Pick<RowDocument, "publishedAt">): Period | null {
  const days = publishedAt === null ? null : daysOfPartialDate(publishedAt);
  return days && { from: isoOf(days.from), to: isoOf(days.to) };
}

/**
 * The days a record is of: those that its words tell, an open side closed by the day of the document; else the day of
 * the document; null where neither is known.
 */
export function periodOf(
  when: Pick<When, "from" | "to"> | null,
  document: Pick<RowDocument, "publishedAt">,
): Period | null {
  const published = publishedOn(document);
  if (when === null || (when.from === null && when.to === null)) return published;
  const from = when.from ?? published?.from ?? when.to ?? "";
  const to = when.to ?? published?.to ?? from;
  return from <= to ? { from, to } : { from: to, to: from };
}

/** Sorts by first day, then last; what has no day comes last. */
export function byPeriod(a: Period | null, b: Period | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return order(a.from, b.from) || order(a.to, b.to);
}

export const overlap = (a: Period, b: Period): boolean => a.from <= b.to && b.from <= a.to;

/** By code unit: the same everywhere. */
export const order = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);
