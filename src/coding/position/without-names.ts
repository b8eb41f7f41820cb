/**
 * A text whose names of persons, places and states have given way to "the country", as far as capitals show them: the
 * examples of a codebook name nobody, and what a sentence vector makes of "Velmara", which it has never seen, or of
 * "Paris" would outweigh what is said. Acronyms ("NATO"), which name bodies that issues are about, stay.
 */
export function withoutNames(text: string): string {
  return text.replace(names, (found: string, offset: number) => {
    const [first = "", ...rest] = found.replace(/^the /u, "").split(" ");
    const isOpening = opening.test(text.slice(0, offset));
    if (isOpening && rest.length === 0) return found; // "Observers", or a name: its capital does not tell
    const isKept = isOpening && plain.has(first);
    if ((isKept ? rest : [first, ...rest]).some((word) => plain.has(word))) return found;
    if (!isKept) return "the country";
    return first === "The" ? "The country" : `${first} the country`;
  });
}

const names = /(?:\bthe )?\p{Lu}\p{Ll}[\p{L}’'-]*(?: \p{Lu}\p{Ll}[\p{L}’'-]*)*/gu;
/** Nothing before it, or the end of a sentence, or an opening mark. */
const opening = /(?:^|[.!?…:]["”’')]?\s+|["“‘'(])$/u;

/** Capital in any text, and no name of a party. */
const plain = new Set(
  (
    "A An And As But By For From He Her His I If In It Its No Not Of On Or Our She That The Their There These They This " +
    "Those To We What When Who With You Your Europe European Union Nations Council Court Monday Tuesday Wednesday " +
    "Thursday Friday Saturday Sunday January February March April May June July August September October November December"
  ).split(" "),
);
