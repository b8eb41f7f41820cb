/** A mapping as YAML or JSON gives it: what stands under its keys is not known. */
export type Mapping = Readonly<Record<string, unknown>>;

/** Throws the caller's own error: where the fault is, what was found there, what is accepted. */
export type Fail = (place: string, found: string, accepted: string) => never;

/** What a text must be beyond not being empty, and how the message says so. */
export interface TextRule {
  readonly fits: (text: string) => boolean;
  readonly accepted: string;
}

/** Each gives the value with its type, or fails with its place, what was found and what is accepted. */
export interface Shapes {
  readonly record: (value: unknown, place: string) => Mapping;
  /** A mapping with none but these keys; any of them may be absent. */
  readonly known: (value: unknown, place: string, keys: readonly string[]) => Mapping;
  readonly list: (value: unknown, place: string) => readonly unknown[];
  /** A text by the caller's rule. */
  readonly text: (value: unknown, place: string) => string;
  /** A list of such texts. */
  readonly texts: (value: unknown, place: string) => readonly string[];
  /** True or false; `absent` (false unless given) where there is nothing. */
  readonly flag: (value: unknown, place: string, absent?: boolean) => boolean;
  readonly oneOf: <T extends string>(value: unknown, accepted: readonly T[], place: string) => T;
}

/** The checks of a file's shapes, all of which fail through `fail` and say what they found with `nameOf`. */
export function shapes(fail: Fail, rule: TextRule, nameOf: (value: unknown) => string = typeName): Shapes {
  const record: Shapes["record"] = (value, place) =>
    isMapping(value) ? value : fail(place, nameOf(value), "a mapping");
  const list: Shapes["list"] = (value, place) => (Array.isArray(value) ? value : fail(place, nameOf(value), "a list"));
  const text: Shapes["text"] = (value, place) =>
    typeof value === "string" && value !== "" && rule.fits(value) ? value : fail(place, nameOf(value), rule.accepted);
  return {
    record,
    known: (value, place, keys) => {
      const entry = record(value, place);
      const other = Object.keys(entry).find((key) => !keys.includes(key));
      return other === undefined ? entry : fail(place, `"${other}"`, keys.join(", "));
    },
    list,
    text,
    texts: (value, place) => list(value, place).map((item, at) => text(item, `${place}[${at}]`)),
    flag: (value, place, absent = false) => {
      if (value === undefined) return absent;
      return typeof value === "boolean" ? value : fail(place, nameOf(value), "true or false");
    },
    oneOf: (value, accepted, place) =>
      accepted.find((name) => name === value) ?? fail(place, nameOf(value), accepted.join(", ")),
  };
}

/** Words without capitals; `quoted` names those that YAML takes for something else unless they are quoted. */
export const smallLetters = (quoted: string): TextRule => ({
  fits: (text) => text === text.toLowerCase(),
  accepted: `words in small letters (quote ${quoted})`,
});

/** Any object that is no array can be read by key. */
export const isMapping = (value: unknown): value is Mapping =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** What a message calls a value: "nothing", "a list", "number 7". */
export function typeName(value: unknown): string {
  if (value === null || value === undefined) return "nothing";
  return Array.isArray(value) ? "a list" : `${typeof value} ${String(value).slice(0, 40)}`;
}
