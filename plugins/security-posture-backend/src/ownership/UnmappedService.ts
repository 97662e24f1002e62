import type {
  UnmappedPage,
  UnmappedQuery,
} from 'backstage-plugin-security-posture-common';
import type { Knex } from 'knex';
import { findOwnershipHints } from '../store/readModels/findOwnershipHints';
import { findOwnershipImages } from '../store/readModels/findOwnershipImages';
import { placeKey } from '../store/readModels/findOwnershipObjects';
import { findOwnershipUnmapped } from '../store/readModels/findOwnershipUnmapped';
import { candidatesOf } from './candidatesOf';
import { claimOf } from './claimOf';
import { ComponentNames } from './ComponentNames';
import type { ComponentCatalog } from './KnownComponents';
import type { OwnershipReader } from './OwnershipReaders';

export interface UnmappedServiceOptions {
  knex: Knex;
  catalog: ComponentCatalog;
}

/** What no component claims, and which component may. */
export class UnmappedService {
  readonly #options: UnmappedServiceOptions;

  static create(options: UnmappedServiceOptions): UnmappedService {
    return new UnmappedService(options);
  }

  private constructor(options: UnmappedServiceOptions) {
    this.#options = options;
  }

  /** @param reader - may see what is unmapped; candidates are of their components */
  async list(
    query: UnmappedQuery,
    reader: Pick<OwnershipReader, 'components'>,
  ): Promise<UnmappedPage> {
    const { knex, catalog } = this.#options;
    const { components } = await catalog.get();
    const page = await findOwnershipUnmapped(knex, query);
    const names = ComponentNames.of(
      [...components.values()].filter(
        ({ entityRef }) => reader.components?.has(entityRef) ?? true,
      ),
    );
    const { images, neighbours } = await findOwnershipHints(
      knex,
      page.items.map(({ id }) => id),
      page.items.map(({ subject }) => subject),
    );
    const imageIds = [...images.values()].flat().map(({ imageId }) => imageId);
    const owned = await findOwnershipImages(knex, imageIds);
    return {
      ...page,
      items: page.items.map(
        ({ id, subject, labels, firstSeenAt, lastSeenAt, tools }) => ({
          subject,
          labels,
          firstSeenAt,
          lastSeenAt,
          tools,
          candidates: candidatesOf(
            {
              subject,
              labels,
              images: (images.get(id) ?? []).map(({ imageId, name }) => ({
                name,
                entityRefs: owned
                  .filter(image => image.imageId === imageId)
                  .map(({ entityRef }) => entityRef),
              })),
              neighbours: neighbours.get(placeKey(subject)) ?? new Map(),
            },
            names,
          ),
          claim: claimOf(subject),
        }),
      ),
    };
  }
}
