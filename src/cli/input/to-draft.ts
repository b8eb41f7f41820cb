import { decode } from "../../document/decode.ts";
import { type FieldMap, toArticleRecord } from "../../document/record.ts";
import type { Draft } from "../../document/to-document.ts";
import { ParleyError } from "../../text/errors.ts";
import { failureOf } from "./failures.ts";
import type { InputItem } from "./input.ts";
import { parseJson } from "./json.ts";
import { defaultLimits, type InputLimits, overLimit } from "./limits.ts";

/**
 * The half of reading an input that needs no disk: bytes to text, JSON to fields. Pure, and what a worker does.
 * @throws ParleyError PARLEY_INPUT_*, naming the file.
 */
export function toDraft(
  item: Exclude<InputItem, { readonly kind: "failed" }>,
  fields: FieldMap,
  limits: InputLimits = defaultLimits,
): Draft {
  const { file, hints } = item;
  try {
    switch (item.kind) {
      case "bytes": {
        const text = withText(decode(item.bytes, { format: item.format }).text);
        // A page may carry its images in its markup: `textBytes` bounds that, the characters of an article do not.
        if (item.format === "html") return { kind: "html", file, html: text, hints };
        return { kind: "text", file, text: within(limits, text), hints };
      }
      case "line": {
        const { text } = decode(item.bytes, { format: "json" });
        return recordDraft(file, parseJson(text, limits), fields, limits, hints);
      }
      case "record":
        return recordDraft(file, item.record, fields, limits, hints);
      default:
        return item satisfies never;
    }
  } catch (error) {
    throw failureOf(item.kind === "line" ? `${file} (line ${item.line})` : file, error);
  }
}

function recordDraft(
  file: string,
  value: unknown,
  fields: FieldMap,
  limits: InputLimits,
  hints: Draft["hints"],
): Draft {
  const record = toArticleRecord(value, fields);
  within(limits, record.text);
  return { kind: "record", file, record, hints };
}

function withText(text: string): string {
  if (!/\S/.test(text)) throw new ParleyError("PARLEY_INPUT_NO_TEXT", "holds no text");
  return text;
}

function within(limits: InputLimits, text: string): string {
  if (text.length > limits.documentCharacters) throw overLimit("has more characters", "documentCharacters", limits);
  return text;
}
