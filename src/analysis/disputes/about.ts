import type { AccountSpace } from "./account-space.ts";
import type { Proposition } from "./proposition.ts";

const mostWords = 4;

/** What two accounts are about, in the words of the first: those they share, else its rarest, in text order. */
export function aboutOf(one: Proposition, other: Proposition, space: AccountSpace): string {
  const { shared } = space.alike(one, other);
  const own = [...one.stems].sort((a, b) => space.weight(b) - space.weight(a));
  const wanted = new Set((shared.length > 0 ? shared : own).slice(0, mostWords));
  const forms: string[] = [];
  for (const { stem, start, end, isContent } of one.words) {
    if (!isContent || !wanted.delete(stem)) continue;
    forms.push(one.account.words.slice(start, end));
  }
  return forms.join(" ");
}
