import { isSameOutlet } from "../../document/outlet-names.ts";
import type { DayInterval } from "../../ledger/interval.ts";
import type { Likeness } from "./compare.ts";
import type { Entry } from "./entry.ts";
import type { ReprintLink } from "./reprint.ts";

/** Which of two documents was made from the other. */
export interface Precedence {
  /** Above 0 where the first is the source, below where the second is. */
  readonly lead: number;
  /** The strongest evidence for it. */
  readonly because: ReprintLink["direction"];
}

/**
 * What each kind of evidence weighs. A credit is the publisher's own word. Marks cannot come back, nor sentences that are
 * gone: but who copied may have added some, and a date may be of the record or of another time zone.
 */
const weights = { credit: 4, date: 3, oneDay: 1.5, completeness: 2, damage: 2.5, order: 1, wording: 0.5 };

/** `likeness` has the first as `a`. */
export function precedenceOf(a: Entry<string>, b: Entry<string>, likeness: Likeness): Precedence {
  const votes: readonly (readonly [Precedence["because"], number])[] = [
    ["credit", weights.credit * (Number(credits(b, a)) - Number(credits(a, b)))],
    ["date", earlier(a.published, b.published)],
    ["damage", weights.damage * Math.sign(b.damage.length - a.damage.length)],
    ["damage", weights.order * (Number(b.order === "suspect") - Number(a.order === "suspect"))],
    ["completeness", weights.completeness * moreComplete(a, b, likeness)],
    ["wording", weights.wording * plainer(a, b, likeness)],
  ];
  const lead = votes.reduce((sum, [, vote]) => sum + vote, 0);
  const strongest = votes
    .filter(([, vote]) => vote !== 0 && Math.sign(vote) === Math.sign(lead))
    .sort((one, other) => Math.abs(other[1]) - Math.abs(one[1]))[0];
  return { lead, because: strongest?.[0] ?? "none" };
}

const credits = (copy: Entry<string>, of: Entry<string>): boolean =>
  copy.origin !== null && of.outlet !== null && isSameOutlet(copy.origin.outlet, of.outlet);

function earlier(a: DayInterval | null, b: DayInterval | null): number {
  if (a === null || b === null) return 0;
  const days = daysFrom(a.to, b.from) > 0 ? daysFrom(a.to, b.from) : -Math.max(0, daysFrom(b.to, a.from));
  return Math.sign(days) * (Math.abs(days) > 1 ? weights.date : weights.oneDay);
}

/** Days from the one to the other. */
export const daysFrom = (one: string, other: string): number => (Date.parse(other) - Date.parse(one)) / 86_400_000;

/** Part of a text's words by which one must have more that the other lacks. */
const clearlyMore = 0.04;

function moreComplete(a: Entry<string>, b: Entry<string>, { shareA, shareB }: Likeness): number {
  const [wordsA, wordsB] = [a.profile.keys.length, b.profile.keys.length];
  const more = (1 - shareA) * wordsA - (1 - shareB) * wordsB;
  return Math.abs(more) > clearlyMore * Math.min(wordsA, wordsB) ? Math.sign(more) : 0;
}

/**
 * Where words were replaced, the replaced ones are odder: they are rarer, and seldom return in the text as an author's own
 * words do. What stands in aligned sentences and does not agree is compared by its bits a word.
 */
function plainer(a: Entry<string>, b: Entry<string>, { alignment }: Likeness): number {
  const agreeing = alignment.pairs.reduce((sum, pair) => sum + pair.agreeing, 0);
  const [ownA, ownB] = [coveredBits(a, alignment.coveredA) - agreeing, coveredBits(b, alignment.coveredB) - agreeing];
  return Math.abs(ownA - ownB) > clearlyMore * agreeing ? Math.sign(ownB - ownA) : 0;
}

function coveredBits({ profile }: Entry<string>, covered: Float32Array): number {
  let bits = 0;
  for (const [at, part] of covered.entries()) {
    if (part < 0.5) continue;
    for (let word = profile.starts[at] ?? 0; word < (profile.starts[at + 1] ?? 0); word++)
      bits += profile.weights[word] ?? 0;
  }
  return bits;
}
