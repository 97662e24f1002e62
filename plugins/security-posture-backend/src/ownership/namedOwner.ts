import type { OwnershipSource } from 'backstage-plugin-security-posture-common';
import { isName, namedOwners, type NamedOwner } from '../evaluation/ownerNames';
import { noFacts, type ObjectFacts, type WorkloadFacts } from '../model/facts';
import type { KnownOwner, OwnerDirectory } from './OwnerDirectory';

/** A workload and what lies around it. */
export interface Surroundings {
  workload: WorkloadFacts;
  /** The Namespace object that it lies in. */
  namespace?: ObjectFacts;
  /** Services of its namespace; those that select its pods count. */
  services: ObjectFacts[];
  /** Annotations and labels that name an owner. */
  ownerAnnotations: readonly string[];
}

/** What decides who is named. */
export interface Named {
  source: OwnershipSource;
  /** It is the name of a team or person, and no address. */
  isName: boolean;
  /** Who is meant; empty: nobody in the catalog. */
  found: KnownOwner[];
}

/**
 * What the annotations around a workload name, the place closest to it first.
 * There a name decides before an address, and an address only if it is
 * somebody's: a mailbox that the catalog does not know overrules no name that
 * stands further away.
 */
export function namedOwner(
  around: Surroundings,
  directory: OwnerDirectory,
): Named | undefined {
  const valid = ownersAround(around).filter(({ isValid }) => isValid);
  for (const place of new Set(valid.map(({ on }) => on))) {
    const here = valid.filter(({ on }) => on === place);
    const name = here.find(isName);
    if (name) return decide(name, directory);
    const address = here.find(({ value }) => directory.find(value).length > 0);
    if (address) return decide(address, directory);
  }
  return valid.length > 0 ? decide(valid[0], directory) : undefined;
}

/** What is there in the place of an owner but names none: an empty value, no address. */
export function invalidOwner(around: Surroundings): NamedOwner | undefined {
  return ownersAround(around).find(({ isValid }) => !isValid);
}

function ownersAround({
  workload,
  namespace,
  services,
  ownerAnnotations,
}: Surroundings): NamedOwner[] {
  const facts = {
    ...noFacts({ entityRef: '', tags: [] }),
    objects: namespace ? [namespace, ...services] : services,
  };
  return namedOwners(facts, workload, ownerAnnotations);
}

function decide(named: NamedOwner, directory: OwnerDirectory): Named {
  const { key, value, on } = named;
  return {
    source: { ...placeOf(on), key, value },
    isName: isName(named),
    found: directory.find(value),
  };
}

function placeOf(on: string): Pick<OwnershipSource, 'where' | 'object'> {
  if (on === 'the workload') return { where: 'workload' };
  if (on === 'its pods') return { where: 'pods' };
  const object = on.slice(on.indexOf(' ') + 1);
  return { where: on.startsWith('Service ') ? 'service' : 'namespace', object };
}
