import { decodeEntities, type EntitySpan } from "./entity-spans.ts";
import type { Lemmatiser } from "./lemmas.ts";
import { HIDDEN, type ReaderModel } from "./model.ts";
import type { ModelSettings } from "./settings.ts";
import { bestTree } from "./tree.ts";
import { shapesOf } from "./windows.ts";
import type { WordPiece } from "./wordpiece.ts";

/** What reads the words of a sentence. */
export interface SentenceParser {
  readonly model: ReaderModel;
  readonly wordPiece: WordPiece;
  readonly labels: Pick<ModelSettings, "tags" | "relations" | "entities" | "entityMargin">;
  readonly lemmatise: Lemmatiser;
}

/** By word, in the order of the sentence. */
export interface ParsedSentence {
  /** UPOS. */
  readonly tags: readonly string[];
  readonly lemmas: readonly string[];
  /** Number of the head from 1; 0 for the root, of which there is one. */
  readonly heads: readonly number[];
  /** Universal relations, "root" for the root alone. */
  readonly relations: readonly string[];
  readonly entities: readonly EntitySpan[];
}

/** What the encoder makes of words: rows of its output for the first piece of each. */
export interface WordStates {
  /** [word, HIDDEN] */
  readonly hidden: Float32Array;
  /** Log probabilities [word, part of speech] */
  readonly tags: Float32Array;
}

/**
 * Reads a sentence whose words are given, each as if it stood by itself. No sentence is too long: its pieces are read in
 * parts that overlap, and beyond `LONGEST_TREE` words it is a row of trees whose roots hang from the first.
 */
export async function parseSentence(words: readonly string[], parser: SentenceParser): Promise<ParsedSentence> {
  const parts: ParsedSentence[] = [];
  for (const some of stretches(words)) parts.push(await parseStretch(some, await readStates(some, parser), parser));
  return joined(parts);
}

/** Parses words whose states are known, as those of running text are. As long as may be, as in `parseSentence`. */
export async function parseWords(
  words: readonly string[],
  { hidden, tags }: WordStates,
  parser: Omit<SentenceParser, "wordPiece">,
): Promise<ParsedSentence> {
  const parts: ParsedSentence[] = [];
  const width = parser.labels.tags.length;
  for (const [nth, some] of stretches(words).entries()) {
    const [from, to] = [nth * LONGEST_TREE, nth * LONGEST_TREE + some.length];
    const states = {
      hidden: hidden.subarray(from * HIDDEN, to * HIDDEN),
      tags: tags.subarray(from * width, to * width),
    };
    parts.push(await parseStretch(some, states, parser));
  }
  return joined(parts);
}

/** In words. The scores of spans grow with its square: of a thousand words they take 44 MB. */
const LONGEST_TREE = 1000;

function stretches(words: readonly string[]): readonly (readonly string[])[] {
  const count = Math.ceil(words.length / LONGEST_TREE);
  return Array.from({ length: count }, (_, nth) => words.slice(nth * LONGEST_TREE, (nth + 1) * LONGEST_TREE));
}

async function parseStretch(
  words: readonly string[],
  states: WordStates,
  { model, labels, lemmatise }: Omit<SentenceParser, "wordPiece">,
): Promise<ParsedSentence> {
  const tags = words.map((_, word) => nameOfBest(states.tags, word, labels.tags) ?? "X");
  const { arcs, entities } = await model.parse(states.hidden);
  const heads = bestTree(arcs);
  const scores = await model.relations(states.hidden, heads);
  return {
    tags,
    lemmas: words.map((form, word) => lemmatise(form, tags[word] ?? "X")),
    heads,
    relations: heads.map((head, word) =>
      head === 0 ? ROOT : (nameOfBest(scores, word, labels.relations, ROOT) ?? "dep"),
    ),
    entities: decodeEntities(entities, words.length, { types: labels.entities, margin: labels.entityMargin }),
  };
}

const ROOT = "root";

/** The name whose score is highest in a row of [row, name], the first of equals. */
function nameOfBest(
  scores: Float32Array,
  row: number,
  names: readonly string[],
  without: string | null = null,
): string | null {
  let [best, score]: [string | null, number] = [null, 0];
  for (const [at, name] of names.entries()) {
    const own = scores[row * names.length + at] ?? Number.NEGATIVE_INFINITY;
    if (name !== without && (best === null || own > score)) [best, score] = [name, own];
  }
  return best;
}

/** Pieces that the encoder reads at once, of 512 places with two for its marks; and how far apart they begin. */
const PART = 480;
const STEP = 240;

async function readStates(words: readonly string[], { model, wordPiece, labels }: SentenceParser): Promise<WordStates> {
  const { ids, shapes, firsts } = piecesOf(words, wordPiece);
  const width = labels.tags.length;
  const hidden = new Float32Array(words.length * HIDDEN);
  const tags = new Float32Array(words.length * width);
  let word = 0;
  for (const { from, to, until } of partsOf(ids.length)) {
    const part = await model.encode(ids.slice(from, to), shapes.slice(from, to));
    for (let first = firsts[word]; first !== undefined && first < until; first = firsts[word]) {
      const at = first - from;
      hidden.set(part.hidden.subarray(at * HIDDEN, (at + 1) * HIDDEN), word * HIDDEN);
      tags.set(part.tags.subarray(at * width, (at + 1) * width), word * width);
      word++;
    }
  }
  return { hidden, tags };
}

interface WordPieces {
  readonly ids: readonly number[];
  readonly shapes: readonly number[];
  /** Index of the first piece of each word. */
  readonly firsts: readonly number[];
}

/** The pieces of words, each read by itself. The twin of `pieces_of` in training/train.py. */
function piecesOf(words: readonly string[], wordPiece: WordPiece): WordPieces {
  const ids: number[] = [];
  const shapes: number[] = [];
  const firsts: number[] = [];
  for (const word of words) {
    firsts.push(ids.length);
    const pieces = wordPiece.encode(word);
    const own =
      pieces.ids.length === 0
        ? { ids: [wordPiece.unknown], shapes: [0] }
        : { ids: pieces.ids, shapes: shapesOf(word, pieces) };
    for (const id of own.ids) ids.push(id);
    for (const shape of own.shapes) shapes.push(shape);
  }
  return { ids, shapes, firsts };
}

/** Parts [from, to) of a row of pieces; the states of those before `until` that no part before gave are a part's own. */
interface Part {
  readonly from: number;
  readonly to: number;
  readonly until: number;
}

/** A piece is taken from the part in whose middle it is nearest to stand. */
function partsOf(count: number): readonly Part[] {
  const last = Math.max(0, count - PART);
  const starts: number[] = [];
  for (let start = 0; start < last; start += STEP) starts.push(start);
  starts.push(last);
  return starts.map((from, nth) => {
    const next = starts[nth + 1];
    return { from, to: Math.min(count, from + PART), until: next === undefined ? count : (from + next + PART) / 2 };
  });
}

/** Stretches as one sentence: the root of each but the first hangs from that of the first. */
function joined(parts: readonly ParsedSentence[]): ParsedSentence {
  const root = (parts[0]?.heads.indexOf(0) ?? 0) + 1;
  const headIn = (nth: number, head: number): number => (head > 0 ? head + nth * LONGEST_TREE : nth === 0 ? 0 : root);
  return {
    tags: parts.flatMap((part) => part.tags),
    lemmas: parts.flatMap((part) => part.lemmas),
    heads: parts.flatMap((part, nth) => part.heads.map((head) => headIn(nth, head))),
    relations: parts.flatMap((part, nth) =>
      part.relations.map((name, word) => (nth > 0 && part.heads[word] === 0 ? "parataxis" : name)),
    ),
    entities: parts.flatMap((part, nth) =>
      part.entities.map(({ first, last, type }) => ({
        first: first + nth * LONGEST_TREE,
        last: last + nth * LONGEST_TREE,
        type,
      })),
    ),
  };
}
