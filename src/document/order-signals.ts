import type { SentenceFacts } from "./order-facts.ts";
import { type PairFeatureName, type PlaceFeatureName, pairFeatureNames, placeFeatureNames } from "./order-features.ts";
import { type OrderTerms, orderTerms } from "./order-terms.ts";
import { functionWords } from "./order-words.ts";

/** What was fitted: log odds that the text is disordered. A name that is not there weighs nothing. */
export interface OrderWeights {
  /** For each of `pairDistances`. */
  readonly pair: readonly Readonly<Partial<Record<PairFeatureName, number>>>[];
  /** For each of `places`. */
  readonly place: readonly Readonly<Partial<Record<PlaceFeatureName, number>>>[];
  /** A signal's weight in a text of 25 sentences, and what is added to it where a text is e times as long. */
  readonly signal: Readonly<Record<SignalName, readonly [number, number]>>;
}

export const signalNames = [
  "bias",
  "next",
  "second",
  "third",
  "near",
  "later",
  "openingFirst",
  "openingSecond",
  "openingThird",
  "closing",
  "falling",
  "surnameFirst",
  "fullNameFirst",
  "surnameFirstShare",
  "introducedLate",
  "introducedFirst",
  "explainedLate",
  "explainedFirst",
  "shortFormFirst",
  "longFormFirst",
  "quotationsWhole",
  "quotationsTorn",
  "quotationsTornShare",
  "abbreviationsTorn",
  "abbreviationsTornMore",
  "titles",
  "titleLate",
  "datelineLate",
] as const;
export type SignalName = (typeof signalNames)[number];
export type Signals = Readonly<Record<SignalName, number>>;

/** Numbers that speak for or against the order of the sentences; `text` is the text that they stand in. */
export const orderSignals = (
  text: string,
  facts: readonly SentenceFacts[],
  weights: Pick<OrderWeights, "pair" | "place">,
): Signals => ({
  ...ownSignals(text, facts),
  ...termSignals(orderTerms(facts), weights),
});

type TermSignalName =
  | "next"
  | "second"
  | "third"
  | "near"
  | "later"
  | `opening${"First" | "Second" | "Third"}`
  | "closing"
  | "falling";

/** How much the terms at each distance and place speak for disorder. */
export function termSignals(
  terms: OrderTerms,
  { pair, place }: Pick<OrderWeights, "pair" | "place">,
): Pick<Signals, TermSignalName> {
  const [next = 0, second = 0, third = 0, near = 0, later = 0] = terms.pair.map((values, index) =>
    weigh(values, pairFeatureNames, pair[index]),
  );
  const [openingFirst = 0, openingSecond = 0, openingThird = 0, closing = 0, falling = 0] = terms.place.map(
    (values, index) => weigh(values, placeFeatureNames, place[index]),
  );
  return {
    next,
    second,
    third,
    near,
    later,
    openingFirst,
    openingSecond,
    openingThird,
    closing,
    falling,
  };
}

/** The signals that need no weights. */
export function ownSignals(text: string, facts: readonly SentenceFacts[]): Omit<Signals, TermSignalName> {
  const torn = tornAbbreviations(text);
  return {
    bias: 1,
    ...nameSignals(facts),
    ...quotationSignals(facts),
    abbreviationsTorn: Math.min(2, torn),
    abbreviationsTornMore: Math.max(0, Math.min(6, torn) - 2),
    ...furnitureSignals(facts),
  };
}

/** Log odds that a text of `size` sentences with these signals is disordered. */
export function orderScore(signals: Signals, size: number, weights: OrderWeights["signal"]): number {
  let sum = 0;
  for (const name of signalNames) {
    const [weight, more] = weights[name];
    sum += signals[name] * (weight + more * sizeBeyond(size));
  }
  return sum;
}

export const sizeBeyond = (size: number): number => Math.log(size / 25);

function weigh<Name extends string>(
  values: readonly number[],
  names: readonly Name[],
  weights: Readonly<Partial<Record<Name, number>>> | undefined,
): number {
  return names.reduce((sum, name, index) => sum + (weights?.[name] ?? 0) * (values[index] ?? 0), 0);
}

/** "Price said" before "State Department spokesperson Ned Price said". A first sentence may be a headline: no bare name counts there. */
function nameSignals(facts: readonly SentenceFacts[]) {
  const bare = mentions(facts.map((fact, index) => (index === 0 ? new Set<string>() : fact.bare)));
  const names = precedence(mentions(facts.map((fact) => fact.full)), bare);
  const roles = precedence(mentions(facts.map((fact) => fact.introduced)), bare);
  const explained = precedence(mentions(facts.map((fact) => fact.explained)), bare);
  const forms = precedence(mentions(facts.map((fact) => fact.initials)), mentions(facts.map((fact) => fact.acronyms)));
  return {
    surnameFirst: names.against,
    fullNameFirst: names.for,
    surnameFirstShare: names.against / (names.against + names.for + 1),
    introducedLate: Math.min(4, roles.late),
    introducedFirst: Math.sqrt(roles.early),
    explainedLate: Math.min(4, explained.late),
    explainedFirst: Math.sqrt(explained.early),
    shortFormFirst: Math.min(4, forms.against),
    longFormFirst: Math.min(4, forms.for),
  };
}

/** Headlines, and a headline or a dateline that does not stand at the head. */
function furnitureSignals(facts: readonly SentenceFacts[]) {
  const titles = facts.filter((fact) => fact.titleCase).length;
  const titleOnTop = facts.slice(0, 2).some((fact) => fact.titleCase);
  return {
    titles: Math.min(3, titles),
    titleLate: Number(titles > 0 && !titleOnTop),
    datelineLate: Number(facts.slice(3).some((fact) => fact.dateline)),
  };
}

type Mentions = ReadonlyMap<string, { readonly first: number; readonly count: number }>;

/** How often the long form of a name stands first and how often later than the short one; log odds against blind orders. */
function precedence(long: Mentions, short: Mentions) {
  const sums = { for: 0, against: 0, early: 0, late: 0 };
  for (const [name, withAll] of long) {
    const without = short.get(name);
    if (!without || without.first === withAll.first) continue;
    const all = withAll.count + without.count;
    if (without.first < withAll.first) {
      sums.late++;
      sums.against += Math.min(2, Math.log(all / without.count) + 0.5);
    } else {
      sums.early++;
      sums.for += Math.log(all / withAll.count);
    }
  }
  return sums;
}

function mentions(sentences: readonly ReadonlySet<string>[]) {
  const out = new Map<string, { first: number; count: number }>();
  sentences.forEach((names, index) => {
    for (const name of names) {
      const known = out.get(name);
      if (known) known.count++;
      else out.set(name, { first: index, count: 1 });
    }
  });
  return out;
}

/** Quotations of several sentences: closed where they were opened, or torn. A new paragraph may open one again. */
function quotationSignals(facts: readonly SentenceFacts[]) {
  let whole = 0;
  let torn = 0;
  let inside = false;
  for (const { marks, opensFirst, closesEarlier, leavesOpen } of facts) {
    if (!marks) continue;
    if (closesEarlier && inside) whole++;
    else if (closesEarlier || (inside && !opensFirst)) torn++;
    inside = leavesOpen;
  }
  return {
    quotationsWhole: Math.sqrt(whole),
    quotationsTorn: Math.min(6, torn),
    quotationsTornShare: torn / (torn + whole + 1),
  };
}

const abbreviation =
  /(?<![\p{L}.])(?:(?<title>Mr|Mrs|Ms|Dr|Sens?|Govs?|Reps?|Gen|Lt|Col|Sgt|Capt|Maj|Rev|Prof|St|Mt|Ft|(?<=\p{Lu}\p{L}{1,30} )\p{Lu})|Jan|Feb|Aug|Sept|Oct|Nov|Dec)\.\s+(?<next>\P{Z}+)/gu;

/** "Sen." before a word that is no name, "Sept." before one that is no number: cut there, and put together wrongly. */
function tornAbbreviations(text: string): number {
  let torn = 0;
  for (const { groups } of text.matchAll(abbreviation)) {
    const next = groups?.next ?? "";
    if (groups?.title ? !opensName(next) : !/^\p{N}/u.test(next)) torn++;
  }
  return torn;
}

const opensName = (word: string): boolean =>
  /^(?:\p{Lu}|(?:de|von|van|al|el|bin|da|di|du|la)\b)/u.test(word) &&
  !functionWords.has(word.toLowerCase().replace(/[^\p{L}\p{N}]/gu, ""));
