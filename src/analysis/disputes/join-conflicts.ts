import type { DocumentId } from "../../text/span.ts";
import { grouped } from "../grouped.ts";
import { byPeriod, order } from "../period.ts";
import type { Account } from "./account.ts";
import { type AccountSpace, daysApart, isUnnamed, sameTimeDays } from "./account-space.ts";
import { type Conflict, disputeCauses } from "./dispute.ts";
import type { Proposition } from "./proposition.ts";

/** How much of a side's words another must have to tell the same, in the same order of parties; less in a reprint. */
const sameWords = { elsewhere: 0.6, inReprint: 0.25 } as const;

/**
 * The conflicts of each dispute: those of one cause that have an account in common, and those of the same parties that
 * tell the same within a few days. `reports` gives the first document of those that carry one report.
 */
export function joinConflicts(
  conflicts: readonly Conflict[],
  space: AccountSpace,
  reports: ReadonlyMap<DocumentId, DocumentId>,
): readonly (readonly Conflict[])[] {
  return disputeCauses.flatMap((cause) => {
    const own = conflicts.filter((conflict) => conflict.cause === cause);
    const sets = new DisjointSets();
    for (const { accounts } of own) sets.join(accounts[0].key, accounts[1].key);
    for (const [one, other] of sameTold(own, space, reports)) sets.join(one.accounts[0].key, other.accounts[0].key);
    return [...grouped(own, ({ accounts }) => sets.rootOf(accounts[0].key)).values()];
  });
}

class DisjointSets {
  readonly #parents = new Map<string, string>();

  rootOf(key: string): string {
    let root = key;
    for (let up = this.#parents.get(root); up !== undefined; up = this.#parents.get(root)) root = up;
    return root;
  }

  join(one: string, other: string): void {
    const [first = one, second = other] = [this.rootOf(one), this.rootOf(other)].sort(order);
    if (first !== second) this.#parents.set(second, first);
  }
}

interface Sided {
  readonly conflict: Conflict;
  /** In order of their parties. */
  readonly sides: readonly [Proposition, Proposition];
  readonly parties: string;
}

function sameTold(
  conflicts: readonly Conflict[],
  space: AccountSpace,
  reports: ReadonlyMap<DocumentId, DocumentId>,
): readonly (readonly [Conflict, Conflict])[] {
  const reportOf = ({ document }: Account): DocumentId => reports.get(document.id) ?? document.id;
  const isSame = (one: Sided, other: Sided): boolean =>
    one.sides.every((side, at) => {
      const against = other.sides[at];
      if (against === undefined || daysApart(side, against) > sameTimeDays) return false;
      const isReprint = reportOf(side.account) === reportOf(against.account);
      return space.alike(side, against).coverage >= (isReprint ? sameWords.inReprint : sameWords.elsewhere);
    });
  const sided = conflicts.map((conflict) => sidedOf(conflict, space, reportOf)).sort(byDay);
  return [...grouped(sided, ({ parties }) => parties).values()].flatMap((group) =>
    group.flatMap((one, at) => {
      const pairs: (readonly [Conflict, Conflict])[] = [];
      for (const other of group.slice(at + 1, at + 1 + mostCompared)) {
        if (daysApart(one.sides[0], other.sides[0]) > sameTimeDays) break;
        if (isSame(one, other)) pairs.push([one.conflict, other.conflict]);
      }
      return pairs;
    }),
  );
}

/** With so many that come after it a conflict is compared: two parties may be at odds a hundred times a week. */
const mostCompared = 500;

function sidedOf(conflict: Conflict, space: AccountSpace, reportOf: (account: Account) => DocumentId): Sided {
  const [a, b] = [space.of(conflict.accounts[0]), space.of(conflict.accounts[1])];
  // who has no name in a report is taken for the same in its reprint
  const keyOf = (one: Proposition): string => (isUnnamed(one.account) ? reportOf(one.account) : (one.party ?? ""));
  const isInOrder = order(keyOf(a), keyOf(b)) <= 0;
  const sides = isInOrder ? ([a, b] as const) : ([b, a] as const);
  return { conflict, sides, parties: JSON.stringify(sides.map(keyOf)) };
}

const byDay = ({ sides: [a] }: Sided, { sides: [b] }: Sided): number =>
  byPeriod(a.account.day, b.account.day) || order(a.account.key, b.account.key);
