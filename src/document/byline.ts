import { textOf } from "../text/span.ts";
import { monthPattern, readDate } from "./date-grammar.ts";
import type { Region } from "./document.ts";
import { splitLines } from "./lines.ts";
import { isOutletName } from "./outlet-names.ts";

/** Who a line says wrote the article, and the outlet or agency it names them for; both may be the whole of it. */
export interface Byline {
  readonly names: readonly string[];
  readonly outlet: string | null;
  /** The date at the line's end as it stands; null where there is none. */
  readonly date: string | null;
}

const maxLength = 200;
const opening = /^(?:(?:written|reported|story|words|text|analysis|opinion|report) )?by:? /iu;
const particles = "(?:(?:de|da|del|della|der|den|di|du|van|von|bin|ibn|al|el|la|le|ter|ten|dos|y) )*";
const word = "\\p{Lu}[\\p{L}\\p{M}’'.-]*";
/** "Jane Doe", "J. R. van der Berg", "JANE DOE", "Miroslava Dvořáčková-Nagy": two to five words. */
const name = new RegExp(`^${word}(?: ${particles}${word}){1,4}$`, "u");
const role =
  /\b(?:writer|reporter|correspondent|columnist|editor|contributor|analyst|bureau(?: chief)?|staff|service|newsroom|desk)s?$|^special (?:to|for) /iu;

/**
 * Reads "By Jane Doe", "By A and B | Agency", "Jane Doe, Staff Writer", "By Jane Doe in Ravna". Every part of the line
 * must be a name, a role, an outlet or a date; else it is a sentence, and the answer is null. Without "By" there must
 * be a role or an outlet beside the name, as a name alone may be anything.
 */
export function readByline(line: string): Byline | null {
  if (line.length > maxLength) return null;
  const explicit = opening.test(line);
  const rest = line.replace(opening, "");
  const { head, date } = splitDate(rest);
  const parts = head.split(/\s*[|•·;]\s*|\s+[/–—-]\s+|,\s+(?:and\s+)?|\s+(?:and|&)\s+/u).filter((part) => part !== "");
  const kinds = parts.map((part, at) => (at > 0 && initials.test(part) ? "outlet" : kindOf(part)));
  if (kinds.includes("other")) return null;
  const of = (kind: Kind): readonly string[] => parts.filter((_, at) => kinds[at] === kind).map(withoutPlace);
  const byline = { names: of("name"), outlet: of("outlet")[0] ?? null, date };
  const named = byline.names.length > 0;
  return (explicit ? named || byline.outlet !== null : named && kinds.length > byline.names.length) ? byline : null;
}

/** "The Karsk Herald, 4 March 2022", "MERIDIAN WIRE": an outlet's name with the date of the issue or alone, or null. */
export function readMasthead(line: string): { readonly outlet: string; readonly date: string | null } | null {
  if (line.length > maxLength) return null;
  const { head, date } = splitDate(line);
  const isCapitals = head === head.toUpperCase();
  const outlet = isCapitals ? head.replace(/\p{L}+/gu, (w) => w.charAt(0) + w.slice(1).toLowerCase()) : head;
  if (isOutletName(head)) return { outlet: head, date };
  return isOutletName(outlet) ? { outlet, date } : null;
}

/** "By Jane Doe and John Roe, PBN": initials after the names are an outlet that no list need know. */
const initials = /^\p{Lu}{2,6}$/u;

type Kind = "name" | "role" | "outlet" | "other";

function kindOf(part: string): Kind {
  if (role.test(part)) return "role";
  if (isOutletName(part)) return "outlet";
  return name.test(withoutPlace(part)) ? "name" : "other";
}

const withoutPlace = (part: string): string => part.replace(/ in \p{Lu}[\p{L} .’'-]{1,40}$/u, "");

const dateOpening = `(?:(?:mon|tue|wed|thu|fri|sat|sun)\\p{L}*\\.?,? )?(?:${monthPattern}\\.? \\d|\\d{1,2}(?:st|nd|rd|th)? ${monthPattern}|\\d{4}-\\d\\d-|\\d{1,2}[/.]\\d{1,2}[/.]\\d{4})`;
const datedTail = new RegExp(
  `[\\s,|•·–—-]*(?:(?:published|posted|updated)(?: on)?:? )?(?<![\\p{L}\\d])(${dateOpening}.*)$`,
  "iu",
);

/** "Jane Doe March 3, 2022 10:15 am", "Jane Doe | Published: 3 March 2022". */
function splitDate(text: string): { readonly head: string; readonly date: string | null } {
  const match = datedTail.exec(text);
  if (match?.[1] === undefined || readDate(match[1]) === null) return { head: text, date: null };
  return { head: text.slice(0, match.index), date: /updated/iu.test(match[0]) ? null : match[1] };
}

/**
 * Who wrote the article: `stated` (a hint, a record, metadata) with "By" taken off and joined names taken apart; where
 * nothing is stated, the byline the text prints, and where it prints none, its reporting credit.
 */
export function bylinesOf(stated: readonly string[], text: string, regions: readonly Region[]): readonly string[] {
  const given = unique(stated.flatMap(authorsIn));
  if (given.length > 0) return given;
  const lines = regions.filter(({ kind }) => kind === "byline").flatMap((region) => splitLines(textOf(text, region)));
  const printed = lines.flatMap((line) => authors(readByline(line.text) ?? readByline(`By ${line.text}`)));
  return unique(printed.length > 0 ? printed : lines.flatMap((line) => reporters(line.text)));
}

const unique = (names: readonly string[]): readonly string[] => [...new Set(names)];

function authors(byline: Byline | null): readonly string[] {
  if (byline === null) return [];
  if (byline.names.length > 0) return byline.names;
  return byline.outlet === null ? [] : [byline.outlet];
}

/**
 * A stated byline that is no list of names ("Newsroom", "佐藤 花子") stays as it stands, but for what a page printed
 * after it: "Jane Doe | November 18", "2019 12:01 PM Print this article".
 */
function authorsIn(stated: string): readonly string[] {
  const plain = stated.trim().replace(/\s+/gu, " ").replace(opening, "");
  const read = authors(readByline(`By ${plain}`));
  if (read.length > 0) return read;
  const name = plain.replace(trailingDate, "");
  return name === "" ? [] : [name];
}

const trailingDate = new RegExp(`[\\s|,•·–—-]*(?:(?<![\\p{L}])${monthPattern}\\.? )?\\d.*$`, "iu");

/** "(Reporting by Jane Doe in Ravna; Editing by John Roe)" */
function reporters(line: string): readonly string[] {
  const credit = /(?:^|\()(?:reporting|writing) by ([^;)]+)/iu.exec(line)?.[1];
  return credit === undefined ? [] : authors(readByline(`By ${credit.replace(/\.$/u, "")}`));
}
