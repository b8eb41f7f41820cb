/** Pieces of a text in its order: entry n of each list is piece n. */
export interface Pieces {
  readonly ids: readonly number[];
  /** UTF-16 offset of the first character of the piece in the text as given. */
  readonly starts: readonly number[];
  /** Offset after its last character. Two pieces share a character that decomposes into both, as Hangul does. */
  readonly ends: readonly number[];
}

export interface WordPiece {
  /**
   * Empty for a text of white space and dropped characters only. Linear in the text. Words like "[SEP]" are read as
   * the brackets and letters they are: nothing in a text can inject one of the model's own marks.
   */
  encode(text: string): Pieces;
  /** Id of `[UNK]`, which stands for a whole word that the vocabulary cannot spell. */
  readonly unknown: number;
}

/**
 * The uncased WordPiece of BERT (Wu et al. 2016, Devlin et al. 2019). Ids and offsets are those of `BertTokenizerFast`
 * of transformers 5.24 with `split_special_tokens=True`; for a text without a word like "[SEP]" training, which does not
 * set it, has the same. Two things differ, neither of them met in news. The tables of that library do not know the marks
 * and punctuation that came into Unicode after its version 8; ours are those of Node. And it puts combining marks that
 * take up space (Balinese, musical notes) in canonical order, which moves the end of an unknown word; here they stay in
 * the order of the text. A lone surrogate, which Python cannot hold, is a letter outside the vocabulary.
 * @param vocabulary line n of vocab.txt is piece n, without line ends.
 * @throws RangeError if the vocabulary has no `[UNK]`.
 */
export function createWordPiece(vocabulary: readonly string[]): WordPiece {
  const unknown = vocabulary.indexOf("[UNK]");
  if (unknown === -1) throw new RangeError(`no [UNK] among the ${vocabulary.length} pieces of the vocabulary`);
  const trie = createTrie(vocabulary);
  const readings = createReadings(trie.symbols);
  return { unknown, encode: (text) => encode(text, { unknown, trie, readings }) };
}

interface Tables {
  readonly unknown: number;
  readonly trie: Trie;
  readonly readings: Readings;
}

/** Longer words are unknown, counted in letters after normalisation. */
const LONGEST_WORD = 100;

function encode(text: string, { unknown, trie, readings }: Tables): Pieces {
  const ids: number[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const symbols = new Int32Array(LONGEST_WORD);
  const from = new Int32Array(LONGEST_WORD);
  const to = new Int32Array(LONGEST_WORD);
  let [length, wordStart, wordEnd, isSpelt] = [0, 0, 0, true];

  const push = (id: number, start: number, end: number): void => {
    ids.push(id);
    starts.push(start);
    ends.push(end);
  };
  const addLetter = (symbol: number, start: number, end: number): void => {
    if (length === 0) [wordStart, isSpelt] = [start, true];
    if (symbol === NO_SYMBOL || length === LONGEST_WORD) isSpelt = false;
    else {
      symbols[length] = symbol;
      from[length] = start;
      to[length] = end;
    }
    if (length < LONGEST_WORD) length++;
    wordEnd = end;
  };
  /** The longest piece first, again and again; one word that cannot be spelt to its end is one unknown piece. */
  const endWord = (): void => {
    const before = ids.length;
    for (let first = 0; isSpelt && first < length; ) {
      let [node, id, next] = [first === 0 ? WORD_ROOT : REST_ROOT, NO_PIECE, first];
      for (let at = first; at < length; at++) {
        node = trie.step(node, symbols[at] ?? NO_SYMBOL);
        if (node === NO_NODE) break;
        const found = trie.pieceAt(node);
        if (found !== NO_PIECE) [id, next] = [found, at + 1];
      }
      if (id === NO_PIECE) isSpelt = false;
      else push(id, from[first] ?? 0, to[next - 1] ?? 0);
      first = next;
    }
    if (!isSpelt) {
      ids.length = starts.length = ends.length = before;
      push(unknown, wordStart, wordEnd);
    }
    length = 0;
  };

  for (let at = 0; at < text.length; ) {
    const code = text.codePointAt(at) ?? 0;
    const end = at + (code > 0xffff ? 2 : 1);
    const { kind, symbol, more } = readings.of(code);
    if (kind === "letter") {
      addLetter(symbol, at, end);
      for (const other of more) addLetter(other, at, end);
    } else if (kind !== "dropped") {
      if (length > 0) endWord();
      if (kind === "mark") {
        addLetter(symbol, at, end);
        endWord();
      }
    }
    at = end;
  }
  if (length > 0) endWord();
  return { ids, starts, ends };
}

const NO_NODE = 0;
const WORD_ROOT = 1;
const REST_ROOT = 2;
const NO_PIECE = -1;
/** The letter that is in no piece. */
const NO_SYMBOL = 0;

/** Every piece by its letters, from one root those that begin a word and from the other those written with "##". */
interface Trie {
  /** Numbers from 1 of the code points that pieces are made of. */
  readonly symbols: ReadonlyMap<number, number>;
  step(node: number, symbol: number): number;
  pieceAt(node: number): number;
}

function createTrie(vocabulary: readonly string[]): Trie {
  const letters = vocabulary.reduce((sum, piece) => sum + piece.length, 0);
  const ids = new Int32Array(letters + 3).fill(NO_PIECE);
  const symbols = new Map<number, number>();
  let nodes = 3;
  // One open hash table for all edges: a slot with no target is free, and there are more slots than letters.
  const mask = 2 ** Math.ceil(Math.log2(letters + 2)) - 1;
  const sources = new Int32Array(mask + 1);
  const labels = new Int32Array(mask + 1);
  const targets = new Int32Array(mask + 1);
  const slotOf = (node: number, symbol: number): number => {
    let slot = (Math.imul(node, 0x9e3779b1) ^ Math.imul(symbol, 0x85ebca6b)) >>> 0;
    slot = (slot ^ (slot >>> 15)) & mask;
    while (targets[slot] !== NO_NODE && (sources[slot] !== node || labels[slot] !== symbol)) slot = (slot + 1) & mask;
    return slot;
  };
  const stepOrGrow = (node: number, symbol: number): number => {
    const slot = slotOf(node, symbol);
    const known = targets[slot] ?? NO_NODE;
    if (known !== NO_NODE) return known;
    sources[slot] = node;
    labels[slot] = symbol;
    targets[slot] = nodes;
    return nodes++;
  };
  for (const [id, piece] of vocabulary.entries()) {
    const isRest = piece.startsWith("##") && piece.length > 2;
    let node = isRest ? REST_ROOT : WORD_ROOT;
    for (const char of isRest ? piece.slice(2) : piece) {
      const code = char.codePointAt(0) ?? 0;
      const symbol = symbols.get(code) ?? symbols.size + 1;
      symbols.set(code, symbol);
      node = stepOrGrow(node, symbol);
    }
    ids[node] = id;
  }
  return {
    symbols,
    step: (node, symbol) => targets[slotOf(node, symbol)] ?? NO_NODE,
    pieceAt: (node) => ids[node] ?? NO_PIECE,
  };
}

/** What a character of the text comes to. */
interface Reading {
  /** A mark is a word by itself: punctuation, or a Chinese character. */
  readonly kind: "letter" | "mark" | "space" | "dropped";
  readonly symbol: number;
  /** The other letters that it decomposes into. */
  readonly more: readonly number[];
}

interface Readings {
  of(code: number): Reading;
}

/** Readings are found out once for each character that occurs. */
function createReadings(symbols: ReadonlyMap<number, number>): Readings {
  const pages: (Reading | undefined)[][] = Array.from({ length: 0x1100 }, () => []);
  const read = (code: number): Reading => {
    const page = pages[code >> 8] ?? [];
    if (page.length === 0) for (let at = 0; at < 256; at++) page.push(undefined);
    const reading = readingOf(code, symbols);
    page[code & 255] = reading;
    return reading;
  };
  return { of: (code) => pages[code >> 8]?.[code & 255] ?? read(code) };
}

const DROPPED: Reading = { kind: "dropped", symbol: NO_SYMBOL, more: [] };
const SPACE: Reading = { kind: "space", symbol: NO_SYMBOL, more: [] };
const UNKNOWN_LETTER: Reading = { kind: "letter", symbol: NO_SYMBOL, more: [] };

/**
 * BERT's normaliser, one character at a time: control characters go, accents go, capitals become small. A capital sigma
 * becomes "σ" at the end of a word too, as there.
 */
function readingOf(code: number, symbols: ReadonlyMap<number, number>): Reading {
  const char = String.fromCodePoint(code);
  if (/^\p{Cs}$/u.test(char)) return UNKNOWN_LETTER;
  if (/^[^\P{White_Space}\p{Cc}]$|^[\t\n\r]$/u.test(char)) return SPACE;
  if (/^[\p{Cc}\p{Cf}\p{Co}\ufffd]$/u.test(char)) return DROPPED;
  const bare = char.normalize("NFD").replace(/\p{Mn}/gu, "");
  const [symbol, ...more] = [...bare].map((letter) => symbols.get(smallOf(letter)) ?? NO_SYMBOL);
  if (symbol === undefined) return DROPPED;
  const isMark = isChinese(code) || /^[\p{P}!-/:-@[-`{-~]$/u.test(bare);
  return { kind: isMark ? "mark" : "letter", symbol, more };
}

const smallOf = (letter: string): number => letter.toLowerCase().codePointAt(0) ?? 0;

/** The blocks as that library writes them, which begins one at 2B920 that begins at 2B820. */
const isChinese = (code: number): boolean =>
  (code >= 0x4e00 && code <= 0x9fff) ||
  (code >= 0x3400 && code <= 0x4dbf) ||
  (code >= 0xf900 && code <= 0xfaff) ||
  (code >= 0x20000 && code <= 0x2a6df) ||
  (code >= 0x2a700 && code <= 0x2b81f) ||
  (code >= 0x2b920 && code <= 0x2ceaf) ||
  (code >= 0x2f800 && code <= 0x2fa1f);
