import { storableText } from "./storable.ts";

/**
 * A text as it is compared in searches: case and compatibility forms folded, the same on every server whatever its
 * locale (a server in locale "C" would fold ASCII alone). By way of upper case, so that "ß" meets "SS", and before that
 * by lower case, because "ẞ" has no upper case other than itself; the final sigma has a lower-case form of its own.
 */
export const fold = (text: string): string =>
  text.normalize("NFKC").toLowerCase().toUpperCase().toLowerCase().replaceAll("ς", "σ").normalize("NFKC");

/** Letters that Unicode does not take apart and the press writes with and without their stroke. */
const plainLetters: Readonly<Record<string, string>> = { ł: "l", ø: "o", đ: "d", ħ: "h", ı: "i" };

/** A name as it is compared: folded, without accents and with one kind of apostrophe, so that "Erdoğan" meets "Erdogan". */
export const foldName = (name: string): string =>
  fold(name)
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[łøđħı]/gu, (letter) => plainLetters[letter] ?? letter)
    .replace(/[’‘ʼ`]/gu, "'")
    .normalize("NFC");

/** A LIKE pattern for folded columns: rows that hold `part` anywhere. `%` and `_` stand for themselves. */
export const containing = (part: string): string => pattern(fold(storableText(part)));

/** The same for columns of folded names. */
export const containingName = (part: string): string => pattern(foldName(storableText(part)));

const pattern = (folded: string): string => `%${folded.replace(/[\\%_]/g, "\\$&")}%`;
