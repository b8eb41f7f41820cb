import type { TextWord } from "../content-words.ts";
import { type AccountSpace, areOpposed, daysApart } from "./account-space.ts";
import type { Conflict } from "./dispute.ts";
import { isImagined, isNegatedAt, type Proposition } from "./proposition.ts";

interface Told {
  readonly one: Proposition;
  /** Whether the talks are told to have brought something. */
  readonly isGood: boolean;
  /** Less than a plain yes or no: "little progress", "yet to see any". */
  readonly isQualified: boolean;
}

/** Reports of one meeting come within so many days of each other. */
const sameTalksDays = 2;

/** Talks that brought something by one account and nothing by another's. */
export function outcomeConflicts(space: AccountSpace): readonly Conflict[] {
  const told = space.propositions.flatMap((one) => outcomeOf(one, space) ?? []);
  const [good, bad] = [told.filter(({ isGood }) => isGood), told.filter(({ isGood }) => !isGood)];
  const pairs = good.flatMap((yes) => bad.filter((no) => areOpposed(yes.one, no.one)).map((no) => [yes, no] as const));
  const sameText = pairs.filter(([yes, no]) => yes.one.account.document.id === no.one.account.document.id);
  const parties = new Set(sameText.map(([yes, no]) => partiesOf(yes.one, no.one)));
  const elsewhere = pairs.filter(
    ([yes, no]) =>
      yes.one.account.document.id !== no.one.account.document.id &&
      daysApart(yes.one, no.one) <= sameTalksDays &&
      (parties.has(partiesOf(yes.one, no.one)) || space.alike(yes.one, no.one).shared.length >= 2),
  );
  return [...sameText, ...elsewhere].map(([yes, no]) => ({
    cause: "outcome",
    kind: yes.isQualified || no.isQualified ? "tension" : "contradiction",
    about: talksIn(yes.one, space) ?? talksIn(no.one, space) ?? "talks",
    accounts: [yes.one.account, no.one.account],
  }));
}

const partiesOf = (a: Proposition, b: Proposition): string => [a.party, b.party].join(" ");

function outcomeOf(one: Proposition, space: AccountSpace): Told | null {
  const { good, agreed, bad, little, some } = space.lexicon.outcomes;
  const [inWords, isBeside] = [talksIn(one, space) !== null, isBesideTalks(one, space)];
  if (!inWords && !isBeside) return null;
  for (const [at, word] of one.words.entries()) {
    const isNegated = isNegatedAt(one, at);
    if (isImagined(one, at, space.lexicon)) continue;
    if (isIn(bad, word) && !isNegated && inWords) return { one, isGood: false, isQualified: false };
    if (!isIn(good, word) && !(isIn(agreed, word) && isNegated)) continue;
    const before = one.words.slice(Math.max(0, at - 5), at).map(({ form }) => form);
    const isLittle = before.some((form) => little.has(form));
    return { one, isGood: !isNegated && !isLittle, isQualified: isLittle || before.some((form) => some.has(form)) };
  }
  return null;
}

/** The word itself or its plural. */
const isIn = (words: ReadonlySet<string>, { form }: TextWord): boolean =>
  words.has(form) || (form.endsWith("s") && words.has(form.slice(0, -1)));

/** A statement that leaves unsaid what it is of, beside one that speaks of talks. */
const isBesideTalks = (one: Proposition, space: AccountSpace): boolean =>
  one.account.row !== null && space.beside(one, 3, 3).some((other) => talksIn(other, space) !== null);

function talksIn({ words, account }: Proposition, { lexicon }: AccountSpace): string | null {
  const word = words.find((own) => isIn(lexicon.outcomes.talks, own));
  return word === undefined ? null : account.words.slice(word.start, word.end);
}
