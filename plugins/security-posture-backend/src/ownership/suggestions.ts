import type { OwnerSuggestion } from 'backstage-plugin-security-posture-common';
import type { Knex } from 'knex';
import { findOwnershipImages } from '../store/readModels/findOwnershipImages';
import { placeKey } from '../store/readModels/findOwnershipObjects';
import type { ComponentCatalog } from './KnownComponents';
import type { KnownOwner } from './OwnerDirectory';
import type { JudgedWorkload } from './OwnershipLoader';
import type { OwnershipReader } from './OwnershipReaders';
import {
  majorityOf,
  needsOwner,
  suggestOwner,
  type ImageOwner,
  type Majority,
} from './suggestOwner';

/**
 * Whom each workload could name, by its id.
 *
 * @param all - every workload that the caller may see in the same namespaces
 */
export async function findSuggestions(
  { knex, catalog }: { knex: Knex; catalog: ComponentCatalog },
  workloads: readonly JudgedWorkload[],
  all: readonly JudgedWorkload[],
  reader: OwnershipReader,
): Promise<Map<string, OwnerSuggestion>> {
  const lost = workloads.filter(needsOwner);
  const siblings = majorities(all);
  const images = await findImageOwners(
    { knex, catalog },
    lost.filter(({ owner }) => !owner),
    all,
    reader,
  );
  const suggestions = new Map<string, OwnerSuggestion>();
  for (const workload of lost) {
    const { namespace } = workload.subject;
    const suggestion = suggestOwner(workload, {
      siblings:
        namespace === undefined
          ? undefined
          : siblings.get(placeKey(workload.subject)),
      images: workload.images.flatMap(
        ({ subjectId }) => images.get(subjectId) ?? [],
      ),
    });
    if (suggestion) suggestions.set(workload.id, suggestion);
  }
  return suggestions;
}

function majorities(
  all: readonly JudgedWorkload[],
): Map<string, Majority | undefined> {
  const owners = new Map<string, KnownOwner[]>();
  for (const { subject, owner } of all) {
    if (!owner) continue;
    const key = placeKey(subject);
    const own = owners.get(key);
    if (own) own.push(owner);
    else owners.set(key, [owner]);
  }
  return new Map([...owners].map(([place, own]) => [place, majorityOf(own)]));
}

/**
 * Who was last seen to own the component of an image line of these workloads,
 * or another workload that runs it, by image line.
 */
async function findImageOwners(
  { knex, catalog }: { knex: Knex; catalog: ComponentCatalog },
  workloads: readonly JudgedWorkload[],
  all: readonly JudgedWorkload[],
  { components, directory }: OwnershipReader,
): Promise<Map<string, ImageOwner>> {
  const wanted = new Set(
    workloads.flatMap(({ images }) => images.map(image => image.subjectId)),
  );
  const owners = new Map<string, ImageOwner>();
  const add = (imageId: string, owner: ImageOwner) => {
    const known = owners.get(imageId);
    if (!known || known.at < owner.at) owners.set(imageId, owner);
  };
  if (wanted.size === 0) return owners;
  for (const { images, owner, lastSeenAt } of all) {
    for (const { subjectId, name } of images) {
      if (owner && wanted.has(subjectId)) {
        add(subjectId, { owner, imageLine: name, at: lastSeenAt });
      }
    }
  }
  const index = await catalog.get();
  for (const image of await findOwnershipImages(knex, wanted)) {
    const isReadable = !components || components.has(image.entityRef);
    const { ownerRef } = index.identityOf(image.entityRef);
    const owner = ownerRef ? directory.get(ownerRef) : undefined;
    if (owner && isReadable) {
      const { imageId, name, lastSeenAt } = image;
      add(imageId, { owner, imageLine: name, at: lastSeenAt });
    }
  }
  return owners;
}
