import { storable } from "../../document/decode.ts";
import type { Hints } from "../../document/document.ts";
import { type ErrorCode, ParleyError } from "../../text/errors.ts";

/** What a user may say of a text, by name; a sidecar's keys and a CSV's columns are called the same. */
export const hintFields = ["publishedAt", "outlet", "url", "title", "bylines"] as const;
export type HintField = (typeof hintFields)[number];

/**
 * Checks what a sidecar says. Absent, null and empty fields say nothing; other keys are not looked at, but one of ours
 * there must be.
 * @throws ParleyError PARLEY_INPUT_MALFORMED, naming the field, what it is and what it should be.
 */
export function hintsFromSidecar(value: unknown): Hints {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw malformed("expected a JSON object");
  const given = new Map(Object.entries(value).filter(([, field]) => field !== null && field !== ""));
  if (!hintFields.some((field) => Object.hasOwn(value, field))) {
    throw malformed(`expected one or more of the fields ${hintFields.join(", ")}`);
  }
  const hints = {
    ...optional("publishedAt", stringIn(given, "publishedAt")),
    ...optional("outlet", stringIn(given, "outlet")),
    ...optional("url", stringIn(given, "url")),
    ...optional("title", stringIn(given, "title")),
    ...optional("bylines", bylinesIn(given)),
  };
  return checked({ ...hints, from: "sidecar" }, "PARLEY_INPUT_MALFORMED");
}

/** Checks what flags say. @throws ParleyError PARLEY_OPTION_INVALID. */
export const hintsFromUser = (hints: Hints): Hints => checked({ ...hints, from: "user" }, "PARLEY_OPTION_INVALID");

/**
 * The later hints win, field by field. `from` says whose date it is, because the date alone is ranked by who gave it;
 * without a date, who gave anything last.
 */
export const mergeHints = (...all: readonly (Hints | null)[]): Hints | null => all.reduce(mergeTwo, null);

function mergeTwo(earlier: Hints | null, later: Hints | null): Hints | null {
  if (!earlier || !later) return later ?? earlier;
  const dateIsEarlier = earlier.publishedAt !== undefined && later.publishedAt === undefined;
  return { ...earlier, ...later, from: dateIsEarlier ? earlier.from : later.from };
}

type Given = ReadonlyMap<string, unknown>;

const malformed = (message: string): ParleyError => new ParleyError("PARLEY_INPUT_MALFORMED", message);

const optional = <Name extends HintField, T>(name: Name, value: T | undefined): { readonly [name in Name]?: T } =>
  (value === undefined ? {} : { [name]: value }) as { readonly [name in Name]?: T }; // a computed key widens to string

function stringIn(given: Given, field: HintField): string | undefined {
  const value = given.get(field);
  if (value === undefined) return undefined;
  if (typeof value !== "string") throw malformed(`field ${field}: expected a string, found ${kindOf(value)}`);
  return storable(value).trim();
}

function bylinesIn(given: Given): readonly string[] | undefined {
  const value = given.get("bylines");
  if (value === undefined) return undefined;
  if (typeof value === "string") return [storable(value).trim()];
  if (!Array.isArray(value)) throw malformed(`field bylines: expected an array of strings, found ${kindOf(value)}`);
  return value.map((byline: unknown) => {
    if (typeof byline === "string") return storable(byline).trim();
    throw malformed(`field bylines: expected an array of strings, found ${kindOf(byline)} in it`);
  });
}

const kindOf = (value: unknown): string =>
  Array.isArray(value)
    ? "an array"
    : value === null
      ? "null"
      : `${typeof value === "object" ? "an" : "a"} ${typeof value}`;

function checked(hints: Hints, code: ErrorCode): Hints {
  const { publishedAt, url } = hints;
  if (publishedAt !== undefined && !isDate(publishedAt)) {
    const expected = "expected YYYY, YYYY-MM, YYYY-MM-DD or an ISO 8601 date and time";
    throw new ParleyError(code, `${fieldName("publishedAt", hints)}: ${expected}, found "${publishedAt.slice(0, 40)}"`);
  }
  if (url !== undefined && !isWebAddress(url)) {
    throw new ParleyError(
      code,
      `${fieldName("url", hints)}: expected an http or https address, found "${url.slice(0, 80)}"`,
    );
  }
  return hints;
}

/** The flag that gives each field. */
export const hintFlags: Readonly<Record<HintField, string>> = {
  publishedAt: "--published",
  outlet: "--outlet",
  url: "--url",
  title: "--title",
  bylines: "--byline",
};

const fieldName = (field: HintField, hints: Hints): string =>
  hints.from === "user" ? hintFlags[field] : `field ${field}`;

const DATE =
  /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ]([01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:[.,]\d+)?)?\s?(?:Z|[+-]\d{2}:?\d{2})?)?)?)?$/;

/** True for a date that the calendar has: "2022-02-30" is none. */
function isDate(value: string): boolean {
  const parts = DATE.exec(value);
  if (!parts) return false;
  const [year, month, day] = [Number(parts[1]), Number(parts[2] ?? 1), Number(parts[3] ?? 1)];
  const date = new Date(Date.UTC(year, month - 1, day));
  return year > 0 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

function isWebAddress(value: string): boolean {
  try {
    return /^https?:$/.test(new URL(value).protocol);
  } catch {
    return false;
  }
}
