import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from "yaml";

/** What is wrong at one place of a YAML file, and how it is mended. */
export interface YamlFault {
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 code units. */
  readonly column: number;
  readonly problem: string;
  readonly remedy: string;
}

/** A value of the file, where it stands, and what messages call it. */
export interface YamlValue {
  readonly node: Node | null;
  /** Offset into the text: of the value, or of its key where there is none. */
  readonly offset: number;
  readonly name: string;
  /** Nothing stands there. */
  readonly isEmpty: boolean;
}

/**
 * Reads a YAML text value by value and keeps a fault for everything that is not as asked, so that all of them can be
 * shown at once. Every reader gives null for what it has kept a fault of.
 */
export interface YamlReader {
  /** Null where the text is not YAML, of which a fault is kept. */
  readonly root: YamlValue | null;
  /** In the order of the text. */
  faults(): readonly YamlFault[];
  fault(value: YamlValue, problem: string, remedy: string): null;
  placeOf(value: YamlValue): { readonly line: number; readonly column: number };
  /** The values of a mapping by key; a key that is not among `keys` (null: any) is a fault, and so is a required one that is absent. */
  mapping(value: YamlValue, keys: MappingKeys | null): ReadonlyMap<string, YamlValue> | null;
  list(value: YamlValue): readonly YamlValue[] | null;
  /** Text that is not blank. */
  text(value: YamlValue): string | null;
  number(value: YamlValue, least: number, most: number): number | null;
  flag(value: YamlValue): boolean | null;
}

export interface MappingKeys {
  readonly required: readonly string[];
  readonly optional: readonly string[];
}

export const isText = ({ node }: YamlValue): boolean => isScalar(node) && typeof node.value === "string";

/** @param name what messages call the whole text. */
export function yamlReader(text: string, name: string): YamlReader {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const faults: (YamlFault & { readonly offset: number })[] = [];
  const placeAt = (offset: number): { readonly line: number; readonly column: number } => {
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  };
  const keep = (offset: number, problem: string, remedy: string): null => {
    faults.push({ offset, ...placeAt(offset), problem, remedy });
    return null;
  };
  const isTwice = ({ code }: { readonly code: string }): boolean => code === "DUPLICATE_KEY";
  for (const { pos } of document.errors.filter(isTwice)) keep(pos[0], "this key stands twice", "take one of them out");
  const [broken] = document.errors.filter((error) => !isTwice(error)).sort((a, b) => a.pos[0] - b.pos[0]);
  // those after it are but its consequences
  if (broken !== undefined)
    keep(broken.pos[0], `not YAML: ${broken.message}`, "mend it; the rest is checked after that");
  const resolved = (node: unknown): Node | null => {
    const found = isAlias(node) ? node.resolve(document) : node;
    return isMap(found) || isSeq(found) || isScalar(found) ? found : null;
  };
  const valueAt = (node: unknown, called: string, fallback: number): YamlValue => {
    const found = resolved(node);
    const own = isScalar(node) || isMap(node) || isSeq(node) || isAlias(node) ? node.range?.[0] : undefined;
    return {
      node: found,
      offset: isEmpty(found) ? fallback : (own ?? fallback),
      name: called,
      isEmpty: isEmpty(found),
    };
  };
  const fault: YamlReader["fault"] = ({ offset }, problem, remedy) => keep(offset, problem, remedy);
  const wrong = (value: YamlValue, wanted: string): null =>
    fault(value, `${value.name} is ${typeOf(value.node)}`, `give ${wanted}`);
  return {
    root: broken === undefined ? valueAt(document.contents, name, 0) : null,
    faults: () => faults.toSorted((a, b) => a.offset - b.offset).map(({ offset: _, ...rest }) => rest),
    fault,
    placeOf: ({ offset }) => placeAt(offset),
    mapping: (value, keys) => {
      if (!isMap(value.node)) return wrong(value, `a mapping with ${keys?.required.join(", ") ?? "names"}`);
      const found = new Map<string, YamlValue>();
      for (const { key, value: item } of value.node.items) {
        const place = valueAt(key, value.name, value.offset);
        const label = isScalar(place.node) ? String(place.node.value) : "";
        const known = keys === null ? null : [...keys.required, ...keys.optional];
        if (known?.includes(label) === false) {
          fault(place, `${value.name} has no key "${label}"`, `take it out, or use one of ${known.join(", ")}`);
        } else found.set(label, valueAt(item, `${value.name}, ${label}`, place.offset));
      }
      const missing = keys?.required.filter((each) => !found.has(each)) ?? [];
      if (missing.length > 0) fault(value, `${value.name} lacks ${missing.join(", ")}`, `add ${missing.join(", ")}`);
      return found;
    },
    list: (value) => {
      if (!isSeq(value.node)) return wrong(value, "a list");
      return value.node.items.map((item, at) => valueAt(item, `${value.name} ${at + 1}`, value.offset));
    },
    text: (value) => {
      const { node } = value;
      if (isScalar(node) && typeof node.value === "string" && node.value.trim() !== "") return node.value.trim();
      const quoted = isScalar(node) && /^(?:number|boolean)$/u.test(typeof node.value);
      return wrong(value, quoted ? `text: quote it, "${String(isScalar(node) ? node.value : "")}"` : "text");
    },
    number: (value, least, most) => {
      const { node } = value;
      const number = isScalar(node) && typeof node.value === "number" ? node.value : Number.NaN;
      return number >= least && number <= most ? number : wrong(value, `a number from ${least} to ${most}`);
    },
    flag: (value) => {
      const { node } = value;
      return isScalar(node) && typeof node.value === "boolean" ? node.value : wrong(value, "true or false");
    },
  };
}

const isEmpty = (node: Node | null): boolean => node === null || (isScalar(node) && node.value === null);

function typeOf(node: Node | null): string {
  if (isEmpty(node)) return "empty";
  if (isMap(node)) return "a mapping";
  if (isSeq(node)) return "a list";
  const value = isScalar(node) ? node.value : null;
  return typeof value === "string" && value.trim() === "" ? "blank" : `${typeof value} ${String(value).slice(0, 40)}`;
}
