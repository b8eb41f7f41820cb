import { ParleyError } from "../../text/errors.ts";

/** What one input may cost. Each error that a limit raises names it, so that who trusts the file can raise it. */
export interface InputLimits {
  /** Bytes of a text or HTML file, decompressed. */
  readonly textBytes: number;
  /** Bytes of a .json file, decompressed; it is parsed whole. JSON Lines have no such limit. */
  readonly jsonBytes: number;
  /** Bytes of one line of JSON Lines. */
  readonly lineBytes: number;
  /** How many times its size a gzipped file may grow; asked only beyond `jsonBytes`. */
  readonly compressionRatio: number;
  /** Arrays and objects within each other. */
  readonly jsonDepth: number;
  /** Fields of one JSON object. */
  readonly jsonFields: number;
  /** Values in one JSON file or line: what bounds the memory that a parsed file takes. */
  readonly jsonValues: number;
  /** UTF-16 code units of one document's text, or of a record's, with the markup that may be in it. */
  readonly documentCharacters: number;
  /** Bytes of a sidecar, NAME.meta.json or CSV. */
  readonly sidecarBytes: number;
}

/**
 * The longest articles have some 200,000 characters, saved pages some megabytes, records some dozen fields and a depth
 * below ten. gzip reaches 1,030 : 1 on a bomb and 5 to 50 : 1 on articles.
 */
export const defaultLimits: InputLimits = {
  textBytes: 16 * 2 ** 20,
  jsonBytes: 64 * 2 ** 20,
  lineBytes: 8 * 2 ** 20,
  compressionRatio: 250,
  jsonDepth: 200,
  jsonFields: 10_000,
  jsonValues: 2_000_000,
  documentCharacters: 4_000_000,
  sidecarBytes: 16 * 2 ** 20,
};

/** `found` is what was too large, with its amount where that is known: "line 7 has more bytes". */
export function overLimit(found: string, name: keyof InputLimits, limits: InputLimits): ParleyError {
  return new ParleyError("PARLEY_INPUT_TOO_LARGE", `${found} than the limit ${name} allows (${limits[name]})`);
}
