import { findTimes } from "../../coding/time/find-times.ts";
import type { TimeExpression } from "../../coding/time/time-expression.ts";
import { charSpan } from "../../text/span.ts";
import { aboutOf } from "./about.ts";
import { type AccountSpace, areOpposed } from "./account-space.ts";
import type { Conflict } from "./dispute.ts";
import type { Proposition } from "./proposition.ts";

/** One event told of different days; a day told that another says is not fixed. */
export function timeConflicts(space: AccountSpace): readonly Conflict[] {
  return space.propositions.flatMap((one) => {
    const isOpen = leavesOpen(one, space);
    const near = space.beside(one, isOpen ? 4 : 2, isOpen ? 2 : 0).filter((other) => areOpposed(one, other));
    return near
      .filter((other) => (isOpen ? namesDayToCome(other) : differInDay(other, one, space)))
      .map((other) => ({
        cause: "time" as const,
        kind: "contradiction" as const,
        about: aboutOf(other, one, space),
        accounts: [other.account, one.account] as const,
      }));
  });
}

/** "No date had been fixed." */
const leavesOpen = ({ words, account }: Proposition, { lexicon }: AccountSpace): boolean =>
  account.row !== null &&
  words.some(({ stem }, at) => {
    const before = [words[at - 1]?.form ?? "", words[at - 2]?.form ?? ""];
    return lexicon.dates.has(stem) && before.some((form) => /^(?:no|without|any)$/u.test(form));
  });

/** A day after that of publication, or a stretch from then on: "by April 10". */
const namesDayToCome = ({ account }: Proposition): boolean => {
  const { publishedAt } = account.document;
  if (publishedAt === null || account.row === null) return false;
  return timesIn(account.words, publishedAt).some(
    ({ from, to, precision }) =>
      precision !== "year" && (to ?? from ?? "") > publishedAt && (from ?? publishedAt) >= publishedAt,
  );
};

const timesIn = (words: string, published: string | null): readonly TimeExpression[] =>
  words === "" ? [] : findTimes({ text: words, sentences: [charSpan(0, words.length)], published, tenseAt: null });

/** Of very like words but for the day. */
function differInDay(a: Proposition, b: Proposition, space: AccountSpace): boolean {
  const [there, back] = [space.alike(a, b), space.alike(b, a)];
  if (there.shared.length < 2 || there.coverage < 0.6 || back.coverage < 0.6) return false;
  const [first, second] = [a, b].map(({ account }) => timesIn(account.words, account.document.publishedAt));
  const [one, other] = [first?.[0], second?.[0]];
  const areDays = one?.precision === "day" && other?.precision === "day";
  return areDays && one.from !== null && other.from !== null && one.from !== other.from;
}
