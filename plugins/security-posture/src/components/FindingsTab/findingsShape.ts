import {
  findingKinds,
  findingStates,
  rollouts,
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
  knownExploited: ['true'],
  breached: ['true'],
  rollout: rollouts,
} as const;

const fields = [
  'severity',
  'title',
  'package',
  'firstSeenAt',
  'lastSeenAt',
  'dueAt',
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

/** Off does not filter: it never asks for the opposite. */
function isOn(values: readonly string[]): true | undefined {
  return values.length > 0 ? true : undefined;
}

export function findingsQuery(list: FindingsList): QueryInput<FindingsQuery> {
  const { chosen, text, order, limit, cursor } = list;
  return {
    stage: chosen.stage,
    severity: chosen.severity,
    kind: chosen.kind,
    state: chosen.state,
    fixable: isOn(chosen.fixable),
    knownExploited: isOn(chosen.knownExploited),
    breached: isOn(chosen.breached),
    rollout: chosen.rollout,
    q: text,
    orderBy: `${order.field}:${order.direction}`,
    limit,
    cursor,
  };
}
