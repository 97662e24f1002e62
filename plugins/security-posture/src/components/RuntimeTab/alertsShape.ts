import {
  findingStates,
  severities,
  type AlertsQuery,
  type QueryInput,
} from 'backstage-plugin-security-posture-common';
import type { ListQuery } from '../../hooks/useListParams';
import type { ListShape } from '../../listParams';

const choices = { severity: severities, state: findingStates } as const;
const fields = ['lastSeenAt', 'severity', 'rule'] as const;

type AlertChoices = typeof choices;

export type AlertsList = ListQuery<AlertChoices>;

export const alertsShape: ListShape<AlertChoices, (typeof fields)[number]> = {
  choices,
  defaults: { state: ['open'] },
  fields,
  defaultOrder: { field: 'lastSeenAt', direction: 'desc' },
};

export function alertsQuery(list: AlertsList): QueryInput<AlertsQuery> {
  const { chosen, text, order, limit, cursor } = list;
  return {
    severity: chosen.severity,
    state: chosen.state,
    q: text,
    orderBy: `${order.field}:${order.direction}`,
    limit,
    cursor,
  };
}
