import { aboutOf } from "./about.ts";
import { type AccountSpace, areOpposed } from "./account-space.ts";
import { isDenial, isWithholding } from "./denial.ts";
import type { Conflict } from "./dispute.ts";
import type { DisputeLexicon } from "./dispute-lexicon.ts";
import { isImagined, isNegatedAt, type Proposition } from "./proposition.ts";

/**
 * Accounts that say without a cue of denial that something is not so ("no such meeting took place"), against one that
 * says it is; and a bare "it is" after another's "it is not". Statements alone: who narrates denies nothing.
 */
export function negationConflicts(space: AccountSpace): readonly Conflict[] {
  return space.propositions
    .filter(({ account }) => account.row !== null)
    .flatMap((one) => [...negatedBy(one, space), ...echoedBy(one, space)].map((other) => conflict(one, other, space)));
}

const conflict = (one: Proposition, other: Proposition, space: AccountSpace): Conflict => ({
  cause: "denial",
  kind: "contradiction",
  about: aboutOf(other, one, space),
  accounts: [other.account, one.account],
});

function negatedBy(one: Proposition, space: AccountSpace): readonly Proposition[] {
  const head = negatedHead(one, space);
  if (head === null || isDenial(one, space.lexicon)) return [];
  const near = space.beside(one, 2, 2).filter((other) => isClaim(other, one, space));
  const same = near.filter((other) => isSame(one, head, other, space));
  const before = near.find((other) => other.start < one.start);
  const referred = head.isSuch && same.length === 0 && before !== undefined ? [before] : [];
  const far = space
    .elsewhere(one)
    .filter((other) => isClaim(other, one, space) && isSameElsewhere(one, head, other, space));
  return [...same, ...referred, ...far];
}

function isClaim(other: Proposition, one: Proposition, { lexicon }: AccountSpace): boolean {
  return (
    other.account.row !== null && areOpposed(one, other) && !isDenial(other, lexicon) && !isWithholding(other, lexicon)
  );
}

interface NegatedHead {
  readonly stem: string;
  /** Behind "no" or "none". */
  readonly isNone: boolean;
  /** "no such": of what was told before. */
  readonly isSuch: boolean;
}

/**
 * What is said not to be: the noun behind "no", the verb of "had not fired", where the negation stands at the beginning
 * of a sentence; not what only will not, may not or should not be.
 */
function negatedHead(one: Proposition, { lexicon }: AccountSpace): NegatedHead | null {
  const { words, stems } = one;
  for (const at of one.negations.filter((no) => isAsserted(one, no, lexicon))) {
    const head = words.slice(at + 1, at + 5).find(({ isContent, stem }) => isContent && stems.has(stem));
    if (head === undefined) continue;
    const isNone = /^(?:no|none|zero)$/u.test(words[at]?.form ?? "");
    return { stem: head.stem, isNone, isSuch: words[at + 1]?.form === "such" };
  }
  return null;
}

/** What stands before a negation that says only what is not wanted, asked or meant: "would not", "and not Russia". */
const unasserting = new Set(
  "or and but whether if why will would could can ca wo should must may might need shall do does to".split(" "),
);

function isAsserted({ words }: Proposition, at: number, { unlessNegated }: DisputeLexicon): boolean {
  const [before, form, after] = [words[at - 1]?.form ?? "", words[at]?.form ?? "", words[at + 1]?.form ?? ""];
  if (!/^(?:no|not|n't|never|nothing|none|zero)$/u.test(form) || unlessNegated.has(after) || unasserting.has(before))
    return false;
  if (form === "nothing" && !/^(?:is|was|were|has|have|had|of|came|like)$/u.test(after)) return false;
  return at - sentenceStart(words, at) <= 4;
}

function sentenceStart(words: Proposition["words"], at: number): number {
  const stop = words.slice(0, at).findLastIndex(({ form }) => /^[.;:…?!“"]$/u.test(form));
  return stop + 1;
}

/** Wherever it stands in the other account, it is told as so, and neither denied nor only hoped for. */
function isTold(head: NegatedHead, other: Proposition, { lexicon }: AccountSpace): boolean {
  const places = other.words.flatMap(({ stem, isContent }, at) => (isContent && stem === head.stem ? [at] : []));
  return places.length > 0 && places.every((at) => !isNegatedAt(other, at) && !isImagined(other, at, lexicon));
}

/** The head told as so, and enough besides. */
function isSame(one: Proposition, head: NegatedHead, other: Proposition, space: AccountSpace): boolean {
  if (!isTold(head, other, space)) return false;
  const { shared, coverage, cosine } = space.alike(one, other);
  const isShort = head.isNone && one.stems.size <= 3; // "no offer of any kind was made"
  return coverage >= 0.5 || (shared.length >= 2 && (cosine ?? 0) >= 0.6) || isShort;
}

function isSameElsewhere(one: Proposition, head: NegatedHead, other: Proposition, space: AccountSpace): boolean {
  if (!isTold(head, other, space)) return false;
  if (other.words.some(({ stem, isContent }, at) => isContent && one.stems.has(stem) && isNegatedAt(other, at)))
    return false;
  const [there, back] = [space.alike(one, other), space.alike(other, one)];
  if ((there.cosine ?? 0) >= 0.7) return there.shared.length >= 2 && there.coverage >= 0.4;
  return there.shared.length >= 3 && there.coverage >= 0.6 && back.coverage >= 0.4;
}

const bare =
  /^(?:it|they|he|she|there|we|that|this)\s+(?:is|are|was|were|did|does|do|has|have|had)(\s+not|n't)?[.,"”]*$/iu;

/** "Velmara insists this isn't a negotiation. Torvask insists it is." */
function echoedBy(one: Proposition, space: AccountSpace): readonly Proposition[] {
  const match = bare.exec(one.account.words.trim().replace(/’/gu, "'"));
  if (match === null) return [];
  const isNegative = match[1] !== undefined;
  const before = space.beside(one, 2, 0).find((other) => areOpposed(one, other) && other.account.row !== null);
  return before !== undefined && before.negations.length > 0 !== isNegative ? [before] : [];
}
