import { dateRules, quarterRule } from "./date-rules.ts";
import { dayRules } from "./day-rules.ts";
import { holidayRules } from "./holiday-rules.ts";
import type { Rule } from "./rule.ts";
import { spanRules } from "./span-rules.ts";
import { withinRules } from "./within-rules.ts";

/** Every expression that is not made of others. */
export const simpleRules: readonly Rule[] = [
  ...dateRules,
  quarterRule,
  ...dayRules,
  ...spanRules,
  ...withinRules,
  ...holidayRules,
];
