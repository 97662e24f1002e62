import type {
  ComponentWorkload,
  QueryInput,
  WorkloadsQuery,
} from 'backstage-plugin-security-posture-common';
import type { ListQuery } from '../../hooks/useListParams';
import type { Choices, ListShape } from '../../listParams';

/** A workload as a row: its name in its cluster is its identity. */
export type WorkloadRow = ComponentWorkload & { id: string };

/** The backend orders the workloads: the riskiest come first. */
export const workloadsShape: ListShape<Choices, 'risk'> = {
  choices: {},
  defaults: {},
  fields: ['risk'],
  defaultOrder: { field: 'risk', direction: 'desc' },
};

export function workloadsQuery({
  limit,
  cursor,
}: ListQuery<Choices>): QueryInput<WorkloadsQuery> {
  return { limit, cursor };
}

export function workloadRow(workload: ComponentWorkload): WorkloadRow {
  const { cluster, namespace, workloadKind, name } = workload.subject;
  return {
    ...workload,
    id: [cluster, namespace, workloadKind, name].join('/'),
  };
}
