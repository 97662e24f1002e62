import type {
  Subject,
  UnmappedQuery,
} from 'backstage-plugin-security-posture-common';
import type { Knex } from 'knex';
import { annotationMap } from '../../model/facts';
import { textSet } from '../bulk';
import { asCount, isoTime, type DbTime } from '../rows';
import { grouped } from './facts/grouped';
import { findPage } from './page';
import {
  selectSubject,
  subjectOf,
  whereWords,
  type SubjectColumns,
} from './subjectColumns';

/** A subject that no component claims. */
export interface UnmappedRow {
  id: string;
  subject: Subject;
  labels: Record<string, string>;
  /** ISO 8601. */
  firstSeenAt: string;
  lastSeenAt: string;
  /** Tools that spoke of it. */
  tools: string[];
}

interface Columns extends SubjectColumns {
  id: string;
  labels: string | null;
  first_seen_at: DbTime;
  last_seen_at: DbTime;
}

/** A page of the subjects without a component, those seen last first. */
export async function findOwnershipUnmapped(
  knex: Knex,
  { kind, cluster, namespace, text, cursor, limit }: UnmappedQuery,
) {
  const filtered = unmapped(knex).modify(query => {
    if (kind) query.whereIn('s.kind', kind);
    if (cluster !== undefined) query.where('s.cluster', cluster);
    if (namespace !== undefined) query.where('s.namespace', namespace);
    if (text) {
      whereWords(query, 'searched', text);
    }
  });
  const page = await findPage<Columns>(
    knex,
    filtered,
    select =>
      selectSubject(select).select(
        's.id',
        's.labels',
        's.first_seen_at',
        's.last_seen_at',
      ),
    {
      cursor,
      limit,
      direction: 'desc',
      column: 's.last_seen_at',
      idColumn: 's.id',
    },
  );
  const tools = await findTools(
    knex,
    page.rows.map(({ id }) => id),
  );
  return {
    items: page.rows.map(
      (row): UnmappedRow => ({
        id: row.id,
        subject: subjectOf(row),
        labels: annotationMap.parse(
          row.labels === null ? {} : JSON.parse(row.labels),
        ),
        firstSeenAt: isoTime(row.first_seen_at),
        lastSeenAt: isoTime(row.last_seen_at),
        tools: tools.get(row.id) ?? [],
      }),
    ),
    nextCursor: page.nextCursor,
    totalItems: page.totalItems,
  };
}

/** How many subjects of each kind have no component. */
export async function countOwnershipUnmapped(
  knex: Knex,
): Promise<{ kind: Subject['kind']; total: number }[]> {
  const rows: { kind: Subject['kind']; total: unknown }[] = await unmapped(knex)
    .groupBy('s.kind')
    .orderBy('s.kind')
    .select('s.kind')
    .count({ total: '*' });
  return rows.map(({ kind, total }) => ({ kind, total: asCount(total) }));
}

function unmapped(knex: Knex): Knex.QueryBuilder {
  return knex(
    knex('subjects').select('*', knex.raw('lower(name) as searched')).as('s'),
  ).whereNotExists(
    knex('subject_components as c').whereRaw('c.subject_id = s.id'),
  );
}

async function findTools(
  knex: Knex,
  subjectIds: string[],
): Promise<Map<string, string[]>> {
  const rows: { subject_id: string; tool_name: string }[] = await knex(
    'subject_sources',
  )
    .whereIn('subject_id', textSet(knex, subjectIds))
    .distinct('subject_id', 'tool_name')
    .orderBy(['subject_id', 'tool_name']);
  return grouped(
    rows,
    row => row.subject_id,
    row => row.tool_name,
  );
}
