/** Never change it: the reports are checked in, byte for byte. */
const SEED = 0x5ec0_0d1e;

/** Alphabet of the suffixes that Kubernetes generates. */
const SUFFIX_ALPHABET = 'bcdfghjklmnpqrstvwxz2456789';

/** A repeatable source of numbers (mulberry32). */
export class Random {
  #state: number;

  private constructor(state: number) {
    this.#state = state;
  }

  /** One stream a name: what one story draws never moves another. */
  static named(name: string): Random {
    let hash = SEED;
    for (let i = 0; i < name.length; i++) {
      hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193);
    }
    return new Random(hash >>> 0);
  }

  /** At least 0, below 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }

  /** From `low` to `high`, both included. */
  integer(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  pick<T>(items: readonly T[]): T {
    return items[this.integer(0, items.length - 1)];
  }

  /** `x2k4t`, as the end of a pod's name. */
  suffix(length: number): string {
    let text = '';
    for (let i = 0; i < length; i++) text += this.pick([...SUFFIX_ALPHABET]);
    return text;
  }
}
