import { type Office, offices } from "../../../coding/actor/actor-base.ts";
import { foldName } from "../../../coding/actor/fold.ts";
import type { OfficeLexicon } from "../../../coding/actor/office-lexicon.ts";
import type { Sector } from "../../../coding/actor/sector.ts";

/** What the label of a position says, by the office lexicon of the codebook. */
export interface PositionOffice {
  readonly office: Office;
  /** What the office is called there, where that is not its own name: "Home Secretary". */
  readonly title: string | null;
  readonly sector: Sector;
  /** The country its label names; null where it names none. */
  readonly country: string | null;
  /** The body it is of, of an international office: "United Nations". */
  readonly body: string | null;
}

/** The ISO code of a country by its name, null for any other words. */
export type CountryNamed = (name: string) => string | null;

/** Offices that a word more makes another: the president of a chamber or a club is none of the country. */
const ofCountries: ReadonlySet<string> = new Set<Office>([
  "president",
  "vice president",
  "prime minister",
  "deputy prime minister",
  "chancellor",
  "monarch",
  "crown prince",
  "supreme leader",
  "head of state",
  "head of government",
]);

/** Offices without a line of their own in the press, or whose labels say too little of whose they are. */
const leftOut: ReadonlySet<string> = new Set<Office>(["head of agency", "party leader", "business leader", "adviser"]);

/** Before an office, they make it another one. */
const lesser = /^(?:deputy|vice|assistant|under|associate|junior|shadow|honorary|parliamentary|private|former)$/u;
const harmless = /^(?:federal|acting|interim|executive|union|state|first|the|royal|national)$/u;
const legislatures =
  /\b(?:parliament|assembly|congress|senate|house|chamber|council of states|legislat\w+|bundestag|duma|rada|sejm|knesset|diet|storting|riksdag|folketing|majlis|cortes)\b/iu;

/** Null where the label is of no office that the actor base knows. */
export function officeOf(label: string, lexicon: OfficeLexicon, countryNamed: CountryNamed): PositionOffice | null {
  const { head, rest, country } = withoutCountry(label, countryNamed);
  if (/^(?:member|deputy) (?:of|in) /iu.test(head) || /\b(?:senator|representative)$/iu.test(head)) {
    const isLegislator = legislatures.test(label) || /\b(?:senator|representative)$/iu.test(head);
    return isLegislator ? { office: "legislator", title: null, sector: "LEG", country, body: null } : null;
  }
  const words = foldName(head).split(" ");
  for (let at = 0; at < words.length; at++) {
    const found = longestAt(words, at, lexicon);
    if (found === null) continue;
    const { office, sector, length } = found;
    const known = offices.find((each) => each === office);
    const [before, after] = [words.slice(0, at), words.slice(at + length)];
    if (known === undefined || leftOut.has(known) || before.some((word) => lesser.test(word))) return null;
    if (ofCountries.has(known) && (after.length > 0 || !before.every((word) => harmless.test(word)) || rest !== null)) {
      return null;
    }
    const title = foldName(head) === known ? null : head;
    return { office: known, title, sector: sector ?? "GOV", country, body: sector === "IGO" ? bodyIn(head) : null };
  }
  return null;
}

interface Parted {
  /** "Minister of Foreign Affairs". */
  readonly head: string;
  /** What an office is of, where it is no country: "Senate". */
  readonly rest: string | null;
  readonly country: string | null;
}

/** "Minister of Foreign Affairs of Ostria", "President (Ostria)", "Ostria Secretary of State". */
function withoutCountry(label: string, countryNamed: CountryNamed): Parted {
  const text = label.replace(/\s*\((.*)\)$/u, " of $1").trim();
  for (const { index, 0: joint } of text.matchAll(/,? (?:of|for|in) (?:the )?/giu)) {
    const country = countryNamed(text.slice(index + joint.length));
    if (country !== null) return { head: text.slice(0, index), rest: null, country };
  }
  const words = text.split(" ");
  for (let length = Math.min(4, words.length - 1); length > 0; length--) {
    const country = countryNamed(words.slice(0, length).join(" "));
    if (country !== null) return { head: words.slice(length).join(" "), rest: null, country };
  }
  const [, rest = null] = /^\S+(?: \S+)? of (?:the )?(.+)$/u.exec(text) ?? [];
  return { head: text, rest, country: null };
}

function longestAt(words: readonly string[], at: number, { nouns, longestFrom }: OfficeLexicon) {
  const most = Math.min(longestFrom.get(words[at] ?? "") ?? 0, words.length - at);
  for (let length = most; length > 0; length--) {
    const noun = nouns.get(words.slice(at, at + length).join(" "))?.find(({ kind }) => kind === "office");
    if (noun?.kind === "office") return { ...noun, length };
  }
  return null;
}

const bodyIn = (head: string): string | null => / of (?:the )?(.+)$/u.exec(head)?.[1] ?? null;
