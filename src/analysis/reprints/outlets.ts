import { isSameOutlet, outletName } from "../../document/outlet-names.ts";
import type { Entry } from "./entry.ts";
import type { Reprints } from "./reprint.ts";

/**
 * Whose report each document is by its own word: the outlet it credits, else the one that publishes it; nothing for one
 * that names neither. One outlet has one name, however it is spelled. That another "first reported" one fact makes the
 * rest no report of theirs.
 */
export function outletsOf<Key extends string>(entries: Iterable<Entry<Key>>): Reprints<Key>["outlets"] {
  const oneName = nameKeeper();
  const out = new Map<Key, { readonly outlet: string; readonly credited: boolean }>();
  for (const { key, outlet, origin } of entries) {
    const isCredited = origin !== null && (origin.basis !== "first-reported" || outlet === null);
    const name = isCredited ? origin.outlet : outlet;
    if (name !== null) out.set(key, { outlet: oneName(name), credited: isCredited });
  }
  return out;
}

/** Gives the first name met of each outlet. Only an address needs to be held against every name. */
function nameKeeper(): (name: string) => string {
  const known = new Map<string, string>();
  const kept: string[] = [];
  return (name) => {
    const usual = outletName(name);
    const folded = usual.toLowerCase();
    const earlier =
      known.get(folded) ?? kept.find((other) => (isAddress(usual) || isAddress(other)) && isSameOutlet(usual, other));
    if (earlier === undefined) kept.push(usual);
    known.set(folded, earlier ?? usual);
    return earlier ?? usual;
  };
}

const isAddress = (name: string): boolean => /^\S+\.[a-z]{2,}$/iu.test(name);
