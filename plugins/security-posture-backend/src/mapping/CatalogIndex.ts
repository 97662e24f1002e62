import type { AuthService } from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { MappingIndex } from './MappingIndex';

export interface CatalogIndexOptions {
  auth: AuthService;
  catalog: CatalogService;
  /** For how long an index serves before the catalog is read again, in milliseconds. */
  maxAge: number;
}

/** Keeps a mapping index of the catalog's components, systems and resources. */
export class CatalogIndex {
  readonly #options: CatalogIndexOptions;
  #index: Promise<MappingIndex> | undefined;
  #loadedAt = 0;

  static create(options: CatalogIndexOptions): CatalogIndex {
    return new CatalogIndex(options);
  }

  private constructor(options: CatalogIndexOptions) {
    this.#options = options;
  }

  /** The index, at most `maxAge` old. */
  async get(): Promise<MappingIndex> {
    const stale = Date.now() - this.#loadedAt > this.#options.maxAge;
    return this.#index && !stale ? this.#index : this.reload();
  }

  /** Reads the catalog again. */
  async reload(): Promise<MappingIndex> {
    this.#loadedAt = Date.now();
    const loading = this.#load();
    const previous = this.#index;
    this.#index = loading.catch(error => {
      // The next call tries again; a catalog that is away for a while loses nothing.
      this.#loadedAt = 0;
      this.#index = previous;
      throw error;
    });
    return this.#index;
  }

  async #load(): Promise<MappingIndex> {
    const { auth, catalog } = this.#options;
    const credentials = await auth.getOwnServiceCredentials();
    const entities: Entity[] = [];
    for await (const batch of catalog.streamEntities(
      {
        filter: [{ kind: 'Component' }, { kind: 'Resource' }],
        fields: [
          'apiVersion',
          'kind',
          'metadata.name',
          'metadata.namespace',
          'metadata.annotations',
          'spec.type',
          'spec.lifecycle',
          'relations',
        ],
      },
      { credentials },
    )) {
      entities.push(...batch);
    }
    return MappingIndex.of(entities);
  }
}
