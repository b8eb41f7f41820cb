import { createSettingsFields } from "./settings-fields.ts";

/** What `models/sentences/sentences.json` says of the sentence encoder beside it. */
export interface SentenceSettings {
  /** Raised whenever the same text may get another vector; vectors of different versions are not to be compared. */
  readonly version: number;
  /** Ids of the marks put before and after a text. */
  readonly start: number;
  readonly end: number;
  /** Most pieces that are read of a text, the two marks among them; of a longer text its beginning. */
  readonly longest: number;
  /** SHA-256 of each file of the model, lower-case hex, by its path from the settings: the vocabulary is the reader's. */
  readonly files: Readonly<Record<string, string>>;
}

/**
 * Validates what was parsed from `models/sentences/sentences.json`.
 * @throws ParleyError PARLEY_MODEL_INVALID with the place of the first fault.
 */
export function parseSentenceSettings(json: unknown): SentenceSettings {
  const fields = createSettingsFields("sentences.json");
  const file = fields.record(json, "the file");
  return {
    version: fields.count(file.version, "version", 1),
    start: fields.count(file.start, "start", 0),
    end: fields.count(file.end, "end", 0),
    longest: fields.count(file.longest, "longest", 3),
    files: fields.hashes(file.files, "files"),
  };
}
