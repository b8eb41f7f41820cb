import { ParleyError } from "../text/errors.ts";
import { storable } from "./decode.ts";
import { innerNames, listNames, type RecordField, recordFields, usualNames } from "./record-fields.ts";
import type { ArticleRecord } from "./to-document.ts";

/** Which field of the records holds what, where the usual names do not: `{ text: "my_body" }`; dots lead inwards. */
export type FieldMap = { readonly [field in RecordField]?: string };

/** At most this many field names in a message, each clipped. */
const NAMES_SHOWN = 10;
const NAME_LENGTH = 40;

/**
 * One parsed JSON value as an article. Field names are matched without case, `_` and `-`; a mapped field is taken from
 * where the map says and from nowhere else. Numbers that are dates become ISO days; other dates stand as written.
 * @throws ParleyError PARLEY_INPUT_MALFORMED if it is no object, PARLEY_INPUT_NO_TEXT if no field holds text.
 */
export function toArticleRecord(value: unknown, fields: FieldMap): ArticleRecord {
  const found = fieldsOf(value);
  const first = <T>(field: RecordField, read: (value: unknown) => T | null): T | null => {
    for (const candidate of candidates(value, found, field, fields)) {
      const result = read(candidate);
      if (result !== null) return result;
    }
    return null;
  };
  const text = first("text", textOfValue);
  if (text === null) throw noText(Object.keys(value as object), fields); // an object: fieldsOf took it
  return {
    title: first("title", lineOf),
    text,
    isHtml: holdsMarkup(text),
    url: first("url", lineOf),
    date: first("date", dateOf),
    outlet: first("outlet", lineOf),
    bylines: first("byline", bylinesOf) ?? [],
    language: first("language", lineOf),
  };
}

/**
 * The records in a parsed JSON file: an array's elements, or those of an array under a usual key of an object that is
 * no article itself; else the value alone. Null where the file holds one record and no list.
 */
export function recordsIn(value: unknown, fields: FieldMap): readonly unknown[] | null {
  if (Array.isArray(value)) return value;
  if (!isObject(value)) return null;
  const found = fieldsOf(value);
  for (const text of candidates(value, found, "text", fields)) if (textOfValue(text) !== null) return null;
  for (const name of listNames) {
    const list = found.get(name);
    if (Array.isArray(list) && list.some(isObject)) return list;
  }
  return null;
}

/** @throws ParleyError PARLEY_OPTION_INVALID for a field that a record does not have. */
export function checkFieldMap(map: Readonly<Record<string, string>>): FieldMap {
  for (const field of Object.keys(map)) {
    if (recordFields.some((known) => known === field)) continue;
    const expected = recordFields.join(", ");
    throw new ParleyError("PARLEY_OPTION_INVALID", `--field ${clip(field)}=…: expected one of ${expected}`);
  }
  return map;
}

type Fields = ReadonlyMap<string, unknown>;

const isObject = (value: unknown): value is object =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Own fields alone, in a map, so that `__proto__` is a name like any other. Of two spellings the first is kept. */
function fieldsOf(value: unknown): Fields {
  if (!isObject(value)) {
    const found = Array.isArray(value) ? "an array" : value === null ? "null" : `a ${typeof value}`;
    throw new ParleyError("PARLEY_INPUT_MALFORMED", `expected an object with the fields of an article, found ${found}`);
  }
  const fields = new Map<string, unknown>();
  for (const [name, field] of Object.entries(value)) {
    if (!fields.has(plainName(name))) fields.set(plainName(name), field);
  }
  return fields;
}

const plainName = (name: string): string => name.toLowerCase().replace(/[\s_-]/g, "");

function candidates(record: unknown, found: Fields, field: RecordField, map: FieldMap): readonly unknown[] {
  const path = map[field];
  if (path !== undefined) return [found.get(plainName(path)) ?? valueAt(record, path)];
  return usualNames[field].map((name) => found.get(name));
}

function valueAt(record: unknown, path: string): unknown {
  let value = record;
  for (const step of path.split(".")) {
    if (!isObject(value)) return undefined;
    value = fieldsOf(value).get(plainName(step));
  }
  return value;
}

/** A string, an object that stands for one, or a list of paragraphs. */
function textOfValue(value: unknown): string | null {
  if (typeof value === "string") return /\S/.test(value) ? storable(value) : null;
  if (!Array.isArray(value)) return isObject(value) ? first(innerStrings(value)) : null;
  const paragraphs = value.map((item) =>
    typeof item === "string" ? item : isObject(item) ? first(innerStrings(item)) : null,
  );
  const text = paragraphs.filter((paragraph) => paragraph !== null && /\S/.test(paragraph)).join("\n\n");
  return text ? storable(text) : null;
}

/** One line: white space inside is made single spaces. */
function lineOf(value: unknown): string | null {
  const raw = isObject(value) ? first(innerStrings(value)) : Array.isArray(value) ? lineOf(value[0]) : value;
  if (typeof raw !== "string") return null;
  return storable(raw).trim().replace(/\s+/g, " ") || null;
}

function bylinesOf(value: unknown): readonly string[] | null {
  const parts: readonly unknown[] = Array.isArray(value)
    ? value
    : typeof value === "string"
      ? value.split(/[;\n]/)
      : [value];
  const bylines = parts.map(lineOf).filter((byline) => byline !== null);
  return bylines.length > 0 ? bylines : null;
}

/** Years in which a bare number is believed to be a date. */
const FIRST_YEAR = 1900;
const LAST_YEAR = 2100;

function dateOf(value: unknown): string | null {
  const raw = typeof value === "number" ? String(value) : lineOf(value);
  if (raw === null || !/^-?\d+(\.\d+)?(e[+-]?\d+)?$/.test(raw)) return raw;
  const day = /^(\d{4})(\d{2})(\d{2})$/.exec(raw);
  if (day) return isoDay(Date.parse(`${day[1]}-${day[2]}-${day[3]}T00:00:00Z`)); // 20220312
  if (/^\d{4}$/.test(raw)) return raw; // a year
  const seconds = Number(raw);
  return isoDay(Math.abs(seconds) < 1e11 ? seconds * 1000 : seconds); // epoch seconds reach 1e11 in the year 5138
}

function isoDay(timeMs: number): string | null {
  const date = new Date(timeMs);
  const year = date.getUTCFullYear();
  return year >= FIRST_YEAR && year <= LAST_YEAR ? date.toISOString().slice(0, 10) : null;
}

function innerStrings(value: object): readonly string[] {
  const fields = fieldsOf(value);
  return innerNames
    .map((name) => fields.get(name))
    .filter((inner) => typeof inner === "string" && /\S/.test(inner)) as string[];
}

const first = (values: readonly string[]): string | null => values[0] ?? null;

/**
 * Elements that articles are made of. One that opens a block is enough; of the inline ones it takes the closing tag, so
 * that "a <b and c> d" is text.
 */
const MARKUP =
  /<(?:p|div|br|h[1-6]|ul|ol|li|blockquote|figure|article|section|table|html|body|script|style|img|iframe)(?:\s[^<>]*)?\/?>|<\/(?:a|b|i|em|strong|span|u|sup|sub|font|cite|q)\s*>|<!doctype html/i;

const holdsMarkup = (text: string): boolean => MARKUP.test(text);

function noText(names: readonly string[], map: FieldMap): ParleyError {
  const shown = names.slice(0, NAMES_SHOWN).map(clip).join(", ");
  const more = names.length > NAMES_SHOWN ? ` and ${names.length - NAMES_SHOWN} more` : "";
  const sought = map.text === undefined ? "no field with text" : `no text in the field "${clip(map.text)}"`;
  const found = names.length === 0 ? "the record has no fields" : `the record's fields are ${shown}${more}`;
  return new ParleyError("PARLEY_INPUT_NO_TEXT", `${sought}: ${found}`);
}

const clip = (name: string): string => {
  const shown = storable(name).replace(/\p{Cc}/gu, " ");
  return shown.length > NAME_LENGTH ? `${shown.slice(0, NAME_LENGTH)}…` : shown;
};
