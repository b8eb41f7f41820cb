import { holidays } from "./holidays.ts";
import { isCapital, type Rule, rule } from "./rule.ts";
import type { Which, YearWords } from "./time-term.ts";

const yearWords =
  "(?:,?\\s+(?:of\\s+)?(?<year>(?:1[89]|20)\\d\\d)(?![\\d-])|,?\\s+(?:of\\s+)?(?<yearWhich>last|this|next)\\s+year)?";

/** What a holiday's name goes before when it is no date: "a Christmas tree", "the Good Friday Agreement". */
const notDays =
  /^\s+(?:Agreement|Accords?|Island|tree|party|parties|card|carol|song|dinner|lights|gift|present|shopping|season|spirit|movie|special|egg|bunny|sale|costume|pudding|market)s?\b/iu;

/** Days with names: "Christmas", "New Year's Eve 2015", "last Thanksgiving". */
export const holidayRules: readonly Rule[] = holidays.map(({ name, pattern }) =>
  rule(
    `(?:(?<which>last|this|next)\\s+)?(?<name>${pattern})(?<weekend>\\s+weekend)?${yearWords}`,
    (groups, { before, after }) => {
      if (!isCapital(groups.name) && !/^the\s/iu.test(groups.name ?? "")) return null;
      if (notDays.test(after) || /\b(?:[Mm]erry|[Hh]appy|[Ff]ather|[Ww]ar\s+on|every|each)\s+$/u.test(before))
        return null;
      const year: YearWords =
        groups.year === undefined ? ((groups.yearWhich?.toLowerCase() as Which) ?? null) : Number(groups.year);
      const which = (groups.which?.toLowerCase() as Which | undefined) ?? null;
      return { kind: "holiday", name: groups.weekend === undefined ? name : `${name} weekend`, year, which };
    },
  ),
);
