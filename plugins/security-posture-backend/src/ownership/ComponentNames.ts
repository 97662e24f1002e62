import { parseEntityRef } from '@backstage/catalog-model';

/** A component, as far as names tell of it. */
export interface NamedComponent {
  entityRef: string;
  systemRef?: string;
  /** `github.com/acme/shop`. */
  sourceRepository?: string;
}

export interface Likeness {
  entityRef: string;
  /** 1: the same words; else the part of the words that both have. */
  likeness: number;
}

/** Fewer names than this share a word, or it tells nothing. */
const MAX_SHARED = 200;

/** Components by the words of their names. Pure. */
export class ComponentNames {
  readonly #words = new Map<string, Set<string>>();
  readonly #byWord = new Map<string, string[]>();
  readonly #bySystem = new Map<string, string[]>();
  readonly #byRepository = new Map<string, string[]>();

  static of(components: Iterable<NamedComponent>): ComponentNames {
    return new ComponentNames(components);
  }

  private constructor(components: Iterable<NamedComponent>) {
    for (const { entityRef, systemRef, sourceRepository } of components) {
      const words = wordsOf(parseEntityRef(entityRef).name);
      this.#words.set(entityRef, words);
      for (const word of words) file(this.#byWord, word, entityRef);
      if (systemRef) {
        file(this.#bySystem, keyOf(parseEntityRef(systemRef).name), entityRef);
      }
      if (sourceRepository) {
        file(this.#byRepository, sourceRepository, entityRef);
      }
    }
  }

  has(entityRef: string): boolean {
    return this.#words.has(entityRef);
  }

  ofRepository(name: string): string[] {
    return this.#byRepository.get(name) ?? [];
  }

  /** Components of the systems with this name. */
  ofSystem(name: string): string[] {
    return this.#bySystem.get(keyOf(name)) ?? [];
  }

  /**
   * Components whose name has all the words of a text, or the other way round:
   * `checkout-worker` is like `checkout`, `cart-service` is not like
   * `checkout-service`.
   */
  like(text: string): Likeness[] {
    const words = wordsOf(text);
    const found = new Set(
      [...words].flatMap(word => {
        const own = this.#byWord.get(word) ?? [];
        return own.length > MAX_SHARED && words.size > 1 ? [] : own;
      }),
    );
    return [...found].flatMap(entityRef => {
      const own = this.#words.get(entityRef) ?? new Set();
      const shared = [...own].filter(word => words.has(word)).length;
      const isPart = shared === Math.min(own.size, words.size);
      const likeness = shared / Math.max(own.size, words.size);
      return isPart ? [{ entityRef, likeness }] : [];
    });
  }
}

function wordsOf(name: string): Set<string> {
  return new Set(
    name
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .filter(Boolean),
  );
}

function keyOf(name: string): string {
  return [...wordsOf(name)].join('-');
}

function file(
  index: Map<string, string[]>,
  key: string,
  entityRef: string,
): void {
  const own = index.get(key);
  if (own) own.push(entityRef);
  else index.set(key, [entityRef]);
}
