import { charSpan, overlaps } from "../../text/span.ts";
import type { Coded } from "../coded.ts";
import { whenOf } from "../event/event-details.ts";
import type { TimeExpression } from "../time/time-expression.ts";
import type { When } from "../time/when.ts";
import type { Spans } from "./forecast-words.ts";
import type { Prospect } from "./prospect.ts";

/** The expressions of time in what is forecast, but for those that lie behind: "the truce signed in March will hold". */
export function timesAhead(content: Spans, { times, document }: Coded): readonly TimeExpression[] {
  const published = document.published?.value ?? null;
  return times.filter((time) => {
    const isBehind = published !== null && time.to !== null && time.to < published;
    return !isBehind && content.some((span) => overlaps(span, time));
  });
}

/** "by Tuesday", "before Easter", "within days": by then it can be seen whether it came. */
export const isBound = ({ start, end }: TimeExpression, { document }: Coded): boolean =>
  /^(?:by|before|until|till|within|in)\b/iu.test(document.text.slice(start, end));

/** Of those the one that stands nearest to what will happen. */
export function horizonOf({ sentence, matter }: Prospect, content: Spans, coded: Coded): When | null {
  const { start = 0, end = 1 } = sentence.tree.tokens[matter] ?? {};
  const [whole] = [charSpan(content[0].start, content.at(-1)?.end ?? content[0].end)];
  return whenOf(timesAhead(content, coded), whole, charSpan(start, end));
}
