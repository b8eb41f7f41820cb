import { type Groups, isCapital, type Place, type Rule, rule } from "./rule.ts";
import type { TimeTerm, Which } from "./time-term.ts";
import { fullWeekdayPattern, weekdayNumber } from "./weekday-words.ts";

const part = "(?:morning|afternoon|evening|night)s?";
const clockTime = "(?:[01]?\\d|2[0-3])(?:[:.][0-5]\\d)?\\s*(?:[ap]\\.\\s?m\\.?|[ap]m\\b|o['’]?clock)";
const zone =
  "(?:,?\\s+\\(?(?:[ECMP][SD]?T|GMT|UTC|BST|CET|Eastern|Central|Mountain|Pacific|local\\s+time)(?:\\s+time)?\\)?)?";
const untilClock = "(?:(?:[01]?\\d)(?:[:.][0-5]\\d)?\\s*(?:to|and|-|–)\\s*)?";
const clockPattern = `${untilClock}${clockTime}${zone}(?:\\s*(?:to|and|until|-|–)\\s*${clockTime}${zone})?`;
const weekWords = "(?:\\s+(?:of\\s+)?(?<week>last|this|next)\\s+week)?";

/** Days by their own names and by the document's: "Thursday night", "yesterday", "8:30 p.m.", "the weekend". */
export const dayRules: readonly Rule[] = [
  rule(
    `(?:(?<which>last|next|this(?:\\s+past|\\s+coming)?)\\s+)?(?<weekday>${fullWeekdayPattern})(?:['’]s\\s+(?=night))?(?<plural>s)?(?:\\s+(?:(?:early|late)\\s+)?(?<part>${part}))?${weekWords}`,
    readWeekday,
  ),
  rule(`(?<word>today|tonight|yesterday|tomorrow)(?:\\s+${part})?`, readNearDay),
  rule("the\\s+day\\s+before\\s+yesterday", () => ({ kind: "day", offset: -2 })),
  rule("the\\s+day\\s+after\\s+tomorrow", () => ({ kind: "day", offset: 2 })),
  // "told CBS This Morning" names a programme
  rule("this\\s+(?:very\\s+)?(?<part>morning|afternoon|evening)", ({ part: of }) =>
    isCapital(of) ? null : { kind: "day", offset: 0 },
  ),
  rule("last\\s+night", () => ({ kind: "day", offset: -1 })),
  rule("overnight", readOvernight),
  rule("(?:earlier|later)\\s+in\\s+the\\s+(?:day|morning|afternoon|evening|night)", () => ({ kind: "same-day" })),
  rule(clockPattern, readClock),
  rule("(?:noon|midday|midnight)", (_, { before }) =>
    /\b(?:at|by|until|around|before|after|about|from|to|near)\s+$/iu.test(before) && !isFrequent(before)
      ? { kind: "same-day" }
      : null,
  ),
  rule("(?<which>this\\s+past|this|last|next|the\\s+past|the\\s+coming|the)\\s+weekend", readWeekend),
  // "his weekend remarks" were made then; "a weekend house" is for every one
  rule("weekend", (_, { before, after }) =>
    /(?:\b(?:his|her|their|its)|['’]s)\s+$/iu.test(before) && /^\s+\p{Ll}{4}/u.test(after)
      ? { kind: "weekend", which: null }
      : null,
  ),
];

function readWeekday(groups: Groups, { before, after }: Place): TimeTerm | null {
  if (!isCapital(groups.weekday)) return null;
  if (programmeAfter.test(`${groups.part ?? ""}${after}`) && /^\p{Lu}|^$/u.test(groups.part ?? "")) return null;
  if (/Fox\s+News\s+$/u.test(before) && groups.weekday === "Sunday" && groups.part === undefined) return null;
  if (programmeBefore.test(before) || /\b(?:every|each|most|any|other|alternate|some|many)\s+$/iu.test(before))
    return null;
  if (/s$/u.test(groups.part ?? "") && !/^\s+\p{Ll}/u.test(after)) return null;
  // "on a Monday" tells which day of the week; "a Monday interview" took place
  if (/\ban?\s+$/iu.test(before) && !/^\s+(?!in\b|at\b|on\b|of\b|and\b|or\b|when\b|with\b)\p{Ll}{3}/u.test(after))
    return null;
  // "Mondays" comes again and again, unless the apostrophes were lost and a noun follows: "Mondays meeting"
  if (
    groups.plural !== undefined &&
    (/\bon\s+$/iu.test(before) || !/^\s+(?!and|at|from|through|or|but|in)\p{Ll}{3}/u.test(after))
  ) {
    return null;
  }
  const words = groups.which?.toLowerCase() ?? null;
  return {
    kind: "weekday",
    weekday: weekdayNumber(groups.weekday ?? ""),
    which: words?.endsWith("past") ? "last" : words?.endsWith("coming") ? "next" : (words as Which | null),
    week: (groups.week?.toLowerCase() as Which | undefined) ?? null,
  };
}

/** "Sunday Times", "Saturday Night Live", "Fox News Sunday": programmes, papers and days with names of their own. */
const programmeAfter =
  /^(?:\s*Night\s+(?:Live|Football|Lights|Massacre|Baseball|Fever)|\s+(?:Times|Mirror|Telegraph|Express|Mail|Herald|School|Agreement|Accords?|Evening\s+Post|Magazine|Review|Independent|Massacre|TODAY|Today|Book|Morning))\b/u;
const programmeBefore =
  /\b(?:Black|Bloody|Super|Ash|Palm|Cyber|Giving|Holy|Maundy|Shrove|Ruby|Fat|Good|Easter|Whit|Freaky|CBS|Casual|Lazy)\s+$/u;

function readNearDay(groups: Groups, { before, after }: Place): TimeTerm | null {
  const word = groups.word ?? "";
  const day = word.toLowerCase();
  const opens = /(?:^|[.!?:;"“”'‘’(—–-]\s*)$/u.test(before);
  // USA Today, NBC's "Today"; a headline in capitals has others of its kind around it
  if (day === "today" && isCapital(word) && !opens && !/\p{Lu}\p{L}+\s+\p{Lu}\p{L}+$/u.test(after)) return null;
  if (day === "today" && /^['’"”]*\s+(?:[Ss]how|[Pp]rogram(?:me)?|host|anchor)\b/u.test(after)) return null;
  if (/\b(?:a|an|of|better|our|brighter|the)\s+$/iu.test(before) && !/^['’]s\b/u.test(after) && day !== "today") {
    return null;
  }
  const offset = day === "yesterday" ? -1 : day === "tomorrow" ? 1 : 0;
  return { kind: "day", offset };
}

function readOvernight(_: Groups, { before, after }: Place): TimeTerm | null {
  if (/^\s+(?:success|sensation|stay|camp|bag|train|flight|delivery|shipping|trip|guest)/iu.test(after)) return null;
  return /\b(?:stay(?:s|ed|ing)?|changed?|an)\s+$/iu.test(before) ? null : { kind: "overnight" };
}

const isFrequent = (text: string): boolean =>
  /\b(?:weekdays|weeknights|weekends|daily|nightly|every|each|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days)\b/iu.test(
    text,
  );

function readClock(_: Groups, { before, after }: Place): TimeTerm | null {
  return isFrequent(before) || isFrequent(after) || /[\d:.,]$/u.test(before) ? null : { kind: "same-day" };
}

function readWeekend(groups: Groups): TimeTerm {
  const words = groups.which?.toLowerCase() ?? "";
  if (words.endsWith("past")) return { kind: "weekend", which: "past" };
  if (words.endsWith("coming")) return { kind: "weekend", which: "this" };
  return { kind: "weekend", which: words === "the" ? null : (words as Which) };
}
