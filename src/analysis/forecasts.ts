import type { Likelihood } from "../coding/forecast/forecast.ts";
import type { When } from "../coding/time/when.ts";
import type { ForecastRow, NamedActor, Resolution } from "../ledger/ledger.ts";
import { contentWords } from "./content-words.ts";
import { type OriginBounds, type OriginsBehind, unknownOrigins } from "./origins-behind.ts";
import { order, publishedOn } from "./period.ts";
import { DisjointSets } from "./reprints/disjoint-sets.ts";

/** Where a forecast stands on a day: resolved by a person; due, since its horizon is over; or open. */
export type ForecastState = "due" | "open" | "resolved";

/** One forecast, in however many documents it is told. */
export interface JoinedForecast {
  /** Null where the article forecasts, or nobody knows who. */
  readonly holder: NamedActor | null;
  /** As the earliest document has it. */
  readonly likelihood: Likelihood;
  /** Of the earliest document that tells one with days: "within two weeks" counts from the day it was said. */
  readonly horizon: Pick<When, "from" | "to"> | null;
  readonly state: ForecastState;
  /** What people found it came to, each outcome and note once; several where they found different things. */
  readonly resolutions: readonly Resolution[];
  /** The records that tell it, the earliest document first. */
  readonly rows: readonly [ForecastRow, ...ForecastRow[]];
  readonly origins: OriginBounds;
}

export interface ForecastOptions {
  readonly originsBehind?: OriginsBehind;
}

/**
 * The forecasts that records tell, on a day (YYYY-MM-DD): those that are due first, then the open ones, then the
 * resolved ones, each by the end of its horizon. Two records tell one forecast where their holder is the same, at least
 * seven tenths of their content words are (Dice), with the same figures, neither denies what the other expects, and
 * their horizons meet. The order of the rows changes nothing.
 */
export function joinForecasts(
  rows: Iterable<ForecastRow>,
  today: string,
  { originsBehind = unknownOrigins }: ForecastOptions = {},
): readonly JoinedForecast[] {
  const entries = [...rows].map(entryOf).toSorted((a, b) => byDocument(a.row, b.row));
  return groupsOf(entries)
    .map((group) => joined(group, today, originsBehind))
    .toSorted(byUrgency);
}

export function forecastState(
  horizon: Pick<When, "to"> | null,
  resolutions: readonly Resolution[],
  today: string,
): ForecastState {
  if (resolutions.length > 0) return "resolved";
  return horizon !== null && horizon.to !== null && horizon.to < today ? "due" : "open";
}

interface Entry {
  readonly row: ForecastRow;
  /** Who holds it, the same over documents: an unnamed one by the words that describe it. */
  readonly holder: string;
  readonly words: ReadonlySet<string>;
  readonly figures: string;
}

function entryOf(row: ForecastRow): Entry {
  const told = contentWords(row.words.content);
  // "that will be so" has no word but its own
  const words = new Set(told.length > 0 ? told : [row.words.content.toLowerCase()]);
  const figures = [...words].filter((word) => /\d/u.test(word)).toSorted(order);
  return { row, holder: holderKey(row.holder), words, figures: figures.join(" ") };
}

/** The key of an unnamed source is of one document alone, and a copy has another: its description is the same. */
function holderKey(holder: NamedActor | null): string {
  if (holder === null) return "";
  return holder.type === "anonymous" ? `described: ${contentWords(holder.name).join(" ")}` : holder.key;
}

const share = 0.7;

/** Groups of entries that tell one forecast, each in the order of `entries`. */
function groupsOf(entries: readonly Entry[]): readonly (readonly [Entry, ...Entry[]])[] {
  const sets = new DisjointSets<Entry>();
  for (const [one, other] of candidates(entries)) if (isSame(one, other)) sets.join(one, other);
  const groups = new Map<Entry, [Entry, ...Entry[]]>();
  for (const entry of entries) {
    const root = sets.find(entry);
    const group = groups.get(root);
    if (group === undefined) groups.set(root, [entry]);
    else group.push(entry);
  }
  return [...groups.values()];
}

/**
 * Pairs of one holder that may share enough words: those that have one of their rarest words in common, so many that two
 * without any could not be alike (prefix filtering: Chaudhuri, Ganti, Kaushik 2006). Without it all would be compared
 * with all.
 */
function* candidates(entries: readonly Entry[]): Generator<readonly [Entry, Entry]> {
  const counts = new Map<string, number>();
  for (const { words } of entries) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const seen = new Map<string, Entry[]>();
  for (const entry of entries) {
    const rarest = [...entry.words].toSorted((a, b) => (counts.get(a) ?? 0) - (counts.get(b) ?? 0) || order(a, b));
    const needed = Math.ceil((rarest.length * share) / (2 - share));
    const met = new Set<Entry>();
    for (const word of rarest.slice(0, rarest.length - needed + 1)) {
      const key = `${entry.holder}\n${word}`;
      const before = seen.get(key);
      if (before === undefined) seen.set(key, [entry]);
      else {
        for (const other of before) met.add(other);
        before.push(entry);
      }
    }
    for (const other of met) yield [other, entry];
  }
}

function isSame(one: Entry, other: Entry): boolean {
  if (one.figures !== other.figures || isDenied(one) !== isDenied(other)) return false;
  const common = [...one.words].filter((word) => other.words.has(word)).length;
  if ((2 * common) / (one.words.size + other.words.size) < share) return false;
  const [a, b] = [one.row.forecast.horizon, other.row.forecast.horizon];
  return isBefore(a, b) === false && isBefore(b, a) === false;
}

const isDenied = ({ row: { forecast } }: Entry): boolean => /^(?:unlikely|not)$/u.test(forecast.likelihood);

/** Whether the one horizon is over before the other begins. */
const isBefore = (a: When | null, b: When | null): boolean =>
  a !== null && b !== null && a.to !== null && b.from !== null && a.to < b.from;

function joined(group: readonly [Entry, ...Entry[]], today: string, originsBehind: OriginsBehind): JoinedForecast {
  const rows = group.map(({ row }) => row) as unknown as JoinedForecast["rows"]; // of one at least, as the group is
  const [{ holder, forecast }] = rows;
  const dated = rows.find((row) => (row.forecast.horizon?.to ?? null) !== null)?.forecast.horizon ?? null;
  const told = rows.flatMap(({ resolution }) => resolution ?? []);
  const resolutions = [...new Map(told.map((one) => [JSON.stringify([one.outcome, one.note]), one])).values()];
  const horizon = dated === null ? null : { from: dated.from, to: dated.to };
  return {
    holder,
    likelihood: forecast.likelihood,
    horizon,
    state: forecastState(horizon, resolutions, today),
    resolutions,
    rows,
    origins: originsBehind(rows.map(({ document }) => document.id)),
  };
}

/** By day of publication, those without one last. */
function byDocument(a: ForecastRow, b: ForecastRow): number {
  const [one, other] = [publishedOn(a.document)?.from ?? "~", publishedOn(b.document)?.from ?? "~"];
  return order(one, other) || order(a.document.id, b.document.id) || order(a.forecast.id, b.forecast.id);
}

const states: readonly ForecastState[] = ["due", "open", "resolved"];

function byUrgency(a: JoinedForecast, b: JoinedForecast): number {
  const endOf = ({ horizon }: JoinedForecast): string => horizon?.to ?? "~";
  return (
    states.indexOf(a.state) - states.indexOf(b.state) || order(endOf(a), endOf(b)) || byDocument(a.rows[0], b.rows[0])
  );
}
