import type { Subject } from 'backstage-plugin-security-posture-common';
import type { Knex } from 'knex';
import { exposuresOf, type WorkloadExposure } from '../../model/exposure';
import { findClusterObjects } from './findClusterObjects';
import { ofComponent, selectSubject, subjectOf } from './subjectColumns';
import type { SubjectColumns } from './subjectColumns';

/** A workload of a component, and what leads to it. */
export interface ComponentExposure {
  subject: Subject;
  /** Undefined: unknown. */
  exposure: WorkloadExposure | undefined;
}

/** From how far the workloads of a component can be reached, and through what. */
export async function findExposure(
  knex: Knex,
  entityRef: string,
): Promise<ComponentExposure[]> {
  const rows: (SubjectColumns & { subject_id: string })[] = await selectSubject(
    ofComponent(knex, 'workloads', entityRef)
      .orderBy('s.name')
      .orderBy('s.id')
      .select('t.subject_id'),
  );
  const ids = rows.map(({ subject_id }) => subject_id);
  const objects = await findClusterObjects(knex, ids);
  const exposures = exposuresOf(objects);
  const running = new Set(
    objects.filter(({ runsPods }) => runsPods).map(({ id }) => id),
  );
  return rows
    .filter(({ subject_id }) => running.has(subject_id))
    .map(row => ({
      subject: subjectOf(row),
      exposure: exposures.get(row.subject_id),
    }));
}
