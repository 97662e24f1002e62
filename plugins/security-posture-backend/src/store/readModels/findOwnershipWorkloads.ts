import type { Knex } from 'knex';
import type { Exposure } from '../../model/exposure';
import { annotationMap } from '../../model/facts';
import { textSet } from '../bulk';
import { isoTime, present, type DbTime } from '../rows';
import type { ComponentSubject } from './facts/componentSubjects';
import { podKinds } from './facts/podKinds';

/** Which workloads are asked for. */
export interface OwnershipFilter {
  /** The components that the caller may read; undefined: all. */
  readable: ReadonlySet<string> | undefined;
  /** Whether workloads that no component claims are among them. */
  withUnmapped: boolean;
  cluster?: string;
  namespace?: string;
}

/** A workload that runs pods. */
export interface OwnershipSubject extends ComponentSubject {
  /** ISO 8601. */
  lastSeenAt: string;
}

interface Columns {
  id: string;
  name: string;
  cluster: string | null;
  namespace: string | null;
  workload_kind: string | null;
  labels: string | null;
  exposure: Exposure | null;
  last_seen_at: DbTime;
}

/**
 * Workloads that run pods, at most `limit`. They are in the order of their ids,
 * which are hashes: those of a limit are a sample of all.
 */
export async function findOwnershipWorkloads(
  knex: Knex,
  filter: OwnershipFilter,
  limit: number,
): Promise<OwnershipSubject[]> {
  const query = knex('subjects as s')
    .leftJoin('workloads as w', 'w.subject_id', 's.id')
    .where('s.kind', 'workload');
  const rows: Columns[] = await whereVisible(
    knex,
    whereRunsPods(knex, query),
    filter,
  )
    .modify(place => {
      if (filter.cluster !== undefined) {
        place.where('s.cluster', filter.cluster);
      }
      if (filter.namespace !== undefined) {
        place.where('s.namespace', filter.namespace);
      }
    })
    .orderBy('s.id')
    .limit(limit)
    .select(
      's.id',
      's.name',
      's.cluster',
      's.namespace',
      's.workload_kind',
      's.labels',
      's.exposure',
      's.last_seen_at',
    );
  return rows.map(row => ({
    id: row.id,
    kind: 'workload',
    name: row.name,
    cluster: present(row.cluster),
    namespace: present(row.namespace),
    workloadKind: present(row.workload_kind),
    labels: annotationMap.parse(
      row.labels === null ? {} : JSON.parse(row.labels),
    ),
    exposure: present(row.exposure),
    lastSeenAt: isoTime(row.last_seen_at),
  }));
}

/** As `findWorkloadFacts` decides: its kind says so, or its containers, or its images; and some tool saw it. */
function whereRunsPods(knex: Knex, query: Knex.QueryBuilder) {
  const images = knex('workload_images as i').whereRaw('i.workload_id = s.id');
  const scopes = knex('scopes as o').whereRaw('o.subject_id = s.id');
  return query
    .where(runs =>
      runs
        .whereIn('s.workload_kind', podKinds)
        .orWhere('w.containers', '<>', '[]')
        .orWhereExists(images.clone()),
    )
    .where(seen =>
      seen
        .whereNotNull('w.subject_id')
        .orWhereExists(images.clone())
        .orWhereExists(scopes),
    );
}

function whereVisible(
  knex: Knex,
  query: Knex.QueryBuilder,
  { readable, withUnmapped }: OwnershipFilter,
) {
  const mapped = knex('subject_components as c').whereRaw(
    'c.subject_id = s.id',
  );
  if (readable === undefined) {
    return withUnmapped ? query : query.whereExists(mapped);
  }
  const ofReadable = mapped
    .clone()
    .whereIn('c.entity_ref', textSet(knex, readable));
  return query.where(visible => {
    visible.whereExists(ofReadable);
    if (withUnmapped) visible.orWhereNotExists(mapped);
  });
}
