import {
  decisionActions,
  type DecisionsQuery,
  type QueryInput,
} from 'backstage-plugin-security-posture-common';
import type { ListQuery } from '../../hooks/useListParams';
import type { ListShape } from '../../listParams';

const choices = { action: decisionActions } as const;
const fields = ['lastSeenAt', 'severity', 'policy'] as const;

type DecisionChoices = typeof choices;

export type DecisionsList = ListQuery<DecisionChoices>;

export const decisionsShape: ListShape<
  DecisionChoices,
  (typeof fields)[number]
> = {
  choices,
  defaults: {},
  fields,
  defaultOrder: { field: 'lastSeenAt', direction: 'desc' },
};

export function decisionsQuery(
  list: DecisionsList,
): QueryInput<DecisionsQuery> {
  const { chosen, text, order, limit, cursor } = list;
  return {
    action: chosen.action,
    q: text,
    orderBy: `${order.field}:${order.direction}`,
    limit,
    cursor,
  };
}
