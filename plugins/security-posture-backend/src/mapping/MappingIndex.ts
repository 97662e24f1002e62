import {
  RELATION_OWNED_BY,
  RELATION_PART_OF,
  stringifyEntityRef,
  type Entity,
} from '@backstage/catalog-model';
import type { StoredSubject } from '../model/subject';
import { claimOrder, claimsOf } from './claims';

export interface Mapping {
  entityRefs: string[];
  /** The annotation that decided. */
  via: string;
}

/** What the store keeps of a component, so that it can be asked by owner and system. */
export interface CatalogComponent {
  entityRef: string;
  ownerRef?: string;
  systemRef?: string;
  type?: string;
  lifecycle?: string;
}

function componentOf(entityRef: string, entity: Entity): CatalogComponent {
  const target = (type: string) =>
    entity.relations?.find(relation => relation.type === type)?.targetRef;
  const text = (value: unknown) =>
    typeof value === 'string' ? value : undefined;
  return {
    entityRef,
    ownerRef: target(RELATION_OWNED_BY),
    systemRef: target(RELATION_PART_OF),
    type: text(entity.spec?.type),
    lifecycle: text(entity.spec?.lifecycle),
  };
}

/** What the entities of the catalog claim, ready to be asked. Pure. */
export class MappingIndex {
  readonly #claims = new Map<
    string,
    { entityRef: string; claims(subject: StoredSubject): boolean }[]
  >();

  /** The components, with what the catalog says of each. */
  readonly components = new Map<string, CatalogComponent>();

  static of(entities: Entity[]): MappingIndex {
    return new MappingIndex(entities);
  }

  private constructor(entities: Entity[]) {
    for (const entity of entities) {
      const entityRef = stringifyEntityRef(entity);
      this.components.set(entityRef, componentOf(entityRef, entity));
      for (const { via, claims } of claimsOf(entity)) {
        const list = this.#claims.get(via) ?? [];
        list.push({ entityRef, claims });
        this.#claims.set(via, list);
      }
    }
  }

  has(entityRef: string): boolean {
    return this.components.has(entityRef);
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
