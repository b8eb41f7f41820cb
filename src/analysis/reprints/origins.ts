import type { DocumentId } from "../../text/span.ts";
import { DisjointSets } from "./disjoint-sets.ts";
import type { OriginBounds, ReprintGroup, ReprintLink, Reprints } from "./reprint.ts";

/**
 * How many independent origins stand behind what these documents tell. Reprints of one report count once, be their source
 * among the documents or not, and so do documents that credit one outlet or are published by it.
 *
 * At most: links that are not certain do not count, and each further outlet that copies of one report credit does. At
 * least: they do, and a document that names no outlet may be by any of the others.
 *
 * Keys given twice count once; `{ atLeast: 0, atMost: 0 }` for none.
 */
export function originsBehind<Key extends string = DocumentId>(
  { groups, outlets }: Pick<Reprints<Key>, "groups" | "outlets">,
  documents: Iterable<Key>,
): OriginBounds {
  const asked = new Set(documents);
  if (asked.size === 0) return { atLeast: 0, atMost: 0 };
  const near = groups.filter((group) => group.documents.some((key) => asked.has(key)));
  const keys = new Set([...asked, ...near.flatMap((group) => group.documents)]);
  const given: Given<Key> = { asked, near, keys, outlets };
  const named = origins(given, () => true).filter(({ names }) => names.size > 0).length;
  const apart = origins(given, ({ certain }) => certain);
  return {
    atLeast: Math.max(1, named),
    atMost: apart.reduce((sum, { credited }) => sum + Math.max(1, credited.size), 0),
  };
}

interface Given<Key extends string> {
  readonly asked: ReadonlySet<Key>;
  /** The groups that any of them is in. */
  readonly near: readonly ReprintGroup<Key>[];
  /** What was asked for, and all of those groups. */
  readonly keys: ReadonlySet<Key>;
  readonly outlets: Reprints<Key>["outlets"];
}

/** Documents that have one origin, by the outlets that they name as theirs; of those, the credited ones. */
interface SharedOrigin {
  readonly names: Set<string>;
  readonly credited: Set<string>;
}

/** The origins of what was asked for, if the links that `counts` accepts are what they seem. */
function origins<Key extends string>(
  { asked, near, keys, outlets }: Given<Key>,
  counts: (link: ReprintLink<Key>) => boolean,
): readonly SharedOrigin[] {
  const links = near.flatMap((group) => group.links.filter(counts));
  const copies = new Set(links.map(({ copy }) => copy));
  const sets = new DisjointSets<string>();
  for (const { copy, of } of links) sets.join(document(copy), document(of));
  const named = [...keys].flatMap((key) => {
    const own = outlets.get(key);
    // who prints another's report under its own name is not its origin
    return own && (own.credited || !copies.has(key)) ? [{ key, ...own }] : [];
  });
  for (const { key, outlet } of named) sets.join(document(key), `outlet ${outlet}`);
  const found = new Map<string, SharedOrigin>();
  for (const key of asked) found.set(sets.find(document(key)), { names: new Set(), credited: new Set() });
  for (const { key, outlet, credited } of named) {
    const origin = found.get(sets.find(document(key)));
    origin?.names.add(outlet);
    if (credited) origin?.credited.add(outlet);
  }
  return [...found.values()];
}

const document = (key: string): string => `document ${key}`;
