import { ParleyError } from "../../text/errors.ts";
import { type Confidence, parseConfidence } from "./confidence.ts";

/** What `models/reader/reader.json` says of the model beside it. Sizes of windows in pieces. */
export interface ModelSettings {
  readonly version: number;
  /** Ids of the marks put before and after a window, and of a word that the vocabulary cannot spell. */
  readonly start: number;
  readonly end: number;
  readonly unknown: number;
  /** Longest core of a window, and how much is seen of the text to its left and right. */
  readonly core: number;
  readonly left: number;
  readonly right: number;
  /** Parts of speech and relations in the order of the model's outputs. */
  readonly tags: readonly string[];
  readonly relations: readonly string[];
  /** Types of entities in the order of the outputs, without "none", which comes first there. */
  readonly entities: readonly string[];
  /** How far a span's best type must be above "none", in nats; below 0 finds more and errs more. */
  readonly entityMargin: number;
  /** SHA-256 of each file of the model, lower-case hex, by its name. */
  readonly files: Readonly<Record<string, string>>;
  readonly confidence: Confidence;
}

/**
 * Validates what was parsed from `models/reader/reader.json`.
 * @throws ParleyError PARLEY_MODEL_INVALID with the place of the first fault.
 */
export function parseModelSettings(json: unknown): ModelSettings {
  const file = record(json, "the file");
  return {
    version: count(file.version, "version", 1),
    start: count(file.start, "start", 0),
    end: count(file.end, "end", 0),
    unknown: count(file.unknown, "unknown", 0),
    core: count(file.core, "core", 1),
    left: count(file.left, "left", 0),
    right: count(file.right, "right", 0),
    tags: names(file.tags, "tags"),
    relations: names(file.relations, "relations"),
    entities: names(file.entities, "entities"),
    entityMargin: finite(file.entityMargin, "entityMargin"),
    files: hashes(file.files, "files"),
    confidence: parseConfidence(file.confidence),
  };
}

function fail(place: string, found: string, accepted: string): never {
  throw new ParleyError("PARLEY_MODEL_INVALID", `reader.json, ${place}: found ${found}, accepted: ${accepted}`);
}

function record(value: unknown, place: string): Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    return fail(place, found(value), "an object");
  return value as Readonly<Record<string, unknown>>; // any object that is no array can be read by key
}

function count(value: unknown, place: string, least: number): number {
  if (typeof value === "number" && Number.isSafeInteger(value) && value >= least) return value;
  return fail(place, found(value), `a whole number from ${least}`);
}

function finite(value: unknown, place: string): number {
  return typeof value === "number" && Number.isFinite(value) ? value : fail(place, found(value), "a number");
}

function names(value: unknown, place: string): readonly string[] {
  if (!Array.isArray(value) || value.length === 0) return fail(place, found(value), "a list of names");
  const all = value.map((name: unknown, at) =>
    typeof name === "string" && name !== "" ? name : fail(`${place}[${at}]`, found(name), "a name"),
  );
  return new Set(all).size === all.length ? all : fail(place, "a name twice", "each name once");
}

function hashes(value: unknown, place: string): Readonly<Record<string, string>> {
  const entries = Object.entries(record(value, place)).map(([name, hash]): readonly [string, string] =>
    typeof hash === "string" && /^[0-9a-f]{64}$/.test(hash)
      ? [name, hash]
      : fail(`${place}.${name}`, found(hash), "64 hexadecimal digits in small letters"),
  );
  return Object.fromEntries(entries);
}

function found(value: unknown): string {
  if (value === null || value === undefined) return "nothing";
  if (Array.isArray(value)) return `a list of ${value.length}`;
  return typeof value === "object" ? "an object" : `${typeof value} ${String(value).slice(0, 40)}`;
}
