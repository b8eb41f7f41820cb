import { storableText } from "./storable.ts";

/**
 * A text as it is compared in searches: case and compatibility forms folded, the same on every server whatever its
 * locale (a server in locale "C" would fold ASCII alone). By way of upper case, so that "ß" meets "SS", and before that
 * by lower case, because "ẞ" has no upper case other than itself; the final sigma has a lower-case form of its own.
 */
export const fold = (text: string): string =>
  text.normalize("NFKC").toLowerCase().toUpperCase().toLowerCase().replaceAll("ς", "σ").normalize("NFKC");

/** A LIKE pattern for folded columns: rows that hold `part` anywhere. `%` and `_` stand for themselves. */
export const containing = (part: string): string => `%${fold(storableText(part)).replace(/[\\%_]/g, "\\$&")}%`;
