import type { TimePrecision } from "./time-expression.ts";
import type { TimeTerm } from "./time-term.ts";

/** How fine the words are: "Thursday" is a day, "last month" a month, what runs between two of them a range. */
export function precisionOf(term: TimeTerm): TimePrecision {
  switch (term.kind) {
    case "date":
      return term.day === null ? "month" : "day";
    case "years":
      return term.count === 1 ? "year" : "range";
    case "weekday":
    case "day":
    case "same-day":
      return "day";
    case "holiday":
      return term.name.endsWith("weekend") ? "range" : "day";
    case "calendar":
      return term.unit === "decade" || term.unit === "century" ? "range" : term.unit;
    case "season":
    case "quarter":
      return term.kind;
    case "week-of":
      return "week";
    case "distance":
      return distancePrecision(term);
    case "within":
      return term.isPoint
        ? distancePrecision({ kind: "distance", count: term.count, unit: term.unit, direction: 1 })
        : "range";
    case "part":
      return term.part === "start" || term.part === "end" ? "day" : "range";
    default:
      return "range";
  }
}

function distancePrecision({ count, unit }: Extract<TimeTerm, { kind: "distance" }>): TimePrecision {
  if (count === null) return "range";
  if (unit === "month") return "month";
  if (unit === "minute" || unit === "hour" || unit === "day") return "day";
  return unit === "week" ? "range" : "year";
}
