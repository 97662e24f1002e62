import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Posture } from 'backstage-plugin-security-posture-common';
import { useMemo } from 'react';
import { useDecisions } from '../../hooks/useDecisions';
import { useListParams } from '../../hooks/useListParams';
import { securityPostureTranslationRef } from '../../translation';
import { ListPanel } from '../ListPanel';
import { DecisionDetails } from './DecisionDetails';
import { DecisionsFilters } from './DecisionsFilters';
import { NoDecisions } from './NoDecisions';
import { decisionColumns } from './decisionColumns';
import { decisionsQuery, decisionsShape } from './decisionsShape';

export interface AdmissionTabProps {
  posture: Posture;
}

/** What policy engines decided about the component's workloads, newest first. */
export function AdmissionTab({ posture }: AdmissionTabProps) {
  const { t } = useTranslationRef(securityPostureTranslationRef);
  const list = useListParams(decisionsShape);
  const query = useMemo(() => decisionsQuery(list), [list]);
  const request = useDecisions(posture.entityRef, query);
  return (
    <ListPanel
      label={t('decisions.label')}
      columns={decisionColumns(t)}
      nameOf={decision => decision.rule ?? decision.policy}
      details={decision => <DecisionDetails decision={decision} />}
      request={request}
      query={list}
      filters={<DecisionsFilters list={list} />}
      empty={<NoDecisions posture={posture} />}
    />
  );
}
