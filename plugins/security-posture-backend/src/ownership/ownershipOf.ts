import type {
  OwnershipOutcome,
  OwnershipSource,
} from 'backstage-plugin-security-posture-common';
import { plainName } from '../evaluation/ownerNames';
import type { ComponentIdentity } from '../model/facts';
import {
  invalidOwner,
  namedOwner,
  type Named,
  type Surroundings,
} from './namedOwner';
import type { KnownOwner, OwnerDirectory } from './OwnerDirectory';

/** What is to be known to say who owns a workload. */
export interface OwnershipFacts extends Surroundings {
  /** The components that it belongs to; empty: unmapped. */
  components: readonly ComponentIdentity[];
}

export interface Ownership {
  outcome: OwnershipOutcome;
  /** The owner of the catalog if it is somebody, else who is named. */
  owner?: KnownOwner;
  source?: OwnershipSource;
  message: string;
}

/**
 * Who owns a workload, by the catalog and by the annotations around it. The
 * catalog is right where they differ. A workload that several components share
 * may name the owner of any of them. Names are compared as the check
 * `deploy.owner.consistent` does; the address of a member is one of the group.
 */
export function ownershipOf(
  facts: OwnershipFacts,
  directory: OwnerDirectory,
): Ownership {
  const named = namedOwner(facts, directory);
  const besides = named?.found.at(0);
  const also = named && besides ? `; ${said(named)}, ${besides.name}` : '';
  const [component] = facts.components;
  if (!component) {
    return {
      outcome: 'unmapped',
      owner: besides,
      source: named?.source,
      message: `No component of the catalog claims it${also}`,
    };
  }
  const owned = facts.components.flatMap(({ entityRef, ownerRef }) =>
    ownerRef ? { entityRef, ownerRef, owner: directory.get(ownerRef) } : [],
  );
  if (owned.length === 0) {
    return {
      outcome: 'component-without-owner',
      owner: besides,
      source: named?.source,
      message: `${component.entityRef} has no owner in the catalog${also}`,
    };
  }
  const [first] = owned;
  const inCatalog: OwnershipSource = {
    where: 'catalog',
    object: first.entityRef,
    key: 'spec.owner',
    value: first.ownerRef,
  };
  const owners = owned.flatMap(({ owner }) => owner ?? []);
  if (owners.length === 0) {
    return {
      outcome: 'unresolvable',
      owner: besides,
      source: inCatalog,
      message: `The catalog does not know ${first.ownerRef}, the owner of ${first.entityRef}${also}`,
    };
  }
  if (!named) {
    return { owner: owners[0], source: inCatalog, ...unnamed(facts) };
  }
  const meant = owners.find(owner => means(named, owner, directory));
  if (meant) return agreed(named, meant, directory);
  const { source } = named;
  return besides
    ? {
        outcome: 'contradicting',
        owner: owners[0],
        source,
        message: `${said(named)}, ${besides.name}, but the catalog says ${
          owners[0].name
        }`,
      }
    : {
        outcome: 'unresolvable',
        owner: owners[0],
        source,
        message: `${said(named)}, nobody in the catalog`,
      };
}

/** `team: payments on namespace shop`. */
function said({ source }: Named): string {
  const { where, object, key, value } = source;
  const place = {
    workload: 'the workload',
    pods: 'its pods',
    service: `Service ${object}`,
    namespace: `namespace ${object}`,
    catalog: object,
  }[where];
  return `${key} on ${place} names ${value}`;
}

function means(
  { source, isName, found }: Named,
  owner: KnownOwner,
  directory: OwnerDirectory,
): boolean {
  if (found.some(({ entityRef }) => entityRef === owner.entityRef)) return true;
  return isName
    ? [owner.entityRef, owner.name].some(
        name => plainName(name) === plainName(source.value),
      )
    : found.some(({ entityRef }) =>
        directory.isMember(entityRef, owner.entityRef),
      );
}

function unnamed(
  facts: OwnershipFacts,
): Pick<Ownership, 'outcome' | 'message'> {
  const invalid = invalidOwner(facts);
  if (invalid) {
    const { key, value, on } = invalid;
    return {
      outcome: 'missing',
      message: `${key} on ${on} ${
        value === '' ? 'is empty' : `is no address: ${value}`
      }`,
    };
  }
  return facts.workload.configuration
    ? { outcome: 'missing', message: 'Nothing names its owner' }
    : { outcome: 'unknown', message: 'Its annotations are not known' };
}

function agreed(
  named: Named,
  owner: KnownOwner,
  directory: OwnerDirectory,
): Ownership {
  const { source } = named;
  if (owner.isGroup && directory.memberCountOf(owner.entityRef) === 0) {
    return {
      outcome: 'group-without-members',
      owner,
      source,
      message: `Nobody is in ${owner.name}`,
    };
  }
  return {
    outcome: source.where === 'namespace' ? 'inherited' : 'owned',
    owner,
    source,
    message: `${said(named)}, as the catalog does`,
  };
}
