import type { Knex } from 'knex';
import type { StoredSubject } from '../model/subject';
import {
  saveMapping,
  type MappedSubject,
} from '../store/operations/saveMapping';
import {
  findImagesOfWorkloads,
  findMapping,
  findSubjects,
  findWorkloadsOfImages,
} from '../store/readModels/findMapping';
import type { MappingIndex } from './MappingIndex';

/** An image line that nothing claims belongs to whom its workloads belong to. */
const VIA_WORKLOAD = 'workload';

/**
 * Maps subjects to components and stores it: first what annotations claim, then
 * image lines through the workloads that run them, also such image lines as
 * were stored before their workload was mapped.
 */
export async function mapSubjects(
  knex: Knex,
  index: MappingIndex,
  subjects: StoredSubject[],
): Promise<{ added: number; removed: number }> {
  const direct = subjects.filter(({ kind }) => kind !== 'image');
  const first = await saveMapping(
    knex,
    direct.map(subject => claimed(index, subject)),
  );
  const workloadIds = direct
    .filter(({ kind }) => kind === 'workload')
    .map(({ id }) => id);
  const given = subjects.filter(({ kind }) => kind === 'image');
  const givenIds = new Set(given.map(({ id }) => id));
  const others = (await findImagesOfWorkloads(knex, workloadIds)).filter(
    id => !givenIds.has(id),
  );
  const images = [...given, ...(await findSubjects(knex, others))];
  const second = await saveMapping(knex, await mapImages(knex, index, images));
  return {
    added: first.added + second.added,
    removed: first.removed + second.removed,
  };
}

function claimed(index: MappingIndex, subject: StoredSubject): MappedSubject {
  const mapping = index.map(subject);
  return {
    subjectId: subject.id,
    entityRefs: mapping?.entityRefs ?? [],
    via: mapping?.via ?? '',
  };
}

async function mapImages(
  knex: Knex,
  index: MappingIndex,
  images: StoredSubject[],
): Promise<MappedSubject[]> {
  const mapped = images.map(image => claimed(index, image));
  const open = mapped.filter(({ entityRefs }) => entityRefs.length === 0);
  if (open.length === 0) return mapped;
  const workloads = await findWorkloadsOfImages(
    knex,
    open.map(({ subjectId }) => subjectId),
  );
  const components = await findMapping(knex, [...workloads.values()].flat());
  return mapped.map(mapping => {
    if (mapping.entityRefs.length > 0) return mapping;
    const refs = (workloads.get(mapping.subjectId) ?? []).flatMap(
      id => components.get(id) ?? [],
    );
    return { ...mapping, entityRefs: [...new Set(refs)], via: VIA_WORKLOAD };
  });
}
