import { countPattern, readCount } from "./number-words.ts";
import {
  type Found,
  type Groups,
  longer,
  type Opening,
  opening,
  type Rule,
  readOpenings,
  readRules,
  rule,
} from "./rule.ts";
import { simpleRules } from "./simple-rules.ts";
import type { CalendarUnit, Part, TimeTerm, Unit } from "./time-term.ts";

const unit = "(?<unit>week|month|quarter|year|decade|century)";

const parts: Readonly<Record<string, Part>> = {
  early: "early",
  mid: "mid",
  middle: "mid",
  late: "late",
  earlier: "so-far",
  later: "rest",
  start: "start",
  beginning: "start",
  end: "end",
  close: "end",
  rest: "rest",
  remainder: "rest",
  "first half": "first-half",
  "second half": "second-half",
};

/** "the end of the year", "earlier in the week": a unit with nothing but its article is the document's. */
const thisUnit = (groups: Groups): TimeTerm => ({
  kind: "calendar",
  unit: groups.unit?.toLowerCase() as CalendarUnit,
  which: "this",
});

const partOf = (groups: Groups, { term }: Found): TimeTerm => ({
  kind: "part",
  part: parts[groups.part?.toLowerCase().replace(/\s+/gu, " ") ?? ""] ?? "mid",
  of: term,
});

const wholeRules: readonly Rule[] = [
  ...simpleRules,
  rule(`(?<unit>year|month|week)(?:['’]?s)?[\\s-]end`, (groups, { before, after }) =>
    /\b(?:at|by|until|before|from)\s+$/iu.test(before) && !/^\s+\p{Ll}/u.test(after)
      ? { kind: "part", part: "end", of: thisUnit(groups) }
      : null,
  ),
  rule(`so\\s+far\\s+this\\s+${unit}`, thisUnit),
];
const unitRules: readonly Rule[] = [
  ...simpleRules,
  rule(`the\\s+(?:current\\s+)?${unit}`, thisUnit),
  rule("the\\s+weekend", () => ({ kind: "weekend", which: null })),
];

const inOpenings: readonly Opening[] = [
  opening("(?<part>early|mid|late)(?:[\\s-]+|\\s+(?:in|on)\\s+)(?:the\\s+)?", partOf),
  opening("(?<part>earlier|later)\\s+(?:(?:in|on)\\s+)?", partOf),
];
const ofOpenings: readonly Opening[] = [
  opening("(?<part>earlier|later|early|late)\\s+in\\s+(?=the\\s)", partOf),
  opening(
    "(?:the\\s+)?(?:very\\s+)?(?<part>end|start|beginning|close|middle|rest|remainder|first\\s+half|second\\s+half)\\s+of\\s+",
    partOf,
  ),
  opening(
    `(?:the\\s+)?(?<edge>first|last|final)\\s+(?:(?<count>${countPattern})\\s+)?(?<unit>day|week|month)s?\\s+of\\s+`,
    ({ edge, count, unit: of }, { term }) => ({
      kind: "edge",
      edge: edge?.toLowerCase() === "first" ? "first" : "last",
      count: count === undefined ? 1 : readCount(count),
      unit: of?.toLowerCase() as Unit,
      of: term,
    }),
  ),
  opening("the\\s+week\\s+of\\s+", (_, { term }) => (term.kind === "date" ? { kind: "week-of", of: term } : null)),
];

/** A stretch or a part of one: "last week", "early October", "the last three months of 2015". */
export function readPart(sentence: string, at: number): Found | null {
  const whole = readRules(wholeRules, sentence, at);
  const inside = readOpenings(inOpenings, sentence, at, (from) => readRules(simpleRules, sentence, from));
  const ofWhole = readOpenings(ofOpenings, sentence, at, (from) => readRules(unitRules, sentence, from));
  return longer(longer(whole, inside), ofWhole);
}
