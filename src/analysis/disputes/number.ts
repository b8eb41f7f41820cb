import { type AccountSpace, areOpposed } from "./account-space.ts";
import type { Conflict } from "./dispute.ts";
import type { DisputeLexicon } from "./dispute-lexicon.ts";
import { isImagined, type Proposition } from "./proposition.ts";
import { type Quantity, quantitiesIn } from "./quantities.ts";

interface Counted {
  readonly one: Proposition;
  readonly quantity: Quantity;
  /** It stands in the place of another's: "put the number at". */
  readonly isCorrection: boolean;
}

/** Two numbers further apart than this are no spread of estimates. */
const leastRatio = 1.25;
const contradictingRatio = 1.5;

/**
 * Numbers of the same thing that are too far apart, told beside each other or of one day in very like words; and a number
 * that somebody puts in the place of another's, however near it. Statements alone: what an outlet counts in passing is
 * seldom the same.
 */
export function numberConflicts(space: AccountSpace): readonly Conflict[] {
  const counted = new Map<Proposition, readonly Counted[]>();
  for (const one of space.propositions) {
    const own = one.account.row === null ? [] : countedIn(one, space);
    if (own.length > 0) counted.set(one, own);
  }
  return [...counted].flatMap(([one, own]) => {
    const near = space.beside(one, 4, 0).filter((other) => areOpposed(one, other));
    const far = space.elsewhere(one).filter((other) => isBefore(other, one) && areOpposed(one, other));
    const correcting = near.flatMap((other) => correctionsOf(counted.get(other), own));
    return [
      ...(correcting.length > 0
        ? correcting
        : near.flatMap((other) => conflictsOf(counted.get(other), own, space, true))),
      ...far.flatMap((other) => conflictsOf(counted.get(other), own, space, false)),
    ].slice(0, 1);
  });
}

/** Numbers of what is told as so, and no number on top of another. */
function countedIn(one: Proposition, { lexicon }: AccountSpace): readonly Counted[] {
  return quantitiesIn(one.words)
    .filter(({ from, to }) => {
      const around = [one.words[from - 1], one.words[to]];
      return !isImagined(one, from, lexicon) && !around.some((word) => word && lexicon.further.has(word.form));
    })
    .map((quantity) => ({ one, quantity, isCorrection: isCorrection(one, quantity, lexicon) }));
}

/** "put the number at about forty", "put the figure closer to nine and a half". */
function isCorrection(
  { words }: Proposition,
  { from, unit }: Quantity,
  { figures, correcting }: DisputeLexicon,
): boolean {
  const before = words.slice(Math.max(0, from - 5), from);
  const at = before.findLastIndex(({ stem }) => figures.has(stem));
  return unit.length === 0 && at >= 0 && before.slice(at + 1).some(({ form }) => correcting.has(form));
}

/** Every one against the nearest number that another told before. */
function correctionsOf(others: readonly Counted[] = [], own: readonly Counted[]): readonly Conflict[] {
  return own
    .filter(({ isCorrection: isOne }) => isOne)
    .flatMap((one) =>
      others.slice(0, 1).map((other) => conflict(other, scaled(one, other), other.quantity.unit[0] ?? null)),
    );
}

/** "closer to nine and a half" of 9,000 is of thousands. */
function scaled(one: Counted, { quantity: { value } }: Counted): Counted {
  const { quantity } = one;
  const scale = quantity.value < 100 && value >= 1000 ? 1000 ** Math.floor(Math.log10(value) / 3) : 1;
  const [least, most] = [quantity.least * scale, quantity.most * scale];
  return { ...one, quantity: { ...quantity, value: quantity.value * scale, least, most } };
}

/** Each pair of documents once, and of one day alone: counts grow from day to day. */
const isBefore = ({ account: a }: Proposition, { account: b }: Proposition): boolean =>
  a.document.id < b.document.id && a.day !== null && a.day.from === b.day?.from && a.day.to === b.day.to;

function conflictsOf(
  others: readonly Counted[] = [],
  own: readonly Counted[],
  space: AccountSpace,
  isNear: boolean,
): readonly Conflict[] {
  // two that agree on one number of a thing differ in none of it: "22 emails in seven chains of emails"
  const agrees = (unit: string): boolean =>
    others.some((other) =>
      own.some((one) => isOf(other, unit) && isOf(one, unit) && ratioOf(other.quantity, one.quantity) === 1),
    );
  return others.flatMap((other) =>
    own.flatMap((one) => {
      const unit = commonUnit(other, one, space, isNear);
      return unit === null || ratioOf(other.quantity, one.quantity) < leastRatio || agrees(unit)
        ? []
        : [conflict(other, one, unit)];
    }),
  );
}

const isOf = ({ quantity }: Counted, unit: string): boolean => quantity.unit.includes(unit);

function conflict(other: Counted, one: Counted, unit: string | null): Conflict {
  const isHedged = other.quantity.isHedged && one.quantity.isHedged;
  const isFar = ratioOf(other.quantity, one.quantity) >= contradictingRatio;
  return {
    cause: "number",
    kind: isFar && !isHedged ? "contradiction" : "tension",
    about: formOf(other, unit),
    accounts: [other.one.account, one.one.account],
  };
}

/** Between what the two may mean at the nearest; 1 where they may mean the same. */
function ratioOf(a: Quantity, b: Quantity): number {
  if (a.least <= b.most && b.least <= a.most) return 1;
  const [low, high] = a.most < b.least ? [a.value, b.value] : [b.value, a.value];
  return low <= 0 ? Number.POSITIVE_INFINITY : high / low;
}

/** The stem of what both count; null where it is not the same thing, as far as what else they share tells. */
function commonUnit(a: Counted, b: Counted, space: AccountSpace, isNear: boolean): string | null {
  const unit = a.quantity.unit.find((stem) => b.quantity.unit.includes(stem));
  if (unit === undefined || notCounts.test(unit) || areApart(a.one, b.one, space)) return null;
  const [there, back] = [space.alike(b.one, a.one), space.alike(a.one, b.one)];
  const others = there.shared.filter((stem) => stem !== unit).length;
  const isLength = durations.test(unit) && /^(?:it|they|that)$/u.test(b.one.words[0]?.form ?? ""); // "it lasted ninety minutes"
  const isAlike = others >= 2 && there.coverage >= 0.5 && back.coverage >= 0.4;
  if (isNear) return isLength || isAlike || (others >= 1 && (there.cosine ?? 0) >= 0.8) ? unit : null;
  return isAlike && (others >= 3 || (there.cosine ?? 0) >= 0.7) ? unit : null;
}

/** Shares and places: parts of a whole, and distances, differ without a dispute. */
const notCounts = /^(?:percent|per|point|km|mile|kilometr|north|south|east|west|dollar|year|month|dai)$/u;

/** How long what was told of before took. */
const durations = /^(?:minut|hour)$/u;

/** The dead and the wounded are not counted together. */
function areApart(a: Proposition, b: Proposition, { lexicon }: AccountSpace): boolean {
  const groups = ({ stems }: Proposition): ReadonlySet<number> =>
    new Set([...stems].flatMap((stem) => lexicon.apart.get(stem) ?? []));
  const [left, right] = [groups(a), groups(b)];
  return left.size > 0 && right.size > 0 && ![...left].some((group) => right.has(group));
}

function formOf({ one }: Counted, stem: string | null): string {
  const word = one.words.find((own) => own.isContent && own.stem === stem);
  return word === undefined ? "number" : one.account.words.slice(word.start, word.end);
}
