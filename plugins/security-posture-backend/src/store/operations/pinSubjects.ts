import type { Knex } from 'knex';
import type { StoredSubject } from '../../model/subject';
import { upsertRows } from '../bulk';

/** Maps subjects to the components that the sender named. */
export async function pinSubjects(
  knex: Knex,
  subjects: StoredSubject[],
  entityRefs: string[],
): Promise<void> {
  await upsertRows(
    knex,
    'subject_components',
    subjects.flatMap(({ id }) =>
      entityRefs.map(entityRef => ({
        subject_id: id,
        entity_ref: entityRef,
        via: 'request',
      })),
    ),
    { key: ['subject_id', 'entity_ref'], merge: { via: 'excluded.via' } },
  );
}
