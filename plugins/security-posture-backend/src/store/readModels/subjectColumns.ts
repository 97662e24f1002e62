import type { Subject } from 'backstage-plugin-security-posture-common';
import type { Knex } from 'knex';

/** The subject of a row, joined as `s`. */
export interface SubjectColumns {
  subject_kind: Subject['kind'];
  subject_name: string;
  subject_cluster: string | null;
  subject_namespace: string | null;
  subject_workload_kind: string | null;
}

export function selectSubject(query: Knex.QueryBuilder): Knex.QueryBuilder {
  return query.select({
    subject_kind: 's.kind',
    subject_name: 's.name',
    subject_cluster: 's.cluster',
    subject_namespace: 's.namespace',
    subject_workload_kind: 's.workload_kind',
  });
}

export function subjectOf(row: SubjectColumns): Subject {
  return {
    kind: row.subject_kind,
    name: row.subject_name,
    cluster: row.subject_cluster ?? undefined,
    namespace: row.subject_namespace ?? undefined,
    workloadKind: row.subject_workload_kind ?? undefined,
  };
}

/** Rows of `table as t` whose subject belongs to the component. */
export function ofComponent(
  knex: Knex,
  table: string,
  entityRef: string,
): Knex.QueryBuilder {
  return knex(`${table} as t`)
    .join('subject_components as c', 'c.subject_id', 't.subject_id')
    .join('subjects as s', 's.id', 't.subject_id')
    .where('c.entity_ref', entityRef);
}

/** Every word must occur; `%` and `_` are plain characters. */
export function whereWords(
  query: Knex.QueryBuilder,
  column: string,
  text: string,
): void {
  for (const word of text
    .toLowerCase()
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, 10)) {
    const pattern = `%${word.replace(/[\\%_]/g, '\\$&')}%`;
    query.whereRaw(`?? like ? escape '\\'`, [column, pattern]);
  }
}
