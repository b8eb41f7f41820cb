import { aboutOf } from "./about.ts";
import { type AccountSpace, areOpposed, areOthers } from "./account-space.ts";
import type { Conflict } from "./dispute.ts";
import type { DisputeLexicon } from "./dispute-lexicon.ts";
import { impliedClaim, namedClaim } from "./implied-claim.ts";
import { isNegatedAt, type Proposition } from "./proposition.ts";
import { quantitiesIn } from "./quantities.ts";

/**
 * Accounts that another denies by a cue that says so: "denied", "dismissed the report". What is denied is an account
 * beside it that shares its words, else the one before it where it only refers to one ("denied the threat"), else the one
 * that the denial itself tells ("rejected Velmaran reports that …"); and those of other documents that tell just that.
 */
export function denialConflicts(space: AccountSpace): readonly Conflict[] {
  return space.propositions
    .filter((one) => isDenial(one, space.lexicon))
    .flatMap((one) =>
      deniedBy(one, space).map((other) => ({
        cause: "denial" as const,
        kind: "contradiction" as const,
        about: aboutOf(other, one, space),
        accounts: [other.account, one.account] as const,
      })),
    );
}

/** True where the cue says of its content that it is not so. */
export function isDenial(one: Proposition, lexicon: DisputeLexicon): boolean {
  if (isWithholding(one, lexicon)) return false; // "would neither confirm nor deny"
  const firsts = one.words.filter(({ isContent }) => isContent).map(({ stem }) => stem);
  const isAccount = firsts.slice(0, 4).some((stem) => lexicon.accounts.has(stem));
  const hasCue = (of: ReadonlySet<string>): boolean => [...one.cueStems].some((stem) => of.has(stem));
  if (/\b(?:over|between|about|in dispute)\b/iu.test(one.account.cue)) return false; // "a dispute over"
  const isWithheld = one.words[0]?.form !== "that" && firsts.slice(0, 2).some((stem) => lexicon.withheld.has(stem));
  if (hasCue(lexicon.denials)) return firsts.length > 0 && !isWithheld;
  if (hasCue(lexicon.dismissals)) return isAccount;
  const isJudged = firsts.some((stem) => lexicon.judgements.words.has(stem) && !lexicon.accounts.has(stem));
  return hasCue(lexicon.judgements.cues) && isAccount && isJudged;
}

/** Tells nothing: "did not say", "declined to comment", a question. */
export function isWithholding({ account, cueStems, words }: Proposition, { withholding }: DisputeLexicon): boolean {
  if (/\?["”’']*$/u.test(account.words) || /^(?:whether|if|what|who|how|why)$/u.test(words[0]?.form ?? "")) return true;
  const isNegative = /\b(?:not|nor|never|neither|cannot)\b|n['’]?t\b/iu.test(account.cue);
  return isNegative || [...cueStems].some((stem) => withholding.has(stem));
}

function deniedBy(one: Proposition, space: AccountSpace): readonly Proposition[] {
  const told = { ...one, stems: ownWords(one, space.lexicon) };
  const named = namedClaim(one, space.lexicon);
  const isTheirs = (other: Proposition): boolean => named === null || nameOf(other).includes(named.claimer);
  const near = space.beside(one, 3, 1).filter((other) => isClaim(other, told, space) && isTheirs(other));
  const same = near.find((other) => isSame(told, other, space));
  const before = near.find((other) => other.start < one.start && other.account.row !== null);
  const found = same ?? (isReferring(one, told.stems, space.lexicon) ? before : undefined) ?? impliedClaim(one, space);
  const far = space
    .elsewhere(told)
    .filter((other) => isClaim(other, told, space) && isSameElsewhere(told, other, space));
  return found === null ? far : [found, ...far];
}

const nameOf = ({ account: { by } }: Proposition): string =>
  by.kind === "actor" ? by.actor.name : by.kind === "source" ? by.words : (by.outlet ?? "");

/** What is denied, without the words that only say that it is an account. */
function ownWords({ stems, words }: Proposition, { accounts, judgements }: DisputeLexicon): ReadonlySet<string> {
  const as = words.findIndex(({ form }) => form === "as");
  const told = as < 0 ? stems : words.slice(0, as).flatMap(({ isContent, stem }) => (isContent ? [stem] : []));
  return new Set([...told].filter((stem) => !accounts.has(stem) && !judgements.words.has(stem)));
}

/** "the threat", "that account of the mission", "that any condition had been set"; not "a report that they would return". */
function isReferring({ words }: Proposition, told: ReadonlySet<string>, { accounts }: DisputeLexicon): boolean {
  const [first, second] = words;
  if (first?.form === "that" && second?.form === "any") return true;
  const isDefinite = /^(?:the|that|this|these|those|such|it)$/u.test(first?.form ?? "");
  return isDefinite && (told.size === 0 || accounts.has(second?.stem ?? ""));
}

/** Told by somebody else, and told as so. */
function isClaim(other: Proposition, one: Proposition, { lexicon }: AccountSpace): boolean {
  if (!areOthers(one, other) || isDenial(other, lexicon) || isWithholding(other, lexicon)) return false;
  return !other.words.some(({ stem, isContent }, at) => isContent && one.stems.has(stem) && isNegatedAt(other, at));
}

/** Beside each other: a third of what is denied, or two words of it; more where the outlet tells it, or one's own side. */
function isSame(told: Proposition, other: Proposition, space: AccountSpace): boolean {
  const { shared, coverage, cosine } = space.alike(told, withFigure(other, space));
  if (other.account.row === null || !areOpposed(told, other)) return shared.length >= 2 && coverage >= 0.5;
  return (shared.length > 0 && (coverage >= 0.34 || (cosine ?? 0) >= 0.55)) || (cosine ?? 0) >= 0.65;
}

/** Who gives a number speaks of one: "denied that a number had been agreed". */
function withFigure(other: Proposition, { lexicon }: AccountSpace): Proposition {
  if (quantitiesIn(other.words).length === 0) return other;
  return { ...other, stems: new Set([...other.stems, ...lexicon.figures]) };
}

/** Elsewhere nearly all of what is denied must be told, and be most of what is told. */
function isSameElsewhere(told: Proposition, other: Proposition, space: AccountSpace): boolean {
  if (other.account.row === null || !areOpposed(told, other)) return false;
  const [there, back] = [space.alike(told, other), space.alike(other, told)];
  if (there.shared.length < 2) return false;
  if ((there.cosine ?? 0) >= 0.7) return there.coverage >= 0.4;
  return there.shared.length >= 3 && there.coverage >= 0.6 && back.coverage >= 0.4;
}
