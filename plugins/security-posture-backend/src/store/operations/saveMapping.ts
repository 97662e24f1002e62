import type { Knex } from 'knex';
import { textSet, upsertRows } from '../bulk';

export interface MappedSubject {
  subjectId: string;
  entityRefs: string[];
  /** Name of the rule. */
  via: string;
}

/**
 * Replaces what the catalog said about these subjects. What a sender said
 * (`via: request`) stays, and goes before what the catalog says.
 *
 * @returns how many links were added and removed
 */
export async function saveMapping(
  knex: Knex,
  subjects: MappedSubject[],
): Promise<{ added: number; removed: number }> {
  const wanted = new Map(
    subjects.flatMap(({ subjectId, entityRefs, via }) =>
      entityRefs.map(entityRef => [
        `${subjectId} ${entityRef}`,
        { subject_id: subjectId, entity_ref: entityRef, via },
      ]),
    ),
  );
  const ids = subjects.map(({ subjectId }) => subjectId);
  const existing: { subject_id: string; entity_ref: string; via: string }[] =
    await knex('subject_components').whereIn('subject_id', textSet(knex, ids));
  const kept = new Set(
    existing.map(row => `${row.subject_id} ${row.entity_ref}`),
  );
  const pinned = new Set(
    existing.flatMap(row => (row.via === 'request' ? row.subject_id : [])),
  );
  const gone = existing.filter(
    row =>
      row.via !== 'request' &&
      (pinned.has(row.subject_id) ||
        !wanted.has(`${row.subject_id} ${row.entity_ref}`)),
  );
  if (gone.length > 0) {
    await knex('subject_components')
      .whereIn(
        'subject_id',
        textSet(
          knex,
          gone.map(row => row.subject_id),
        ),
      )
      .whereRaw("subject_id || ' ' || entity_ref in ?", [
        textSet(
          knex,
          gone.map(row => `${row.subject_id} ${row.entity_ref}`),
        ),
      ])
      .delete();
  }
  // In one order for all writers.
  const added = [...wanted]
    .filter(([key, row]) => !kept.has(key) && !pinned.has(row.subject_id))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  await upsertRows(
    knex,
    'subject_components',
    added.map(([, row]) => row),
    { key: ['subject_id', 'entity_ref'] },
  );
  return { added: added.length, removed: gone.length };
}
