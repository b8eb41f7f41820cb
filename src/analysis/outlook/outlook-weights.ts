import { type EventType, eventTypes } from "../../coding/event/event.ts";
import { ParleyError } from "../../text/errors.ts";
import { shapes, smallLetters } from "../../text/shape.ts";

/** `codebook/outlook.yaml`. */
export interface OutlookWeights {
  /** −1 to 1, of an event that happened. */
  readonly events: ReadonlyMap<EventType, number>;
  /** −1 to 1, of who supports the issue; who opposes it counts the opposite. */
  readonly issues: ReadonlyMap<string, number>;
  /** Part of the weight that counts where the support is conditional, 0 to 1. */
  readonly conditional: number;
  /** Part of the weight that counts of an event that is planned, 0 to 1. */
  readonly planned: number;
}

/**
 * Validates what was parsed from `codebook/outlook.yaml`.
 * @throws ParleyError PARLEY_CODEBOOK_INVALID with the place of the first fault.
 */
export function parseOutlookWeights(yaml: unknown): OutlookWeights {
  const file = known(yaml, "the file", ["events", "issues", "conditional", "planned"]);
  const events = Object.entries(record(file.events, "events")).map(
    ([type, weight]) => [oneOf(type, eventTypes, "events"), numberIn(weight, -1, 1, `events.${type}`)] as const,
  );
  const issues = Object.entries(record(file.issues, "issues")).map(
    ([issue, weight]) => [issue, numberIn(weight, -1, 1, `issues.${issue}`)] as const,
  );
  return {
    events: new Map(events),
    issues: new Map(issues),
    conditional: numberIn(file.conditional, 0, 1, "conditional"),
    planned: numberIn(file.planned, 0, 1, "planned"),
  };
}

function fail(place: string, found: string, accepted: string): never {
  throw new ParleyError("PARLEY_CODEBOOK_INVALID", `outlook weights, ${place}: found ${found}, accepted: ${accepted}`);
}

const { record, known, oneOf } = shapes(fail, smallLetters('"on"'));

function numberIn(value: unknown, least: number, most: number, place: string): number {
  if (typeof value === "number" && value >= least && value <= most) return value;
  return fail(place, String(value), `a number from ${least} to ${most}`);
}
