import { type Confidence, parseConfidence } from "./confidence.ts";
import { createSettingsFields } from "./settings-fields.ts";

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
  const { record, count, finite, names, hashes } = createSettingsFields("reader.json");
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
