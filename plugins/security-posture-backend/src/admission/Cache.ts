/** Values that are loaded once and serve for a while, also while they are loaded. */
export class Cache<V> {
  readonly #maxAge: number;
  readonly #values = new Map<string, { at: number; value: Promise<V> }>();

  /** @param maxAge - in milliseconds */
  constructor(maxAge: number) {
    this.#maxAge = maxAge;
  }

  get(key: string, load: () => Promise<V>): Promise<V> {
    const now = Date.now();
    const known = this.#values.get(key);
    if (known && now - known.at < this.#maxAge) return known.value;
    this.#forget(now);
    const entry = { at: now, value: load() };
    this.#values.set(key, entry);
    // What failed is loaded again by the next one who asks.
    entry.value.catch(() => {
      if (this.#values.get(key) === entry) this.#values.delete(key);
    });
    return entry.value;
  }

  /** Entries are in the order of their age. */
  #forget(now: number): void {
    for (const [key, { at }] of this.#values) {
      if (now - at < this.#maxAge) return;
      this.#values.delete(key);
    }
  }
}
