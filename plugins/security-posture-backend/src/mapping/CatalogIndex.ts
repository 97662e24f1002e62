import type {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { componentOf } from './catalogComponent';
import { MappingIndex } from './MappingIndex';

export interface CatalogIndexOptions {
  auth: AuthService;
  catalog: CatalogService;
  /** For how long an index serves before the catalog is read again, in milliseconds. */
  maxAge: number;
}

/** Owners that are asked for at once. */
const OWNERS = 500;

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
          'metadata.labels',
          'metadata.tags',
          'spec.type',
          'spec.lifecycle',
          'spec.tier',
          'relations',
        ],
      },
      { credentials },
    )) {
      entities.push(...batch);
    }
    return MappingIndex.of(
      entities,
      await this.#ownersOf(entities, credentials),
    );
  }

  async #ownersOf(
    entities: Entity[],
    credentials: BackstageCredentials,
  ): Promise<Map<string, Entity>> {
    const refs = new Set(
      entities.flatMap(entity => componentOf(entity).ownerRef ?? []),
    );
    const owners = new Map<string, Entity>();
    const all = [...refs];
    for (let start = 0; start < all.length; start += OWNERS) {
      const { items } = await this.#options.catalog.getEntitiesByRefs(
        {
          entityRefs: all.slice(start, start + OWNERS),
          fields: [
            'kind',
            'metadata.name',
            'metadata.namespace',
            'metadata.title',
            'metadata.annotations',
            'metadata.links',
            'spec.profile',
          ],
        },
        { credentials },
      );
      for (const owner of items) {
        if (owner) owners.set(stringifyEntityRef(owner), owner);
      }
    }
    return owners;
  }
}
