import type { Knex } from 'knex';
import type { StoredSubject } from '../../model/subject';
import { upsertRows } from '../bulk';

/**
 * Makes sure that the subjects exist. Their rows stay locked until the end of
 * the transaction (on PostgreSQL), in one order for all writers, so that two
 * reports on the same subject follow each other.
 */
export async function saveSubjects(
  knex: Knex,
  subjects: StoredSubject[],
  at: string,
): Promise<void> {
  const rows = [...new Map(subjects.map(subject => [subject.id, subject]))]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, subject]) => ({
      id: subject.id,
      kind: subject.kind,
      name: subject.name,
      cluster: subject.cluster,
      namespace: subject.namespace,
      workload_kind: subject.workloadKind,
      labels: subject.labels && JSON.stringify(subject.labels),
      exposure: undefined,
      first_seen_at: at,
      last_seen_at: at,
    }));
  await upsertRows(knex, 'subjects', rows, {
    key: ['id'],
    merge: {
      last_seen_at: 'excluded.last_seen_at',
      labels: 'coalesce(excluded.labels, subjects.labels)',
    },
  });
}
