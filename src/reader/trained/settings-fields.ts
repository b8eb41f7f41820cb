import { ParleyError } from "../../text/errors.ts";

/** Readers of the values in a settings file of a model. Each throws ParleyError PARLEY_MODEL_INVALID with the place. */
export interface SettingsFields {
  record(value: unknown, place: string): Readonly<Record<string, unknown>>;
  /** A whole number from `least`. */
  count(value: unknown, place: string, least: number): number;
  finite(value: unknown, place: string): number;
  /** One name or more, each once. */
  names(value: unknown, place: string): readonly string[];
  /** SHA-256 in lower-case hex, by the name of the file. */
  hashes(value: unknown, place: string): Readonly<Record<string, string>>;
}

/** @param file its name, for messages. */
export function createSettingsFields(file: string): SettingsFields {
  const fail = (place: string, found: string, accepted: string): never => {
    throw new ParleyError("PARLEY_MODEL_INVALID", `${file}, ${place}: found ${found}, accepted: ${accepted}`);
  };
  const record: SettingsFields["record"] = (value, place) => {
    if (typeof value !== "object" || value === null || Array.isArray(value))
      return fail(place, found(value), "an object");
    return value as Readonly<Record<string, unknown>>; // any object that is no array can be read by key
  };
  return {
    record,
    count(value, place, least) {
      if (typeof value === "number" && Number.isSafeInteger(value) && value >= least) return value;
      return fail(place, found(value), `a whole number from ${least}`);
    },
    finite(value, place) {
      return typeof value === "number" && Number.isFinite(value) ? value : fail(place, found(value), "a number");
    },
    names(value, place) {
      if (!Array.isArray(value) || value.length === 0) return fail(place, found(value), "a list of names");
      const all = value.map((name: unknown, at) =>
        typeof name === "string" && name !== "" ? name : fail(`${place}[${at}]`, found(name), "a name"),
      );
      return new Set(all).size === all.length ? all : fail(place, "a name twice", "each name once");
    },
    hashes(value, place) {
      const entries = Object.entries(record(value, place)).map(([name, hash]): readonly [string, string] =>
        typeof hash === "string" && /^[0-9a-f]{64}$/.test(hash)
          ? [name, hash]
          : fail(`${place}.${name}`, found(hash), "64 hexadecimal digits in small letters"),
      );
      return Object.fromEntries(entries);
    },
  };
}

function found(value: unknown): string {
  if (value === null || value === undefined) return "nothing";
  if (Array.isArray(value)) return `a list of ${value.length}`;
  return typeof value === "object" ? "an object" : `${typeof value} ${String(value).slice(0, 40)}`;
}
