import { createLemmatiser } from "../lemmas.ts";
import { type EncodedWindow, HIDDEN, type ReaderModel, type SentenceScores } from "../model.ts";
import type { SentenceParser } from "../parse.ts";
import { createWordPiece, type WordPiece } from "../wordpiece.ts";

export const fakeLabels = {
  tags: ["NOUN", "PROPN", "PUNCT", "VERB"],
  relations: ["conj", "nsubj", "obj", "punct", "root"],
  entities: ["person", "place"],
  entityMargin: 0,
} as const;

/** Every letter and sign is a piece, and so is every letter within a word. */
const alphabet = [..."abcdefghijklmnopqrstuvwxyz0123456789.,?!-'\"()"];
export const fakeVocabulary: readonly string[] = [
  "[PAD]",
  "[UNK]",
  ...alphabet,
  ...alphabet.map((char) => `##${char}`),
];

/** What a test makes of words, of which it knows the ids of their first pieces. */
export interface FakeScores {
  /** Index of the label of each word. */
  readonly tag?: (id: number) => number;
  readonly arc?: (word: number, head: number, words: number) => number;
  readonly entity?: (first: number, last: number, type: number) => number;
  readonly relation?: (word: number, head: number, relation: number) => number;
}

export interface FakeModel extends ReaderModel {
  /** Ids and shapes of every window that was read. */
  readonly windows: readonly { readonly ids: readonly number[]; readonly shapes: readonly number[] }[];
  /** By call of `parse`: of each word the id of its piece, how many pieces its window had, and where it stood there. */
  readonly parsed: readonly (readonly { readonly id: number; readonly length: number; readonly at: number }[])[];
}

/** A model whose hidden states say where a piece stood, and whose scores a test gives; else each word hangs from the first. */
export function createFakeModel(scores: FakeScores = {}): FakeModel {
  const windows: { readonly ids: readonly number[]; readonly shapes: readonly number[] }[] = [];
  const parsed: { readonly id: number; readonly length: number; readonly at: number }[][] = [];
  const { tags, relations, entities } = fakeLabels;
  const fill = (rows: number, width: number, score: (row: number, column: number) => number): Float32Array =>
    Float32Array.from({ length: rows * width }, (_, at) => score(Math.floor(at / width), at % width));
  return {
    windows,
    parsed,
    async encode(ids, shapes): Promise<EncodedWindow> {
      windows.push({ ids, shapes });
      const length = ids.length;
      const hidden = new Float32Array(length * HIDDEN);
      ids.forEach((id, at) => {
        hidden.set([id, length, at], at * HIDDEN);
      });
      const tag = (id: number): number => scores.tag?.(id) ?? 0;
      const tagScores = fill(length, tags.length, (at, column) => (tag(ids[at] ?? 0) === column ? 0 : -9));
      return { length, hidden, cues: new Float32Array(length * 3), tags: tagScores };
    },
    async roles() {
      return [];
    },
    async parse(words): Promise<SentenceScores> {
      const count = words.length / HIDDEN;
      parsed.push(
        Array.from({ length: count }, (_, word) => {
          const [id = -1, length = -1, at = -1] = words.subarray(word * HIDDEN, word * HIDDEN + 3);
          return { id, length, at };
        }),
      );
      const arc = scores.arc ?? ((word, head) => (head === (word === 1 ? 0 : 1) ? 0 : -9));
      const entity = scores.entity ?? (() => -9);
      return {
        arcs: fill(count, count + 1, (word, head) => arc(word + 1, head, count)),
        entities: fill(count * count, entities.length + 1, (span, type) =>
          type === 0 ? -1 : entity(Math.floor(span / count), span % count, type - 1),
        ),
      };
    },
    async relations(_, heads) {
      const relation =
        scores.relation ?? ((_word, head, at) => (relations[at] === (head === 0 ? "root" : "obj") ? 0 : -9));
      return fill(heads.length, relations.length, (word, at) => relation(word + 1, heads[word] ?? 0, at));
    },
  };
}

/** Reads words as one letter does in the vocabulary above, and knows no exception of lemmas. */
export const createFakeParser = (
  model: ReaderModel,
  wordPiece: WordPiece = createWordPiece(fakeVocabulary),
): SentenceParser => ({
  model,
  wordPiece,
  labels: fakeLabels,
  lemmatise: createLemmatiser({ cases: {}, ends: {}, forms: {}, words: {} }),
});
