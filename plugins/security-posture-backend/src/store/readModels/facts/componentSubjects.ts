import type { Knex } from 'knex';
import type { Exposure } from '../../../model/exposure';
import { annotationMap } from '../../../model/facts';
import type { StoredSubject } from '../../../model/subject';
import { textSet } from '../../bulk';
import { present } from '../../rows';

/** A subject of some components, with what deriving left on it. */
export interface ComponentSubject extends StoredSubject {
  labels: Record<string, string>;
  /** Undefined: unknown. */
  exposure?: Exposure;
}

/** Subjects by component. A subject that several share is one object in all of them. */
export type ComponentSubjects = Map<string, ComponentSubject[]>;

interface Columns {
  entity_ref: string;
  id: string;
  kind: StoredSubject['kind'];
  name: string;
  cluster: string | null;
  namespace: string | null;
  workload_kind: string | null;
  labels: string | null;
  exposure: Exposure | null;
}

/** All that maps to these components. */
export async function findComponentSubjects(
  knex: Knex,
  entityRefs: string[],
): Promise<ComponentSubjects> {
  const rows: Columns[] = await knex('subject_components as c')
    .join('subjects as s', 's.id', 'c.subject_id')
    .whereIn('c.entity_ref', textSet(knex, entityRefs))
    .orderBy(['s.kind', 's.name', 's.id'])
    .select(
      'c.entity_ref',
      's.id',
      's.kind',
      's.name',
      's.cluster',
      's.namespace',
      's.workload_kind',
      's.labels',
      's.exposure',
    );
  const known = new Map<string, ComponentSubject>();
  const subjects: ComponentSubjects = new Map(
    entityRefs.map(entityRef => [entityRef, []]),
  );
  for (const row of rows) {
    const subject = known.get(row.id) ?? subjectOf(row);
    known.set(row.id, subject);
    subjects.get(row.entity_ref)?.push(subject);
  }
  return subjects;
}

function subjectOf(row: Columns): ComponentSubject {
  return {
    id: row.id,
    kind: row.kind,
    name: row.name,
    cluster: present(row.cluster),
    namespace: present(row.namespace),
    workloadKind: present(row.workload_kind),
    labels: annotationMap.parse(
      row.labels === null ? {} : JSON.parse(row.labels),
    ),
    exposure: present(row.exposure),
  };
}

/** The ids of subjects of these kinds, each once. */
export function idsOf(
  subjects: ComponentSubjects,
  kinds?: StoredSubject['kind'][],
): string[] {
  const ids = new Set<string>();
  for (const own of subjects.values()) {
    for (const { id, kind } of own) {
      if (kinds === undefined || kinds.includes(kind)) ids.add(id);
    }
  }
  return [...ids];
}
