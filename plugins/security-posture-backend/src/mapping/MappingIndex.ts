import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import type { StoredSubject } from '../model/subject';
import { claimOrder, claimsOf } from './claims';

export interface Mapping {
  entityRefs: string[];
  /** The annotation that decided. */
  via: string;
}

/** What the entities of the catalog claim, ready to be asked. Pure. */
export class MappingIndex {
  readonly #claims = new Map<
    string,
    { entityRef: string; claims(subject: StoredSubject): boolean }[]
  >();

  readonly entityRefs = new Set<string>();

  static of(entities: Entity[]): MappingIndex {
    return new MappingIndex(entities);
  }

  private constructor(entities: Entity[]) {
    for (const entity of entities) {
      const entityRef = stringifyEntityRef(entity);
      this.entityRefs.add(entityRef);
      for (const { via, claims } of claimsOf(entity)) {
        const list = this.#claims.get(via) ?? [];
        list.push({ entityRef, claims });
        this.#claims.set(via, list);
      }
    }
  }

  /** The components that claim the subject by the first rule that any of them passes. */
  map(subject: StoredSubject): Mapping | undefined {
    for (const via of claimOrder) {
      const entityRefs = new Set<string>();
      for (const { entityRef, claims } of this.#claims.get(via) ?? []) {
        if (claims(subject)) entityRefs.add(entityRef);
      }
      if (entityRefs.size > 0) return { entityRefs: [...entityRefs], via };
    }
    return undefined;
  }
}
