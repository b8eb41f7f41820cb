import { likeness } from "../../reader/sentence-encoder.ts";
import { ownParty } from "../party.ts";
import { order } from "../period.ts";
import type { Account } from "./account.ts";
import type { DisputeInput } from "./dispute.ts";
import type { DisputeLexicon } from "./dispute-lexicon.ts";
import { type Proposition, propositionOf } from "./proposition.ts";

/** How alike two accounts are in what they are about. */
export interface Alike {
  /** Content words in common, the rarest first. */
  readonly shared: readonly string[];
  /** Weight of the shared words among those of the first account, 0 to 1, rare words counting more. */
  readonly coverage: number;
  /** Cosine of their vectors; null without vectors. */
  readonly cosine: number | null;
}

/** All accounts, by document and by word. */
export interface AccountSpace {
  readonly lexicon: DisputeLexicon;
  readonly propositions: readonly Proposition[];
  /** The accounts of one document around another in its text, nearest first, up to `back` before and `on` after it. */
  beside(one: Proposition, back: number, on: number): readonly Proposition[];
  /** Accounts of other documents, of days near to it, that share a rare word. */
  elsewhere(one: Proposition): readonly Proposition[];
  alike(one: Proposition, other: Proposition): Alike;
  /** What an account says, also one that is not among them. */
  of(account: Account): Proposition;
  /** Inverse document frequency over all accounts. */
  weight(stem: string): number;
}

/** Two accounts further apart than this are not beside each other, whatever stands between them. UTF-16 code units. */
const nearby = 600;
/** Days between publications within which accounts are of the same time. */
export const sameTimeDays = 7;
/** A word in more accounts than this is no way to find others by. */
const commonest = 200;
/** How many of an account's rarest words are looked up. */
const lookedUp = 8;

export function accountSpace(input: DisputeInput): AccountSpace {
  const { lexicon, partyOf = ownParty, vectors = new Map(), shuffled = new Set() } = input;
  const propositions = [...input.accounts]
    .map((account) => propositionOf(account, partyOf, lexicon))
    .sort(
      (a, b) =>
        order(a.account.document.id, b.account.document.id) || a.start - b.start || order(a.account.key, b.account.key),
    );
  const places = new Map(propositions.map((one, at) => [one, at]));
  const byKey = new Map(propositions.map((one) => [one.account.key, one]));
  const byStem = new Map<string, Proposition[]>();
  for (const one of propositions) for (const stem of one.stems) byStem.set(stem, pushed(byStem.get(stem), one));
  const weight = (stem: string): number =>
    Math.log((propositions.length + 1) / ((byStem.get(stem)?.length ?? 0) + 0.5));
  const rarest = (stems: Iterable<string>): readonly string[] =>
    [...stems].sort((a, b) => weight(b) - weight(a) || order(a, b));
  return {
    lexicon,
    propositions,
    weight,
    of: (account) => byKey.get(account.key) ?? propositionOf(account, partyOf, lexicon),
    beside(one, back, on) {
      if (shuffled.has(one.account.document.id)) return [];
      const place = places.get(one) ?? 0;
      return propositions
        .slice(Math.max(0, place - back), place + on + 1)
        .filter((other) => other !== one && isNear(one, other))
        .sort((a, b) => distance(one, a) - distance(one, b) || a.start - b.start);
    },
    elsewhere(one) {
      const found = new Set<Proposition>();
      for (const stem of rarest(one.stems).slice(0, lookedUp)) {
        const others = byStem.get(stem) ?? [];
        if (others.length <= commonest) for (const other of others) found.add(other);
      }
      return [...found].filter(
        (other) => other.account.document.id !== one.account.document.id && daysApart(one, other) <= sameTimeDays,
      );
    },
    alike(one, other) {
      const shared = rarest(one.stems).filter((stem) => other.stems.has(stem));
      const sum = (stems: Iterable<string>): number => [...stems].reduce((total, stem) => total + weight(stem), 0);
      const [a, b] = [vectors.get(one.account.key), vectors.get(other.account.key)];
      const all = sum(one.stems);
      return {
        shared,
        coverage: all === 0 ? 0 : sum(shared) / all,
        cosine: a === undefined || b === undefined ? null : likeness(a, b),
      };
    },
  };
}

function pushed<T>(list: T[] | undefined, item: T): T[] {
  const into = list ?? [];
  into.push(item);
  return into;
}

const distance = (one: Proposition, other: Proposition): number =>
  Math.max(other.start - one.end, one.start - other.end, 0);

const isNear = (one: Proposition, other: Proposition): boolean =>
  one.account.document.id === other.account.document.id && distance(one, other) <= nearby;

/** Between the days on which two accounts were published; none where one has no date. */
export function daysApart({ account: a }: Proposition, { account: b }: Proposition): number {
  if (a.day === null || b.day === null) return Number.POSITIVE_INFINITY;
  const days = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;
  return Math.max(days(a.day.to, b.day.from), days(b.day.to, a.day.from), 0);
}

/** By different parties, as far as it is known who tells them: nobody knows that an unnamed source of another text is another. */
export const areOpposed = (one: Proposition, other: Proposition): boolean =>
  one.party !== null && other.party !== null && one.party !== other.party && !areBothUnnamed(one, other);

/** By different people, be they of one party. */
export const areOthers = (one: Proposition, other: Proposition): boolean =>
  one.teller !== null && other.teller !== null && one.teller !== other.teller && !areBothUnnamed(one, other);

const areBothUnnamed = ({ account: a }: Proposition, { account: b }: Proposition): boolean =>
  a.document.id !== b.document.id && isUnnamed(a) && isUnnamed(b);

export const isUnnamed = ({ by }: Account): boolean =>
  by.kind === "source" || (by.kind === "actor" && by.actor.type === "anonymous");
