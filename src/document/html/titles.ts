import { lettersOf } from "../headline.ts";
import { isSameOutlet } from "../outlet-names.ts";

/** What is longer is no title, whatever its page calls it. */
export const longestTitle = 500;

/** Equal but for punctuation, or one the beginning of the other (cut short, or with the outlet's name after it). */
export function sameTitle(one: string, other: string): boolean {
  const [a, b] = [lettersOf(one), lettersOf(other)];
  return a !== "" && b !== "" && (a.startsWith(b) || b.startsWith(a));
}

const separator = "[|–—»·•:-]";
const namedLast = new RegExp(`^(?<headline>.*\\S)\\s+${separator}\\s+(?<site>\\S.*)$`, "u");
const namedFirst = new RegExp(`^(?<site>.*?\\S)\\s+${separator}\\s+(?<headline>\\S.*)$`, "u");

/** "Talks resume in Karsk - The Ravna Post" and "Ravna Post | Talks resume in Karsk" without the outlet's name. */
export function withoutOutlet(title: string, outlet: string | null): string {
  for (const form of [namedLast, namedFirst]) {
    const { headline = "", site = "" } = form.exec(title)?.groups ?? {};
    if (outlet !== null && site !== "" && isSameOutlet(site, outlet)) return headline;
  }
  return title;
}

/** The part before the last separator, if that is the longer one: what `<title>` adds after it names the site. */
export function withoutSiteName(title: string): string {
  const { headline = "", site = "" } = namedLast.exec(title)?.groups ?? {};
  return headline.length > site.length ? headline : title;
}
