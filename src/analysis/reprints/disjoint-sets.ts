/** Sets of things that were found to belong together (Tarjan 1975, by size, with halving of paths). */
export class DisjointSets<T> {
  readonly #parents = new Map<T, T>();
  readonly #sizes = new Map<T, number>();

  /** What stands for the whole set of `item`; the item itself where nothing was joined to it. */
  find(item: T): T {
    let at = item;
    for (;;) {
      const parent = this.#parents.get(at) ?? at;
      const above = this.#parents.get(parent) ?? parent;
      if (parent === above) return parent;
      this.#parents.set(at, above);
      at = above;
    }
  }

  join(one: T, other: T): void {
    const [a, b] = [this.find(one), this.find(other)];
    if (a === b) return;
    const [large, small] = this.size(a) >= this.size(b) ? [a, b] : [b, a];
    this.#parents.set(small, large);
    this.#sizes.set(large, this.size(a) + this.size(b));
  }

  /** How many are in the set of `item`. */
  size(item: T): number {
    return this.#sizes.get(this.find(item)) ?? 1;
  }
}
