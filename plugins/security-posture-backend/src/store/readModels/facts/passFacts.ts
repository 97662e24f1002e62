import type { Knex } from 'knex';
import type { PassFacts } from '../../../model/facts';
import { textSet } from '../../bulk';
import { isoTime, type DbTime } from '../../rows';
import { grouped } from './grouped';

interface Columns {
  control: string;
  subject_id: string;
  source: string;
  title: string | null;
  report_id: string;
  seen_at: DbTime;
}

/**
 * The controls that tools found in order, as far as that still holds: the
 * newest word about each control of a subject, by subject.
 */
export async function findPassFacts(
  knex: Knex,
  subjectIds: string[],
): Promise<Map<string, PassFacts[]>> {
  const ranked = knex('passes as p')
    .join('scopes as s', 's.id', 'p.scope_id')
    .whereIn('p.subject_id', textSet(knex, subjectIds))
    .where('s.live', true)
    .select(
      'p.control',
      'p.subject_id',
      'p.source',
      'p.title',
      'p.report_id',
      'p.seen_at',
      knex.raw(
        'row_number() over (partition by p.subject_id, p.control order by p.seen_at desc, p.id) as place',
      ),
    );
  const rows: Columns[] = await knex(ranked.as('t'))
    .where('place', 1)
    .orderBy(['subject_id', 'control'])
    .select('*');
  return grouped(
    rows,
    row => row.subject_id,
    row => ({
      control: row.control,
      subjectId: row.subject_id,
      source: row.source,
      title: row.title ?? row.control,
      reportId: row.report_id,
      at: isoTime(row.seen_at),
    }),
  );
}
