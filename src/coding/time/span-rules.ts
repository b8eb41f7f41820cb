import { countPattern, readCount, vaguePattern } from "./number-words.ts";
import { type Groups, type Place, type Rule, rule } from "./rule.ts";
import type { CalendarUnit, TimeTerm, Unit, Which, YearWords } from "./time-term.ts";

const unit = "(?<unit>minute|hour|day|week|month|year|decade|century)";
const manyUnits = "(?<unit>minute|hour|day|week|month|year|decade)s";
const amount = `(?:(?<count>${countPattern})|(?<vague>${vaguePattern}))`;
const way = "(?<way>ago|from\\s+now|from\\s+today|away|off)";
const ahead = "(?:ahead|to\\s+come)";
const about =
  "(?:(?:(?:more|less|fewer|longer)\\s+than|nearly|almost|about|around|roughly|at\\s+least|just|only|over|some|barely)\\s+)?";

/** Stretches of the calendar and of time: "last week", "two years ago", "the past few days", "the coming months". */
export const spanRules: readonly Rule[] = [
  rule(
    "(?<which>last|this|next|(?:the|this)\\s+current)\\s+(?<unit>week|month|quarter|year|decade|century)s?",
    readCalendar,
  ),
  rule(`${about}${amount}[\\s-]${unit}s?\\s+${way}`, (groups, place) =>
    readDistance(groups, place, groups.count === undefined ? null : readCount(groups.count)),
  ),
  rule(`${about}an?\\s+${unit}(?<half>\\s+and\\s+a\\s+half)?\\s+${way}`, (groups, place) =>
    readDistance(groups, place, groups.half === undefined ? 1 : 1.5),
  ),
  rule(`(?:just\\s+|mere\\s+)?${manyUnits}\\s+${way}`, (groups, place) => readDistance(groups, place, null)),
  rule(`${about}(?<share>half\\s+a|a\\s+half|a\\s+quarter(?:\\s+of\\s+a)?)[\\s-]century\\s+ago`, ({ share }) => ({
    kind: "distance",
    count: /quarter/iu.test(share ?? "") ? 25 : 50,
    unit: "year",
    direction: -1,
  })),
  rule(
    `(?<lead>the|this|these|those|his|her|its|their|our|my)\\s+(?:very\\s+)?(?<way>past|last|next|coming|upcoming|preceding|previous)\\s+(?:${amount}\\s+)?${unit}(?<plural>s)?`,
    readWindow,
  ),
  rule(`(?<way>past|last|next|coming)\\s+${amount}\\s+${unit}(?<plural>s)?`, readWindow),
  rule(`(?:the\\s+)?(?<way>recent|coming|upcoming)\\s+${manyUnits}`, readOpenWindow),
  rule(`the\\s+${unit}\\s+${ahead}`, readAhead),
  rule(`(?:the\\s+)?(?:${amount}\\s+)?${manyUnits}\\s+${ahead}`, readAhead),
  rule(`the\\s+(?:(?:day|week|month|year|decade)s)\\s+since(?:\\s+then)?`, (_, { after }) =>
    /^\s*(?:[.,;:!?)"”’'—–]|$)/u.test(after) ? { kind: "since-then" } : null,
  ),
  rule("(?:recently|lately)", (_, { before }) =>
    /\b(?:more|most|as)\s+$/iu.test(before) ? null : { kind: "window", count: 4, unit: "week", direction: -1 },
  ),
  rule(
    `(?:(?<lead>the|last|this(?:\\s+past|\\s+coming)?|next)\\s+)?(?<season>spring|summer|autumn|fall|winter)(?:(?:\\s+of)?\\s+(?<year>(?:1[89]|20)\\d\\d)(?![\\d-])|\\s+(?:of\\s+)?(?<yearWhich>last|this|next)\\s+year)?`,
    readSeason,
  ),
];

const lower = (word: string | undefined): string => word?.toLowerCase().replace(/\s+/gu, " ") ?? "";

function readCalendar(groups: Groups, { before, after }: Place): TimeTerm | null {
  const which = lower(groups.which);
  // "the last week of the campaign" and "the next year" count from the document's day, if at all
  if (which !== "this" && /\b(?:the|his|her|its|their|our|my|every|very)\s+$/iu.test(before)) return null;
  if (
    /^\s+of\s+(?!this|last|next)/iu.test(after) ||
    isProgramme(groups, after) ||
    /^[-\s]+(?:old|long)\b/iu.test(after)
  )
    return null;
  return {
    kind: "calendar",
    unit: lower(groups.unit) as CalendarUnit,
    which: which.endsWith("current") ? "this" : (which as Which),
  };
}

/** "This Week With", "Last Week Tonight". */
const isProgramme = ({ unit: of }: Groups, after: string): boolean =>
  of === "Week" && /^(?:["”’']+|,?["”’']*\s+(?:[Ww]ith|Tonight|host|moderator)\b)/u.test(after);

function readDistance(groups: Groups, { before, after }: Place, count: number | null): TimeTerm | null {
  const of = lower(groups.unit) as Unit;
  if (/\b(?:many|long|of)[,\s]+$/iu.test(before)) return null;
  // "took two days off"
  if (
    lower(groups.way) === "off" &&
    !/(?:\b(?:is|are|was|were|be|still|only|just|perhaps|may)|['’]s)\s+["“'‘]?$/iu.test(before)
  )
    return null;
  // "two hours away by car"
  const isAway = /^(?:away|off)$/u.test(lower(groups.way));
  if (isAway && (of === "hour" || of === "minute" || /^\s+(?:by\s+(?:car|train|air)|at\b)/iu.test(after))) return null;
  return { kind: "distance", count, unit: of, direction: lower(groups.way) === "ago" ? -1 : 1 };
}

function readWindow(groups: Groups, { after }: Place): TimeTerm | null {
  const way = lower(groups.way);
  const of = lower(groups.unit) as Unit;
  const direction = way === "past" || way === "last" || way === "preceding" || way === "previous" ? -1 : 1;
  const alone = groups.count === undefined && groups.vague === undefined;
  if (/^\s+of\b/iu.test(after)) return null;
  // "the next day" and "the previous year" are told from elsewhere, and "the last day" ends something
  if (alone && (way === "previous" || way === "preceding" || (of === "day" && way !== "past"))) return null;
  if (alone && groups.plural !== undefined && way === "last") return null;
  // "his last year in office"
  if (alone && /^(?:his|her|its|their|our|my)$/iu.test(groups.lead ?? "")) return null;
  const count =
    groups.count === undefined ? (alone && groups.plural === undefined ? 1 : null) : readCount(groups.count);
  return { kind: "window", count, unit: of, direction };
}

function readOpenWindow(groups: Groups, { before, after }: Place): TimeTerm | null {
  if (/^\s+of\b/iu.test(after) || /\bmost\s+$/iu.test(before)) return null;
  return {
    kind: "window",
    count: null,
    unit: lower(groups.unit) as Unit,
    direction: lower(groups.way) === "recent" ? -1 : 1,
  };
}

function readAhead(groups: Groups, { before, after }: Place): TimeTerm | null {
  if (/^\s+of\b/iu.test(after) || /\bfor\s+(?:many\s+)?$/iu.test(before)) return null;
  const count = groups.count === undefined ? null : readCount(groups.count);
  return { kind: "window", count, unit: lower(groups.unit) as Unit, direction: 1 };
}

const seasons = ["spring", "summer", "autumn", "winter"];

/** "fall" and "spring" do other things too: a season needs an article after a preposition, a year, or "last". */
function readSeason(groups: Groups, { before, after }: Place): TimeTerm | null {
  const lead = lower(groups.lead);
  const name = lower(groups.season) === "fall" ? "autumn" : lower(groups.season);
  const year: YearWords =
    groups.year !== undefined ? Number(groups.year) : ((groups.yearWhich?.toLowerCase() as Which | undefined) ?? null);
  if (/^\s+(?:olympics?|games|training|camp|school|break|solstice|offensive)\b/iu.test(after)) return null;
  if (year === null && /^\s+\p{Lu}/u.test(after) && lead === "the") return null;
  const timed =
    /\b(?:in|during|over|into|through|throughout|by|until|since|before|after|early|mid|late|of|for|from|to)[\s-]+$/iu;
  if (year === null && (lead === "the" || lead === "")) {
    if (!timed.test(before)) return null;
    if (
      lead === "" &&
      (name === "autumn" || !/\b(?:in|by|before|until|since|early|mid|late|during)[\s-]+$/iu.test(before))
    )
      return null;
    // "in the fall of the wall"
    if (/^\s+of\b/iu.test(after)) return null;
  }
  const which = lead.endsWith("past") ? "last" : lead.endsWith("coming") ? "next" : lead;
  return {
    kind: "season",
    season: seasons.indexOf(name) + 1,
    year,
    which: which === "last" || which === "this" || which === "next" ? which : null,
  };
}
