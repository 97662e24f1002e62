import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import type { ComponentIdentity } from '../model/facts';
import type { StoredSubject } from '../model/subject';
import { contactsOf } from '../ownership/contactsOf';
import { componentOf, type CatalogComponent } from './catalogComponent';
import { claimOrder, claimsOf, keysOf } from './claims';

export interface Mapping {
  entityRefs: string[];
  /** The annotation that decided. */
  via: string;
}

interface EntityClaim {
  entityRef: string;
  claims(subject: StoredSubject): boolean;
}

/** What the entities of the catalog claim, ready to be asked. Pure. */
export class MappingIndex {
  /** By rule and key; those without a key under an empty one. */
  readonly #claims = new Map<string, EntityClaim[]>();

  /** The components, with what the catalog says of each. */
  readonly components = new Map<string, CatalogComponent>();

  readonly #owners: ReadonlyMap<string, Entity> | undefined;

  /**
   * @param owners - the groups and users that own them, by reference; without
   *   it nothing is said about owners
   */
  static of(
    entities: Entity[],
    owners?: ReadonlyMap<string, Entity>,
  ): MappingIndex {
    return new MappingIndex(entities, owners);
  }

  private constructor(
    entities: Entity[],
    owners: ReadonlyMap<string, Entity> | undefined,
  ) {
    this.#owners = owners;
    for (const entity of entities) {
      const entityRef = stringifyEntityRef(entity);
      this.components.set(entityRef, componentOf(entity));
      for (const { via, key = '', claims } of claimsOf(entity)) {
        const at = `${via} ${key}`;
        const list = this.#claims.get(at) ?? [];
        list.push({ entityRef, claims });
        this.#claims.set(at, list);
      }
    }
  }

  has(entityRef: string): boolean {
    return this.components.has(entityRef);
  }

  /** What the catalog says of a component, and of who owns it. */
  identityOf(entityRef: string): ComponentIdentity {
    const component = this.components.get(entityRef);
    if (!component) return { entityRef, tags: [] };
    return { ...component, owner: this.#ownerOf(component.ownerRef) };
  }

  #ownerOf(ownerRef: string | undefined): ComponentIdentity['owner'] {
    if (!this.#owners) return undefined;
    if (!ownerRef) return { state: 'missing', isReachable: false };
    const owner = this.#owners.get(ownerRef);
    if (!owner) return { state: 'unresolvable', isReachable: false };
    const { name, email, chat, onCall } = contactsOf(owner);
    return {
      state: 'owned',
      name,
      isReachable: [email, chat, onCall].some(way => way !== undefined),
    };
  }

  /** The components that claim the subject by the first rule that any of them passes. */
  map(subject: StoredSubject): Mapping | undefined {
    const keys = ['', ...keysOf(subject)];
    for (const via of claimOrder) {
      const entityRefs = new Set<string>();
      for (const key of keys) {
        for (const claim of this.#claims.get(`${via} ${key}`) ?? []) {
          if (claim.claims(subject)) entityRefs.add(claim.entityRef);
        }
      }
      if (entityRefs.size > 0)
        return { entityRefs: [...entityRefs].sort(), via };
    }
    return undefined;
  }
}
