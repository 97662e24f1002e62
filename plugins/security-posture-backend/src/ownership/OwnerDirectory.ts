import {
  RELATION_HAS_MEMBER,
  RELATION_PARENT_OF,
  stringifyEntityRef,
  type Entity,
} from '@backstage/catalog-model';
import type { OwnershipOwner } from 'backstage-plugin-security-posture-common';
import { EMAIL, plainName } from '../evaluation/ownerNames';
import { contactsOf, nameOf } from './contactsOf';

/** A group or user of the catalog. */
export interface KnownOwner extends OwnershipOwner {
  isGroup: boolean;
}

interface Kin {
  members: string[];
  children: string[];
}

/**
 * The groups and users of a catalog by what people call them: reference, name,
 * title, e-mail address, chat. Nothing depends on upper and lower case. Pure.
 */
export class OwnerDirectory {
  readonly #owners = new Map<string, KnownOwner>();
  readonly #kin = new Map<string, Kin>();
  readonly #members = new Map<string, ReadonlySet<string>>();
  readonly #names = new Map<string, KnownOwner[]>();
  readonly #addresses = new Map<string, KnownOwner[]>();

  /** Entities of other kinds are passed over. */
  static of(entities: Iterable<Entity>): OwnerDirectory {
    return new OwnerDirectory(entities);
  }

  private constructor(entities: Iterable<Entity>) {
    const owners = [...entities].filter(({ kind }) =>
      ['group', 'user'].includes(kind.toLowerCase()),
    );
    // A team goes before a person of the same name.
    for (const isGroup of [true, false]) {
      for (const entity of owners) {
        if ((entity.kind.toLowerCase() === 'group') === isGroup) {
          this.#add(entity, isGroup);
        }
      }
    }
  }

  #add(entity: Entity, isGroup: boolean): void {
    const entityRef = stringifyEntityRef(entity);
    const owner = { entityRef, isGroup, ...contactsOf(entity) };
    this.#owners.set(entityRef, owner);
    const { relations } = entity;
    if (isGroup && relations) {
      const targets = (wanted: string) =>
        relations
          .filter(({ type }) => type === wanted)
          .map(({ targetRef }) => targetRef.toLowerCase());
      this.#kin.set(entityRef, {
        members: targets(RELATION_HAS_MEMBER),
        children: targets(RELATION_PARENT_OF),
      });
    }
    const { name, title } = entity.metadata;
    for (const text of [name, title, nameOf(entity)]) {
      file(this.#names, plainName(text ?? ''), owner);
    }
    for (const text of [owner.email, owner.chat?.title, owner.chat?.url]) {
      file(this.#addresses, plainAddress(text ?? ''), owner);
    }
  }

  /** By the full reference. */
  get(entityRef: string): KnownOwner | undefined {
    return this.#owners.get(entityRef.toLowerCase());
  }

  /**
   * Who is meant by what an annotation says: `group:default/payments`,
   * `Payments Team`, `payments@acme.example`, `#payments`, the address of a
   * chat. Several if they share it, groups first; empty: nobody.
   */
  find(text: string): KnownOwner[] {
    const exact = this.get(text.trim());
    if (exact) return [exact];
    const address = plainAddress(text);
    const byAddress = this.#addresses.get(address);
    if (byAddress) return byAddress;
    const isAddress = EMAIL.test(address) || /^#|:\/\//.test(text.trim());
    return isAddress ? [] : this.#names.get(plainName(text)) ?? [];
  }

  /**
   * How many people are in a group and the groups below it; undefined if the
   * catalog does not say, or it is no group.
   */
  memberCountOf(groupRef: string): number | undefined {
    if (!this.#kin.has(groupRef.toLowerCase())) return undefined;
    return this.#membersOf(groupRef).size;
  }

  /** Whether the user is in the group or in one below it. */
  isMember(userRef: string, groupRef: string): boolean {
    return this.#membersOf(groupRef).has(userRef.toLowerCase());
  }

  #membersOf(groupRef: string): ReadonlySet<string> {
    const known = this.#members.get(groupRef);
    if (known) return known;
    const members = new Set(
      [...this.teamsUnder(groupRef)]
        .flatMap(ref => this.#kin.get(ref)?.members ?? [])
        .filter(ref => ref.startsWith('user:')),
    );
    this.#members.set(groupRef, members);
    return members;
  }

  /** The group and all groups below it, by reference. */
  teamsUnder(groupRef: string): Set<string> {
    // A set that grows while it is read ends also where groups form a circle.
    const found = new Set([groupRef.toLowerCase()]);
    for (const ref of found) {
      for (const child of this.#kin.get(ref)?.children ?? []) found.add(child);
    }
    return found;
  }
}

function file(
  index: Map<string, KnownOwner[]>,
  key: string,
  owner: KnownOwner,
): void {
  if (key === '') return;
  const own = index.get(key) ?? [];
  if (!own.includes(owner)) index.set(key, [...own, owner]);
}

function plainAddress(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/^mailto:/, '')
    .replace(/\/$/, '');
}
