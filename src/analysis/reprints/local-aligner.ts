import { type Profile, wordRange } from "./profile.ts";

/** Words of a text, by index into `Profile.keys`; `to` is outside. */
export type Stretch = readonly [from: number, to: number];

/** The best that one sentence of `a` and one of `b` have in common, in order, of the words not yet used. */
export interface Common {
  readonly a: Stretch;
  readonly b: Stretch;
  /** Bits and number of the words that agree. */
  readonly agreeing: number;
  readonly words: number;
  /** Bits of those that stand as far from a neighbouring agreement in both. */
  readonly steady: number;
}

/** One agreement: a word of `a`, a word of `b`, its bits. */
type Agreement = readonly [a: number, b: number, bits: number];

/** What a word without counterpart costs, in bits: a stretch ends where nothing agrees for long. */
const gapCost = 0.5;
/** Of a name's bits that count where only its sound agrees. */
const soundsAlike = 0.7;
/** Agreements further apart than this say nothing of each other. */
const steadyReach = 6;

/**
 * Local alignment of two texts' sentences by words (Smith and Waterman 1981), each agreement worth the bits of the word;
 * asked again after `use`, it finds the second best apart from the first (Waterman and Eggert 1987).
 */
export class LocalAligner {
  readonly #a: Profile;
  readonly #b: Profile;
  readonly #usedA: Uint8Array;
  readonly #usedB: Uint8Array;
  #scores = new Float32Array(0);

  constructor(a: Profile, b: Profile) {
    this.#a = a;
    this.#b = b;
    this.#usedA = new Uint8Array(a.keys.length);
    this.#usedB = new Uint8Array(b.keys.length);
  }

  /** Null where no word agrees. */
  best(atA: number, atB: number): Common | null {
    const a = wordRange(this.#a, atA);
    const b = wordRange(this.#b, atB);
    const end = this.#fill(a, b);
    return end === null ? null : toCommon(this.#traceBack(end, a[0], b[0], b[1] - b[0] + 1));
  }

  /** Uses up a stretch of `a` or `b`; gives what of it was not used before. */
  use(side: "a" | "b", [from, to]: Stretch): { readonly bits: number; readonly words: number } {
    const [profile, used] = side === "a" ? [this.#a, this.#usedA] : [this.#b, this.#usedB];
    let [bits, words] = [0, 0];
    for (let word = from; word < to; word++) {
      if (used[word] === 1) continue;
      used[word] = 1;
      bits += profile.weights[word] ?? 0;
      words++;
    }
    return { bits, words };
  }

  /** Bits of the agreement of a word of `a` with one of `b`; 0 where they do not agree or one is used. */
  #worth(i: number, j: number): number {
    if (this.#usedA[i] === 1 || this.#usedB[j] === 1) return 0;
    const bits = Math.min(this.#a.weights[i] ?? 0, this.#b.weights[j] ?? 0);
    if (this.#a.keys[i] === this.#b.keys[j]) return bits;
    const sound = this.#a.sounds[i] ?? 0;
    return sound !== 0 && sound === this.#b.sounds[j] ? soundsAlike * bits : 0;
  }

  /** Fills the table of scores, a row for each word of `a`; gives row and column of the highest. */
  #fill([startA, endA]: Stretch, [startB, endB]: Stretch): [number, number] | null {
    const width = endB - startB + 1;
    const scores = this.#room(width * (endA - startA + 1));
    scores.fill(0, 0, width);
    let [best, end]: [number, [number, number] | null] = [0, null];
    for (let row = 1; row <= endA - startA; row++) {
      const at = row * width;
      scores[at] = 0;
      for (let column = 1; column < width; column++) {
        const cell = at + column;
        const worth = this.#worth(startA + row - 1, startB + column - 1);
        const through = (scores[cell - width - 1] ?? 0) + (worth > 0 ? worth : -gapCost);
        const around = Math.max(scores[cell - width] ?? 0, scores[cell - 1] ?? 0) - gapCost;
        const score = Math.max(0, through, around);
        scores[cell] = score;
        if (score > best) [best, end] = [score, [row, column]];
      }
    }
    return end;
  }

  #room(size: number): Float32Array {
    if (this.#scores.length < size) this.#scores = new Float32Array(size);
    return this.#scores;
  }

  #traceBack(end: readonly [number, number], startA: number, startB: number, width: number): readonly Agreement[] {
    const scores = this.#scores;
    const found: Agreement[] = [];
    let [row, column] = end;
    while (row > 0 && column > 0 && (scores[row * width + column] ?? 0) > 0) {
      const worth = this.#worth(startA + row - 1, startB + column - 1);
      const [above, before] = [scores[(row - 1) * width + column] ?? 0, scores[row * width + column - 1] ?? 0];
      const through = (scores[(row - 1) * width + column - 1] ?? 0) + (worth > 0 ? worth : -gapCost);
      if (through >= Math.max(above, before) - gapCost) {
        if (worth > 0) found.push([startA + row - 1, startB + column - 1, worth]);
        row--;
        column--;
      } else if (above >= before) row--;
      else column--;
    }
    return found.reverse();
  }
}

function toCommon(found: readonly Agreement[]): Common | null {
  const [first, last] = [found[0], found.at(-1)];
  if (first === undefined || last === undefined) return null;
  let [agreeing, steady] = [0, 0];
  found.forEach((one, nth) => {
    agreeing += one[2];
    if (isSteady(one, found[nth - 1]) || isSteady(one, found[nth + 1])) steady += one[2];
  });
  return {
    a: [first[0], last[0] + 1],
    b: [first[1], last[1] + 1],
    agreeing,
    words: found.length,
    steady,
  };
}

const isSteady = (one: Agreement, other: Agreement | undefined): boolean =>
  other !== undefined && one[0] - other[0] === one[1] - other[1] && Math.abs(one[0] - other[0]) <= steadyReach;
