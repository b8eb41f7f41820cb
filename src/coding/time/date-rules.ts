import { monthNumber, monthPattern } from "../../document/date-grammar.ts";
import { daysInMonth } from "./calendar.ts";
import { dayWords, ordinalPattern, readDayWord, readOrdinal } from "./number-words.ts";
import { type Groups, isCapital, type Place, type Rule, rule } from "./rule.ts";
import type { TimeTerm, Which, YearWords } from "./time-term.ts";
import { weekdayNumber, weekdayPattern } from "./weekday-words.ts";

const year = "(?<year>(?:1[5-9]|20)\\d\\d)";
const yearAfter = `(?:,?\\s+(?:of\\s+)?${year}(?!\\d|[.,:/]\\d|-\\d)|(?:,?\\s+of|,)?\\s+(?<yearWhich>last|this|next)\\s+year)`;
const dayOfMonth = "(?<day>[0-2]?\\d|3[01])(?:st|nd|rd|th)?(?!\\d|[.,:]\\d|\\s*(?:%|percent\\b|per\\s+cent\\b))";
const weekday = `(?:(?<weekday>${weekdayPattern})(?:\\s+(?:morning|afternoon|evening|night))?\\s*[,(]?\\s*)?`;

/** Dates, months and years that are named: "Thursday, Oct. 14", "11 March 2022", "October of last year", "the 1990s". */
export const dateRules: readonly Rule[] = [
  rule(`${weekday}(?<month>${monthPattern})\\.?\\s*${dayOfMonth}${yearAfter}?`, readDate),
  rule(`${weekday}(?:the\\s+)?${dayOfMonth}(?:\\s+of)?[\\s-](?<month>${monthPattern})(?:\\.?${yearAfter})?`, readDate),
  rule(
    `${weekday}(?:the\\s+)?(?<dayWord>${dayWords})\\s+(?:day\\s+)?of\\s+(?<month>${monthPattern})${yearAfter}?`,
    (groups, place) => readDate({ ...groups, day: String(readDayWord(groups.dayWord ?? "")) }, place),
  ),
  rule(`(?<month>${monthPattern})\\.?${yearAfter}`, readDate),
  rule(`(?:(?<which>last|this|next)\\s+(?:past\\s+|coming\\s+)?)?(?<month>${monthPattern})\\b`, readMonth),
  rule("(?<year>\\d{4})-(?<monthNumber>\\d\\d)-(?<day>\\d\\d)", readNumbers),
  rule("(?<a>\\d{1,2})[/.](?<b>\\d{1,2})[/.](?<year>\\d{4})", readNumbers),
  rule(`${year}(?:(?<=[1-9])s\\b)?`, readYear),
  rule("(?:the\\s+)?(?<year>(?:1[5-9]|20)\\d0)['’]?s", ({ year: first }) => years(Number(first), 10)),
  rule("(?:the\\s+)?['’‘](?<two>[2-9]0)['’]?s", ({ two }) => shortDecade(Number(two))),
  rule("the\\s+(?<two>[5-9]0)['’]?s", readShortDecade),
  rule("the\\s+(?<word>twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)", ({ word }) =>
    years(1920 + 10 * decades.indexOf(word?.toLowerCase() ?? ""), 10),
  ),
  rule(
    "(?:the\\s+)?(?<ordinal>1\\d(?:th)|20th|21st|nineteenth|twentieth|twenty-first)\\s+century(?!\\s+Fox)",
    ({ ordinal }) => years(100 * (centuryOf(ordinal ?? "") - 1), 100),
  ),
  rule("['’‘](?<two>\\d\\d)", readShortYear),
];

const decades = ["twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"];
const years = (first: number, count: number): TimeTerm => ({ kind: "years", first, count });

const monthlyWords = /^(?:mar(?:ch)?|may|apr(?:il)?|june?|aug(?:ust)?)$/iu;

function yearWords(groups: Groups): YearWords {
  if (groups.year !== undefined) return Number(groups.year);
  return (groups.yearWhich?.toLowerCase() as Which | undefined) ?? null;
}

function readDate(groups: Groups, place: Place): TimeTerm | null {
  if (!isCapital(groups.month)) return null;
  const month = monthNumber(groups.month ?? "");
  const day = groups.day === undefined ? null : Number(groups.day);
  if (day !== null && (day < 1 || day > daysInMonth(2000, month))) return null;
  // "March 5,000 people" is excluded by the pattern; "May 15 points" by its unit
  if (day !== null && /^\s+(?:points|votes|seats|delegates|people|million|billion)\b/u.test(place.after)) return null;
  const weekdayAt = groups.weekday === undefined ? null : weekdayNumber(groups.weekday);
  return { kind: "date", year: yearWords(groups), month, day, which: null, weekday: weekdayAt };
}

/** A month alone. "May", "March" and names of women need a word before them that introduces a month. */
function readMonth(groups: Groups, place: Place): TimeTerm | null {
  const name = groups.month ?? "";
  if (!isCapital(name) || (name.length < 4 && name !== "May")) return null;
  if (/^sept$/iu.test(name) && !place.after.startsWith(".")) return null;
  const which = (groups.which?.toLowerCase() as Which | undefined) ?? null;
  const term: TimeTerm = { kind: "date", year: null, month: monthNumber(name), day: null, which, weekday: null };
  if (/(?:Black|Red|1[89]\d\d|20\d\d|[.])\s+$/u.test(place.before)) return null;
  if (which !== null || !monthlyWords.test(name) || introducesMonth.test(place.before)) {
    return /^(?:March|May)$/u.test(name) && isMarchOrName(place.after) ? null : term;
  }
  // "a weak August", "began March"; but not "said April Veldt" and never "told May"
  const followsWord = /(?<!\b(?:said|says|told|asked|with|and))(?<=\p{Ll})\s+$/u.test(place.before);
  return name !== "May" && followsWord && !isMarchOrName(place.after) && !/^\s+\p{Lu}/u.test(place.after) ? term : null;
}

/** "the March on Karsk", "the March for Life"; "May said". */
const isMarchOrName = (after: string): boolean =>
  /^(?:\s+(?:on|for)\s+(?:\p{Lu}|the\b)|['’]?s?\s+(?:said|says|told|has|had|was|is|will|would)\b)/u.test(after);

const introducesMonth =
  /\b(?:in|since|until|till|during|of|through|throughout|from|to|or|between|before|after|by|early|mid|late|last|next|this|a|an|the|its|his|her|their|our|ago|back|as|than)[\s-]+$/iu;

/** Numbers alone. "3/10/2022" is one day here and another there, and is left alone. */
function readNumbers(groups: Groups, { before }: Place): TimeTerm | null {
  // datetime="2016-07-23" is markup
  if (/="$/u.test(before)) return null;
  let [month, day] = [Number(groups.monthNumber ?? groups.a), Number(groups.day ?? groups.b)];
  if (groups.a !== undefined) {
    if (month <= 12 && day <= 12 && month !== day) return null;
    if (month > 12) [month, day] = [day, month];
  }
  const number = Number(groups.year);
  if (month < 1 || month > 12 || day < 1 || number < 1800 || number > 2100 || day > daysInMonth(number, month)) {
    return null;
  }
  return { kind: "date", year: number, month, day, which: null, weekday: null };
}

/** A number of four digits alone: a year unless what stands around it counts, prices or numbers something. */
function readYear(groups: Groups, { before, after }: Place): TimeTerm | null {
  const number = Number(groups.year);
  if (number < 1700 || number > 2100) return null;
  if (/^(?:[.,:]\d|[-–]\d|%|\/\d|\s*(?:percent|per\s+cent)\b)/u.test(after)) return null;
  if (countedAfter.test(after) || numberedBefore.test(before)) return null;
  // "2000 soldiers" counts them, "2008 races" does not
  if (number % 100 === 0 && /^\s+(?!elections|races|primaries|Games|was|is|has|sales|results)\p{Ll}+s\b/u.test(after)) {
    return null;
  }
  return years(number, 1);
}

const countedAfter =
  /^\s+(?:people|men|women|children|troops|soldiers|points|votes|delegates|miles|kilomet(?:er|re)s|km|feet|meters|metres|pounds|tons|tonnes|dollars|euros|words|pages|calories|jobs|homes|more|other|square|degrees|acres|hectares|rounds|hours|days|years|BC|B\.C\.)\b/u;
const numberedBefore =
  /(?:[$£€#№]|\b(?:about|nearly|almost|some|roughly|approximately|over|least|than|most|exceed(?:ed|s)?|Route|Highway|Flight|No\.|number|Room|Suite|Channel|Bill|Resolution|Order|Section|Form|Article|page|Act|Building|Box|HB|SB|H\.R\.|S\.|area code|Boeing|Windows|Office))\s*$/iu;

/** "the 90s": without a mark only decades that people still speak of; "temperatures in the 80s" are not one. */
function readShortDecade({ two }: Groups, { after }: Place): TimeTerm | null {
  return /^[^.]*\b(?:degrees|temperature|percent)/u.test(after) ? null : shortDecade(Number(two));
}

const shortDecade = (number: number): TimeTerm => years(number >= 30 ? 1900 + number : 2000 + number, 10);

function readShortYear({ two }: Groups, { before, after }: Place): TimeTerm | null {
  if (!/\b(?:in|of|since|from|until|by|to)\s+$/u.test(before) || /^['’]?s/u.test(after)) return null;
  const number = Number(two);
  return years(number < 30 ? 2000 + number : 1900 + number, 1);
}

const centuryOf = (word: string): number =>
  ({ nineteenth: 19, twentieth: 20, "twenty-first": 21 })[word.toLowerCase()] ?? Number.parseInt(word, 10);

/** "the third quarter of 2016": kept with dates because it may carry a year. */
export const quarterRule: Rule = rule(
  `(?:the\\s+)?(?:(?<ordinal>${ordinalPattern})[\\s-]quarter|Q(?<number>[1-4]))(?:\\s+of)?(?:\\s+${year}|\\s+(?<yearWhich>last|this|next)\\s+year|\\s+the\\s+year)?`,
  (groups, place) => {
    const quarter = groups.number === undefined ? readOrdinal(groups.ordinal ?? "") : Number(groups.number);
    if (quarter < 1 || quarter > 4 || /\b(?:yards?|touchdown|quarterback|game)\b/u.test(place.before + place.after)) {
      return null;
    }
    return { kind: "quarter", quarter, year: yearWords(groups) };
  },
);
