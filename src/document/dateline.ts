import { monthPattern } from "./date-grammar.ts";

/** The opening stretch of a report that says where, when and by which agency it was filed. */
export interface Dateline {
  /** Length of the stretch, its closing dash or bracket included, in UTF-16 code units. */
  readonly length: number;
  /** The agency in brackets or between slashes ("Reuters", "Meridian News Agency"); null where there is none. */
  readonly agency: string | null;
  /** "March 3" or "3 March 2022" as it stands; null where there is none. */
  readonly date: string | null;
}

const capitals = "(?:St\\. )?\\p{Lu}[\\p{Lu}.’'-]+(?: (?:\\p{Lu}[\\p{Lu}.’'-]*|of|de|la|del|al|el)){0,4}";
const mixed = "\\p{Lu}[\\p{L}.’'-]+(?:[ -]\\p{Lu}[\\p{L}.’'-]+){0,3}";
const region = `(?:, ?${mixed}|, ?\\p{Lu}\\.(?:\\p{Lu}\\.)*)?`;
const weekday = "(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\\.?,? )?";
const day = `${weekday}(?<date>${monthPattern}\\.? \\d{1,2}(?:, \\d{4})?|\\d{1,2} ${monthPattern}\\.?(?:,? \\d{4})?)`;
const bracket = "\\((?<agency>\\p{Lu}[\\p{L}\\p{N}.&’' /-]{1,40})\\)";
const slashes = "/ ?(?<agency>\\p{Lu}[\\p{L}\\p{N}.&’' -]{1,40}) ?/\\.?";
const dash = "(?: ?(?:[—–―‒]|--) ?| ?- | -(?=\\p{Lu}))";

/** From the most to the least explicit; the first that fits decides. */
const forms: readonly RegExp[] = [
  // KARSK, March 3 (Agency) –   Ravna (Agency) –   MOSCOW. March 3 (Agency) -   DONETSK, Ukraine (AFP) -
  `(?:${capitals}|${mixed})${region}(?:[,.] ?${day})?,? ?${bracket}(?:${dash}|: )`,
  // MOSCOW, March 3 /TASS/.
  `(?:${capitals}|${mixed})${region}(?:[,.] ?${day})?[,.]? ?${slashes}(?:${dash})?`,
  // (Agency) - Rome, January 24 -   (Agency) –
  `${bracket}${dash}(?:${mixed}${region}, ?${day}${dash})?`,
  // KARSK, March 3 –   Sept. 26, 2016 would be no place
  `${capitals}${region}, ?${day}(?:${dash}|: )`,
  // DONETSK, Ukraine —   MIDWAY ATOLL -
  `${capitals}${region}(?:${dash})`,
].map((form) => new RegExp(`^${form}`, "u"));

/** Labels in capitals that stand where a place would, from the headlines and openings of PolNeAR's train texts. */
const labels =
  /^(?:UPDATED?|BREAKING|WATCH|EXCLUSIVE|ANALYSIS|OPINION|LIVE|FACT|VIDEO|PHOTOS?|NOTE|EDITOR|NEW|POLL|REPORT|REVIEW|CORRECTION|TOP STORIES|ABSTRACT|Q|A|Q&A|I)\b/u;

/** The dateline that `text` begins with, or null. A place and a dash alone must be in capitals, as agencies set it. */
export function findDateline(text: string): Dateline | null {
  const opening = text.slice(0, 200);
  if (labels.test(opening)) return null;
  for (const form of forms) {
    const match = form.exec(opening);
    if (match === null || match[0].length >= text.trimEnd().length) continue;
    const { agency, date } = match.groups ?? {};
    return { length: match[0].trimEnd().length, agency: agency ?? null, date: date ?? null };
  }
  return null;
}
