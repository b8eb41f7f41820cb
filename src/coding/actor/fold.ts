/**
 * A name as it is compared: without accents, apostrophes and periods, in small letters, hyphens as spaces. "U.S." and
 * "US" are one, and so are "d’Affaires" and "dAffaires".
 */
export const foldName = (name: string): string =>
  name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/ł/giu, "l")
    .replace(/ø/giu, "o")
    .replace(/['’‘`ʼ.]/gu, "")
    .replace(/[-‐‑–]/gu, " ")
    .replace(/\s+/gu, " ")
    .trim()
    .toLowerCase();

/**
 * What stays of a folded name whatever alphabet it was written over from: Zelensky, Zelenskyy, Zelenskiy and Zelenski
 * are one, and so are Sergei and Sergey, Yanukovych and Yanukovich, Lukashenko and Lukashenka.
 */
export const skeletonOf = (folded: string): string =>
  folded
    .split(" ")
    .map((word) =>
      word
        .replace(/^(?:al|el|ul)(?=.{4})/u, "al")
        .replace(/(?:iy|yy|yi|ij|ii|ey|ei|ay|ai|y|j)/gu, "i")
        .replace(/(?:ou|w)/gu, (part) => (part === "w" ? "v" : "u"))
        .replace(/kh|ch(?=i?k|o?v)/gu, "h")
        .replace(/(?:ks|x)/gu, "ks")
        .replace(/ts|tz|cz/gu, "c")
        .replace(/ph/gu, "f")
        .replace(/q|ck/gu, "k")
        .replace(/(.)\1+/gu, "$1")
        .replace(/(?<=.{3})[aeio]$/u, ""),
    )
    .join(" ");

/** Whether a word is a hyphen or a short dash by itself, as the reader divides "Velmaran-Torvaskan". */
export const isHyphen = (word: string | undefined): boolean => word !== undefined && /^[-‐‑–]$/u.test(word);
