/** What coding knows beforehand: data from `codebook/`, validated and indexed once. */
export type Codebook = Readonly<Record<string, never>>;
