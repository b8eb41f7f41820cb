import { analyse } from "chardet";
import { ParleyError } from "../text/errors.ts";

/** How the encoding is known, from the most to the least certain. */
export type EncodingBasis = "bom" | "declaration" | "detection" | "default";

export interface Decoded {
  /** Without the byte order mark; line endings stand as they were. Never holds U+0000 or half a surrogate pair. */
  readonly text: string;
  /** Name by the WHATWG Encoding Standard, lower case: `utf-8`, `windows-1251`. */
  readonly encoding: string;
  readonly basis: EncodingBasis;
  /** How many characters became U+FFFD: bytes the encoding does not have, NULs, halves of surrogate pairs. */
  readonly replaced: number;
}

export interface DecodeOptions {
  /** Decides where a declaration may stand: HTML has `<meta charset>` and `<?xml encoding?>`, the others have none. */
  readonly format: "text" | "html" | "json";
}

/** Bytes of HTML in which a declaration is looked for. The standard asks for 1,024; pages exceed it. */
const DECLARATION_BYTES = 4096;
/** Bytes given to the detector, from shortly before the first byte that is not ASCII. */
const DETECTION_BYTES = 128 * 1024;
/** The detector's confidence, 0 to 100, below which its answer is a guess; "caf\xE9" alone gets 10. */
const CONFIDENT = 15;
/**
 * Share of well-formed sequences among everything that is not ASCII from which broken UTF-8 is still UTF-8. In
 * Windows-1251 and Latin-1 prose the share is near 0, in GBK about 0.15; a cut or overwritten UTF-8 file is near 1.
 */
const MOSTLY_UTF8 = 0.75;

/**
 * Bytes to text. Order of trust: byte order mark; UTF-16 by its pattern of zero bytes; well-formed UTF-8, whatever a
 * stale declaration says; mostly well-formed UTF-8, the rest replaced; the declaration; detection; Windows-1252.
 * @throws ParleyError PARLEY_INPUT_NOT_TEXT for UTF-32, which no browser reads either.
 */
export function decode(bytes: Uint8Array, options: DecodeOptions): Decoded {
  const mark = byteOrderMark(bytes);
  if (mark) return decodeAs(bytes, mark, "bom");
  const utf16 = utf16WithoutMark(bytes);
  if (utf16) return decodeAs(bytes, utf16, "detection");
  const declared = options.format === "html" ? declaredEncoding(bytes) : null;
  if (isUtf8(bytes)) return decodeAs(bytes, "utf-8", declared === "utf-8" ? "declaration" : "detection");
  if (declared && declared !== "utf-8") return decodeAs(bytes, declared, "declaration");
  const detected = detectLegacy(bytes);
  return detected ? decodeAs(bytes, detected, "detection") : decodeAs(bytes, "windows-1252", "default");
}

/** The encoding that a byte order mark names, or null without one. @throws ParleyError for UTF-32. */
export function byteOrderMark(bytes: Uint8Array): "utf-8" | "utf-16le" | "utf-16be" | null {
  const [a, b, c, d] = bytes;
  if ((a === 0xff && b === 0xfe && c === 0 && d === 0) || (a === 0 && b === 0 && c === 0xfe && d === 0xff)) {
    throw new ParleyError("PARLEY_INPUT_NOT_TEXT", "is encoded in UTF-32; save it as UTF-8");
  }
  if (a === 0xef && b === 0xbb && c === 0xbf) return "utf-8";
  if (a === 0xff && b === 0xfe) return "utf-16le";
  return a === 0xfe && b === 0xff ? "utf-16be" : null;
}

/**
 * UTF-16 without its mark: in the first 4,096 bytes, nearly every second byte is a control code, because the high byte
 * of Latin is 00 and of Cyrillic 04, and almost none of the others is.
 */
export function utf16WithoutMark(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  const pairs = Math.min(bytes.length, 4096) >> 1;
  if (pairs < 2) return null;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < pairs; i++) {
    if (isControl(bytes[2 * i] ?? 0)) even++;
    if (isControl(bytes[2 * i + 1] ?? 0)) odd++;
  }
  if (odd > 0.7 * pairs && even < 0.05 * pairs) return "utf-16le";
  return even > 0.7 * pairs && odd < 0.05 * pairs ? "utf-16be" : null;
}

/** C0 controls that text does not hold; tab, line feed, vertical tab, form feed, return and escape are not among them. */
export const isControl = (byte: number): boolean => byte < 0x20 && (byte < 9 || byte > 13) && byte !== 0x1b;

/**
 * The text with each NUL and each half of a surrogate pair replaced by U+FFFD, so that offsets stand: PostgreSQL stores
 * neither, and JSON's `"\ud800"` makes the second.
 */
export const storable = (text: string): string =>
  text.replace(/[\0\p{Surrogate}]+/gu, (run) => "\uFFFD".repeat(run.length));

function decodeAs(bytes: Uint8Array, encoding: string, basis: EncodingBasis): Decoded {
  const raw = encoding === "windows-1252" ? decodeWindows1252(bytes) : new TextDecoder(encoding).decode(bytes);
  const text = storable(raw);
  return { text, encoding, basis, replaced: replacements(text) - replacementsIn(bytes, encoding) };
}

/** What bytes 80 to 9F are, by the Encoding Standard; the five that it leaves as controls are themselves here too. */
const windows1252High =
  "\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F" +
  "\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178";

/** Node from 20.18.3 on decodes these as Latin-1 (nodejs/node#56542), which turns curly quotation marks into controls. */
function decodeWindows1252(bytes: Uint8Array): string {
  const text = new TextDecoder("windows-1252").decode(bytes);
  return text.replace(/[\x80-\x9F]/g, (c) => windows1252High.charAt(c.charCodeAt(0) - 0x80));
}

const replacements = (text: string): number => {
  let count = 0;
  for (let at = text.indexOf("\uFFFD"); at !== -1; at = text.indexOf("\uFFFD", at + 1)) count++;
  return count;
};

/** U+FFFD that the file itself holds; only Unicode has it. */
function replacementsIn(bytes: Uint8Array, encoding: string): number {
  const [a, b, c] =
    encoding === "utf-16le" ? [0xfd, 0xff] : encoding === "utf-16be" ? [0xff, 0xfd] : [0xef, 0xbf, 0xbd];
  if (!encoding.startsWith("utf-")) return 0;
  const step = c === undefined ? 2 : 1;
  let count = 0;
  for (let i = 0; i + 1 < bytes.length; i += step) {
    if (bytes[i] === a && bytes[i + 1] === b && (c === undefined || bytes[i + 2] === c)) count++;
  }
  return count;
}

function declaredEncoding(bytes: Uint8Array): string | null {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, DECLARATION_BYTES));
  const label =
    /^\s*<\?xml\s[^>]*\bencoding\s*=\s*["']([\w:.-]+)["']/i.exec(head)?.[1] ??
    /<meta\b[^>]*?\bcharset\s*=\s*["']?\s*([\w:.-]+)/i.exec(head)?.[1];
  const encoding = label ? encodingNamed(label) : null;
  // The page was readable byte by byte, so a declared UTF-16 is wrong; the Encoding Standard reads it as UTF-8.
  return encoding?.startsWith("utf-16") ? "utf-8" : encoding;
}

/** The standard's name for a label such as `latin1` or `x-sjis`, or null for one it does not know. */
function encodingNamed(label: string): string | null {
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return null;
  }
}

function isUtf8(bytes: Uint8Array): boolean {
  let wellFormed = 0;
  let broken = 0;
  for (let i = 0; i < bytes.length; ) {
    const length = sequenceLength(bytes, i);
    if (length > 1) wellFormed++;
    if (length === 0) broken++;
    i += length || 1;
  }
  return broken === 0 || wellFormed >= MOSTLY_UTF8 * (wellFormed + broken);
}

/** Length in bytes of the UTF-8 sequence at `at`, 0 if there is none (The Unicode Standard, table 3-7). */
function sequenceLength(bytes: Uint8Array, at: number): 0 | 1 | 2 | 3 | 4 {
  const lead = bytes[at] ?? 0;
  if (lead < 0x80) return 1;
  const length = lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0;
  const second = bytes[at + 1] ?? 0;
  if (lead === 0xe0 && second < 0xa0) return 0;
  if (lead === 0xed && second > 0x9f) return 0;
  if (lead === 0xf0 && second < 0x90) return 0;
  if (lead === 0xf4 && second > 0x8f) return 0;
  for (let i = 1; i < length; i++) if (((bytes[at + i] ?? 0) & 0xc0) !== 0x80) return 0;
  return length;
}

function detectLegacy(bytes: Uint8Array): string | null {
  const first = bytes.findIndex((byte) => byte >= 0x80);
  const start = Math.max(0, first - 1024);
  for (const match of analyse(bytes.subarray(start, start + DETECTION_BYTES))) {
    if (match.confidence < CONFIDENT) return null;
    const encoding = encodingNamed(match.name);
    if (encoding && !encoding.startsWith("utf-")) return encoding;
  }
  return null;
}
