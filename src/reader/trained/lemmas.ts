import { ParleyError } from "../../text/errors.ts";

/** The lemma of a word as written, given its UPOS tag. Never empty where the form is not. */
export type Lemmatiser = (form: string, tag: string) => string;

/**
 * By the rules and exceptions of `models/reader/lemmas.json`, which training/lemmas.py writes and explains. The twin of
 * `Lemmas` there.
 * @param data what was parsed from that file.
 * @throws ParleyError PARLEY_MODEL_INVALID with the place of the first fault.
 */
export function createLemmatiser(data: unknown): Lemmatiser {
  const file = record(data, "the file");
  const cases = tables(file.cases, "cases", isCase);
  const ends = tables(file.ends, "ends", isScript);
  const forms = tables(file.forms, "forms", isLemma);
  const words = tables(file.words, "words", isLemma);
  return (form, tag) => {
    const lower = form.toLowerCase();
    const known = forms.get(tag)?.get(form) ?? words.get(tag)?.get(lower);
    return known ?? byRule(form, { tag, cases: cases.get(tag), ends: ends.get(tag) });
  };
}

type Case = "lower" | "keep" | "title";
type Table<Value extends string = string> = ReadonlyMap<string, Value>;

interface Rules {
  readonly tag: string;
  readonly cases: Table<Case> | undefined;
  readonly ends: Table | undefined;
}

function byRule(form: string, { tag, cases, ends }: Rules): string {
  const bare = tag === "NUM" ? form.replace(/(?<=[0-9]),(?=[0-9]{3})/g, "") : form;
  const shape = shapeOf(bare);
  const casing = cases?.get(shape) ?? "lower";
  if (casing === "keep" && shape === "short") return bare;
  const { cut, add } = scriptOf(bare.toLowerCase(), ends);
  const base = recased(bare, casing);
  return base.slice(0, base.length - cut) + add;
}

/** From how many letters on a word in capitals is no abbreviation. */
const LONG = 6;

function shapeOf(form: string): string {
  if (!/\p{Uppercase}/u.test(form)) return "lower";
  const [first = "", ...others] = form;
  if (others.length === 0) return "letter";
  if (!/\p{Lowercase}/u.test(form)) return others.length + 1 >= LONG ? "long" : "short";
  if (/^[A-Z]{2,}s$/.test(form)) return "plural";
  return /\p{Uppercase}/u.test(first) ? "capitalised" : "mixed";
}

function recased(form: string, casing: Case): string {
  if (casing === "keep") return form;
  if (casing === "lower") return form.toLowerCase();
  const first = String.fromCodePoint(form.codePointAt(0) ?? 0);
  return first.toUpperCase() + form.slice(first.length).toLowerCase();
}

interface Script {
  /** Letters taken off the end. */
  readonly cut: number;
  readonly add: string;
}

const LONGEST_END = 6;
const NO_CHANGE: Script = { cut: 0, add: "" };

/** That of the longest known end that leaves a vowel, where it takes off more than a letter. */
function scriptOf(lower: string, ends: Table | undefined): Script {
  if (!ends) return NO_CHANGE;
  for (let size = Math.min(LONGEST_END, lower.length - 1); size > 0; size--) {
    const script = ends.get(lower.slice(-size));
    if (script === undefined) continue;
    const cut = Number(script.charAt(0));
    if (cut <= 1 || /[aeiouy]/.test(lower.slice(0, -cut))) return { cut, add: script.slice(1) };
  }
  return NO_CHANGE;
}

const isCase = (value: string): value is Case => value === "lower" || value === "keep" || value === "title";
const isLemma = (value: string): value is string => value !== "";
/** No end is longer than six letters, and none gives up more of a word than itself. */
const isScript = (value: string): value is string => /^[0-6]\D*$/.test(value);

/** By tag, then by word: no name in the file can reach what a plain object inherits. */
function tables<Value extends string>(
  value: unknown,
  place: string,
  isValue: (value: string) => value is Value,
): ReadonlyMap<string, Table<Value>> {
  return new Map(
    Object.entries(record(value, place)).map(([tag, entries]) => [
      tag,
      new Map(
        Object.entries(record(entries, `${place}.${tag}`)).map(([name, entry]) => {
          if (typeof entry === "string" && isValue(entry)) return [name, entry];
          throw invalid(`${place}.${tag}.${name}`, typeof entry === "string" ? "another text" : typeof entry);
        }),
      ),
    ]),
  );
}

function record(value: unknown, place: string): Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw invalid(place, "no object");
  return value as Readonly<Record<string, unknown>>; // any object that is no array can be read by key
}

const invalid = (place: string, found: string): ParleyError =>
  new ParleyError(
    "PARLEY_MODEL_INVALID",
    `lemmas.json, ${place}: found ${found}, accepted: what training/lemmas.py writes`,
  );
