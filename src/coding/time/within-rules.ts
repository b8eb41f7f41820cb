import { countPattern, readCount, vaguePattern } from "./number-words.ts";
import { type Groups, type Place, type Rule, rule } from "./rule.ts";
import type { TimeTerm, Unit } from "./time-term.ts";

const unit = "(?<unit>hour|day|week|month|year|decade)";

/** How far what lies ahead is: "within days", "within the month", "in two to three weeks". Of what lies behind they tell how long it took. */
export const withinRules: readonly Rule[] = [
  rule(`within\\s+(?:(?<count>${countPattern})|(?<vague>${vaguePattern}))[\\s-]${unit}s?`, readWithin),
  rule(`within\\s+(?:an?|the)\\s+${unit}`, (groups, place) => readWithin({ ...groups, count: "one" }, place)),
  rule(`within\\s+(?:the\\s+)?${unit}s`, readWithin),
  rule(`in\\s+(?:about\\s+|around\\s+|roughly\\s+|just\\s+)?(?<count>${countPattern})\\s+${unit}s?`, readIn),
];

function readWithin(groups: Groups, { after }: Place): TimeTerm | null {
  if (countsFromElsewhere.test(after)) return null;
  const count = groups.count === undefined ? null : readCount(groups.count);
  return { kind: "within", count, unit: unitOf(groups), isPoint: false };
}

/** Between two numbers it is no one day. "The worst in two years" looks back, and "ten times in a year" counts. */
function readIn(groups: Groups, { before, after }: Place): TimeTerm | null {
  const words = groups.count ?? "";
  if (countsFromElsewhere.test(after) || looksBack.test(before)) return null;
  const isPoint = !/\d\s*[-–]|\b(?:to|or)\b|couple/iu.test(words);
  return { kind: "within", count: readCount(words), unit: unitOf(groups), isPoint };
}

const countsFromElsewhere = /^\s+(?:of|after|from|before|since)\b|^['’]/iu;
const looksBack =
  /\b(?:first|last|only|most|least|best|worst|once|twice|times?|record|(?:larg|high|low|bigg|long|small|deadli|heavi|fast|slow|young|old|strong|weak|steep|sharp|deep)est)\b[^.;:]{0,60}$/iu;

const unitOf = ({ unit: of }: Groups): Unit => (of ?? "").toLowerCase() as Unit;
