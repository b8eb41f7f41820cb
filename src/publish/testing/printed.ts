/** Characters that no printed text may hold, line feeds apart. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding control characters is what this expression is for
export const controlCharacters = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;

// biome-ignore lint/suspicious/noControlCharactersInRegex: the sequences that chalk writes
const styling = /\u001b\[([\d;]+)m/gu;

/** Printed text without the escape sequences of styling, and without those alone. */
export const unstyled = (text: string): string => text.replace(styling, "");

/** The styling codes of a text in order: 1 bold, 2 dim, 4 underlined, 38 coloured; 22, 24 and 39 end them. */
export const stylesOf = (text: string): readonly number[] =>
  [...text.matchAll(styling)].map(([, codes]) => Number(codes?.split(";")[0]));
