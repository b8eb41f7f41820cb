import { ParleyError } from "../../text/errors.ts";
import { isMapping, type Mapping } from "../../text/shape.ts";
import { foldName } from "./fold.ts";
import { type Sector, sectors } from "./sector.ts";

/** What a noun says of whoever it stands for. */
export type OfficeNoun =
  /** "foreign minister": one person holds it at a time, or a name follows it. */
  | { readonly kind: "office"; readonly office: string; readonly sector: Sector | null }
  /** "official": a person without a name. */
  | { readonly kind: "person"; readonly sector: Sector | null }
  /** "foreign ministry". */
  | { readonly kind: "body"; readonly body: string; readonly sector: Sector };

export interface OfficeLexicon {
  readonly honorifics: ReadonlySet<string>;
  /** By folded form of one or more words. */
  readonly nouns: ReadonlyMap<string, readonly OfficeNoun[]>;
  /** By a form's first word, the words of the longest that begins with it. */
  readonly longestFrom: ReadonlyMap<string, number>;
}

/**
 * `codebook/actors/offices.yaml` as YAML gives it, validated and indexed; each form of a person or a body also in the plural.
 * @throws ParleyError PARLEY_CODEBOOK_INVALID
 */
export function parseOfficeLexicon(given: unknown): OfficeLexicon {
  const root = recordAt(given, "offices.yaml");
  const nouns = new Map<string, OfficeNoun[]>();
  const add = (form: string, noun: OfficeNoun): void => {
    for (const each of [form, ...pluralsOf(form)]) {
      const key = foldName(each);
      const held = nouns.get(key) ?? [];
      if (!held.some(({ kind }) => kind === noun.kind)) nouns.set(key, [...held, noun]);
    }
  };
  listAt(root.offices, "offices").forEach((entry, at) => {
    const where = `offices ${at + 1}`;
    const { office, sector, forms } = recordAt(entry, where);
    const noun: OfficeNoun = { kind: "office", office: textAt(office, where), sector: sectorAt(sector, where) };
    for (const form of listAt(forms, where)) add(textAt(form, where), noun);
  });
  listAt(root.persons, "persons").forEach((entry, at) => {
    const where = `persons ${at + 1}`;
    const { sector, nouns: forms } = recordAt(entry, where);
    for (const form of listAt(forms, where))
      add(textAt(form, where), { kind: "person", sector: sectorAt(sector, where) });
  });
  listAt(root.bodies, "bodies").forEach((entry, at) => {
    const where = `bodies ${at + 1}`;
    const { body, sector, forms } = recordAt(entry, where);
    const known = sectorAt(sector, where);
    if (known === null) throw invalid(where, "a body has a sector");
    for (const form of listAt(forms, where))
      add(textAt(form, where), { kind: "body", body: textAt(body, where), sector: known });
  });
  const honorifics = new Set(listAt(root.honorifics, "honorifics").map((one) => foldName(textAt(one, "honorifics"))));
  const longestFrom = new Map<string, number>();
  for (const form of nouns.keys()) {
    const words = form.split(" ");
    const first = words[0] ?? "";
    longestFrom.set(first, Math.max(longestFrom.get(first) ?? 0, words.length));
  }
  return { honorifics, nouns, longestFrom };
}

/** The last word in the plural; of "head of state" the first. */
function pluralsOf(form: string): readonly string[] {
  const [, before = "", noun = form, after = ""] = /^(.*?)(\S+)( (?:of|for|in|to) .*)?$/u.exec(form) ?? [];
  const plural = noun.endsWith("man")
    ? `${noun.slice(0, -3)}men`
    : /[^aeiou]y$/u.test(noun)
      ? `${noun.slice(0, -1)}ies`
      : /(?:s|x|ch|sh)$/u.test(noun)
        ? `${noun}es`
        : `${noun}s`;
  return [`${before}${plural}${after ?? ""}`];
}

const invalid = (where: string, what: string): ParleyError =>
  new ParleyError("PARLEY_CODEBOOK_INVALID", `codebook/actors/offices.yaml, ${where}: ${what}`);

function recordAt(value: unknown, where: string): Mapping {
  if (!isMapping(value)) throw invalid(where, "expected a mapping");
  return value;
}

function listAt(value: unknown, where: string): readonly unknown[] {
  if (!Array.isArray(value)) throw invalid(where, "expected a list");
  return value;
}

function textAt(value: unknown, where: string): string {
  if (typeof value !== "string" || value === "") throw invalid(where, `found ${JSON.stringify(value)}, expected words`);
  return value;
}

function sectorAt(value: unknown, where: string): Sector | null {
  if (value === null) return null;
  const found = sectors.find((sector) => sector === value);
  if (found === undefined)
    throw invalid(where, `found sector ${JSON.stringify(value)}, expected ${sectors.join(", ")}`);
  return found;
}
