import { readDate } from "./date-grammar.ts";
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
  const kinds = parts.map(kindOf);
  if (kinds.includes("other")) return null;
  const of = (kind: Kind): readonly string[] => parts.filter((_, at) => kinds[at] === kind).map(withoutPlace);
  const byline = { names: of("name"), outlet: of("outlet")[0] ?? null, date };
  const named = byline.names.length > 0;
  return (explicit ? named || byline.outlet !== null : named && kinds.length > byline.names.length) ? byline : null;
}

type Kind = "name" | "role" | "outlet" | "other";

function kindOf(part: string): Kind {
  if (role.test(part)) return "role";
  if (isOutletName(part)) return "outlet";
  return name.test(withoutPlace(part)) ? "name" : "other";
}

const withoutPlace = (part: string): string => part.replace(/ in \p{Lu}[\p{L} .’'-]{1,40}$/u, "");

/** "Jane Doe March 3, 2022 10:15 am", "Jane Doe | Published: 3 March 2022". */
function splitDate(text: string): { readonly head: string; readonly date: string | null } {
  const match =
    /[\s,|•·–—-]*(?:(?:published|posted|updated)(?: on)?:? )?((?:\p{L}{3,9}\.?,? ){0,2}\d{1,4}\b.*)$/iu.exec(text);
  if (match?.[1] === undefined || readDate(match[1]) === null) return { head: text, date: null };
  return { head: text.slice(0, match.index), date: /updated/iu.test(match[0]) ? null : match[1] };
}
