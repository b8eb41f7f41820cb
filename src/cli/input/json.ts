import { ParleyError } from "../../text/errors.ts";
import { type InputLimits, overLimit } from "./limits.ts";

/**
 * Parses JSON after a pass over it that counts what it would cost, because `JSON.parse` takes a million brackets or
 * fields as it takes three, and what comes after it would not.
 * @throws ParleyError PARLEY_INPUT_TOO_LARGE or PARLEY_INPUT_MALFORMED, with the place and never the text.
 */
export function parseJson(text: string, limits: InputLimits): unknown {
  checkShape(text, limits);
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new ParleyError("PARLEY_INPUT_MALFORMED", `is not valid JSON${placeOf(error, text)}`);
  }
}

/**
 * True for JSON Lines: the first value is an object that ends on a line of its own, and another begins after it. Pretty
 * or single JSON is not; nor is a head cut before the first value's end.
 */
export function isJsonLines(head: string): boolean {
  const end = head.trimStart().startsWith("{") ? firstValueEnd(head) : null;
  return end !== null && /^[^\S\n]*\r?\n\s*\{/.test(head.slice(end, end + 4096));
}

/** The error itself is left behind: its message quotes the text. */
function placeOf(error: unknown, text: string): string {
  const message = error instanceof Error ? error.message : "";
  const position = /\bat position (\d+)/.exec(message)?.[1];
  const atEnd = position !== undefined && Number(position) >= text.trimEnd().length;
  if (atEnd || message.includes("Unexpected end of JSON")) return ": it ends too early";
  if (position === undefined) return "";
  const lines = text.slice(0, Number(position)).split("\n");
  return ` at line ${lines.length}, character ${(lines.at(-1)?.length ?? 0) + 1}`;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;

interface Shape {
  readonly open: (isObject: boolean, depth: number) => void;
  readonly comma: (depth: number) => void;
}

function checkShape(text: string, limits: InputLimits): void {
  const fields: number[] = []; // by depth: fields so far of the object that is open there, NaN for an array
  let values = 0;
  const more = (): void => {
    if (++values > limits.jsonValues) throw overLimit("has more JSON values", "jsonValues", limits);
  };
  walk(text, {
    open: (isObject, depth) => {
      if (depth > limits.jsonDepth) throw overLimit("nests JSON deeper", "jsonDepth", limits);
      fields[depth] = isObject ? 1 : Number.NaN;
      more();
    },
    comma: (depth) => {
      const count = (fields[depth] ?? Number.NaN) + 1;
      fields[depth] = count;
      if (count > limits.jsonFields) throw overLimit("has a JSON object with more fields", "jsonFields", limits);
      more();
    },
  });
}

const firstValueEnd = (text: string): number | null => walk(text, { open: () => {}, comma: () => {} });

/** Goes through brackets and commas outside strings, up to the end of the first array or object, which it returns. */
function walk(text: string, shape: Shape): number | null {
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === QUOTE) i = stringEnd(text, i);
    else if (c === 0x7b || c === 0x5b) shape.open(c === 0x7b, ++depth);
    else if (c === COMMA) shape.comma(depth);
    else if (c === 0x7d || c === 0x5d) if (--depth <= 0) return i + 1;
  }
  return null;
}

/** Index of the quotation mark that closes the string opened at `start`, or the text's length. */
function stringEnd(text: string, start: number): number {
  let i = start + 1;
  while (i < text.length && text.charCodeAt(i) !== QUOTE) i += text.charCodeAt(i) === BACKSLASH ? 2 : 1;
  return i;
}
