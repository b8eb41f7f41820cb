import type { ConlluColumns } from "./conllu.ts";
import type { ParsedEntity } from "./sentence-parse.ts";

export interface GroupedEntity extends ParsedEntity {
  /** The number that the entities of one document share who are the same someone or something. */
  readonly group: string;
}

/** What a file says of the form of its `Entity=`, where it holds those of `writeEntities`. */
export const entityForm = "# global.Entity = GRP-etype";

/**
 * The entities of one sentence in the brackets of UD GUM (`Entity=(1-place(2-person)` … `1)`), as values by word; null
 * for a word where none begins or ends. `firstGroup` numbers the first of them, whose numbers follow each other.
 * @param entities in the order of their first words, the longer first; none crosses another.
 */
export function writeEntities(
  entities: readonly ParsedEntity[],
  words: number,
  firstGroup: number,
): readonly (string | null)[] {
  const opening: string[] = Array.from({ length: words }, () => "");
  const closing: string[] = Array.from({ length: words }, () => "");
  entities.forEach(({ first, last, type }, at) => {
    const group = firstGroup + at;
    opening[first] += `(${group}-${type}${first === last ? ")" : ""}`;
    if (first !== last) closing[last] = `${group})${closing[last]}`;
  });
  return opening.map((open, word) => open + closing[word] || null);
}

/**
 * The entities of one sentence, in the order in which they end. What is not closed in its sentence is left out, as is a
 * bracket without a type. The twin of `_entity_parts` and `_step` in training/data.py.
 */
export function readEntities(words: readonly ConlluColumns[]): readonly GroupedEntity[] {
  const open: { readonly group: string; readonly first: number; readonly type: string }[] = [];
  const entities: GroupedEntity[] = [];
  for (const [word, { misc }] of words.entries()) {
    for (const { kind, fields } of partsOf(entityValue(misc))) {
      const [group = "", type = ""] = fields.split("-");
      if (kind === "close") {
        const at = open.findLastIndex((each) => each.group === group);
        const [closed] = at === -1 ? [] : open.splice(at, 1);
        if (closed && closed.type !== "") entities.push({ ...closed, last: word });
      } else if (kind === "open") open.push({ group, first: word, type });
      else if (type !== "") entities.push({ group, first: word, last: word, type });
    }
  }
  return entities;
}

const KEY = "Entity=";

const entityValue = (misc: string): string =>
  misc
    .split("|")
    .find((part) => part.startsWith(KEY))
    ?.slice(KEY.length) ?? "";

interface Part {
  readonly kind: "open" | "close" | "both";
  readonly fields: string;
}

const partsOf = (value: string): readonly Part[] =>
  [...value.matchAll(/\(([^()]*)(\)?)|([^()]*)\)/g)].map(([, opened, closes, closed = ""]) => {
    if (opened === undefined) return { kind: "close", fields: closed };
    return { kind: closes ? "both" : "open", fields: opened };
  });

/** What speaks of entities and goes with them: `Bridge=` and `SplitAnte=` name their groups. */
const entityKeys = [KEY, "Bridge=", "SplitAnte="];

/** The column without what it says of entities, and with this of them. */
export function replaceEntities(misc: string, value: string | null): string {
  const kept = misc.split("|").filter((part) => part !== "_" && !entityKeys.some((key) => part.startsWith(key)));
  return [...kept, ...(value === null ? [] : [`${KEY}${value}`])].join("|") || "_";
}
