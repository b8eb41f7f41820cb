/** A bucket lists the documents, by index and in order, that keep one feature in their sketches. Numbered from 0. */
export interface Buckets {
  readonly documents: (bucket: number) => Uint32Array;
  readonly bucketsOf: (document: number) => Uint32Array;
}

/** More documents than this under one feature are parted by the next feature of their sketches. */
const largestBucket = 64;
/** A feature and a document in one number that a double holds. */
const mostDocuments = 2 ** 21;

/**
 * The buckets of two or more documents. Sorting keeps it within a few bytes for each feature of each document.
 * @throws RangeError for more than two million documents.
 */
export function bucketsOf(sketches: readonly Uint32Array[]): Buckets {
  if (sketches.length > mostDocuments) throw new RangeError(`${sketches.length} documents, at most ${mostDocuments}`);
  const all = new Packed();
  for (const run of runsOfOneFeature(sortedEntries(sketches))) {
    const documents = run.map((entry) => entry % mostDocuments);
    const feature = Math.floor((run[0] ?? 0) / mostDocuments);
    if (documents.length <= largestBucket) all.push(documents);
    else for (const part of parted(documents, feature, sketches)) all.push(part);
  }
  const byDocument = transposed(all, sketches.length);
  return {
    documents: (bucket) => all.list(bucket),
    bucketsOf: (document) => byDocument.list(document),
  };
}

/** Lists of numbers, one after the other in one array. */
class Packed {
  #numbers = new Uint32Array(1024);
  #length = 0;
  readonly #starts: number[] = [0];

  get count(): number {
    return this.#starts.length - 1;
  }

  push(list: ArrayLike<number>): void {
    if (this.#length + list.length > this.#numbers.length) {
      const larger = new Uint32Array(2 * (this.#length + list.length));
      larger.set(this.#numbers.subarray(0, this.#length));
      this.#numbers = larger;
    }
    this.#numbers.set(list, this.#length);
    this.#length += list.length;
    this.#starts.push(this.#length);
  }

  list(at: number): Uint32Array {
    return this.#numbers.subarray(this.#starts[at], this.#starts[at + 1]);
  }
}

/** By document, the numbers of its buckets. */
function transposed(buckets: Packed, documents: number): Packed {
  const ends = new Uint32Array(documents + 1);
  for (let bucket = 0; bucket < buckets.count; bucket++)
    for (const document of buckets.list(bucket)) ends[document + 1] = (ends[document + 1] ?? 0) + 1;
  for (let document = 0; document < documents; document++)
    ends[document + 1] = (ends[document + 1] ?? 0) + (ends[document] ?? 0);
  const numbers = new Uint32Array(ends[documents] ?? 0);
  const next = ends.slice();
  for (let bucket = 0; bucket < buckets.count; bucket++) {
    for (const document of buckets.list(bucket)) {
      const at = next[document] ?? 0;
      numbers[at] = bucket;
      next[document] = at + 1;
    }
  }
  const out = new Packed();
  for (let document = 0; document < documents; document++)
    out.push(numbers.subarray(ends[document], ends[document + 1]));
  return out;
}

/** Feature times `mostDocuments` plus document, for every feature of every sketch. */
function sortedEntries(sketches: readonly Uint32Array[]): Float64Array {
  const entries = new Float64Array(sketches.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  sketches.forEach((sketch, document) => {
    for (const feature of sketch) entries[at++] = feature * mostDocuments + document;
  });
  return entries.sort();
}

/** Those of two entries or more. */
function* runsOfOneFeature(entries: Float64Array): Generator<Float64Array> {
  let from = 0;
  for (let to = 1; to <= entries.length; to++) {
    const isSame = Math.floor((entries[to] ?? -1) / mostDocuments) === Math.floor((entries[from] ?? 0) / mostDocuments);
    if (isSame) continue;
    if (to - from > 1) yield entries.subarray(from, to);
    from = to;
  }
}

/**
 * A bucket too large, by the feature that comes next in each sketch: what many have, and those that are much alike share
 * what comes next too. What is still too large is cut into runs, each of which begins with the last of the one before.
 */
function* parted(
  bucket: Float64Array,
  feature: number,
  sketches: readonly Uint32Array[],
): Generator<readonly number[]> {
  const byNext = new Map<number, number[]>();
  for (const document of bucket) {
    const sketch = sketches[document] ?? new Uint32Array();
    const next = sketch[sketch.indexOf(feature) + 1] ?? 0;
    const part = byNext.get(next);
    if (part) part.push(document);
    else byNext.set(next, [document]);
  }
  for (const part of byNext.values())
    for (let from = 0; from + 1 < part.length; from += largestBucket - 1) yield part.slice(from, from + largestBucket);
}
