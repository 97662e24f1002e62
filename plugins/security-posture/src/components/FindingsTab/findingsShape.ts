import {
  findingKinds,
  findingStates,
  severities,
  stages,
  type FindingsQuery,
  type QueryInput,
} from 'backstage-plugin-security-posture-common';
import type { ListQuery } from '../../hooks/useListParams';
import type { ListShape } from '../../listParams';

const choices = {
  stage: stages,
  severity: severities,
  kind: findingKinds,
  state: findingStates,
  fixable: ['true'],
} as const;

const fields = [
  'severity',
  'title',
  'package',
  'firstSeenAt',
  'lastSeenAt',
] as const;

type FindingChoices = typeof choices;

export type FindingsList = ListQuery<FindingChoices>;

export const findingsShape: ListShape<FindingChoices, (typeof fields)[number]> =
  {
    choices,
    defaults: { state: ['open'] },
    fields,
    defaultOrder: { field: 'severity', direction: 'desc' },
  };

export function findingsQuery(list: FindingsList): QueryInput<FindingsQuery> {
  const { chosen, text, order, limit, cursor } = list;
  return {
    stage: chosen.stage,
    severity: chosen.severity,
    kind: chosen.kind,
    state: chosen.state,
    fixable: chosen.fixable.length > 0 ? true : undefined,
    q: text,
    orderBy: `${order.field}:${order.direction}`,
    limit,
    cursor,
  };
}
