import { type CharSpan, charSpan } from "../../text/span.ts";
import type { AccountSpace } from "./account-space.ts";
import type { DisputeLexicon } from "./dispute-lexicon.ts";
import type { Proposition } from "./proposition.ts";

/** Whose account a denial names, and what it says of it. */
export interface NamedClaim {
  /** "Velmaran" of "Velmaran reports that …", "Clinton" of "Clinton’s claim". */
  readonly claimer: string;
  /** Offsets of what it tells, in the words of the account; null where the denial leaves that unsaid. */
  readonly told: { readonly start: number; readonly end: number } | null;
}

/** How many words may stand before the noun: "claims", "Velmaran reports", "recent Torvaskan accusations". */
const mostBefore = 4;

/** Null where the denial is of nobody's account in particular. */
export function namedClaim({ words, account }: Proposition, { accounts }: DisputeLexicon): NamedClaim | null {
  const noun = words.slice(0, mostBefore + 1).findIndex(({ stem, isContent }) => isContent && accounts.has(stem));
  if (noun < 1) return null;
  const capital = words
    .slice(0, noun)
    .find(
      ({ start, isContent }, at) => isContent && (at > 0 || noun === 1) && /\p{Lu}/u.test(account.words.charAt(start)),
    );
  const [owner] = words;
  const named = capital ?? (words[1]?.form === "'s" ? owner : undefined);
  if (named === undefined) return null;
  const next = words[noun + 1];
  const first = words[noun + 2];
  const end = words.slice(noun).find(({ form }) => form === "as" || form === "…");
  const told =
    next?.form === "that" && first !== undefined
      ? { start: first.start, end: end?.start ?? account.words.length }
      : null;
  return { claimer: account.words.slice(named.start, named.end), told };
}

/**
 * The account that a denial itself tells: "rejected Velmaran reports that artillery had fired on the town". Null where it
 * does not say whose it is and what it tells, or says it in pieces.
 */
export function impliedClaim(one: Proposition, space: AccountSpace): Proposition | null {
  const claim = namedClaim(one, space.lexicon);
  const [span, ...others] = one.account.spans;
  if (claim?.told === undefined || claim.told === null || others.length > 0) return null;
  const words = one.account.words.slice(claim.told.start, claim.told.end).trimEnd();
  if (words === "") return null;
  const start = span.start + claim.told.start;
  const told: CharSpan = charSpan(start, start + words.length);
  return space.of({
    ...one.account,
    key: `${one.account.key}:claim`,
    by: { kind: "source", words: claim.claimer },
    cue: "",
    words,
    spans: [told],
  });
}
